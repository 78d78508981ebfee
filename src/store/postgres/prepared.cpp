#include "store/postgres/prepared.hpp"
#include "store/postgres/inside.hpp"
#include <charconv>
#include <deque>
#include <fmt/format.h>

namespace openmasa::store::postgres {
namespace {

// Source: PostgreSQL 15, src/include/catalog/pg_type.dat: these never change.
constexpr Oid oid_of_bool = 16, oid_of_bytea = 17, oid_of_int8 = 20, oid_of_text = 25;

Oid oid_of(Kind kind) {
    switch (kind) {
    case Kind::integer: return oid_of_int8;
    case Kind::bytes: return oid_of_bytea;
    case Kind::text: break;
    }
    return oid_of_text;
}

} // namespace

struct Prepared::Inside {
    bool is_prepared = false, has_run = false;
    /// The answer that holds the row in hand, and which of its rows that is.
    Answer answer;
    int row = -1;
    /// Rows that came before they were asked for, one an answer.
    std::deque<Answer> waiting;
    /// Bytes of the row in hand, decoded.
    std::vector<std::unique_ptr<unsigned char, decltype(&PQfreemem)>> decoded;
};

Prepared::Prepared(Connection& connection, std::string name, std::string_view text)
    : connection_(connection), name_(std::move(name)), text_(text),
      inside_(std::make_unique<Inside>()) {}
Prepared::~Prepared() = default;

Prepared::Argument& Prepared::argument(int number) {
    if (arguments_.size() < static_cast<std::size_t>(number)) arguments_.resize(number);
    return arguments_[number - 1];
}

void Prepared::bind(int number, std::int64_t value) {
    auto& into = argument(number);
    into.kind = Kind::integer;
    into.is_null = false;
    into.value = std::to_string(value);
}

void Prepared::bind(int number, Kind kind, std::string_view value) {
    auto& into = argument(number);
    into.kind = kind;
    into.is_null = false;
    into.value = value;
}

void Prepared::bind_null(int number, Kind kind) {
    auto& into = argument(number);
    into.kind = kind;
    into.is_null = true;
    into.value.clear();
}

bool Prepared::step() {
    if (!inside_->has_run) run();
    inside_->decoded.clear();
    if (++inside_->row < PQntuples(inside_->answer.get())) return true;
    if (inside_->waiting.empty() && connection_.inside_->under_way == this) fetch();
    if (inside_->waiting.empty()) return false;
    inside_->answer = std::move(inside_->waiting.front());
    inside_->waiting.pop_front();
    inside_->row = 0;
    return true;
}

/// One row more to those that wait; false at the end, of which it throws the fault.
bool Prepared::fetch() {
    auto& whole = *connection_.inside_;
    Answer answer(PQgetResult(whole.handle));
    if (PQresultStatus(answer.get()) == PGRES_SINGLE_TUPLE) {
        inside_->waiting.push_back(std::move(answer));
        return true;
    }
    whole.under_way = nullptr;
    while (const Answer more{PQgetResult(whole.handle)}) {
    }
    check(whole.handle, answer.get(), text_);
    return false;
}

void Prepared::take_the_rest() {
    while (fetch()) {
    }
}

void Prepared::prepare() {
    std::vector<Oid> types;
    for (const auto& each : arguments_) types.push_back(oid_of(each.kind));
    auto* handle = connection_.inside_->handle;
    const Answer answer(PQprepare(handle, name_.c_str(), text_.c_str(),
                                  static_cast<int>(types.size()), types.data()));
    check(handle, answer.get(), text_);
    inside_->is_prepared = true;
}

void Prepared::run() {
    auto& whole = *connection_.inside_;
    whole.make_way();
    if (!inside_->is_prepared) prepare();
    std::vector<const char*> values;
    std::vector<int> lengths, binary;
    for (const auto& each : arguments_) {
        values.push_back(each.is_null ? nullptr : each.value.data());
        lengths.push_back(static_cast<int>(each.value.size()));
        binary.push_back(each.kind != Kind::integer);
    }
    if (!PQsendQueryPrepared(whole.handle, name_.c_str(), static_cast<int>(values.size()),
                             values.data(), lengths.data(), binary.data(), 0))
        fail(whole.handle, nullptr, text_);
    inside_->has_run = true;
    whole.changes = 0;
    if (whole.reads_only) {
        whole.under_way = this;
        PQsetSingleRowMode(whole.handle);
    } else {
        take_all();
    }
}

void Prepared::take_all() {
    auto& whole = *connection_.inside_;
    inside_->answer.reset(PQgetResult(whole.handle));
    while (const Answer more{PQgetResult(whole.handle)}) {
    }
    check(whole.handle, inside_->answer.get(), text_);
    const std::string_view changed = PQcmdTuples(inside_->answer.get());
    std::from_chars(changed.data(), changed.data() + changed.size(), whole.changes);
}

/// Called where nothing may be thrown: rows that nobody asked for are let go, and what ails the
/// connection shows with its next statement.
void Prepared::reset() {
    auto& whole = *connection_.inside_;
    if (whole.under_way == this) {
        whole.under_way = nullptr;
        while (const Answer more{PQgetResult(whole.handle)}) {
        }
    }
    inside_->answer.reset();
    inside_->waiting.clear();
    inside_->decoded.clear();
    inside_->row = -1;
    inside_->has_run = false;
    arguments_.clear();
}

bool Prepared::is_running() const {
    return inside_->has_run;
}

void Prepared::forget() {
    auto* handle = connection_.inside_->handle;
    connection_.inside_->make_way();
    if (!inside_->is_prepared || PQtransactionStatus(handle) == PQTRANS_INERROR) return;
    const Answer answer(PQexec(handle, fmt::format("DEALLOCATE {}", name_).c_str()));
}

bool Prepared::is_null(int column) const {
    return PQgetisnull(inside_->answer.get(), inside_->row, column) != 0;
}

/// A sum comes as a "numeric" and a comparison as "t" or "f".
std::int64_t Prepared::integer(int column) const {
    const auto* answer = inside_->answer.get();
    const char* start = PQgetvalue(answer, inside_->row, column);
    if (PQftype(answer, column) == oid_of_bool) return *start == 't';
    std::int64_t value = 0;
    std::from_chars(start, start + PQgetlength(answer, inside_->row, column), value);
    return value;
}

std::string_view Prepared::text(int column) const {
    const auto* answer = inside_->answer.get();
    const char* start = PQgetvalue(answer, inside_->row, column);
    if (PQftype(answer, column) != oid_of_bytea)
        return {start, static_cast<std::size_t>(PQgetlength(answer, inside_->row, column))};
    std::size_t length = 0;
    auto* bytes = PQunescapeBytea(reinterpret_cast<const unsigned char*>(start), &length);
    inside_->decoded.emplace_back(bytes, &PQfreemem);
    return {reinterpret_cast<const char*>(bytes), length};
}

int Prepared::columns() const {
    return PQnfields(inside_->answer.get());
}
const char* Prepared::name(int column) const {
    return PQfname(inside_->answer.get(), column);
}

} // namespace openmasa::store::postgres
