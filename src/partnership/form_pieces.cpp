#include "partnership/form_pieces.hpp"
#include "web/ui/button.hpp"
#include "web/ui/details.hpp"
#include <fmt/format.h>

namespace openmasa::partnership {
namespace {

Html differences(history::Fields fields, const history::Version& newer,
                 const history::Version& older) {
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

Html change(history::Fields fields, const history::Version& version,
            const history::Version* older) {
    return html(
        R"(<div class="om-feed__day"><h3>{}<br><span class="om-small">{}</span></h3><div><ul>
{}</ul><span class="om-feed__by om-small">{}</span></div></div>
)",
        spoken(london_day(version.at)), london_time(version.at),
        older ? differences(fields, version, *older) : html("<li>Added.</li>"), version.who);
}

/// The rest is folded.
constexpr std::size_t changes_shown = 3;

} // namespace

Html link(const std::string& href, std::string_view words) {
    return html(R"(<a class="govuk-link govuk-link--no-visited-state" href="{}">{}</a>)", href,
                words);
}

Html link(const std::string& href, std::string_view words, std::string_view hidden) {
    return html(
        R"(<a class="govuk-link govuk-link--no-visited-state" href="{}">{}<span class="govuk-visually-hidden"> {}</span></a>)",
        href, words, hidden);
}

Html known_now(const std::optional<history::AsAt>& as_at) {
    if (!as_at || !as_at->as_known_then) return {};
    return html(
        R"(<p class="govuk-body om-quiet">Groups and seats are told by their days as they are known now; what was recorded later is among it.</p>
)");
}

Html section(std::string_view id, std::string_view title, const Html& content) {
    return html(
        R"(<section class="om-section" aria-labelledby="{}"><h2 class="govuk-heading-m" id="{}">{}</h2>
{}</section>
)",
        id, id, title, content);
}

Html missing(std::string_view words) {
    return html(R"(<span class="om-ev--missing">{}</span>)", words);
}

Html line_field(std::string_view name, std::string_view label, std::string_view hint,
                const std::string& value, const ui::Problems& problems) {
    return ui::text_field({.name = std::string(name),
                           .label = label,
                           .hint = hint,
                           .value = value,
                           .label_classes = "govuk-label--s"},
                          problems);
}

Html day_field(std::string_view name, std::string_view label, std::string_view hint,
               const std::string& value, const ui::Problems& problems) {
    return ui::text_field({.name = std::string(name),
                           .label = label,
                           .hint = hint,
                           .value = value,
                           .label_classes = "govuk-label--s",
                           .classes = "govuk-input--width-20"},
                          problems);
}

Html tick(std::string_view name, std::string_view legend, std::string_view text,
          std::string_view hint, bool is_ticked) {
    ui::CheckboxesField field{.name = std::string(name),
                              .legend = legend,
                              .legend_classes = "govuk-fieldset__legend--s",
                              .classes = "govuk-checkboxes--small"};
    field.items.push_back({.text = text, .value = "yes", .hint = {.text = hint}});
    if (is_ticked) field.values.push_back("yes");
    return ui::checkboxes_field(field);
}

Html day_form(const DayForm& asked, const ui::Problems& problems) {
    return html(
        R"(<form class="om-changes__since" action="{}" method="get" novalidate>{}{}</form>
)",
        asked.address,
        ui::text_field({.name = "on",
                        .label = asked.question,
                        .hint = "For example 12 June 2026.",
                        .value = asked.typed,
                        .label_classes = "govuk-label--s",
                        .classes = "govuk-input--width-20"},
                       problems),
        ui::button({.text = std::string(asked.button), .classes = "govuk-button--secondary"}));
}

Html form(const FormFrame& frame) {
    return html(
        R"(<form class="om-form" action="{}" method="post"{} novalidate>{}<input type="hidden" name="version" value="{}">
{}<div class="om-form__acts">{}<a class="govuk-link" href="{}">Leave it as it is</a></div></form>
)",
        frame.address, when(frame.sends_files, html(R"( enctype="multipart/form-data")")),
        frame.token, frame.version, frame.fields, ui::button({.text = std::string(frame.button)}),
        frame.back);
}

std::string when_words(const Days& days) {
    if (days.from && days.to) return fmt::format("{} to {}", spoken(*days.from), spoken(*days.to));
    if (days.from) return "from " + spoken(*days.from);
    return days.to ? "until " + spoken(*days.to) : "always";
}

Html changes_view(history::Fields fields, const std::vector<history::Version>& versions,
                  std::string_view title) {
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

} // namespace openmasa::partnership
