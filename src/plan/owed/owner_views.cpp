#include "kernel/text.hpp"
#include "plan/action_row.hpp"
#include "plan/owed/rules.hpp"
#include "plan/owed/views.hpp"
#include "plan/owner_link.hpp"
#include "plan/rules.hpp"
#include "web/http/percent.hpp"
#include "web/listing/page_links.hpp"
#include "web/pages/layout.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::owed {
namespace {

using terms::Word;

/// What a page of these rows is called, and what it says when there are none.
struct Named {
    const char *label, *heading, *none;
};
constexpr Named names[] = {
    {"Open", "open action", "Nothing is open."},
    {"Late", "late action", "Nothing is late."},
    {"Due in 30 days", "action due in 30 days", "Nothing is due in the next 30 days."},
    {"At risk or blocked", "action at risk or blocked", "Nothing is at risk or blocked."},
    {"No date", "open action without a date", "Every open action has a date."},
    {"No update in a quarter", "open action without an update in a quarter",
     "Every open action was updated in the last three months."},
    {"Finished in a year", "action finished in the last year",
     "Nothing was finished in the last year."},
    {"Finished, no evidence", "action finished in the last year without evidence",
     "What was finished in the last year is shown to be done."},
};
static_assert(std::size(names) == all_shown.size());

const Named& name_of(Shown shown) {
    return names[static_cast<std::size_t>(shown)];
}

/// "1 late action", "3 actions due in 30 days": the plural stands inside.
std::string counted_rows(int rows, Shown shown) {
    std::string words = name_of(shown).heading;
    if (rows != 1) words.replace(words.find("action"), 6, "actions");
    return fmt::format("{} {}", rows, words);
}

std::string query_of(const Selection& selection, int page) {
    std::string query;
    const auto add = [&](std::string_view name, std::string_view value) {
        if (!value.empty()) query += fmt::format("{}{}={}", query.empty() ? "?" : "&", name, value);
    };
    add("show", to_text(selection.shown));
    if (selection.plan) add("plan", selection.plan->view());
    if (page > 1) add("page", std::to_string(page));
    return query;
}

std::string address(const Selection& selection, int page = 1) {
    return plan::owner_address(selection.owner) + query_of(selection, page);
}

Html head(const OwnerPage& page) {
    const auto all = total_of(page.parts, page.selection.plan);
    std::vector<Html> facts;
    if (!page.about.empty())
        facts.push_back(html(
            R"(<a class="govuk-link govuk-link--no-visited-state" href="{}">About this {}</a>)",
            page.about, said_type(page.words, page.owner.type)));
    auto type = said_type(page.words, page.owner.type);
    if (page.owner.type == access::OwnerType::agency) type = page.words.heading(Word::agency);
    if (type.front() >= 'a' && type.front() <= 'z') type.front() -= 'a' - 'A';
    auto said = in_short(all);
    if (said.front() == 'n') said.front() = 'N';
    return pages::head({.title = page.owner.name,
                        .sentence = html("{}.", said),
                        .verbs = {},
                        .facts = std::move(facts),
                        .caption = type});
}

Html quick_views(const OwnerPage& page) {
    const auto all = total_of(page.parts, page.selection.plan);
    Html items;
    for (auto shown : all_shown) {
        auto there = page.selection;
        there.shown = shown;
        append(items, R"(<li><a href="{}"{}>{} <b>{}</b></a></li>
)",
               address(there), when(page.selection.shown == shown, html(R"( aria-current="page")")),
               name_of(shown).label, all.of(shown));
    }
    return html(R"(<nav class="om-views" aria-label="Quick views"><ul>
{}</ul></nav>
)",
                items);
}

const plan::Plan* plan_of(const OwnerPage& page, const plan::PlanId& id) {
    const auto found = std::ranges::find(page.plans, id, &plan::Plan::id);
    return found == page.plans.end() ? nullptr : &*found;
}

Html plan_options(const OwnerPage& page) {
    Html options;
    for (const auto& part : page.parts)
        if (const auto* plan = plan_of(page, part.plan))
            append(options, R"(<option value="{}"{}>{}</option>)", plan->id,
                   when(page.selection.plan == plan->id, html(" selected")), plan->title);
    return options;
}

/// Only where there is something to choose.
Html plan_choice(const OwnerPage& page) {
    if (page.parts.size() < 2 && !page.selection.plan) return {};
    return html(
        R"(<form class="om-pick" method="get" action="{}">{}<div class="govuk-form-group"><label class="govuk-label" for="plan">{}</label><select class="govuk-select" id="plan" name="plan"><option value="">All {}</option>{}</select></div><button type="submit" class="govuk-button govuk-button--secondary">Show</button></form>
)",
        plan::owner_address(page.owner.id),
        when(
            page.selection.shown != Shown::open,
            html(R"(<input type="hidden" name="show" value="{}">)", to_text(page.selection.shown))),
        page.words.heading(Word::plan), page.words.several(Word::plan), plan_options(page));
}

Html downloads(const OwnerPage& page) {
    const auto link = [&](std::string_view format, std::string_view label) {
        return html(
            R"(<li><a class="govuk-link govuk-link--no-visited-state" href="{}/actions.{}{}">{}</a></li>
)",
            plan::owner_address(page.owner.id), format, query_of(page.selection, 1), label);
    };
    return html(R"(<ul class="om-links"><li>Download {}:</li>
{}{}{}</ul>)",
                page.paging.rows == 1 ? std::string("it")
                                      : "these " + std::to_string(page.paging.rows),
                link("xlsx", "Excel"), link("csv", "CSV"), link("json", "JSON"));
}

/// The owner is the page's own: where others have it stands which plan it is in.
plan::ActionLine line_of(const OwedAction& action, const Html& tag, Day today) {
    auto time = plan::time_to_say(action.status, action.deadline, action.next_step, today);
    return {.id = action.id,
            .reference = action.reference,
            .title = action.title,
            .objective = action.priority,
            .owner = action.plan,
            .date_words = action.date_words,
            .date_meaning = action.date_meaning,
            .date_kind = action.date_kind,
            .next_step = time.next_step,
            .time_left = std::move(time.left),
            .status = action.status,
            .standing = plan::standing(action.status, action.deadline, action.evidence, today),
            .evidence = action.evidence,
            .steps = action.steps,
            .steps_done = action.steps_done,
            .tag = tag};
}

Html table(const OwnerPage& page) {
    Html rows;
    const auto caption = counted_rows(page.paging.rows, page.selection.shown);
    plan::begin_action_table(
        rows, {.caption = caption, .owner = escaped(page.words.heading(Word::plan))});
    plan::begin_action_group(rows);
    for (std::size_t at = 0; at < page.actions.size(); ++at)
        plan::append_action_row(rows, line_of(page.actions[at], page.tags[at], page.today));
    plan::end_action_group(rows);
    plan::end_action_table(rows);
    return rows;
}

Html actions(const OwnerPage& page) {
    const auto shown = page.selection.shown;
    if (page.paging.rows == 0)
        return html(R"(<p class="govuk-body">{}</p>
)",
                    name_of(shown).none);
    return html(R"(<div class="om-listhead"><h2 class="govuk-heading-s">{}</h2>{}</div>
<div class="om-owed">{}</div>{})",
                counted_rows(page.paging.rows, shown), downloads(page), table(page),
                listing::page_links(page.paging,
                                    [&](int number) { return address(page.selection, number); }));
}

Html priority_row(const OwnerPage& page, const OwnedPriority& priority) {
    const auto tally = plan::total_of(page.groups, priority.id, page.today);
    const auto cell = [](int number, const char* label) {
        return html(
            R"(<td class="govuk-table__cell govuk-table__cell--numeric{}" role="cell" data-label="{}">{}</td>)",
            number == 0 ? " om-state__none" : "", label, number);
    };
    return html(
        R"(<tr class="govuk-table__row" role="row"><th scope="row" class="govuk-table__header" role="rowheader"><a class="govuk-link govuk-link--no-visited-state" href="/priorities/{}">{}</a><span class="om-state__owner">{}</span></th><td class="govuk-table__cell om-state__bar" role="cell">{}</td>{}{}{}</tr>
)",
        priority.id, priority.name, priority.plan, ui::standing_chart(tally.standings),
        cell(tally.actions, "actions"), cell(tally.late(), "late"),
        cell(tally.unproven(), "done, no evidence"));
}

Html priorities(const OwnerPage& page) {
    if (page.priorities.empty()) return {};
    Html rows;
    for (const auto& priority : page.priorities) rows += priority_row(page, priority);
    return html(
        R"(<section class="om-section" aria-labelledby="owns"><h2 class="govuk-heading-m" id="owns">The {} it owns</h2>
{}<table class="govuk-table om-stack om-state" role="table"><caption class="govuk-visually-hidden">{} it owns, with all their actions</caption>
<thead class="govuk-table__head" role="rowgroup"><tr class="govuk-table__row" role="row"><th scope="col" class="govuk-table__header" role="columnheader">{}</th><th scope="col" class="govuk-table__header" role="columnheader">How it is doing</th><th scope="col" class="govuk-table__header govuk-table__header--numeric" role="columnheader">Actions</th><th scope="col" class="govuk-table__header govuk-table__header--numeric" role="columnheader">Late</th><th scope="col" class="govuk-table__header govuk-table__header--numeric" role="columnheader">Done, no evidence</th></tr></thead>
<tbody class="govuk-table__body" role="rowgroup">
{}</tbody></table></section>
)",
        page.words.several(Word::priority), ui::standing_key(), page.words.headings(Word::priority),
        page.words.heading(Word::priority), rows);
}

Html link_to(const OwnerPage& page, Shown shown, const std::string& words) {
    auto there = page.selection;
    there.shown = shown;
    return html(R"(<a class="govuk-link govuk-link--no-visited-state" href="{}">{}</a>)",
                address(there), words);
}

Html finished_sentence(const OwnerPage& page, const Owed& all) {
    const int finished = all.of(Shown::finished), unproven = all.of(Shown::unproven);
    if (finished == 0)
        return html(R"(<p class="govuk-body">Nothing was finished since {}.</p>
)",
                    spoken_long(year_before(page.today)));
    return html(
        R"(<p class="govuk-body">Since {}, {} finished: {} with evidence, {}.</p>
)",
        spoken_long(year_before(page.today)),
        link_to(page, Shown::finished,
                fmt::format("{} {}", counted(finished, "action"), finished == 1 ? "was" : "were")),
        finished - unproven,
        unproven == 0 ? html("none without")
                      : link_to(page, Shown::unproven, fmt::format("{} without", unproven)));
}

Html timeliness_table(const Timeliness& timeliness) {
    Html rows;
    const auto row = [&](std::string_view words, int number) {
        append(
            rows,
            R"(<tr class="govuk-table__row"><th scope="row" class="govuk-table__header">{}</th><td class="govuk-table__cell govuk-table__cell--numeric">{}</td></tr>
)",
            words, number);
    };
    row("Done on time", timeliness.on_time);
    row("Done late", timeliness.late);
    row("Still open", timeliness.still_open);
    if (timeliness.unknown) row("Done, day not recorded", timeliness.unknown);
    return html(
        R"(<table class="govuk-table om-narrow"><caption class="govuk-visually-hidden">Actions whose date fell in the last year</caption><tbody class="govuk-table__body">
{}</tbody></table>
)",
        rows);
}

Html finished(const OwnerPage& page) {
    const auto all = total_of(page.parts, page.selection.plan);
    return html(
        R"(<section class="om-section" aria-labelledby="finished"><h2 class="govuk-heading-m" id="finished">Finished, and on time?</h2>
<div class="om-measure">{}<p class="govuk-body">{}</p>
{}<p class="om-quiet om-small">An action counts when the last day that its date can mean fell in the last year, by the date as it stands now. What was stopped is left out.</p></div></section>
)",
        finished_sentence(page, all), sentence(all.timeliness, page.today),
        when(all.timeliness.all() > 0, timeliness_table(all.timeliness)));
}

} // namespace

namespace {

/// "2 answers to recommendations not given yet, one of them late.", and the list of them.
Html answers(const OwnerPage& page) {
    const auto& [open, late, name] = page.answers;
    if (open == 0) return {};
    return html(
        R"(<p class="govuk-body"><a class="govuk-link" href="/recommendations/answers?answered=no&amp;agency={}">{} to recommendations</a> not given yet{}.</p>
)",
        http::percent_encoded(name), counted(open, "answer"),
        late == 0      ? std::string()
        : late == open ? std::string(open == 1 ? ", and it is late" : ", all of them late")
                       : fmt::format(", {} of them late", late));
}

} // namespace

Html owner_view(const OwnerPage& page) {
    return head(page) + answers(page) + quick_views(page) + plan_choice(page) + actions(page) +
           priorities(page) + finished(page);
}

std::string said_type(const terms::Words& words, access::OwnerType type) {
    if (type == access::OwnerType::agency) return std::string(words.one(Word::agency));
    return std::string(access::to_text(type));
}

} // namespace openmasa::owed
