#include "plan/actions/action_views.hpp"
#include "core/files/preview.hpp"
#include "core/terms/tags.hpp"
#include "kernel/text.hpp"
#include "plan/action_row.hpp"
#include "plan/actions/actions.hpp"
#include "plan/actions/history_views.hpp"
#include "plan/actions/leading_views.hpp"
#include "plan/owner_link.hpp"
#include "plan/plan_head.hpp"
#include "plan/rules.hpp"
#include "plan/tally_views.hpp"
#include "web/pages/layout.hpp"
#include "web/ui/button.hpp"
#include "web/ui/marks.hpp"
#include <fmt/format.h>

namespace openmasa::plan {
namespace {

std::string address(const ActionPage& page, std::string_view below) {
    return fmt::format("/actions/{}/{}", page.action.id.view(), below);
}

Html link_to(const ActionPage& page, std::string_view below, std::string_view words) {
    return html(R"(<a class="govuk-link govuk-link--no-visited-state" href="{}">{}</a>)",
                address(page, below), words);
}

Html head_of(const ActionPage& page);
Html missing(const ActionPage& page);
Html facts_aside(const ActionPage& page);
Html steps(const ActionPage& page);
Html notes(const ActionPage& page);
Html evidence(const ActionPage& page);

} // namespace

Html action_view(const ActionPage& page) {
    const auto& words = page.action.words;
    const bool says_more = one_line(words) != page.action.title;
    return html(
        R"({}{}<div class="om-cols"><div>
{}{}{}{}</div><div>
{}</div></div>
{})",
        head_of(page), page.restriction + missing(page),
        when(
            says_more,
            html(
                R"(<section aria-labelledby="in-full"><h2 class="govuk-heading-m" id="in-full">In the {}'s words</h2><div class="om-measure">{}</div></section>
)",
                page.words.one(terms::Word::plan), words_with_bullets(words))),
        steps(page), progress_section(page), evidence(page), facts_aside(page) + notes(page),
        page.thread + clocks::section_view(page.clocks) + page.comments + every_change(page) +
            plan::record_links(page.words, {.kind = "action",
                                            .id = page.action.id.view(),
                                            .may_change = page.may_change,
                                            .withdrawn = page.action.withdrawn,
                                            .restrict_path = page.restrict_path}));
}

Html words_with_bullets(std::string_view words) {
    constexpr std::string_view bullet = "\u2022 ";
    Html text;
    bool in_list = false;
    for (auto line : split(words, '\n')) {
        line = trimmed(line);
        if (line.empty()) continue;
        const bool is_bullet = line.starts_with(bullet);
        if (is_bullet != in_list)
            text +=
                is_bullet ? html(R"(<ul class="govuk-list govuk-list--bullet">)") : html("</ul>");
        in_list = is_bullet;
        if (is_bullet)
            append(text, "<li>{}</li>", line.substr(bullet.size()));
        else
            append(text, R"(<p class="govuk-body">{}</p>)", line);
    }
    if (in_list) text += html("</ul>");
    return text;
}

namespace {

Html verbs(const ActionPage& page) {
    if (page.action.withdrawn) return {};
    Html both;
    if (page.may_change)
        both += ui::button({.text = "Change",
                            .href = address(page, "change"),
                            .classes = "govuk-button--secondary"});
    if (page.may_update)
        both += ui::button({.text = "Record progress", .href = address(page, "progress")});
    return both;
}

/// Its steps with the next one's date, or what the words mean; how much time that leaves.
Html what_is_due(const ActionPage& page, std::string_view meaning) {
    const auto& a = page.action;
    const auto next = next_step_to_say(a.status, a.deadline, next_step_of(page.steps), page.today);
    Html said;
    if (a.steps > 0)
        append_steps(said, a.steps, a.steps_done, next);
    else
        append(said, "{}", meaning);
    const auto left = next ? time_to_step(a.status, *next, page.today)
                           : time_left(a.status, a.deadline, page.today);
    if (!left.empty()) append(said, "{}{}", said.empty() ? "" : ", ", left);
    return said;
}

Html due_fact(const ActionPage& page) {
    const auto& words = page.action.target.words;
    if (words.empty()) return html("No target date");
    const auto due = what_is_due(page, "");
    return html("Target date <b>{}</b>{}{}", lines_joined(words), due.empty() ? "" : ", ", due);
}

/// Late is derived; what a person set stands beside it.
Html standing_fact(const ActionPage& page) {
    const auto how = standing(page.action, page.today);
    const bool is_late = how == ui::Standing::late;
    return ui::standing_tag(how) + when(is_late, html(" {}", lower(spoken(page.action.status))));
}

Html head_of(const ActionPage& page) {
    const auto& a = page.action;
    return pages::head(
        {.title = a.title,
         .sentence = {},
         .verbs = verbs(page),
         .facts = {html("<b>{}</b>{}", a.reference,
                        when(!page.place.reference.empty(), html(", {}", page.place.reference))),
                   standing_fact(page),
                   a.owner_name && a.owner
                       ? html("Owner <b>{}</b>", owner_link(*a.owner, *a.owner_name))
                       : html("No owner"),
                   due_fact(page)}});
}

Html gap(bool there, Html words) {
    return there ? html("<li>{}</li>\n", words) : Html();
}

/// What an open action needs; what is finished lacks no owner and no date.
Html open_gaps(const ActionPage& page) {
    const auto& a = page.action;
    const bool undated = a.target.kind == name(TargetDate::Kind::unknown);
    const auto mend = [&](std::string_view words, std::string_view below) {
        return page.may_change ? link_to(page, below, words) : escaped(words);
    };
    Html list;
    if (!is_open(a.status)) return list;
    list += gap(!a.owner, html("It {}.", mend("has no owner", "change#owner")));
    list += gap(undated && a.target.words.empty(),
                html("It {}.", mend("has no target date", "change#date_words")));
    list += gap(undated && !a.target.words.empty(),
                html("\u201c{}\u201d is not a date: {}.", a.target.words,
                     mend("say by when", "change#date_words")));
    list += gap(!undated && !a.target.doubt.empty(),
                html("{} {}.", a.target.doubt, mend("Check the target date", "change#date_words")));
    return list;
}

/// What would show that it is done.
Html done_gaps(const ActionPage& page) {
    const auto& a = page.action;
    Html list;
    if (a.status != Status::done) return list;
    const int unticked = a.steps - a.steps_done;
    list += gap(unticked > 0,
                html("{} not ticked{}.",
                     unticked == 1 ? "One step is" : spelled_first(unticked) + " steps are",
                     page.may_update ? html(": {}", link_to(page, "progress", "tick what is done"))
                                     : Html()));
    list += gap(
        a.evidence == 0,
        html("It is done, and nothing shows it{}.",
             page.may_update ? html(": {}", link_to(page, "evidence", "add evidence")) : Html()));
    return list;
}

Html missing(const ActionPage& page) {
    if (page.action.withdrawn)
        return html(
            R"(<section class="om-missing"><h2>Withdrawn from the {}</h2><p>{}. What was recorded stays.</p></section>
)",
            page.words.one(terms::Word::plan), page.action.withdrawn_why);
    const auto list = open_gaps(page) + done_gaps(page);
    if (list.empty()) return {};
    return html(
        R"(<section class="om-missing" aria-labelledby="missing"><h2 id="missing">What is missing</h2><ul>
{}</ul></section>
)",
        list);
}

Html fact(std::string_view name, const Html& value) {
    return html("<dt>{}</dt><dd>{}</dd>\n", name, value);
}

/// Each leads to the actions of the plan that carry it; nothing for none.
Html tags_fact(const ActionPage& page, const terms::TagKind& kind) {
    Html links;
    for (const auto* term : terms::terms_in(*page.terms, page.action.tags, kind.kind))
        append(
            links,
            R"({}<a class="govuk-link govuk-link--no-visited-state" href="/plans/{}/actions?tag={}">{}</a>)",
            links.empty() ? Html() : html("<br>"), page.action.plan, term->id, term->name);
    return links.empty() ? links : fact(kind.label, links);
}

/// What it carries on and what carries it on; why the next edition left it.
Html edition_facts(const ActionPage& page) {
    Html list;
    for (const auto& one : page.part.editions)
        list += fact(
            one.is_after ? "Carried on as" : "Carries on",
            html(
                R"(<a class="govuk-link govuk-link--no-visited-state" href="/actions/{}">{}: {}</a><br><span class="om-quiet">{}</span>)",
                one.id, one.reference, one.title, one.plan));
    const auto& why = page.action.left_behind_why;
    if (!why.empty()) list += fact("Left behind by the next edition", escaped_lines(why));
    return list;
}

/// Done now and then, so that they stand beside what they change.
Html seldom_done(const ActionPage& page) {
    if (!page.may_change || page.action.withdrawn) return {};
    return html(R"(<ul class="om-links"><li>{}</li><li>{}</li><li>{}</li></ul>
)",
                link_to(page, "who", "Say who does it"), link_to(page, "move", "Move it"),
                link_to(page, "links", "Ask somebody without an account"));
}

Html facts_aside(const ActionPage& page) {
    const auto& a = page.action;
    const auto missing = [&](std::string_view what) {
        return is_open(a.status) ? html(R"(<span class="om-ev--missing">{}</span>)", what)
                                 : html("\u2013");
    };
    Html list = fact(
        page.words.heading(terms::Word::priority),
        html(R"(<a class="govuk-link govuk-link--no-visited-state" href="/priorities/{}">{}</a>)",
             a.section, page.place.section_name));
    list += fact(
        "Objective",
        html(R"(<a class="govuk-link govuk-link--no-visited-state" href="/objectives/{}">{}</a>)",
             a.objective, page.place.objective_title));
    list += fact("Owner", a.owner_name && a.owner ? owner_link(*a.owner, *a.owner_name)
                                                  : missing("No owner"));
    list += taking_part_facts(a, page.part, page.today);
    list += fact("Target date",
                 a.target.words.empty()
                     ? missing("No date")
                     : html(R"({}<br><span class="om-quiet">{}</span>)",
                            escaped_lines(a.target.words), what_is_due(page, a.target.meaning)));
    for (const auto& kind : terms::tag_kinds) list += tags_fact(page, kind);
    if (!a.stopped_why.empty())
        list += fact(a.status == Status::blocked ? "Why it is blocked" : "Why it stopped",
                     escaped_lines(a.stopped_why));
    list += edition_facts(page);
    list += fact("Last update", a.last_update ? escaped(spoken(*a.last_update)) : html("None yet"));
    return html(
        R"(<section class="om-aside" aria-labelledby="facts"><h2 class="govuk-heading-s" id="facts">This action</h2><dl class="om-dl">
{}</dl>{}</section>
)",
        list, seldom_done(page));
}

Html step_row(const Step& step) {
    const auto done =
        step.done_on ? html(R"({} {})", ui::standing_tag(ui::Standing::done), spoken(*step.done_on))
                     : html(R"(<span class="om-quiet">Not yet</span>)");
    return html(
        R"(<tr class="govuk-table__row" role="row"><th scope="row" class="govuk-table__header" role="rowheader">{}</th><td class="govuk-table__cell" role="cell">{} <span class="om-quiet">{}</span></td><td class="govuk-table__cell" role="cell">{}</td></tr>
)",
        step.words.empty() ? step.date_words : step.words,
        step.words.empty() ? std::string() : step.date_words, step.date_meaning, done);
}

Html steps(const ActionPage& page) {
    if (page.steps.empty()) return {};
    Html rows;
    for (const auto& step : page.steps) rows += step_row(step);
    return html(
        R"(<section class="om-section" aria-labelledby="steps"><h2 class="govuk-heading-m" id="steps">{} of {} done</h2>
<table class="govuk-table om-stack" role="table"><caption class="govuk-visually-hidden">Steps of this action</caption>
<thead class="govuk-table__head" role="rowgroup"><tr class="govuk-table__row" role="row"><th scope="col" class="govuk-table__header" role="columnheader">Step</th><th scope="col" class="govuk-table__header" role="columnheader">By when</th><th scope="col" class="govuk-table__header" role="columnheader">Done</th></tr></thead>
<tbody class="govuk-table__body" role="rowgroup">
{}</tbody></table></section>
)",
        page.action.steps_done, counted(page.action.steps, "step"), rows);
}

Html notes(const ActionPage& page) {
    if (page.notes.empty()) return {};
    Html list;
    for (const auto& note : page.notes) list += fact(note.heading, escaped_lines(note.words));
    return html(
        R"(<section class="om-aside" aria-labelledby="notes"><h2 class="govuk-heading-s" id="notes">Also in the document</h2><dl class="om-dl">
{}</dl></section>
)",
        list);
}

/// What the file is that a piece of evidence leads to, with a way to look at it; nothing when it
/// leads to none.
Html facts_of_file(const ActionPage& page, const Evidence& e) {
    for (const auto& file : page.files)
        if (e.link == file_path(page.action.id, file.id))
            return html(
                R"({}. <a class="govuk-link" href="{}/about">{}<span class="govuk-visually-hidden"> {}</span></a><br>)",
                files::spoken_facts(file), e.link,
                files::may_have_preview(file.file.type) ? "Look at it here" : "About this file",
                e.title);
    return {};
}

Html piece(const ActionPage& page, const Evidence& e) {
    const auto file = facts_of_file(page, e);
    const auto title =
        e.link.empty() ? escaped(e.title)
                       : html(R"(<a class="govuk-link" href="{}" rel="noopener noreferrer">{}</a>)",
                              e.link, e.title);
    return html(R"(<div class="om-source"><h3>{}</h3><p class="om-quiet">{}{}, {}</p>{}</div>
)",
                title, file, e.who, spoken(london_day(e.at)),
                when(!e.words.empty(),
                     html(R"(<p class="om-source__said">{}</p>)", escaped_lines(e.words))));
}

Html evidence(const ActionPage& page) {
    Html list;
    for (const auto& e : page.evidence) list += piece(page, e);
    if (page.evidence.empty()) list = html(R"(<p class="govuk-body om-quiet">None yet.</p>)");
    const bool may_add = page.may_update && !page.action.withdrawn;
    return html(
        R"(<section class="om-section" aria-labelledby="evidence"><h2 class="govuk-heading-m" id="evidence">Evidence</h2>
{}{}</section>
)",
        list,
        when(may_add,
             html(R"(<p class="govuk-body">{}</p>)", link_to(page, "evidence", "Add evidence"))));
}

} // namespace
} // namespace openmasa::plan
