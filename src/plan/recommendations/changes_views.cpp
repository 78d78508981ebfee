#include "kernel/text.hpp"
#include "plan/recommendation_content.hpp"
#include "plan/recommendation_history.hpp"
#include "plan/recommendations/views.hpp"
#include "web/ui/details.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::recommendations {
namespace {

using history::Version;

/// The rest is folded.
constexpr std::size_t changes_shown = 3;

std::string kept(const Version& version, int number, std::string_view what) {
    return std::string(history::value_of(version.content, fmt::format("move.{}.{}", number, what)));
}

std::string state_in(const Version& version, int number, std::string_view what) {
    State state{};
    const auto text = kept(version, number, what);
    return from_text(text, state) ? lower(spoken(state)) : text;
}

/// "Start work: from accepted to in progress on 14 Mar 2025, by the delegated partners. Agreed."
Html move_item(const Version& version, int number) {
    const auto by = kept(version, number, "by"), why = kept(version, number, "comment");
    const auto on = day_from_iso(kept(version, number, "on"));
    return html(R"(<li><b class="om-strong">{}:</b> from {} to {}{}{}.{}</li>
)",
                spoken_move(kept(version, number, "move")), state_in(version, number, "from"),
                state_in(version, number, "to"), on ? " on " + openmasa::spoken(*on) : "",
                by.empty() ? "" : ", by " + by,
                when(!why.empty(), html(" {}", escaped_lines(why))));
}

Html difference_item(const terms::Words& words, const history::Difference& one) {
    const auto said = [&](const std::string& value) {
        return value.empty() ? "nothing" : said_value(words, one.label, value);
    };
    return html(
        R"(<li><b class="om-strong">{}:</b> <del><span class="govuk-visually-hidden">Was: </span>{}</del> <ins><span class="govuk-visually-hidden">Now: </span>{}</ins></li>
)",
        words.say(one.label), escaped_lines(said(one.was)), escaped_lines(said(one.now)));
}

/// What a sentence about the move says already.
bool is_said_by_move(std::string_view label) {
    return label == "Stands at" || label == "Since" || label.starts_with("Move ");
}

Html changes(const terms::Words& words, const Version& newer, const Version& older) {
    Html items;
    bool has_moved = false;
    for (int number = 1; !kept(newer, number, "move").empty(); ++number) {
        if (!kept(older, number, "move").empty()) continue;
        items += move_item(newer, number);
        has_moved = true;
    }
    for (const auto& one : history::differences(fields(), older.content, newer.content))
        if (!has_moved || !is_said_by_move(one.label)) items += difference_item(words, one);
    return items.empty() ? html("<li>Saved; nothing that stands here is another.</li>\n") : items;
}

Html version_item(const terms::Words& words, const Version& version, const Version* older) {
    return html(
        R"(<div class="om-feed__day"><h3>{}<br><span class="om-small">{}</span></h3><div><ul>
{}</ul><span class="om-feed__by om-small">{}</span></div></div>
)",
        openmasa::spoken(london_day(version.at)), london_time(version.at),
        older ? changes(words, version, *older) : html("<li>Added.</li>"), version.who);
}

} // namespace

Html changes_section(const RecommendationPage& page) {
    if (page.versions.empty()) return {};
    Html newest, earlier;
    for (std::size_t at = 0; at < page.versions.size(); ++at) {
        const auto& version = page.versions[at];
        const auto* older = at + 1 < page.versions.size() ? &page.versions[at + 1] : nullptr;
        if (!older && version.version > 1) break; // what it changed was not read
        (at < changes_shown ? newest : earlier) += version_item(page.words, version, older);
    }
    if (!earlier.empty()) newest += ui::details({.summary = "Earlier changes", .text = earlier});
    return html(
        R"(<section class="om-section" aria-labelledby="history"><h2 class="govuk-heading-m" id="history">Every change</h2>
<div class="om-feed">
{}</div></section>
)",
        newest);
}

} // namespace openmasa::recommendations
