#include "partnership/masa/list_views.hpp"
#include "kernel/text.hpp"
#include "partnership/masa/form_frame.hpp"
#include "partnership/masa/register_pages.hpp"
#include "partnership/tabs.hpp"
#include "web/ui/button.hpp"
#include "web/ui/table.hpp"
#include <fmt/format.h>

namespace openmasa::masa {
namespace {

Html sentence(const ListPage& page) {
    const auto* now = partnership::in_force(page.editions, page.today);
    if (!now) return html("No edition is in force.");
    return html(R"({} is in force since {}. {})", link(address(now->id, "published"), now->title),
                spoken(*now->published_on),
                page.review_is_late ? html(R"(<span class="om-ev--missing">{}</span>)", page.review)
                                    : escaped(page.review));
}

Html verbs(const ListPage& page) {
    if (!page.may_change) return {};
    return ui::button({.text = "Begin the next edition", .href = "/arrangements/add"}) +
           ui::button({.text = "Record an earlier edition",
                       .href = "/arrangements/earlier",
                       .classes = "govuk-button--secondary"});
}

std::string since(const MasaEdition& edition) {
    if (!edition.published_on) return "";
    return edition.superseded_on ? fmt::format("{} to {}", spoken(*edition.published_on),
                                               spoken(*edition.superseded_on))
                                 : "from " + spoken(*edition.published_on);
}

Html table(const ListPage& page) {
    if (page.editions.empty())
        return html(R"(<p class="govuk-body om-quiet">No editions yet. Record the one that is )"
                    R"(published, or begin the next.</p>
)");
    ui::Table table{.caption = "Editions, the newest first",
                    .caption_classes = "govuk-visually-hidden",
                    .head = {{.text = "Edition"}, {.text = "Stands"}, {.text = "In force"}},
                    .first_cell_is_header = true,
                    .classes = "om-stack"};
    for (const auto& edition : page.editions)
        table.rows.push_back({{.text = link(address(edition.id), edition.title)},
                              {.text = escaped(spoken(edition.stage))},
                              {.text = escaped(since(edition))}});
    return ui::table(table);
}

Html answer_for_day(const ListPage& page) {
    if (!page.on) return {};
    const auto* then = partnership::in_force(page.editions, *page.on);
    return html(R"(<p class="govuk-body">On {}: {}.</p>
)",
                spoken(*page.on),
                then ? html("<b>{}</b>", link(address(then->id), then->title))
                     : html("<b>no edition that is kept here</b>"));
}

Html which_on_form(const ListPage& page) {
    return html(
        R"(<div class="om-section">{}<form class="om-changes__since" action="/arrangements" method="get" novalidate>{}{}</form></div>
)",
        answer_for_day(page),
        ui::text_field({.name = "on",
                        .label = "Which was in force on a day?",
                        .hint = "For example 12 June 2026.",
                        .value = page.asked,
                        .label_classes = "govuk-label--s",
                        .classes = "govuk-input--width-20"},
                       page.problems),
        ui::button({.text = "Show which", .classes = "govuk-button--secondary"}));
}

} // namespace

Html list_view(const ListPage& page) {
    return ui::problems_summary(page.problems) +
           pages::head({.title = "Safeguarding arrangements",
                        .sentence = sentence(page),
                        .verbs = verbs(page)}) +
           partnership::tabs(page.words, partnership::Tab::arrangements) + table(page) +
           which_on_form(page) + lists_view(page.editions.size(), page.may_change);
}

Html begin_view(const BeginPage& page) {
    const auto taken_up =
        page.before ? html("It begins with the words of \u201c{}\u201d, which stays as it is.",
                           page.before->title)
                    : html("It begins with a section for everything that guidance asks for.");
    const auto fields =
        line("title", "What is it called?", "For example Arrangements 2026 to 2028.",
             page.typed.title, page.problems) +
        line("area", "For which area?", "", page.typed.area, page.problems);
    return ui::problems_summary(page.problems) +
           pages::head({.title = "Begin an edition", .sentence = taken_up}) +
           form({.address = "/arrangements/add",
                 .token = page.form_token,
                 .fields = fields,
                 .button = "Begin the draft",
                 .back = "/arrangements"});
}

Html earlier_view(const EarlierPage& page) {
    const auto& typed = page.typed;
    const auto fields =
        line("title", "What is it called?", "", typed.title, page.problems) +
        line("area", "For which area?", "", typed.area, page.problems) +
        line("published_on", "When was it published?", "For example 29 November 2024.",
             typed.published_on, page.problems) +
        line("signed_by", "Who signed it?", "The offices, and the day where it is known.",
             typed.signed_by, page.problems) +
        lines("summary", "What does it say, or where is it?",
              "The words, a summary, or the address of the document.",
              typed.sections.empty() ? "" : typed.sections.front().words, page.problems, 12);
    return ui::problems_summary(page.problems) +
           pages::head({.title = "Record an earlier edition",
                        .sentence = html("One that was published before it was kept here. It "
                                         "takes its place among the others by its day.")}) +
           form({.address = "/arrangements/earlier",
                 .token = page.form_token,
                 .fields = fields,
                 .button = "Record this edition",
                 .back = "/arrangements"});
}

} // namespace openmasa::masa
