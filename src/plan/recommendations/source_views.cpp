#include "kernel/text.hpp"
#include "plan/recommendations/views.hpp"
#include "web/pages/pieces.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::recommendations {
namespace {

/// "Audit. Recommendation 3. 10 Mar 2025. Lead proposed: Audit group."
std::string about(const Source& source) {
    std::vector<std::string> parts{std::string(spoken(source.kind))};
    if (!source.paragraph.empty()) parts.push_back(source.paragraph);
    if (source.dated) parts.push_back(openmasa::spoken(*source.dated));
    if (!source.proposed_lead.empty())
        parts.push_back("Lead proposed by the author: " + source.proposed_lead);
    return join(parts, ". ") + ".";
}

Html whose(const RecommendationPage& page, const SourceOf& source) {
    if (source.recommendation == page.whole.it.id) {
        if (!page.may_keep || page.whole.it.withdrawn) return {};
        return html(R"(<p class="om-small">{}</p>
)",
                    pages::link(address_of(page.whole.it.id, "sources/" + source.source.id.str()),
                                "Put right", source.source.document));
    }
    return html(R"(<p class="om-small om-quiet">Stands here with {}.</p>
)",
                pages::link(address_of(source.recommendation), source.reference));
}

Html source_view(const RecommendationPage& page, const SourceOf& one) {
    const auto& source = one.source;
    return html(R"(<div class="om-source">
<h3>{}</h3>
<p class="om-quiet">{}</p>
<p class="om-source__said">{}</p>
{}</div>
)",
                source.document, about(source), escaped_lines(source.words), whose(page, one));
}

Html joined_words(const RecommendationPage& page) {
    Html items;
    for (const auto& one : page.joined)
        append(
            items, "<li>{} was joined on {}{} {}</li>\n",
            pages::link(address_of(one.id), one.reference + " " + one.title),
            openmasa::spoken(one.on), one.why.empty() ? "." : ": " + one.why,
            when(page.may_keep, pages::link(address_of(one.id, "part"), "Part it", one.reference)));
    return when(!items.empty(), html(R"(<ul class="govuk-list om-small om-quiet">
{}</ul>
)",
                                     items));
}

/// Of the recommendation that is shown, where somebody may do more about it.
Html more(const RecommendationPage& page) {
    const auto& it = page.whole.it;
    if (!page.may_keep || it.withdrawn) return {};
    return html(R"(<ul class="om-links"><li>{}</li>{}</ul>
)",
                pages::link(address_of(it.id, "sources/add"), "Add a source"),
                when(!it.joined_to, html("<li>{}</li>", pages::link(address_of(it.id, "join"),
                                                                    "Find others that say much "
                                                                    "the same"))));
}

} // namespace

Html sources_section(const RecommendationPage& page) {
    Html sources;
    for (const auto& one : page.sources) sources += source_view(page, one);
    return pages::section("sources", "Where it comes from",
                          sources + joined_words(page) + more(page));
}

} // namespace openmasa::recommendations
