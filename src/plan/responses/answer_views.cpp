#include "kernel/london_time.hpp"
#include "kernel/text.hpp"
#include "plan/responses/views.hpp"
#include "web/pages/layout.hpp"
#include "web/pages/pieces.hpp"
#include "web/ui/button.hpp"
#include "web/ui/inset_text.hpp"
#include <fmt/format.h>

namespace openmasa::responses {
namespace {

Html who_answers(const AnswerPage& page) {
    if (page.holder.empty()) return html("You answer for <b>{}</b>.", page.response.owner_name);
    return html("You answer as <b>{}</b>; no account is needed.", page.holder);
}

Html when_wanted(const AnswerPage& page) {
    const int late = days_late(page.response, page.today);
    const auto day = spoken_with_weekday(page.response.due);
    if (page.response.is_answered()) return html("It was wanted by {}.", day);
    if (late > 0)
        return html("It was wanted by {}: {}.", day,
                    pages::missing(counted(late, "day") + " late"));
    return html("It is wanted by {}.", day);
}

Html head_of(const AnswerPage& page, std::string_view title) {
    return pages::head({.title = std::string(title),
                        .sentence = html("{} asks. {} {}", page.response.asker, when_wanted(page),
                                         who_answers(page)),
                        .verbs = {},
                        .facts = {},
                        .caption = page.response.reference + ": " + page.response.title});
}

Html asker_says(const AnswerPage& page) {
    return when(!page.response.words.empty(),
                ui::inset_text({.text = escaped_lines(page.response.words)}));
}

/// What they answer to, as it was published.
Html as_published(const AnswerPage& page) {
    Html sources;
    for (const auto& one : page.sources) {
        const auto where = one.source.paragraph.empty()
                               ? one.source.document
                               : one.source.document + ", " + one.source.paragraph;
        append(sources, R"(<div class="om-source">
<h3>{}</h3>
<p class="om-source__said">{}</p>
</div>
)",
               where, escaped_lines(one.source.words));
    }
    return when(!sources.empty(), pages::section("published", "As it was published", sources));
}

Html answer_field(const AnswerPage& page) {
    ui::RadiosField field{.name = "answer",
                          .legend = "Do you accept it?",
                          .value = page.typed.answer ? std::string(to_text(*page.typed.answer))
                                                     : std::string(),
                          .legend_classes = "govuk-fieldset__legend--s",
                          .classes = "govuk-radios--small"};
    for (const auto answer : all_answers)
        field.items.push_back({.text = spoken(answer), .value = std::string(to_text(answer))});
    return ui::radios_field(field, page.problems);
}

Html fields_of(const AnswerPage& page) {
    const auto& typed = page.typed;
    return answer_field(page) +
           pages::words_field("done", "What did you do?",
                              "Or what you will not do, and why. No names of children or "
                              "families.",
                              typed.done, page.problems) +
           pages::words_field("evidence", "How is it shown?",
                              "A policy, an audit, what practitioners say now. It may stay empty.",
                              typed.evidence, page.problems, 2) +
           pages::line_field("link", "Where can that be found?", "An address; it may stay empty.",
                             typed.link, page.problems) +
           pages::day_field("on", "Of which day is this answer?", "Like 31 March 2026.", typed.on,
                            page.problems);
}

Html end_of_link(const AnswerPage& page) {
    if (!page.until) return {};
    return html(R"(<p class="om-quiet om-form__below">This link works until {}.</p>
)",
                openmasa::spoken(london_day(*page.until)));
}

Html given_link(const AnswerPage& page) {
    if (!page.given) return {};
    return pages::section(
        "link", "Their link",
        html(R"(<p class="govuk-body">{} answers by a link, used {}. It works until {}.</p>
<form action="{}/take-back" method="post">{}{}</form>
)",
             page.response.owner_name, counted(page.given->uses, "time"),
             openmasa::spoken(london_day(page.given->expires_at)), page.address, page.token,
             ui::button({.text = "Take the link back", .classes = "govuk-button--secondary"})));
}

Html told(std::string_view label, const Html& words) {
    return when(!words.empty(), html("<dt>{}</dt><dd>{}</dd>\n", label, words));
}

} // namespace

Html answer_view(const AnswerPage& page) {
    return ui::problems_summary(page.problems) + head_of(page, "What did you do about it?") +
           plan::meanwhile_view(page.words, page.meanwhile) + asker_says(page) +
           as_published(page) +
           html(R"(<div class="om-section">
{}</div>
)",
                pages::form({.address = page.address,
                             .token = page.token,
                             .version = page.response.version,
                             .fields = fields_of(page),
                             .button = page.response.is_answered() ? "Save this answer"
                                                                   : "Send this answer",
                             .back = page.back})) +
           end_of_link(page) + given_link(page);
}

Html thanks_view(const AnswerPage& page) {
    const auto& kept = page.response;
    if (!kept.is_answered()) return answer_view(page);
    return pages::head({.title = "Thank you",
                        .sentence = html("Your answer is kept. That was all."),
                        .verbs = {},
                        .facts = {},
                        .caption = kept.reference + ": " + kept.title}) +
           html(R"(<dl class="om-dl">
{}{}{}{}{}</dl>
<p class="govuk-body">{}</p>
)",
                told("Answer", escaped(spoken(*kept.answer))),
                told("What you did", escaped_lines(kept.done)),
                told("How it is shown", escaped_lines(kept.evidence)),
                told("Where that is", escaped(kept.link)),
                told("On", escaped(openmasa::spoken(*kept.answered_on))),
                pages::link(page.address, "Change this answer"));
}

} // namespace openmasa::responses
