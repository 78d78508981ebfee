#include "plan/imports/doubt_views.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::imports {
namespace {

Html marked(const std::vector<Doubt::Fragment>& fragments) {
    Html text;
    for (const auto& fragment : fragments) {
        if (!text.empty()) text += html(" ");
        text += fragment.marked ? html("<mark>{}</mark>", escaped_lines(fragment.words))
                                : escaped_lines(fragment.words);
    }
    return text;
}

Html paper(const std::string& where, const Html& pairs) {
    return html(
        R"(<div class="om-paperbit"><span class="om-paperbit__where">{}</span><dl>{}</dl></div>
)",
        where, pairs);
}

Html evidence(const Doubt& doubt) {
    Html pairs;
    for (const auto& one : doubt.evidence)
        append(pairs, "<dt>{}</dt><dd>{}</dd>", one.label,
               one.fragments.empty() ? html("blank") : marked(one.fragments));
    return paper(doubt.where, pairs);
}

Html option(std::string_view id, int number, const Doubt::Option& option, bool chosen) {
    return html(
        R"(<div class="govuk-radios__item"><input class="govuk-radios__input" id="{}-{}" name="{}{}" type="radio" value="{}"{}><label class="govuk-label govuk-radios__label" for="{}-{}">{} <span class="om-doubt__means">{}</span></label></div>
)",
        id, number, choice_field, id, number, when(chosen, html(" checked")), id, number,
        option.label, option.meaning);
}

Html options(std::string_view id, const std::vector<Doubt::Option>& all, int chosen) {
    Html items;
    for (int number = 0; number < static_cast<int>(all.size()); ++number)
        items += option(id, number, all[number], number == chosen);
    return html(
        R"(<div class="govuk-form-group"><fieldset class="govuk-fieldset"><legend class="govuk-fieldset__legend">Understood as</legend><div class="govuk-radios govuk-radios--small">
{}</div></fieldset></div>
)",
        items);
}

Html doubt_box(std::string_view headline, const Html& paper, const Html& choice) {
    return html(R"(<div class="om-doubt"><h3>{}</h3>
{}{}</div>
)",
                headline, paper, choice);
}

bool asks(const Match& match) {
    return (match.existing && match.likeness < certain) || match.refused;
}

Html similar_words(const PreviewPage& page, const Match& match) {
    const auto& existing = page.preview.existing;
    const auto& old = existing.actions[match.refused ? *match.refused : *match.existing];
    const auto& now = action_at(page.preview.draft, *match.spot);
    const Html pairs =
        html("<dt>In the {}</dt><dd>{}</dd><dt>In the document</dt><dd>{}</dd>",
             page.words.one(terms::Word::plan), escaped_lines(old.words), escaped_lines(now.text));
    return doubt_box(
        "Similar words: is it the same action?", paper(old.reference, pairs),
        options(match_choice(old),
                {{"The same action, changed",
                  fmt::format("{} keeps its progress and evidence", old.reference)},
                 {"Another one", fmt::format("a new action; {} is gone", old.reference)}},
                match.refused ? 1 : 0));
}

} // namespace

int decisions(const Preview& preview) {
    const auto with_options = [](const Doubt& doubt) { return !doubt.options.empty(); };
    return static_cast<int>(std::ranges::count_if(preview.draft.doubts, with_options) +
                            std::ranges::count_if(preview.comparison.matches, asks));
}

Html doubtful_section(const PreviewPage& page) {
    if (decisions(page.preview) == 0) return {};
    Html boxes;
    for (const auto& match : page.preview.comparison.matches)
        if (asks(match)) boxes += similar_words(page, match);
    for (const auto& doubt : page.preview.draft.doubts)
        if (!doubt.options.empty())
            boxes += doubt_box(doubt.headline, evidence(doubt),
                               options(doubt.id, doubt.options, doubt.chosen));
    return html(
        R"(<section aria-labelledby="doubtful"><h2 class="govuk-heading-m" id="doubtful">Doubtful: look at these first</h2>
{}<p><button type="submit" name="do" value="look" class="govuk-button govuk-button--secondary">Show the {} with these readings</button></p></section>
)",
        boxes, page.words.one(terms::Word::plan));
}

Html remarks_section(const PreviewPage& page) {
    Html items;
    for (const auto& doubt : page.preview.draft.doubts) {
        if (!doubt.options.empty()) continue;
        Html words;
        for (const auto& one : doubt.evidence)
            append(words, " {}: {}.", one.label, marked(one.fragments));
        append(items, R"(<li>{}, <span class="om-quiet">{}</span>.{}</li>
)",
               doubt.headline, doubt.where, words);
    }
    if (items.empty()) return {};
    return html(
        R"(<section class="om-section" aria-labelledby="remarks"><h2 class="govuk-heading-m" id="remarks">Good to know</h2><ul class="govuk-list govuk-list--bullet">
{}</ul></section>
)",
        items);
}

} // namespace openmasa::imports
