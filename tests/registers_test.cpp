// Every register of the program: what is hard for a spreadsheet goes out in each format and comes
// back as the same.
#include "core/accounts/person_register.hpp"
#include "core/accounts/register.hpp"
#include "core/registers/as_at.hpp"
#include "core/registers/form.hpp"
#include "core/registers/import.hpp"
#include "core/registers/rows.hpp"
#include "core/registers/rows_out.hpp"
#include "core/registers/selected.hpp"
#include "core/terms/register.hpp"
#include "partnership/agencies/register.hpp"
#include "program.hpp"
#include "web/http/spool.hpp"
#include <algorithm>
#include <gmock/gmock.h>
#include <random>

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
    const registers::Register& which() const { return *GetParam(); }
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
        registers::all_rows(test.db, scope,
                            which())([&](const Cells& row) { known.push_back(row); });
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

    /// Words and values that stand in some row, and now and then one that stands in none.
    registers::Selection random_selection(const std::vector<Cells>& all, std::mt19937& random) {
        registers::Selection selection;
        const auto cell_at = [&](std::size_t column) { return all[random() % all.size()][column]; };
        const auto& columns = which().columns;
        if (random() % 2) {
            const auto cell = cell_at(random() % columns.size());
            selection.words = registers::within(cell, 1 + random() % 20);
            if (random() % 8 == 0) selection.words += " nowhere";
        }
        for (auto at : registers::columns_that_filter(columns)) {
            const auto value = cell_at(at);
            if (random() % 4 == 0)
                selection.chosen.push_back(
                    {at, value.empty() ? std::string(registers::nothing) : value});
        }
        if (random() % 3) selection.sort = random() % columns.size();
        selection.descending = random() % 2 == 0;
        return selection;
    }

    std::string exported(registers::Format format) {
        std::string bytes;
        registers::write_rows(format,
                              {.title = which().title,
                               .columns = which().columns,
                               .chosen = registers::chosen_columns(which().columns, "")},
                              registers::all_rows(test.db, scope, which()),
                              [&](std::string_view piece) { bytes += piece; });
        return bytes;
    }

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
    registers::all_rows(test.db, scope, which())([&](const Cells& row) {
        EXPECT_EQ(program.get(&program.cast.front(), which().page_of(row)).status, 200)
            << which().page_of(row);
    });
}

TEST_P(EveryRegister, Has_a_source_that_says_each_of_its_columns) {
    if (!which().source) return; // the actions of a plan have a list of their own
    std::vector<std::string_view> said, described;
    for (const auto& cell : which().source->cells) said.push_back(cell.key);
    for (const auto& column : which().columns) described.push_back(column.key);
    EXPECT_EQ(said, described);
}

TEST_P(EveryRegister, Is_filtered_and_ordered_by_the_database_as_it_would_be_in_memory) {
    auto sheet = hostile_rows();
    tame(sheet);
    const auto preview = seen(sheet);
    test.in_one_transaction(
        [&] { ASSERT_TRUE(registers::save(test.db, scope, preview, preview.state)); });
    std::vector<Cells> all;
    registers::all_rows(test.db, scope, which())([&](const Cells& row) { all.push_back(row); });
    const registers::EachRow again = [&](const auto& take) { std::ranges::for_each(all, take); };
    std::mt19937 random(20261121);
    for (int time = 0; time < 500; ++time) {
        const auto selection = random_selection(all, random);
        std::vector<Cells> rows, expected;
        registers::selected_rows(test.db, scope, which(),
                                 selection)([&](const Cells& row) { rows.push_back(row); });
        registers::selected(again, which(),
                            selection)([&](const Cells& row) { expected.push_back(row); });
        ASSERT_EQ(rows, expected) << which().kind << "?" << to_query(which(), selection);
    }
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
        registers::rows_from_history(test.db, which, day)([&](const Cells& row) {
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

TEST_F(AsAt, People_are_exported_with_the_account_and_the_roles_of_that_day) {
    const auto& people = accounts::person_register;
    import(accounts::user_register, "email,name,role\nz@example.org,An analyst,analyst\n",
           on(first));
    import(accounts::user_register, "email,ended,role\nz@example.org,yes,auditor\n", on(second));
    const auto last = [&](std::string_view column, Day day) {
        const auto names = then(people, "name", day), cells = then(people, column, day);
        const auto found = std::ranges::find(names, "An analyst");
        return found == names.end() ? std::string("nobody") : cells[found - names.begin()];
    };
    EXPECT_EQ(last("account", test.today), "nobody");
    EXPECT_EQ(last("account", first), "open");
    EXPECT_EQ(last("roles", first), spoken(Role::analyst));
    EXPECT_EQ(last("signs_in_as", first), "z@example.org");
    EXPECT_EQ(last("account", second), "ended");
    EXPECT_EQ(last("roles", second), spoken(Role::auditor));
    EXPECT_TRUE(PersonId::parse(last("id", second)));
}

TEST_F(AsAt, Users_are_exported_with_the_roles_that_they_held_on_that_day) {
    const auto& users = accounts::user_register;
    import(agencies::agency_register, "name,sector\nNew agency,Health\n", on(first));
    import(users, "email,name,role\nz@example.org,An analyst,analyst; auditor\n", on(first));
    import(users, "email,name,role,for,ended\nz@example.org,A lead,agency lead,New agency,no\n",
           on(second));
    import(users, "email,ended\nz@example.org,yes\n", on(second + std::chrono::days{1}));
    const auto last = [&](std::string_view column, Day day) {
        const auto emails = then(users, "email", day), cells = then(users, column, day);
        const auto found = std::ranges::find(emails, "z@example.org");
        return found == emails.end() ? std::string("nobody") : cells[found - emails.begin()];
    };
    EXPECT_EQ(last("role", test.today), "nobody");
    EXPECT_EQ(last("role", first), "analyst; auditor");
    EXPECT_EQ(last("name", first), "An analyst");
    EXPECT_EQ(last("for", first), "");
    EXPECT_EQ(last("role", second), "agency_lead");
    EXPECT_EQ(last("for", second), "New agency");
    EXPECT_EQ(last("ended", second), "no");
    EXPECT_EQ(last("ended", second + std::chrono::days{1}), "yes");
}

TEST_F(AsAt, Every_register_can_be_exported_as_it_was) {
    for (const auto* which : registers_of_the_program())
        EXPECT_TRUE(which->looks_back || !which->history_kind.empty()) << which->kind;
}

class PastLists : public AsAt {
protected:
    std::string get(const std::string& target) {
        const auto page = program.get(&program.cast.front(), target);
        EXPECT_EQ(page.status, 200) << target;
        return http::whole_body(page);
    }
    const Day before = test.today - std::chrono::days{20},
              later = test.today - std::chrono::days{5};
    const std::string then_query = "as-at=" + iso(test.today - std::chrono::days{10});
};

TEST_F(PastLists, Pages_and_downloads_of_a_register_are_as_it_was_and_lead_to_nothing_of_now) {
    using testing::HasSubstr;
    using testing::Not;
    import(accounts::user_register, "email,name,role\nz@example.org,An <b>analyst,analyst\n",
           on(before));
    import(accounts::user_register, "email,name,role\nz@example.org,A lead,auditor\n", on(later));
    EXPECT_THAT(get("/users"), HasSubstr("A lead"));
    const auto page = get("/users?" + then_query);
    EXPECT_THAT(page, HasSubstr("As it was on 12 January 2026"));
    EXPECT_THAT(page, HasSubstr("An &lt;b&gt;analyst"));
    EXPECT_THAT(page, Not(HasSubstr("A lead")));
    EXPECT_THAT(page, Not(HasSubstr("/users/import\"")));
    EXPECT_THAT(page, Not(HasSubstr("href=\"/people/0")));
    EXPECT_THAT(get("/users?role=analyst&" + then_query), HasSubstr("z@example.org"));
    EXPECT_THAT(get("/users?role=auditor&" + then_query), Not(HasSubstr("z@example.org")));
    EXPECT_THAT(get("/users.csv?" + then_query), HasSubstr("An <b>analyst,analyst"));
    EXPECT_THAT(get("/users.csv?words=lead&" + then_query), Not(HasSubstr("z@example.org")));
}

TEST_F(PastLists, Of_agencies_people_and_terms_too) {
    using testing::HasSubstr;
    using testing::Not;
    import(agencies::agency_register, "name,sector\nNew agency,Health\n", on(before));
    import(agencies::agency_register, "name,sector\nNew agency,Police\n", on(later));
    import(accounts::person_register, "name,agency,position\nA nurse,New agency,One\n", on(before));
    import(accounts::person_register, "name,agency,position\nA nurse,New agency,Two\n", on(later));
    import(terms::term_register, "kind,name,to\ntheme,Neglect,\n", on(before));
    import(terms::term_register, "kind,name,to\ntheme,Neglect,2026-01-19\n", on(later));
    EXPECT_THAT(get("/agencies?" + then_query), HasSubstr(">Health</td>"));
    EXPECT_THAT(get("/agencies?" + then_query), Not(HasSubstr("take part today")));
    EXPECT_THAT(get("/agencies"), HasSubstr(">Police</td>"));
    EXPECT_THAT(get("/people.csv?" + then_query), HasSubstr("A nurse,New agency,One"));
    EXPECT_THAT(get("/people?" + then_query), HasSubstr("A nurse"));
    EXPECT_THAT(get("/terms.csv?columns=name,standing"), HasSubstr("Neglect,ended"));
    EXPECT_THAT(get("/terms.csv?columns=name,standing&" + then_query), HasSubstr("Neglect,used"));
    EXPECT_THAT(get("/terms?kind=theme&" + then_query), HasSubstr("Neglect"));
}

TEST_F(PastLists, Are_for_those_who_may_read_the_register_now) {
    for (const std::string list : {"/users", "/people", "/terms", "/users.csv"}) {
        const auto past = program.get(&test.outsider, list + "?" + then_query);
        EXPECT_EQ(past.status, 404) << list;
        program.randomness.calls = 0;
        const auto missing = program.get(&test.outsider, "/nothing-here?" + then_query);
        program.randomness.calls = 0;
        EXPECT_EQ(program.get(&test.outsider, list + "?" + then_query).body, missing.body) << list;
    }
}

} // namespace
} // namespace openmasa
