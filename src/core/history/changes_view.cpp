#include "core/history/changes_view.hpp"
#include "web/ui/details.hpp"

namespace openmasa::history {
namespace {

Html said_differences(Fields fields, const Version& newer, const Version& older) {
    Html items;
    const auto said = [](const std::string& words) { return words.empty() ? "nothing" : words; };
    for (const auto& one : history::differences(fields, older.content, newer.content))
        append(
            items,
            R"(<li><b class="om-strong">{}:</b> <del><span class="govuk-visually-hidden">Was: </span>{}</del> <ins><span class="govuk-visually-hidden">Now: </span>{}</ins></li>
)",
            one.label, escaped_lines(said(one.was)), escaped_lines(said(one.now)));
    return items.empty() ? html("<li>Saved; nothing that stands here is another.</li>\n") : items;
}

Html change(Fields fields, const Version& version, const Version* older) {
    return html(
        R"(<div class="om-feed__day"><h3>{}<br><span class="om-small">{}</span></h3><div><ul>
{}</ul><span class="om-feed__by om-small">{}</span></div></div>
)",
        spoken(london_day(version.at)), london_time(version.at),
        older ? said_differences(fields, version, *older) : html("<li>Added.</li>"), version.who);
}

/// The rest is folded.
constexpr std::size_t changes_shown = 3;

} // namespace

Html changes_view(Fields fields, const std::vector<Version>& versions, std::string_view title) {
    if (versions.empty()) return {};
    Html newest, earlier;
    for (std::size_t at = 0; at < versions.size(); ++at) {
        const auto* older = at + 1 < versions.size() ? &versions[at + 1] : nullptr;
        if (!older && versions[at].version > 1) break; // what it changed was not read
        (at < changes_shown ? newest : earlier) += change(fields, versions[at], older);
    }
    if (!earlier.empty()) newest += ui::details({.summary = "Earlier changes", .text = earlier});
    return html(
        R"(<section class="om-section" aria-labelledby="history"><h2 class="govuk-heading-m" id="history">{}</h2>
<div class="om-feed">
{}</div></section>
)",
        title, newest);
}

} // namespace openmasa::history
