#include "core/terms/views.hpp"
#include "core/registers/history_views.hpp"
#include "core/registers/pages.hpp"
#include "core/terms/register.hpp"
#include "kernel/text.hpp"
#include "web/pages/layout.hpp"
#include "web/ui/button.hpp"
#include "web/ui/summary_list.hpp"
#include "web/ui/table.hpp"
#include <algorithm>
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

Html quiet_line(const std::string& words) {
    return when(!words.empty(), html(R"(<span class="om-plan__meta">{}</span>)", words));
}

ui::TableRow row_of(const Term& term, Day today) {
    const auto stands =
        term.kind == Kind::word ? "For: " + words_for("stands_for", term.stands_for) : "";
    const auto name =
        html(R"(<a class="govuk-link govuk-link--no-visited-state" href="/terms/{}">{}</a>{}{})",
             term.id, term.name, quiet_line(stands), quiet_line(period_of(term, today)));
    ui::TableCell others{.text = join(aliases(term), ", ")};
    if (!aliases(term).empty()) others.attributes = {{"data-say", "Also:"}};
    return {{.text = name}, others, {.text = escaped_lines(term.about)}};
}

Html table_of(Kind kind, const std::vector<Term>& terms, Day today) {
    ui::Table table{.caption = std::string(heading(kind)),
                    .caption_classes = "govuk-table__caption--m",
                    .head = {{.text = "Term"}, {.text = "Also called"}, {.text = "What it means"}},
                    .rows = {},
                    .first_cell_is_header = true,
                    .classes = "om-stack"};
    for (const auto& term : terms)
        if (term.kind == kind) table.rows.push_back(row_of(term, today));
    if (!table.rows.empty()) return ui::table(table);
    return html(
        R"(<h2 class="govuk-heading-m">{}</h2><p class="govuk-body om-quiet">None yet.</p>)",
        heading(kind));
}

std::string_view about(Kind kind) {
    switch (kind) {
    case Kind::word: return "Pages say these words in place of the program's own.";
    case Kind::theme: return "What an action or a priority is about.";
    case Kind::flourish: return "Which outcomes for children an action or a priority serves.";
    case Kind::name:
        return "Agencies, groups and offices that are, or were, also called otherwise.";
    }
    return "";
}

/// Offered as long as a domain is missing altogether.
Html flourish_offer(const ListPage& page) {
    const auto there = [](const Term& term) { return term.kind == Kind::flourish; };
    if (std::ranges::any_of(page.terms, there)) return {};
    return html(R"(<form action="/terms/flourish" method="post">{}{}</form>
)",
                page.form_token,
                ui::button({.text = "Bring in the FLOURISH domains",
                            .classes = "govuk-button--secondary"}));
}

Html kind_section(const ListPage& page, Kind kind) {
    return html(
        R"(<section class="om-section">{}<p class="govuk-body">{} <a class="govuk-link govuk-link--no-visited-state" href="/terms/add?kind={}">Add a {}</a></p>{}</section>
)",
        table_of(kind, page.terms, page.today), about(kind), to_text(kind), spoken(kind),
        when(kind == Kind::flourish, flourish_offer(page)));
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
    Html sections;
    for (auto kind : all_kinds) sections += kind_section(page, kind);
    return pages::head({.title = "Words and themes",
                        .sentence = html("What this partnership calls things, and what its work is "
                                         "sorted by."),
                        .verbs = list_verbs()}) +
           html(R"(<div class="om-listhead">{}</div>
{})",
                registers::download_links("/terms", "", static_cast<int>(page.terms.size())),
                sections);
}

Html term_view(const TermPage& page) {
    const auto& term = page.term;
    return pages::head({.title = term.name,
                        .sentence = escaped(period_of(term, page.today)),
                        .verbs = term_verbs(term),
                        .caption = words_for("kind", std::string(to_text(term.kind)))}) +
           facts(page) + registers::history_view(term_register, page.versions);
}

Html form_view(const FormPage& page) {
    return html(
        R"({}{}{}<form class="om-form" action="{}" method="post" novalidate>{}<input type="hidden" name="version" value="{}">
{}<div class="om-form__acts">{}<a class="govuk-link" href="{}">Leave it</a></div></form>
)",
        ui::problems_summary(page.problems), pages::head({.title = page.title}),
        registers::meanwhile_view(term_register, page.meanwhile), page.address, page.form_token,
        page.version, registers::form_fields(term_register, page.names, page.typed, page.problems),
        ui::button({.text = "Save this term"}), page.back);
}

} // namespace openmasa::terms
