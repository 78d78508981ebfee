#include "web/ui/field.hpp"
#include "web/ui/fixture_test.hpp"
#include <gtest/gtest.h>

namespace openmasa::ui {
namespace {

const std::vector<Problem> problems{{"title", "Enter a title."},
                                    {"status", "Choose a status."},
                                    {"", "Someone changed this action at 10.41."}};

void expect(const Html& got, std::string_view expected) {
    fixture::expect_same_markup("field", expected, got.view());
}

bool shows(const Html& page, std::string_view piece) {
    return page.view().find(piece) != std::string_view::npos;
}

} // namespace

TEST(ProblemsSummary, Links_every_problem_to_its_field) {
    expect(problems_summary(problems), R"(
        <div class="govuk-error-summary" data-module="govuk-error-summary"><div role="alert">
          <h2 class="govuk-error-summary__title">There is a problem</h2>
          <div class="govuk-error-summary__body"><ul class="govuk-list govuk-error-summary__list">
            <li><a href="#title">Enter a title.</a></li>
            <li><a href="#status">Choose a status.</a></li>
            <li>Someone changed this action at 10.41.</li>
          </ul></div>
        </div></div>)");
}

TEST(ProblemsSummary, Is_nothing_where_nothing_is_wrong) {
    EXPECT_TRUE(problems_summary({}).empty());
}

TEST(Field, Shows_what_was_typed_and_what_is_wrong_with_it) {
    const TextField title{.name = "title", .label = "Title", .hint = "Short", .value = "<b>&"};
    expect(text_field(title, problems), R"(
        <div class="govuk-form-group govuk-form-group--error">
          <label class="govuk-label" for="title">Title </label>
          <div id="title-hint" class="govuk-hint">Short</div>
          <p id="title-error" class="govuk-error-message">
            <span class="govuk-visually-hidden">Error:</span> Enter a title.</p>
          <input class="govuk-input govuk-input--error" id="title" name="title" type="text"
            value="&lt;b&gt;&amp;" aria-describedby="title-hint title-error">
        </div>)");
}

TEST(Field, Is_quiet_where_only_others_are_wrong) {
    expect(text_field({.name = "notes", .label = "Notes"}, problems), R"(
        <div class="govuk-form-group">
          <label class="govuk-label" for="notes">Notes </label>
          <input class="govuk-input" id="notes" name="notes" type="text">
        </div>)");
}

TEST(Field, Shows_two_problems_on_two_lines) {
    const std::vector<Problem> two{{"due", "Enter a date."}, {"due", "Use <digits>."}};
    EXPECT_TRUE(shows(text_field({.name = "due", .label = "Due"}, two),
                      "Enter a date.<br>Use &lt;digits&gt;.</p>"));
}

TEST(Field, A_textarea_keeps_every_line_that_was_typed) {
    const std::vector<Problem> wrong{{"reason", "Say why."}};
    expect(textarea_field({.name = "reason", .label = "Why", .value = "\na\nb", .rows = 3}, wrong),
           R"(
        <div class="govuk-form-group govuk-form-group--error">
          <label class="govuk-label" for="reason">Why</label>
          <p id="reason-error" class="govuk-error-message">
            <span class="govuk-visually-hidden">Error:</span> Say why.</p>
          <textarea class="govuk-textarea govuk-textarea--error" id="reason" name="reason" rows="3"
            aria-describedby="reason-error">)"
           "\n\na\nb</textarea></div>");
}

TEST(Field, A_select_keeps_what_was_chosen) {
    const SelectField status{.name = "status",
                             .label = "Status",
                             .value = "done",
                             .items = {{.text = "Choose", .value = ""},
                                       {.text = "In progress", .value = "in_progress"},
                                       {.text = "Done", .value = "done"}}};
    expect(select_field(status, problems), R"(
        <div class="govuk-form-group govuk-form-group--error">
          <label class="govuk-label" for="status">Status</label>
          <p id="status-error" class="govuk-error-message">
            <span class="govuk-visually-hidden">Error:</span> Choose a status.</p>
          <select class="govuk-select govuk-select--error" id="status" name="status"
            aria-describedby="status-error">
            <option value="">Choose</option>
            <option value="in_progress">In progress</option>
            <option value="done" selected>Done</option>
          </select>
        </div>)");
}

TEST(Field, Radios_link_from_the_summary_to_the_first_answer) {
    const RadiosField status{
        .name = "status",
        .legend = "Status",
        .value = "done",
        .items = {{.text = "At risk", .value = "at_risk"},
                  {.text = "Done", .value = "done", .hint = {.text = "Shown"}}}};
    expect(radios_field(status, problems), R"(
        <div class="govuk-form-group govuk-form-group--error">
          <fieldset class="govuk-fieldset" aria-describedby="status-error">
            <legend class="govuk-fieldset__legend">Status</legend>
            <p id="status-error" class="govuk-error-message">
              <span class="govuk-visually-hidden">Error:</span> Choose a status.</p>
            <div class="govuk-radios" data-module="govuk-radios">
              <div class="govuk-radios__item">
                <input class="govuk-radios__input" id="status" name="status" type="radio"
                  value="at_risk">
                <label class="govuk-label govuk-radios__label" for="status">At risk</label>
              </div>
              <div class="govuk-radios__item">
                <input class="govuk-radios__input" id="status-2" name="status" type="radio"
                  value="done" checked aria-describedby="status-2-item-hint">
                <label class="govuk-label govuk-radios__label" for="status-2">Done</label>
                <div id="status-2-item-hint" class="govuk-hint govuk-radios__hint">Shown</div>
              </div>
            </div>
          </fieldset>
        </div>)");
}

TEST(Field, Checkboxes_keep_every_tick) {
    const CheckboxesField agencies{.name = "agency",
                                   .legend = "Who answers?",
                                   .hint = "Any number",
                                   .values = {"police", "icb"},
                                   .items = {{.text = "Police", .value = "police"},
                                             {.text = "Council", .value = "council"},
                                             {.text = "ICB", .value = "icb"}}};
    const auto shown = checkboxes_field(agencies);
    EXPECT_TRUE(
        shows(shown, R"(id="agency" name="agency" type="checkbox" value="police" checked)"));
    EXPECT_TRUE(shows(shown, R"(id="agency-2" name="agency" type="checkbox" value="council">)"));
    EXPECT_TRUE(shows(shown, R"(id="agency-3" name="agency" type="checkbox" value="icb" checked)"));
    EXPECT_TRUE(
        shows(shown, R"(<fieldset class="govuk-fieldset" aria-describedby="agency-hint">)"));
}

TEST(Field, Checkboxes_say_what_is_wrong) {
    const std::vector<Problem> wrong{{"agency", "Choose at least one agency."}};
    const CheckboxesField agencies{
        .name = "agency", .legend = "Who answers?", .items = {{.text = "Police", .value = "p"}}};
    const auto shown = checkboxes_field(agencies, wrong);
    EXPECT_TRUE(shows(shown, R"(aria-describedby="agency-error")"));
    EXPECT_TRUE(shows(shown, R"(<p id="agency-error" class="govuk-error-message">)"));
}

TEST(Field, A_file_says_which_kind_is_wanted) {
    const std::vector<Problem> wrong{{"plan", "This is a picture, not a Word file."}};
    expect(file_field({.name = "plan", .label = "The plan", .accept = ".docx"}, wrong), R"(
        <div class="govuk-form-group govuk-form-group--error">
          <label class="govuk-label" for="plan">The plan</label>
          <p id="plan-error" class="govuk-error-message">
            <span class="govuk-visually-hidden">Error:</span>
            This is a picture, not a Word file.</p>
          <input class="govuk-file-upload govuk-file-upload--error" id="plan" name="plan"
            type="file" aria-describedby="plan-error" accept=".docx">
        </div>)");
}

TEST(Field, A_password_is_asked_for_and_never_written_back) {
    const std::vector<Problem> wrong{{"password", "Enter your password."}};
    const auto shown = password_field({.name = "password", .label = "Password"}, wrong);
    EXPECT_TRUE(shows(shown, R"(id="password" name="password" type="password")"));
    EXPECT_TRUE(shows(shown, R"(aria-describedby="password-error")"));
    EXPECT_TRUE(shows(shown, R"(autocomplete="current-password")"));
    EXPECT_FALSE(shows(shown, "value="));
}

} // namespace openmasa::ui
