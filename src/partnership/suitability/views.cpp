#include "partnership/suitability/views.hpp"
#include "kernel/text.hpp"
#include "web/pages/layout.hpp"
#include "web/ui/button.hpp"
#include "web/ui/field.hpp"
#include "web/ui/summary_list.hpp"
#include <fmt/format.h>

namespace openmasa::suitability {
namespace {

Html line(std::string_view name, std::string_view label, std::string_view hint,
          const std::string& value, const KeepPage& page) {
    return ui::text_field({.name = std::string(name),
                           .label = label,
                           .hint = hint,
                           .value = value,
                           .label_classes = "govuk-label--s"},
                          page.problems);
}

Html fields(const KeepPage& page) {
    const auto& typed = page.typed;
    return line("who", "Who declares?", "As they are called on the page People.", typed.who, page) +
           line("capacity", "For which seat or office?", "", typed.capacity, page) +
           line("on", "On which day?", "For example 12 June 2026.", typed.on, page) +
           ui::textarea_field({.name = "words",
                               .label = "What is declared?",
                               .hint = "In their own words; that there is nothing to declare, too.",
                               .value = typed.words,
                               .label_classes = "govuk-label--s"},
                              page.problems) +
           line("readers", "Who else may read it?",
                "People, with ; between. You and whoever declares read it in any case.",
                typed.readers, page);
}

} // namespace

Html keep_view(const KeepPage& page) {
    return ui::problems_summary(page.problems) +
           pages::head({.title = "Keep a declaration of suitability",
                        .sentence = html("Only the readers who are named here will know that it is "
                                         "there."),
                        .verbs = {},
                        .facts = {},
                        .caption = page.agency_name}) +
           html(
               R"(<form class="om-form" action="/agencies/{}/suitability/add" method="post" novalidate>{}
{}<div class="om-form__acts">{}<a class="govuk-link" href="/agencies/{}">Leave it</a></div></form>
)",
               page.typed.agency, page.form_token, fields(page),
               ui::button({.text = "Keep it in confidence"}), page.typed.agency);
}

Html declaration_view(const DeclarationPage& page) {
    const auto& d = page.declaration;
    ui::SummaryList list;
    list.rows.push_back({.key = "Who", .value = escaped(d.known_as)});
    list.rows.push_back({.key = "For", .value = escaped(d.capacity)});
    list.rows.push_back({.key = "Declared on", .value = escaped(spoken(d.declared_on))});
    list.rows.push_back({.key = "What", .value = escaped_lines(d.words)});
    return page.notice +
           pages::head({.title = "Declaration of suitability",
                        .sentence = {},
                        .verbs = {},
                        .facts = {},
                        .caption = d.agency_name}) +
           ui::summary_list(list);
}

} // namespace openmasa::suitability
