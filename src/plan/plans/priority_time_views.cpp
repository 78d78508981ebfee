#include "plan/plans/priority_time_views.hpp"
#include "plan/rules.hpp"
#include <fmt/format.h>

namespace openmasa::plans {
namespace {

Html fact(std::string_view name, const Html& value) {
    return html("<dt>{}</dt><dd>{}</dd>\n", name, value);
}

Html way_to(const PriorityPage& page, bool may, std::string_view below, std::string_view words) {
    if (!may || page.section.withdrawn) return {};
    return html(R"(<p class="govuk-body"><a class="govuk-link" href="/priorities/{}/{}">{}</a></p>
)",
                page.section.id, below, words);
}

Html adopted(const plan::Section& section) {
    if (!section.adopted_on && section.adopted_by.empty() && section.adopted_evidence.empty())
        return {};
    Html said;
    if (section.adopted_on) append(said, "{}", spoken(*section.adopted_on));
    if (!section.adopted_by.empty())
        append(said, "{}{}", said.empty() ? "" : ": ", section.adopted_by);
    if (!section.adopted_evidence.empty())
        append(said, R"({}<span class="om-quiet">On the evidence of: {}</span>)",
               said.empty() ? Html() : html("<br>"), escaped_lines(section.adopted_evidence));
    return fact("Adopted", said);
}

std::string outcome_of(const plan::HeldReview& review) {
    plan::Outcome outcome{};
    return from_text(review.outcome, outcome) ? std::string(spoken(outcome)) : review.outcome;
}

Html reviews(const PriorityPage& page) {
    Html list;
    for (const auto& review : page.reviews)
        list += fact("Reviewed",
                     html(R"({}: {}<br><span class="om-quiet">{}</span>)", spoken(review.held_on),
                          outcome_of(review), escaped_lines(review.words)));
    return list;
}

Html next(const PriorityPage& page) {
    const auto due = plan::next_review(page.section);
    if (!due) return {};
    return fact("Next review",
                *due < page.today
                    ? html(R"(<span class="om-ev--missing">Was due by {}</span>)", spoken(*due))
                    : html("By {}", spoken(*due)));
}

} // namespace

Html impact_section(const PriorityPage& page) {
    const auto& section = page.section;
    if (!section.is_priority) return {};
    Html list;
    for (const auto& one : plan::impact_statements(section))
        list += fact(one.name, escaped_lines(one.words));
    if (list.empty() && !page.may_change) return {};
    return html(
        R"(<section class="om-section" aria-labelledby="impact"><h2 class="govuk-heading-m" id="impact">How we will know</h2>
{}{}</section>
)",
        list.empty()
            ? html(
                  R"(<p class="govuk-body om-quiet">Nobody has written yet how its impact is looked at.</p>
)")
            : html(R"(<dl class="om-dl om-measure">
{}</dl>
)",
                   list),
        way_to(page, page.may_change, "adoption",
               list.empty() ? "Write how we will know" : "Change adoption and impact"));
}

Html over_time_section(const PriorityPage& page) {
    const auto& section = page.section;
    if (!section.is_priority) return {};
    const auto list = adopted(section) + reviews(page) + next(page);
    if (list.empty() && !page.may_review) return {};
    return html(
        R"(<section class="om-section" aria-labelledby="over-time"><h2 class="govuk-heading-m" id="over-time">Over time</h2>
{}{}</section>
)",
        list.empty()
            ? html(
                  R"(<p class="govuk-body om-quiet">Nothing is recorded yet of when it was adopted, and no review.</p>
)")
            : html(R"(<dl class="om-dl om-measure">
{}</dl>
)",
                   list),
        way_to(page, page.may_review, "review", "Keep the yearly review"));
}

} // namespace openmasa::plans
