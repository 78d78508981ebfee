#include "partnership/agencies/succession_store.hpp"
#include "kernel/text.hpp"
#include "partnership/agreed_duties.hpp"
#include <fmt/format.h>

namespace openmasa::agencies {
namespace {

using store::None;
using store::Query;

struct Row {
    SuccessionId id;
    OwnerId from, to;
    std::string from_name, to_name;
    Way way;
    Day day;
    std::string ground;
    std::optional<Day> carried_out_on;
    std::string dropped_why;
    std::int64_t version;
    bool is_agreed;
};
constexpr Query<Row(OwnerId)> list_of_agency{"successions.of_agency", R"sql(
    SELECT s.id, s.from_id, s.to_id, f.name, t.name, s.way, s.day, s.ground, s.carried_out_on, s.dropped_why, s.version,
           EXISTS (SELECT 1 FROM agreed_duty d WHERE d.succession_id = s.id)
    FROM agency_succession s JOIN owner f ON f.id = s.from_id JOIN owner t ON t.id = s.to_id
    WHERE s.from_id = $1 OR s.to_id = $1 ORDER BY s.day, s.id)sql"};
constexpr Query<Row()> list_all{"successions.list", R"sql(
    SELECT s.id, s.from_id, s.to_id, f.name, t.name, s.way, s.day, s.ground, s.carried_out_on, s.dropped_why, s.version,
           EXISTS (SELECT 1 FROM agreed_duty d WHERE d.succession_id = s.id)
    FROM agency_succession s JOIN owner f ON f.id = s.from_id JOIN owner t ON t.id = s.to_id ORDER BY s.id)sql"};
constexpr Query<Row(SuccessionId)> find_by_id{"successions.find", R"sql(
    SELECT s.id, s.from_id, s.to_id, f.name, t.name, s.way, s.day, s.ground, s.carried_out_on, s.dropped_why, s.version,
           EXISTS (SELECT 1 FROM agreed_duty d WHERE d.succession_id = s.id)
    FROM agency_succession s JOIN owner f ON f.id = s.from_id JOIN owner t ON t.id = s.to_id WHERE s.id = $1)sql"};
constexpr Query<Followed()> list_followed{
    "successions.followed",
    "SELECT from_id, to_id FROM agency_succession WHERE dropped_why = '' ORDER BY id"};
constexpr Query<SuccessionId(Day)> list_due{"successions.due", R"sql(
    SELECT s.id FROM agency_succession s WHERE s.day <= $1 AND s.dropped_why = ''
      AND EXISTS (SELECT 1 FROM agreed_duty d WHERE d.succession_id = s.id AND d.outcome = 'waits')
    ORDER BY s.day, s.id)sql"};

struct DutyRow {
    AgreedDutyId id;
    std::string feature, kind, record, way, what, how, within, href, fate, why, agreed_by;
    Day agreed_on;
    SettledHow outcome;
    std::optional<Day> settled_on;
};
constexpr Query<DutyRow(SuccessionId)> list_duties{"successions.duties", R"sql(
    SELECT id, feature, kind, record_id, way, what, how, within, href, fate, why, agreed_by, agreed_on, outcome, settled_on
    FROM agreed_duty WHERE succession_id = $1 ORDER BY position, id)sql"};

constexpr Query<None(SuccessionId, OwnerId, OwnerId, Way, Day, std::string_view, Moment)>
    insert_succession{"successions.add", R"sql(
    INSERT INTO agency_succession (id, from_id, to_id, way, day, ground, dropped_why, version, updated_at)
    VALUES ($1, $2, $3, $4, $5, $6, '', 1, $7))sql"};
constexpr Query<None(SuccessionId, std::int64_t, std::optional<Day>, std::string_view, Moment)>
    update_succession{"successions.save", R"sql(
    UPDATE agency_succession SET version = $2 + 1, carried_out_on = $3, dropped_why = $4, updated_at = $5
    WHERE id = $1 AND version = $2)sql"};
constexpr Query<None(AgreedDutyId, SuccessionId, int, std::string_view, std::string_view,
                     std::string_view, std::string_view, std::string_view, std::string_view,
                     std::string_view, std::string_view, std::string_view, std::string_view,
                     std::string_view, Day, SettledHow, std::optional<Day>)>
    put_duty{"successions.put_duty", R"sql(
    INSERT INTO agreed_duty (id, succession_id, position, feature, kind, record_id, way, what, how, within, href, fate,
                             why, agreed_by, agreed_on, outcome, settled_on)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
    ON CONFLICT (id) DO UPDATE SET outcome = $16, settled_on = $17)sql"};

Succession succession_of(Row&& row) {
    return {.id = row.id,
            .from = row.from,
            .to = row.to,
            .from_name = std::move(row.from_name),
            .to_name = std::move(row.to_name),
            .way = row.way,
            .day = row.day,
            .ground = std::move(row.ground),
            .carried_out_on = row.carried_out_on,
            .dropped_why = std::move(row.dropped_why),
            .version = row.version,
            .is_agreed = row.is_agreed};
}

AgreedDuty duty_of(DutyRow&& row) {
    AgreedDuty agreed{.id = row.id,
                      .duty = {.feature = std::move(row.feature),
                               .kind = std::move(row.kind),
                               .id = std::move(row.record),
                               .as = std::move(row.way),
                               .what = std::move(row.what),
                               .how = std::move(row.how),
                               .within = std::move(row.within),
                               .href = std::move(row.href)},
                      .why = std::move(row.why),
                      .agreed_by = std::move(row.agreed_by),
                      .agreed_on = row.agreed_on,
                      .outcome = row.outcome,
                      .settled_on = row.settled_on};
    partnership::from_text(row.fate, agreed.fate);
    return agreed;
}

void read_duties(store::Db& db, Succession& succession) {
    db.each(
        list_duties, [&](DutyRow&& row) { succession.duties.push_back(duty_of(std::move(row))); },
        succession.id);
}

/// One line of the history: which duty, and what was agreed of it.
std::string line_of(const AgreedDuty& agreed) {
    auto line =
        fmt::format("{} {} by {} on {}, {}", agreed.duty.key(), partnership::to_text(agreed.fate),
                    agreed.agreed_by, iso(agreed.agreed_on), to_text(agreed.outcome));
    if (agreed.settled_on) line += " " + iso(*agreed.settled_on);
    return agreed.why.empty() ? line : line + ": " + agreed.why;
}

/// What the agencies were called then is told and not compared: they may have other names since.
constexpr history::Field fields[] = {{"name", "Name", history::Part::echo}};

audit::Content content_of(const Succession& s) {
    audit::Content content{
        {"name", fmt::format("{}, {} {}", s.from_name, spoken(s.way), s.to_name)},
        {"from", s.from.str()},
        {"to", s.to.str()},
        {"way", std::string(to_text(s.way))},
        {"day", iso(s.day)},
        {"ground", s.ground},
        {"carried_out_on", s.carried_out_on ? iso(*s.carried_out_on) : ""},
        {"dropped_why", s.dropped_why}};
    for (const auto& agreed : s.duties)
        content.emplace_back("duty." + agreed.id.str(), line_of(agreed));
    return content;
}

void record(store::Db& db, const Scope& scope, const Succession& succession,
            std::string_view verb) {
    audit::record(db, scope,
                  {.verb = verb,
                   .kind = succession_kind,
                   .id = succession.id.view(),
                   .version = succession.version,
                   .content = content_of(succession)});
}

void write_duties(store::Db& db, const Succession& succession) {
    int position = 0;
    for (const auto& a : succession.duties)
        db.run(put_duty, a.id, succession.id, ++position, a.duty.feature, a.duty.kind, a.duty.id,
               a.duty.as, a.duty.what, a.duty.how, a.duty.within, a.duty.href,
               partnership::to_text(a.fate), a.why, a.agreed_by, a.agreed_on, a.outcome,
               a.settled_on);
}

} // namespace

std::vector<Succession> successions_of(store::Db& db, const Scope& scope, const OwnerId& agency) {
    std::vector<Succession> all;
    if (!scope.may(Permission::read_agencies)) return all;
    db.each(
        list_of_agency, [&](Row&& row) { all.push_back(succession_of(std::move(row))); }, agency);
    return all;
}

std::optional<Succession> find_succession(store::Db& db, const Scope& scope,
                                          const SuccessionId& id) {
    if (!scope.may(Permission::read_agencies)) return std::nullopt;
    auto row = db.one(find_by_id, id);
    if (!row) return std::nullopt;
    auto succession = succession_of(std::move(*row));
    read_duties(db, succession);
    return succession;
}

std::optional<Succession> whole_succession(store::Db& db, const SuccessionId& id) {
    const store::Db::Plainly plainly(db);
    auto row = db.one(find_by_id, id);
    if (!row) return std::nullopt;
    auto succession = succession_of(std::move(*row));
    read_duties(db, succession);
    return succession;
}

std::vector<Followed> all_followed(store::Db& db) {
    return db.all(list_followed);
}

std::vector<SuccessionId> due_successions(store::Db& db, Day today) {
    return db.all(list_due, today);
}

void add_succession(store::Db& db, const Scope& scope, const Succession& s) {
    db.run(insert_succession, s.id, s.from, s.to, s.way, s.day, s.ground, scope.now);
    record(db, scope, s, "succession.proposed");
}

Result<Done> save_succession(store::Db& db, const Scope& scope, const Succession& succession,
                             std::string_view verb) {
    const int saved = db.run(update_succession, succession.id, succession.version,
                             succession.carried_out_on, succession.dropped_why, scope.now);
    if (saved == 0) return conflict("Somebody changed this while you were reading. Look again.");
    write_duties(db, succession);
    auto now = succession;
    ++now.version;
    record(db, scope, now, verb);
    return Done{};
}

void verify_successions(store::Db& db, audit::Verdict& verdict) {
    audit::Newest newest(db, succession_kind, fields);
    std::vector<Succession> all;
    db.each(list_all, [&](Row&& row) { all.push_back(succession_of(std::move(row))); });
    for (auto& one : all) {
        read_duties(db, one);
        newest.compare({.id = one.id.view(), .version = one.version, .content = content_of(one)},
                       verdict);
    }
    newest.report_missing(verdict);
}

} // namespace openmasa::agencies
