#include "core/jobs/views.hpp"
#include "core/jobs/schedule.hpp"
#include "kernel/text.hpp"
#include "web/pages/layout.hpp"
#include "web/ui/button.hpp"
#include "web/ui/table.hpp"
#include <fmt/format.h>

namespace openmasa::jobs {
namespace {

std::string how_far(const Job& job) {
    if (job.state == State::running && job.cancel_asked) return "Being cancelled";
    if (job.state == State::running && job.steps > 0)
        return fmt::format("{} of {}", job.steps_done, job.steps);
    return std::string(spoken(job.state));
}

Html link_to(const Job& job, std::string_view title) {
    return html(R"(<a class="govuk-link" href="/jobs/{}">{}</a>)", job.id, title);
}

std::string dash_or(std::string words) {
    return words.empty() ? "\u2013" : words;
}

/// On a phone each cell says what it is.
ui::TableCell cell(std::string_view label, std::string words) {
    return {.text = std::move(words), .attributes = {{"data-label", std::string(label)}}};
}

Html forms(const OwnPage& page) {
    Html all;
    for (const auto* kind : page.kinds)
        append(
            all,
            R"(<form class="om-form" action="/jobs" method="post">{}<input type="hidden" name="kind" value="{}">{}</form>
)",
            page.form_token, kind->name,
            ui::button({.text = std::string(kind->title), .classes = "govuk-button--secondary"}));
    return html(R"(<div class="om-asks">{}</div>
)",
                all);
}

} // namespace

std::string title_of(std::span<const Kind> kinds, const std::string& name) {
    const auto* kind = find_kind(kinds, name);
    return kind ? std::string(kind->title) : name;
}

Html own_view(const OwnPage& page) {
    ui::Table table{.caption = "What you asked for",
                    .caption_classes = "govuk-table__caption--m",
                    .head = {{.text = "Work"}, {.text = "Asked for"}, {.text = "How far"}},
                    .classes = "om-stack"};
    for (const auto& job : page.jobs)
        table.rows.push_back({{.text = link_to(job, title_of(page.all_kinds, job.kind))},
                              cell("Asked for", openmasa::spoken(job.made_at)),
                              cell("How far", how_far(job))});
    return html(
        R"({}{}{}{})",
        pages::head({.title = "Your work in progress",
                     .sentence = html("What takes longer than a page. You may go on with other "
                                      "things meanwhile: you are told when it has ended.")}),
        forms(page),
        page.jobs.empty() ? html(R"(<p class="govuk-body">You have asked for nothing yet.</p>
)")
                          : ui::table(table),
        when(
            page.may_see_all,
            html(
                R"(<p class="govuk-body"><a class="govuk-link" href="/jobs/all">Everybody's work, and what is done by itself</a></p>
)")));
}

namespace {

Html fact(std::string_view name, std::string_view value) {
    return html("<dt>{}</dt><dd>{}</dd>\n", name, value);
}

Html facts_of(const Job& job) {
    auto facts = fact("State", how_far(job)) + fact("Asked for", openmasa::spoken(job.made_at));
    if (job.state == State::running && !job.doing.empty()) facts += fact("Now", job.doing);
    if (job.attempts > 1) facts += fact("Begun", counted(job.attempts, "time"));
    if (job.state == State::waiting && job.attempts > 0)
        facts += fact("Next try", openmasa::spoken(job.next_try_at));
    if (job.ended_at) facts += fact("Ended", openmasa::spoken(*job.ended_at));
    if (!job.said.empty()) facts += fact("What came of it", job.said + ".");
    return facts;
}

Html form(const JobPage& page, std::string_view verb, std::string_view words,
          std::string_view classes) {
    return html(R"(<form action="/jobs/{}/{}" method="post">{}{}</form>
)",
                page.job.id, verb, page.form_token,
                ui::button({.text = std::string(words), .classes = std::string(classes)}));
}

Html bar(const Job& job) {
    if (job.state != State::running || job.steps == 0) return {};
    return html(R"(<progress class="om-progress" max="{}" value="{}">{} of {}</progress>
)",
                job.steps, job.steps_done, job.steps_done, job.steps);
}

} // namespace

Html job_view(const JobPage& page) {
    const auto& job = page.job;
    const bool may_cancel = job.is_open() && !job.cancel_asked;
    return html(
        R"({}{}<dl class="om-dl om-measure">
{}</dl>
{}{}{}{})",
        pages::head({.title = page.title}), bar(job), facts_of(job),
        when(job.file.has_value(),
             ui::button({.text = "Download the file", .href = "/jobs/" + job.id.str() + "/file"})),
        when(may_cancel, form(page, "cancel", "Cancel this", "govuk-button--secondary")),
        when(job.state == State::failed, form(page, "again", "Try again", "")),
        when(
            job.is_open(),
            html(
                R"(<p class="govuk-body om-quiet">This page looks again by itself every few seconds.</p>
)")));
}

namespace {

Html part(std::string_view title, const std::vector<ListedJob>& jobs, std::span<const Kind> kinds) {
    if (jobs.empty()) return {};
    ui::Table table{.caption = std::string(title),
                    .caption_classes = "govuk-table__caption--m",
                    .head = {{.text = "Work"},
                             {.text = "Who asked"},
                             {.text = "When"},
                             {.text = "What came of it"}},
                    .classes = "om-stack"};
    for (const auto& [job, who] : jobs)
        table.rows.push_back(
            {{.text = link_to(job, title_of(kinds, job.kind))},
             cell("Who asked", who),
             cell("When", openmasa::spoken(job.made_at)),
             cell("What came of it",
                  dash_or(job.said.empty() ? (job.is_open() ? how_far(job) : "") : job.said))});
    return ui::table(table);
}

Html schedule_part(const AllPage& page) {
    if (page.schedules.empty()) return {};
    ui::Table table{
        .caption = "Done by itself",
        .caption_classes = "govuk-table__caption--m",
        .head = {{.text = "Work"}, {.text = "When"}, {.text = "Next"}, {.text = "Last"}},
        .classes = "om-stack"};
    for (const auto& schedule : page.schedules) {
        const auto rule = read_rule(schedule.rule);
        table.rows.push_back(
            {{.text = html(R"(<a class="govuk-link" href="/jobs/schedules/{}">{}</a>)",
                           schedule.kind, title_of(page.all_kinds, schedule.kind))},
             cell("When", rule ? spoken(*rule) : schedule.rule),
             cell("Next", openmasa::spoken(schedule.next_at)),
             cell("Last", schedule.last_at ? openmasa::spoken(*schedule.last_at) : "Not yet")});
    }
    return ui::table(table);
}

} // namespace

Html all_view(const AllPage& page) {
    return pages::head({.title = "Everybody's work in progress"}) +
           part("Failed", page.failed, page.all_kinds) +
           part("Under way", page.running, page.all_kinds) +
           part("Waiting", page.waiting, page.all_kinds) + schedule_part(page) +
           part("Done", page.done, page.all_kinds);
}

} // namespace openmasa::jobs
