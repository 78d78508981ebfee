#include "plan/actions/form_views.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace openmasa::plan {
namespace {

using testing::HasSubstr;
using testing::Not;

class ChangeForm : public testing::Test {
protected:
    ChangeForm() {
        page.action.title = "Map the processes";
        page.action.target = target_day(understand_date("31 Mar 2027"));
    }
    std::string shown(std::string_view date_words, bool meant = false) {
        const ChangeAction typed{.date_words = std::string(date_words),
                                 .date_words_are_meant = meant};
        return std::move(change_form(page, typed, {}, {}, Day{})).take();
    }
    FormPage page;
};

constexpr auto box = "Keep these words; it has no date yet";

TEST_F(ChangeForm, Asks_about_words_that_are_no_date_only) {
    EXPECT_THAT(shown("31 Feb 2027"), HasSubstr(box));
    for (const auto* words : {"31 Mar 2027", "30 Apr 2027", "TBC", ""})
        EXPECT_THAT(shown(words), Not(HasSubstr(box))) << words;
}

TEST_F(ChangeForm, Keeps_the_tick) {
    EXPECT_THAT(shown("31 Feb 2027"), Not(HasSubstr(" checked")));
    EXPECT_THAT(shown("31 Feb 2027", true), HasSubstr(R"(value="yes" checked)"));
}

} // namespace
} // namespace openmasa::plan
