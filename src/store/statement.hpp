#pragma once
// One prepared statement, without the database library's types. Queries use it; nobody else does.
#include "kernel/day.hpp"
#include "kernel/id.hpp"
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

namespace openmasa::store {

namespace postgres {
class Prepared;
}

/// What an argument is, for an engine that wants to know before it prepares.
enum class Kind { integer, text, bytes };

/// Bytes that are no text: a file's content.
struct Bytes {
    std::string_view view;
};

class Statement {
public:
    explicit Statement(void* sqlite) : sqlite_(sqlite) {}
    explicit Statement(postgres::Prepared& prepared) : postgres_(&prepared) {}

    void bind(int number, std::int64_t value);
    void bind(int number, std::string_view value);
    void bind(int number, Bytes value);
    void bind_null(int number, Kind kind);
    /// True when there is a row. Throws Fault.
    bool step();
    /// Ready for the next use; forgets what was bound.
    void reset();

    bool is_null(int column) const;
    std::int64_t integer(int column) const;
    /// Valid until the next step() or reset().
    std::string_view text(int column) const;
    int columns() const;
    /// Throws Fault(damaged): the column holds what this program has never written there.
    [[noreturn]] void refuse_value(int column) const;

private:
    void* sqlite_ = nullptr;
    postgres::Prepared* postgres_ = nullptr;
};

// What may be an argument: text, bytes, whole numbers, yes or no, ids, days, moments, enums that
// have to_text() and from_text(), and an optional of those. A floating-point number may not: money
// is pence, and figures are text or scaled whole numbers.

template<class T>
concept TextEnum = std::is_enum_v<T> && requires(T value, std::string_view text) {
    { to_text(value) } -> std::convertible_to<std::string_view>;
    { from_text(text, value) } -> std::same_as<bool>;
};

inline void bind(Statement& s, int n, std::string_view value) {
    s.bind(n, value);
}
inline void bind(Statement& s, int n, const std::string& value) {
    s.bind(n, std::string_view(value));
}
inline void bind(Statement& s, int n, const char* value) {
    s.bind(n, std::string_view(value));
}
template<std::integral T> void bind(Statement& s, int n, T value) {
    s.bind(n, static_cast<std::int64_t>(value));
}
template<class Kind> void bind(Statement& s, int n, const Id<Kind>& value) {
    s.bind(n, value.view());
}
inline void bind(Statement& s, int n, Day value) {
    s.bind(n, std::string_view(iso(value)));
}
inline void bind(Statement& s, int n, Moment value) {
    s.bind(n, std::string_view(iso(value)));
}
template<TextEnum T> void bind(Statement& s, int n, T value) {
    s.bind(n, std::string_view(to_text(value)));
}
inline void bind(Statement& s, int n, Bytes value) {
    s.bind(n, value);
}
template<class T> void bind(Statement& s, int n, const std::optional<T>& value) {
    value ? bind(s, n, *value) : s.bind_null(n, std::is_integral_v<T> ? Kind::integer : Kind::text);
}
void bind(Statement&, int, double) = delete;

inline void read(Statement& s, int c, std::string& into) {
    into = s.text(c);
}
inline void read(Statement& s, int c, std::string_view& into) {
    into = s.text(c);
}
template<std::integral T> void read(Statement& s, int c, T& into) {
    into = static_cast<T>(s.integer(c));
}
inline void read(Statement& s, int c, bool& into) {
    into = s.integer(c) != 0;
}
template<class Kind> void read(Statement& s, int c, Id<Kind>& into) {
    const auto text = s.text(c);
    if (text.size() != into.text.size()) s.refuse_value(c);
    into = Id<Kind>::unchecked(text);
}
inline void read(Statement& s, int c, Day& into) {
    const auto day = day_from_iso(s.text(c));
    if (!day) s.refuse_value(c);
    into = *day;
}
inline void read(Statement& s, int c, Moment& into) {
    const auto moment = moment_from_iso(s.text(c));
    if (!moment) s.refuse_value(c);
    into = *moment;
}
/// A word that this program does not know (a role of a newer one) is never taken for another.
template<TextEnum T> void read(Statement& s, int c, T& into) {
    if (!from_text(s.text(c), into)) s.refuse_value(c);
}
template<class T> void read(Statement& s, int c, std::optional<T>& into) {
    if (s.is_null(c)) return into.reset();
    T value{};
    read(s, c, value);
    into = std::move(value);
}

} // namespace openmasa::store
