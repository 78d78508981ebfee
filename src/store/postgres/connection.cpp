#include "store/postgres/connection.hpp"
#include "store/coverage.hpp"
#include "store/postgres/inside.hpp"
#include <fmt/format.h>

namespace openmasa::store::postgres {
namespace {

constexpr int first_version = 150000;
constexpr std::size_t most_kept = 400;

/// libpq's own defaults that are not ours; what the address says goes before them. Several hosts
/// may stand in it: only the one that takes writes is asked, so that nobody's rights are read from
/// a copy that lags behind.
PGconn* open(const std::string& address) {
    const char* const names[] = {"fallback_application_name",
                                 "connect_timeout",
                                 "client_encoding",
                                 "target_session_attrs",
                                 "tcp_user_timeout",
                                 "dbname",
                                 nullptr};
    const char* const values[] = {"openmasa",      "5",    "UTF8", "read-write", "20000",
                                  address.c_str(), nullptr};
    return PQconnectdbParams(names, values, 1);
}

/// Statements here are short and written to be planned once. A commit that was acknowledged is on
/// the disk, whatever the server's setting says; and whoever stops in the middle of writing lets
/// the others on after a minute.
constexpr auto session = "SET jit = off; SET lock_timeout = '30s'; "
                         "SET idle_in_transaction_session_timeout = '60s'; "
                         "SELECT set_config('synchronous_commit', 'on', false) "
                         "WHERE current_setting('synchronous_commit') = 'off'";

void refuse_unsuitable(PGconn* handle) {
    if (PQserverVersion(handle) < first_version)
        throw Fault(Fault::Kind::unsuitable, "PostgreSQL 15 or newer is needed.");
    const char* encoding = PQparameterStatus(handle, "server_encoding");
    if (!encoding || std::string_view(encoding) != "UTF8")
        throw Fault(Fault::Kind::unsuitable,
                    "The database does not keep its text as UTF-8: createdb --encoding=UTF8 "
                    "--template=template0 makes one that does.");
}

} // namespace

bool is_address(std::string_view address) {
    return address.starts_with("postgresql://") || address.starts_with("postgres://");
}

// "//masa:secret@host:5432/name?password=...": what follows the user's colon, and the options, go.
std::string shown(const std::string& address) {
    const auto plain = address.substr(0, address.find('?'));
    const auto user = plain.find("//") + 2, host = plain.rfind('@');
    const auto colon = plain.find(':', user);
    if (host == plain.npos || colon > host) return plain;
    return plain.substr(0, colon) + plain.substr(host);
}

Connection::Connection(const std::string& address) : inside_(std::make_unique<Inside>()) {
    inside_->address = address;
    connect();
}
Connection::~Connection() = default;

void Connection::connect() {
    inside_->under_way = nullptr;
    inside_->statements.clear();
    PQfinish(inside_->handle);
    inside_->handle = open(inside_->address);
    if (PQstatus(inside_->handle) != CONNECTION_OK) fail(inside_->handle, nullptr, "the database");
    PQsetNoticeProcessor(
        inside_->handle, [](void*, const char*) {}, nullptr);
    refuse_unsuitable(inside_->handle);
    inside_->execute(session);
    inside_->schema = first_value("SELECT current_schema()");
}

Statement Connection::prepare(std::string_view name, std::string_view text) {
    const auto kept = inside_->statements.find(text);
    if (kept != inside_->statements.end()) return Statement(*kept->second);
    if (inside_->statements.size() >= most_kept) forget_statements();
    coverage::note(name);
    auto made =
        std::make_unique<Prepared>(*this, fmt::format("s{}", ++inside_->prepared_so_far), text);
    return Statement(*inside_->statements.emplace(text, std::move(made)).first->second);
}

// Lists whose filters readers choose give many texts; only so many are worth their memory.
void Connection::forget_statements() {
    std::erase_if(inside_->statements, [](const auto& kept) {
        if (kept.second->is_running()) return false;
        kept.second->forget();
        return true;
    });
}

void Connection::execute(const std::string& sql) {
    inside_->execute(sql);
}

void Connection::begin_reading() {
    begin("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    inside_->reads_only = true;
}

// The lock comes before the first look at any row: what this transaction sees is then what the one
// before it committed. It ends with the transaction, however that ends.
void Connection::begin_writing() {
    inside_->reads_only = false;
    begin("BEGIN ISOLATION LEVEL SERIALIZABLE; LOCK TABLE writing_turn IN EXCLUSIVE MODE");
}

void Connection::begin(const char* how) {
    try {
        inside_->execute(how);
        return;
    } catch (const Fault& fault) {
        if (in_transaction()) inside_->execute("ROLLBACK");
        if (fault.kind() != Fault::Kind::away) throw;
    }
    connect();
    inside_->execute(how);
}

/// The server answers COMMIT of a failed transaction with ROLLBACK, and without an error.
void Connection::commit() {
    const auto answer = inside_->execute("COMMIT");
    if (std::string_view(PQcmdStatus(answer.get())) != "COMMIT")
        throw Fault(Fault::Kind::other, "The transaction had failed before it was to be kept.");
}

bool Connection::in_transaction() const {
    const auto status = PQtransactionStatus(inside_->handle);
    return status == PQTRANS_INTRANS || status == PQTRANS_INERROR || inside_->under_way != nullptr;
}
int Connection::changes() const {
    return inside_->changes;
}
const std::string& Connection::schema() const {
    return inside_->schema;
}

std::string Connection::first_value(const char* sql) {
    const auto answer = inside_->execute(sql);
    return PQntuples(answer.get()) ? PQgetvalue(answer.get(), 0, 0) : "";
}

bool Connection::has_turn() {
    return !first_value("SELECT to_regclass('writing_turn')").empty();
}

// Two that are here at once would both find it missing; the number is nobody else's.
void Connection::make_turn() {
    inside_->execute("SELECT pg_advisory_xact_lock(4711200815); "
                     "CREATE TABLE IF NOT EXISTS writing_turn ()");
}

namespace {

/// Every foreign key of one column, as a query for the rows that break it.
constexpr auto list_foreign_keys =
    "SELECT c.conrelid::regclass, a.attname, c.confrelid::regclass, f.attname "
    "FROM pg_constraint c "
    "JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1] "
    "JOIN pg_attribute f ON f.attrelid = c.confrelid AND f.attnum = c.confkey[1] "
    "WHERE c.contype = 'f' AND array_length(c.conkey, 1) = 1 "
    "AND c.connamespace = current_schema()::regnamespace ORDER BY 1, 2";
constexpr auto list_broken_indexes =
    "SELECT i.indexrelid::regclass FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid "
    "WHERE NOT i.indisvalid AND c.relnamespace = current_schema()::regnamespace ORDER BY 1";

} // namespace

std::vector<std::string> Connection::damage() {
    std::vector<std::string> found;
    const auto broken = inside_->execute(list_broken_indexes);
    for (int row = 0; row < PQntuples(broken.get()); ++row)
        found.push_back(fmt::format("the index {} is not valid", PQgetvalue(broken.get(), row, 0)));
    const auto keys = inside_->execute(list_foreign_keys);
    for (int row = 0; row < PQntuples(keys.get()); ++row) {
        const auto value = [&](int column) { return PQgetvalue(keys.get(), row, column); };
        const auto count = first_value(
            fmt::format("SELECT count(*) FROM {0} c WHERE c.{1} IS NOT NULL AND NOT EXISTS "
                        "(SELECT 1 FROM {2} f WHERE f.{3} = c.{1})",
                        value(0), value(1), value(2), value(3))
                .c_str());
        if (count != "0")
            found.push_back(
                fmt::format("{} of {} point to a missing {}", count, value(0), value(2)));
    }
    return found;
}

} // namespace openmasa::store::postgres
