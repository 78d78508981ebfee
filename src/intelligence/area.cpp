#include "intelligence/area.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <iterator>

namespace openmasa::intelligence {
namespace {

struct LevelRow {
    std::string_view text, spoken;
};
constexpr LevelRow levels[] = {{"england", "England"},
                               {"region", "region"},
                               {"upper_tier", "local authority"},
                               {"district", "district"},
                               {"locality", "locality"}};

constexpr AreaLife lives[] = {
    {"E06000028", "837", "", "2019-03-31", "E06000058"},
    {"E06000029", "836", "", "2019-03-31", "E06000058"},
    {"E10000009", "835", "", "2019-03-31", "E06000058 E06000059"},
    {"E06000058", "839", "2019-04-01", ""},
    {"E06000059", "838", "2019-04-01", ""},
    {"E10000021", "928", "", "2021-03-31", "E06000061 E06000062"},
    {"E06000061", "940", "2021-04-01", ""},
    {"E06000062", "941", "2021-04-01", ""},
    {"E10000006", "909", "", "2023-03-31", "E06000063 E06000064"},
    {"E06000063", "942", "2023-04-01", ""},
    {"E06000064", "943", "2023-04-01", ""},
};

constexpr AreaRecoding recodings[] = {
    {"E06000048", "E06000057", "2013-04-01"}, {"E08000020", "E08000037", "2013-04-01"},
    {"E10000002", "E06000060", "2020-04-01"}, {"E10000027", "E06000066", "2023-04-01"},
    {"E10000023", "E06000065", "2023-04-01"}, {"E08000016", "E08000038", "2025-04-01"},
    {"E08000019", "E08000039", "2025-04-01"},
};

} // namespace

std::string_view to_text(AreaLevel level) {
    return levels[static_cast<std::size_t>(level)].text;
}
bool from_text(std::string_view text, AreaLevel& level) {
    const auto* found = std::ranges::find(levels, text, &LevelRow::text);
    if (found == std::end(levels)) return false;
    level = static_cast<AreaLevel>(found - std::begin(levels));
    return true;
}
std::string_view spoken(AreaLevel level) {
    return levels[static_cast<std::size_t>(level)].spoken;
}

std::optional<AreaLevel> level_of_code(std::string_view code) {
    if (code.size() != 9) return std::nullopt;
    const auto kind = code.substr(0, 3);
    if (kind == "E92") return AreaLevel::england;
    if (kind == "E12" || kind == "E13") return AreaLevel::region;
    if (kind == "E06" || kind == "E08" || kind == "E09" || kind == "E10")
        return AreaLevel::upper_tier;
    if (kind == "E07") return AreaLevel::district;
    return std::nullopt;
}

std::string plain_name(std::string_view name) {
    auto plain = lower(one_line(name));
    const auto open = plain.find(" (");
    if (open != plain.npos && plain.ends_with(')'))
        plain = plain.substr(open + 2, plain.size() - open - 3) + " " + plain.substr(0, open);
    for (const std::string_view more : {", city of", ", county of", " borough"})
        if (plain.ends_with(more)) plain.erase(plain.size() - more.size());
    if (plain.starts_with("county ")) plain.erase(0, 7);
    for (auto at = plain.find(" & "); at != plain.npos; at = plain.find(" & "))
        plain.replace(at, 3, " and ");
    std::erase_if(plain, [](char c) { return c == '.' || c == ',' || c == '\''; });
    return plain;
}

std::span<const AreaLife> area_lives() {
    return lives;
}

const AreaLife* find_area_life(std::string_view ons, std::string_view dfe) {
    const auto* found = std::ranges::find_if(lives, [&](const AreaLife& life) {
        return (!ons.empty() && life.ons == ons) || (!dfe.empty() && life.dfe == dfe);
    });
    return found == std::end(lives) ? nullptr : found;
}

std::span<const AreaRecoding> area_recodings() {
    return recodings;
}

} // namespace openmasa::intelligence
