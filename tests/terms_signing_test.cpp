// Terms of reference of a group are put for signature, signed, sent back, taken back.
#include "core/clocks/running.hpp"
#include "groups.hpp"
#include "partnership/groups/terms_actions.hpp"
#include "partnership/groups/terms_signing.hpp"
#include <gmock/gmock.h>

namespace openmasa {
namespace {

using partnership::Terms;
using partnership::TermsSigning;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

/// The office "Lead chair" is held by the lead member; version 1 is a draft.
class SignedTerms : public GroupsOfAPartnership {
protected:
    SignedTerms() {
        EXPECT_TRUE(in_transaction([&] {
            return offices::hand_over(
                t().db, t().unit,
                {.office = office, .version = 1, .who = "Lead member", .from = "1 May 2025"});
        }));
        EXPECT_TRUE(write("Meets <b>monthly"));
    }
    Scope& holder() { return t().reader; }

    Result<Done> write(std::string words, std::string signs = "Lead chair") {
        return in_transaction([&] {
            return groups::write_terms(
                t().db, t().unit,
                {.group = group, .version = now().version, .words = words, .signs = signs});
        });
    }
    Result<Done> chaired_by(std::vector<std::string> names) {
        const auto stands = now();
        return in_transaction([&] {
            return groups::keep(t().db, t().unit,
                                {.id = group,
                                 .version = stands.version,
                                 .name = stands.name,
                                 .kind = stands.kind,
                                 .chairs = groups::KeepGroup::Ties{names, t().today}});
        });
    }
    Terms newest() { return now().terms.back(); }
    Result<Done> offer() {
        return in_transaction([&] {
            return groups::offer_terms(
                t().db, t().unit, {.group = group, .terms = newest().id, .version = now().version});
        });
    }
    signoff::SignOff sign_off() {
        return signoff::of_record(t().db, groups::terms_kind, group.view()).front();
    }
    Result<Done> sign(const Scope& who, const OwnerId& as) {
        return in_transaction([&] {
            return groups::sign_terms(
                t().db, who,
                {.group = group,
                 .terms = newest().id,
                 .signing = {.office = as, .digest = sign_off().digest, .confirmed = true}});
        });
    }
    Result<Done> send_back(std::string why) {
        return in_transaction([&] {
            return groups::send_terms_back(
                t().db, holder(),
                {.group = group, .terms = newest().id, .office = office, .why = why});
        });
    }
    std::string below(const Terms& terms, std::string_view rest = "") {
        return "/terms/" + terms.id.str() + std::string(rest);
    }
    int status(const Scope& who, std::string_view rest) {
        return program.get(&who, "/groups/" + group.str() + below(newest(), rest)).status;
    }
    std::vector<std::string> faults() {
        audit::Verdict verdict;
        partnership::verify_groups(t().db, verdict);
        groups::verify_signed_terms(t().db, verdict);
        signoff::verify(t().db, verdict);
        return verdict.faults;
    }
};

TEST_F(SignedTerms, Signed_by_the_office_that_they_name_they_count_and_a_clock_runs) {
    ASSERT_TRUE(offer());
    EXPECT_EQ(newest().signing, TermsSigning::asked);
    EXPECT_THAT(page(t().unit, below(newest())), HasSubstr("Next: Lead chair (Lead member)"));
    ASSERT_TRUE(sign(holder(), office));
    EXPECT_EQ(newest().signing, TermsSigning::signed_by_all);
    EXPECT_EQ(newest().adopted_on, t().today);
    EXPECT_EQ(newest().agreed_by, office);
    EXPECT_EQ(sign_off().signatures.at(0).words,
              "I sign version 1 of \u201cTerms of reference of Neglect <b>& Group\u201d as Lead "
              "chair");
    EXPECT_THAT(clocks::about(t().db, "group", group.view()), SizeIs(1));
    EXPECT_THAT(page(t().unit), HasSubstr("Signed on 22 Jan 2026 by Lead chair"));
    const auto version = page(t().unit, below(newest()));
    EXPECT_THAT(version, HasSubstr("Signed by Lead member"));
    EXPECT_THAT(version, HasSubstr("Meets &lt;b&gt;monthly"));
    EXPECT_THAT(page(t().unit, "/changes"), HasSubstr("Terms of reference 1, signature:"));
    EXPECT_FALSE(offer()) << "never again";
    EXPECT_THAT(faults(), IsEmpty());
}

TEST_F(SignedTerms, Where_they_name_no_office_whoever_chairs_the_group_signs_also_for_a_seat) {
    ASSERT_TRUE(write("Meets monthly", ""));
    EXPECT_THAT(first_problem(offer()), HasSubstr("Nobody chairs the group"));
    EXPECT_THAT(page(t().unit, below(newest(), "/offer")), HasSubstr("Before it can be signed"));
    ASSERT_TRUE(add_police_seat());
    ASSERT_TRUE(chaired_by({"Lead chair", "Police"}));
    EXPECT_THAT(first_problem(offer()), HasSubstr("Nobody could sign as Chair, Police"));
    ASSERT_TRUE(begin({.who = "Chief Constable", .from = "1 April 2025"}));
    EXPECT_THAT(page(t().unit, below(newest(), "/offer")), HasSubstr("Who signs, in any order"));
    ASSERT_TRUE(offer());
    ASSERT_TRUE(sign(t().constable, seat().id));
    EXPECT_EQ(newest().signing, TermsSigning::asked) << "the other has not signed";
    EXPECT_THAT(first_problem(sign(t().constable, seat().id)),
                HasSubstr("Chief Constable signed it as Chair, Police"));
    EXPECT_THAT(program.get(&t().constable, "/").body, Not(HasSubstr("for your signature")));
    ASSERT_TRUE(sign(holder(), office));
    EXPECT_EQ(newest().adopted_on, t().today);
    EXPECT_THAT(faults(), IsEmpty());
}

TEST_F(SignedTerms, Sent_back_they_are_a_draft_of_the_next_number_which_is_signed_anew) {
    ASSERT_TRUE(offer());
    EXPECT_EQ(first_problem(send_back(" ")), "why: Say what is to change.");
    ASSERT_TRUE(send_back("Who <b>decides?"));
    ASSERT_THAT(now().terms, SizeIs(2));
    const auto first = now().terms[0];
    EXPECT_EQ(first.signing, TermsSigning::sent_back);
    EXPECT_EQ(first.adopted_on, std::nullopt);
    EXPECT_EQ(newest().words, first.words);
    EXPECT_THAT(page(t().unit, below(first)), HasSubstr("Who &lt;b&gt;decides?"));
    EXPECT_THAT(page(t().unit), HasSubstr("Sent back for changes"));
    ASSERT_TRUE(write("The chair decides"));
    ASSERT_TRUE(offer());
    EXPECT_EQ(sign_off().document.version, 2);
    ASSERT_TRUE(sign(holder(), office));
    EXPECT_EQ(now().terms[0].words, first.words);
    EXPECT_THAT(page(t().unit), HasSubstr("Version 2, adopted on 22 Jan 2026"));
    EXPECT_THAT(faults(), IsEmpty());
}

TEST_F(SignedTerms, While_they_wait_nothing_of_them_changes_until_they_are_taken_back) {
    ASSERT_TRUE(offer());
    EXPECT_THAT(first_problem(write("Later")), HasSubstr("Version 1 waits to be signed"));
    EXPECT_EQ(status(t().unit, "/adopt"), 404);
    EXPECT_EQ(status(t().unit, "/offer"), 404);
    EXPECT_EQ(program.get(&t().unit, "/groups/" + group.str() + "/terms").status, 303);
    EXPECT_THAT(page(t().unit, "/end"),
                HasSubstr("Version 1 of its terms of reference waits to be signed"));
    const auto take_back = [&](std::string why) {
        return in_transaction([&] {
            return groups::take_terms_back(
                t().db, t().unit,
                {.group = group, .terms = newest().id, .version = now().version, .why = why});
        });
    };
    EXPECT_EQ(first_problem(take_back("")), "why: Say why it is withdrawn.");
    ASSERT_TRUE(take_back("A slip"));
    EXPECT_EQ(now().terms[0].signing, TermsSigning::taken_back);
    EXPECT_FALSE(sign(holder(), office));
    EXPECT_TRUE(write("Later"));
    EXPECT_THAT(faults(), IsEmpty());
}

TEST_F(SignedTerms, Whoever_is_not_asked_finds_nothing_to_sign) {
    ASSERT_TRUE(offer());
    EXPECT_EQ(status(t().unit, "/sign"), 404);
    EXPECT_EQ(status(holder(), "/sign"), 200);
    EXPECT_EQ(status(holder(), "/take-back"), 404);
    EXPECT_EQ(status(t().outsider, ""), 404);
    const auto refused = sign(t().unit, office);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.refusal().kind, Refusal::Kind::not_found);
    EXPECT_THAT(page(t().unit, below(newest())), Not(HasSubstr("Read and sign")));
    EXPECT_THAT(page(holder(), below(newest())), HasSubstr("Read and sign"));
}

TEST_F(SignedTerms, Whoever_signs_shows_first_who_they_are) {
    ASSERT_TRUE(offer());
    const auto address = "/groups/" + group.str() + below(newest(), "/sign");
    EXPECT_THAT(program.get(&holder(), address).body, HasSubstr("Your password"));
    const auto fields =
        fmt::format("office={}&digest={}&confirmed=yes", office.view(), sign_off().digest);
    const auto answer = program.post(&holder(), address, fields, "once");
    EXPECT_EQ(answer.status, 422);
    EXPECT_THAT(answer.body, HasSubstr("Enter your password."));
    t().db.finish();
    EXPECT_THAT(sign_off().signatures, IsEmpty());
}

TEST_F(SignedTerms, Whoever_signs_is_told_and_finds_it_on_their_first_page_and_their_office) {
    constexpr store::Query<int(std::string_view)> count_told{
        "test.count_told_to_sign_terms",
        "SELECT count(*) FROM notice WHERE kind = 'signature_asked' AND person_id = $1"};
    constexpr store::Query<int(std::string_view)> count_answers{
        "test.count_answers_on_terms",
        "SELECT count(*) FROM notice WHERE kind = 'answered' AND person_id = $1"};
    const auto words = "version 1, waits for your signature";
    EXPECT_THAT(program.get(&holder(), "/").body, Not(HasSubstr(words)));
    ASSERT_TRUE(offer());
    EXPECT_EQ(t().db.one(count_told, holder().person->view()), 1);
    EXPECT_THAT(program.get(&holder(), "/").body, HasSubstr(words));
    EXPECT_THAT(program.get(&t().unit, "/").body, Not(HasSubstr(words)));
    EXPECT_THAT(program.get(&t().unit, "/offices/" + office.str()).body, HasSubstr("Is to sign"));
    ASSERT_TRUE(sign(holder(), office));
    EXPECT_THAT(program.get(&holder(), "/").body, Not(HasSubstr(words)));
    EXPECT_THAT(program.get(&t().unit, "/offices/" + office.str()).body,
                Not(HasSubstr("Is to sign")));
    EXPECT_EQ(t().db.one(count_answers, t().unit.person->view()), 1);
}

TEST_F(SignedTerms, What_was_changed_behind_the_program_is_found) {
    ASSERT_TRUE(offer());
    ASSERT_TRUE(sign(holder(), office));
    ASSERT_THAT(faults(), IsEmpty());
    constexpr store::Query<store::None()> forge{
        "test.forge_terms", "UPDATE group_terms SET words = words || ', or not'"};
    t().in_one_transaction([&] { t().db.run(forge); });
    EXPECT_THAT(faults(), testing::Contains(HasSubstr("is not what was signed")));
}

} // namespace
} // namespace openmasa
