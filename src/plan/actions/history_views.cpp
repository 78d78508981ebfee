#include "plan/actions/history_views.hpp"
#include "kernel/text.hpp"
#include <algorithm>

namespace openmasa::plan {
namespace {

Html progress_words(const Progress& p) {
    const auto move = p.before == p.status ? Html()
                                           : html("From {} to <b>{}</b>. ", lower(spoken(p.before)),
                                                  lower(spoken(p.status)));
    return move + escaped_lines(p.words);
}

Html progress_day(Day day, const Html& entries) {
    return html(R"(<div class="om-feed__day"><h3>{}</h3><ul>
{}</ul></div>
)",
                spoken(day), entries);
}

std::string shown(const std::string& value) {
    return value.empty() ? "nothing" : value;
}

Html change(const Difference& d) {
    return html(
        R"(<li><b class="om-strong">{}:</b> <del><span class="govuk-visually-hidden">Was: </span>{}</del> <ins><span class="govuk-visually-hidden">Now: </span>{}</ins></li>
)",
        d.name, escaped_lines(shown(d.was)), escaped_lines(shown(d.now)));
}

/// What was done, where its name says more than "changed".
std::string_view said_of(std::string_view verb) {
    if (verb == "action.added") return "Added to the plan.";
    if (verb == "action.progress_recorded") return "Progress recorded.";
    if (verb == "action.evidence_added") return "Evidence added.";
    if (verb == "action.changed_by_import") return "Changed by a revised plan.";
    if (verb == "action.withdrawn") return "Withdrawn from the plan.";
    return {};
}

std::string_view verb_of(const ActionPage& page, const audit::Version& version) {
    const auto act = std::ranges::find(page.acts, version.version, &Act::version);
    return act == page.acts.end() ? std::string_view() : std::string_view(act->verb);
}

Html version(const ActionPage& page, const audit::Version& newer, const audit::Version* older) {
    Html changes;
    if (const auto said = said_of(verb_of(page, newer)); !said.empty())
        append(changes, "<li>{}</li>", said);
    if (older)
        for (const auto& d : differences(older->content, newer.content)) changes += change(d);
    if (changes.empty()) changes = html("<li>Saved; nothing was changed.</li>");
    return html(
        R"(<div class="om-feed__day"><h3>{}<br><span class="om-small">{}</span></h3><div><ul>
{}</ul><span class="om-feed__by om-small">{}</span></div></div>
)",
        spoken(london_day(newer.at)), london_time(newer.at), changes, newer.who);
}

} // namespace

std::vector<Difference> differences(const audit::Content& before, const audit::Content& after) {
    std::vector<Difference> found;
    for (const auto& [name, now] : after) {
        const auto old =
            std::ranges::find(before, name, [](const auto& pair) { return pair.first; });
        const auto was = old == before.end() ? std::string() : old->second;
        if (was != now) found.push_back({name, was, now});
    }
    return found;
}

Html progress_section(const ActionPage& page) {
    Html days, entries;
    for (std::size_t at = 0; at < page.progress.size(); ++at) {
        const auto& p = page.progress[at];
        append(entries, R"(<li>{} <span class="om-feed__by">{}</span></li>
)",
               progress_words(p), p.who);
        const auto day = london_day(p.at);
        const bool last_of_day =
            at + 1 == page.progress.size() || london_day(page.progress[at + 1].at) != day;
        if (!last_of_day) continue;
        days += progress_day(day, entries);
        entries = {};
    }
    if (days.empty())
        days = html(R"(<p class="govuk-body om-quiet">Nothing has been recorded yet.</p>)");
    return html(
        R"(<section class="om-section" aria-labelledby="happened"><h2 class="govuk-heading-m" id="happened">What happened</h2>
<div class="om-feed">
{}</div></section>
)",
        days);
}

Html every_change(const ActionPage& page) {
    Html list;
    const auto& all = page.versions;
    for (std::size_t at = 0; at < all.size(); ++at)
        list += version(page, all[at], at + 1 < all.size() ? &all[at + 1] : nullptr);
    return html(
        R"(<section class="om-section" aria-labelledby="changes"><h2 class="govuk-heading-m" id="changes">History</h2>
<details class="govuk-details om-plain-details"><summary class="govuk-details__summary"><span class="govuk-details__summary-text">Every change, {}</span></summary><div class="govuk-details__text"><div class="om-feed om-diff">
{}</div></div></details></section>
)",
        counted(static_cast<int>(all.size()), "entry", "entries"), list);
}

} // namespace openmasa::plan
