#include "kernel/id.hpp"
#include <algorithm>

namespace openmasa {
namespace {

// Crockford's base 32 without i, l, o and u, in small letters.
constexpr std::string_view letters = "0123456789abcdefghjkmnpqrstvwxyz";

} // namespace

IdText make_id_text(Moment now, Randomness& randomness) {
    IdText text;
    auto milliseconds = static_cast<std::uint64_t>(now.time_since_epoch().count());
    for (int at = 9; at >= 0; --at, milliseconds >>= 5) text[at] = letters[milliseconds & 31];
    unsigned char random[16];
    randomness.fill(random, sizeof random);
    for (int at = 0; at < 16; ++at) text[10 + at] = letters[random[at] & 31];
    return text;
}

bool is_id_text(std::string_view text) {
    return text.size() == 26 && std::all_of(text.begin(), text.end(),
                                            [](char c) { return letters.find(c) != letters.npos; });
}

} // namespace openmasa
