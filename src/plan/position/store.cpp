#include "plan/position/store.hpp"
#include "core/history/as_at.hpp"
#include <algorithm>
#include <cstring>
#include <set>
#include <unordered_map>

namespace openmasa::position {
namespace {

using store::ComposedQuery;
using store::Query;

/// In no order: to put them in one is quicker here than by an index that leads to each row.
struct VersionRow {
    RecommendationId id;
    std::int64_t version = 0;
    Stand stand{};
    Filed filed{};
};
constexpr Query<VersionRow(Day, Moment)> list_versions{"position.versions", R"sql(
    SELECT id, of_version, true_from, state, joined_to_id, withdrawn_at IS NOT NULL, home, priority_id, home_words,
           kind, due
    FROM recommendation_version WHERE true_from <= $1 AND recorded_at < $2)sql"};

/// What is text in it lives until the next row.
struct SourceRow {
    std::string_view id;
    std::int64_t version;
    Day dated;
};
constexpr Query<SourceRow(Day, Moment)> list_source_days{"position.source_days", R"sql(
    SELECT recommendation_id, of_version, dated FROM recommendation_source_version
    WHERE dated IS NOT NULL AND true_from <= $1 AND recorded_at < $2)sql"};

struct TagsRow {
    std::string_view id;
    std::int64_t version;
    std::string_view tags;
};
constexpr Query<TagsRow(Day, Moment)> list_tags{"position.tags", R"sql(
    SELECT id, of_version, tags FROM recommendation_version
    WHERE tags <> '' AND true_from <= $1 AND recorded_at < $2)sql"};
struct AnySourceRow {
    std::string_view id;
    std::int64_t version;
    std::optional<Day> dated;
};
constexpr Query<AnySourceRow(Day, Moment)> list_sources{"position.sources", R"sql(
    SELECT recommendation_id, of_version, dated FROM recommendation_source_version
    WHERE true_from <= $1 AND recorded_at < $2)sql"};

struct PriorityRow {
    plan::SectionId id;
    Day from{};
    std::string name;
};

struct DeciderRow {
    RecommendationId id;
    Day on{};
    std::string by;
};

/// What is recorded from this moment on is not known yet.
Moment known_before(const Scope& scope) {
    return scope.as_known_then ? history::end_of(scope.today) : Moment{day(9999, 12, 31)};
}

/// The end of an id is random.
struct ByItsEnd {
    std::size_t operator()(const IdText& text) const {
        std::size_t end = 0;
        std::memcpy(&end, text.data() + text.size() - sizeof end, sizeof end);
        return end;
    }
};
/// Which place each id has, in the order in which they were first seen.
class Places {
public:
    std::size_t place_of(const IdText& id) {
        return places_.try_emplace(id, places_.size()).first->second;
    }
    std::size_t size() const { return places_.size(); }
    std::optional<std::size_t> find(std::string_view id) const {
        const auto found = places_.find(RecommendationId::unchecked(id).text);
        return found == places_.end() ? std::nullopt : std::optional(found->second);
    }

private:
    std::unordered_map<IdText, std::size_t, ByItsEnd> places_;
};

/// The one that stands by that version on the day; nothing for what an earlier one said.
template<class SomeLife>
SomeLife* standing_by(std::span<SomeLife> lives, const Places& places, std::string_view id,
                      std::int64_t version) {
    const auto place = places.find(id);
    return place && lives[*place].version == version ? &lives[*place] : nullptr;
}

/// The versions of each, by their numbers.
std::vector<std::vector<VersionRow*>> by_places(std::vector<VersionRow>& rows, Places& places) {
    std::vector<std::vector<VersionRow*>> all;
    for (auto& row : rows) {
        const auto place = places.place_of(row.id.text);
        if (place == all.size()) all.emplace_back();
        all[place].push_back(&row);
    }
    for (auto& versions : all) std::ranges::sort(versions, {}, &VersionRow::version);
    return all;
}

/// What stands with one that this reader may not see stands by itself for them.
void part_from_unseen(std::vector<VersionRow>& rows, const Places& places) {
    for (auto& row : rows)
        if (row.stand.joined_to && !places.find(row.stand.joined_to->view()))
            row.stand.joined_to.reset();
}

Life life_of(std::span<VersionRow* const> versions) {
    Life life{.id = versions.front()->id};
    for (const auto* version : versions) add_stand(life.stands, version->stand);
    life.version = versions.back()->version;
    life.filed = std::move(versions.back()->filed);
    life.recommended = life.stands.front().from;
    return life;
}

/// Adds "$, $, ..." and calls `take` for each row, as often as there are batches.
template<class Row, class Begin, class End, class Take>
void each_of(store::Db& db, std::span<const RecommendationId> ids, Begin begin, End end,
             Take take) {
    while (!ids.empty()) {
        const auto batch = ids.first(std::min(ids.size(), most_ids));
        ids = ids.subspan(batch.size());
        ComposedQuery<Row> query = begin(batch.front());
        for (const auto& id : batch.subspan(1)) query.add(", $", id);
        end(query);
        db.each(query, take);
    }
}

} // namespace

std::vector<Life> lives(store::Db& db, const Scope& scope) {
    if (!scope.may(Permission::read_plan)) return {};
    auto rows = db.all(list_versions, scope.today, known_before(scope));
    Places places;
    std::vector<Life> lives;
    const auto each = by_places(rows, places);
    part_from_unseen(rows, places);
    for (const auto& versions : each) lives.push_back(life_of(versions));
    db.each(
        list_source_days,
        [&](const SourceRow& row) {
            if (auto* life = standing_by(std::span(lives), places, row.id, row.version))
                life->recommended = std::min(life->recommended, row.dated);
        },
        scope.today, known_before(scope));
    return lives;
}

std::vector<TimeRecommended> times_recommended(store::Db& db, const Scope& scope,
                                               std::span<const Life> lives) {
    std::vector<TimeRecommended> times;
    if (!scope.may(Permission::read_plan)) return times;
    Places places;
    for (const auto& life : lives) places.place_of(life.id.text);
    std::map<RecommendationId, std::string> tags;
    db.each(
        list_tags,
        [&](const TagsRow& row) {
            if (const auto* life = standing_by(lives, places, row.id, row.version))
                tags.emplace(life->id, row.tags);
        },
        scope.today, known_before(scope));
    const auto tags_of = [&](const Life& life) -> std::string_view {
        auto found = tags.find(life.id);
        if (found == tags.end() && stand_now(life).joined_to)
            found = tags.find(*stand_now(life).joined_to);
        return found == tags.end() ? std::string_view() : found->second;
    };
    db.each(
        list_sources,
        [&](const AnySourceRow& row) {
            const auto* life = standing_by(lives, places, row.id, row.version);
            if (life && !stand_now(*life).withdrawn)
                times.push_back({.tags = std::string(tags_of(*life)), .dated = row.dated});
        },
        scope.today, known_before(scope));
    return times;
}

PriorityNames priority_names(store::Db& db, const Scope& scope, std::span<const Life> lives) {
    std::set<plan::SectionId> ids;
    for (const auto& life : lives)
        if (life.filed.priority) ids.insert(*life.filed.priority);
    PriorityNames names;
    if (ids.empty() || !scope.may(Permission::read_plan)) return names;
    ComposedQuery<PriorityRow> query("position.priority_names");
    query.add("SELECT id, true_from, name FROM section_version WHERE recorded_at < $ AND id IN (''",
              iso(known_before(scope)));
    for (const auto& id : ids) query.add(", $", id);
    query.add(") ORDER BY id, of_version");
    db.each(query, [&](const PriorityRow& row) {
        const bool is_first = names.try_emplace(row.id, row.name).second;
        if (!is_first && row.from <= scope.today) names[row.id] = row.name;
    });
    return names;
}

Names named(store::Db& db, const Scope& scope, std::span<const RecommendationId> ids) {
    Names names;
    if (!scope.may(Permission::read_plan)) return names;
    each_of<Named>(
        db, ids,
        [](const RecommendationId& first) {
            ComposedQuery<Named> query("position.names");
            query.add("SELECT r.id, r.reference, r.title, coalesce(w.name, ''), r.due_words "
                      "FROM recommendation r LEFT JOIN owner w ON w.id = r.owner_id "
                      "WHERE r.id IN ($",
                      first);
            return query;
        },
        [](ComposedQuery<Named>& query) { query.add(") ORDER BY r.id"); },
        [&](Named&& one) { names.emplace(one.id, std::move(one)); });
    return names;
}

Deciders deciders_after(store::Db& db, const Scope& scope, std::span<const RecommendationId> ids,
                        Day then) {
    Deciders deciders;
    if (!scope.may(Permission::read_plan)) return deciders;
    each_of<DeciderRow>(
        db, ids,
        [&](const RecommendationId& first) {
            ComposedQuery<DeciderRow> query("position.deciders");
            query.add("SELECT recommendation_id, on_day, decided_by FROM recommendation_move "
                      "WHERE on_day > $ AND decided_by <> '' AND recommendation_id IN ($",
                      then, first);
            return query;
        },
        [](ComposedQuery<DeciderRow>& query) { query.add(") ORDER BY recommendation_id, number"); },
        [&](DeciderRow&& row) {
            deciders[{row.id, row.on}] = std::move(row.by);
        });
    return deciders;
}

} // namespace openmasa::position
