#include "partnership/passing/views.hpp"
#include "kernel/text.hpp"
#include "web/pages/layout.hpp"
#include "web/ui/button.hpp"
#include "web/ui/field.hpp"
#include <fmt/format.h>

namespace openmasa::passing {
namespace {

Html sentence(const PassingPage& page) {
    const auto number = static_cast<long long>(page.open.shown.size());
    if (page.open.none()) return html("{} leads nothing that is open.", page.typed.from.known_as);
    return html("{} leads {} that {} open. Agree what becomes of each before it passes on.",
                page.typed.from.known_as, counted(number, "action"), number == 1 ? "is" : "are");
}

Html form(const PassingPage& page) {
    const partnership::DutiesForm list{.agreement = page.typed.agreement,
                                       .passes = "Passes to whoever takes over",
                                       .stays = "Stays with " + page.typed.from.known_as,
                                       .problems = page.problems};
    const auto to = ui::text_field({.name = "to",
                                    .label = "Who takes over?",
                                    .hint = "As they are called on the page People.",
                                    .value = page.typed.to,
                                    .label_classes = "govuk-label--s"},
                                   page.problems);
    return html(
        R"(<form class="om-form om-form--wide" action="{}" method="post" novalidate>{}
<div class="om-form">{}</div>
{}<div class="om-form__acts">{}<a class="govuk-link" href="{}">Leave it for now</a></div></form>
)",
        page.address, page.form_token, to, partnership::duties_fields(list),
        ui::button({.text = "Agree the list and pass it on"}), page.back);
}

} // namespace

Html passing_view(const PassingPage& page) {
    const auto restricted =
        when(page.open.restricted > 0, html(R"(<div class="govuk-inset-text">{}</div>
)",
                                            restricted_duties_words));
    return ui::problems_summary(page.problems) +
           pages::head({.title = "What they lead passes on",
                        .sentence = sentence(page),
                        .verbs = {},
                        .facts = {},
                        .caption = page.typed.office.empty() ? page.typed.from.known_as
                                                             : page.typed.office}) +
           restricted + when(!page.open.shown.empty(), form(page));
}

} // namespace openmasa::passing
