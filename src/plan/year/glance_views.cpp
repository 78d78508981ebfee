#include "plan/year/glance_views.hpp"
#include "kernel/text.hpp"
#include "plan/year/window.hpp"
#include "web/chart/standing_signs.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::year {
namespace {

using What = Item::What;

struct Said {
    /// After its number: "3 done".
    std::string_view words;
    ui::Standing sign;
};
Said said(What what) {
    switch (what) {
    case What::done: return {"done", ui::Standing::done};
    case What::begun: return {"begun", ui::Standing::in_progress};
    case What::taken_up: return {"taken up again", ui::Standing::in_progress};
    case What::stopped: return {"stopped", ui::Standing::stopped};
    case What::blocked: return {"blocked", ui::Standing::blocked};
    case What::shown: return {"shown by evidence", ui::Standing::done};
    case What::late: return {"late: due then, and not done", ui::Standing::late};
    case What::step: return {"with a step due", ui::Standing::not_started};
    case What::due: return {"due", ui::Standing::not_started};
    }
    return {};
}

/// A sheet for evidence, else a sign.
Html sign_of(What what) {
    if (what != What::shown) return chart::sign_in_key(said(what).sign);
    return html(
        R"(<svg class="om-sheet" viewBox="0 0 14 16" aria-hidden="true" focusable="false"><path d="M2 1h6.5L12 4.5V15H2z"/></svg>)");
}

/// Of what a year is told by, a month shows more.
int most_of(What what) {
    const bool tells = what == What::done || what == What::stopped || what == What::due;
    return tells ? most_of_a_kind : fewest_of_a_kind;
}

/// What stands behind an item's title: the day, of a step its words, and whether it is shown.
std::string remark_of(const Item& item) {
    auto remark = plan::spoken(item.on);
    remark.resize(remark.rfind(' ')); // the year is the page's
    remark.replace(remark.find(' '), 1, "\u00a0");
    if (!item.words.empty()) remark += ": " + one_line(item.words);
    if (item.what == What::done && item.pieces > 0) remark += ", and shown";
    if (item.what == What::shown && item.pieces > 1)
        remark += ", " + counted(item.pieces, "piece", "pieces");
    return remark;
}

Html item_of(const Item& item) {
    return html(
        R"(<li><span class="om-lane__ref">{}</span> {} <span class="om-quiet">{}</span></li>
)",
        item.action.reference,
        html(R"(<a class="govuk-link govuk-link--no-visited-state" href="/actions/{}">{}</a>)",
             item.action.id, item.action.title),
        remark_of(item));
}

Html the_rest(const GlancePage& page, const Month& month, What what, int rest) {
    if (rest <= 0) return {};
    return html(R"(<li class="om-glance__more">{}</li>
)",
                link(fmt::format("{}#{}", page.address(month), to_text(what)),
                     fmt::format("{} more", rest)));
}

/// The number leads to all of them.
Html number_of(const GlancePage& page, const Month& month, What what) {
    const int count = month.count(what);
    if (page.is_one_month) return html("{} {}", count, said(what).words);
    return html(R"(<a href="{}#{}">{} {}</a>)", page.address(month), to_text(what), count,
                said(what).words);
}

Html group_of(const GlancePage& page, const Month& month, What what) {
    const int count = month.count(what);
    if (count == 0) return {};
    const int shown = page.is_one_month ? count : std::min(count, most_of(what));
    Html items;
    int number = 0;
    for (const auto& item : month.items)
        if (item.what == what && ++number <= shown) items += item_of(item);
    const auto level = page.is_one_month ? html("3") : html("4");
    return html(
        R"(<h{} class="om-glance__kind om-glance__kind--{}"{}>{}{}</h{}>
<ul class="om-glance__items">
{}{}</ul>
)",
        level, to_text(what), when(page.is_one_month, html(R"( id="{}")", to_text(what))),
        sign_of(what), number_of(page, month, what), level, items,
        the_rest(page, month, what, count - shown));
}

std::string_view nothing(const Month& month) {
    return month.when == Month::When::to_come ? "Nothing falls due." : "Nothing was recorded.";
}

Html groups_of(const GlancePage& page, const Month& month) {
    Html groups;
    for (auto what : all_items) groups += group_of(page, month, what);
    if (groups.empty())
        return html(R"(<p class="om-quiet om-glance__none">{}</p>
)",
                    nothing(month));
    return groups;
}

std::string_view name_of(Month::When when) {
    switch (when) {
    case Month::When::past: return "past";
    case Month::When::current: return "current";
    case Month::When::to_come: return "to-come";
    }
    return {};
}

Html month_part(const GlancePage& page, const Month& month) {
    return html(
        R"(<li class="om-glance__month om-glance__month--{}"><h3 class="om-glance__name"><a href="{}">{}</a>{}</h3>
{}</li>
)",
        name_of(month.when), page.address(month), spoken_month(month.first),
        when(month.when == Month::When::current,
             html(R"( <span class="om-glance__now">this month</span>)")),
        groups_of(page, month));
}

int count_in(const std::vector<Month>& months, What what) {
    int sum = 0;
    for (const auto& month : months) sum += month.count(what);
    return sum;
}

/// "10 done, 32 begun, one stopped and 29 more shown by evidence. Five are late, 17 still due."
Html year_sentence(const GlancePage& page) {
    const auto count = [&](What what) { return count_in(page.months, what); };
    const int late = count(What::late), due = count(What::due);
    return html(
        "{} done, {} begun, {} stopped, and {} more shown by evidence. {} {} late, {} still due.",
        count(What::done), count(What::begun), count(What::stopped), count(What::shown), late,
        late == 1 ? "is" : "are", due);
}

Html own_fields(const GlancePage& page) {
    std::vector<Option> kinds, years;
    for (auto kind : all_year_kinds)
        kinds.push_back({std::string(to_text(kind)), std::string(spoken(kind))});
    for (int by = -5; by <= 3; ++by) {
        const auto year = page.year.moved(by);
        years.push_back({std::to_string(year.from), spoken(year)});
    }
    return select("kind", "Which kind of year", kinds, to_text(page.year.kind)) +
           select("from", "Which year", years, std::to_string(page.year.from));
}

Html way_along(const GlancePage& page) {
    const auto before = page.year.moved(-1), after = page.year.moved(1);
    return html(R"(<ul class="om-links om-along"><li>{}</li>
<li>{}</li></ul>
)",
                link(page.address(before), spoken(before)),
                link(page.address(after), spoken(after)));
}

Html one_month(const GlancePage& page) {
    const auto& month = page.months.front();
    return html(R"({}<h2 class="govuk-heading-m">{}{}</h2>
<div class="om-glance__one">
{}</div>
<p class="govuk-body">{}</p>
)",
                chart::sign_shapes(), spoken_month(month.first), on_paper(page.picture),
                groups_of(page, month),
                link(page.address(page.year), "The whole year, " + spoken(page.year)));
}

Html whole_year(const GlancePage& page) {
    Html months;
    for (const auto& month : page.months) months += month_part(page, month);
    const Choosing choices{.folder = "year",
                           .label = "Choose the year and actions",
                           .own_fields = own_fields(page),
                           .own_query = to_query(page.year)};
    return html(R"({}<h2 class="govuk-heading-m">The year at a glance, {}{}</h2>
<p class="om-lede">{}</p>
<div class="om-picks">{}{}</div>
{}<ol class="om-glance">
{}</ol>
)",
                chart::sign_shapes(), spoken(page.year), on_paper(page.picture),
                year_sentence(page), choosing(page.picture, choices), way_along(page),
                chosen_line(page.picture, choices), months);
}

} // namespace

Html glance_view(const GlancePage& page) {
    return html(R"({}<div class="om-pictures om-paper om-paper--upright">{}</div>
)",
                picture_head(page.picture, plan::PlanTab::year),
                page.is_one_month ? one_month(page) : whole_year(page));
}

} // namespace openmasa::year
