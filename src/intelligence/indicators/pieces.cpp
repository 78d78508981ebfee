#include "intelligence/indicators/pieces.hpp"
#include "kernel/text.hpp"
#include "web/ui/button.hpp"
#include "web/ui/field.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::intelligence {
namespace {

/// In signs that every file system takes.
std::string plain_name(std::string_view words, std::size_t most) {
    std::string name;
    for (const char sign : lower(words)) {
        const bool is_plain = (sign >= 'a' && sign <= 'z') || (sign >= '0' && sign <= '9');
        if (is_plain)
            name += sign;
        else if (!name.empty() && name.back() != '-')
            name += '-';
    }
    name.resize(std::min(name.size(), most));
    while (name.ends_with('-')) name.pop_back();
    return name.empty() ? "indicator" : name;
}

} // namespace

Html sign(std::string_view mark) {
    const bool is_usual = mark == "common";
    const auto inside =
        is_usual
            ? html(
                  R"(<line class="om-says__rule" x1="7" x2="45" y1="16" y2="16"/><line class="om-says__rule" x1="7" x2="45" y1="36" y2="36"/><path class="om-says__wave" d="M10 28 L17 22 L24 30 L31 23 L38 29 L43 25"/>)")
            : html(
                  R"(<line class="om-says__rule" x1="7" x2="45" y1="24" y2="24"/><path class="om-says__wave" d="M11 17 L18 20 L25 28 L32 33 L40 37"/><circle class="om-says__dot" cx="40" cy="37" r="3.5"/>)");
    return html(
        R"(<svg class="om-says__sign om-says__sign--{}" viewBox="0 0 52 52" aria-hidden="true" focusable="false"><circle class="om-says__ring" cx="26" cy="26" r="24"/>{}</svg>)",
        mark, inside);
}

const std::string& code_of(const Area& area) {
    return area.ons.empty() ? area.dfe : area.ons;
}

const Area* area_with(const AreaBook& book, std::string_view code) {
    const auto* area = book.with_ons(code);
    return area ? area : book.with_dfe(code);
}

std::string with_article(const Area& area) {
    const bool takes_it = area.level == AreaLevel::region && !area.name.ends_with("London") &&
                          !area.name.starts_with("Yorkshire");
    return (takes_it ? "the " : "") + area.name;
}

std::string about(const Definition& is, const FigurePeriod& period) {
    if (period.kind() != PeriodKind::reporting_year || period.years() != 1)
        return spoken_long(period);
    const auto said = lower(is.title + " " + is.counts + " " + is.unit);
    const auto says = [&](std::string_view words) { return said.find(words) != said.npos; };
    if (says("31 march")) return "on " + openmasa::spoken_long(period.last());
    if (says("population estimate") || says("mid-year")) return "the middle of " + spoken(period);
    return spoken_long(period);
}

std::string file_name(const Definition& is, const Area* area, std::string_view what, Day today,
                      std::string_view ending) {
    constexpr std::size_t most_of_title = 48, most_of_area = 32;
    return fmt::format("{}-{}{}-{}.{}", plain_name(is.title, most_of_title),
                       area ? plain_name(area->name, most_of_area) + "-" : std::string(), what,
                       iso(today), ending);
}

Html area_choice(const AreaBook& book, const Area* chosen, std::string_view address,
                 const Html& more, std::string_view verb) {
    ui::SelectField choice{.name = "area", .label = "Area"};
    if (!chosen) choice.items.push_back({.text = "Choose an area", .value = ""});
    std::vector<const Area*> areas;
    for (const auto& area : book.all())
        if (!code_of(area).empty()) areas.push_back(&area);
    std::ranges::stable_sort(areas, {}, [](const Area* area) {
        return std::pair<AreaLevel, std::string_view>(area->level, area->name);
    });
    for (const auto* area : areas)
        choice.items.push_back({.text = area->name, .value = code_of(*area)});
    if (chosen) choice.value = code_of(*chosen);
    return html(
        R"(<form class="om-seek" action="{}" method="get">{}{}{}</form>
)",
        address, more, ui::select_field(choice),
        ui::button({.text = std::string(verb), .classes = "govuk-button--secondary"}));
}

} // namespace openmasa::intelligence
