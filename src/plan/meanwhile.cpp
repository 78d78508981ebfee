#include "plan/meanwhile.hpp"
#include "core/history/since.hpp"
#include "kernel/london_time.hpp"
#include "plan/content.hpp"
#include "plan/recommendation_history.hpp"

namespace openmasa::plan {
namespace {

constexpr int most_versions = 50;

std::string said(const terms::Words& words, const history::Difference& change,
                 const std::string& value) {
    return value.empty() ? "nothing" : recommendations::said_value(words, change.label, value);
}

} // namespace

std::optional<Meanwhile> saved_meanwhile(store::Db& db, std::string_view kind, std::string_view id,
                                         std::int64_t read) {
    const auto versions = history::versions_since(db, kind, id, read, most_versions);
    if (versions.size() < 2) return std::nullopt; // the one that was read is the newest
    const auto old = history::find_version(db, kind, id, read);
    if (!old) return std::nullopt;
    return Meanwhile{
        .who = versions.front().who,
        .at = versions.front().at,
        .changes = history::differences(fields_of(kind), old->content, versions.front().content)};
}

Html meanwhile_lines(const terms::Words& words, const Meanwhile& other) {
    Html changes;
    for (const auto& change : other.changes)
        append(
            changes,
            R"(<br>{}: <del><span class="govuk-visually-hidden">Was: </span>{}</del> <ins><span class="govuk-visually-hidden">Now: </span>{}</ins>)",
            said_label(words, change.label), escaped_lines(said(words, change, change.was)),
            escaped_lines(said(words, change, change.now)));
    return html(R"(<p class="om-next__news om-diff">Saved by {} at {}.{}</p>
)",
                other.who, london_time(other.at), changes);
}

Html meanwhile_view(const terms::Words& words, const std::optional<Meanwhile>& other) {
    if (!other) return {};
    Html changes;
    for (const auto& change : other->changes)
        append(
            changes,
            R"(<dt>{}</dt><dd><del><span class="govuk-visually-hidden">Was: </span>{}</del> <ins><span class="govuk-visually-hidden">Now: </span>{}</ins></dd>
)",
            said_label(words, change.label), escaped_lines(said(words, change, change.was)),
            escaped_lines(said(words, change, change.now)));
    if (!other->words.empty())
        append(changes, "<dt>What they wrote</dt><dd>{}</dd>\n", escaped_lines(other->words));
    return html(
        R"(<section class="om-missing om-diff" aria-labelledby="meanwhile"><h2 id="meanwhile">Saved by {} at {}</h2>
<dl class="om-dl">
{}</dl><p>What you typed is below, as you left it. Put the two together, then save.</p></section>
)",
        other->who, london_time(other->at), changes);
}

} // namespace openmasa::plan
