#pragma once
// The three kinds of failure (docs/ARCHITECTURE.md, "When something is wrong"):
// an expected refusal is a value of this type; a fault is an exception caught once, at the edge;
// a programmer's mistake is an assertion.
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace openmasa {

/// One thing that is wrong, in words for the person. `field` is the form field's name, or empty.
struct Problem {
    std::string field;
    std::string words;
    bool operator==(const Problem&) const = default;
};

/// Why something was not done. `not_found` is also the answer for what a person may not see.
struct Refusal {
    enum class Kind { not_found, invalid, conflict };
    Kind kind = Kind::invalid;
    std::vector<Problem> problems;
};

inline Refusal not_found() {
    return {Refusal::Kind::not_found, {}};
}
inline Refusal conflict(std::string words) {
    return {Refusal::Kind::conflict, {{"", std::move(words)}}};
}
inline Refusal invalid(std::string field, std::string words) {
    return {Refusal::Kind::invalid, {{std::move(field), std::move(words)}}};
}
inline Refusal invalid(std::vector<Problem> problems) {
    return {Refusal::Kind::invalid, std::move(problems)};
}

/// A value, or the reason why there is none. Ignoring one does not compile.
template<class T> class [[nodiscard]] Result {
public:
    Result(T value) : held_(std::in_place_index<0>, std::move(value)) {}
    Result(Refusal refusal) : held_(std::in_place_index<1>, std::move(refusal)) {}

    explicit operator bool() const { return held_.index() == 0; }
    T& value() & { return std::get<0>(held_); }
    const T& value() const& { return std::get<0>(held_); }
    T&& value() && { return std::get<0>(std::move(held_)); }
    const T& operator*() const& { return value(); }
    T& operator*() & { return value(); }
    const T* operator->() const { return &value(); }
    T* operator->() { return &value(); }
    const Refusal& refusal() const& { return std::get<1>(held_); }
    Refusal&& refusal() && { return std::get<1>(std::move(held_)); }

private:
    std::variant<T, Refusal> held_;
};

/// The value of an action that has nothing to give back.
struct Done {};

} // namespace openmasa

/// Gives the value, or returns the refusal from the calling function. The one macro.
#define TRY(expression)                                                                            \
    (__extension__({                                                                               \
        auto tried_result_ = (expression);                                                         \
        if (!tried_result_) return std::move(tried_result_).refusal();                             \
        std::move(tried_result_).value();                                                          \
    }))
