#include "partnership/structure/views.hpp"
#include "kernel/text.hpp"
#include "partnership/structure/box_words.hpp"
#include "partnership/tabs.hpp"
#include "web/pages/layout.hpp"
#include "web/ui/button.hpp"
#include "web/ui/error_summary.hpp"
#include "web/ui/field.hpp"
#include "web/ui/tag.hpp"
#include <fmt/format.h>

namespace openmasa::structure {
namespace {

std::string changed_words(const StructurePage& page) {
    if (!page.since) return {};
    const std::string since = "Since " + spoken(*page.since) + ": ";
    if (page.added + page.changed + page.ended == 0) return since + "nothing changed.";
    return fmt::format("{}{} new, {} changed, {} ended.", since, page.added, page.changed,
                       page.ended);
}

/// "24 groups. Nobody chairs 2 of them. 5 have vacant seats."
std::string sentence(const StructurePage& page) {
    const auto& count = page.count;
    auto said = counted(count.groups, "group") + ".";
    if (count.without_chair > 0)
        said += fmt::format(" Nobody chairs {} of them.", count.without_chair);
    if (count.with_vacancies > 0)
        said += fmt::format(
            " {} vacant seats.",
            count.with_vacancies == 1 ? "One has" : fmt::format("{} have", count.with_vacancies));
    return said;
}

// --- the list -----------------------------------------------------------------------------------

/// Change in a word with a colour; the words tell all of it.
Html change_tag(const Box& box) {
    constexpr std::string_view classes[] = {"", "govuk-tag--green", "govuk-tag--yellow",
                                            "govuk-tag--grey"};
    if (box.change == Change::none) return {};
    return html(" ") +
           ui::tag({.text = box.change_words,
                    .classes = std::string(classes[static_cast<std::size_t>(box.change)])});
}

class List {
public:
    explicit List(const StructurePage& page) : page_(page), forest_(forest_of(page.boxes)) {}

    Html made() const {
        std::vector<std::size_t> tops;
        for (std::size_t at = 0; at < page_.boxes.size(); ++at)
            if (forest_.parent[at] == Forest::none) tops.push_back(at);
        return items(tops, "om-tree");
    }

private:
    Html items(const std::vector<std::size_t>& places, std::string_view classes) const {
        if (places.empty()) return {};
        Html all;
        for (const auto at : places)
            append(all, "<li>{}{}</li>\n", words(at), items(forest_.children[at], ""));
        return html("<ul class=\"{}\">\n{}</ul>\n", classes, all);
    }

    Html words(std::size_t at) const {
        const auto& box = page_.boxes[at];
        std::vector<std::string> quiet{box.kind};
        if (!box.chair.empty()) quiet.push_back(box.chair);
        for (const auto& joint : forest_.joint)
            if (joint[0] == at)
                quiet.push_back("Reports to " + page_.boxes[joint[1]].name + " too");
        return html(
            R"(<a class="govuk-link govuk-link--no-visited-state" href="{}">{}</a>{} <span class="om-quiet om-tree__more">{}{}</span>)",
            box.href, box.name, change_tag(box), join(quiet, ". "),
            when(box.vacancies > 0, html(R"(. <span class="om-ev--missing">{}</span>)",
                                         vacancy_words(box.vacancies))));
    }

    const StructurePage& page_;
    Forest forest_;
};

Html list_section(const StructurePage& page) {
    return html(
        R"(<section class="om-structure__list" aria-labelledby="as-a-list"><h2 class="govuk-heading-m" id="as-a-list">The same as a list</h2>
{}</section>
)",
        List(page).made());
}

// --- the picture --------------------------------------------------------------------------------

Drawing drawing_of(const StructurePage& page, Drawing::For what, std::string site = {}) {
    return {.title = "Structure on " + spoken_long(page.on),
            .description =
                sentence(page) + " " + changed_words(page) + " The list of the page says the same.",
            .site = std::move(site),
            .what = what};
}

Html on_paper(const StructurePage& page) {
    return html(R"(<div class="om-structure__paper">{}</div>)",
                draw(page.boxes, lay_out(page.boxes), drawing_of(page, Drawing::For::paper)));
}

/// On paper the same boxes stand as a sheet of A4 has room for them.
Html picture_section(const StructurePage& page) {
    const auto layout = lay_out(page.boxes, screen);
    return html(
        R"(<div class="om-structure__picture{}" role="region" aria-label="The structure as a chart" tabindex="0">{}</div>
{}
)",
        layout.width <= screen.width ? " om-structure__picture--whole" : "",
        draw(page.boxes, layout, drawing_of(page, Drawing::For::page)), on_paper(page));
}

// --- around it ----------------------------------------------------------------------------------

Html since_form(const StructurePage& page) {
    return html(
        R"(<form class="om-seek om-structure__since" action="/structure" method="get" novalidate>{}{}</form>
)",
        ui::text_field({.name = "since",
                        .label = "What changed since a day?",
                        .hint = "For example 1 April 2026.",
                        .value = page.since_typed,
                        .label_classes = "govuk-label--s",
                        .classes = "govuk-input--width-20"},
                       page.problems),
        ui::button({.text = "Mark what changed", .classes = "govuk-button--secondary"}));
}

Html downloads(const StructurePage& page) {
    const auto link = [&](std::string_view file, std::string_view words) {
        return html(
            R"(<a class="govuk-link govuk-link--no-visited-state" href="/structure/{}{}">{}</a>)",
            file, page.query, words);
    };
    return html(
        R"(<p class="govuk-body om-small om-structure__take">Take it away: {}{}. It prints on one sheet of A4.</p>
)",
        link("chart.svg", "picture (SVG)"),
        page.why_no_pdf.empty() ? html(", {}", link("chart.pdf", "PDF")) : Html());
}

Html only_names(const StructurePage& page) {
    if (page.count.only_names == 0) return {};
    return html(
        R"(<p class="govuk-body om-quiet om-structure__names">{} in plans and {} not on the chart. <a class="govuk-link" href="/groups">See all groups</a></p>
)",
        counted(page.count.only_names, "group stands", "groups stand"),
        page.count.only_names == 1 ? "is" : "are");
}

Html chart(const StructurePage& page) {
    if (page.boxes.empty())
        return html(
            R"(<p class="govuk-body">No groups on this day. <a class="govuk-link" href="/groups">See all groups</a></p>
)");
    return html(R"(<div class="om-structure om-paper om-paper--a4">
{}{}</div>
)",
                list_section(page), picture_section(page));
}

} // namespace

Html structure_view(const StructurePage& page) {
    return ui::problems_summary(page.problems) +
           pages::head({.title = "Structure",
                        .sentence = html("{}{}{}", sentence(page), page.since ? " " : "",
                                         changed_words(page)),
                        .verbs = {},
                        .facts = {},
                        .caption = {}}) +
           partnership::tabs(page.words, partnership::Tab::structure) + since_form(page) +
           chart(page) + only_names(page) + downloads(page);
}

Html picture_of(const StructurePage& page, const std::string& site) {
    return draw(page.boxes, lay_out(page.boxes), drawing_of(page, Drawing::For::file, site));
}

Html sheet_of(const StructurePage& page, const std::string& site) {
    return html(
        R"(<div class="om-head"><h1 class="govuk-heading-l">Structure on {}</h1><p class="om-lede">{}{}{}</p></div>
<div class="om-structure om-paper om-paper--a4"><div class="om-structure__paper">{}</div></div>
)",
        spoken_long(page.on), sentence(page), page.since ? " " : "", changed_words(page),
        draw(page.boxes, lay_out(page.boxes), drawing_of(page, Drawing::For::page, site)));
}

} // namespace openmasa::structure
