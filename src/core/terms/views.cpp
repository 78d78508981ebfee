#include "core/terms/views.hpp"
#include "core/registers/history_views.hpp"
#include "core/terms/register.hpp"
#include "kernel/text.hpp"
#include "web/pages/layout.hpp"
#include "web/ui/button.hpp"
#include "web/ui/summary_list.hpp"
#include <fmt/format.h>

namespace openmasa::terms {
namespace {

/// "Business unit" for what is kept as "business_unit".
std::string words_for(std::string_view key, const std::string& cell) {
    const auto& columns = term_register.columns;
    for (const auto& choice : columns[registers::place_of(columns, key)].choices)
        if (choice.value == cell && !cell.empty()) return std::string(choice.label);
    return cell;
}

std::string period_of(const Term& term, Day today) {
    if (!term.withdrawn_why.empty()) return "Withdrawn: " + term.withdrawn_why;
    if (term.to && *term.to < today) return fmt::format("Until {}", spoken(*term.to));
    if (term.from && today < *term.from) return fmt::format("From {}", spoken(*term.from));
    if (term.to) return fmt::format("Ends on {}", spoken(*term.to));
    return {};
}

Html flourish_offer(const ListPage& page) {
    return html(R"(<form class="om-section" action="/terms/flourish" method="post">{}{}</form>
)",
                page.form_token,
                ui::button({.text = "Bring in the FLOURISH domains",
                            .classes = "govuk-button--secondary"}));
}

Html list_verbs() {
    return ui::button({.text = "Add a term", .href = "/terms/add"}) +
           ui::button({.text = "Import terms",
                       .href = "/terms/import",
                       .classes = "govuk-button--secondary"});
}

Html facts(const TermPage& page) {
    const auto& term = page.term;
    ui::SummaryList list;
    const auto add = [&](std::string_view key, const std::string& value) {
        if (!value.empty()) list.rows.push_back({.key = key, .value = escaped_lines(value)});
    };
    add("Stands for", words_for("stands_for", term.stands_for));
    add("Several of them", term.several);
    add("Also called", join(aliases(term), "\n"));
    add("What it means", term.about);
    add("Where it comes from", term.source);
    add("Order", term.position ? std::to_string(term.position) : "");
    add("From", term.from ? spoken(*term.from) : "");
    add("To", term.to ? spoken(*term.to) : "");
    return ui::summary_list(list);
}

Html term_verbs(const Term& term) {
    const auto address = fmt::format("/terms/{}/change", term.id.view());
    const bool stands = term.withdrawn_why.empty();
    return html(R"(<a class="govuk-link govuk-link--no-visited-state" href="{}#withdrawn">{}</a>)",
                address, stands ? "Withdraw it" : "Bring it back") +
           ui::button(
               {.text = "Change this term", .href = address, .classes = "govuk-button--secondary"});
}

} // namespace

Html list_view(const ListPage& page) {
    return pages::head({.title = "Words and themes",
                        .sentence = html("What this partnership calls things, and what its work is "
                                         "sorted by. Pages say its own words in place of the "
                                         "program\u2019s; an action or a priority is about a "
                                         "theme and serves a FLOURISH domain."),
                        .verbs = when(page.may_change, list_verbs())}) +
           page.list + when(page.may_change && page.offers_flourish, flourish_offer(page));
}

Html term_view(const TermPage& page) {
    const auto& term = page.term;
    return pages::head({.title = term.name,
                        .sentence = escaped(period_of(term, page.today)),
                        .verbs = term_verbs(term),
                        .caption = words_for("kind", std::string(to_text(term.kind)))}) +
           facts(page) + registers::history_view(term_register, page.versions, {});
}

} // namespace openmasa::terms
