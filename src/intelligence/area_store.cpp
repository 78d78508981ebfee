#include "intelligence/area_store.hpp"
#include "core/audit/audit.hpp"

namespace openmasa::intelligence {
namespace {

using store::None;
using store::Query;

struct AreaRow {
    AreaNumber number;
    std::string name;
    AreaLevel level;
    std::optional<AreaNumber> within;
    std::optional<Day> from, to;
    bool is_ours;
};
constexpr Query<AreaRow()> list_areas{
    "areas.list",
    "SELECT number, name, level, within_number, from_day, to_day, is_ours FROM area ORDER BY number"};

struct Code {
    std::string scheme, code;
    AreaNumber area;
    std::optional<Day> to;
};
/// Of codes of one area the one that it has now comes last.
constexpr Query<Code()> list_codes{"areas.codes", R"sql(
    SELECT scheme, code, area_number, to_day FROM area_code ORDER BY area_number, to_day IS NULL, to_day, code)sql"};
constexpr Query<std::int64_t()> find_last{"areas.last_number",
                                          "SELECT coalesce(max(number), 0) FROM area"};
constexpr Query<None(AreaNumber, std::string_view, AreaLevel, std::optional<AreaNumber>,
                     std::optional<Day>, std::optional<Day>)>
    insert_area{"areas.add", R"sql(
    INSERT INTO area (number, name, level, within_number, from_day, to_day, is_ours)
    VALUES ($1, $2, $3, $4, $5, $6, 0))sql"};
constexpr Query<None(std::string_view, std::string_view, AreaNumber, std::optional<Day>,
                     std::optional<Day>)>
    insert_code{"areas.add_code", R"sql(
    INSERT INTO area_code (scheme, code, area_number, from_day, to_day) VALUES ($1, $2, $3, $4, $5))sql"};
constexpr Query<None(AreaNumber, AreaNumber)> update_within{
    "areas.place", "UPDATE area SET within_number = $2 WHERE number = $1"};
constexpr Query<None()> clear_ours{"areas.clear_ours",
                                   "UPDATE area SET is_ours = 0 WHERE is_ours = 1"};
constexpr Query<None(AreaNumber)> update_ours{"areas.choose_ours",
                                              "UPDATE area SET is_ours = 1 WHERE number = $1"};

std::string name_key(std::string_view name, AreaLevel level) {
    return std::string(to_text(level)) + " " + plain_name(name);
}

constexpr auto twice = static_cast<std::size_t>(-1);

} // namespace

AreaBook AreaBook::read(store::Db& db) {
    AreaBook book;
    db.each(list_areas, [&](AreaRow&& row) {
        const auto place = book.areas_.size();
        book.by_number_[row.number] = place;
        const auto [known, is_new] =
            book.by_name_.try_emplace(name_key(row.name, row.level), place);
        if (!is_new) known->second = twice;
        book.areas_.push_back({.number = row.number,
                               .name = std::move(row.name),
                               .level = row.level,
                               .within = row.within,
                               .from = row.from,
                               .to = row.to,
                               .is_ours = row.is_ours});
    });
    db.each(list_codes, [&](Code&& row) {
        const auto place = book.by_number_.at(row.area);
        const bool is_ons = row.scheme == "ons";
        (is_ons ? book.by_ons_ : book.by_dfe_)[row.code] = place;
        auto& area = book.areas_[place];
        (is_ons ? area.ons : area.dfe) = row.code;
    });
    return book;
}

const Area* AreaBook::at(const std::map<std::string, std::size_t, std::less<>>& index,
                         std::string_view key) const {
    const auto found = index.find(key);
    return found == index.end() || found->second == twice ? nullptr : &areas_[found->second];
}

const Area* AreaBook::find(AreaNumber number) const {
    const auto found = by_number_.find(number);
    return found == by_number_.end() ? nullptr : &areas_[found->second];
}
const Area* AreaBook::with_ons(std::string_view code) const {
    return at(by_ons_, code);
}
const Area* AreaBook::with_dfe(std::string_view code) const {
    return at(by_dfe_, code);
}
const Area* AreaBook::called(std::string_view name, AreaLevel level) const {
    return at(by_name_, name_key(name, level));
}
const Area* AreaBook::ours() const {
    for (const auto& area : areas_)
        if (area.is_ours) return &area;
    return nullptr;
}

AreaNumber next_area_number(store::Db& db) {
    return db.one(find_last).value_or(0) + 1;
}

void add_area(store::Db& db, const Area& area) {
    db.run(insert_area, area.number, area.name, area.level, area.within, area.from, area.to);
    if (!area.ons.empty()) add_code(db, "ons", area.ons, area.number);
    if (!area.dfe.empty()) add_code(db, "dfe", area.dfe, area.number);
}

void add_code(store::Db& db, std::string_view scheme, std::string_view code, AreaNumber area) {
    std::optional<Day> from, to;
    for (const auto& one : area_recodings()) {
        if (one.after == code) from = day_from_iso(one.on);
        if (one.before == code) to = *day_from_iso(one.on) - std::chrono::days{1};
    }
    db.run(insert_code, scheme, code, area, from, to);
}

void place_within(store::Db& db, AreaNumber area, AreaNumber within) {
    db.run(update_within, area, within);
}

void choose_ours(store::Db& db, const Scope& scope, const Area& area) {
    db.run(clear_ours);
    db.run(update_ours, area.number);
    audit::record(db, scope,
                  {.verb = "area.chosen",
                   .kind = "area",
                   .id = area.ons.empty() ? area.dfe : area.ons,
                   .content = {}});
}

} // namespace openmasa::intelligence
