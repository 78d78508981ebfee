#include "plan/responses/timeliness.hpp"
#include "kernel/text.hpp"
#include "plan/owner_link.hpp"
#include "web/pages/pieces.hpp"
#include "web/ui/table.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::responses {
namespace {

constexpr store::Query<Timeliness(Day)> list_timeliness{"responses.timeliness", R"sql(
    SELECT w.id, w.name,
           CAST(sum(CASE WHEN x.answered_on <= x.due THEN 1 ELSE 0 END) AS BIGINT),
           CAST(sum(CASE WHEN x.answered_on > x.due THEN 1 ELSE 0 END) AS BIGINT),
           CAST(sum(CASE WHEN x.answered_on IS NULL AND x.due >= $1 THEN 1 ELSE 0 END) AS BIGINT),
           CAST(sum(CASE WHEN x.answered_on IS NULL AND x.due < $1 THEN 1 ELSE 0 END) AS BIGINT)
    FROM recommendation_response x JOIN owner w ON w.id = x.owner_id
    GROUP BY w.id, w.name ORDER BY lower(w.name), w.id)sql"};

// --- the picture --------------------------------------------------------------------------------

/// One part of a bar: how it looks, and what it is in words. What is late is the tallest.
struct Part {
    int Timeliness::*count;
    std::string_view classes, words;
    int y, height;
};
constexpr Part parts[] = {
    {&Timeliness::in_time, "om-dot", "answered in time", 4, 12},
    {&Timeliness::answered_late, "om-dot om-dot--part", "answered late", 7, 6},
    {&Timeliness::waits, "om-dot om-dot--wait", "not yet due", 4, 12},
    {&Timeliness::late, "om-dot--late", "late", 1, 18},
};

std::string in_words(const Timeliness& one) {
    std::vector<std::string> said;
    for (const auto& part : parts)
        if (one.*part.count) said.push_back(fmt::format("{} {}", one.*part.count, part.words));
    return fmt::format("{}: {}", one.name, join(said, ", "));
}

/// As long as its share of the agency that was asked most.
Html bar(const Timeliness& one, int most) {
    constexpr double gap = 0.8; // per cent between two parts
    Html drawn;
    double start = 0;
    for (const auto& part : parts) {
        const double share = 100.0 * (one.*part.count) / most;
        if (share > 0)
            append(drawn, R"(<rect class="{}" x="{}%" y="{}" width="{}%" height="{}"/>)",
                   part.classes, fmt::format("{:.1f}", start), part.y,
                   fmt::format("{:.1f}", std::max(share - gap, 0.4)), part.height);
        start += share;
    }
    return html(R"(<svg class="om-bar-chart" role="img" aria-label="{}">{}</svg>)", in_words(one),
                drawn);
}

/// What the parts mean, each as it is drawn.
Html key() {
    Html items;
    for (const auto& part : parts)
        append(
            items,
            R"(<li><svg aria-hidden="true" focusable="false" viewBox="0 0 12 20"><rect class="{}" x="1" y="{}" width="10" height="{}"/></svg>{}</li>
)",
            part.classes, part.y, part.height, part.words);
    return html(R"(<ul class="om-answers">
{}</ul>
)",
                items);
}

// --- the table ----------------------------------------------------------------------------------

ui::TableCell number(std::string_view label, int value) {
    return {.text = escaped(std::to_string(value)),
            .format = "numeric",
            .attributes = {{"data-label", std::string(label)}}};
}

ui::TableCell head(std::string_view words) {
    return {.text = words, .format = "numeric"};
}

} // namespace

std::vector<Timeliness> timeliness(store::Db& db, const Scope& scope) {
    if (!scope.may(Permission::read_plan)) return {};
    return db.all(list_timeliness, scope.today);
}

Timeliness added_up(const std::vector<Timeliness>& all) {
    Timeliness sum{.owner = {}};
    for (const auto& one : all) {
        sum.in_time += one.in_time;
        sum.answered_late += one.answered_late;
        sum.waits += one.waits;
        sum.late += one.late;
    }
    return sum;
}

Html timeliness_view(const std::vector<Timeliness>& all, const terms::Words& words) {
    if (all.empty()) return {};
    ui::Table table{.caption = words.say("[Agencies] by how they answered in time"),
                    .caption_classes = "govuk-visually-hidden",
                    .head = {{.text = words.heading(terms::Word::agency)},
                             {.text = "How they came"},
                             head("Asked"),
                             head("Answered in time"),
                             head("Answered late"),
                             head("Not yet due"),
                             head("Late")},
                    .first_cell_is_header = true,
                    .classes = "om-stack"};
    const int most = std::ranges::max(all, {}, &Timeliness::asked).asked();
    for (const auto& one : all)
        table.rows.push_back({{.text = plan::owner_link(one.owner, one.name)},
                              {.text = bar(one, most)},
                              number("Asked", one.asked()),
                              number("Answered in time", one.in_time),
                              number("Answered late", one.answered_late),
                              number("Not yet due", one.waits),
                              number("Late", one.late)});
    return pages::section("timeliness", words.say("[Agencies] by timeliness"),
                          key() + ui::table(table));
}

} // namespace openmasa::responses
