// Every register of the program: what is hard for a spreadsheet goes out in each format and comes
// back as the same.
#include "core/accounts/person_register.hpp"
#include "core/registers/as_at.hpp"
#include "core/registers/form.hpp"
#include "core/registers/import.hpp"
#include "core/registers/local.hpp"
#include "core/registers/rows_out.hpp"
#include "partnership/agencies/register.hpp"
#include "program.hpp"
#include <algorithm>
#include <gtest/gtest.h>

namespace openmasa {
namespace {

using registers::Cells;
using registers::Column;
using registers::Fate;
using registers::Holds;
using registers::Use;

const std::vector<std::string> hostile = {
    "=SUM(A1:A9)",
    "+44 1603 000000",
    "-1",
    "@cmd|' /C calc'!A0",
    "\"quoted\", and; more",
    "one\ntwo\n\nthree",
    "'apostrophe",
    "007",
    "true",
    "2026-01-31",
    "1e5",
    "\u05e9\u05dc\u05d5\u05dd \u0627\u0644\u0633\u0644\u0627\u0645 \u202eabc\u202c",
    "_x0041_ _x000A_ &lt;b&gt; <b>&",
    "\U0001F600 caf\u00e9 \u2028 end",
    "NULL",
    std::string(4000, 'x'),
};

class EveryRegister : public testing::TestWithParam<const registers::Register*> {
protected:
    const registers::Register& which() const { return *in_our_words; }
    bool is_set(const Column& column) const {
        return column.use == Use::key || column.use == Use::given;
    }
    bool is_text(const Column& column) const {
        return column.holds == Holds::words || column.holds == Holds::long_words ||
               column.holds == Holds::target_date;
    }

    /// A cell with hostile words where it takes words, else with something that it takes.
    std::string cell_for(std::size_t at, std::size_t number) {
        const auto& column = which().columns[at];
        switch (column.holds) {
        case Holds::words:
        case Holds::long_words:
        case Holds::target_date: return hostile[number].substr(0, column.longest);
        case Holds::day: return "2026-01-31";
        case Holds::number: return "12";
        case Holds::choice: return std::string(column.choices[1].value);
        case Holds::yes_no: return "yes";
        case Holds::references:
        case Holds::reference: return names[at].empty() ? std::string() : names[at].front();
        }
        return {};
    }

    /// Of a row that is there: its id and hostile words. Of a new one: everything.
    sheet::Sheet hostile_rows() {
        sheet::Sheet sheet{.names = {}, .rows = {}, .faults = {}, .remarks = {}};
        for (const auto& column : which().columns) sheet.names.emplace_back(column.key);
        std::vector<Cells> known;
        which().each(test.db, scope, [&](const Cells& row) { known.push_back(row); });
        for (std::size_t number = 0; number < hostile.size(); ++number) {
            if (!which().may_add && number >= known.size()) break;
            Cells cells(which().columns.size());
            for (std::size_t at = 0; at < cells.size(); ++at) {
                const auto& column = which().columns[at];
                if (!which().may_add && (!is_text(column) || column.fixed))
                    cells[at] = known[number][at];
                else if (is_set(column))
                    cells[at] = cell_for(at, number);
            }
            sheet.rows.push_back({static_cast<int>(number) + 2, std::move(cells)});
        }
        return sheet;
    }

    registers::Preview seen(const sheet::Sheet& sheet) {
        return registers::look(test.db, scope, which(), sheet, registers::Policy::stop).value();
    }

    /// A cell that may not be so (an address of e-mail) is written as it may be; what tells one row
    /// from another is never empty.
    void tame(sheet::Sheet& sheet) {
        const std::string instead[] = {"", "p{}@example.org", "Known {}"};
        for (const auto& other : instead) {
            const auto preview = seen(sheet);
            for (std::size_t row = 0; row < preview.rows.size(); ++row)
                for (const auto& problem : preview.rows[row].problems) {
                    const auto column =
                        std::ranges::find(which().columns, problem.field, &Column::label);
                    if (column->use == Use::key && !is_text(*column)) continue;
                    const bool leave_empty = other.empty() && column->use != Use::key;
                    const auto at = static_cast<std::size_t>(column - which().columns.begin());
                    sheet.rows[row].cells[at] =
                        leave_empty
                            ? std::string()
                            : fmt::format(fmt::runtime(other.empty() ? instead[1] : other), row);
                }
        }
    }

    int hostile_cells(const sheet::Sheet& sheet) const {
        int count = 0;
        for (const auto& row : sheet.rows)
            count += static_cast<int>(std::ranges::count_if(row.cells, [&](const auto& cell) {
                return std::ranges::any_of(hostile, [&](const std::string& words) {
                    return !cell.empty() && words.starts_with(cell) && cell.size() > 1;
                });
            }));
        return count;
    }

    std::string exported(registers::Format format) {
        std::string bytes;
        registers::write_rows(
            format,
            {.title = which().title,
             .columns = which().columns,
             .chosen = registers::chosen_columns(which().columns, "")},
            [&](const registers::TakeRow& take) { which().each(test.db, scope, take); },
            [&](std::string_view piece) { bytes += piece; });
        return bytes;
    }

    registers::LocalRegister in_our_words{*GetParam(), {}};
    Program program;
    plan::TestPlan& test = program.test;
    Scope scope = [&] {
        auto made = command_line_scope(test.now, program.randomness);
        made.today = test.today;
        return made;
    }();
    registers::Names names = registers::names_of(test.db, scope, which());
};

TEST_P(EveryRegister, Takes_hostile_words_out_and_in_again_as_the_same) {
    auto sheet = hostile_rows();
    tame(sheet);
    ASSERT_GE(hostile_cells(sheet), static_cast<int>(sheet.rows.size()) - 3);
    const auto preview = seen(sheet);
    for (const auto& row : preview.rows)
        ASSERT_TRUE(row.problems.empty())
            << row.problems.front().field << ": " << row.problems.front().words;
    test.in_one_transaction([&] {
        const auto saved = registers::save(test.db, scope, preview, preview.state);
        ASSERT_TRUE(saved) << saved.refusal().problems.front().words;
    });
    for (auto format : {registers::Format::csv, registers::Format::xlsx, registers::Format::json}) {
        const auto back = sheet::read_sheet(exported(format));
        ASSERT_TRUE(back) << to_text(format);
        const auto again = seen(*back);
        EXPECT_EQ(again.count(Fate::same), static_cast<int>(again.rows.size()))
            << to_text(format) << " of " << which().kind;
        EXPECT_EQ(again.count(Fate::gone), 0);
        EXPECT_GE(again.rows.size(), sheet.rows.size());
    }
}

TEST_P(EveryRegister, Has_a_template_and_columns_that_a_list_can_show) {
    EXPECT_TRUE(std::ranges::any_of(which().columns, &Column::shown));
    EXPECT_EQ(std::ranges::count_if(which().columns, &Column::names_row), 1);
    EXPECT_EQ(std::ranges::count(which().columns, Use::id, &Column::use), 1);
    ASSERT_TRUE(which().page_of);
    which().each(test.db, scope, [&](const Cells& row) {
        EXPECT_EQ(program.get(&program.cast.front(), which().page_of(row)).status, 200)
            << which().page_of(row);
    });
}

INSTANTIATE_TEST_SUITE_P(Of, EveryRegister, testing::ValuesIn(registers_of_the_program()),
                         [](const auto& which) { return std::string(which.param->kind); });

class AsAt : public testing::Test {
protected:
    Scope on(Day day) {
        auto made = command_line_scope(day + std::chrono::hours{10}, program.randomness);
        made.today = day;
        return made;
    }
    void import(const registers::Register& which, const std::string& file, const Scope& who) {
        const auto seen = registers::look(test.db, who, which, sheet::read_sheet(file).value(),
                                          registers::Policy::stop)
                              .value();
        test.in_one_transaction(
            [&] { ASSERT_TRUE(registers::save(test.db, who, seen, seen.state)); });
    }
    /// What the named column held on that day, of every row.
    std::vector<std::string> then(const registers::Register& which, std::string_view column,
                                  Day day) {
        test.db.look_through(looking_back_at(modules(), {.day = day}));
        std::vector<std::string> cells;
        registers::rows_from_history(test.db, which)([&](const Cells& row) {
            cells.push_back(row[registers::place_of(which.columns, column)]);
        });
        test.db.finish();
        return cells;
    }

    Program program;
    plan::TestPlan& test = program.test;
    const Day first = test.today + std::chrono::days{1}, second = first + std::chrono::days{5};
};

TEST_F(AsAt, Agencies_are_exported_as_they_were) {
    import(agencies::agency_register, "name,sector,funds\nNew agency,Health,no\n", on(first));
    import(agencies::agency_register, "name,sector,funds\nNew agency,Police,yes\n", on(second));
    EXPECT_TRUE(then(agencies::agency_register, "name", test.today).empty());
    EXPECT_EQ(then(agencies::agency_register, "sector", first), Cells{"Health"});
    EXPECT_EQ(then(agencies::agency_register, "funds", first), Cells{"no"});
    EXPECT_EQ(then(agencies::agency_register, "sector", second), Cells{"Police"});
}

TEST_F(AsAt, People_are_exported_as_they_were_with_the_name_of_their_agency) {
    const auto& people = accounts::person_register;
    import(agencies::agency_register, "name,sector\nNew agency,Health\n", on(first));
    import(people, "name,agency,position\nA nurse,New agency,One\n", on(first));
    import(people, "name,agency,position\nA nurse,New agency,Two\n", on(second));
    EXPECT_EQ(then(people, "position", first), Cells{"One"});
    EXPECT_EQ(then(people, "agency", first), Cells{"New agency"});
    EXPECT_EQ(then(people, "version", second), Cells{"2"});
}

} // namespace
} // namespace openmasa
