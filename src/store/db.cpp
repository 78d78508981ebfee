#include "store/db.hpp"
#include "store/writer.hpp"
#include <cassert>
#include <filesystem>
#include <fmt/format.h>

namespace openmasa::store {
namespace {

constexpr std::string_view sqlite_scheme = "sqlite:";

std::string path_of(const std::string& address, Database::Opening opening) {
    if (!address.starts_with(sqlite_scheme))
        throw Fault(Fault::Kind::unsuitable,
                    fmt::format("\"{}\" is not a database address. Write sqlite:PATH.", address));
    auto path = address.substr(sqlite_scheme.size());
    if (opening == Database::Opening::existing && !std::filesystem::exists(path))
        throw Fault(
            Fault::Kind::unsuitable,
            fmt::format("There is no database at {}. Create one with: openmasa init --database {}",
                        path, address));
    return path;
}

} // namespace

Database::Database(const std::string& address, Opening opening)
    : path_(path_of(address, opening)), writer_(std::make_unique<Writer>(path_)) {}
Database::~Database() = default;

sqlite::Connection Database::new_reader() const {
    return sqlite::Connection(path_, sqlite::Access::read_only);
}

std::vector<std::string> Database::damage() const {
    std::vector<std::string> found;
    auto reader = new_reader();
    auto integrity = reader.prepare("store.integrity", "PRAGMA integrity_check");
    while (integrity.step())
        if (integrity.text(0) != "ok") found.emplace_back(integrity.text(0));
    auto keys = reader.prepare("store.foreign_keys", "PRAGMA foreign_key_check");
    while (keys.step())
        found.push_back(fmt::format("{} row {} points to a missing {}", keys.text(0),
                                    keys.integer(1), keys.text(2)));
    return found;
}

Db::Db(Database& database) : database_(database), reader_(database.new_reader()) {}
// Closing the connection ends what it was reading.
Db::~Db() = default;

Statement Db::begin(std::string_view name, std::string_view text) {
    return prepare(name, lens_.empty() ? text : lens_.over(text, "main"));
}

Statement Db::prepare(std::string_view name, std::string_view text) {
    ++statements_;
    if (writing_) return writing_->prepare(name, text);
    if (!reading_) {
        reader_.execute("BEGIN");
        reading_ = true;
    }
    return reader_.prepare(name, text);
}

Statement Db::begin_change(std::string_view name, std::string_view text) {
    assert(writing_ && "a change runs inside atomically()");
    return prepare(name, text);
}

void Db::execute(const std::string& sql) {
    assert(writing_ && "a change runs inside atomically()");
    writing_->execute(sql);
}

int Db::changes() const {
    return writing_->changes();
}

void Db::write(const std::function<bool()>& work) {
    assert(!writing_ && "atomically() is not nested");
    end_reading();
    database_.writer().write([&](sqlite::Connection& connection) {
        struct Turn {
            sqlite::Connection*& at;
            ~Turn() { at = nullptr; }
        } turn{writing_};
        writing_ = &connection;
        return work();
    });
}

// After a failed read SQLite has ended the transaction by itself.
void Db::end_reading() {
    reading_ = false;
    if (reader_.in_transaction()) reader_.execute("COMMIT");
}

void Db::finish() {
    statements_ = 0;
    lens_ = {};
    end_reading();
}

} // namespace openmasa::store
