// Somebody whose only role is held on one record, by real requests: they read that record and what
// hangs on it; of what it stands in they see the names; everything else does not exist for them.
#include "restricted.hpp"

namespace openmasa {
namespace {

using testing::HasSubstr, testing::Not;

constexpr store::Query<int()> count_actions{"test.count_all_actions",
                                            "SELECT count(*) FROM action"};

class SingleRecords : public Restricted {
protected:
    Scope hold(Role role, Record record) {
        Scope who;
        t().in_one_transaction([&] { who = program.on_one_record(role, std::move(record)); });
        return who;
    }
    std::string action(const plan::ActionId& id) { return "/actions/" + id.str(); }
    std::string list() { return "/plans/" + t().plan.id.str() + "/actions"; }
    int status(const Scope& who, const std::string& path) { return program.get(&who, path).status; }
};

TEST_F(SingleRecords, A_role_on_a_priority_reads_it_and_its_actions_and_nothing_more) {
    const auto scrutineer = hold(Role::scrutineer, {"section", t().adolescents.id.str()});
    EXPECT_EQ(status(scrutineer, "/priorities/" + t().adolescents.id.str()), 200);
    EXPECT_EQ(status(scrutineer, "/objectives/" + t().prevent.id.str()), 200);
    for (const auto& id : {t().late, t().soon, t().bare})
        EXPECT_EQ(status(scrutineer, action(id)), 200);
    EXPECT_EQ(status(scrutineer, "/priorities/" + t().families.id.str()), 404);
    EXPECT_EQ(status(scrutineer, "/objectives/" + t().family_plan.id.str()), 404);
    for (const auto& id : {t().done, t().stopped, t().withdrawn})
        EXPECT_EQ(status(scrutineer, action(id)), 404);
    const auto page = program.get(&scrutineer, list()).body;
    EXPECT_THAT(page, HasSubstr("Publish the practice guide"));
    EXPECT_THAT(page, HasSubstr("6 actions"));
    EXPECT_THAT(page, Not(HasSubstr("Set up the working group")));
    EXPECT_THAT(page, Not(HasSubstr("Families First")));
    EXPECT_THAT(program.get(&scrutineer, list() + ".csv").body,
                Not(HasSubstr("Set up the working group")));
    EXPECT_THAT(program.get(&scrutineer, "/priorities/" + t().adolescents.id.str()).body,
                HasSubstr("Practice is the same everywhere"));
}

TEST_F(SingleRecords, Whatever_else_is_restricted_or_not_no_word_of_it_is_on_any_page) {
    add_secret(); // in the priority of the late action, with the word in every field
    for (const auto& record :
         {Record{"action", t().late.str()}, Record{"section", t().families.id.str()},
          Record{"objective", t().family_plan.id.str()}}) {
        const auto who = hold(Role::group_member, record);
        for (const auto& path : addresses(secret.str()))
            EXPECT_THAT(answer_to(who, path), Not(HasSubstr(canary))) << record.kind << " " << path;
        for (const auto& path : addresses(t().late.str()))
            EXPECT_THAT(answer_to(who, path), Not(HasSubstr(canary))) << record.kind << " " << path;
    }
}

TEST_F(SingleRecords, What_was_counted_for_somebody_else_is_not_what_they_are_told) {
    for (int time = 0; time < 2; ++time) {
        EXPECT_THAT(program.get(&t().reader, list()).body, HasSubstr("11 actions"));
        EXPECT_THAT(program.get(&t().reader, "/").body, HasSubstr("11 actions"));
        EXPECT_THAT(program.get(&program.guest, list()).body, HasSubstr("1 action"));
        for (const auto& path : {list(), std::string("/")})
            EXPECT_THAT(program.get(&program.guest, path).body, Not(HasSubstr("11 actions")));
    }
}

TEST_F(SingleRecords, Of_what_it_stands_in_only_the_name_is_shown) {
    const auto& who = program.guest; // on the late action
    const auto page = program.get(&who, action(t().late)).body;
    EXPECT_THAT(page, HasSubstr("Vulnerable &lt;b&gt;&amp; adolescents"));
    for (const auto& path :
         {"/priorities/" + t().adolescents.id.str(), "/objectives/" + t().prevent.id.str(),
          "/plans/" + t().plan.id.str() + "/priorities",
          "/history/section/" + t().adolescents.id.str(),
          "/history/objective/" + t().prevent.id.str()}) {
        const auto body = program.get(&who, path).body;
        for (const auto* word : {"Practice is the same everywhere", "what it is for",
                                 "Publish the practice guide", "Last review: Dec 2025"})
            EXPECT_THAT(body, Not(HasSubstr(word))) << path;
    }
}

TEST_F(SingleRecords, It_answers_for_what_it_does_not_reach_as_for_what_is_not_there) {
    for (const auto& module : modules())
        for (const auto& route : module.routes) {
            const std::string pattern(route.pattern);
            const auto there = filled(pattern, t().done.str()),
                       not_there = filled(pattern, missing);
            if (there == not_there || shows_the_log(there) || route.method != Method::Get) continue;
            EXPECT_EQ(answer_to(program.guest, there), answer_to(program.guest, not_there))
                << there;
        }
}

TEST_F(SingleRecords, Progress_is_recorded_there_by_a_role_that_may_and_nowhere_else) {
    const auto progress = [&](const Scope& who, const plan::ActionId& id) {
        return program
            .post(&who, action(id) + "/progress", "status=in_progress&version=1&words=Nearly+there",
                  "n" + id.str() + who.person->str())
            .status;
    };
    EXPECT_EQ(progress(program.guest, t().late), 303);
    EXPECT_EQ(progress(program.guest, t().soon), 404);
    const auto reader = hold(Role::scrutineer, {"action", t().soon.str()});
    EXPECT_EQ(progress(reader, t().soon), 404) << "a scrutineer reads";
    EXPECT_THAT(program.get(&program.guest, action(t().late)).body, HasSubstr("Nearly there"));
    EXPECT_TRUE(audit::verify(t().db).faults.empty());
}

TEST_F(SingleRecords, Nothing_is_said_about_what_only_its_name_is_shown_of) {
    const auto comment = [&](std::string_view kind, const std::string& record) {
        return program
            .post(&program.guest, "/comments",
                  fmt::format("kind={}&record={}&words=Who+asks", kind, record), "c" + record)
            .status;
    };
    EXPECT_EQ(comment("action", t().late.str()), 303);
    EXPECT_EQ(comment("plan", t().plan.id.str()), 404);
    EXPECT_EQ(comment("section", t().adolescents.id.str()), 404);
    EXPECT_THAT(program.get(&program.guest, "/priorities/" + t().adolescents.id.str()).body,
                Not(HasSubstr("Your comment")));
}

TEST_F(SingleRecords, Beside_a_wider_role_it_adds_to_it_and_hides_nothing) {
    const auto& analyst = who(Role::analyst);
    EXPECT_EQ(status(analyst, action(t().late) + "/progress"), 404);
    t().in_one_transaction([&] {
        access::add_holding(t().db, {.id = t().unit.new_id<PersonId>().str(),
                                     .person = *analyst.person,
                                     .role = Role::group_member,
                                     .owner = {},
                                     .from = t().today,
                                     .to = {},
                                     .record = Record{"action", t().late.str()}});
    });
    EXPECT_EQ(status(analyst, action(t().late) + "/progress"), 200);
    EXPECT_EQ(status(analyst, action(t().soon) + "/progress"), 404);
    EXPECT_EQ(status(analyst, action(t().done)), 200);
    EXPECT_EQ(status(analyst, "/agencies"), 200);
}

TEST_F(SingleRecords, Its_days_are_kept_to) {
    Scope past, coming;
    t().in_one_transaction([&] {
        past = program.on_one_record(Role::scrutineer, {"action", t().late.str()});
        coming = program.on_one_record(Role::scrutineer, {"action", t().late.str()});
        t().db.execute("UPDATE role_holding SET from_day = '2026-01-01', to_day = '2026-01-21' "
                       "WHERE person_id = '" +
                       past.person->str() + "'");
        t().db.execute("UPDATE role_holding SET from_day = '2026-01-23' WHERE person_id = '" +
                       coming.person->str() + "'");
    });
    EXPECT_EQ(status(past, action(t().late)), 404);
    EXPECT_EQ(status(coming, action(t().late)), 404);
}

TEST_F(SingleRecords, A_restriction_wins_over_a_role_on_the_record) {
    const auto scrutineer = hold(Role::scrutineer, {"section", t().adolescents.id.str()});
    restrict({"action", t().late.str()}, {});
    EXPECT_EQ(status(scrutineer, action(t().late)), 404);
    EXPECT_EQ(status(scrutineer, action(t().soon)), 200);
    EXPECT_EQ(status(program.guest, action(t().late)), 404);
}

TEST_F(SingleRecords, A_role_on_the_plan_reads_all_of_it_and_no_agency_or_person) {
    const auto scrutineer = hold(Role::scrutineer, {"plan", t().plan.id.str()});
    for (const auto& id : {t().late, t().done}) EXPECT_EQ(status(scrutineer, action(id)), 200);
    EXPECT_THAT(program.get(&scrutineer, list()).body, HasSubstr("11 actions"));
    for (const auto* path : {"/agencies", "/people", "/rights", "/audit", "/settings", "/links"})
        EXPECT_EQ(status(scrutineer, path), 404) << path;
}

TEST_F(SingleRecords, A_look_back_shows_no_more_of_it) {
    const auto path = list() + "?as-at=2026-01-22";
    EXPECT_THAT(program.get(&t().reader, path).body, HasSubstr("Set up the working group"));
    const auto page = program.get(&program.guest, path).body;
    EXPECT_THAT(page, HasSubstr("Map &lt;b&gt;"));
    EXPECT_THAT(page, Not(HasSubstr("Set up the working group")));
}

TEST_F(SingleRecords, Work_that_they_ask_for_sees_no_more) {
    int seen = -1;
    const std::vector<jobs::Kind> work{{.name = "count",
                                        .title = "Count",
                                        .permission = Permission::read_plan,
                                        .run = [&](jobs::Work& its) -> Result<Done> {
                                            TRY(its.step({.done = 1, .all = 1, .doing = "x"}));
                                            seen = *its.db.one(count_actions);
                                            return its.finish({.said = "Counted"});
                                        }}};
    const jobs::Worker worker{
        .database = &t().database(),
        .kinds = work,
        .restrictable = kinds,
        .storage = &program.storage,
        .now = [&] { return t().unit; },
        .on_fault = [](auto, const auto& fault) { ADD_FAILURE() << fault.what(); }};
    t().in_one_transaction(
        [&] { ASSERT_TRUE(jobs::ask(t().db, program.guest, {.kind = &work[0]})); });
    ASSERT_TRUE(jobs::work(t().db, worker));
    EXPECT_EQ(seen, 1);
    t().db.finish();
}

TEST_F(SingleRecords, Who_holds_it_and_why_they_may_are_said) {
    EXPECT_THAT(program.get(&t().unit, "/rights").body, HasSubstr("Action VA 1"));
    const auto why = [&](const std::string& reference) {
        return program
            .get(&t().unit, "/rights/why?permission=update_action&person=" +
                                program.guest.person->str() + "&reference=" + reference)
            .body;
    };
    EXPECT_THAT(why("VA+1"), HasSubstr("Group member on Action VA 1 may"));
    EXPECT_THAT(why("FF+1"), HasSubstr("FF 1 is not part of it"));
}

} // namespace
} // namespace openmasa
