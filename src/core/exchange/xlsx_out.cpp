#include "core/exchange/xlsx_out.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <array>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <stdexcept>
#include <unistd.h>
#include <utility>
#include <vector>
#include <xlsxwriter.h>

namespace openmasa::xlsx {
namespace {

/// Source: ECMA-376 part 1, 18.17.4.1: the 1900 date system, whose day 60 does not exist.
const Day serial_zero = openmasa::day(1899, 12, 30);
const Day first_certain_day = openmasa::day(1900, 3, 1);
/// What a cell can hold; the program's own limits are far below.
constexpr std::size_t most_characters = 32'767;

class TemporaryFile {
public:
    TemporaryFile() : path_(std::filesystem::temp_directory_path() / "openmasa-sheet-XXXXXX") {
        const int file = mkstemp(path_.data());
        if (file < 0) throw std::runtime_error("A temporary file could not be made.");
        close(file);
    }
    ~TemporaryFile() { unlink(path_.c_str()); }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    const std::string& path() const { return path_; }

private:
    std::string path_;
};

bool is_escape(std::string_view text) {
    if (text.size() < 7 || !text.starts_with("_x") || text[6] != '_') return false;
    return text.substr(2, 4).find_first_not_of("0123456789abcdefABCDEF") == text.npos;
}

/// "_x0041_" would be read as "A": such an underscore is written as its own escape.
/// Source: ECMA-376 part 1, 22.9.2.19 (ST_Xstring).
std::string escaped_marks(std::string_view text) {
    if (text.find("_x") == text.npos) return std::string(text);
    std::string escaped;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (is_escape(text.substr(at))) escaped += "_x005F";
        escaped += text[at];
    }
    return escaped;
}

std::size_t characters(std::string_view text) {
    std::size_t count = 0;
    for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    return count;
}

} // namespace

struct Workbook::Inside {
    TemporaryFile file;
    lxw_workbook* book = nullptr;
    lxw_worksheet* sheet = nullptr;
    lxw_format *head = nullptr, *plain = nullptr, *wrapped = nullptr, *dated = nullptr;
    std::vector<bool> wraps;
    lxw_row_t row = 0;
    lxw_col_t column = 0;

    lxw_format* format() const { return wraps.at(column) ? wrapped : plain; }
    ~Inside() {
        if (book) workbook_close(book);
    }
};

Workbook::Workbook() : inside_(std::make_unique<Inside>()) {
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    options.use_zip64 = LXW_FALSE;
    auto& in = *inside_;
    in.book = workbook_new_opt(in.file.path().c_str(), &options);
    if (!in.book) throw std::runtime_error("A workbook could not be begun.");
    in.head = workbook_add_format(in.book);
    format_set_bold(in.head);
    format_set_text_wrap(in.head);
    for (auto** format : {&in.plain, &in.wrapped, &in.dated}) {
        *format = workbook_add_format(in.book);
        format_set_align(*format, LXW_ALIGN_VERTICAL_TOP);
    }
    format_set_text_wrap(in.wrapped);
    format_set_num_format(in.dated, "d mmm yyyy");
}

Workbook::~Workbook() = default;

namespace {

/// Cells of this column offer its choices; other words stay possible, the import says what is off.
void offer(lxw_worksheet* sheet, lxw_col_t column, std::span<const std::string_view> choices) {
    constexpr lxw_row_t last_row = 10'000;
    constexpr std::size_t longest_list = 255; // a spreadsheet's own limit, commas among them
    std::vector<std::string> words(choices.begin(), choices.end());
    std::vector<const char*> list;
    std::size_t length = 0;
    for (const auto& word : words) {
        list.push_back(word.c_str());
        length += word.size() + 1;
    }
    if (words.empty() || length > longest_list) return;
    list.push_back(nullptr);
    lxw_data_validation validation{};
    validation.validate = LXW_VALIDATION_TYPE_LIST;
    validation.value_list = const_cast<char**>(list.data());
    validation.error_type = LXW_VALIDATION_ERROR_TYPE_WARNING;
    worksheet_data_validation_range(sheet, 1, column, last_row, column, &validation);
}

} // namespace

namespace {

/// A name that a spreadsheet takes: none of []:*?/\ and at most 31 characters.
std::string sheet_name(std::string_view words) {
    auto name = shortened(words, 28);
    std::ranges::replace_if(
        name, [](char c) { return std::string_view("[]:*?/\\").find(c) != std::string_view::npos; },
        ' ');
    return name;
}

} // namespace

void Workbook::begin_sheet(std::string_view name, std::span<const ColumnLook> columns) {
    auto& in = *inside_;
    in.sheet = workbook_add_worksheet(in.book, sheet_name(name).c_str());
    if (!in.sheet) throw std::runtime_error("A sheet could not be begun.");
    in.row = 0;
    in.wraps.clear();
    for (const auto& column : columns) {
        const auto at = static_cast<lxw_col_t>(in.wraps.size());
        worksheet_set_column(in.sheet, at, at, column.width, nullptr);
        offer(in.sheet, at, column.choices);
        in.wraps.push_back(column.wraps);
    }
    worksheet_freeze_panes(in.sheet, 1, 0);
    for (std::size_t at = 0; at < columns.size(); ++at)
        worksheet_write_string(in.sheet, 0, static_cast<lxw_col_t>(at),
                               std::string(columns[at].head).c_str(), in.head);
    end_row();
}

void Workbook::words(std::string_view text) {
    auto& in = *inside_;
    if (text.empty()) return blank();
    if (text.size() > most_characters && characters(text) > most_characters)
        throw std::runtime_error("A cell has more words than a spreadsheet can hold.");
    worksheet_write_string(in.sheet, in.row, in.column, escaped_marks(text).c_str(), in.format());
    ++in.column;
}

void Workbook::number(std::int64_t value) {
    auto& in = *inside_;
    worksheet_write_number(in.sheet, in.row, in.column, static_cast<double>(value), in.plain);
    ++in.column;
}

void Workbook::yes_no(bool yes) {
    auto& in = *inside_;
    worksheet_write_boolean(in.sheet, in.row, in.column++, yes, in.plain);
}

void Workbook::day(Day value) {
    auto& in = *inside_;
    if (value < first_certain_day) return words(iso(value));
    const auto serial = static_cast<double>((value - serial_zero).count());
    worksheet_write_number(in.sheet, in.row, in.column++, serial, in.dated);
}

void Workbook::blank() {
    ++inside_->column;
}

void Workbook::end_row() {
    ++inside_->row;
    inside_->column = 0;
}

void Workbook::finish(const std::function<void(std::string_view)>& take) {
    auto& in = *inside_;
    if (const auto error = workbook_close(std::exchange(in.book, nullptr)); error != LXW_NO_ERROR)
        throw std::runtime_error(
            fmt::format("The spreadsheet could not be written: {}", lxw_strerror(error)));
    std::ifstream file(in.file.path(), std::ios::binary);
    std::array<char, 64 * 1024> piece;
    while (file.read(piece.data(), piece.size()) || file.gcount() > 0)
        take({piece.data(), static_cast<std::size_t>(file.gcount())});
}

} // namespace openmasa::xlsx
