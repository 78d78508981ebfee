// Themes and FLOURISH domains on plans and priorities: by their form, in their lists, in the past.
#include "core/terms/actions.hpp"
#include "core/terms/tags.hpp"
#include "plan/look_back.hpp"
#include "plan/plans/module.hpp"
#include "plan/plans/tag_views.hpp"
#include "plan/test_plan.hpp"
#include "plan/verify.hpp"
#include <gmock/gmock.h>

namespace openmasa::plans {
namespace {

using plan::TestPlan;
using testing::HasSubstr;
using testing::Not;

class PlanTags : public testing::Test {
protected:
    PlanTags() {
        test.in_one_transaction([&] {
            neglect = *terms::add(test.db, test.unit,
                                  {.kind = terms::Kind::theme, .name = "Neglect <b>&"});
            babies =
                *terms::add(test.db, test.unit, {.kind = terms::Kind::theme, .name = "Babies"});
            ASSERT_TRUE(terms::add_flourish_domains(test.db, test.unit));
        });
    }
    Result<Done> give(Carrier carrier, std::string_view id, std::string tags,
                      const Scope* who = nullptr) {
        const auto now = find_carrying(test.db, test.unit, carrier, id);
        auto result = test.db.atomically([&] {
            return set_tags(test.db, who ? *who : test.unit,
                            {.carrier = carrier,
                             .id = std::string(id),
                             .version = now ? now->version : 1,
                             .tags = std::move(tags)});
        });
        test.db.finish();
        return result;
    }
    Result<Done> give_section(std::string tags, const Scope* who = nullptr) {
        return give(Carrier::section, test.adolescents.id.view(), std::move(tags), who);
    }
    plan::Section section() { return *plan::find_section(test.db, test.unit, test.adolescents.id); }
    std::string page(const std::string& address) {
        const auto response = test.get(module(), test.unit, address);
        EXPECT_EQ(response.status, 200) << address;
        return response.body;
    }
    std::vector<std::string> faults() {
        audit::Verdict verdict = audit::verify(test.db);
        plan::verify(test.db, verdict);
        return verdict.faults;
    }
    TestPlan test;
    terms::Term neglect, babies;
};

TEST_F(PlanTags, Are_given_to_a_priority_and_stand_on_its_page_with_the_way_to_others) {
    const auto learning = terms::term_book(test.db)->called(terms::Kind::flourish, "Learning");
    ASSERT_TRUE(give_section(learning->id.str() + " " + neglect.id.str()));
    EXPECT_EQ(section().tags, neglect.id.str() + " " + learning->id.str());
    const auto shown = page("/priorities/" + test.adolescents.id.str());
    EXPECT_THAT(shown, HasSubstr("Themes <a"));
    EXPECT_THAT(shown, HasSubstr("Neglect &lt;b&gt;&amp;</a>"));
    EXPECT_THAT(shown,
                HasSubstr("/plans/" + test.plan.id.str() + "/priorities?tag=" + neglect.id.str()));
    EXPECT_TRUE(faults().empty());
}

TEST_F(PlanTags, Choose_which_priorities_and_which_plans_a_list_shows) {
    ASSERT_TRUE(give_section(neglect.id.str()));
    const auto list = "/plans/" + test.plan.id.str() + "/priorities";
    const auto with = page(list + "?tag=" + neglect.id.str());
    EXPECT_THAT(with, HasSubstr("Only those with \u201cNeglect &lt;b&gt;&amp;\u201d"));
    EXPECT_THAT(with, HasSubstr("id=\"p-" + test.adolescents.id.str()));
    EXPECT_THAT(with, Not(HasSubstr("id=\"p-" + test.families.id.str())));
    EXPECT_THAT(page(list), HasSubstr("id=\"p-" + test.families.id.str()));
    ASSERT_TRUE(give(Carrier::plan, test.plan.id.view(), babies.id.str()));
    EXPECT_THAT(page("/plans?tag=" + babies.id.str()), HasSubstr("Business plan"));
    EXPECT_THAT(page("/plans?tag=" + neglect.id.str()), Not(HasSubstr("/actions\">Business plan")));
    EXPECT_THAT(page(list), HasSubstr("/plans?tag=" + babies.id.str()));
}

TEST_F(PlanTags, Are_a_version_that_says_them_by_name_and_stand_in_the_past_as_they_did) {
    ASSERT_TRUE(give_section(neglect.id.str()));
    const auto newest =
        history::versions(test.db, "section", test.adolescents.id.view(), 1).front();
    EXPECT_EQ(history::value_of(newest.content, "themes"), "Neglect <b>&");
    store::Lens lens;
    plan::look_back(lens, {.day = test.today - std::chrono::days{1}});
    test.db.look_through(std::move(lens));
    EXPECT_FALSE(plan::find_section(test.db, test.unit, test.adolescents.id));
    test.db.look_through({});
    EXPECT_EQ(section().tags, neglect.id.str());
}

TEST_F(PlanTags, Change_nothing_twice_and_refuse_what_came_too_late) {
    ASSERT_TRUE(give_section(neglect.id.str()));
    const auto version = section().version;
    ASSERT_TRUE(give_section(neglect.id.str()));
    EXPECT_EQ(section().version, version);
    const auto late = test.db.atomically([&] {
        return set_tags(test.db, test.unit,
                        {.carrier = Carrier::section,
                         .id = test.adolescents.id.str(),
                         .version = version - 1,
                         .tags = ""});
    });
    ASSERT_FALSE(late);
    EXPECT_EQ(late.refusal().kind, Refusal::Kind::conflict);
}

TEST_F(PlanTags, That_are_withdrawn_stay_where_they_were_given_and_go_nowhere_else) {
    ASSERT_TRUE(give_section(babies.id.str()));
    babies.withdrawn_why = "Not used";
    test.in_one_transaction([&] { ASSERT_TRUE(terms::change(test.db, test.unit, babies)); });
    EXPECT_TRUE(give_section(babies.id.str() + " " + neglect.id.str()));
    const auto refused = give(Carrier::plan, test.plan.id.view(), babies.id.str());
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.refusal().problems.front().words, "Babies is no longer used.");
}

TEST_F(PlanTags, Are_not_for_who_may_only_read_nor_for_what_is_withdrawn) {
    EXPECT_EQ(give_section(neglect.id.str(), &test.reader).refusal().kind,
              Refusal::Kind::not_found);
    const auto address = "/priorities/" + test.adolescents.id.str() + "/themes";
    EXPECT_EQ(test.get(module(), test.reader, address).status, 404);
    EXPECT_THAT(page(address), HasSubstr("Neglect &lt;b&gt;&amp;"));
    test.in_one_transaction(
        [&] { plan::withdraw_section(test.db, test.unit, test.adolescents.id, "Gone"); });
    EXPECT_EQ(test.get(module(), test.unit, address).status, 404);
    EXPECT_FALSE(give_section(neglect.id.str()));
}

TEST(PlanTagsPage, Without_any_terms_says_so_and_leads_to_them_who_keeps_them) {
    TagsPage none{.book = std::make_shared<const terms::TermBook>(), .terms_page = "/terms"};
    const auto shown = std::string(tags_view(none).view());
    EXPECT_THAT(shown, HasSubstr("no themes"));
    EXPECT_THAT(shown, HasSubstr("href=\"/terms\""));
    EXPECT_THAT(shown, Not(HasSubstr("<form")));
}

} // namespace
} // namespace openmasa::plans
