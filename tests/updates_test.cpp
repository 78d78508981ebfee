// Asking for updates and answering, by real requests: pages, links without an account, restricted
// actions, and how many statements a page runs.
#include "plan/retention/actions.hpp"
#include "restricted.hpp"
#include <algorithm>

namespace openmasa {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr store::Query<std::string()> list_link_paths{
    "test.update_link_paths", "SELECT path FROM notice WHERE kind = 'link_given' ORDER BY id"};
constexpr store::Query<std::int64_t(std::string_view)> count_notices{
    "test.count_update_notices", "SELECT count(*) FROM notice WHERE kind = $1"};
constexpr store::Query<std::string()> find_a_request{
    "test.find_update_request", "SELECT id FROM update_request ORDER BY id DESC"};

class UpdatePages : public Restricted {
protected:
    UpdatePages() {
        t().in_one_transaction([&] { // the cast's own request, which hides nothing here
            t().db.execute("DELETE FROM update_asked");
            t().db.execute("DELETE FROM update_request");
            t().db.execute("DELETE FROM history WHERE kind = 'update_request'");
        });
    }
    std::string plan() { return "/plans/" + t().plan.id.str() + "/updates"; }
    std::string choice(std::string_view owners) {
        return fmt::format("{}&which=open&since=1+Jan+2026&by=1+Mar+2026&answer_by=5+Feb+2026",
                           owners);
    }
    std::string both() {
        return fmt::format("owner={}&owner={}", t().constabulary.view(), t().services.view());
    }
    http::Response post(const Scope* asking, const std::string& path, const std::string& fields) {
        return program.post(asking, path, fields, fmt::format("n{}", ++posts));
    }
    /// A request to both owners; its id.
    std::string ask() {
        const auto sent =
            post(&t().unit, plan(),
                 fmt::format("{}&words=How+far+is+it+%3Cb%3E&email_{}=head%40example.org",
                             choice(both()), t().services.view()));
        EXPECT_EQ(sent.status, 303) << sent.body.substr(0, 300);
        const auto id = Program::header(sent, "Location").substr(plan().size() + 1, 26);
        EXPECT_EQ(Program::header(sent, "Location"), plan() + "/" + id + "?saved=asked");
        t().now += std::chrono::minutes{1};
        return id;
    }
    std::string link() { return t().db.all(list_link_paths).back(); }
    static std::string about(const plan::ActionId& id, int version, std::string_view words,
                             std::string_view status = "in_progress",
                             std::string_view stood = "in_progress") {
        return fmt::format("version_{0}={1}&stood_{0}={4}&status_{0}={3}&words_{0}={2}", id.view(),
                           version, words, status, stood);
    }
    int posts = 0;
};

TEST_F(UpdatePages, Whoever_may_change_the_plan_chooses_looks_and_sends) {
    const auto form = program.get(&t().unit, plan() + "/ask");
    EXPECT_EQ(form.status, 200);
    EXPECT_THAT(form.body, HasSubstr("Norfolk Constabulary &lt;b&gt;&amp;"));
    EXPECT_THAT(form.body, HasSubstr("4 actions open, 2 without an update for a quarter, 2 late"));
    const auto look = program.get(&t().unit, plan() + "/check?" + choice(both()));
    EXPECT_EQ(look.status, 200);
    EXPECT_THAT(look.body, HasSubstr("email_" + t().services.str()));
    EXPECT_THAT(look.body, HasSubstr("Group chair, about 4 actions"));
    const auto page = program.get(&t().unit, plan() + "/" + ask());
    EXPECT_THAT(page.body, HasSubstr("0 of 7 actions answered"));
    EXPECT_THAT(page.body, HasSubstr("By a link to head@example.org, not used yet"));
    EXPECT_THAT(page.body, HasSubstr("How far is it &lt;b&gt;"));
    EXPECT_THAT(program.get(&t().unit, plan()).body, HasSubstr("0 of 7 actions"));
}

TEST_F(UpdatePages, What_is_wrong_is_said_and_what_was_typed_is_still_there) {
    const auto nobody = program.get(&t().unit, plan() + "/check?" + choice(""));
    EXPECT_EQ(nobody.status, 422);
    EXPECT_THAT(nobody.body, HasSubstr("Choose who is asked."));
    EXPECT_THAT(nobody.body, HasSubstr("5 Feb 2026"));
    const auto wrong = post(
        &t().unit, plan(),
        fmt::format("{}&words=Words+typed&email_{}=head", choice(both()), t().services.view()));
    EXPECT_EQ(wrong.status, 422);
    EXPECT_THAT(wrong.body, HasSubstr("Enter an e-mail address"));
    EXPECT_THAT(wrong.body, HasSubstr("Words typed</textarea>"));
    EXPECT_FALSE(t().db.one(find_a_request));
}

TEST_F(UpdatePages, A_request_sent_twice_is_one) {
    const auto fields = choice(both());
    EXPECT_EQ(program.post(&t().unit, plan(), fields, "same").status, 303);
    const auto told = *t().db.one(count_notices, "update_asked");
    t().db.finish();
    EXPECT_EQ(program.post(&t().unit, plan(), fields, "same").status, 303);
    EXPECT_EQ(t().db.all(find_a_request).size(), 1u);
    EXPECT_EQ(*t().db.one(count_notices, "update_asked"), told);
}

TEST_F(UpdatePages, An_owner_answers_on_one_page_and_sees_what_was_recorded) {
    const auto path = "/updates/" + ask();
    const auto& lead = who(Role::agency_lead);
    const auto form = program.get(&lead, path);
    EXPECT_EQ(form.status, 200);
    EXPECT_THAT(form.body, HasSubstr("4 actions wait, the most urgent first"));
    EXPECT_THAT(form.body, Not(HasSubstr("Agree the forms"))) << "another owner's";
    const auto sent = post(&lead, path, about(t().late, 1, "The+map+is+%3Cb%3Edrawn."));
    EXPECT_EQ(Program::header(sent, "Location"), path + "?saved=yes");
    const auto thanks = program.get(&lead, path + "?saved=yes").body;
    EXPECT_THAT(thanks, HasSubstr("Thank you"));
    EXPECT_THAT(thanks, HasSubstr("The map is &lt;b&gt;drawn."));
    EXPECT_THAT(thanks, HasSubstr("3 actions are still open."));
    EXPECT_EQ(program.get(&t().reader, path).status, 404);
}

TEST_F(UpdatePages,
       What_somebody_changed_meanwhile_comes_back_with_both_texts_and_the_rest_is_saved) {
    const auto path = "/updates/" + ask();
    const auto& lead = who(Role::agency_lead);
    EXPECT_EQ(post(&t().unit, path, about(t().late, 1, "They+were+first.", "at_risk")).status, 303);
    const auto again =
        post(&lead, path,
             about(t().late, 1, "Mine+is+second.") + "&" + about(t().soon, 1, "It+is+printed."));
    EXPECT_EQ(again.status, 422);
    EXPECT_THAT(again.body, HasSubstr("They were first."));
    EXPECT_THAT(again.body, HasSubstr("Mine is second.</textarea>"));
    EXPECT_THAT(again.body, HasSubstr("version_" + t().late.str() + "\" value=\"2\""));
    EXPECT_THAT(again.body, Not(HasSubstr("It is printed.</textarea>"))) << "that one is saved";
    EXPECT_THAT(program.get(&t().unit, "/actions/" + t().soon.str()).body,
                HasSubstr("It is printed."));
}

TEST_F(UpdatePages, A_link_opens_the_actions_of_its_owner_and_nothing_else) {
    const auto id = ask();
    const auto path = link();
    const auto form = program.get(nullptr, path);
    EXPECT_EQ(form.status, 200);
    EXPECT_THAT(form.body, HasSubstr("You answer as <b>Children&#39;s Services</b>"));
    EXPECT_THAT(form.body, HasSubstr("Agree the forms"));
    for (const auto* other : {"Publish the practice guide", "Norfolk Constabulary", "/actions/"})
        EXPECT_THAT(form.body, Not(HasSubstr(other)));
    EXPECT_EQ(post(nullptr, path, about(t().late, 1, "Not+mine.")).status, 422);
    EXPECT_EQ(post(nullptr, path, about(t().with_steps, 1, "The+scope+is+agreed.")).status, 303);
    EXPECT_THAT(program.get(nullptr, path + "?saved=yes").body, HasSubstr("The scope is agreed."));
    const auto page = program.get(&t().unit, plan() + "/" + id).body;
    EXPECT_THAT(page, HasSubstr("used 1 time"));
    EXPECT_THAT(page, HasSubstr("1 of 3 actions"));
    EXPECT_EQ(program.get(nullptr, "/updates/" + id).status, 303) << "asks to sign in";
}

TEST_F(UpdatePages, A_link_that_was_taken_back_says_so_in_words) {
    const auto id = ask();
    const auto path = link();
    const auto page = program.get(&t().unit, plan() + "/" + id).body;
    const auto start = page.find("/links/") + 7;
    const auto revoke = plan() + "/" + id + "/links/" + page.substr(start, 26) + "/revoke";
    EXPECT_EQ(post(&t().reader, revoke, "").status, 404);
    EXPECT_EQ(post(&t().unit, revoke, "").status, 303);
    const auto closed = program.get(nullptr, path);
    EXPECT_EQ(closed.status, 404);
    EXPECT_THAT(closed.body, HasSubstr("This link works no longer"));
    EXPECT_EQ(closed.body, program.get(nullptr, "/answers/" + std::string(43, 'x')).body);
    EXPECT_EQ(post(nullptr, path, about(t().with_steps, 1, "Too+late.")).status, 404);

    EXPECT_THAT(program.get(&t().unit, plan() + "/" + id).body, HasSubstr("Send another link"));
    const auto give = revoke.substr(0, revoke.rfind('/')) + "/give";
    EXPECT_EQ(post(&t().reader, give, "").status, 404);
    EXPECT_EQ(post(&t().unit, give, "").status, 303);
    EXPECT_EQ(post(&t().unit, give, "").status, 404) << "one works";
    EXPECT_EQ(program.get(nullptr, path).status, 404) << "the first one stays closed";
}

TEST_F(UpdatePages, A_request_that_is_closed_says_so_to_who_has_an_account) {
    const auto id = ask();
    const auto path = link();
    EXPECT_EQ(post(&t().unit, plan() + "/" + id + "/close", "").status, 303);
    EXPECT_EQ(program.get(nullptr, path).status, 404);
    EXPECT_THAT(program.get(&who(Role::agency_lead), "/updates/" + id).body,
                HasSubstr("This request was closed on"));
    EXPECT_EQ(post(&who(Role::agency_lead), "/updates/" + id, about(t().late, 1, "Late.")).status,
              404);
}

TEST_F(UpdatePages, Chairs_ask_about_their_own_priorities_and_see_their_own_requests) {
    const auto& chair = who(Role::group_chair);
    const auto others = ask();
    EXPECT_EQ(program.get(&chair, plan() + "/ask").status, 200);
    EXPECT_THAT(program.get(&chair, plan() + "/ask").body, Not(HasSubstr("Children")));
    EXPECT_THAT(program.get(&chair, plan()).body, HasSubstr("Nobody has been asked yet"));
    EXPECT_EQ(program.get(&chair, plan() + "/" + others).status, 404);
    EXPECT_EQ(post(&chair, plan(), choice("owner=" + t().constabulary.str())).status, 303);
    EXPECT_THAT(program.get(&chair, plan()).body, HasSubstr("0 of 4 actions"));
    for (auto role : {Role::agency_lead, Role::group_member, Role::analyst})
        EXPECT_EQ(program.get(&who(role), plan() + "/ask").status, 404);
}

TEST_F(UpdatePages, A_restricted_action_is_on_no_page_and_in_no_count_of_others) {
    t().in_one_transaction([&] { ask_for_updates(); });
    add_secret();
    t().in_one_transaction([&] {
        auto action = *plan::find_action(t().db, t().unit, secret);
        action.status = plan::Status::in_progress;
        action.left_behind_why.clear();
        ASSERT_TRUE(plan::save_action(t().db, t().unit, action, {.verb = "action.changed"}));
    });
    const auto id = ask();
    EXPECT_THAT(program.get(&t().unit, plan() + "/" + id).body, HasSubstr("of 8 actions"));
    EXPECT_THAT(program.get(&who(Role::agency_lead), "/updates/" + id).body, HasSubstr(canary));
    restrict_secret();
    auto& other_unit = who(Role::business_unit);
    for (const auto* asking : {&other_unit, &who(Role::agency_lead), &who(Role::group_chair)})
        for (const auto& path : {plan(), plan() + "/ask", plan() + "/check?" + choice(both()),
                                 plan() + "/" + id, "/updates/" + id})
            EXPECT_THAT(program.get(asking, path).body, Not(HasSubstr(canary))) << path;
    EXPECT_THAT(program.get(&other_unit, plan() + "/" + id).body, HasSubstr("of 7 actions"));
    EXPECT_THAT(program.get(&other_unit, plan()).body, HasSubstr("of 7 actions"));
}

constexpr store::Query<std::int64_t(std::string_view)> count_left{"test.count_updates_left", R"sql(
    SELECT (SELECT count(*) FROM update_asked) + (SELECT count(*) FROM update_office)
           + (SELECT count(*) FROM update_request WHERE words <> '')
           + (SELECT count(*) FROM history WHERE kind = 'update_request' AND content LIKE $1))sql"};

TEST_F(UpdatePages, A_request_is_destroyed_with_its_plan) {
    (void)ask();
    EXPECT_GT(*t().db.one(count_left, "%How far is it%"), 0);
    auto first = t().unit, second = t().unit;
    for (auto* one : {&first, &second}) {
        one->today = day(2036, 4, 2);
        one->now = Moment{one->today} + std::chrono::hours{10};
    }
    second.person = t().constable.person;
    t().in_one_transaction([&] {
        const auto proposed = retention::propose(
            t().db, first,
            {.kind = "plan", .record = t().plan.id.str(), .why = "No longer needed"});
        ASSERT_TRUE(proposed);
        ASSERT_TRUE(retention::confirm_destruction(t().db, second, *proposed));
    });
    EXPECT_EQ(*t().db.one(count_left, "%How far is it%"), 0);
    audit::Verdict verdict;
    updates::verify(t().db, verdict);
    EXPECT_THAT(verdict.faults, testing::IsEmpty());
}

/// The budgets of the routes, which every request is held to, do not grow with the plan.
TEST_F(UpdatePages, A_page_runs_no_more_statements_with_a_hundred_actions_and_restrictions) {
    t().in_one_transaction([&] {
        for (int number = 0; number < 100; ++number)
            t().add(t().adolescents, t().prevent, t().constabulary,
                    {fmt::format("Action {}", number), "1 March 2026"});
        t().add(t().families, t().family_plan, t().services, {"One more", "1 March 2026"});
    });
    restrict({"action", t().soon.str()}, {named(t().unit), named(who(Role::agency_lead))});
    const auto id = ask();
    for (const auto& path : {plan(), plan() + "/ask", plan() + "/check?" + choice(both()),
                             plan() + "/" + id, "/updates/" + id})
        EXPECT_EQ(program.get(&t().unit, path).status, 200) << path;
    EXPECT_EQ(program.get(&who(Role::agency_lead), "/updates/" + id).status, 200);
    EXPECT_EQ(program.get(nullptr, link()).status, 200);
    for (const auto& module : modules())
        for (const auto& route : module.routes)
            if (module.name == "updates" && route.method == Method::Get) {
                EXPECT_LE(route.budget.statements, 15) << route.pattern;
            }
}

} // namespace
} // namespace openmasa
