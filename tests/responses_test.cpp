// What agencies answer to recommendations, by real requests: asking, answering with an account and
// by a link, what a restriction hides, and how many statements a page runs.
#include "kernel/id_list.hpp"
#include "plan/recommendation_store.hpp"
#include "restricted.hpp"
#include <algorithm>

namespace openmasa {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr store::Query<std::string()> list_link_paths{
    "test.response_link_paths", "SELECT path FROM notice WHERE kind = 'link_given' ORDER BY id"};

class ResponsePages : public Restricted {
protected:
    /// Of an audit; the constabulary, whose lead has an account, is asked about it.
    ResponsePages() {
        using namespace recommendations;
        t().in_one_transaction([&] {
            Whole whole{.it = {.id = t().unit.new_id<RecommendationId>(),
                               .title = "Record the voice of the child",
                               .since = t().today - std::chrono::days{7},
                               .expected = text_of(std::vector{t().constabulary, t().services})}};
            whole.sources.push_back({.id = t().unit.new_id<SourceId>(),
                                     .document = "Audit",
                                     .words = "Record <b>& what children say."});
            recommendation = add_recommendation(t().db, t().unit, whole).id.str();
        });
        const auto asked = post(&t().unit, page() + "/ask",
                                fmt::format("owner={}&due=20+February+2026&words=What+%3Cb%3E%26",
                                            t().constabulary.view()));
        EXPECT_EQ(asked.status, 303) << asked.body.substr(0, 300);
    }

    std::string page() { return "/recommendations/" + recommendation; }
    std::string answers(const OwnerId& owner) { return page() + "/answers/" + owner.str(); }
    http::Response post(const Scope* asking, const std::string& path, const std::string& fields) {
        return program.post(asking, path, fields, fmt::format("n{}", ++posts));
    }
    /// Children's Services, for whom nobody has an account.
    http::Response ask(std::string_view email = "head%40example.org") {
        return post(
            &t().unit, page() + "/ask",
            fmt::format("owner={0}&due=20+February+2026&words=How+far+%3Cb%3E&email_{0}={1}",
                        t().services.view(), email));
    }
    std::string link() {
        const auto all = t().db.all(list_link_paths);
        t().db.finish();
        return all.empty() ? std::string() : all.back();
    }
    static std::string answer(int version, std::string_view how = "accepted",
                              std::string_view done = "We+did+%3Cb%3Eit.") {
        return fmt::format(
            "version={}&answer={}&done={}&evidence=An+audit&link=&on=22+January+2026", version, how,
            done);
    }

    std::string recommendation{};
    int posts = 0;
};

TEST_F(ResponsePages, Whoever_keeps_recommendations_asks_and_a_wrong_form_keeps_what_was_typed) {
    const auto form = program.get(&t().unit, page() + "/ask");
    EXPECT_EQ(form.status, 200);
    EXPECT_THAT(form.body, HasSubstr("email_" + t().services.str()));
    EXPECT_THAT(form.body, HasSubstr("21 February 2026")) << "thirty days from today";
    const auto wrong = ask("head");
    EXPECT_EQ(wrong.status, 422);
    EXPECT_THAT(wrong.body, HasSubstr("Enter an e-mail address"));
    EXPECT_THAT(wrong.body, HasSubstr("How far &lt;b&gt;</textarea>"));
    EXPECT_EQ(Program::header(ask(), "Location"), page() + "?saved=asked");
    const auto shown = program.get(&t().unit, page()).body;
    EXPECT_THAT(shown, HasSubstr("What agencies answered"));
    EXPECT_THAT(shown, HasSubstr("due 20 Feb 2026"));
    EXPECT_EQ(program.get(&t().reader, page() + "/ask").status, 404);
}

TEST_F(ResponsePages, A_lead_answers_on_one_page_below_the_words_as_published) {
    const auto path = answers(t().constabulary);
    const auto& lead = who(Role::agency_lead);
    const auto form = program.get(&lead, path);
    EXPECT_EQ(form.status, 200);
    EXPECT_THAT(form.body, HasSubstr("Record &lt;b&gt;&amp; what children say."));
    EXPECT_THAT(form.body, HasSubstr("What &lt;b&gt;&amp;"));
    const auto empty = post(&lead, path, "version=1&on=22+January+2026");
    EXPECT_EQ(empty.status, 422);
    EXPECT_THAT(empty.body, HasSubstr("Say whether you accept it."));
    EXPECT_EQ(post(&lead, path, answer(1)).status, 303);
    const auto shown = program.get(&t().reader, page()).body;
    EXPECT_THAT(shown, HasSubstr("We did &lt;b&gt;it."));
    EXPECT_THAT(shown, HasSubstr("1 accepted"));
    EXPECT_EQ(program.get(&t().reader, path).status, 404);
}

TEST_F(ResponsePages, What_somebody_saved_meanwhile_is_shown_above_what_was_typed) {
    const auto path = answers(t().constabulary);
    ASSERT_EQ(post(&t().unit, path, answer(1, "in_part", "They+were+first.")).status, 303);
    const auto again = post(&who(Role::agency_lead), path, answer(1, "accepted", "Mine."));
    EXPECT_EQ(again.status, 422);
    EXPECT_THAT(again.body, HasSubstr("They were first."));
    EXPECT_THAT(again.body, HasSubstr("Mine.</textarea>"));
    EXPECT_THAT(again.body, HasSubstr("name=\"version\" value=\"2\""));
}

TEST_F(ResponsePages, A_link_answers_for_its_owner_alone_and_ends_when_it_is_taken_back) {
    ASSERT_EQ(ask().status, 303);
    const auto path = link();
    const auto form = program.get(nullptr, path);
    EXPECT_EQ(form.status, 200);
    EXPECT_THAT(form.body, HasSubstr("You answer as <b>Children&#39;s Services</b>"));
    EXPECT_THAT(form.body, HasSubstr("Record &lt;b&gt;&amp; what children say."));
    EXPECT_THAT(form.body, Not(HasSubstr("Norfolk Constabulary")));
    EXPECT_EQ(post(nullptr, path, answer(1, "not_accepted", "")).status, 422);
    const auto sent = post(nullptr, path, answer(1, "not_accepted", "It+is+not+ours."));
    EXPECT_EQ(Program::header(sent, "Location"), path + "?saved=yes");
    EXPECT_THAT(program.get(nullptr, path + "?saved=yes").body, HasSubstr("It is not ours."));
    EXPECT_THAT(program.get(&t().unit, page()).body, HasSubstr("1 not accepted"));
    EXPECT_EQ(program.get(nullptr, answers(t().services)).status, 303) << "asks to sign in";
    EXPECT_THAT(program.get(&t().unit, answers(t().services)).body, HasSubstr("used 1 time"));
    const auto take_back = answers(t().services) + "/take-back";
    EXPECT_EQ(post(&t().reader, take_back, "").status, 404);
    EXPECT_EQ(post(&t().unit, take_back, "").status, 303);
    EXPECT_EQ(post(&t().unit, take_back, "").status, 404) << "none works any more";
    const auto closed = program.get(nullptr, path);
    EXPECT_EQ(closed.status, 404);
    EXPECT_THAT(closed.body, HasSubstr("This link works no longer"));
    EXPECT_EQ(closed.body, program.get(nullptr, "/responses/" + std::string(43, 'x')).body);
    EXPECT_EQ(post(nullptr, path, answer(2)).status, 404);
}

TEST_F(ResponsePages, The_unit_reminds_those_who_have_not_answered_once_a_day) {
    const auto& unit = t().unit;
    EXPECT_THAT(program.get(&unit, page() + "/remind").body, HasSubstr("Nobody is left to remind"));
    EXPECT_EQ(post(&unit, page() + "/remind", "").status, 422) << "they were asked today";
    EXPECT_EQ(post(&t().reader, page() + "/remind", "").status, 404);
}

TEST_F(ResponsePages, Answers_to_a_restricted_recommendation_are_on_no_page_of_others) {
    ASSERT_EQ(ask().status, 303);
    const auto path = link();
    ASSERT_EQ(post(&t().unit, answers(t().constabulary), answer(1, "accepted", canary)).status,
              303);
    auto& other_unit = who(Role::business_unit);
    const auto list = std::string("/recommendations/answers?columns=title,done");
    EXPECT_THAT(program.get(&other_unit, "/recommendations/answers.csv").body, HasSubstr(canary));
    const auto owes = [&](const Scope& asking) {
        return program.get(&asking, "/owners/" + t().services.str()).body;
    };
    EXPECT_THAT(owes(other_unit), HasSubstr("1 answer to recommendations</a> not given yet."));
    restrict({"recommendation", recommendation}, {named(t().unit)});
    EXPECT_THAT(owes(other_unit), Not(HasSubstr("answer to recommendations")));
    EXPECT_THAT(owes(t().unit), HasSubstr("1 answer to recommendations"));
    for (const auto* asking : {&other_unit, &who(Role::agency_lead), &t().reader})
        for (const auto& target :
             {page(), answers(t().constabulary), std::string("/recommendations/answers"),
              std::string("/recommendations/answers.csv"), list})
            EXPECT_THAT(program.get(asking, target).body, Not(HasSubstr(canary))) << target;
    EXPECT_EQ(program.get(nullptr, path).status, 404) << "a link opens nothing that is restricted";
    EXPECT_THAT(program.get(&t().unit, page()).body, HasSubstr(canary));
}

TEST_F(ResponsePages, The_list_has_every_answer_with_agencies_by_timeliness) {
    const auto shown = program.get(&t().reader, "/recommendations/answers").body;
    EXPECT_THAT(shown, HasSubstr("Not yet due"));
    EXPECT_THAT(shown, HasSubstr("Agencies by timeliness"));
    const auto late = program.get(&t().reader, "/recommendations/answers.csv?standing=late").body;
    EXPECT_THAT(late, Not(HasSubstr("Norfolk Constabulary")));
    EXPECT_THAT(program.get(&t().reader, "/recommendations/answers?as-at=2026-01-21").body,
                HasSubstr("Nobody was asked yet"));
}

} // namespace
} // namespace openmasa
