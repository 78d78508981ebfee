#include "store/db.hpp"
#include "store/postgres/connection.hpp"
#include "store/sqlite/connection.hpp"
#include "store/writer.hpp"
#include <cassert>
#include <filesystem>
#include <fmt/format.h>

namespace openmasa::store {
namespace {

constexpr std::string_view sqlite_scheme = "sqlite:";

[[noreturn]] void refuse_missing(const std::string& place, const std::string& address) {
    throw Fault(
        Fault::Kind::unsuitable,
        fmt::format("There is no database at {}. Create one with: openmasa init --database {}",
                    place, address));
}

std::string place_of(const std::string& address) {
    if (postgres::is_address(address)) return postgres::shown(address);
    if (address.starts_with(sqlite_scheme)) return address.substr(sqlite_scheme.size());
    throw Fault(Fault::Kind::unsuitable,
                fmt::format("\"{}\" is not a database address. Write sqlite:PATH or "
                            "postgresql://USER@HOST/NAME.",
                            address));
}

std::unique_ptr<Connection> open_server(const std::string& address, Database::Opening opening) {
    auto connection = std::make_unique<postgres::Connection>(address);
    if (opening == Database::Opening::create)
        connection->make_turn();
    else if (!connection->has_turn())
        refuse_missing(postgres::shown(address), postgres::shown(address));
    return connection;
}

std::unique_ptr<Connection> open_to_write(const std::string& address, Database::Opening opening) {
    if (postgres::is_address(address)) return open_server(address, opening);
    const auto path = place_of(address);
    if (opening == Database::Opening::existing && !std::filesystem::exists(path))
        refuse_missing(path, address);
    return std::make_unique<sqlite::Connection>(path, sqlite::Access::read_write);
}

} // namespace

Database::Database(const std::string& address, Opening opening)
    : address_(address), place_(place_of(address)),
      writer_(std::make_unique<Writer>(open_to_write(address, opening))) {}
Database::~Database() = default;

std::string Database::file() const {
    return address_.starts_with("sqlite:") ? place_ : std::string();
}

std::unique_ptr<Connection> Database::new_reader() const {
    if (postgres::is_address(address_)) return std::make_unique<postgres::Connection>(address_);
    return std::make_unique<sqlite::Connection>(place_, sqlite::Access::read_only);
}

std::vector<std::string> Database::damage() const {
    return new_reader()->damage();
}

Db::Db(Database& database) : database_(database), reader_(database.new_reader()) {}
// Closing the connection ends what it was reading.
Db::~Db() = default;

Statement Db::begin(std::string_view name, std::string_view text) {
    return lens_ ? prepare(name, lens_->over(text, reader_->schema())) : prepare(name, text);
}

Statement Db::prepare(std::string_view name, std::string_view text) {
    ++statements_;
    if (writing_) return writing_->prepare(name, text);
    if (!reading_) {
        reader_->begin_reading();
        reading_ = true;
    }
    return reader_->prepare(name, text);
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
    database_.writer().write([&](Connection& connection) {
        struct Turn {
            Connection*& at;
            ~Turn() { at = nullptr; }
        } turn{writing_};
        writing_ = &connection;
        return work();
    });
}

// After a failed read SQLite has ended the transaction by itself; PostgreSQL makes a ROLLBACK of
// it.
void Db::end_reading() {
    reading_ = false;
    moment_.clear();
    if (reader_->in_transaction()) reader_->execute("COMMIT");
}

void Db::look_through(Lens lens) {
    is_chosen_ = !lens.empty();
    if (guard_) lens.put_all(guard_->lens());
    lens_ = lens.empty() ? nullptr : std::make_shared<const ReadyLens>(std::move(lens));
}

void Db::guard_with(std::shared_ptr<const ReadyLens> guard) {
    guard_ = std::move(guard);
    if (!is_chosen_) {
        lens_ = guard_;
        return;
    }
    auto both = lens();
    both.put_all(guard_->lens());
    lens_ = std::make_shared<const ReadyLens>(std::move(both));
}

void Db::finish() {
    statements_ = 0;
    lens_ = guard_ = nullptr;
    is_chosen_ = false;
    end_reading();
}

} // namespace openmasa::store
