#include "partnership/agencies/views.hpp"
#include "core/registers/history_views.hpp"
#include "core/registers/local.hpp"
#include "kernel/text.hpp"
#include "partnership/agencies/fact_views.hpp"
#include "partnership/agencies/register.hpp"
#include "partnership/agencies/rules.hpp"
#include "partnership/agencies/succession_views.hpp"
#include "partnership/agreed_duties.hpp"
#include "partnership/tabs.hpp"
#include "web/http/percent.hpp"
#include "web/pages/layout.hpp"
#include "web/ui/button.hpp"
#include "web/ui/summary_list.hpp"
#include "web/ui/table.hpp"
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

/// Kind and phase, where they are said: "Education, secondary".
std::string kind_words(const Agency& a) {
    auto words = std::string(spoken(a.kind));
    if (a.phase != Phase::none) words += ", " + lower(spoken(a.phase));
    return words;
}

/// What nobody has said is a gap only where somebody should.
Html facts(const AgencyPage& page) {
    const auto& a = page.agency;
    ui::SummaryList list;
    const auto add = [&](std::string_view key, const std::string& value) {
        if (!value.empty()) list.rows.push_back({.key = key, .value = escaped_lines(value)});
    };
    const auto add_or_gap = [&](std::string_view key, const std::string& value) {
        list.rows.push_back({.key = key,
                             .value = value.empty()
                                          ? html(R"(<span class="om-quiet">Nothing</span>)")
                                          : escaped_lines(value)});
    };
    add("Short name", a.short_name);
    add_or_gap("Kind", kind_words(a));
    add_or_gap("Sector", sector_words(page));
    add("Role", a.role);
    add("Funds the partnership", a.funds ? "Yes" : "No");
    add("From", a.from ? spoken(*a.from) : "");
    add("To", a.to ? spoken(*a.to) : "");
    add_or_gap("Contact", a.contact);
    if (const auto beside = beside_in_time(page.beside, a.id); !beside.empty())
        list.rows.push_back({.key = "Before and after", .value = beside});
    return ui::summary_list(list);
}

constexpr std::string_view check_words = "check against current guidance";

Html check_mark(bool to_be_checked) {
    return when(to_be_checked, html(R"( <span class="om-quiet">({})</span>)", check_words));
}

/// "from 1 Sept 2024 to 31 Aug 2026"; nothing where no day is known.
std::string when_words(const InCategory& one) {
    std::string words;
    if (one.from) words += " from " + spoken(*one.from);
    if (one.to) words += " to " + spoken(*one.to);
    return words;
}

Html categories_of(const AgencyPage& page) {
    Html items;
    for (const auto& one : categories_in(page.agency.categories))
        append(items, R"(<li>{}{}. <span class="om-quiet">{}</span>{}</li>
)",
               one.category->name, when_words(one), one.category->clause,
               check_mark(one.category->to_be_checked));
    return items.empty() ? html(R"(<span class="om-quiet">None said</span>)")
                         : html(R"(<ul class="govuk-list">
{}</ul>)",
                                items);
}

/// "Yes: Maintained school"; "No, although it follows: ..." with the reason.
Html asked_words(const AgencyPage& page, AskedUnder duty) {
    const auto kinds = kinds_on(page.agency, page.today);
    const bool is = is_asked(page.agency, duty);
    const auto due = follows(duty, kinds);
    std::vector<std::string> from;
    for (auto ground : grounds(duty, kinds)) from.emplace_back(ground);
    const bool differs = due && *due != is;
    return html(R"({}{}{}<br><span class="om-quiet">{}</span>)", is ? "Yes" : "No",
                when(is && !from.empty(), html(": {}", join(from, ", "))),
                when(differs, html(", because {}", page.agency.duty_reason)), clause_of(duty));
}

Html asked_under(const AgencyPage& page) {
    ui::SummaryList list;
    const bool is_partner = is_statutory_partner(page.agency.kind);
    if (is_partner)
        list.rows.push_back({.key = "Makes the arrangements",
                             .value = html(R"(Yes: {}<br><span class="om-quiet">{}</span>)",
                                           spoken(page.agency.kind), statutory_partner_clause)});
    if (!is_partner || !page.agency.categories.empty())
        list.rows.push_back({.key = "Relevant agency as", .value = categories_of(page)});
    using enum AskedUnder;
    for (auto duty : {section_11, section_175, section_157}) {
        const bool says_something =
            duty == section_11 || is_asked(page.agency, duty) ||
            follows(duty, kinds_on(page.agency, page.today)).value_or(false);
        if (says_something)
            list.rows.push_back({.key = spoken(duty), .value = asked_words(page, duty)});
    }
    return html(R"(<h2 class="govuk-heading-m">What it is asked under</h2>
{})",
                ui::summary_list(list));
}

/// "14 open duties, 3 of them as a contributor"; of at least one.
std::string duty_words(const std::vector<Duty>& duties) {
    const auto contributes = std::ranges::count(duties, "contributor", &Duty::as);
    auto words = counted(static_cast<long long>(duties.size()), "open duty", "open duties");
    if (contributes == std::ssize(duties)) return words + ", as a contributor";
    if (contributes) words += fmt::format(", {} of them as a contributor", contributes);
    return words;
}

Html known(const AgencyPage& page) {
    auto facts = page.known;
    facts.push_back(
        {.label = "Answers for",
         .words = page.duties.empty() ? "nothing that is open" : duty_words(page.duties),
         .href =
             page.duties.empty() ? "" : fmt::format("/agencies/{}/duties", page.agency.id.view())});
    if (page.may_keep_declarations && page.agency.kind == AgencyKind::education)
        facts.push_back(
            {.label = "Suitability",
             .words = "Keep a declaration in confidence",
             .href = fmt::format("/agencies/{}/suitability/add", page.agency.id.view())});
    return html(R"(<h2 class="govuk-heading-m">Who speaks for it, and what it answers for</h2>
{})",
                fact_list(facts));
}

Html verbs(const AgencyPage& page) {
    const auto below = fmt::format("/agencies/{}/", page.agency.id.view());
    const auto following = ui::button({.text = "Before and after",
                                       .href = below + "succession",
                                       .classes = "govuk-button--secondary"});
    if (!page.may_change) return following;
    return ui::button({.text = fmt::format("Change this {}", page.words.one(Word::agency)),
                       .href = below + "change",
                       .classes = "govuk-button--secondary"}) +
           following;
}

Html sentence(const AgencyPage& page) {
    if (!takes_part(page.agency, page.today)) return html("It takes no part today.");
    return when(is_statutory_partner(page.agency.kind),
                html("One of the statutory safeguarding partners."));
}

ui::TableRow row_of(const CategoriesPage& page, const Category& category) {
    const auto number = std::ranges::count_if(page.agencies, [&](const Agency& agency) {
        return std::ranges::count(kinds_on(agency, page.today).categories, &category) > 0;
    });
    return {{.text = html(R"({}<br><span class="om-quiet">{}{}</span>)", category.name,
                          category.clause, check_mark(category.to_be_checked))},
            {.text = std::string(category.part)},
            {.text = category.asked_under ? std::string(spoken(*category.asked_under)) : ""},
            {.text = number ? html(R"(<a class="govuk-link" href="/agencies?words={}">{}</a>)",
                                   http::percent_encoded(std::string(category.name)), number)
                            : html("0"),
             .format = "numeric"}};
}

} // namespace

Html list_view(const ListPage& page) {
    const auto now = page.now.value_or(0);
    const auto categories = html(
        R"(<p class="govuk-body"><a class="govuk-link" href="/agencies/categories">Categories of relevant agencies</a></p>
)");
    return pages::head({.title = page.words.headings(Word::agency),
                        .sentence = when(page.now.has_value(),
                                         html("{} take{} part today.",
                                              counted(now, page.words.one(Word::agency),
                                                      page.words.several(Word::agency)),
                                              now == 1 ? "s" : "")),
                        .verbs = list_verbs(page),
                        .facts = {},
                        .caption = {}}) +
           partnership::tabs(page.words, partnership::Tab::agencies) + categories + page.list;
}

Html agency_view(const AgencyPage& page) {
    return pages::head({.title = page.agency.name,
                        .sentence = sentence(page),
                        .verbs = verbs(page),
                        .facts = {html("<b>{}</b>", page.reference)},
                        .caption = page.words.heading(Word::agency)}) +
           facts(page) + known(page) + asked_under(page) + page.thread + page.comments +
           registers::history_view(*registers::LocalRegister(agency_register, page.words),
                                   page.versions, {});
}

Html duties_view(const DutiesPage& page) {
    return pages::head({.title = "What it answers for",
                        .sentence = page.duties.empty()
                                        ? html("It answers for nothing that is open.")
                                        : html("{}.", duty_words(page.duties)),
                        .verbs = {},
                        .facts = {},
                        .caption = page.agency.name}) +
           when(!page.duties.empty(),
                partnership::duties_table(page.duties, "What it answers for"));
}

Html categories_view(const CategoriesPage& page) {
    ui::Table table{.caption = "Categories of the 2018 Regulations",
                    .caption_classes = "govuk-visually-hidden",
                    .head = {{.text = "Category"},
                             {.text = "Part"},
                             {.text = "Asked under"},
                             {.text = page.words.headings(Word::agency), .format = "numeric"}},
                    .first_cell_is_header = true,
                    .classes = "om-stack"};
    for (const auto& category : all_categories())
        if (category.since <= page.today && (!category.until || page.today <= *category.until))
            table.rows.push_back(row_of(page, category));
    return pages::head({.title = "Categories of relevant agencies",
                        .sentence = html("Those of the Child Safeguarding Practice Review and "
                                         "Relevant Agency (England) Regulations 2018. What nobody "
                                         "has read in the live text yet says so."),
                        .verbs = {},
                        .facts = {},
                        .caption = page.words.headings(Word::agency)}) +
           ui::table(table);
}

} // namespace openmasa::agencies
