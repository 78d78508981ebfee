// A return as a file: taken, filled in, read back with a reason for each row that is left out.
#include "core/access/secret.hpp"
#include "core/access/store.hpp"
#include "intelligence/indicator_store.hpp"
#include "intelligence/returns/return_file.hpp"
#include "intelligence/returns/rules.hpp"
#include "intelligence/returns/store.hpp"
#include "store/test_database.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace openmasa::intelligence {
namespace {

using testing::HasSubstr;

class ReturnFile : public testing::Test {
protected:
    ReturnFile() : db((database_.migrate(), database_.database())) {
        unit.holdings = {{Role::business_unit, {}}};
        unit.now = store::TestDatabase::noon();
        unit.today = day(2026, 1, 22);
        unit.randomness = &system_randomness();
        EXPECT_TRUE(db.atomically([&]() -> Result<Done> {
            const Area norfolk{.number = next_area_number(db), .name = "Norfolk", .dfe = "926"};
            add_area(db, norfolk);
            choose_ours(db, unit, norfolk);
            police = access::owner_named(db, unit, "Norfolk Constabulary");
            others = access::owner_named(db, unit, "Norfolk County Council");
            add(Measure::number, police);
            add(Measure::percentage, police);
            add(Measure::number, others);
            return Done{};
        }));
        db.finish();
        book = read_returns(db, unit);
        db.finish();
        for (auto& one : owed_until(book, unit.today))
            (one.owner == police ? owed : foreign).push_back(one);
    }
    void add(Measure measure, const OwnerId& owner) {
        Indicator indicator{.number = next_indicator_number(db), .id = unit.new_id<IndicatorId>()};
        indicator.definition = {.code = std::to_string(indicator.number),
                                .title = "=A title, \"quoted\"",
                                .theme = "T",
                                .numerator = "some",
                                .denominator = "all",
                                .measure = measure,
                                .multiplier = 100};
        add_indicator(db, unit, indicator, std::nullopt);
        keep_return_rule(db, indicator.number, {.due = {.days = 15}, .from = day(2025, 12, 1)});
        keep_owner_since(db, indicator.number, {.from = day(2025, 12, 1), .owner = owner});
    }
    ReadReturn read(const std::string& csv) {
        const auto sheet = sheet::read_sheet(csv);
        EXPECT_TRUE(sheet);
        auto read = read_return(*sheet, book, police);
        EXPECT_TRUE(read);
        return read ? *read : ReadReturn{};
    }

private:
    store::TestDatabase database_;

protected:
    store::Db db;
    Scope unit;
    OwnerId police{}, others{};
    ReturnsBook book;
    std::vector<OwedFigure> owed, foreign;
};

TEST_F(ReturnFile, A_template_that_nobody_filled_in_holds_no_figure_as_csv_and_as_a_spreadsheet) {
    ASSERT_EQ(owed.size(), 2u);
    for (const auto& bytes : {template_csv(owed), template_xlsx(owed)}) {
        const auto back = read(bytes);
        EXPECT_TRUE(back.figures.empty());
        EXPECT_TRUE(back.refused.empty());
        EXPECT_EQ(back.blank, 2);
    }
}

TEST_F(ReturnFile, Filled_in_it_is_what_somebody_would_have_typed) {
    const auto number = to_text(key_of(owed[0])), share = to_text(key_of(owed[1]));
    const auto back = read("id,numerator,denominator,value,no figure,note\n" + number +
                           ",,,12,,\n" + share + ",,,,Not available,\"Down, all day\"\n");
    ASSERT_EQ(back.figures.size(), 2u);
    EXPECT_EQ(back.figures[0].value, "12");
    EXPECT_EQ(back.figures[1].none, "x");
    EXPECT_EQ(back.figures[1].note, "Down, all day");
    const auto judged = judge_entries(book, back.figures, unit.today);
    ASSERT_EQ(judged.size(), 2u);
    EXPECT_EQ(judged[0].change, Change::added);
    EXPECT_EQ(judged[1].text.value, "x");
    const auto again = read(csv_of(judged));
    EXPECT_EQ(again.figures.size(), 2u) << "what a load keeps is read the same";
}

TEST_F(ReturnFile, A_row_that_is_not_theirs_or_comes_twice_is_left_out_with_its_reason) {
    ASSERT_FALSE(foreign.empty());
    const auto mine = to_text(key_of(owed[0])), theirs = to_text(key_of(foreign[0]));
    const auto back =
        read("id,value\n" + theirs + ",1\n" + mine + ",2\n" + mine + ",2\nnonsense,4\n");
    ASSERT_EQ(back.refused.size(), 3u);
    EXPECT_EQ(back.refused[0].line, 2);
    EXPECT_THAT(back.refused[0].why, HasSubstr("not asked of them"));
    EXPECT_THAT(back.refused[1].why, HasSubstr("Line 3 has the same"));
    EXPECT_THAT(back.refused[2].why, HasSubstr("id is none"));
    EXPECT_EQ(back.figures.size(), 1u);
}

TEST_F(ReturnFile, Of_two_rows_that_disagree_neither_is_taken) {
    const auto mine = to_text(key_of(owed[0])), share = to_text(key_of(owed[1]));
    const auto back = read("id,numerator,denominator,value\n" + share + ",1,2,\n" + mine +
                           ",,,454\n" + mine + ",,,545\n" + mine + ",,,454\n");
    ASSERT_EQ(back.figures.size(), 1u);
    EXPECT_EQ(back.figures[0].numerator, "1");
    ASSERT_EQ(back.refused.size(), 3u);
    EXPECT_EQ(back.refused[0].line, 3);
    EXPECT_EQ(back.refused[0].why,
              "Lines 3 and 4 have different figures for the same. Neither is taken.");
    EXPECT_EQ(back.refused[1].why, back.refused[0].why);
    EXPECT_THAT(back.refused[2].why, HasSubstr("Lines 3 and 5"));
}

TEST_F(ReturnFile, What_no_figure_can_be_is_refused_with_what_was_typed) {
    auto& whole = book.asked.front().indicator.definition;
    ASSERT_EQ(whole.measure, Measure::number);
    whole.decimals = 0;
    const auto number = key_of(owed[0]), share = key_of(owed[1]);
    const auto words = [&](TypedFigure typed) {
        const auto judged = judge_entries(book, std::vector{std::move(typed)}, unit.today);
        return judged.front().problems.empty() ? std::string()
                                               : judged.front().problems.front().words;
    };
    EXPECT_THAT(words({.key = number, .value = "-4"}), HasSubstr("“-4” is below nought"));
    EXPECT_THAT(words({.key = number, .value = "4.5"}), HasSubstr("“4.5” is no whole number"));
    EXPECT_THAT(words({.key = number, .value = "1e300"}), HasSubstr("“1e300” is larger than any"));
    EXPECT_THAT(words({.key = share, .numerator = "-1", .denominator = "2"}),
                HasSubstr("“-1” is below nought"));
    EXPECT_EQ(words({.key = number, .value = "4"}), "");
    whole.decimals = 1;
    EXPECT_EQ(words({.key = number, .value = "4.5"}), "");
}

TEST_F(ReturnFile, Another_file_is_refused) {
    const auto sheet = sheet::read_sheet("name,value\nx,1\n");
    ASSERT_TRUE(sheet);
    EXPECT_FALSE(read_return(*sheet, book, police));
}

} // namespace
} // namespace openmasa::intelligence
