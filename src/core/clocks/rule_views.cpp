#include "core/clocks/rule_views.hpp"
#include "core/clocks/views.hpp"
#include "web/pages/layout.hpp"
#include "web/ui/button.hpp"
#include "web/ui/field.hpp"
#include <fmt/format.h>

namespace openmasa::clocks {
namespace {

Html line(std::string_view name, std::string_view label, std::string_view hint,
          const std::string& value, ui::Problems problems, std::string_view classes = {}) {
    return ui::text_field({.name = std::string(name),
                           .label = label,
                           .hint = std::string(hint),
                           .value = value,
                           .label_classes = "govuk-label--s",
                           .classes = std::string(classes)},
                          problems);
}

Html unit_field(const AddRulePage& page) {
    std::vector<ui::SelectItem> units{{.text = "Choose what is counted", .value = ""}};
    for (auto unit : all_units)
        units.push_back({.text = std::string(to_text(unit)), .value = std::string(to_text(unit))});
    return ui::select_field({.name = "unit",
                             .label = "Of what?",
                             .value = page.unit,
                             .items = std::move(units),
                             .label_classes = "govuk-label--s"},
                            page.problems);
}

Html certainty_field(const AddRulePage& page) {
    return ui::radios_field(
        {.name = "certainty",
         .legend = "How sure is it?",
         .value = page.certainty,
         .items = {{.text = "It was read in the document that is named", .value = "read"},
                   {.text = "It is still to be checked: pages say so", .value = "check"},
                   {.text = "It is a local rule: pages say so", .value = "local"}},
         .legend_classes = "govuk-fieldset__legend--s",
         .classes = "govuk-radios--small"},
        page.problems);
}

Html what_is_due(const AddRulePage& page) {
    const ui::Problems problems = page.problems;
    Html fields = ui::select_field({.name = "clock",
                                    .label = "Another edition of which clock?",
                                    .value = page.clock,
                                    .items = page.clocks,
                                    .label_classes = "govuk-label--s"},
                                   problems);
    fields += line("title", "What is due?", "For example: Local review of the threshold guidance.",
                   page.title, problems);
    fields += line("trigger", "What does it count from?",
                   "For example: the day the last review was adopted.", page.trigger, problems);
    fields += line("amount", "How many?", "A whole number; -4 is four before that day.",
                   page.amount, problems, "govuk-input--width-5");
    return fields + unit_field(page) +
           line("who", "Whose is it?", page.words.say("The [agency], group or office."), page.who,
                problems);
}

Html where_it_is_written(const AddRulePage& page) {
    const ui::Problems problems = page.problems;
    Html fields =
        line("edition", "In which document, and which edition?",
             "For example: Working Together to Safeguard Children 2026.", page.edition, problems);
    fields +=
        line("clause", "In which clause?", "Or the chapter and the page.", page.clause, problems);
    fields += certainty_field(page);
    fields +=
        line("from", "From which day?", "For example 1 April 2027. It ends the edition before it.",
             page.from, problems, "govuk-input--width-20");
    fields += line("to", "To which day?", "Empty: until a later edition.", page.to, problems,
                   "govuk-input--width-20");
    return fields + ui::select_field({.name = "group",
                                      .label = "For whom?",
                                      .value = page.group,
                                      .items = page.groups,
                                      .label_classes = "govuk-label--s"},
                                     problems);
}

Html added_row(const AddedRule& added) {
    const auto& rule = added.rule;
    const auto state =
        added.withdrawn_why.empty()
            ? html(
                  R"(<a class="govuk-link govuk-link--no-visited-state" href="/clocks/rules/{}/withdraw">Withdraw it</a>)",
                  added.id)
            : html(R"(<span class="om-quiet">Withdrawn: {}</span>)", added.withdrawn_why);
    return html(R"(<li>{}{}, from {}: {} {}. {}</li>
)",
                rule.title, when(!rule.group_name.empty(), html(", {}", rule.group_name)),
                spoken(rule.from), spoken_length(rule), rule.trigger, state);
}

} // namespace

Html rules_head(bool may_add) {
    return clocks_head(
        Tab::rules, html("How long each of them runs, and which clause says so."),
        when(may_add, ui::button({.text = "Add a rule", .href = "/clocks/rules/add"})));
}

Html added_view(const std::vector<AddedRule>& added) {
    if (added.empty()) return {};
    Html items;
    for (const auto& one : added) items += added_row(one);
    return html(
        R"(<section class="om-section" aria-labelledby="added"><h2 class="govuk-heading-m" id="added">Added here</h2><ul class="govuk-list govuk-list--bullet om-measure">
{}</ul></section>
)",
        items);
}

Html add_rule_view(const AddRulePage& page) {
    return html(
        R"({}{}<form class="om-form" action="/clocks/rules/add" method="post" novalidate>{}
{}{}<div class="om-form__acts">{}<a class="govuk-link" href="/clocks/rules">Leave it</a></div></form>
)",
        ui::problems_summary(page.problems),
        pages::head({.title = "Add a rule",
                     .sentence = html("An edition that comes after one of those there, or a clock "
                                      "of your own.")}),
        page.form_token, what_is_due(page), where_it_is_written(page),
        ui::button({.text = "Add this rule"}));
}

Html withdraw_rule_view(const WithdrawRulePage& page) {
    return html(
        R"({}{}<form class="om-form" method="post" novalidate>{}
{}<div class="om-form__acts">{}<a class="govuk-link" href="/clocks/rules">Leave it as it is</a></div></form>
)",
        ui::problems_summary(page.problems),
        pages::head({.title = "Withdraw this rule",
                     .sentence = html("{}, from {}. Clocks then count by the edition before it.",
                                      page.rule.title, spoken(page.rule.from))}),
        page.form_token,
        ui::text_field({.name = "why",
                        .label = "Why is it withdrawn?",
                        .value = page.why,
                        .label_classes = "govuk-label--s"},
                       page.problems),
        ui::button({.text = "Withdraw this rule"}));
}

} // namespace openmasa::clocks
