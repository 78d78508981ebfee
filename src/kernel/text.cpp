#include "kernel/text.hpp"
#include <cstdint>
#include <fmt/format.h>

namespace openmasa {
namespace {

constexpr std::string_view white = " \t\r\n\f\v";
constexpr std::string_view replacement = "\xEF\xBF\xBD";

char lower_one(char c) {
    return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
}

/// How many bytes the well-formed UTF-8 character at the start of `text` takes; 0 if malformed.
/// Source: The Unicode Standard, table 3-7, well-formed UTF-8 byte sequences.
std::size_t utf8_length(std::string_view text) {
    const auto byte = [&](std::size_t at) -> unsigned {
        return at < text.size() ? static_cast<unsigned char>(text[at]) : 0u;
    };
    const auto follows = [&](std::size_t at, unsigned low = 0x80, unsigned high = 0xBF) {
        return byte(at) >= low && byte(at) <= high;
    };
    const unsigned first = byte(0);
    if (first < 0x80) return 1;
    if (first >= 0xC2 && first <= 0xDF) return follows(1) ? 2 : 0;
    if (first >= 0xE0 && first <= 0xEF) {
        const unsigned low = first == 0xE0 ? 0xA0 : 0x80, high = first == 0xED ? 0x9F : 0xBF;
        return follows(1, low, high) && follows(2) ? 3 : 0;
    }
    if (first >= 0xF0 && first <= 0xF4) {
        const unsigned low = first == 0xF0 ? 0x90 : 0x80, high = first == 0xF4 ? 0x8F : 0xBF;
        return follows(1, low, high) && follows(2) && follows(3) ? 4 : 0;
    }
    return 0;
}

bool is_control(std::string_view character) {
    const auto first = static_cast<unsigned char>(character[0]);
    if (character.size() == 1)
        return (first < 0x20 && first != '\t' && first != '\n') || first == 0x7F;
    return character.size() == 2 && first == 0xC2 &&
           static_cast<unsigned char>(character[1]) < 0xA0;
}

} // namespace

std::string_view trimmed(std::string_view text) {
    const auto start = text.find_first_not_of(white);
    if (start == text.npos) return {};
    return text.substr(start, text.find_last_not_of(white) - start + 1);
}

std::string lower(std::string_view text) {
    std::string small(text);
    for (char& c : small) c = lower_one(c);
    return small;
}

std::string upper(std::string_view text) {
    std::string capitals(text);
    for (char& c : capitals)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return capitals;
}

bool starts_with_ignoring_case(std::string_view text, std::string_view start) {
    return text.size() >= start.size() && lower(text.substr(0, start.size())) == lower(start);
}

std::string one_line(std::string_view text) {
    std::string line;
    bool gap = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool no_break = text.substr(at, 2) == "\xC2\xA0";
        if (no_break || white.find(text[at]) != white.npos) {
            gap = true;
            at += no_break;
            continue;
        }
        if (gap && !line.empty()) line += ' ';
        gap = false;
        line += text[at];
    }
    return line;
}

std::vector<std::string_view> split(std::string_view text, char at) {
    std::vector<std::string_view> parts;
    for (auto end = text.find(at); end != text.npos; end = text.find(at)) {
        parts.push_back(text.substr(0, end));
        text.remove_prefix(end + 1);
    }
    parts.push_back(text);
    return parts;
}

std::string join(const std::vector<std::string>& parts, std::string_view between) {
    return fmt::format("{}", fmt::join(parts, between));
}

bool is_utf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const auto length = utf8_length(text.substr(at));
        if (length == 0) return false;
        at += length;
    }
    return true;
}

std::string cleaned(std::string_view text) {
    std::string clean;
    clean.reserve(text.size());
    while (!text.empty()) {
        const auto length = utf8_length(text);
        const auto character = text.substr(0, length == 0 ? 1 : length);
        text.remove_prefix(character.size());
        if (character == "\r") {
            if (text.empty() || text.front() != '\n') clean += '\n';
        } else if (length == 0) {
            clean += replacement;
        } else if (!is_control(character)) {
            clean += character;
        }
    }
    return clean;
}

std::string shortened(std::string_view text, std::size_t bytes) {
    if (text.size() <= bytes) return std::string(text);
    while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0) == 0x80) --bytes;
    return fmt::format("{}\u2026", trimmed(text.substr(0, bytes)));
}

std::string counted(long long number, std::string_view one, std::string_view many) {
    if (number == 1) return fmt::format("1 {}", one);
    return many.empty() ? fmt::format("{} {}s", number, one) : fmt::format("{} {}", number, many);
}

} // namespace openmasa
