#include "plan/actions/history_views.hpp"
#include "kernel/text.hpp"
#include "plan/content.hpp"
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

Html change(const terms::Words& words, const history::Difference& d) {
    return html(
        R"(<li><b class="om-strong">{}:</b> <del><span class="govuk-visually-hidden">Was: </span>{}</del> <ins><span class="govuk-visually-hidden">Now: </span>{}</ins></li>
)",
        said_label(words, d.label), escaped_lines(shown(d.was)), escaped_lines(shown(d.now)));
}

/// What was done, where its name says more than "changed".
std::string_view said_of(std::string_view verb) {
    if (verb == "action.added") return "Added to the [plan].";
    if (verb == "action.progress_recorded") return "Progress recorded.";
    if (verb == "action.evidence_added") return "Evidence added.";
    if (verb == "action.changed_by_import") return "Changed by a revised [plan].";
    if (verb == "action.put_back") return "An earlier version was put back.";
    if (verb == "action.brought_back") return "Brought back into the [plan].";
    if (verb == "action.carried_on") return "Carried on from the edition before.";
    if (verb == "action.follows_said") return "What it carries on was said.";
    if (verb == "action.not_left_behind") return "It was not left behind after all.";
    if (verb == "action.left_behind") return "Left behind by the next edition.";
    if (verb == "action.moved") return "Moved in the [plan].";
    if (verb == "action.carried_over") return "Kept in the form that lets lists look back.";
    if (verb == "action.withdrawn") return "Withdrawn from the [plan].";
    return {};
}

std::string_view verb_of(const ActionPage& page, const history::Version& version) {
    const auto act = std::ranges::find(page.acts, version.version, &Act::version);
    return act == page.acts.end() ? std::string_view() : std::string_view(act->verb);
}

/// The reason given, and the day from which it was so when that is another than it was recorded on.
Html reason_of(const history::Version& version) {
    const auto why = history::value_of(version.content, "why");
    return when(!why.empty(), html(R"(<li><b class="om-strong">Why:</b> {}</li>
)",
                                   why)) +
           when(version.true_from != london_day(version.at),
                html("<li>It was so from {}.</li>\n", spoken(version.true_from)));
}

Html version(const ActionPage& page, const history::Version& newer, const history::Version* older) {
    Html changes;
    if (const auto said = said_of(verb_of(page, newer)); !said.empty())
        append(changes, "<li>{}</li>", page.words.say(said));
    if (older)
        for (const auto& d :
             history::differences(fields_of("action"), older->content, newer.content))
            changes += change(page.words, d);
    changes += reason_of(newer);
    if (changes.empty()) changes = html("<li>Saved; nothing was changed.</li>");
    return html(
        R"(<div class="om-feed__day"><h3>{}<br><span class="om-small">{}</span></h3><div><ul>
{}</ul><span class="om-feed__by om-small">{}</span></div></div>
)",
        spoken(london_day(newer.at)), london_time(newer.at), changes, newer.who);
}

} // namespace

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
