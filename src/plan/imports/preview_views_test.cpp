#include "plan/imports/preview_views.hpp"
#include "plan/imports/test_reading.hpp"

namespace openmasa::imports {
namespace {

using namespace test;
using testing::Not;

/// A plan of one section, one objective and one action, and the document it was made from.
PreviewPage page_of_the_same() {
    PreviewPage page;
    page.preview.draft = read(plan({{"Prevent", "Map <b>& partners", "March 2026"}}));
    const auto& drafted = page.preview.draft.sections[0];
    auto& existing = page.preview.existing;
    existing.plan =
        plan::Plan{.title = page.preview.draft.title, .period = page.preview.draft.period};
    existing.sections.resize(1);
    existing.sections[0].name = drafted.name;
    existing.objectives.resize(1);
    existing.objectives[0].title = drafted.objectives[0].title;
    existing.objectives[0].words = drafted.objectives[0].text;
    existing.actions.resize(1);
    auto& action = existing.actions[0];
    action.title = drafted.objectives[0].actions[0].title;
    action.words = drafted.objectives[0].actions[0].text;
    action.target.words = "March 2026";
    return page;
}

std::string shown(PreviewPage page) {
    page.preview.comparison = compare(page.preview.draft, page.preview.existing);
    return std::string(preview_view(page).view());
}

TEST(PreviewView, A_document_that_changes_nothing_has_no_button_to_save_it) {
    const auto html = shown(page_of_the_same());
    EXPECT_THAT(html, HasSubstr("This document is the plan as it is"));
    EXPECT_THAT(html, Not(HasSubstr("value=\"save\"")));
    EXPECT_THAT(html, HasSubstr("/leave\">Leave the plan as it is</button>"));
}

TEST(PreviewView, A_revised_plan_is_saved_or_left_as_it_is) {
    auto page = page_of_the_same();
    page.preview.existing.actions[0].target.words = "April 2026";
    const auto html = shown(page);
    EXPECT_THAT(html, HasSubstr("Saving adds 0 actions, changes 1 and withdraws 0"));
    EXPECT_THAT(html, HasSubstr("value=\"save\""));
    EXPECT_THAT(html, HasSubstr("/leave\">Leave the plan as it is</button>"));
}

TEST(PreviewView, What_changes_no_action_says_that_it_does_not) {
    auto page = page_of_the_same();
    page.preview.existing.sections[0].chair = "Somebody";
    EXPECT_THAT(shown(page), HasSubstr("Saving changes no action, only what stands around them"));
}

TEST(PreviewView, A_first_import_is_saved_or_left) {
    auto page = page_of_the_same();
    page.preview.existing = {};
    const auto html = shown(page);
    EXPECT_THAT(html, HasSubstr("Saving makes a new plan with 1 action"));
    EXPECT_THAT(html, HasSubstr("/leave\">Leave it</button>"));
    EXPECT_THAT(html, HasSubstr("Map &lt;b&gt;&amp; partners"));
}

} // namespace
} // namespace openmasa::imports
