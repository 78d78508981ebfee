#include "core/exchange/text_encoding.hpp"
#include "kernel/text.hpp"
#include <array>
#include <cstdint>

namespace openmasa {
namespace {

using std::string_view_literals::operator""sv;

constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";
constexpr std::string_view little_endian = "\xFF\xFE"sv, big_endian = "\xFE\xFF"sv;

/// The characters of 0x80 to 0x9F; five have none and stay control characters.
constexpr std::array<std::uint32_t, 32> windows = {
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

void append_character(std::string& to, std::uint32_t code) {
    const auto put = [&](std::uint32_t byte) { to += static_cast<char>(byte); };
    if (code < 0x80) return put(code);
    if (code < 0x800) {
        put(0xC0 | code >> 6);
    } else if (code < 0x10000) {
        put(0xE0 | code >> 12);
        put(0x80 | (code >> 6 & 0x3F));
    } else {
        put(0xF0 | code >> 18);
        put(0x80 | (code >> 12 & 0x3F));
        put(0x80 | (code >> 6 & 0x3F));
    }
    put(0x80 | (code & 0x3F));
}

std::string from_utf16(std::string_view bytes, bool big) {
    const auto unit = [&](std::size_t at) -> std::uint32_t {
        const auto first = static_cast<unsigned char>(bytes[at]);
        const auto second = static_cast<unsigned char>(bytes[at + 1]);
        return big ? first << 8u | second : second << 8u | first;
    };
    std::string text;
    for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
        auto code = unit(at);
        const bool pair = code >= 0xD800 && code < 0xDC00 && at + 3 < bytes.size();
        const auto low = pair ? unit(at + 2) : 0u;
        if (low >= 0xDC00 && low < 0xE000) {
            code = 0x10000 + ((code - 0xD800) << 10u) + (low - 0xDC00);
            at += 2;
        }
        const bool lone = code >= 0xD800 && code < 0xE000;
        append_character(text, lone ? 0xFFFD : code);
    }
    return text;
}

std::string from_windows(std::string_view bytes) {
    std::string text;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        append_character(text, byte >= 0x80 && byte < 0xA0 ? windows[byte - 0x80u] : byte);
    }
    return text;
}

} // namespace

bool is_utf16(std::string_view bytes) {
    return bytes.starts_with(little_endian) || bytes.starts_with(big_endian);
}

std::string to_utf8(std::string_view bytes) {
    if (is_utf16(bytes)) return from_utf16(bytes.substr(2), bytes.starts_with(big_endian));
    if (bytes.starts_with(utf8_mark)) return std::string(bytes.substr(utf8_mark.size()));
    return is_utf8(bytes) ? std::string(bytes) : from_windows(bytes);
}

} // namespace openmasa
