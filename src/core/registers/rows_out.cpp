#include "core/registers/rows_out.hpp"
#include "core/exchange/csv.hpp"
#include "core/exchange/xlsx_out.hpp"
#include "kernel/json.hpp"
#include <algorithm>
#include <charconv>
#include <optional>

namespace openmasa::registers {
namespace {

std::optional<std::int64_t> number_from(std::string_view digits) {
    std::int64_t number = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    const bool whole = read.ec == std::errc() && read.ptr == digits.data() + digits.size();
    return whole ? std::optional(number) : std::nullopt;
}

// ---------------------------------------------------------------------------------------- CSV

void write_csv(const Outgoing& what, const EachRow& each, const Sink& sink) {
    std::string line = "\xEF\xBB\xBF"; // so that Excel reads UTF-8
    std::vector<std::string_view> cells;
    for (auto place : what.chosen) cells.push_back(what.columns[place].key);
    csv::append_line(line, cells);
    sink(line);
    each([&](const Cells& row) {
        line.clear();
        cells.clear();
        for (auto place : what.chosen) cells.push_back(row[place]);
        csv::append_line(line, cells);
        sink(line);
    });
}

// --------------------------------------------------------------------------------------- JSON

void write_cell(JsonWriter& json, const Column& column, const std::string& cell) {
    json.key(column.key);
    if (cell.empty()) {
        json.null();
    } else if (column.holds == Holds::yes_no) {
        json.value(cell == "yes");
    } else if (const auto number =
                   column.holds == Holds::number ? number_from(cell) : std::nullopt) {
        json.value(*number);
    } else {
        json.value(cell);
    }
}

void write_json(const Outgoing& what, const EachRow& each, const Sink& sink) {
    bool first = true;
    sink("[");
    each([&](const Cells& row) {
        JsonWriter json(JsonWriter::Style::compact);
        json.begin_object();
        for (auto place : what.chosen) write_cell(json, what.columns[place], row[place]);
        json.end_object();
        sink((first ? "\n" : ",\n") + json.text());
        first = false;
    });
    sink("\n]\n");
}

// --------------------------------------------------------------------------------------- XLSX

double width_of(const Column& column) {
    switch (column.holds) {
    case Holds::long_words: return 60;
    case Holds::words: return 30;
    case Holds::reference:
    case Holds::references:
    case Holds::target_date: return 24;
    case Holds::day:
    case Holds::number:
    case Holds::choice:
    case Holds::yes_no: return 14;
    }
    return 16;
}

xlsx::ColumnLook look_of(const Column& column) {
    return {.head = column.label,
            .width = width_of(column),
            .wraps = column.holds == Holds::long_words};
}

void write_cell(xlsx::Workbook& book, const Column& column, const std::string& cell) {
    if (cell.empty()) return book.blank();
    const auto day = column.holds == Holds::day ? day_from_iso(cell) : std::nullopt;
    const auto number = column.holds == Holds::number ? number_from(cell) : std::nullopt;
    if (day) return book.day(*day);
    if (number) return book.number(*number);
    if (column.holds == Holds::yes_no) return book.yes_no(cell == "yes");
    book.words(cell);
}

void write_xlsx(const Outgoing& what, const EachRow& each, const Sink& sink) {
    xlsx::Workbook book;
    std::vector<xlsx::ColumnLook> looks;
    for (auto place : what.chosen) looks.push_back(look_of(what.columns[place]));
    book.begin_sheet(what.title, looks);
    each([&](const Cells& row) {
        for (auto place : what.chosen) write_cell(book, what.columns[place], row[place]);
        book.end_row();
    });
    book.finish(sink);
}

// ----------------------------------------------------------------------------------- template

bool is_read(const Column& column) {
    return column.use == Use::key || column.use == Use::given;
}

std::string what_belongs(const Column& column) {
    std::string words(column.hint);
    const auto add = [&](std::string_view more) {
        if (!words.empty()) words += ' ';
        words += more;
    };
    if (column.holds == Holds::day) add("A day: 31/01/2026 or 2026-01-31.");
    if (column.holds == Holds::yes_no) add("Yes or No.");
    if (column.holds == Holds::number) add("A whole number.");
    if (!column.choices.empty()) {
        std::string choices;
        for (const auto& choice : column.choices)
            if (!choice.value.empty())
                choices += (choices.empty() ? "" : "; ") + std::string(choice.label);
        add("One of: " + choices + ".");
    }
    if (must_be_filled(column)) add("Must be filled.");
    return words;
}

std::vector<std::string_view> labels_of(const Column& column) {
    std::vector<std::string_view> labels;
    for (const auto& choice : column.choices) labels.push_back(choice.label);
    return labels;
}

void write_sheet_to_fill(xlsx::Workbook& book, const Outgoing& what) {
    std::vector<std::vector<std::string_view>> choices;
    std::vector<xlsx::ColumnLook> looks;
    choices.reserve(what.columns.size());
    for (const auto& column : what.columns) {
        if (!is_read(column)) continue;
        auto look = look_of(column);
        look.choices = choices.emplace_back(labels_of(column));
        looks.push_back(look);
    }
    book.begin_sheet(what.title, looks);
}

} // namespace

bool from_text(std::string_view text, Format& format) {
    for (auto one : {Format::csv, Format::json, Format::xlsx})
        if (text == to_text(one)) {
            format = one;
            return true;
        }
    return false;
}

std::string_view to_text(Format format) {
    switch (format) {
    case Format::csv: return "csv";
    case Format::json: return "json";
    case Format::xlsx: return "xlsx";
    }
    return {};
}

std::string_view media_type(Format format) {
    switch (format) {
    case Format::csv: return "text/csv; charset=utf-8";
    case Format::json: return "application/json";
    case Format::xlsx: return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    }
    return {};
}

void write_rows(Format format, const Outgoing& what, const EachRow& each, const Sink& sink) {
    switch (format) {
    case Format::csv: return write_csv(what, each, sink);
    case Format::json: return write_json(what, each, sink);
    case Format::xlsx: return write_xlsx(what, each, sink);
    }
}

void write_template(const Outgoing& what, const Sink& sink) {
    xlsx::Workbook book;
    write_sheet_to_fill(book, what);
    const xlsx::ColumnLook looks[] = {{.head = "Column", .width = 24},
                                      {.head = "What belongs there", .width = 80, .wraps = true}};
    book.begin_sheet("What belongs where", looks);
    for (const auto& column : what.columns) {
        if (!is_read(column)) continue;
        book.words(column.label);
        book.words(what_belongs(column));
        book.end_row();
    }
    book.finish(sink);
}

} // namespace openmasa::registers
