// Themes and FLOURISH domains on actions: by the form, in the list, in files, in the past.
#include "core/registers/import.hpp"
#include "core/registers/rows_out.hpp"
#include "core/terms/actions.hpp"
#include "core/terms/tags.hpp"
#include "plan/actions/actions.hpp"
#include "plan/actions/list_store.hpp"
#include "plan/actions/module.hpp"
#include "plan/actions/register.hpp"
#include "plan/look_back.hpp"
#include "plan/test_plan.hpp"
#include "plan/verify.hpp"
#include <gmock/gmock.h>

namespace openmasa::plan {
namespace {

using registers::Fate;
using testing::HasSubstr;
using testing::Not;

class ActionTags : public testing::Test {
protected:
    ActionTags() {
        neglect = add_theme("Neglect <b>&");
        babies = add_theme("Babies");
        test.in_one_transaction(
            [&] { ASSERT_TRUE(terms::add_flourish_domains(test.db, test.unit)); });
    }
    terms::Term add_theme(std::string name) {
        terms::Term made;
        test.in_one_transaction([&] {
            const auto added =
                terms::add(test.db, test.unit,
                           {.id = {}, .kind = terms::Kind::theme, .name = std::move(name)});
            ASSERT_TRUE(added);
            made = *added;
        });
        return made;
    }
    Action now(const ActionId& id) { return *find_action(test.db, test.unit, id); }
    Result<Changed> give(const ActionId& id, std::string tags) {
        const auto action = now(id);
        auto result = test.db.atomically([&] {
            return change_action(test.db, test.unit,
                                 {.action = id,
                                  .version = action.version,
                                  .title = action.title,
                                  .words = action.words,
                                  .owner = action.owner,
                                  .date_words = action.target.words,
                                  .tags = std::move(tags)});
        });
        test.db.finish();
        return result;
    }
    std::string learning() {
        return terms::term_book(test.db)->called(terms::Kind::flourish, "Learning")->id.str();
    }
    int rows_with(const terms::TermId& id) {
        return count_actions(test.db, test.plan.id, {.tags = {id}}, test.today);
    }
    std::string exported() {
        std::string text;
        registers::write_rows(registers::Format::csv,
                              {.title = "Actions",
                               .columns = action_register.columns,
                               .chosen = registers::chosen_columns(action_register.columns,
                                                                   "reference,themes,flourish,id")},
                              each_action(test.db, test.unit, {}, {}),
                              [&](std::string_view piece) { text += piece; });
        return text;
    }
    registers::Preview seen(const std::string& file) {
        auto preview = registers::look(test.db, test.unit, action_register,
                                       *sheet::read_sheet(file), registers::Policy::skip);
        EXPECT_TRUE(preview);
        return std::move(*preview);
    }
    std::string page(std::string_view address) {
        return test.get(actions::module(), test.unit, address).body;
    }

    TestPlan test;
    terms::Term neglect, babies;
};

TEST_F(ActionTags, Are_shown_on_the_page_and_in_the_list_and_lead_to_all_that_carry_them) {
    ASSERT_TRUE(give(test.late, babies.id.str() + " " + learning() + " " + neglect.id.str()));
    const auto action = page("/actions/" + test.late.str());
    EXPECT_THAT(action, HasSubstr("Neglect &lt;b&gt;&amp;"));
    EXPECT_THAT(action, HasSubstr("actions?tag=" + babies.id.str()));
    EXPECT_THAT(action, HasSubstr("Learning"));
    const auto list = page("/plans/" + test.plan.id.str() + "/actions?tag=" + babies.id.str());
    EXPECT_THAT(list, HasSubstr("1 action<"));
    EXPECT_THAT(list, HasSubstr("Neglect &lt;b&gt;&amp;, Learning"));
    EXPECT_EQ(rows_with(babies.id), 1);
    EXPECT_EQ(count_actions(test.db, test.plan.id, {.tags = {neglect.id, babies.id}}, test.today),
              1);
}

TEST_F(ActionTags, Are_a_version_of_the_action_and_saved_by_their_names_for_people) {
    ASSERT_TRUE(give(test.late, neglect.id.str()));
    const auto versions = history::versions(test.db, "action", test.late.view(), 5);
    const history::Content& content = versions.front().content;
    EXPECT_THAT(content, testing::Contains(testing::Pair("themes", "Neglect <b>&")));
    EXPECT_FALSE(give(test.late, neglect.id.str())->anything);
    audit::Verdict verdict;
    verify(test.db, verdict);
    EXPECT_THAT(verdict.faults, testing::IsEmpty());
    neglect.name = "Unmet needs";
    test.in_one_transaction([&] { ASSERT_TRUE(terms::change(test.db, test.unit, neglect)); });
    audit::Verdict after;
    verify(test.db, after);
    EXPECT_TRUE(after.faults.empty()) << "another name is no change of the action";
}

TEST_F(ActionTags, Are_what_they_were_when_the_plan_is_seen_as_it_was) {
    const auto before = test.unit;
    test.unit.now += std::chrono::days{10};
    test.unit.today += std::chrono::days{10};
    ASSERT_TRUE(give(test.late, babies.id.str()));
    const auto carried_on = [&](Day day) {
        store::Lens lens;
        look_back(lens, {.day = day});
        test.db.look_through(std::move(lens));
        const auto tags = now(test.late).tags;
        test.db.finish();
        return tags;
    };
    EXPECT_EQ(carried_on(before.today), "");
    EXPECT_EQ(carried_on(before.today + std::chrono::days{10}), babies.id.str());
}

TEST_F(ActionTags, Go_out_to_a_file_by_their_names_and_come_in_the_same_or_changed) {
    ASSERT_TRUE(give(test.late, neglect.id.str() + " " + learning()));
    const auto file = exported();
    EXPECT_EQ(seen(file).count(Fate::same), static_cast<int>(seen(file).rows.size()));
    const std::string changed =
        "reference,id,themes,flourish\nVA 1," + test.late.str() + ",babies;  NEGLECT <b>&,\n";
    const auto preview = seen(changed);
    ASSERT_EQ(preview.count(Fate::changed), 1);
    test.in_one_transaction(
        [&] { ASSERT_TRUE(registers::save(test.db, test.unit, preview, preview.state)); });
    const auto book = terms::term_book(test.db);
    EXPECT_EQ(terms::names_in(*book, now(test.late).tags, terms::Kind::theme),
              "Babies; Neglect <b>&");
    EXPECT_EQ(terms::names_in(*book, now(test.late).tags, terms::Kind::flourish), "");
    EXPECT_EQ(seen("id,themes\n" + test.late.str() + ",No such theme\n").count(Fate::refused), 1);
}

TEST_F(ActionTags, That_are_withdrawn_stay_where_they_are_and_are_given_to_nothing_else) {
    ASSERT_TRUE(give(test.late, babies.id.str()));
    babies.withdrawn_why = "Now two themes";
    test.in_one_transaction([&] { ASSERT_TRUE(terms::change(test.db, test.unit, babies)); });
    const auto refused = give(test.soon, babies.id.str());
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.refusal().problems.front().field, "themes");
    EXPECT_TRUE(give(test.late, babies.id.str() + " " + neglect.id.str()));
    EXPECT_THAT(page("/actions/" + test.late.str() + "/change"), HasSubstr("Babies"));
    EXPECT_THAT(page("/actions/" + test.soon.str() + "/change"), Not(HasSubstr("Babies")));
    const auto row = "id,themes\n" + test.soon.str() + ",Babies\n";
    EXPECT_EQ(seen(row).count(Fate::refused), 1);
}

} // namespace
} // namespace openmasa::plan
