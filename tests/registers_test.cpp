// Every register of the program: what is hard for a spreadsheet goes out in each format and comes
// back as the same.
#include "core/access/secret.hpp"
#include "core/access/store.hpp"
#include "core/registers/download.hpp"
#include "core/registers/form.hpp"
#include "core/registers/import.hpp"
#include "core/registers/local.hpp"
#include "core/registers/rows.hpp"
#include "core/registers/rows_out.hpp"
#include "core/registers/selected.hpp"
#include "core/signoff/actions.hpp"
#include "partnership/agencies/register.hpp"
#include "partnership/groups/actions.hpp"
#include "partnership/masa/comments.hpp"
#include "partnership/masa_store.hpp"
#include "partnership/office_holding.hpp"
#include "plan/recommendation_response_store.hpp"
#include "plan/recommendation_store.hpp"
#include "program.hpp"
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
        // Twice nothing: where one cell is left empty, another may have no place either.
        const std::string instead[] = {"", "", "p{}@example.org", "Known {}"};
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
                            : fmt::format(fmt::runtime(other.empty() ? instead[2] : other), row);
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
        registers::write_rows(format, registers::outgoing(which()),
                              registers::all_rows(test.db, scope, which()),
                              [&](std::string_view piece) { bytes += piece; });
        return bytes;
    }

    registers::LocalRegister in_our_words{*GetParam(), {}};
    Program program;
    plan::TestPlan& test = program.test;
    Scope scope = [&] {
        auto made = command_line_scope(test.now, system_randomness());
        made.today = test.today;
        return made;
    }();
    /// Seats are in a group that is kept.
    bool has_group = [&] {
        test.in_one_transaction(
            [&] { EXPECT_TRUE(groups::keep(test.db, scope, {.name = "A group <b>&"})); });
        return true;
    }();
    /// Sections, milestones and the like are of an edition of the arrangements; it is commented on,
    /// and waits for a signature.
    bool has_edition = [&] {
        test.in_one_transaction([&] {
            const auto id =
                *masa::begin(test.db, test.unit, {.title = "An edition <b>&", .area = "Here"});
            EXPECT_TRUE(masa::changed(test.db, test.unit, {id, 1}, "arrangements.judged",
                                      [&](masa::MasaEdition& edition) { return judged(edition); }));
            EXPECT_TRUE(masa::consult(test.db, test.unit, {id, 2}));
            const auto edition = partnership::find_masa(test.db, test.unit, id);
            EXPECT_TRUE(masa::add(test.db, test.unit, {id, edition->sections.front().id, "Why?"}));
            const auto office =
                access::owner_named(test.db, scope, "Lead <b>&", access::OwnerType::office);
            EXPECT_TRUE(signoff::offer(test.db, test.unit,
                                       {.kind = std::string(partnership::arrangements_kind),
                                        .id = id.str(),
                                        .title = edition->title,
                                        .page = "/arrangements/" + id.str(),
                                        .content = "Its words"},
                                       {{office, "Lead <b>&", 1}},
                                       partnership::holders_for_signing));
        });
        return true;
    }();
    /// An agency was asked what it did about a recommendation, and answered.
    bool has_answer = [&] {
        using namespace responses;
        test.in_one_transaction([&] {
            recommendations::Whole whole{.it = {.id = test.unit.new_id<RecommendationId>(),
                                                .title = "Record <b>& what children say",
                                                .since = test.today}};
            const auto id =
                recommendations::add_recommendation(test.db, test.unit, std::move(whole)).id;
            add_response(test.db, test.unit,
                         {.id = test.unit.new_id<ResponseId>(),
                          .recommendation = id,
                          .owner = test.constabulary,
                          .asked_on = test.today,
                          .due = test.today + std::chrono::days{30}});
            auto asked = *find_response(test.db, test.unit, id, test.constabulary);
            asked.answer = Answer::in_part;
            asked.done = "Most <b>& of it";
            asked.answered_on = test.today;
            EXPECT_TRUE(save_response(test.db, test.unit, asked, {.verb = "response.answered"}));
        });
        return true;
    }();
    Result<Done> judged(masa::MasaEdition& edition) {
        for (const auto* one : partnership::required_contents(test.today))
            edition.checks.push_back({.item = std::string(one->key),
                                      .words = "Section 1",
                                      .judged_by = "Head of delivery",
                                      .judged_on = test.today});
        return Done{};
    }
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
    EXPECT_LE(registers::columns_that_filter(which().columns).size(),
              8u); // rows_alike() has so many
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

/// The terms are some dozens; the others are people, and all who come and go.
TEST_P(EveryRegister, Hands_over_a_page_in_the_order_of_an_index_and_sorts_nothing) {
    if (!which().source || which().kind == "terms") return;
    if (store::TestDatabase::is_on_postgresql()) return; // its plans depend on what it has counted
    registers::RowsQuery plan("test.explain_register");
    plan.add("EXPLAIN QUERY PLAN");
    compose_rows(plan, scope, which(), {}, listing::paging(2, 50'000));
    std::vector<std::string> steps; // of the query itself, not of what makes one row's cells
    test.db.each(plan, [&](Cells&& row) {
        if (row.at(1) == "0") steps.push_back(row.back());
    });
    ASSERT_FALSE(steps.empty());
    EXPECT_THAT(steps.front(), testing::HasSubstr("USING INDEX"));
    EXPECT_THAT(steps, testing::Each(testing::Not(testing::HasSubstr("TEMP B-TREE"))));
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

TEST_P(EveryRegister, Does_not_leave_by_a_page_when_that_cannot_be_written_in_the_log) {
    if (!which().source) return;
    const auto download = std::string(which().address) + ".csv";
    const auto* who = &program.cast.front();
    EXPECT_EQ(program.get(who, download).status, 200);
    test.in_one_transaction([&] { test.db.execute("ALTER TABLE audit_entry RENAME TO mislaid"); });
    EXPECT_THROW(program.get(who, download), store::Fault);
}

INSTANTIATE_TEST_SUITE_P(Of, EveryRegister, testing::ValuesIn(registers_of_the_program()),
                         [](const auto& which) { return std::string(which.param->kind); });

} // namespace
} // namespace openmasa
