// The arrangements leave as lists and come back: editions that were signed elsewhere, drafts, and
// what belongs to them. What is signed here is changed by no file.
#include "arrangements.hpp"
#include "core/registers/import.hpp"
#include "core/registers/rows.hpp"
#include "partnership/masa/comments.hpp"
#include "partnership/masa/registers.hpp"
#include <algorithm>

namespace openmasa {
namespace {

using registers::Cells;
using registers::Fate;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class ArrangementLists : public Arrangements {
protected:
    registers::Preview look(const registers::Register& which, const std::string& csv,
                            const Scope* who = nullptr) {
        return registers::look(t().db, who ? *who : t().unit, which, sheet::read_sheet(csv).value(),
                               registers::Policy::stop)
            .value();
    }
    void import(const registers::Register& which, const std::string& csv) {
        const auto seen = look(which, csv);
        for (const auto& row : seen.rows)
            ASSERT_THAT(row.problems, IsEmpty())
                << row.problems.front().field << ": " << row.problems.front().words;
        t().in_one_transaction([&] {
            const auto saved = registers::save(t().db, t().unit, seen, seen.state);
            ASSERT_TRUE(saved) << saved.refusal().problems.front().words;
        });
    }
    std::string refused(const registers::Register& which, const std::string& csv) {
        const auto seen = look(which, csv);
        const auto& row = seen.rows.front();
        return row.problems.empty() ? "" : row.problems.front().words;
    }
    std::vector<Cells> rows(const registers::Register& which, const Scope& who) {
        std::vector<Cells> all;
        registers::all_rows(t().db, who, which)([&](const Cells& row) { all.push_back(row); });
        return all;
    }
    std::vector<std::string> column(const registers::Register& which, std::string_view key,
                                    const Scope* who = nullptr) {
        std::vector<std::string> cells;
        for (const auto& row : rows(which, who ? *who : t().unit))
            cells.push_back(row[registers::place_of(which.columns, key)]);
        return cells;
    }
    std::optional<MasaEdition> called(std::string_view title) {
        for (const auto& one : partnership::list_masa(t().db, t().unit))
            if (one.title == title) return partnership::find_masa(t().db, t().unit, one.id);
        return std::nullopt;
    }
    const std::string two_editions =
        "title,area,published_on,signed_by,summary,changed\n"
        "Plan of 2024,Here,2024-11-29,The three <b>,Words of 2024,Much\n"
        "Plan of 2019,Here,2019-09-30,The chief officers,Words of 2019,\n";
};

TEST_F(ArrangementLists, Editions_that_were_signed_elsewhere_are_brought_in_as_history) {
    import(masa::edition_register, two_editions);
    const auto newer = called("Plan of 2024"), older = called("Plan of 2019");
    ASSERT_TRUE(newer && older);
    EXPECT_EQ(newer->stage, MasaStage::published);
    EXPECT_EQ(older->stage, MasaStage::superseded);
    EXPECT_EQ(older->superseded_on, day(2024, 11, 29));
    EXPECT_EQ(newer->changed, "Much");
    EXPECT_TRUE(was_brought_in(*newer));
    EXPECT_EQ(newer->publications.size(), 1u);
    EXPECT_THAT(newer->publications.front().content, HasSubstr("Words of 2024"));
    import(masa::edition_register, "title,area,published_on,signed_by,summary\n"
                                   "Plan of 2021,Here,2021-06-01,The three,Words\n");
    const auto between = called("Plan of 2021");
    EXPECT_EQ(between->superseded_on, day(2024, 11, 29));
    EXPECT_EQ(called("Plan of 2019")->superseded_on, day(2021, 6, 1)) << "it ended with the next";
    EXPECT_EQ(called("Plan of 2024")->follows, between->id);
    EXPECT_EQ(between->follows, older->id);
    EXPECT_THAT(faults(), IsEmpty());
}

TEST_F(ArrangementLists, A_row_says_plainly_what_cannot_be_brought_in) {
    const auto& editions = masa::edition_register;
    EXPECT_THAT(refused(editions, "title,area,published_on\nA,Here,2024-11-29\n"),
                HasSubstr("Say which offices signed it"));
    EXPECT_THAT(refused(editions, "title,area,published_on\nA,Here,2030-11-29\n"),
                HasSubstr("published today or earlier"));
    EXPECT_THAT(refused(editions, "title,area,signed_by\nA,Here,The three\n"),
                HasSubstr("Only of an edition that was published"));
    sign_by_all();
    EXPECT_THAT(refused(editions, "id,area\n" + edition.str() + ",Elsewhere\n"),
                HasSubstr("never changed by a file"));
    EXPECT_THAT(refused(masa::section_register, "edition,heading,words\nPlan <b>&,New,Words\n"),
                HasSubstr("a file never changes them"));
    EXPECT_THAT(refused(masa::consultation_register,
                        "edition,whom,when,kind\nPlan <b>&,A school,May,education\n"),
                HasSubstr("its log stays as it is"));
    EXPECT_THAT(
        refused(masa::signature_register, "edition,document_version,office\nPlan <b>&,1,Lead Z\n"),
        HasSubstr("Nobody signs by a file"));
    EXPECT_THAT(refused(masa::comment_register,
                        "edition,section,who,said_at\nPlan <b>&,One,Somebody,2026\n"),
                HasSubstr("each in their own name"));
    EXPECT_THAT(refused(masa::milestone_register, "edition,what,target\nNo such plan,A,May\n"),
                HasSubstr("Nobody and nothing here is called"));
    const auto bytes = sign_offs().front().document.content;
    EXPECT_EQ(partnership::bytes_of(masa::document_now(t().db, now())), bytes);
}

TEST_F(ArrangementLists, A_draft_with_all_its_parts_goes_out_and_into_another_one_as_the_same) {
    import(masa::edition_register, "title,area,changed,authorised_by,authorised_on\n"
                                   "Next <b>,Here,Much,\"Lead B, police\",2026-01-02\n");
    import(masa::section_register, "edition,heading,words\n"
                                   "Next <b>,First,\"One\n\ntwo\"\nNext <b>,Second,\n");
    import(masa::milestone_register, "edition,what,target,done_on\n"
                                     "Next <b>,Seats are filled,Spring 2026,\n"
                                     "Next <b>,It is read,Autumn 2025,2025-12-01\n");
    import(masa::consultation_register, "edition,whom,when,kind,said,came_of_it\n"
                                        "Next <b>,Schools' forum,May,education,More,A chapter\n");
    import(masa::check_register,
           "edition,item,judged,words\nNext <b>,scrutiny,explained,Not yet\n");
    const auto next = called("Next <b>");
    ASSERT_TRUE(next);
    EXPECT_EQ(next->stage, MasaStage::draft);
    ASSERT_EQ(next->sections.size(), 2u);
    EXPECT_EQ(next->sections.front().words, "One\n\ntwo");
    EXPECT_EQ(next->authorised_on, day(2026, 1, 2));
    EXPECT_EQ(next->milestones.at(1).done_on, day(2025, 12, 1));
    EXPECT_EQ(next->consultation.front().kind, partnership::Consulted::education);
    EXPECT_EQ(partnership::check_of(*next, "scrutiny")->words, "Not yet");
    import(masa::check_register, "edition,item,judged,words\nNext <b>,scrutiny,,\n");
    EXPECT_EQ(partnership::check_of(*called("Next <b>"), "scrutiny"), nullptr);
    import(masa::milestone_register,
           "edition,what,target,done_on\nNext <b>,Seats are filled,Spring 2026,2026-01-20\n");
    EXPECT_EQ(called("Next <b>")->milestones.front().done_on, day(2026, 1, 20));
    EXPECT_EQ(called("Next <b>")->milestones.size(), 2u);
    EXPECT_THAT(faults(), IsEmpty());
}

TEST_F(ArrangementLists, Of_an_edition_that_was_brought_in_the_rest_is_brought_in_too) {
    import(masa::edition_register, two_editions);
    import(masa::milestone_register,
           "edition,what,target\nPlan of 2019,Seats are filled,Spring 2020\n");
    import(masa::consultation_register,
           "edition,whom,when,kind\nPlan of 2019,Young people,Summer 2019,children\n");
    import(masa::check_register,
           "edition,item,judged,words\nPlan of 2019,scrutiny,met,Chapter 9\n");
    const auto older = called("Plan of 2019");
    EXPECT_EQ(older->milestones.size(), 1u);
    EXPECT_EQ(older->consultation.size(), 1u);
    EXPECT_THAT(refused(masa::section_register,
                        "edition,heading,words\nPlan of 2019,Summary,Other words\n"),
                HasSubstr("a file never changes them"));
    EXPECT_THAT(older->publications.front().content, HasSubstr("Words of 2019"));
    EXPECT_THAT(faults(), IsEmpty());
}

TEST_F(ArrangementLists, Two_editions_of_one_name_are_not_mixed_up) {
    t().in_one_transaction([&] {
        ASSERT_TRUE(masa::begin(t().db, t().unit, {.title = "Plan <b>&", .area = "There"}));
    });
    EXPECT_THAT(refused(masa::milestone_register, "edition,what,target\nPlan <b>&,A,May\n"),
                HasSubstr("Several editions are called that"));
}

TEST_F(ArrangementLists, Drafts_leave_with_those_alone_who_may_see_them) {
    EXPECT_THAT(column(masa::edition_register, "title"), ElementsAre("Plan <b>&"));
    for (const auto* which : {&masa::edition_register, &masa::section_register,
                              &masa::check_register, &masa::milestone_register})
        EXPECT_THAT(rows(*which, practitioner()), IsEmpty()) << which->kind;
    EXPECT_THAT(program.get(&practitioner(), "/arrangements.csv").body, Not(HasSubstr("Plan <b>")));
    EXPECT_EQ(program.get(&t().outsider, "/arrangements.csv").status, 404);
    EXPECT_THAT(program.get(&t().unit, "/arrangements/sections").body, HasSubstr("Plan &lt;b&gt;"));
    EXPECT_THAT(program.get(&practitioner(), "/arrangements/sections").body,
                Not(HasSubstr("Plan &lt;b&gt;")))
        << "what one reader was shown is not counted for another";
}

TEST_F(ArrangementLists, Signatures_and_comments_are_told_and_every_list_has_a_page) {
    ASSERT_TRUE(done([&] { return masa::consult(t().db, t().unit, read()); }));
    const auto comment = done([&] {
        return masa::add(t().db, practitioner(), {edition, now().sections.front().id, "Words <b>"});
    });
    ASSERT_TRUE(comment);
    ASSERT_TRUE(done([&] {
        return masa::answer(t().db, t().unit,
                            {comment->id, 1, masa::Comment::State::accepted, "Done"});
    }));
    EXPECT_THAT(column(masa::comment_register, "answer"), ElementsAre("Done"));
    ASSERT_TRUE(offer());
    ASSERT_TRUE(sign(council(), first));
    EXPECT_THAT(column(masa::signature_register, "state"),
                ElementsAre("signed", "waiting", "waiting"));
    EXPECT_THAT(column(masa::signature_register, "fingerprint"),
                testing::Each(sign_offs().front().digest));
    for (const auto* which :
         {&masa::edition_register, &masa::section_register, &masa::check_register,
          &masa::milestone_register, &masa::consultation_register, &masa::signature_register,
          &masa::comment_register}) {
        const std::string address(which->address);
        EXPECT_EQ(program.get(&t().unit, address).status, 200) << address;
        EXPECT_EQ(program.get(&t().unit, address + "?as-at=" + iso(t().today)).status, 200);
        EXPECT_EQ(program.get(&t().unit, address + ".csv?as-at=" + iso(t().today)).status, 200);
        EXPECT_EQ(program.get(&practitioner(), address).status, 200) << address;
    }
}

} // namespace
} // namespace openmasa
