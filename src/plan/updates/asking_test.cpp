#include "core/accounts/record_link.hpp"
#include "core/audit/audit.hpp"
#include "plan/updates/test_updates.hpp"
#include <algorithm>

namespace openmasa::updates {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using testing::StartsWith;

using Asking = Updates;

TEST_F(Asking, One_notice_a_person_and_one_link_an_office_however_many_actions) {
    const auto request = asked(everything());
    EXPECT_THAT(references(asked_in(test.db, request.id)),
                ElementsAre("VA 1", "VA 2", "VA 3", "VA 4", "FF 2", "FF 3", "FF 5"));
    auto told = notices();
    ASSERT_THAT(told, SizeIs(2));
    std::ranges::sort(told, {}, &TestNotice::email);
    EXPECT_EQ(told[0].person, test.constable.person);
    EXPECT_EQ(told[0].path, "/updates/" + request.id.str());
    EXPECT_EQ(told[1].email, "head@example.org");
    EXPECT_EQ(told[1].kind, "link_given");
    EXPECT_THAT(told[1].path, StartsWith("/answers/"));
}

TEST_F(Asking, The_secret_of_a_link_is_in_no_table_but_the_mail_that_waits) {
    const auto request = asked(everything());
    const auto told = notices();
    const auto mail = std::ranges::find(told, "link_given", &TestNotice::kind);
    ASSERT_NE(mail, told.end());
    const auto secret = mail->path.substr(std::string("/answers/").size());
    const auto link = accounts::find_link(test.db, link_purpose, secret, test.now);
    ASSERT_TRUE(link);
    EXPECT_EQ(link->record, offices_of(test.db, request.id, test.now).front().id.str());
    EXPECT_FALSE(accounts::find_link(test.db, "action.answer", secret, test.now));
}

TEST_F(Asking, An_owner_without_anybody_to_tell_is_left_out) {
    auto command = everything();
    command.emails.clear();
    const auto request = asked(command);
    EXPECT_THAT(references(asked_in(test.db, request.id)),
                ElementsAre("VA 1", "VA 2", "VA 3", "VA 4"));
    command.choice.owners = {test.services.str()};
    const auto refused = ask_as(test.unit, command);
    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.refusal().problems, SizeIs(1));
}

TEST_F(Asking, What_is_wrong_is_refused_and_nobody_is_told) {
    auto command = everything();
    command.emails[test.services.str()] = "head";
    command.words = std::string(1001, 'x');
    const auto refused = ask_as(test.unit, command);
    ASSERT_FALSE(refused);
    ASSERT_THAT(refused.refusal().problems, SizeIs(2));
    EXPECT_EQ(refused.refusal().problems[0].field, email_field(test.services));
    EXPECT_EQ(refused.refusal().problems[1].field, "words");
    EXPECT_THAT(notices(), IsEmpty());
}

TEST_F(Asking, A_chair_asks_about_the_priorities_of_their_group_and_nothing_else) {
    Scope chair = test.constable;
    chair.holdings = {{Role::group_chair, test.constabulary}};
    const auto id = ask_as(chair, everything());
    ASSERT_TRUE(id);
    EXPECT_THAT(references(asked_in(test.db, *id)), ElementsAre("VA 1", "VA 2", "VA 3", "VA 4"));
    for (const auto* who : {&test.constable, &test.reader, &test.outsider})
        EXPECT_EQ(ask_as(*who, everything()).refusal().kind, Refusal::Kind::not_found);
    EXPECT_TRUE(find_to_look_after(test.db, chair, test.plan.id, *id));
    EXPECT_TRUE(find_to_look_after(test.db, test.unit, test.plan.id, *id));
    EXPECT_FALSE(find_to_look_after(test.db, test.reader, test.plan.id, *id));
    const auto others = asked(everything());
    EXPECT_FALSE(find_to_look_after(test.db, chair, test.plan.id, others.id));
}

TEST_F(Asking, Of_a_restricted_action_nobody_is_told_who_may_not_read_it) {
    restrict_to_nobody(test.late);
    auto all =
        parties(test.db, test.unit, test.plan.id,
                chosen(askable_actions(test.db, test.unit, test.plan.id), everything().choice));
    ASSERT_THAT(all, SizeIs(2));
    EXPECT_EQ(all[1].people.front().actions, 3);
    EXPECT_EQ(all[1].by_link, 3);
    EXPECT_EQ(people_in(all), 1);
    auto command = everything();
    command.choice.owners = {test.constabulary.str()};
    command.choice.which = "due";
    command.choice.by = "1 December 2025"; // the restricted one alone
    EXPECT_FALSE(ask_as(test.unit, command));
}

TEST_F(Asking, Those_who_have_not_answered_are_reminded_once_a_day) {
    const auto request = asked(everything());
    const OfRequest which{test.plan.id, request.id};
    const auto remind_as = [&](const Scope& who) {
        return run([&] { return remind_by_hand(test.db, who, which); });
    };
    test.in_one_transaction([&] { test.db.execute("DELETE FROM notice"); });
    ASSERT_TRUE(remind_as(test.unit));
    EXPECT_THAT(notices(), SizeIs(2));
    EXPECT_EQ(remind_as(test.unit).refusal().kind, Refusal::Kind::invalid);
    EXPECT_EQ(remind_as(test.reader).refusal().kind, Refusal::Kind::not_found);
    test.in_one_transaction([&] { test.db.execute("DELETE FROM notice"); });
    std::vector<Answer> answers;
    for (const auto& id : {test.late, test.soon, test.recurring, test.at_risk})
        answers.push_back(saying(id, "It goes on."));
    ASSERT_TRUE(answer_as(later(test.constable), request, answers));
    test.in_one_transaction([&] { test.db.execute("DELETE FROM notice"); });
    ASSERT_TRUE(remind_as(later(test.unit, 1)));
    ASSERT_THAT(notices(), SizeIs(1)) << "the constable owes nothing";
    EXPECT_EQ(notices()[0].email, "head@example.org");
}

TEST_F(Asking, The_second_link_of_an_office_is_of_the_same_holder_and_both_can_be_taken_back) {
    const auto request = asked(everything());
    const OfRequest which{test.plan.id, request.id};
    const auto tomorrow = later(test.unit, 1);
    ASSERT_TRUE(run([&] { return remind_by_hand(test.db, tomorrow, which); }));
    const auto office = offices_of(test.db, request.id, test.now).front();
    const auto links = accounts::links_of(test.db, link_purpose, office.id.view());
    ASSERT_THAT(links, SizeIs(2));
    EXPECT_EQ(links[0].holder, links[1].holder);
    const auto take = [&] {
        return run([&] { return take_link_back(test.db, tomorrow, which, office.id); });
    };
    ASSERT_TRUE(take());
    EXPECT_EQ(take().refusal().kind, Refusal::Kind::not_found) << "there is none any more";
    for (const auto& link : accounts::links_of(test.db, link_purpose, office.id.view()))
        EXPECT_TRUE(link.revoked_at);
    test.in_one_transaction([&] { test.db.execute("DELETE FROM notice"); });
    const auto next_day = later(test.unit, 2);
    ASSERT_TRUE(run([&] { return remind_by_hand(test.db, next_day, which); }));
    EXPECT_THAT(notices(), SizeIs(1)) << "who had the link taken back is not reminded";
}

TEST_F(Asking, A_link_that_was_taken_back_is_given_again_within_the_same_request) {
    const auto request = asked(everything());
    const OfRequest which{test.plan.id, request.id};
    const auto office = offices_of(test.db, request.id, test.now).front();
    const auto give_as = [&](const Scope& who) {
        return run([&] { return give_link_again(test.db, who, which, office.id); });
    };
    EXPECT_EQ(give_as(test.unit).refusal().kind, Refusal::Kind::not_found) << "the first works";
    ASSERT_TRUE(run([&] { return take_link_back(test.db, test.unit, which, office.id); }));
    test.in_one_transaction([&] { test.db.execute("DELETE FROM notice"); });
    EXPECT_EQ(give_as(test.reader).refusal().kind, Refusal::Kind::not_found);
    ASSERT_TRUE(give_as(test.unit));
    ASSERT_THAT(notices(), SizeIs(1));
    EXPECT_EQ(notices()[0].email, "head@example.org");
    EXPECT_TRUE(offices_of(test.db, request.id, test.now).front().has_link);
    const auto links = accounts::links_of(test.db, link_purpose, office.id.view());
    ASSERT_THAT(links, SizeIs(2));
    EXPECT_EQ(links[0].holder, links[1].holder);
    ASSERT_TRUE(run([&] { return close(test.db, test.unit, which); }));
    EXPECT_EQ(give_as(test.unit).refusal().kind, Refusal::Kind::not_found) << "it is closed";
}

TEST_F(Asking, A_request_that_is_closed_asks_nobody_and_forgets_addresses) {
    const auto request = asked(everything());
    const OfRequest which{test.plan.id, request.id};
    ASSERT_TRUE(run([&] { return close(test.db, test.unit, which); }));
    EXPECT_EQ(run([&] { return close(test.db, test.unit, which); }).refusal().kind,
              Refusal::Kind::not_found);
    const auto office = offices_of(test.db, request.id, test.now).front();
    EXPECT_EQ(office.email, "");
    EXPECT_FALSE(office.has_link);
    EXPECT_FALSE(answer_as(later(test.constable), request, {saying(test.late, "Too late.")}));
    audit::Verdict verdict = audit::verify(test.db);
    verify(test.db, verdict);
    EXPECT_THAT(verdict.faults, IsEmpty());
}

TEST_F(Asking, Verify_finds_a_request_that_was_changed_behind_the_program) {
    (void)asked(everything());
    test.in_one_transaction([&] { test.db.execute("UPDATE update_request SET words = 'Other'"); });
    audit::Verdict verdict;
    verify(test.db, verdict);
    EXPECT_THAT(verdict.faults, SizeIs(1));
}

TEST_F(Asking, What_is_withdrawn_or_another_owners_by_now_drops_out) {
    const auto request = asked(everything());
    test.in_one_transaction([&] {
        auto gone = *plan::find_action(test.db, test.unit, test.late);
        gone.withdrawn = true;
        gone.withdrawn_why = "No longer needed";
        ASSERT_TRUE(plan::save_action(test.db, test.unit, gone, {.verb = "action.withdrawn"}));
        auto moved = *plan::find_action(test.db, test.unit, test.soon);
        moved.owner = test.services;
        ASSERT_TRUE(plan::save_action(test.db, test.unit, moved, {.verb = "action.changed"}));
    });
    EXPECT_THAT(references(asked_in(test.db, request.id)),
                ElementsAre("VA 3", "VA 4", "FF 2", "FF 3", "FF 5"));
    const auto listed = requests_of(test.db, test.plan.id, 10);
    ASSERT_THAT(listed, SizeIs(1));
    EXPECT_EQ(listed[0].actions, 5);
    EXPECT_EQ(listed[0].answered, 0);
}

} // namespace
} // namespace openmasa::updates
