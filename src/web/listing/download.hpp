#pragma once
// One description of columns gives the CSV and the JSON of the same rows.
#include "kernel/json.hpp"
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace openmasa::listing {

/// Text, or a number: in JSON that is one, too.
template<class Row> struct Column {
    constexpr Column(std::string_view its_name, std::string (*its_text)(const Row&))
        : name(its_name), text(its_text) {}
    constexpr Column(std::string_view its_name, int (*its_number)(const Row&))
        : name(its_name), number(its_number) {}

    std::string cell(const Row& row) const {
        return number ? std::to_string(number(row)) : text(row);
    }
    void write(JsonWriter& json, const Row& row) const {
        if (number) {
            json.value(number(row));
            return;
        }
        const auto words = text(row);
        words.empty() ? json.null() : json.value(words);
    }

    /// The name in both formats: small letters and underscores.
    std::string_view name;
    std::string (*text)(const Row&) = nullptr;
    int (*number)(const Row&) = nullptr;
};

enum class Format { csv, json };
/// "csv" or "json"; nothing else.
bool from_text(std::string_view text, Format& format);

/// One line of CSV as RFC 4180 has it, ending in CR LF. A cell that a spreadsheet would run as a
/// formula (= + - @ or a control character first) gets an apostrophe in front; importing takes it
/// off.
void append_csv_line(std::string& to, const std::vector<std::string>& cells);

template<class Row>
std::string to_csv(std::span<const Column<Row>> columns, const std::vector<Row>& rows) {
    std::string csv = "\xEF\xBB\xBF"; // so that Excel reads UTF-8
    std::vector<std::string> cells;
    for (const auto& column : columns) cells.emplace_back(column.name);
    append_csv_line(csv, cells);
    for (const auto& row : rows) {
        cells.clear();
        for (const auto& column : columns) cells.push_back(column.cell(row));
        append_csv_line(csv, cells);
    }
    return csv;
}

/// An array of objects; an empty cell is null.
template<class Row>
std::string to_json(std::span<const Column<Row>> columns, const std::vector<Row>& rows) {
    JsonWriter json;
    json.begin_array();
    for (const auto& row : rows) {
        json.begin_object();
        for (const auto& column : columns) {
            json.key(column.name);
            column.write(json, row);
        }
        json.end_object();
    }
    json.end_array();
    return json.text() + "\n";
}

} // namespace openmasa::listing
