// What the packages' fixtures leave out: content before and after the controls, attributes of the
// group, and words given as markup.
#include "web/ui/checkboxes.hpp"
#include "web/ui/date_input.hpp"
#include "web/ui/file_upload.hpp"
#include "web/ui/fixture_test.hpp"
#include "web/ui/form_group.hpp"
#include "web/ui/input.hpp"
#include "web/ui/password_input.hpp"
#include "web/ui/radios.hpp"
#include "web/ui/select.hpp"
#include "web/ui/textarea.hpp"
#include <gtest/gtest.h>

namespace openmasa::ui {
namespace {

FormGroup around() {
    return {.classes = "one",
            .attributes = {{"data-a", "1"}},
            .before = html("<p>before</p>"),
            .after = html("<p>after</p>")};
}

const std::string opening = R"(<div class="govuk-form-group one" data-a="1">)";

void expect(const Html& got, const std::string& inside) {
    fixture::expect_same_markup("group", opening + inside + "</div>", got.view());
}

} // namespace

TEST(FormGroup, Wraps_an_input_with_what_stands_beside_it) {
    expect(input({.name = "n", .form_group = around()}), R"(
        <div class="govuk-input__wrapper"><p>before</p>
          <input class="govuk-input" id="n" name="n" type="text">
          <p>after</p></div>)");
}

TEST(FormGroup, Puts_the_password_button_before_what_follows) {
    const auto shown = password_input({.name = "n", .form_group = around()});
    const auto at = [&](std::string_view piece) { return shown.view().find(piece); };
    EXPECT_LT(at("<p>before</p>"), at("<input"));
    EXPECT_LT(at("<input"), at("<button"));
    EXPECT_LT(at("<button"), at("<p>after</p>"));
    EXPECT_NE(at("<p>after</p>"), std::string_view::npos);
    EXPECT_NE(at(R"(data-module="govuk-password-input" data-a="1">)"), std::string_view::npos);
}

TEST(FormGroup, Holds_a_textarea_between) {
    expect(textarea({.name = "n", .form_group = around()}), R"(<p>before</p>
        <textarea class="govuk-textarea" id="n" name="n" rows="5"></textarea><p>after</p>)");
}

TEST(FormGroup, Holds_a_select_between) {
    expect(select({.name = "n", .form_group = around()}), R"(<p>before</p>
        <select class="govuk-select" id="n" name="n"></select><p>after</p>)");
}

TEST(FormGroup, Holds_a_file_upload_between) {
    expect(file_upload({.name = "n", .form_group = around()}), R"(<p>before</p>
        <input class="govuk-file-upload" id="n" name="n" type="file"><p>after</p>)");
}

TEST(FormGroup, Holds_radios_between) {
    expect(radios({.name = "n", .form_group = around()}), R"(
        <div class="govuk-radios" data-module="govuk-radios"><p>before</p><p>after</p></div>)");
}

TEST(FormGroup, Holds_checkboxes_between) {
    expect(checkboxes({.name = "n", .form_group = around()}), R"(
        <div class="govuk-checkboxes" data-module="govuk-checkboxes">
          <p>before</p><p>after</p></div>)");
}

TEST(FormGroup, Holds_the_boxes_of_a_date_between) {
    const DatePart left_out{.left_out = true};
    expect(date_input({.id = "d",
                       .day = left_out,
                       .month = left_out,
                       .year = left_out,
                       .form_group = around()}),
           R"(<div class="govuk-date-input" id="d"><p>before</p><p>after</p></div>)");
}

TEST(FormGroup, Shows_as_wrong_where_there_is_an_error_message) {
    Html shown;
    open_form_group(shown, {.classes = "one"}, {.text = "Enter a title."});
    EXPECT_EQ(shown.view(), "<div class=\"govuk-form-group govuk-form-group--error one\">\n");
}

TEST(FormGroup, Names_what_describes_a_control_in_reading_order) {
    EXPECT_EQ(ids_describing("due", "working", {.text = "h"}, {.text = "e"}),
              "working due-hint due-error");
    EXPECT_EQ(ids_describing("due", "", {.text = "h"}, {}), "due-hint");
    EXPECT_EQ(ids_describing("due", "", {}, {}), "");
}

TEST(FormGroup, Hint_and_error_message_may_be_markup) {
    Html shown;
    write_hint_and_error(shown, "due", {.text = html("<i>h</i>")}, {.text = html("<i>e</i>")});
    fixture::expect_same_markup("hint and error", R"(
        <div id="due-hint" class="govuk-hint"><i>h</i></div>
        <p id="due-error" class="govuk-error-message">
          <span class="govuk-visually-hidden">Error:</span> <i>e</i></p>)",
                                shown.view());
}

} // namespace openmasa::ui
