#include "plan/editions/compared_views.hpp"
#include "kernel/text.hpp"
#include "web/pages/layout.hpp"
#include <fmt/format.h>

namespace openmasa::editions {
namespace {

using plan::Action;

Html link(const Action& action) {
    return html(R"(<a class="govuk-link govuk-link--no-visited-state" href="/actions/{}">{}</a>)",
                action.id, action.title);
}

Html row(const Html& action, std::string_view under, const Html& second) {
    return html(
        R"(<tr class="govuk-table__row" role="row"><th scope="row" class="govuk-table__header" role="rowheader">{}<span class="om-plan__meta">{}</span></th><td class="govuk-table__cell" role="cell">{}</td></tr>
)",
        action, under, second);
}

Html table(std::string_view caption, std::string_view second, const Html& rows,
           std::string_view first = "Action") {
    if (rows.empty()) return {};
    return html(
        R"(<table class="govuk-table om-stack om-compared om-diff" role="table"><caption class="govuk-table__caption govuk-table__caption--s">{}</caption>
<thead class="govuk-table__head" role="rowgroup"><tr class="govuk-table__row" role="row"><th scope="col" class="govuk-table__header" role="columnheader">{}</th><th scope="col" class="govuk-table__header" role="columnheader">{}</th></tr></thead>
<tbody class="govuk-table__body" role="rowgroup">
{}</tbody></table>
)",
        caption, first, second, rows);
}

/// "VA 3, before VA 7".
std::string references(const CarriedOn& one) {
    return one.before.reference == one.now.reference
               ? one.now.reference
               : fmt::format("{}, before {}", one.now.reference, one.before.reference);
}

std::string_view or_nothing(std::string_view words) {
    return words.empty() ? std::string_view("nothing") : words;
}

Html changes(const std::vector<Difference>& changes) {
    Html list;
    for (const auto& change : changes)
        append(
            list,
            R"(<div>{}: <del><span class="govuk-visually-hidden">Was: </span>{}</del> <ins><span class="govuk-visually-hidden">Now: </span>{}</ins></div>
)",
            change.what, escaped_lines(or_nothing(change.was)),
            escaped_lines(or_nothing(change.now)));
    return list;
}

Html changed_rows(const ComparedPriority& priority) {
    Html rows;
    for (const auto& one : priority.carried)
        if (!one.changes.empty()) rows += row(link(one.now), references(one), changes(one.changes));
    return rows;
}

/// Owner and target date of what stands in the newer edition.
Html who_and_when(const Action& action) {
    return html("{}. {}", action.owner_name.value_or("No owner"),
                action.target.words.empty() ? "No date" : one_line(action.target.words));
}

Html new_rows(const ComparedPriority& priority) {
    Html rows;
    for (const auto& action : priority.added)
        rows += row(link(action), action.reference, who_and_when(action));
    return rows;
}

Html unchanged_rows(const ComparedPriority& priority) {
    Html rows;
    for (const auto& one : priority.carried)
        if (one.changes.empty()) rows += row(link(one.now), references(one), who_and_when(one.now));
    return rows;
}

Html left_rows(const ComparedPriority& priority) {
    Html rows;
    for (const auto& one : priority.left) {
        const bool is_gap = one.reason == NotCarried::Reason::unsaid;
        rows += row(link(one.action), one.action.reference,
                    is_gap ? html(R"(<span class="om-ev--missing">{}</span>)", spoken(one))
                           : escaped_lines(spoken(one)));
    }
    return rows;
}

Html objective_link(const plan::Objective& objective) {
    return html(
        R"(<a class="govuk-link govuk-link--no-visited-state" href="/objectives/{}">{}</a>)",
        objective.id, objective.title);
}

/// What was and is now, of its title and of its words where they differ.
Html changes_of(const ComparedObjective& one) {
    std::vector<Difference> found;
    const auto say = [&](std::string_view what, const std::string& was, const std::string& now) {
        if (one_line(was) != one_line(now)) found.push_back({what, was, now});
    };
    const bool words_begin_with_it = one.before->words.starts_with(one.before->title) &&
                                     one.now->words.starts_with(one.now->title);
    if (!words_begin_with_it) say("Title", one.before->title, one.now->title);
    say("In full", one.before->words, one.now->words);
    return changes(found);
}

/// New ones, others that are put in other words, and those that did not go on.
Html objective_rows(const ComparedPriority& priority) {
    Html rows;
    for (const auto& one : priority.objectives) {
        const auto became = !one.before ? html("New in this edition.")
                            : !one.now  ? html("It did not go on: see its actions below.")
                                        : changes_of(one);
        rows += row(objective_link(one.now ? *one.now : *one.before), "", became);
    }
    return rows;
}

/// What became of the priority itself; nothing where it goes on as it was.
Html course_of(const terms::Words& words, const ComparedPriority& priority) {
    const auto one = words.one(terms::Word::priority);
    if (!priority.before) return html("New in this edition.");
    if (!priority.now) {
        const auto& why = priority.before->stepped_down_why;
        return why.empty() ? html("It did not go on.") : html("It stepped down: {}", why);
    }
    if (priority.before->is_priority && !priority.now->is_priority)
        return html("No {} any more, business as usual: {}", one, priority.now->stepped_down_why);
    if (!priority.before->is_priority && priority.now->is_priority) return html("A {} now.", one);
    return when(priority.before->name != priority.now->name,
                html("Before: {}", priority.before->name));
}

Html priority_part(const terms::Words& words, const ComparedPriority& priority) {
    const auto& section = priority.now ? *priority.now : *priority.before;
    const auto course = course_of(words, priority);
    const auto tables =
        table("Objectives that are not as they were", "What became of it", objective_rows(priority),
              "Objective") +
        table("Carried on with a change", "What changed", changed_rows(priority)) +
        table("New", "Owner and target date", new_rows(priority)) +
        table("Not carried on", "Why", left_rows(priority)) +
        table("Carried on as it was", "Owner and target date", unchanged_rows(priority));
    return html(
        R"(<section class="om-section" aria-labelledby="s-{}"><h2 class="govuk-heading-m" id="s-{}"><a class="govuk-link govuk-link--no-visited-state" href="/priorities/{}">{}</a></h2>
{}{}</section>
)",
        section.id, section.id, section.id, section.name,
        when(!course.empty(), html(R"(<p class="govuk-body om-measure">{}</p>
)",
                                   course)),
        tables.empty() ? html(R"(<p class="om-quiet">No actions.</p>
)")
                       : tables);
}

/// "9 actions carried on, 3 of them with a change; 2 new; 4 done; 1 left behind."
std::string sentence(const Counts& counts) {
    const int carried = counts.changed + counts.unchanged;
    std::string said = fmt::format("{} carried on", counted(carried, "action"));
    if (counts.changed > 0) said += fmt::format(", {} of them with a change", counts.changed);
    const auto add = [&](int number, std::string_view what) {
        if (number > 0) said += fmt::format("; {} {}", number, what);
    };
    add(counts.added, "new");
    add(counts.done, "done before");
    add(counts.stopped, "stopped");
    add(counts.left, "left behind");
    add(counts.unsaid, "not carried on, and nobody said why");
    return said + ".";
}

Html plan_link(const plan::Plan& plan) {
    return html(R"(<a class="govuk-link govuk-link--no-visited-state" href="/plans/{}">{}</a>)",
                plan.id, plan.title);
}

} // namespace

Html compared_view(const terms::Words& words, const Comparison& comparison) {
    const auto& now = comparison.now.plan;
    Html parts;
    for (const auto& priority : comparison.priorities) parts += priority_part(words, priority);
    return pages::head(
               {.title = "Compared with the edition before",
                .sentence = escaped(sentence(comparison.counts)),
                .verbs = {},
                .facts =
                    {html("Now {}", plan_link(now)),
                     html("Before {}", plan_link(comparison.before.plan)),
                     html(
                         R"(<a class="govuk-link" href="/plans/{}/compared.csv">Download (CSV)</a>)",
                         now.id)},
                .caption = now.title}) +
           parts;
}

Html nothing_before_view(const terms::Words& words, const plan::Plan& plan) {
    return pages::head(
               {.title = "Compared with the edition before",
                .sentence = html("This {} follows no other edition.", words.one(terms::Word::plan)),
                .caption = plan.title}) +
           html(
               R"(<p class="govuk-body"><a class="govuk-link" href="/plans/{}/editions">Its editions</a></p>
)",
               plan.id);
}

} // namespace openmasa::editions
