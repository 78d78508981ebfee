#include "core/clocks/clock_store.hpp"
#include "core/audit/newest.hpp"
#include "core/clocks/store.hpp"
#include "core/references/references.hpp"
#include "core/settings/revision.hpp"
#include "kernel/text.hpp"
#include <fmt/format.h>
#include <map>

namespace openmasa::clocks {
namespace {

using store::None;
using store::Query;

struct Row {
    ClockId id;
    std::string kind, record, rule;
    std::optional<OwnerId> group;
    Day start;
    std::optional<Moment> started_at;
    std::string note;
    std::optional<Day> stopped;
    std::string stopped_why;
    std::int64_t version;
    std::string letter;
    int year, number;
};
struct PauseRow {
    ClockId clock;
    Day from;
    std::optional<Day> restarted;
    std::string why;
};

constexpr Query<Row(int)> list_running{"clocks.list_running", R"sql(
    SELECT c.id, c.kind, c.record_id, c.rule, c.owner_id, c.start_day, c.started_at, c.note, c.stopped_on,
           c.stopped_why, c.version, coalesce(r.letter, ''), coalesce(r.year, 0), coalesce(r.number, 0)
    FROM clock c LEFT JOIN reference r ON r.kind = c.kind AND r.record_id = c.record_id
    WHERE c.stopped_on IS NULL ORDER BY c.due_on, c.id LIMIT $1)sql"};
constexpr Query<PauseRow()> list_pauses_of_running{"clocks.list_pauses_of_running", R"sql(
    SELECT p.clock_id, p.from_day, p.restarted_on, p.why
    FROM clock_pause p JOIN clock c ON c.id = p.clock_id
    WHERE c.stopped_on IS NULL ORDER BY p.clock_id, p.position)sql"};
constexpr Query<Row()> list_with_references{"clocks.list_with_references", R"sql(
    SELECT c.id, c.kind, c.record_id, c.rule, c.owner_id, c.start_day, c.started_at, c.note, c.stopped_on,
           c.stopped_why, c.version, coalesce(r.letter, ''), coalesce(r.year, 0), coalesce(r.number, 0)
    FROM clock c LEFT JOIN reference r ON r.kind = c.kind AND r.record_id = c.record_id ORDER BY c.id)sql"};
/// The history holds what was known and true then, and no more.
constexpr Query<std::int64_t(ClockId)> find_version_then{"clocks.version_then", R"sql(
    SELECT coalesce(max(version), 0) FROM history WHERE kind = 'clock' AND record_id = $1)sql"};
struct VersionThen {
    ClockId clock;
    std::int64_t version;
};
constexpr Query<VersionThen()> list_versions_then{"clocks.versions_then", R"sql(
    SELECT record_id, max(version) FROM history WHERE kind = 'clock' GROUP BY record_id)sql"};
constexpr Query<VersionThen(std::string_view, std::string_view)> list_versions_then_about{
    "clocks.versions_then_about", R"sql(
    SELECT h.record_id, max(h.version) FROM clock c JOIN history h ON h.kind = 'clock' AND h.record_id = c.id
    WHERE c.kind = $1 AND c.record_id = $2 GROUP BY h.record_id)sql"};
constexpr Query<Row(std::string_view, std::string_view)> list_about{"clocks.list_about", R"sql(
    SELECT id, kind, record_id, rule, owner_id, start_day, started_at, note, stopped_on, stopped_why, version, '', 0, 0
    FROM clock WHERE kind = $1 AND record_id = $2
    ORDER BY CASE WHEN stopped_on IS NULL THEN 0 ELSE 1 END, due_on, id)sql"};
constexpr Query<PauseRow(std::string_view, std::string_view)> list_pauses_about{
    "clocks.list_pauses_about", R"sql(
    SELECT p.clock_id, p.from_day, p.restarted_on, p.why
    FROM clock_pause p JOIN clock c ON c.id = p.clock_id
    WHERE c.kind = $1 AND c.record_id = $2 ORDER BY p.clock_id, p.position)sql"};
constexpr Query<Row(ClockId)> find_by_id{"clocks.find", R"sql(
    SELECT id, kind, record_id, rule, owner_id, start_day, started_at, note, stopped_on, stopped_why, version, '', 0, 0
    FROM clock WHERE id = $1)sql"};
constexpr Query<PauseRow(ClockId)> list_pauses_of{"clocks.list_pauses", R"sql(
    SELECT clock_id, from_day, restarted_on, why FROM clock_pause WHERE clock_id = $1 ORDER BY position)sql"};
constexpr Query<Row()> list_all{"clocks.list_all", R"sql(
    SELECT id, kind, record_id, rule, owner_id, start_day, started_at, note, stopped_on, stopped_why, version, '', 0, 0
    FROM clock ORDER BY id)sql"};
constexpr Query<PauseRow()> list_all_pauses{"clocks.list_all_pauses", R"sql(
    SELECT clock_id, from_day, restarted_on, why FROM clock_pause ORDER BY clock_id, position)sql"};

constexpr Query<None(ClockId, std::string_view, std::string_view, std::string_view,
                     std::optional<OwnerId>, Day, std::optional<Moment>, std::string_view, Day,
                     Moment)>
    insert_clock{"clocks.add", R"sql(
    INSERT INTO clock (id, kind, record_id, rule, owner_id, start_day, started_at, note, due_on, stopped_why, version,
                       updated_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, '', 1, $10))sql"};
constexpr Query<None(ClockId, std::int64_t, Day, std::optional<Day>, std::string_view, Moment)>
    update_clock{"clocks.save", R"sql(
    UPDATE clock SET version = $2 + 1, due_on = $3, stopped_on = $4, stopped_why = $5, updated_at = $6
    WHERE id = $1 AND version = $2)sql"};
constexpr Query<None(ClockId, int, Day, std::optional<Day>, std::string_view)> put_pause{
    "clocks.put_pause", R"sql(
    INSERT INTO clock_pause (clock_id, position, from_day, restarted_on, why) VALUES ($1, $2, $3, $4, $5)
    ON CONFLICT (clock_id, position) DO UPDATE SET restarted_on = $4)sql"};

Clock clock_of(Row&& row) {
    return {.id = row.id,
            .kind = std::move(row.kind),
            .record = std::move(row.record),
            .rule = std::move(row.rule),
            .group = row.group,
            .start = row.start,
            .started_at = row.started_at,
            .note = std::move(row.note),
            .stopped = row.stopped,
            .stopped_why = std::move(row.stopped_why),
            .version = row.version};
}

std::map<ClockId, std::vector<ClockPause>> by_clock(std::vector<PauseRow> rows) {
    std::map<ClockId, std::vector<ClockPause>> pauses;
    for (auto& row : rows)
        pauses[row.clock].push_back({row.from, row.restarted, std::move(row.why)});
    return pauses;
}

std::vector<Clock> clocks_of(std::vector<Row> rows, std::vector<PauseRow> pause_rows) {
    auto pauses = by_clock(std::move(pause_rows));
    std::vector<Clock> clocks;
    for (auto& row : rows) {
        clocks.push_back(clock_of(std::move(row)));
        clocks.back().pauses = std::move(pauses[clocks.back().id]);
    }
    return clocks;
}

std::vector<ListedClock> listed(std::vector<Row> rows, std::vector<PauseRow> pause_rows) {
    auto pauses = by_clock(std::move(pause_rows));
    std::vector<ListedClock> all;
    for (auto& row : rows) {
        auto reference = row.letter.empty() ? std::string()
                                            : references::written(row.letter, row.year, row.number);
        all.push_back({clock_of(std::move(row)), std::move(reference)});
        all.back().clock.pauses = std::move(pauses[all.back().clock.id]);
    }
    return all;
}

std::string spoken_pauses(const Clock& clock) {
    std::vector<std::string> lines;
    for (const auto& pause : clock.pauses)
        lines.push_back(pause.restarted
                            ? fmt::format("{} until it ran again on {}: {}", spoken(pause.from),
                                          spoken(*pause.restarted), pause.why)
                            : fmt::format("from {}: {}", spoken(pause.from), pause.why));
    return join(lines, "\n");
}

audit::Content content_of(const Clock& clock) {
    return {{"Clock", clock.rule},
            {"About", clock.kind + " " + clock.record},
            {"Group", clock.group ? clock.group->str() : ""},
            {"Started", clock.started_at ? spoken(*clock.started_at) : spoken(clock.start)},
            {"Note", clock.note},
            {"Paused", spoken_pauses(clock)},
            {"Stopped", clock.stopped ? spoken(*clock.stopped) : ""},
            {"Why stopped", clock.stopped_why}};
}

void record(store::Db& db, const Scope& scope, std::string_view verb, const Clock& clock,
            std::int64_t version) {
    revision::count_up(db, clocks_revision);
    audit::record(db, scope,
                  {.verb = verb,
                   .kind = "clock",
                   .id = clock.id.view(),
                   .version = version,
                   .content = content_of(clock)});
}

} // namespace

std::vector<ListedClock> running_clocks(store::Db& db, int most) {
    return listed(db.all(list_running, most), db.all(list_pauses_of_running));
}

std::optional<Clock> as_it_stood(store::Db& db, Clock clock) {
    const auto version = db.one(find_version_then, clock.id).value_or(0);
    if (version == 0) return std::nullopt;
    return in_version(std::move(clock), version);
}

std::vector<Clock> about_then(store::Db& db, std::string_view kind, std::string_view record) {
    auto now = about(db, kind, record);
    if (now.empty()) return now;
    std::map<ClockId, std::int64_t> versions;
    for (const auto& row : db.all(list_versions_then_about, kind, record))
        versions[row.clock] = row.version;
    std::vector<Clock> then;
    for (auto& clock : now)
        if (const auto known = versions.find(clock.id); known != versions.end())
            then.push_back(in_version(std::move(clock), known->second));
    return then;
}

std::vector<ListedClock> running_then(store::Db& db) {
    std::map<ClockId, std::int64_t> versions;
    for (const auto& row : db.all(list_versions_then)) versions[row.clock] = row.version;
    auto all = listed(db.all(list_with_references), db.all(list_all_pauses));
    std::erase_if(all, [&](const ListedClock& one) { return !versions.contains(one.clock.id); });
    for (auto& one : all) one.clock = in_version(std::move(one.clock), versions.at(one.clock.id));
    std::erase_if(all, [](const ListedClock& one) { return one.clock.is_stopped(); });
    return all;
}

std::vector<Clock> about(store::Db& db, std::string_view kind, std::string_view record) {
    auto rows = db.all(list_about, kind, record);
    if (rows.empty()) return {};
    return clocks_of(std::move(rows), db.all(list_pauses_about, kind, record));
}

std::optional<Clock> find_clock(store::Db& db, const ClockId& id) {
    auto row = db.one(find_by_id, id);
    if (!row) return std::nullopt;
    auto clock = clock_of(std::move(*row));
    clock.pauses = std::move(by_clock(db.all(list_pauses_of, id))[id]);
    return clock;
}

void add_clock(store::Db& db, const Scope& scope, const Clock& clock, Day due) {
    db.run(insert_clock, clock.id, clock.kind, clock.record, clock.rule, clock.group, clock.start,
           clock.started_at, clock.note, due, scope.now);
    record(db, scope, "clock.started", clock, 1);
}

Result<Done> save_clock(store::Db& db, const Scope& scope, const Clock& clock, Day due,
                        std::string_view verb) {
    if (db.run(update_clock, clock.id, clock.version, due, clock.stopped, clock.stopped_why,
               scope.now) == 0)
        return conflict("Somebody changed this clock while you were writing.");
    int position = 0;
    for (const auto& pause : clock.pauses)
        db.run(put_pause, clock.id, ++position, pause.from, pause.restarted, pause.why);
    record(db, scope, verb, clock, clock.version + 1);
    return Done{};
}

void verify(store::Db& db, audit::Verdict& verdict) {
    audit::Newest newest(db, "clock");
    for (const auto& clock : clocks_of(db.all(list_all), db.all(list_all_pauses)))
        newest.compare(
            {.id = clock.id.view(), .version = clock.version, .content = content_of(clock)},
            verdict);
    newest.report_missing(verdict);
}

} // namespace openmasa::clocks
