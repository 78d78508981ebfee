#pragma once
// Typed ids: 26 characters, 48 bits of time (so they sort by when they were made) and 80 random
// bits (so nobody guesses one). Text form as in the ULID specification, in small letters.
#include "kernel/day.hpp"
#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace openmasa {

/// Randomness is an argument everywhere; this is what gives it. Production: the system's generator.
struct Randomness {
    virtual ~Randomness() = default;
    virtual void fill(unsigned char* bytes, std::size_t count) = 0;
};

using IdText = std::array<char, 26>;
IdText make_id_text(Moment now, Randomness& randomness);
bool is_id_text(std::string_view text);

/// An id of one kind of thing. Passing an ActionId where a PlanId belongs does not compile.
template<class Kind> struct Id {
    IdText text{};

    static Id make(Moment now, Randomness& randomness) { return {make_id_text(now, randomness)}; }
    /// From text that somebody sent: nothing unless it has an id's shape.
    static std::optional<Id> parse(std::string_view text) {
        if (!is_id_text(text)) return std::nullopt;
        return unchecked(text);
    }
    /// From our own database, where the shape is known.
    static Id unchecked(std::string_view text) {
        Id id;
        text.copy(id.text.data(), id.text.size());
        return id;
    }
    std::string_view view() const { return {text.data(), text.size()}; }
    std::string str() const { return std::string(view()); }
    auto operator<=>(const Id&) const = default;
};

} // namespace openmasa
