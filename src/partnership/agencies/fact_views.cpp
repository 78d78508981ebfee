#include "partnership/agencies/fact_views.hpp"
#include <algorithm>

namespace openmasa::agencies {
namespace {

Html words_of(const OwnerFact& fact) {
    const auto link =
        fact.href.empty()
            ? escaped(fact.words)
            : html(R"(<a class="govuk-link govuk-link--no-visited-state" href="{}">{}</a>)",
                   fact.href, fact.words);
    return html(
        R"({}{}{})", link,
        when(fact.is_missing, html(R"( <span class="om-ev--missing">Nobody</span>)")),
        when(!fact.meaning.empty(), html(R"(<br><span class="om-quiet">{}</span>)", fact.meaning)));
}

Html lines_of(const std::vector<OwnerFact>& facts, const std::string& label) {
    Html items;
    for (const auto& fact : facts)
        if (fact.label == label) append(items, "<li>{}</li>\n", words_of(fact));
    return html(R"(<ul class="govuk-list">
{}</ul>)",
                items);
}

} // namespace

std::vector<ui::SummaryRow> fact_rows(const std::vector<OwnerFact>& facts) {
    std::vector<ui::SummaryRow> rows;
    std::vector<std::string> labels;
    for (const auto& fact : facts) {
        if (std::ranges::count(labels, fact.label)) continue;
        labels.push_back(fact.label);
        const auto lines = std::ranges::count(facts, fact.label, &OwnerFact::label);
        rows.push_back({.key = fact.label,
                        .value = lines == 1 ? words_of(fact) : lines_of(facts, fact.label)});
    }
    return rows;
}

Html fact_list(const std::vector<OwnerFact>& facts) {
    return ui::summary_list({.rows = fact_rows(facts)});
}

} // namespace openmasa::agencies
