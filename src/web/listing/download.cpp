#include "web/listing/download.hpp"

namespace openmasa::listing {
namespace {

bool looks_like_formula(std::string_view cell) {
    if (cell.empty()) return false;
    const char first = cell.front();
    return first == '=' || first == '+' || first == '-' || first == '@' || first == '\t' ||
           first == '\r' || first == '\'';
}

void append_cell(std::string& to, std::string_view cell) {
    const bool guarded = looks_like_formula(cell);
    if (!guarded && cell.find_first_of(",\"\r\n") == cell.npos) {
        to += cell;
        return;
    }
    to += '"';
    if (guarded) to += '\'';
    for (char c : cell) {
        if (c == '"') to += '"';
        to += c;
    }
    to += '"';
}

} // namespace

bool from_text(std::string_view text, Format& format) {
    if (text != "csv" && text != "json") return false;
    format = text == "csv" ? Format::csv : Format::json;
    return true;
}

void append_csv_line(std::string& to, const std::vector<std::string>& cells) {
    bool first = true;
    for (const auto& cell : cells) {
        if (!first) to += ',';
        first = false;
        append_cell(to, cell);
    }
    to += "\r\n";
}

} // namespace openmasa::listing
