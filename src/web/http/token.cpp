#include "web/http/token.hpp"
#include <algorithm>
#include <array>

namespace openmasa::http {
namespace {

constexpr auto token_characters = [] {
    std::array<bool, 256> table{};
    for (const char c : std::string_view("!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyz"
                                         "ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
        table[static_cast<unsigned char>(c)] = true;
    return table;
}();

bool is_token_character(char c) {
    return token_characters[static_cast<unsigned char>(c)];
}

bool is_field_character(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte >= 0x20 && byte != 0x7F) || byte == '\t';
}

} // namespace

bool is_token(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), is_token_character);
}

bool is_field_text(std::string_view text) {
    return std::all_of(text.begin(), text.end(), is_field_character);
}

std::string_view without_white_space(std::string_view text) {
    const auto start = text.find_first_not_of(" \t");
    if (start == text.npos) return text.substr(0, 0);
    return text.substr(start, text.find_last_not_of(" \t") - start + 1);
}

} // namespace openmasa::http
