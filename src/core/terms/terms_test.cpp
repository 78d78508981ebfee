// Terms by their forms and by files of rows, on one database; the words that pages then say.
#include "core/access/secret.hpp"
#include "core/access/store.hpp"
#include "core/exchange/sheet.hpp"
#include "core/registers/cell.hpp"
#include "core/registers/download.hpp"
#include "core/registers/import.hpp"
#include "core/registers/rows.hpp"
#include "core/settings/settings.hpp"
#include "core/terms/actions.hpp"
#include "core/terms/flourish.hpp"
#include "core/terms/register.hpp"
#include "core/terms/rules.hpp"
#include "store/test_database.hpp"
#include <gtest/gtest.h>

namespace openmasa::terms {
namespace {

using registers::Fate;
using registers::Policy;

Term theme(std::string name, std::string also_called = {}) {
    return {.id = {},
            .kind = Kind::theme,
            .name = std::move(name),
            .also_called = std::move(also_called)};
}

Term word(Word stands_for, std::string one, std::string several) {
    return {.id = {},
            .kind = Kind::word,
            .stands_for = std::string(to_text(stands_for)),
            .name = std::move(one),
            .several = std::move(several)};
}

class Terms : public testing::Test {
protected:
    Terms() : db((database.migrate(), database.database())) {}

    Scope scope_with(Role role) {
        return {.person = {},
                .account = {},
                .known_as = "Somebody",
                .holdings = {{role, {}}},
                .from = "test",
                .now = store::TestDatabase::noon(),
                .today = day(2026, 1, 22),
                .randomness = &system_randomness()};
    }
    template<class Work> auto saved(Work work) {
        auto result = db.atomically(work);
        db.finish();
        return result;
    }
    Term added(const Term& term) {
        auto result = saved([&] { return add(db, unit, term); });
        EXPECT_TRUE(result) << result.refusal().problems.front().words;
        return *result;
    }
    std::vector<Problem> refused(const Term& term) {
        auto result = saved([&] { return add(db, unit, term); });
        EXPECT_FALSE(result) << term.name;
        return result ? std::vector<Problem>{} : result.refusal().problems;
    }
    registers::Preview seen(std::string_view file) {
        const auto sheet = sheet::read_sheet(file);
        EXPECT_TRUE(sheet);
        auto preview = registers::look(db, unit, term_register, *sheet, Policy::stop);
        EXPECT_TRUE(preview) << preview.refusal().problems.front().words;
        return std::move(*preview);
    }
    std::string exported(registers::Format format) {
        std::string text;
        registers::write_rows(format, registers::outgoing(term_register),
                              registers::all_rows(db, unit, term_register),
                              [&](std::string_view piece) { text += piece; });
        return text;
    }

    store::TestDatabase database;
    store::Db db;
    Scope unit = scope_with(Role::business_unit);
};

TEST_F(Terms, A_word_of_ours_is_what_pages_say_on_its_days_and_no_other) {
    auto team = word(Word::business_unit, "MASA team", "MASA teams");
    team.from = day(2026, 1, 22);
    team.to = day(2026, 3, 31);
    added(team);
    const auto local = current_settings(db)->local_words;
    EXPECT_EQ(Words(local, day(2026, 1, 21)).one(Word::business_unit), "business unit");
    EXPECT_EQ(Words(local, day(2026, 1, 22)).one(Word::business_unit), "MASA team");
    EXPECT_EQ(Words(local, day(2026, 3, 31)).headings(Word::business_unit), "MASA teams");
    EXPECT_EQ(Words(local, day(2026, 4, 1)).heading(Word::business_unit), "Business unit");
    EXPECT_EQ(Words(local, day(2026, 1, 22)).with_article(Word::agency), "an agency");
}

TEST(Words, Say_a_text_with_the_words_that_it_marks) {
    const LocalWord local[] = {{Word::agency, "organisation", "organisations", {}, {}},
                               {Word::business_unit, "MASA team", "MASA teams", {}, {}}};
    const Words words(local, day(2026, 1, 22));
    EXPECT_EQ(words.say("[An agency], a group; no [agencies]. [Agencies] [agency]."),
              "An organisation, a group; no organisations. Organisations organisation.");
    EXPECT_EQ(words.say("[Business unit] of [a plan], [Priorities]"),
              "MASA team of a plan, Priorities");
    EXPECT_EQ(words.say("[x] [ [agency [Agency]"), "[x] [ [agency Organisation");
    EXPECT_EQ(Words().say("[An agency] for [a business unit]"), "An agency for a business unit");
}

TEST_F(Terms, A_change_of_a_word_is_there_with_the_next_page_in_every_worker) {
    store::Db other(database.database());
    EXPECT_TRUE(current_settings(other)->local_words.empty());
    other.finish();
    auto team = added(word(Word::agency, "partner", "partners"));
    EXPECT_EQ(current_settings(other)->local_words.size(), 1u);
    other.finish();
    team.withdrawn_why = "Nobody said it";
    ASSERT_TRUE(saved([&] { return change(db, unit, team); }));
    EXPECT_TRUE(current_settings(other)->local_words.empty());
}

TEST_F(Terms, Two_words_for_one_thing_on_the_same_day_are_refused_and_one_after_the_other_are_not) {
    auto first = word(Word::plan, "work plan", "work plans");
    first.to = day(2026, 3, 31);
    added(first);
    auto second = word(Word::plan, "delivery plan", "delivery plans");
    second.from = day(2026, 3, 31);
    EXPECT_EQ(refused(second).front().field, "stands_for");
    second.from = day(2026, 4, 1);
    added(second);
}

TEST_F(Terms, One_word_never_means_two_themes_at_once) {
    added(theme("Child sexual exploitation", "CSE; sexual exploitation"));
    EXPECT_EQ(refused(theme("cse")).front().field, "name");
    EXPECT_EQ(refused(theme("Exploitation", "Sexual  Exploitation")).front().field, "also_called");
    EXPECT_EQ(refused(theme("child sexual EXPLOITATION")).front().field, "name");
    auto later = theme("Abuse online", "CSE");
    later.from = day(2027, 1, 1);
    EXPECT_EQ(refused(later).front().field, "also_called") << "the first one has no end";
}

TEST_F(Terms, What_a_term_must_have_is_said_at_once) {
    Term nothing = word(Word::plan, " ", "");
    nothing.stands_for = "no such word";
    nothing.from = day(2026, 2, 1);
    nothing.to = day(2026, 1, 1);
    const auto problems = problems_with(nothing, {});
    ASSERT_EQ(problems.size(), 4u);
    EXPECT_EQ(problems[0].field, "name");
    EXPECT_EQ(problems[1].field, "stands_for");
    EXPECT_EQ(problems[2].field, "several");
    EXPECT_EQ(problems[3].field, "to");
}

TEST_F(Terms, A_withdrawn_term_keeps_its_reason_and_its_history_and_may_come_back) {
    auto neglect = added(theme("Neglect"));
    neglect.withdrawn_why = "Now two themes";
    ASSERT_TRUE(saved([&] { return change(db, unit, neglect); }));
    EXPECT_TRUE(term_book(db)->of(Kind::theme, unit.today).empty());
    ASSERT_NE(term_book(db)->find(neglect.id), nullptr) << "what carries it keeps it";
    EXPECT_EQ(refused(theme("Neglect")).front().field, "name");
    auto back = *term_book(db)->find(neglect.id);
    back.withdrawn_why.clear();
    ASSERT_TRUE(saved([&] { return change(db, unit, back); }));
    EXPECT_EQ(term_book(db)->of(Kind::theme, unit.today).size(), 1u);
    EXPECT_EQ(history::versions(db, "term", neglect.id.view(), 10).size(), 3u);
    audit::Verdict verdict;
    verify(db, verdict);
    EXPECT_TRUE(verdict.faults.empty());
    EXPECT_EQ(verdict.records, 1);
}

TEST_F(Terms, A_change_behind_the_program_is_found) {
    added(theme("Neglect"));
    (void)saved([&]() -> Result<Done> {
        db.execute("UPDATE term SET name = 'Other'");
        return Done{};
    });
    audit::Verdict verdict;
    verify(db, verdict);
    EXPECT_EQ(verdict.faults.size(), 1u);
}

TEST_F(Terms, Who_read_an_older_version_is_told_and_nothing_is_saved) {
    auto term = added(theme("Neglect"));
    term.about = "First";
    ASSERT_TRUE(saved([&] { return change(db, unit, term); }));
    term.about = "Second";
    const auto late = saved([&] { return change(db, unit, term); });
    ASSERT_FALSE(late);
    EXPECT_EQ(late.refusal().kind, Refusal::Kind::conflict);
    EXPECT_EQ(term_book(db)->find(term.id)->about, "First");
}

TEST_F(Terms, Only_those_who_may_edit_settings_change_or_export_terms) {
    added(theme("Neglect"));
    unit = scope_with(Role::practitioner);
    EXPECT_TRUE(refused(theme("Babies")).empty());
    EXPECT_FALSE(saved([&] { return add_flourish_domains(db, unit); }));
    EXPECT_EQ(exported(registers::Format::csv).find("Neglect"), std::string::npos);
}

TEST_F(Terms, The_eight_domains_come_in_once_in_the_order_of_their_letters_with_their_source) {
    EXPECT_EQ(*saved([&] { return add_flourish_domains(db, unit); }), 8);
    EXPECT_EQ(*saved([&] { return add_flourish_domains(db, unit); }), 0);
    std::string letters;
    const auto book = term_book(db);
    for (const auto* domain : book->of(Kind::flourish, unit.today)) {
        letters += domain->name.front();
        EXPECT_FALSE(domain->source.empty());
        EXPECT_FALSE(domain->about.empty());
    }
    EXPECT_EQ(letters, "FLOURISH");
    EXPECT_EQ(term_book(db)->called(Kind::flourish, "friends and FAMILY")->name,
              "Family and friends");
}

TEST_F(Terms, What_is_exported_is_all_the_same_in_every_format) {
    ASSERT_TRUE(saved([&] { return add_flourish_domains(db, unit); }));
    added(word(Word::business_unit, "MASA team", "MASA teams"));
    auto odd = theme("=HYPERLINK(1)", "'a; \u05d0\u05d1\u05d2");
    odd.about = "one \"quoted\", two\nthree " + std::string(3900, 'x');
    odd.withdrawn_why = "+cmd";
    odd.from = day(1899, 12, 31);
    added(odd);
    for (auto format : {registers::Format::csv, registers::Format::json, registers::Format::xlsx}) {
        const auto preview = seen(exported(format));
        EXPECT_EQ(preview.count(Fate::same), 10) << registers::to_text(format);
        EXPECT_EQ(preview.rows.size(), 10u) << registers::to_text(format);
        EXPECT_TRUE(preview.gone.empty());
    }
}

TEST_F(Terms, A_file_of_terms_is_looked_at_with_every_rule) {
    const auto preview = seen("kind,name,stands_for,several\n"
                              "theme,Neglect,,\n"
                              "word,MASA team,business unit,\n"
                              "name,Nobody at all,,\n");
    EXPECT_EQ(preview.count(Fate::added), 1);
    EXPECT_EQ(preview.count(Fate::refused), 2);
    EXPECT_FALSE(preview.may_be_saved());
}

TEST_F(Terms, A_former_name_means_the_agency_that_followed_in_imports_and_in_search) {
    (void)saved([&]() -> Result<Done> {
        access::owner_named(db, unit, "Norfolk and Waveney ICB", access::OwnerType::agency);
        return Done{};
    });
    Term board{.id = {},
               .kind = Kind::name,
               .name = "Norfolk and Waveney ICB",
               .also_called = "Norfolk CCG; the board"};
    added(board);
    const registers::Column owner{
        .key = "owner", .label = "Owner", .holds = registers::Holds::reference};
    const std::vector<std::string> names{"Cafcass", "Norfolk and Waveney ICB"};
    const auto book = term_book(db);
    EXPECT_EQ(*registers::understood(owner, "norfolk  ccg", names, *book),
              "Norfolk and Waveney ICB");
    EXPECT_EQ(*registers::understood(owner, "Cafcass", names, *book), "Cafcass");
    EXPECT_FALSE(registers::understood(owner, "Norfolk CCG", names, TermBook()));
    EXPECT_EQ(book->other_words("the board"),
              (std::vector<std::string>{"Norfolk and Waveney ICB", "Norfolk CCG"}));
    EXPECT_TRUE(book->other_words("Norfolk").empty());
}

TEST(SeveralReferences, Are_understood_one_by_one_and_put_in_one_order) {
    const registers::Column themes{
        .key = "themes", .label = "Theme", .holds = registers::Holds::references};
    const std::vector<std::string> names{"Babies", "Neglect"};
    EXPECT_EQ(*registers::understood(themes, " neglect ;; BABIES; Neglect", names, TermBook()),
              "Babies; Neglect");
    EXPECT_FALSE(registers::understood(themes, "Neglect; Sleep", names, TermBook()));
}

} // namespace
} // namespace openmasa::terms
