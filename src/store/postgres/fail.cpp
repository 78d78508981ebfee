#include "store/postgres/fail.hpp"
#include "kernel/text.hpp"
#include <fmt/format.h>

namespace openmasa::store::postgres {
namespace {

using Kind = Fault::Kind;

struct Meaning {
    std::string_view code; // a class of two signs, or one condition of five
    Kind kind;
};

// Source: PostgreSQL 15, appendix A. The first that fits is it.
constexpr Meaning meanings[] = {
    {"08", Kind::away},          // connection exceptions
    {"57P", Kind::away},         // the server stops, crashed or starts
    {"25006", Kind::away},       // a primary that has become a standby
    {"25P03", Kind::away},       // ended by idle_in_transaction_session_timeout
    {"40001", Kind::conflict},   // serialization failure
    {"40P01", Kind::conflict},   // deadlock
    {"55P03", Kind::busy},       // lock not available in time
    {"57014", Kind::busy},       // statement timeout
    {"53100", Kind::full},       // disk full
    {"53", Kind::busy},          // out of connections or memory
    {"23", Kind::constraint},    //
    {"XX001", Kind::damaged},    //
    {"XX002", Kind::damaged},    //
    {"3D000", Kind::unsuitable}, // no such database
    {"28", Kind::unsuitable},    // not let in
    {"42501", Kind::unsuitable}, // no privilege
};

/// A value may stand in the words about data (class 22): they are left out.
std::string_view words_for(std::string_view code, const char* words) {
    return code.starts_with("22") || !words ? "the data was refused" : words;
}

} // namespace

Kind kind_of(std::string_view sqlstate) {
    if (sqlstate.empty()) return Kind::away;
    for (const auto& meaning : meanings)
        if (sqlstate.starts_with(meaning.code)) return meaning.kind;
    return Kind::other;
}

void fail(PGconn* connection, const PGresult* answer, std::string_view doing) {
    const char* state = answer ? PQresultErrorField(answer, PG_DIAG_SQLSTATE) : nullptr;
    const std::string_view code = state ? state : "";
    const auto kind = kind_of(code);
    const auto words =
        code.empty()
            ? one_line(PQerrorMessage(connection))
            : std::string(words_for(code, PQresultErrorField(answer, PG_DIAG_MESSAGE_PRIMARY)));
    throw Fault(kind, fmt::format("{}: {} (PostgreSQL {})", doing, words,
                                  code.empty() ? "does not answer" : code));
}

void check(PGconn* connection, const PGresult* answer, std::string_view doing) {
    const auto status = PQresultStatus(answer);
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) fail(connection, answer, doing);
}

} // namespace openmasa::store::postgres
