#include "core/exchange/sheet.hpp"
#include "core/registers/rows_out.hpp"
#include "kernel/day.hpp"
#include <gtest/gtest.h>
#include <random>

namespace openmasa::registers {
namespace {

constexpr Choice choices[] = {{"at_risk", "At risk"}, {"done", "Done"}};
constexpr Column columns[] = {
    {.key = "name", .label = "Name", .use = Use::key},
    {.key = "words", .label = "In full", .holds = Holds::long_words, .use = Use::given},
    {.key = "from", .label = "From", .holds = Holds::day, .use = Use::given},
    {.key = "steps", .label = "Steps", .holds = Holds::number, .use = Use::given},
    {.key = "funds", .label = "Funds", .holds = Holds::yes_no, .use = Use::given},
    {.key = "status", .label = "Status", .holds = Holds::choice, .choices = choices},
};
constexpr Format formats[] = {Format::csv, Format::json, Format::xlsx};

std::string written(Format format, const std::vector<Cells>& rows, std::string_view chosen = "") {
    std::string text;
    write_rows(
        format, {.title = "Test", .columns = columns, .chosen = chosen_columns(columns, chosen)},
        [&](const TakeRow& take) {
            for (const auto& row : rows) take(row);
        },
        [&](std::string_view piece) { text += piece; });
    return text;
}

std::vector<Cells> read_back(Format format, const std::vector<Cells>& rows) {
    const auto sheet = sheet::read_sheet(written(format, rows));
    std::vector<Cells> read;
    if (!sheet) {
        ADD_FAILURE() << to_text(format) << ": " << sheet.refusal().problems.front().words;
        return read;
    }
    EXPECT_TRUE(sheet->faults.empty());
    for (const auto& row : sheet->rows) read.push_back(row.cells);
    return read;
}

TEST(Rows_out, What_is_hard_for_spreadsheets_comes_back_as_it_was) {
    const std::vector<Cells> rows = {
        {"=SUM(A1:A9)", "one\ntwo\n\nthree", "2026-01-31", "3", "yes", "done"},
        {"+44 1603", "\"quoted\", and; more\ttabs", "1899-12-31", "0", "no", "at_risk"},
        {"007", "'apostrophe", "1900-02-28", "", "", ""},
        {"\u05d0\u05d1 \u0627\u0644", std::string(4000, 'x'), "1066-10-14", "12", "", "done"},
        {"_x0041_ _x000A_", "&lt;b&gt; <b>& \U0001F600", "9999-12-31", "", "yes", ""},
        {"@cmd|x", "-5", "1900-03-01", "", "", ""},
        {"true", "1e5", "", "", "", ""},
    };
    for (auto format : formats) EXPECT_EQ(read_back(format, rows), rows) << to_text(format);
}

/// Letters, signs that mean something to a format, spaces inside and line breaks.
std::string random_words(std::mt19937& random, bool lines) {
    static const std::string_view pieces[] = {
        "a", "B",       "\u00e9", "\u05d0", "=", "'", "\"", ",", ";",  "<",         "&",
        "]", "_x0041_", "0",      "\u2028", "-", "+", "@",  " ", "\\", "\U0001F600"};
    std::string words;
    const auto length = random() % 30;
    for (unsigned at = 0; at < length; ++at) words += pieces[random() % std::size(pieces)];
    if (lines && random() % 3 == 0) words += "\nsecond = line";
    const auto start = words.find_first_not_of(" \n"), end = words.find_last_not_of(" \n");
    return start == words.npos ? "x" : words.substr(start, end - start + 1);
}

TEST(Rows_out, Random_rows_come_back_as_they_were_in_every_format) {
    std::mt19937 random(20261121);
    for (int time = 0; time < 20; ++time) {
        std::vector<Cells> rows;
        for (int row = 0; row < 25; ++row) {
            const auto day = openmasa::day(1600, 1, 1) + std::chrono::days{random() % 240'000};
            rows.push_back({random_words(random, false), random_words(random, true), iso(day),
                            std::to_string(random() % 1000), random() % 2 ? "yes" : "no", "done"});
        }
        for (auto format : formats) EXPECT_EQ(read_back(format, rows), rows) << to_text(format);
    }
}

TEST(Rows_out, Columns_are_chosen_by_name_and_in_that_order) {
    EXPECT_EQ(written(Format::csv, {{"A", "w", "", "3", "", ""}}, "steps,nonsense,name,steps"),
              "\xEF\xBB\xBFsteps,name\r\n3,A\r\n");
    EXPECT_EQ(written(Format::json, {{"A", "w", "", "3", "yes", ""}}, "steps,from,funds"),
              "[\n{\"steps\": 3,\"from\": null,\"funds\": true}\n]\n");
}

TEST(Rows_out, A_template_has_the_columns_that_an_import_reads) {
    std::string bytes;
    write_template({.title = "Test", .columns = columns, .chosen = {}},
                   [&](std::string_view piece) { bytes += piece; });
    const auto sheet = sheet::read_sheet(bytes);
    ASSERT_TRUE(sheet);
    EXPECT_EQ(sheet->names, (Cells{"Name", "In full", "From", "Steps", "Funds"}));
    EXPECT_TRUE(sheet->rows.empty());
}

} // namespace
} // namespace openmasa::registers
