#include "core/restriction/glass_views.hpp"
#include "kernel/text.hpp"
#include "web/pages/layout.hpp"
#include "web/ui/button.hpp"
#include "web/ui/field.hpp"
#include <fmt/format.h>

namespace openmasa::restriction {
namespace {

Html fact(std::string_view name, const Html& value) {
    return html("<dt>{}</dt><dd>{}</dd>\n", name, value);
}

Html state_of(const Use& use, Day today) {
    const auto& glass = use.glass;
    if (glass.outcome)
        return html("{}, says {}: {}", spoken(*glass.outcome), glass.reviewer, glass.review_words);
    return html(R"(<b{}>Review by {}</b>{})",
                when(today > glass.review_by, html(R"( class="om-late")")), spoken(glass.review_by),
                when(use.may_review,
                     html(R"( <a class="govuk-link" href="/break-glass/uses/{}">Review it</a>)",
                          glass.id)));
}

Html use_item(const Use& use, Day today) {
    const auto& glass = use.glass;
    return html(
        R"(<li class="om-needs__item"><h2 class="om-needs__what"><a class="govuk-link govuk-link--no-visited-state" href="{}">{} {}</a></h2><p class="om-needs__why">{}, {}: {}</p><p class="om-needs__when">{}</p></li>
)",
        use.record.address, use.record.reference, use.record.title, glass.who, spoken(glass.at),
        glass.reason, state_of(use, today));
}

} // namespace

Html break_view(const BreakPage& page) {
    return html(
        R"({}{}<form class="om-form" action="/break-glass" method="post" novalidate>{}
{}{}{}{}</form>
{})",
        ui::problems_summary(page.problems),
        pages::head({.title = "Break the glass",
                     .sentence = html("For when a child's safety needs what is restricted from "
                                      "you. It opens one record for an hour.")}),
        page.form_token,
        ui::text_field({.name = "reference",
                        .label = "Reference of the record",
                        .hint = "As you were told it, for example VA 3.",
                        .value = page.reference,
                        .classes = "govuk-input--width-10"},
                       page.problems),
        ui::textarea_field({.name = "reason",
                            .label = "Why do you need to read it now?",
                            .hint = "Those who may read it are told at once who you are and what "
                                    "you write here. They review it within five working days.",
                            .value = page.reason,
                            .rows = 3},
                           page.problems),
        page.proof_fields,
        ui::button({.text = "Open it for an hour", .classes = "govuk-button--warning"}),
        when(
            page.may_see_uses,
            html(
                R"(<p class="govuk-body om-form__below"><a class="govuk-link" href="/break-glass/uses">Who has broken the glass</a></p>
)")));
}

Html uses_view(const std::vector<Use>& uses, Day today) {
    Html items;
    for (const auto& use : uses) items += use_item(use, today);
    return html(
        R"({}{})",
        pages::head({.title = "Who has broken the glass",
                     .sentence = html("Of records that you may read. What waits for a review "
                                      "comes first.")}),
        uses.empty() ? html(R"(<p class="govuk-body">Nobody has.</p>
)")
                     : html(R"(<ol class="om-needs">
{}</ol>
)",
                            items));
}

Html review_view(const ReviewPage& page) {
    const auto& glass = page.use.glass;
    return html(
        R"({}{}<dl class="om-dl om-measure">
{}{}{}{}</dl>
<form class="om-form" action="/break-glass/uses/{}" method="post" novalidate>{}
{}{}{}</form>
)",
        ui::problems_summary(page.problems),
        pages::head({.title = "Review a broken glass",
                     .sentence = escaped(page.use.record.title),
                     .caption = page.use.record.reference}),
        fact("Who", escaped(glass.who)), fact("When", escaped(spoken(glass.at))),
        fact("Why", escaped_lines(glass.reason)),
        fact("Review by", escaped(spoken(glass.review_by))), glass.id, page.form_token,
        ui::radios_field({.name = "outcome",
                          .legend = "Was it justified?",
                          .value = page.outcome,
                          .items = {{.text = "Yes", .value = "justified"},
                                    {.text = "No", .value = "not_justified"}},
                          .legend_classes = "govuk-fieldset__legend--s",
                          .classes = "govuk-radios--inline"},
                         page.problems),
        ui::textarea_field(
            {.name = "words", .label = "What did you find?", .value = page.words, .rows = 3},
            page.problems),
        ui::button({.text = "Save the review"}));
}

Html waiting_card(int waiting) {
    if (waiting == 0) return {};
    return html(
        R"(<section class="om-missing" aria-labelledby="glass"><h2 id="glass">Somebody broke the glass</h2><p><a class="govuk-link" href="/break-glass/uses">{} for your review</a>, within five working days.</p></section>
)",
        waiting == 1 ? std::string("One use of it waits")
                     : fmt::format("{} uses of it wait", waiting));
}

Html review_card(int due, int late) {
    if (due == 0) return {};
    return html(
        R"(<section class="om-missing" aria-labelledby="look-again"><h2 id="look-again">Restricted records to look at again</h2><p><a class="govuk-link" href="/restricted">{}</a> within a week{}.</p></section>
)",
        counted(due, "record"),
        late == 0 ? std::string() : fmt::format("; {} late", counted(late, "is", "are")));
}

} // namespace openmasa::restriction
