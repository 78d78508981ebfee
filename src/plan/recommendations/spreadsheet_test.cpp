// Recommendations by spreadsheet: an older composite action plan whose columns are called
// otherwise, ten thousand rows of hostile words out and in again, many changed at once and taken
// back.
#include "core/registers/change_many.hpp"
#include "core/registers/rows.hpp"
#include "core/registers/rows_out.hpp"
#include "core/registers/selected.hpp"
#include "core/registers/uploads.hpp"
#include "kernel/id_list.hpp"
#include "kernel/text.hpp"
#include "plan/recommendations/register.hpp"
#include "plan/recommendations/test_recommendations.hpp"
#include "store/test_database.hpp"
#include <algorithm>
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <random>

namespace openmasa::recommendations {
namespace {

using registers::Cells;
using registers::Fate;
using registers::FileColumns;
using registers::Policy;
using registers::Preview;
using registers::RegisterImportId;

const registers::Register& which = recommendation_register;

std::size_t place(std::string_view key) {
    return registers::place_of(which.columns, key);
}

class RecommendationsBySpreadsheet : public TestRecommendations {
protected:
    std::vector<Cells> all_rows() {
        std::vector<Cells> rows;
        registers::all_rows(test.db, test.unit,
                            which)([&](const Cells& row) { rows.push_back(row); });
        test.db.finish();
        return rows;
    }
    static std::string written(registers::Format format, std::string_view columns,
                               const std::vector<Cells>& rows) {
        std::string text;
        registers::write_rows(
            format,
            {.title = "Recommendations",
             .columns = which.columns,
             .chosen = registers::chosen_columns(which.columns, columns)},
            [&](const registers::TakeRow& take) { std::ranges::for_each(rows, take); },
            [&](std::string_view piece) { text += piece; });
        return text;
    }
    RegisterImportId keep(const sheet::Sheet& sheet, Policy policy = Policy::stop) {
        const auto id =
            run([&] { return registers::keep(test.db, test.unit, which, "rows", sheet, policy); });
        EXPECT_TRUE(id);
        return id ? *id : RegisterImportId{};
    }
    registers::Upload upload(const RegisterImportId& id) {
        auto found = registers::find_upload(test.db, test.unit, which, id);
        test.db.finish();
        EXPECT_TRUE(found);
        return std::move(*found);
    }
    Preview seen(const RegisterImportId& id) {
        const auto its = upload(id);
        auto preview =
            registers::look(test.db, test.unit, which, its.sheet, its.columns, its.policy);
        test.db.finish();
        EXPECT_TRUE(preview);
        return std::move(*preview);
    }
    void confirm(const RegisterImportId& id) {
        const auto state = seen(id).state;
        const auto saved =
            run([&] { return registers::confirm(test.db, test.unit, which, id, state); });
        EXPECT_TRUE(saved);
    }
    bool has_to_be_asked(const RegisterImportId& id) {
        const auto its = upload(id);
        return registers::has_to_be_asked(test.db, which, its.sheet, its.columns);
    }
    void match(const RegisterImportId& id, const FileColumns& columns) {
        EXPECT_TRUE(
            run([&] { return registers::match_columns(test.db, test.unit, which, id, columns); }));
    }
    static std::string first_problem(const Preview& preview) {
        for (const auto& row : preview.rows)
            for (const auto& problem : row.problems) return problem.field + ": " + problem.words;
        return {};
    }
};

sheet::Sheet composite_plan(std::string_view what, std::string_view words) {
    return {.names = {"No", "Rec", "Who leads", "RAG"},
            .rows = {{2, {"1", std::string(words), "Children's Services", "Green"}},
                     {3, {"2", std::string(what) + " are trained each year.", "", "Red"}}},
            .faults = {},
            .remarks = {}};
}

FileColumns as_somebody_says(FileColumns columns) {
    columns.from[place("words")].column = 1;
    columns.from[place("owner")].column = 2;
    columns.from[place("document")].every = "Composite action plan";
    columns.from[place("source_kind")].every = "audit";
    return columns;
}

TEST_F(RecommendationsBySpreadsheet, A_foreign_file_is_matched_once_and_read_so_again) {
    const auto first = keep(composite_plan("Social workers", "Record the voice of the child."));
    EXPECT_TRUE(has_to_be_asked(first));
    match(first, as_somebody_says(upload(first).columns));
    const auto preview = seen(first);
    EXPECT_EQ(preview.count(Fate::added), 2) << first_problem(preview);
    EXPECT_THAT(preview.remarks, testing::Contains("Left out: No, RAG."));
    confirm(first);

    auto rows = all_rows();
    ASSERT_EQ(rows.size(), 2u);
    std::ranges::sort(rows, {}, [](const Cells& row) { return row[place("title")]; });
    EXPECT_EQ(rows[0][place("title")], "Record the voice of the child.");
    EXPECT_EQ(rows[0][place("words")], "Record the voice of the child.");
    EXPECT_EQ(rows[0][place("document")], "Composite action plan");
    EXPECT_EQ(rows[0][place("source_kind")], "audit");
    EXPECT_EQ(rows[0][place("owner")], "Children's Services");
    EXPECT_EQ(rows[1][place("owner")], "");

    // What is the same for every row is offered again, not taken for granted: it names one
    // document.
    auto again = keep(composite_plan("Social workers", "Record the voice of the child."));
    EXPECT_EQ(upload(again).columns.from[place("words")].column, 1u);
    EXPECT_EQ(upload(again).columns.from[place("owner")].column, 2u);
    EXPECT_EQ(registers::remembered_values(test.db, which)[place("document")],
              "Composite action plan");
    test.db.finish();
    EXPECT_TRUE(has_to_be_asked(again));
    match(again, as_somebody_says(upload(again).columns));
    EXPECT_EQ(seen(again).count(Fate::same), 2) << first_problem(seen(again));
}

TEST_F(RecommendationsBySpreadsheet, A_file_with_every_key_and_only_known_columns_is_not_asked_of) {
    sheet::Sheet own{.names = {"Recommendation", "Source", "Led by"},
                     .rows = {{2, {"Say it", "Audit", ""}}},
                     .faults = {},
                     .remarks = {}};
    EXPECT_FALSE(has_to_be_asked(keep(own)));
    own.names.push_back("RAG");
    own.rows.front().cells.push_back("Red");
    const auto asked = keep(own);
    EXPECT_TRUE(has_to_be_asked(asked));
    match(asked, upload(asked).columns);
    EXPECT_FALSE(has_to_be_asked(keep(own)));
}

TEST_F(RecommendationsBySpreadsheet, The_programs_own_file_is_read_by_its_names_whatever_was_said) {
    const auto foreign = keep({.names = {"Recommendation", "Origin"},
                               .rows = {{2, {"Say it in full", "Audit"}}},
                               .faults = {},
                               .remarks = {}});
    auto columns = upload(foreign).columns;
    columns.from[place("title")].column.reset();
    columns.from[place("words")].column = 0;
    columns.from[place("document")].column = 1;
    match(foreign, columns);
    added(filed());
    const auto own = sheet::read_sheet(written(registers::Format::xlsx, "", all_rows()));
    ASSERT_TRUE(own);
    EXPECT_EQ(seen(keep(*own)).count(Fate::same), 1);
}

TEST_F(RecommendationsBySpreadsheet, Columns_by_which_rows_cannot_be_told_apart_are_refused) {
    const auto id = keep(composite_plan("They", "Say it."));
    auto columns = as_somebody_says(upload(id).columns);
    columns.from[place("document")].every.clear();
    const auto refused =
        run([&] { return registers::match_columns(test.db, test.unit, which, id, columns); });
    ASSERT_FALSE(refused);
    EXPECT_EQ(fields(refused.refusal()), std::vector<std::string>{"document"});
    columns = as_somebody_says(columns);
    match(id, columns);
    const auto stale = seen(id).state;
    columns.from[place("owner")].column.reset();
    match(id, columns);
    EXPECT_FALSE(run([&] { return registers::confirm(test.db, test.unit, which, id, stale); }))
        << "what was confirmed is what was seen";
}

TEST_F(RecommendationsBySpreadsheet, All_that_a_list_shows_is_changed_at_once_and_taken_back) {
    const auto one = added(filed("Record the voice of the child"));
    auto other_command = of_an_audit("Train everybody");
    other_command.filing.expected = {test.services};
    const auto other = added(other_command);
    const auto before = all_rows();

    http::Form form;
    form.add("due", "31/03/2027");
    form.add("kind", "-");
    form.add("expected", "Norfolk Constabulary <b>&");
    const auto names = registers::names_of(test.db, test.unit, which);
    const auto columns = registers::columns_to_change(which, {});
    const auto changes = registers::read_changes(which, names, columns, form);
    ASSERT_TRUE(changes) << changes.refusal().problems.front().words;
    const auto rows =
        registers::rows_that_say(which, *changes, registers::all_rows(test.db, test.unit, which));
    test.db.finish();
    ASSERT_TRUE(rows);
    const auto id = keep(*rows, Policy::skip);
    EXPECT_EQ(seen(id).count(Fate::changed), 2) << first_problem(seen(id));
    confirm(id);
    EXPECT_EQ(now(one).due, day(2027, 3, 31));
    EXPECT_FALSE(now(one).kind);
    EXPECT_EQ(ids_in<OwnerId>(now(other).expected),
              (std::vector<OwnerId>{test.services, test.constabulary}));

    const auto back = run([&] { return registers::take_back(test.db, test.unit, which, id); });
    ASSERT_TRUE(back);
    confirm(*back);
    auto after = all_rows();
    ASSERT_EQ(after.size(), before.size());
    for (std::size_t at = 0; at < after.size(); ++at) {
        EXPECT_NE(after[at][place("version")], before[at][place("version")]);
        after[at][place("version")] = before[at][place("version")];
    }
    EXPECT_EQ(after, before);
    EXPECT_TRUE(faults().empty());
}

TEST_F(RecommendationsBySpreadsheet, A_change_of_nothing_and_what_cannot_stand_there_are_refused) {
    const auto names = registers::names_of(test.db, test.unit, which);
    const auto columns = registers::columns_to_change(which, {});
    http::Form form;
    EXPECT_FALSE(registers::read_changes(which, names, columns, form));
    form.add("owner", "Nobody's agency");
    form.add("kind", "weather");
    const auto refused = registers::read_changes(which, names, columns, form);
    ASSERT_FALSE(refused);
    EXPECT_EQ(fields(refused.refusal()), (std::vector<std::string>{"kind", "owner"}));
    for (const auto at : columns) EXPECT_FALSE(which.columns[at].fixed);
    test.db.finish();
}

TEST_F(RecommendationsBySpreadsheet, What_is_searched_for_is_found_as_the_rows_themselves_say_it) {
    const auto one = added(filed("Record the voice of the child"));
    auto dated = of_an_audit("Train everybody on thresholds", "3 March 2024");
    dated.filing.expected = {test.services, test.constabulary};
    dated.filing.home = Home::sector;
    dated.filing.home_words = "Education 100%";
    const auto other = added(dated);
    auto plain = of_an_audit("A third_one", "");
    plain.source.document = "Review AB";
    added(plain);
    EXPECT_TRUE(link(one, {test.late, test.soon}));
    EXPECT_TRUE(link(other, {test.late}));
    const auto rows = all_rows();
    for (const char* words : {"voice",      "VOICE child", "a-2026",
                              "A-2026-001", "2026",        "-00",
                              "a",          "mar",         "2024",
                              "b>&",        "norfolk",     "children's",
                              "audit",      "neglect",     "workforce",
                              "sector",     "100%",        "third_one",
                              "%",          "_",           "'",
                              "yes",        "outstanding", "recommendation 3",
                              "group",      "said.",       "no-such-word",
                              "w-2026",     "review ab"}) {
        registers::Selection selection;
        selection.words = words;
        std::vector<Cells> found, expected;
        registers::selected_rows(test.db, test.unit, which,
                                 selection)([&](const Cells& row) { found.push_back(row); });
        registers::selected(
            [&](const registers::TakeRow& take) { std::ranges::for_each(rows, take); }, which,
            selection)([&](const Cells& row) { expected.push_back(row); });
        EXPECT_EQ(found, expected) << words;
        EXPECT_EQ(registers::found_ids(test.db, test.unit, which, selection)->size(),
                  expected.size())
            << words;
    }
    test.db.finish();
}

/// Words that mean something to a spreadsheet, a database, a page or nobody.
std::string hostile_words(std::mt19937& random, bool lines) {
    static const std::string_view pieces[] = {"=SUM(A1:A9)",
                                              "+44 1603",
                                              "-1",
                                              "@cmd|' /C calc'!A0",
                                              "\"quoted\", and; more",
                                              "'apostrophe",
                                              "007",
                                              "true",
                                              "2026-01-31",
                                              "1e5",
                                              "\u05e9\u05dc\u05d5\u05dd \u202eabc\u202c",
                                              "_x0041_ _x000A_ &lt;b&gt; <b>&",
                                              "\U0001F600 caf\u00e9",
                                              "NULL",
                                              "$1 '; DROP TABLE recommendation; --",
                                              "%s %n {} {0}",
                                              "\\u0000 \\n",
                                              "TRUE",
                                              "a\tb",
                                              "#REF!"};
    std::string words;
    const auto number = 1 + random() % 4;
    for (unsigned at = 0; at < number; ++at)
        words += std::string(at == 0                      ? ""
                             : lines && random() % 3 == 0 ? "\n"
                                                          : " ") +
                 std::string(pieces[random() % std::size(pieces)]);
    return words;
}

TEST_F(RecommendationsBySpreadsheet,
       A_file_without_titles_finds_its_rows_whatever_they_are_called) {
    const auto file = sheet::read_sheet(
        "As published,Source,Kind of source\nShare the plan with the child.,Audit 2025,Audit\n"
        "Record what was said.,Audit 2025,Audit\n");
    ASSERT_TRUE(file);
    confirm(keep(*file));
    const auto rows = all_rows();
    ASSERT_EQ(rows.size(), 2U);
    const auto id = *RecommendationId::parse(rows[0][place("id")]);
    auto filing = filing_of(now(id));
    filing.title = "Each child has their plan";
    ASSERT_TRUE(run([&] {
        return change_filing(test.db, test.unit, {.id = id, .version = 1, .filing = filing});
    }));
    const auto again = seen(keep(*file));
    EXPECT_EQ(again.count(Fate::same), 2) << first_problem(again);
    EXPECT_EQ(again.count(Fate::added), 0);
}

TEST_F(RecommendationsBySpreadsheet, Ten_thousand_hostile_rows_come_back_as_they_went_out) {
    constexpr std::string_view columns =
        "title,document,paragraph,source_kind,dated,words,proposed_lead,home,home_words,kind,owner,"
        "due,expected,state,since";
    // On PostgreSQL fewer: what differs there is how each row is kept, not how a file is read.
    const int number = store::TestDatabase::is_on_postgresql() ? 1'000 : 10'000;
    std::mt19937 random(20'260'122);
    std::vector<Cells> given(static_cast<std::size_t>(number), Cells(which.columns.size()));
    const std::string agencies[] = {"", "Norfolk Constabulary <b>&", "Children's Services"};
    for (int at = 0; at < number; ++at) {
        auto& row = given[static_cast<std::size_t>(at)];
        row[place("title")] = fmt::format("{} {}", hostile_words(random, false), at);
        row[place("document")] = hostile_words(random, false);
        row[place("paragraph")] = hostile_words(random, false);
        row[place("source_kind")] =
            which.columns[place("source_kind")].choices[random() % 12].value;
        row[place("dated")] = random() % 2 ? "" : "2024-02-29";
        row[place("words")] = hostile_words(random, true);
        row[place("proposed_lead")] = hostile_words(random, false);
        row[place("home")] = random() % 2 ? "sector" : "other";
        row[place("home_words")] = hostile_words(random, false);
        row[place("kind")] = random() % 3 ? "tools" : "";
        row[place("owner")] = agencies[random() % 3];
        row[place("due")] = random() % 3 ? "31/03/2027" : "Autumn 2026, \"TBC\"";
        row[place("expected")] = agencies[random() % 3];
        row[place("state")] = random() % 4 ? "proposed" : "in_progress";
        row[place("since")] = random() % 4 == 0 ? "2025-06-30" : "";
    }
    const auto file = sheet::read_sheet(written(registers::Format::csv, columns, given));
    ASSERT_TRUE(file);
    const auto id = keep(*file);
    ASSERT_EQ(seen(id).count(Fate::added), number) << first_problem(seen(id));
    confirm(id);
    const auto rows = all_rows();
    ASSERT_EQ(rows.size(), static_cast<std::size_t>(number));
    for (auto format : {registers::Format::csv, registers::Format::json, registers::Format::xlsx}) {
        const auto out = sheet::read_sheet(written(format, "", rows));
        ASSERT_TRUE(out) << to_text(format);
        const auto preview = seen(keep(*out));
        EXPECT_EQ(preview.count(Fate::same), number) << to_text(format) << first_problem(preview);
        EXPECT_TRUE(preview.gone.empty());
    }
    // By what tells them apart alone, without ids and versions.
    const auto plain = sheet::read_sheet(written(registers::Format::csv, columns, rows));
    ASSERT_TRUE(plain);
    EXPECT_EQ(seen(keep(*plain)).count(Fate::same), number) << first_problem(seen(keep(*plain)));
}

} // namespace
} // namespace openmasa::recommendations
