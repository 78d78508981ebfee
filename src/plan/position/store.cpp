#include "plan/position/store.hpp"
#include "core/history/as_at.hpp"
#include <algorithm>
#include <set>

namespace openmasa::position {
namespace {

using store::ComposedQuery;
using store::Query;

/// What is text in it lives until the next row.
struct VersionRow {
    std::string_view id;
    std::int64_t version;
    Stand stand;
    std::optional<Home> home;
    std::optional<plan::SectionId> priority;
    std::string_view home_words;
    std::optional<Kind> kind;
    std::optional<Day> due;
};
constexpr Query<VersionRow(Day, Moment)> list_versions{"position.versions", R"sql(
    SELECT id, of_version, true_from, state, joined_to_id, withdrawn_at IS NOT NULL, home, priority_id, home_words,
           kind, due
    FROM recommendation_version WHERE true_from <= $1 AND recorded_at < $2 ORDER BY id, of_version)sql"};

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

/// The one that stands by that version on the day; nothing for what an earlier one said.
template<class SomeLife>
SomeLife* standing_by(std::span<SomeLife> lives, std::string_view id, std::int64_t version) {
    const auto found =
        std::ranges::lower_bound(lives, id, {}, [](const Life& life) { return life.id.view(); });
    const bool is_it = found != lives.end() && found->id.view() == id && found->version == version;
    return is_it ? &*found : nullptr;
}

/// The rows of one recommendation come after one another.
class Reader {
public:
    void add(const VersionRow& row) {
        if (lives_.empty() || lives_.back().id.view() != row.id)
            lives_.push_back({.id = RecommendationId::unchecked(row.id)});
        auto& life = lives_.back();
        add_stand(life.stands, row.stand);
        life.version = row.version;
        life.filed.home = row.home;
        life.filed.priority = row.priority;
        life.filed.home_words = row.home_words;
        life.filed.kind = row.kind;
        life.filed.due = row.due;
    }
    void add(const SourceRow& row) {
        if (auto* life = standing_by(std::span(lives_), row.id, row.version))
            life->recommended = std::min(life->recommended, row.dated);
    }
    void end_versions() {
        for (auto& life : lives_) life.recommended = life.stands.front().from;
    }
    std::vector<Life> take() { return std::move(lives_); }

private:
    std::vector<Life> lives_;
};

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
    Reader reader;
    db.each(
        list_versions, [&](const VersionRow& row) { reader.add(row); }, scope.today,
        known_before(scope));
    reader.end_versions();
    db.each(
        list_source_days, [&](const SourceRow& row) { reader.add(row); }, scope.today,
        known_before(scope));
    return reader.take();
}

std::vector<TimeRecommended> times_recommended(store::Db& db, const Scope& scope,
                                               std::span<const Life> lives) {
    std::vector<TimeRecommended> times;
    if (!scope.may(Permission::read_plan)) return times;
    std::map<RecommendationId, std::string> tags;
    db.each(
        list_tags,
        [&](const TagsRow& row) {
            if (const auto* life = standing_by(lives, row.id, row.version))
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
            const auto* life = standing_by(lives, row.id, row.version);
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
