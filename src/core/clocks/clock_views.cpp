#include "core/clocks/clock_views.hpp"
#include "core/clocks/views.hpp"
#include "kernel/text.hpp"
#include "web/pages/layout.hpp"
#include "web/ui/button.hpp"
#include "web/ui/field.hpp"
#include "web/ui/marks.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::clocks {
namespace {

Html link(const std::string& href, std::string_view words) {
    return html(R"(<a class="govuk-link govuk-link--no-visited-state" href="{}">{}</a>)", href,
                words);
}

std::string address(const Clock& clock, std::string_view below = {}) {
    return fmt::format("/clocks/{}{}{}", clock.id.view(), below.empty() ? "" : "/", below);
}

std::string state_words(const Clock& clock) {
    if (clock.is_stopped()) return fmt::format("Stopped on {}", spoken(*clock.stopped));
    if (clock.is_paused()) return fmt::format("Paused from {}", spoken(clock.pauses.back().from));
    return {};
}

Html when_due(const ShownClock& shown, Day today, Moment now) {
    const auto left = time_left(shown.clock, shown.due, today, now);
    const bool late = lateness(shown.clock, shown.due, today, now) == Lateness::late;
    return html(R"({} <span class="om-plan__means{}">{}</span>)", due_in_words(shown.due),
                late ? " om-plan__means--late" : "", left);
}

Html quiet_line(const std::string& words) {
    return when(!words.empty(), html(R"(<span class="om-plan__meta">{}</span>)", words));
}

Html caution_line(const Rule& rule) {
    const auto careful = caution(rule.certainty);
    return when(!careful.empty(), html(R"(<br><b class="om-strong">{}</b>)", careful));
}

Html row_of(const ShownClock& shown, const RunningPage& page) {
    return html(
        R"(<tr class="govuk-table__row" role="row"><th scope="row" class="govuk-table__header" role="rowheader">{}{}</th><td class="govuk-table__cell" role="cell">{}</td><td class="govuk-table__cell" role="cell">{}</td><td class="govuk-table__cell" role="cell">{}{}</td></tr>
)",
        link(address(shown.clock), shown.due.rule.title), quiet_line(state_words(shown.clock)),
        link(shown.page, shown.about), when_due(shown, page.today, page.now), shown.due.rule.who,
        caution_line(shown.due.rule));
}

Html table_of(const RunningPage& page) {
    Html rows;
    for (const auto& shown : page.clocks) rows += row_of(shown, page);
    return html(
        R"(<table class="govuk-table om-stack" role="table"><caption class="govuk-visually-hidden">Clocks that run, the latest first</caption>
<thead class="govuk-table__head" role="rowgroup"><tr class="govuk-table__row" role="row"><th scope="col" class="govuk-table__header" role="columnheader">What is due</th><th scope="col" class="govuk-table__header" role="columnheader">About</th><th scope="col" class="govuk-table__header" role="columnheader">When</th><th scope="col" class="govuk-table__header" role="columnheader">Whose</th></tr></thead>
<tbody class="govuk-table__body" role="rowgroup">
{}</tbody></table>
)",
        rows);
}

int count_of(const RunningPage& page, Lateness which) {
    return static_cast<int>(std::ranges::count_if(page.clocks, [&](const ShownClock& shown) {
        return lateness(shown.clock, shown.due, page.today, page.now) == which;
    }));
}

std::string sentence_of(const RunningPage& page) {
    if (page.clocks.empty()) return "No clock runs about anything that you may see.";
    const int late = count_of(page, Lateness::late), soon = count_of(page, Lateness::soon);
    auto words = counted(int(page.clocks.size()), "clock runs", "clocks run");
    if (late) words += fmt::format(", {} late", late);
    if (soon) words += fmt::format(", {} due within seven days", soon);
    return words + ".";
}

Html sentence_of(const ShownClock& shown) {
    const auto when = due_in_words(shown.due);
    if (shown.clock.is_stopped()) return html("It was due {}.", when);
    if (shown.clock.is_paused())
        return html("It stands still. Run again tomorrow, it is due {}.", when);
    return html("Due {}.", when);
}

Html verbs(const ClockPage& page) {
    const auto& clock = page.shown.clock;
    if (!page.may_keep || clock.is_stopped()) return {};
    const auto button = [&](std::string_view words, std::string_view below, std::string classes) {
        return ui::button(
            {.text = words, .href = address(clock, below), .classes = std::move(classes)});
    };
    return (clock.is_paused() ? button("Let it run again", "restart", "govuk-button--secondary")
                              : button("Pause it", "pause", "govuk-button--secondary")) +
           button("Stop it", "stop", "");
}

std::vector<Html> facts(const ClockPage& page) {
    const auto& shown = page.shown;
    std::vector<Html> all{html("About {}", link(shown.page, shown.about))};
    if (const auto state = state_words(shown.clock); !state.empty()) all.push_back(escaped(state));
    all.push_back(escaped(time_left(shown.clock, shown.due, page.today, page.now)));
    return all;
}

Html said(std::string_view label, const std::string& words) {
    return when(!words.empty(), html(R"(<p class="govuk-body om-measure"><b>{}:</b> {}</p>
)",
                                     label, escaped_lines(words)));
}

Html version_of(const history::Version& version, const history::Version* before) {
    Html items;
    for (const auto& said : version.content) {
        const bool is_same = before && std::ranges::count(before->content, said) > 0;
        if (said.first == "Clock" || said.first == "About" || said.first == "Group" ||
            said.second.empty() || is_same)
            continue;
        append(items, R"(<li><b class="om-strong">{}:</b> {}</li>
)",
               said.first, escaped_lines(said.second));
    }
    return html(
        R"(<div class="om-feed__day"><h3>{}<br><span class="om-small">{}</span></h3><div><ul>
{}</ul><span class="om-feed__by om-small">{}</span></div></div>
)",
        spoken(london_day(version.at)), london_time(version.at), items, version.who);
}

Html history(const std::vector<history::Version>& versions) {
    Html items;
    for (std::size_t at = 0; at < versions.size(); ++at)
        items += version_of(versions[at], at + 1 < versions.size() ? &versions[at + 1] : nullptr);
    return html(
        R"(<section class="om-section" aria-labelledby="history"><h2 class="govuk-heading-m" id="history">Every change</h2>
<div class="om-feed">
{}</div></section>
)",
        items);
}

Html day_field(std::string_view name, std::string_view label, std::string_view hint,
               const std::string& value, ui::Problems problems) {
    return ui::text_field({.name = std::string(name),
                           .label = label,
                           .hint = std::string(hint),
                           .value = value,
                           .label_classes = "govuk-label--s",
                           .classes = "govuk-input--width-20"},
                          problems);
}

Html start_fields(const StartPage& page) {
    const ui::Problems problems = page.problems;
    Html fields = ui::select_field({.name = "clock",
                                    .label = "Which clock?",
                                    .value = page.clock,
                                    .items = page.clocks,
                                    .label_classes = "govuk-label--s"},
                                   problems);
    fields +=
        day_field("from", "From which day?", "For example 20 December 2026.", page.from, problems);
    fields +=
        day_field("at", "At what time?", "Only for a clock that counts hours. For example 2.30pm.",
                  page.at, problems);
    fields += ui::text_field({.name = "note",
                              .label = "Why does it start?",
                              .hint = "In a few words; may stay empty. No names of children or "
                                      "families.",
                              .value = page.note,
                              .label_classes = "govuk-label--s"},
                             problems);
    return fields;
}

} // namespace

Html running_view(const RunningPage& page) {
    return clocks_head(Tab::running, escaped(sentence_of(page))) +
           when(!page.clocks.empty(), table_of(page)) +
           when(page.more, html(R"(<p class="om-quiet">There are more; these are due first.</p>)"));
}

Html clock_view(const ClockPage& page) {
    const auto& shown = page.shown;
    return pages::head({.title = shown.due.rule.title,
                        .sentence = sentence_of(shown),
                        .verbs = verbs(page),
                        .facts = facts(page),
                        .caption = "Clock"}) +
           said("Why it started", shown.clock.note) +
           said("Why it stopped", shown.clock.stopped_why) + working_view(shown.due) +
           history(page.versions);
}

Html section_view(const Section& section) {
    if (section.clocks.empty() && !section.may_keep) return {};
    Html items;
    for (const auto& shown : section.clocks)
        append(items, R"(<li>{}: {}{}{}</li>
)",
               link(address(shown.clock), shown.due.rule.title),
               when_due(shown, section.today, section.now), quiet_line(state_words(shown.clock)),
               caution_line(shown.due.rule));
    const auto start = fmt::format("/clocks/start?kind={}&record={}", section.kind, section.record);
    return html(
        R"(<section class="om-section" aria-labelledby="clocks"><h2 class="govuk-heading-m" id="clocks">Clocks</h2>
{}{}</section>
)",
        items.empty() ? html(R"(<p class="govuk-body om-quiet">None runs.</p>
)")
                      : html(R"(<ul class="govuk-list om-measure">
{}</ul>
)",
                             items),
        when(section.may_keep, html(R"(<p class="govuk-body">{}</p>
)",
                                    link(start, "Start a clock"))));
}

Html home_card(const RunningPage& page) {
    Html items;
    for (const auto& shown : page.clocks)
        if (lateness(shown.clock, shown.due, page.today, page.now) != Lateness::in_time)
            append(items, R"(<li>{}, {}: {}</li>
)",
                   link(address(shown.clock), shown.due.rule.title), shown.about,
                   when_due(shown, page.today, page.now));
    if (items.empty()) return {};
    return html(
        R"(<section class="om-section" aria-labelledby="clocks"><h2 class="govuk-heading-m" id="clocks">Clocks</h2><ul class="govuk-list om-measure">
{}</ul><p class="govuk-body">{}</p></section>
)",
        items, link("/clocks", "All clocks that run"));
}

Html start_view(const StartPage& page) {
    return html(
        R"({}{}<form class="om-form" action="/clocks/start" method="post" novalidate>{}<input type="hidden" name="kind" value="{}"><input type="hidden" name="record" value="{}">
{}<div class="om-form__acts">{}<a class="govuk-link" href="{}">Leave it</a></div></form>
)",
        ui::problems_summary(page.problems), pages::head({.title = "Start a clock"}),
        page.form_token, page.kind, page.record, start_fields(page),
        ui::button({.text = "Start this clock"}), page.back);
}

Html step_view(const StepPage& page) {
    const ui::Problems problems = page.problems;
    Html fields = day_field(page.day_field, page.day_label, "For example 20 December 2026.",
                            page.day, problems);
    if (!page.words_label.empty())
        fields += ui::text_field({.name = "why",
                                  .label = page.words_label,
                                  .hint = "No names of children or families.",
                                  .value = page.words,
                                  .label_classes = "govuk-label--s"},
                                 problems);
    return html(
        R"({}{}<form class="om-form" method="post" novalidate>{}<input type="hidden" name="version" value="{}">
{}<div class="om-form__acts">{}<a class="govuk-link" href="{}">Leave it as it is</a></div></form>
)",
        ui::problems_summary(page.problems),
        pages::head({.title = page.title, .sentence = escaped(page.sentence)}), page.form_token,
        page.version, fields, ui::button({.text = page.button}), page.back);
}

} // namespace openmasa::clocks
