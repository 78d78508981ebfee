#include "core/registers/history_views.hpp"
#include "core/registers/selection.hpp"
#include "kernel/text.hpp"

namespace openmasa::registers {
namespace {

/// Several ids with a space between are several names.
std::string cell_of(const Column& column, std::string_view kept, const NamesById& names) {
    if (column.holds != Holds::references) return cell_of_version(column, kept, names);
    std::vector<std::string> said;
    for (const auto id : split(kept, ' ')) {
        const auto name = names.find(id);
        if (name == names.end()) return std::string(kept); // names already
        said.push_back(name->second);
    }
    return join(said, "; ");
}

/// As people read it: an agency by its name, a choice by its label, a day as it is spoken.
std::string in_words(const Column& column, const history::Version& version,
                     const NamesById& names) {
    const auto kept = history::value_of(version.content, column.key);
    const auto words = spoken_cell(column, cell_of(column, kept, names));
    return kept.empty() && column.holds != Holds::yes_no ? "nothing" : words;
}

/// What one version changed in the one before, column by column.
Html changes(const Register& which, const NamesById& names, const history::Version& newer,
             const history::Version& older) {
    Html items;
    for (const auto& column : which.columns) {
        const auto was = in_words(column, older, names), now = in_words(column, newer, names);
        if (was == now) continue;
        append(
            items,
            R"(<li><b class="om-strong">{}:</b> <del><span class="govuk-visually-hidden">Was: </span>{}</del> <ins><span class="govuk-visually-hidden">Now: </span>{}</ins></li>
)",
            column.label, escaped_lines(was), escaped_lines(now));
    }
    return items.empty() ? html("<li>Saved; nothing that stands here is another.</li>\n") : items;
}

Html version_of(const Register& which, const NamesById& names, const history::Version& newer,
                const history::Version* older) {
    const auto items = older ? changes(which, names, newer, *older) : html("<li>Added.</li>");
    return html(
        R"(<div class="om-feed__day"><h3>{}<br><span class="om-small">{}</span></h3><div><ul>
{}</ul><span class="om-feed__by om-small">{}</span></div></div>
)",
        spoken(london_day(newer.at)), london_time(newer.at), items, newer.who);
}

} // namespace

Html history_view(const Register& which, const std::vector<history::Version>& versions,
                  const NamesById& names) {
    if (versions.empty()) return {};
    Html items;
    for (std::size_t at = 0; at < versions.size(); ++at)
        items += version_of(which, names, versions[at],
                            at + 1 < versions.size() ? &versions[at + 1] : nullptr);
    return html(
        R"(<section class="om-section" aria-labelledby="history"><h2 class="govuk-heading-m" id="history">Every change</h2>
<div class="om-feed">
{}</div></section>
)",
        items);
}

Html meanwhile_view(const Register& which, const std::vector<history::Version>& versions,
                    const NamesById& names) {
    if (versions.size() < 2) return {};
    const auto& newest = versions.front();
    return html(
        R"(<section class="om-missing om-diff" aria-labelledby="meanwhile"><h2 id="meanwhile">Saved by {} at {}</h2>
<ul class="govuk-list">
{}</ul><p>What you typed is below, as you left it. Put the two together, then save.</p></section>
)",
        newest.who, london_time(newest.at), changes(which, names, newest, versions.back()));
}

} // namespace openmasa::registers
