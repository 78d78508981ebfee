// Which rows and columns a list shows, as its address says it.
#include "core/registers/selected.hpp"
#include <gtest/gtest.h>

namespace openmasa::registers {
namespace {

constexpr Choice statuses[] = {{"at_risk", "At risk"}, {"done", "Done"}};
constexpr Column columns[] = {
    {.key = "name", .label = "Name", .use = Use::key, .shown = true},
    {.key = "status", .label = "Status", .choices = statuses, .shown = true, .filters = true},
    {.key = "steps", .label = "Steps", .holds = Holds::number},
    {.key = "from", .label = "From", .holds = Holds::day},
    {.key = "id", .label = "Id", .use = Use::id},
};
constexpr Register things{.kind = "things",
                          .title = "Things",
                          .one = "thing",
                          .many = "things",
                          .read = Permission::read_plan,
                          .change = Permission::edit_plan,
                          .address = "/things",
                          .columns = columns};

const std::vector<Cells> rows = {
    {"Beta <b>&", "done", "10", "2026-01-31", "secretid"},
    {"alpha", "at_risk", "9", "", "x2"},
    {"Gamma", "", "", "2025-02-01", "x3"},
    {"delta", "done", "100", "2026-02-01", "x4"},
};

Selection read(std::string_view query) {
    return read_selection(things, http::read_query(query));
}

std::string names(std::string_view query) {
    std::string found;
    const EachRow all = [](const TakeRow& take) {
        for (const auto& row : rows) take(row);
    };
    selected(all, things,
             read(query))([&](const Cells& row) { found += row[0].substr(0, 5) + " "; });
    return found;
}

TEST(Selection, What_an_address_says_is_written_as_it_was_read) {
    for (const std::string query : {"", "words=a%26b", "status=done", "status=-", "sort=name",
                                    "sort=-steps", "columns=steps%2Cname", "page=3",
                                    "words=x&status=at_risk&sort=-from&columns=name%2Cid&page=2"})
        EXPECT_EQ(to_query(things, read(query)), query);
    EXPECT_EQ(canonical_query(things, "page=7&sort=name"), "sort=name");
}

TEST(Selection, What_makes_no_sense_is_left_out) {
    EXPECT_EQ(to_query(things, read("sort=nothing&columns=,,none&page=-4&name=Beta&x=1")), "");
    EXPECT_EQ(to_query(things, read("page=99999999999999999999")), "");
}

TEST(Selection, Columns_are_named_by_boxes_and_by_a_list_each_once) {
    EXPECT_EQ(read("columns=id&columns=name").columns, (std::vector<std::size_t>{4, 0}));
    EXPECT_EQ(read("columns=id,name,id").columns, (std::vector<std::size_t>{4, 0}));
    EXPECT_EQ(usual_columns(columns), (std::vector<std::size_t>{0, 1}));
}

TEST(Selection, Every_word_must_stand_in_the_row_as_people_read_it) {
    EXPECT_EQ(names("words=AT+risk"), "alpha ");
    EXPECT_EQ(names("words=%3Cb%3E"), "Beta  ");
    EXPECT_EQ(names("words=done+100"), "delta ");
    EXPECT_EQ(names("words=2025"), "Gamma ");
    EXPECT_EQ(names("words=secretid"), "");
}

TEST(Selection, A_filter_takes_a_value_or_nothing) {
    EXPECT_EQ(names("status=done"), "Beta  delta ");
    EXPECT_EQ(names("status=-"), "Gamma ");
    EXPECT_EQ(names("status=unheard"), "");
}

TEST(Selection, Numbers_are_ordered_as_numbers_and_what_is_empty_comes_last) {
    EXPECT_EQ(names("sort=steps"), "alpha Beta  delta Gamma ");
    EXPECT_EQ(names("sort=-steps"), "delta Beta  alpha Gamma ");
    EXPECT_EQ(names("sort=name"), "alpha Beta  delta Gamma ");
    EXPECT_EQ(names("sort=-from"), "delta Beta  Gamma alpha ");
}

TEST(Selection, It_is_told_in_words) {
    EXPECT_EQ(
        in_words(things, read("words=x&status=at_risk&sort=-steps&columns=name,steps")),
        (std::vector<std::string>{"Words: x", "Status: At risk",
                                  "In order of steps, the last first", "Columns: Name, Steps"}));
}

} // namespace
} // namespace openmasa::registers
