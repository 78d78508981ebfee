#include "partnership/agencies/views.hpp"
#include "core/registers/history_views.hpp"
#include "core/registers/local.hpp"
#include "kernel/text.hpp"
#include "partnership/agencies/register.hpp"
#include "partnership/agencies/rules.hpp"
#include "partnership/tabs.hpp"
#include "web/pages/layout.hpp"
#include "web/ui/button.hpp"
#include "web/ui/summary_list.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::agencies {
namespace {

using terms::Word;

Html list_verbs(const ListPage& page) {
    if (!page.may_change) return {};
    return ui::button(
               {.text = "Add " + page.words.with_article(Word::agency), .href = "/agencies/add"}) +
           ui::button({.text = fmt::format("Import {}", page.words.several(Word::agency)),
                       .href = "/agencies/import",
                       .classes = "govuk-button--secondary"});
}

/// "from 1 Apr 2026: Health" for every sector that it had, when there were several.
std::string sector_words(const AgencyPage& page) {
    if (page.sectors.size() < 2) return page.agency.sector;
    std::vector<std::string> lines;
    for (const auto& period : page.sectors)
        lines.push_back(period.from
                            ? fmt::format("{}, from {}", period.sector, spoken(*period.from))
                            : fmt::format("{}, before", period.sector));
    return join(lines, "\n");
}

Html facts(const AgencyPage& page) {
    const auto& a = page.agency;
    ui::SummaryList list;
    const auto add = [&](std::string_view key, const std::string& value) {
        list.rows.push_back({.key = key,
                             .value = value.empty()
                                          ? html(R"(<span class="om-quiet">Nothing</span>)")
                                          : escaped_lines(value)});
    };
    add("Short name", a.short_name);
    add("Sector", sector_words(page));
    add("Role", a.role);
    add("Section 11", a.section_11 ? "Yes" : "No");
    add("Funds", a.funds ? "Yes" : "No");
    add("From", a.from ? spoken(*a.from) : "");
    add("To", a.to ? spoken(*a.to) : "");
    add("Contact", a.contact);
    for (const auto& fact : page.known)
        list.rows.push_back(
            {.key = fact.label,
             .value = html(R"(<a class="govuk-link govuk-link--no-visited-state" href="{}">{}</a>)",
                           fact.href, fact.words)});
    return ui::summary_list(list);
}

} // namespace

Html list_view(const ListPage& page) {
    const auto now = page.now.value_or(0);
    return pages::head({.title = page.words.headings(Word::agency),
                        .sentence = when(page.now.has_value(),
                                         html("{} take{} part today.",
                                              counted(now, page.words.one(Word::agency),
                                                      page.words.several(Word::agency)),
                                              now == 1 ? "s" : "")),
                        .verbs = list_verbs(page),
                        .facts = {},
                        .caption = {}}) +
           partnership::tabs(page.words, partnership::Tab::agencies) + page.list;
}

Html agency_view(const AgencyPage& page) {
    const auto& agency = page.agency;
    const auto verb =
        when(page.may_change,
             ui::button({.text = fmt::format("Change this {}", page.words.one(Word::agency)),
                         .href = fmt::format("/agencies/{}/change", agency.id.view()),
                         .classes = "govuk-button--secondary"}));
    return pages::head({.title = agency.name,
                        .sentence = takes_part(agency, page.today)
                                        ? Html()
                                        : html("It takes no part today."),
                        .verbs = verb,
                        .facts = {html("<b>{}</b>", page.reference)},
                        .caption = page.words.heading(Word::agency)}) +
           facts(page) + page.comments +
           registers::history_view(*registers::LocalRegister(agency_register, page.words),
                                   page.versions, {});
}

} // namespace openmasa::agencies
