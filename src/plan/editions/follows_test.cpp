#include "core/restriction/store.hpp"
#include "kernel/text.hpp"
#include "plan/editions/follows_file.hpp"
#include "plan/editions/follows_views.hpp"
#include "plan/editions/module.hpp"
#include "plan/editions/rules.hpp"
#include "plan/editions/say_follows.hpp"
#include "plan/store.hpp"
#include "plan/test_plan.hpp"
#include "plan/verify.hpp"
#include <algorithm>
#include <gmock/gmock.h>

namespace openmasa::editions {
namespace {

using plan::Action;
using testing::ElementsAre, testing::HasSubstr, testing::IsEmpty, testing::Not;

/// The test plan, imported years ago, and another one that was imported beside it: two priorities
/// of which one is called almost alike, and two actions.
class Follows : public testing::Test {
protected:
    Follows() {
        newer = test.add_another_plan("Business plan 2029 to 2030");
        test.in_one_transaction([&] {
            auto section = newer.section;
            section.name = "Vulnerable & adolescents";
            ++section.version;
            plan::save_section(test.db, test.unit, section);
            first = test.add(newer.section, newer.objective, {}, {.title = "Map the pathways"});
            second = test.add(newer.section, newer.objective, {}, {.title = "Something new"});
        });
    }
    Edition read(const plan::PlanId& id) {
        auto edition = read_edition(test.db, test.unit, id);
        test.db.finish();
        return *edition;
    }
    Edition before() { return read(test.plan.id); }
    Edition now() { return read(newer.plan.id); }
    Result<Done> say(const SayFollows& said, const Scope& who) {
        test.db.finish();
        auto done = test.db.atomically([&] { return say_follows(test.db, who, said); });
        test.db.finish();
        return done;
    }
    /// Everything of the earlier one that is open was left for one reason, but for `carried`.
    SayFollows left_but(const plan::ActionId& carried, const std::string& as) {
        auto said = proposed_pairs(before(), now());
        for (auto& pair : said.actions) {
            pair.as = pair.before == carried ? as : "";
            pair.why = "Another board does it";
        }
        return said;
    }
    Action action(const plan::ActionId& id) {
        const auto found = plan::find_action(test.db, test.unit, id);
        test.db.finish();
        return *found;
    }
    std::vector<std::string> fields(const SayFollows& said) {
        std::vector<std::string> names;
        for (const auto& problem : problems_with(said, before(), now()))
            names.push_back(problem.field);
        return names;
    }
    std::vector<std::string> faults() {
        test.db.finish();
        auto verdict = audit::verify(test.db);
        plan::verify(test.db, verdict);
        return verdict.faults;
    }

    plan::TestPlan test;
    plan::TestPlan::Another newer;
    plan::ActionId first{}, second{};
    std::string newer_first = "LP 1";
};

TEST_F(Follows, What_is_alike_is_proposed_with_the_reason_and_nothing_twice) {
    auto earlier = before();
    auto later = now();
    earlier.actions[0].words = "Publish the guidance for schools";
    earlier.actions[1].words = "Publish the guidance for schools and nurseries";
    later.actions[0].words = "Publish the guidance for schools.";
    later.actions[1].words = "Something that was never there";
    const auto said = proposed_pairs(earlier, later);
    EXPECT_EQ(said.priorities[0].now, later.sections[0].id);
    EXPECT_EQ(said.priorities[0].because, Because::like_words);
    EXPECT_EQ(said.priorities[1].now, std::nullopt);
    EXPECT_EQ(said.actions[0].as, later.actions[0].reference);
    EXPECT_EQ(said.actions[0].because, Because::same_words);
    EXPECT_EQ(said.actions[1].as, "");
    EXPECT_EQ(said.actions[1].because, Because::nothing);
}

TEST_F(Follows, It_follows_with_its_priorities_and_actions_and_the_rest_was_left_and_says_why) {
    ASSERT_TRUE(say(left_but(test.late, newer_first), test.unit));
    EXPECT_EQ(now().plan.follows, test.plan.id);
    EXPECT_EQ(now().sections.front().follows, test.adolescents.id);
    EXPECT_EQ(action(first).follows, test.late);
    EXPECT_EQ(action(second).follows, std::nullopt);
    EXPECT_EQ(action(test.late).left_behind_why, "");
    EXPECT_EQ(action(test.soon).left_behind_why, "Another board does it");
    EXPECT_EQ(action(test.done).left_behind_why, "") << "it was done, and says so itself";
    EXPECT_EQ(faults(), std::vector<std::string>());
}

TEST_F(Follows, Said_again_it_is_put_right_and_what_goes_on_now_is_left_no_longer) {
    ASSERT_TRUE(say(left_but(test.late, newer_first), test.unit));
    auto said = proposed_pairs(before(), now());
    const auto late = std::ranges::find(said.actions, test.late, &FollowedAction::before);
    EXPECT_EQ(late->as, newer_first);
    EXPECT_EQ(late->because, Because::said);
    ASSERT_TRUE(say(left_but(test.soon, newer_first), test.unit));
    EXPECT_EQ(action(first).follows, test.soon);
    EXPECT_EQ(action(test.soon).left_behind_why, "");
    EXPECT_EQ(action(test.late).left_behind_why, "Another board does it");
    EXPECT_EQ(faults(), std::vector<std::string>());
}

TEST_F(Follows, It_can_follow_none_again_and_nothing_was_left_then) {
    ASSERT_TRUE(say(left_but(test.late, newer_first), test.unit));
    ASSERT_TRUE(say({.plan = newer.plan.id, .state = state_of(nullptr, now())}, test.unit));
    EXPECT_EQ(now().plan.follows, std::nullopt);
    EXPECT_EQ(now().sections.front().follows, std::nullopt);
    EXPECT_EQ(action(first).follows, std::nullopt);
    EXPECT_EQ(action(test.soon).left_behind_why, "");
    EXPECT_EQ(faults(), std::vector<std::string>());
}

TEST_F(Follows, Saying_the_same_twice_changes_nothing) {
    ASSERT_TRUE(say(left_but(test.late, newer_first), test.unit));
    const auto version = action(test.soon).version;
    ASSERT_TRUE(say(left_but(test.late, newer_first), test.unit));
    EXPECT_EQ(action(test.soon).version, version);
}

TEST_F(Follows, What_was_done_is_done_in_the_earlier_edition) {
    auto said = left_but(test.late, newer_first);
    const auto soon = std::ranges::find(said.actions, test.soon, &FollowedAction::before);
    soon->is_done = true;
    soon->why = "Published in spring";
    ASSERT_TRUE(say(said, test.unit));
    EXPECT_EQ(action(test.soon).status, plan::Status::done);
    EXPECT_EQ(action(test.soon).left_behind_why, "");
    EXPECT_EQ(faults(), std::vector<std::string>());
}

TEST_F(Follows, Everything_that_is_wrong_is_said_at_once) {
    auto said = left_but(test.late, newer_first);
    const auto pair = [&](const plan::ActionId& id) {
        return std::ranges::find(said.actions, id, &FollowedAction::before);
    };
    pair(test.soon)->as = newer_first;
    pair(test.at_risk)->as = "ZZ 9";
    pair(test.bare)->why = " ";
    EXPECT_THAT(fields(said),
                testing::UnorderedElementsAre("as-" + test.soon.str(), "as-" + test.at_risk.str(),
                                              "left-why-" + test.bare.str()));
}

TEST_F(Follows, Two_priorities_do_not_go_on_as_one) {
    auto said = left_but(test.late, newer_first);
    for (auto& pair : said.priorities) pair.now = now().sections.front().id;
    EXPECT_THAT(fields(said), ElementsAre("goes-on-" + test.families.id.str()));
}

TEST_F(Follows, What_was_changed_meanwhile_is_a_conflict_and_nothing_is_saved) {
    const auto said = left_but(test.late, newer_first);
    test.in_one_transaction([&] {
        auto action = *plan::find_action(test.db, test.unit, test.soon);
        action.title = "Put better";
        ASSERT_TRUE(plan::save_action(test.db, test.unit, action, {.verb = "action.changed"}));
    });
    const auto refused = say(said, test.unit);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.refusal().kind, Refusal::Kind::conflict);
    EXPECT_EQ(now().plan.follows, std::nullopt);
}

TEST_F(Follows, What_another_said_meanwhile_stands_at_its_row) {
    const auto typed = left_but(test.late, newer_first);
    ASSERT_TRUE(say(left_but(test.soon, newer_first), test.unit));
    ASSERT_FALSE(say(typed, test.unit));
    test.in_one_transaction([&] {
        auto next = *plan::find_action(test.db, test.unit, first);
        next.title = "Put <b> better";
        ASSERT_TRUE(plan::save_action(test.db, test.unit, next, {.verb = "action.changed"}));
    });
    const auto earlier = before();
    const auto news = news_since(test.db, typed, &earlier, now());
    test.db.finish();
    const auto& soon = news.at(test.soon.str());
    ASSERT_EQ(soon.links.size(), 1u);
    EXPECT_EQ(soon.links.front().name, newer_first);
    EXPECT_TRUE(soon.links.front().goes_on);
    EXPECT_EQ(soon.links.front().who, "Business unit");
    const auto& late = news.at(test.late.str());
    ASSERT_TRUE(late.changed) << "it was left behind";
    EXPECT_EQ(late.changed->changes.front().now, "Another board does it");
    ASSERT_EQ(late.next.size(), 1u) << "what this form says goes on from it";
    EXPECT_EQ(late.next.front().second.changes.front().now, "Put <b> better");
    EXPECT_FALSE(news.contains(test.done.str()));
    EXPECT_THAT(news.at(newer.plan.id.str()).said, HasSubstr("It follows"));
    EXPECT_EQ(news.at(test.adolescents.id.str()).links.size(), 1u);

    ASSERT_FALSE(say({.plan = newer.plan.id, .state = typed.state}, test.unit)) << "nor to none";
}

TEST_F(Follows, What_was_read_comes_back_from_a_form_as_it_was) {
    const auto state = proposed_pairs(before(), now()).state;
    EXPECT_EQ(trimmed(state), state);
    EXPECT_EQ(versions_in(state).at(test.soon.str()), 1);
    EXPECT_EQ(versions_in(state).size(), 2u + 3u + 11u + 2u);
}

TEST_F(Follows, What_came_in_meanwhile_says_so) {
    const auto typed = proposed_pairs(before(), now());
    plan::ActionId added{}, next{};
    test.in_one_transaction([&] {
        added = test.add(test.adolescents, test.prevent, {}, {.title = "One more"});
        next = test.add(newer.section, newer.objective, {}, {.title = "And its next"});
        auto action = *plan::find_action(test.db, test.unit, next);
        action.follows = test.late;
        ASSERT_TRUE(plan::save_action(test.db, test.unit, action, {.verb = "action.changed"}));
    });
    const auto earlier = before();
    const auto news = news_since(test.db, typed, &earlier, now());
    test.db.finish();
    EXPECT_TRUE(news.at(added.str()).is_new);
    EXPECT_EQ(news.at(test.late.str()).links.front().name, "LP 3");
    FollowsPage page{.before = earlier, .now = now(), .typed = typed, .news = news};
    const auto shown = follows_view(page).view();
    EXPECT_THAT(std::string(shown), HasSubstr("New since you opened this page."));
    EXPECT_THAT(std::string(shown), HasSubstr("It goes on as <b>LP 3</b>."));
    EXPECT_THAT(std::string(shown), HasSubstr("href=\"#as-" + added.str() + "\">VA 7 One more"));
}

TEST_F(Follows, What_goes_on_from_something_that_is_gone_goes_on_from_what_is_said) {
    ASSERT_TRUE(say(left_but(test.late, newer_first), test.unit));
    test.in_one_transaction([&] {
        auto gone = *plan::find_action(test.db, test.unit, test.late);
        gone.withdrawn = true;
        gone.withdrawn_why = "Said twice";
        ASSERT_TRUE(plan::save_action(test.db, test.unit, gone, {.verb = "action.withdrawn"}));
    });
    ASSERT_TRUE(say(left_but(test.recurring, ""), test.unit));
    EXPECT_EQ(action(first).follows, test.late) << "of it nothing was said";
    ASSERT_TRUE(say(left_but(test.soon, newer_first), test.unit));
    EXPECT_EQ(action(first).follows, test.soon);
    EXPECT_EQ(action(test.soon).left_behind_why, "");
    EXPECT_EQ(faults(), std::vector<std::string>());
}

TEST_F(Follows, No_edition_follows_itself_and_none_is_followed_twice) {
    const auto titles = [&](const plan::Plan& plan) {
        std::vector<std::string> found;
        for (const auto& one : may_follow(test.db, test.unit, plan)) found.push_back(one.title);
        test.db.finish();
        return found;
    };
    EXPECT_THAT(titles(newer.plan), ElementsAre(test.plan.title));
    ASSERT_TRUE(say(left_but(test.late, newer_first), test.unit));
    EXPECT_THAT(titles(newer.plan), ElementsAre(test.plan.title)) << "to say it again";
    EXPECT_THAT(titles(test.plan), IsEmpty()) << "it is followed by the only other one";
    const auto third = test.add_another_plan("Third");
    EXPECT_THAT(titles(third.plan), ElementsAre("Business plan 2029 to 2030"));
}

TEST_F(Follows, Whoever_may_not_change_the_plan_finds_nothing) {
    for (const auto* who : {&test.reader, &test.outsider, &test.constable}) {
        const auto refused = say(left_but(test.late, newer_first), *who);
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.refusal().kind, Refusal::Kind::not_found);
    }
}

TEST_F(Follows, A_file_says_it_as_the_page_does) {
    const auto earlier = before(), later = now();
    auto said = proposed_pairs(earlier, later);
    const auto csv = to_csv(said, earlier, later);
    EXPECT_THAT(csv, HasSubstr("what,before,title,goes_on_as,done,why,found"));
    EXPECT_THAT(csv, HasSubstr("priority,VA,"));
    const auto read = [&](std::string_view lines) {
        return with_file(said, *csv::Table::read(lines), earlier, later);
    };
    const auto made = read("what,before,goes_on_as,done,why\r\naction,va 2," + newer_first +
                           ",,\r\naction,VA 6,,yes,Held in May\r\npriority,VA,,,\r\n");
    ASSERT_TRUE(made);
    EXPECT_EQ(find_pair(*made, test.soon)->as, newer_first);
    EXPECT_TRUE(find_pair(*made, test.bare)->is_done);
    EXPECT_EQ(find_pair(*made, test.adolescents.id)->now, std::nullopt);
    EXPECT_FALSE(read("what,before\r\naction,ZZ 1\r\n"));
    EXPECT_FALSE(read("what,before,goes_on_as\r\npriority,VA,ZZ\r\n"));
    EXPECT_FALSE(read("what,before\r\nchapter,VA\r\n"));
}

TEST_F(Follows, Its_pages_escape_what_they_show_and_say_what_became_of_each) {
    const auto path = "/plans/" + newer.plan.id.str() + "/follows";
    const auto choice = test.get(module(), test.unit, path).body;
    EXPECT_THAT(choice, HasSubstr("Business plan &lt;b&gt;&amp; 2025 to 2026"));
    EXPECT_THAT(choice, Not(HasSubstr("<b>& 2025")));
    const auto pairs = test.get(module(), test.unit, path + "?before=" + test.plan.id.str()).body;
    EXPECT_THAT(pairs, HasSubstr("VA 1"));
    EXPECT_THAT(pairs, HasSubstr("<datalist"));
    EXPECT_EQ(test.get(module(), test.unit, path + "?before=" + newer.plan.id.str()).status, 404);
    EXPECT_EQ(test.get(module(), test.unit, path + "?before=none").status, 200);
}

} // namespace
} // namespace openmasa::editions
