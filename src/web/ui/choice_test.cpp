#include "web/ui/choice.hpp"
#include "web/ui/fixture_test.hpp"
#include <gtest/gtest.h>

namespace openmasa::ui {
namespace {

Html written(const std::vector<Choice>& choices, const std::vector<std::string>& chosen = {}) {
    Html made;
    write_choices(
        made, choices,
        {.kind = "radios", .type = "radio", .id_prefix = "why", .name = "why", .chosen = chosen});
    return made;
}

bool shows(const Html& page, std::string_view piece) {
    return page.view().find(piece) != std::string_view::npos;
}

} // namespace

TEST(Choice, One_that_is_not_offered_keeps_its_number) {
    const auto shown = written({{.text = "A", .value = "a"}, {}, {.text = "C", .value = "c"}});
    EXPECT_TRUE(shows(shown, R"(id="why")"));
    EXPECT_FALSE(shows(shown, R"(id="why-2")"));
    EXPECT_TRUE(shows(shown, R"(id="why-3")"));
}

TEST(Choice, Is_chosen_by_its_value_unless_it_says_otherwise) {
    EXPECT_TRUE(shows(written({{.text = "A", .value = "a"}}, {"a"}), " checked"));
    EXPECT_FALSE(shows(written({{.text = "A", .value = "a"}}, {"b"}), " checked"));
    EXPECT_FALSE(shows(written({{.text = "A", .value = "a", .checked = false}}, {"a"}), "checked"));
    EXPECT_TRUE(shows(written({{.text = "A", .value = "a", .checked = true}}), " checked"));
}

TEST(Choice, Words_and_values_are_escaped) {
    const auto shown =
        written({{.text = "<b>", .value = "\"<", .divider = {}}, {.divider = "<i>"}});
    EXPECT_TRUE(shows(shown, R"(value="&quot;&lt;")"));
    EXPECT_TRUE(shows(shown, "&lt;b&gt;"));
    EXPECT_TRUE(shows(shown, R"(<div class="govuk-radios__divider">&lt;i&gt;</div>)"));
}

TEST(Choice, A_further_question_is_tied_to_its_answer) {
    const Choice other{.text = "Other", .value = "o", .conditional = html("<p>Which?</p>")};
    fixture::expect_same_markup("conditional", R"(
        <div class="govuk-radios__item">
          <input class="govuk-radios__input" id="why" name="why" type="radio" value="o"
            data-aria-controls="conditional-why">
          <label class="govuk-label govuk-radios__label" for="why">Other</label>
        </div>
        <div class="govuk-radios__conditional govuk-radios__conditional--hidden"
          id="conditional-why"><p>Which?</p></div>)",
                                written({other}).view());
    EXPECT_FALSE(shows(written({other}, {"o"}), "--hidden"));
}

} // namespace openmasa::ui
