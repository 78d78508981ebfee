#include "core/registers/change_many.hpp"
#include "kernel/text.hpp"
#include "web/pages/layout.hpp"
#include "web/ui/button.hpp"
#include <fmt/format.h>

namespace openmasa::registers {
namespace {

/// More than that nobody looks through: the name is typed.
constexpr std::size_t most_offered = 500;

Html one_of(const ManyPage& page, const Column& column, std::vector<ui::SelectItem> values) {
    std::vector<ui::SelectItem> items{{.text = "Leave it as it is", .value = ""}};
    if (!must_be_filled(column))
        items.push_back({.text = "Nothing", .value = std::string(nothing)});
    items.insert(items.end(), values.begin(), values.end());
    return ui::select_field({.name = std::string(column.key),
                             .label = column.label,
                             .value = std::string(page.typed.text(column.key)),
                             .items = std::move(items),
                             .label_classes = "govuk-label--s"},
                            page.problems);
}

Html boxes(const ManyPage& page, const Column& column, const std::vector<std::string>& names) {
    ui::CheckboxesField field{.name = std::string(column.key),
                              .legend = fmt::format("{}: add", column.label),
                              .legend_classes = "govuk-fieldset__legend--s",
                              .classes = "govuk-checkboxes--small"};
    for (const auto value : page.typed.all(column.key)) field.values.emplace_back(value);
    for (const auto& name : names) field.items.push_back({.text = name, .value = name});
    return html(R"(<div class="om-names">{}</div>)", ui::checkboxes_field(field, page.problems));
}

Html typed(const ManyPage& page, const Column& column, std::string_view label,
           std::string_view hint) {
    return ui::text_field({.name = std::string(column.key),
                           .label = label,
                           .hint = hint,
                           .value = std::string(page.typed.text(column.key)),
                           .label_classes = "govuk-label--s"},
                          page.problems);
}

Html field(const ManyPage& page, std::size_t at) {
    const auto& column = page.which.columns[at];
    const auto& names = page.names[at];
    std::vector<ui::SelectItem> items;
    switch (column.holds) {
    case Holds::choice:
        for (const auto& choice : column.choices)
            items.push_back(
                {.text = std::string(choice.label), .value = std::string(choice.value)});
        return one_of(page, column, std::move(items));
    case Holds::yes_no:
        return one_of(page, column,
                      {{.text = "Yes", .value = "yes"}, {.text = "No", .value = "no"}});
    case Holds::reference:
        if (names.size() > most_offered) break;
        for (const auto& name : names) items.push_back({.text = name, .value = name});
        return one_of(page, column, std::move(items));
    case Holds::references:
        if (column.is_ticked && !names.empty() && names.size() <= most_offered)
            return boxes(page, column, names);
        return typed(page, column, fmt::format("{}: add", column.label), "With ; between.");
    case Holds::words:
    case Holds::long_words:
    case Holds::day:
    case Holds::target_date:
    case Holds::number: break;
    }
    return typed(page, column, column.label,
                 must_be_filled(column) ? "Empty: each keeps its own."
                                        : "Empty: each keeps its own. A hyphen (-): nothing.");
}

} // namespace

Html change_many_view(const ManyPage& page) {
    Html fields, filters;
    for (const auto at : page.columns) fields += field(page, at);
    for (const auto& words : page.chosen) append(filters, "<li>{}</li>", words);
    return html(
        R"({}{}{}<form class="om-form" action="{}" method="post" novalidate>{}
{}<div class="om-form__acts">{}<a class="govuk-link" href="{}">Leave them as they are</a></div></form>
)",
        ui::problems_summary(page.problems),
        pages::head(
            {.title = fmt::format("Change {}", counted(page.rows, page.which.one, page.which.many)),
             .sentence = html("You see what becomes of each before anything is saved, and "
                              "can take it back afterwards."),
             .verbs = {},
             .facts = {},
             .caption = {}}),
        page.chosen.empty()
            ? html(
                  R"(<p class="govuk-body">All of them. Filter the list first to change some.</p>)")
            : html(
                  R"(<p class="govuk-body">Those of the list with:</p><ul class="govuk-list govuk-list--bullet">{}</ul>)",
                  filters),
        page.address, page.form_token, fields, ui::button({.text = "Look at the changes"}),
        page.back);
}

} // namespace openmasa::registers
