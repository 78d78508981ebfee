#include "core/clocks/views.hpp"
#include "kernel/text.hpp"
#include "web/http/percent.hpp"
#include "web/pages/layout.hpp"
#include "web/ui/button.hpp"
#include "web/ui/field.hpp"
#include "web/ui/sub_navigation.hpp"
#include "web/ui/warning_text.hpp"
#include <fmt/format.h>

namespace openmasa::clocks {
namespace {

Html rule_row(const Rule& rule, Day today) {
    const bool over = rule.to && *rule.to < today;
    const auto in_force = rule.to ? fmt::format("{} to {}", spoken(rule.from), spoken(*rule.to))
                                  : fmt::format("from {}", spoken(rule.from));
    const auto careful = caution(rule.certainty);
    return html(
        R"(<tr class="govuk-table__row" role="row"><th scope="row" class="govuk-table__header" role="rowheader"><a class="govuk-link govuk-link--no-visited-state" href="/clocks/due?clock={}&amp;group={}">{}</a>{}<span class="om-quiet om-small"><br>{}</span></th><td class="govuk-table__cell" role="cell">{} {}</td><td class="govuk-table__cell" role="cell">{}</td><td class="govuk-table__cell" role="cell">{}<br><span class="om-quiet">{}</span>{}</td><td class="govuk-table__cell" role="cell">{}{}</td></tr>
)",
        rule.name, rule.group ? rule.group->view() : std::string_view(), rule.title,
        when(!rule.group_name.empty(), html(", {}", rule.group_name)), rule.name,
        spoken_length(rule), rule.trigger, rule.who, rule.edition, rule.clause,
        when(!careful.empty(), html(R"(<br><b class="om-strong">{}</b>)", careful)), in_force,
        when(over, html(R"( <span class="om-quiet">(no longer)</span>)")));
}

Html fact(std::string_view name, const Html& value) {
    return html("<dt>{}</dt><dd>{}</dd>\n", name, value);
}

Html counted_row(const CountedDay& day) {
    return html(
        R"(<tr class="govuk-table__row"><th scope="row" class="govuk-table__header">{}</th><td class="govuk-table__cell">{}</td></tr>
)",
        spoken_with_weekday(day.day),
        day.number ? html("Day {}", *day.number)
                   : html(R"(<span class="om-quiet">Not counted: {}</span>)", day.why_not));
}

Html every_day(const Due& due) {
    if (due.days.empty()) return {};
    Html rows;
    for (const auto& day : due.days) rows += counted_row(day);
    return html(
        R"(<details class="govuk-details" open><summary class="govuk-details__summary"><span class="govuk-details__summary-text">Every day that was looked at, {}</span></summary><div class="govuk-details__text"><table class="govuk-table"><caption class="govuk-visually-hidden">Every day that was looked at</caption><thead class="govuk-table__head"><tr class="govuk-table__row"><th scope="col" class="govuk-table__header">Day</th><th scope="col" class="govuk-table__header">Counted as</th></tr></thead><tbody class="govuk-table__body">
<tr class="govuk-table__row"><th scope="row" class="govuk-table__header">{}</th><td class="govuk-table__cell">Day 0, the start</td></tr>
{}</tbody></table></div></details>
)",
        counted(static_cast<int>(due.days.size()), "day"), spoken_with_weekday(due.start), rows);
}

Html facts_of(const Due& due) {
    const auto& rule = due.rule;
    const auto start = due.started_at ? spoken(*due.started_at) : spoken_with_weekday(due.start);
    Html list = fact("Counts from", html("{}, {}", start, rule.trigger));
    list += fact("Counted", escaped(how_counted(due)));
    list += fact("Whose", escaped(rule.who));
    list += fact("Clause", html("{}<br>{}", rule.edition, rule.clause));
    list += fact("In force",
                 escaped(rule.to ? fmt::format("{} to {}", spoken(rule.from), spoken(*rule.to))
                                 : fmt::format("from {}", spoken(rule.from))));
    return html(R"(<dl class="om-dl om-measure">
{}</dl>
)",
                list);
}

Html answer_view(const Due& due) {
    return html(
        R"(<section class="om-section" aria-labelledby="answer"><h2 class="govuk-heading-m" id="answer">{}: {}</h2>
{}{}{}</section>
)",
        due.rule.title, due_in_words(due), caution_view(due.rule), facts_of(due), every_day(due));
}

Html clock_field(const DuePage& page) {
    std::vector<ui::SelectItem> items{{.text = "Choose a clock", .value = ""}};
    for (auto name : page.names) {
        const auto* rule = page.book->find(name, Day::max());
        items.push_back(
            {.text = rule ? rule->title : std::string(name), .value = std::string(name)});
    }
    return ui::select_field({.name = "clock",
                             .label = "Which clock?",
                             .value = page.question.clock,
                             .items = items,
                             .label_classes = "govuk-label--s"},
                            page.problems);
}

Html question_form(const DuePage& page) {
    const auto& asked = page.question;
    Html fields = clock_field(page);
    fields += ui::text_field({.name = "from",
                              .label = "From which day?",
                              .hint = "For example 20 December 2024.",
                              .value = asked.from,
                              .label_classes = "govuk-label--s",
                              .classes = "govuk-input--width-20"},
                             page.problems);
    fields += ui::text_field({.name = "at",
                              .label = "At what time?",
                              .hint = "Only for a clock that counts hours. For example 2.30pm.",
                              .value = asked.at,
                              .label_classes = "govuk-label--s",
                              .classes = "govuk-input--width-10"},
                             page.problems);
    fields +=
        ui::textarea_field({.name = "pauses",
                            .label = "Was it paused?",
                            .hint = "One pause a line: 4 March 2025 to 6 March 2025, inquest.",
                            .value = asked.pauses,
                            .rows = 2,
                            .label_classes = "govuk-label--s"},
                           page.problems);
    return html(
        R"(<form class="om-form" action="/clocks/due" method="get" novalidate><input type="hidden" name="group" value="{}">{}{}</form>
)",
        asked.group, fields, ui::button({.text = "Work it out"}));
}

} // namespace

Html clocks_head(Tab current, Html sentence, Html verbs) {
    const auto tab = [&](Tab which, std::string_view text, std::string_view href) {
        return ui::SubNavigationItem{
            .text = text, .href = std::string(href), .active = which == current};
    };
    return pages::head(
               {.title = "Clocks", .sentence = std::move(sentence), .verbs = std::move(verbs)}) +
           ui::sub_navigation(
               {.items = {tab(Tab::running, "Running", "/clocks"),
                          tab(Tab::rules, "Rules", "/clocks/rules"),
                          tab(Tab::due, "Work out a date", "/clocks/due"),
                          tab(Tab::holidays, "Bank holidays", "/clocks/bank-holidays")},
                .label = "Clocks"});
}

Html working_view(const Due& due) {
    return html(
        R"(<section class="om-section" aria-labelledby="working"><h2 class="govuk-heading-m" id="working">How it is worked out</h2>
{}{}{}</section>
)",
        caution_view(due.rule), facts_of(due), every_day(due));
}

Html caution_view(const Rule& rule) {
    const auto careful = caution(rule.certainty);
    if (careful.empty()) return {};
    return ui::warning_text({.text = careful});
}

Html rules_view(const RuleBook& book, Day today) {
    Html rows;
    for (const auto& rule : book.rules()) rows += rule_row(rule, today);
    return html(
        R"(<table class="govuk-table om-stack" role="table"><caption class="govuk-visually-hidden">Every clock</caption>
<thead class="govuk-table__head" role="rowgroup"><tr class="govuk-table__row" role="row"><th scope="col" class="govuk-table__header" role="columnheader">What is due</th><th scope="col" class="govuk-table__header" role="columnheader">When</th><th scope="col" class="govuk-table__header" role="columnheader">Whose</th><th scope="col" class="govuk-table__header" role="columnheader">Edition and clause</th><th scope="col" class="govuk-table__header" role="columnheader">In force</th></tr></thead>
<tbody class="govuk-table__body" role="rowgroup">
{}</tbody></table>
)",
        rows);
}

Html due_view(const DuePage& page) {
    return ui::problems_summary(page.problems) +
           clocks_head(Tab::due, html("A day with its working, at an address that can be sent.")) +
           when(page.due.has_value(), page.due ? answer_view(*page.due) : Html()) +
           html(
               R"(<section class="om-section" aria-labelledby="ask"><h2 class="govuk-heading-m" id="ask">{}</h2>{}</section>
)",
               page.due ? "Work out another" : "Which clock, and from when?", question_form(page));
}

} // namespace openmasa::clocks
