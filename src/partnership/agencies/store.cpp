#include "partnership/agencies/store.hpp"
#include "core/access/store.hpp"
#include "core/accounts/account_history.hpp"
#include "core/audit/newest.hpp"
#include "core/references/references.hpp"
#include "partnership/standing.hpp"
#include <algorithm>

namespace openmasa::agencies {
namespace {

using store::None;
using store::Query;

constexpr Query<Agency(Day)> list_by_name{"agencies.list", R"sql(
    SELECT a.id, o.name, a.short_name,
           coalesce((SELECT s.sector FROM agency_sector s WHERE s.agency_id = a.id AND s.from_day <= $1
                     ORDER BY s.from_day DESC LIMIT 1), ''),
           a.role, a.section_11, a.funds, a.contact, a.from_day, a.to_day, a.version, a.updated_at,
           a.kind, a.phase, a.categories, a.section_175, a.section_157, a.duty_reason
    FROM agency a JOIN owner o ON o.id = a.id ORDER BY lower(o.name), a.id)sql"};
constexpr Query<Agency(Day, OwnerId)> find_by_id{"agencies.find", R"sql(
    SELECT a.id, o.name, a.short_name,
           coalesce((SELECT s.sector FROM agency_sector s WHERE s.agency_id = a.id AND s.from_day <= $1
                     ORDER BY s.from_day DESC LIMIT 1), ''),
           a.role, a.section_11, a.funds, a.contact, a.from_day, a.to_day, a.version, a.updated_at,
           a.kind, a.phase, a.categories, a.section_175, a.section_157, a.duty_reason
    FROM agency a JOIN owner o ON o.id = a.id WHERE a.id = $2)sql"};
/// The same as takes_part() says.
constexpr Query<int(Day)> count_on_day{"agencies.count_taking_part", R"sql(
    SELECT count(*) FROM agency a
    WHERE (a.from_day IS NULL OR a.from_day <= $1) AND (a.to_day IS NULL OR a.to_day >= $1))sql"};
constexpr Query<OwnerId(OwnerId)> find_id{"agencies.find_id",
                                          "SELECT id FROM agency WHERE id = $1"};

struct SectorRow {
    std::optional<std::string> letter;
    std::optional<int> year, number;
    std::optional<std::string> from, sector;
};
constexpr Query<SectorRow(OwnerId)> list_sectors{"agencies.reference_and_sectors", R"sql(
    SELECT f.letter, f.year, f.number, s.from_day, s.sector FROM agency a
    LEFT JOIN reference f ON f.kind = 'agency' AND f.record_id = a.id
    LEFT JOIN agency_sector s ON s.agency_id = a.id WHERE a.id = $1 ORDER BY s.from_day DESC)sql"};

constexpr Query<None(OwnerId, std::string_view, std::string_view, bool, bool, std::string_view,
                     std::optional<Day>, std::optional<Day>, Moment, AgencyKind, Phase,
                     std::string_view, bool, bool, std::string_view)>
    insert_agency{"agencies.add", R"sql(
    INSERT INTO agency (id, short_name, role, section_11, funds, contact, from_day, to_day, version, updated_at,
                        kind, phase, categories, section_175, section_157, duty_reason)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 1, $9, $10, $11, $12, $13, $14, $15))sql"};
constexpr Query<None(OwnerId, std::int64_t, std::string_view, std::string_view, bool, bool,
                     std::string_view, std::optional<Day>, std::optional<Day>, Moment, AgencyKind,
                     Phase, std::string_view, bool, bool, std::string_view)>
    update_agency{"agencies.save", R"sql(
    UPDATE agency SET version = $2 + 1, short_name = $3, role = $4, section_11 = $5, funds = $6, contact = $7,
                      from_day = $8, to_day = $9, updated_at = $10, kind = $11, phase = $12, categories = $13,
                      section_175 = $14, section_157 = $15, duty_reason = $16
    WHERE id = $1 AND version = $2)sql"};
constexpr Query<None(OwnerId, std::string_view, std::string_view)> put_sector{"agencies.put_sector",
                                                                              R"sql(
    INSERT INTO agency_sector (agency_id, from_day, sector) VALUES ($1, $2, $3)
    ON CONFLICT (agency_id, from_day) DO UPDATE SET sector = $3)sql"};

/// The first sector of an agency counts from before every day.
constexpr std::string_view from_the_start = "";

/// Far more than anybody makes of one agency.
constexpr int most_versions = 1000;

std::string raw(const std::optional<Day>& day) {
    return day ? iso(*day) : std::string();
}

/// What agencies did not have from the start stands there only where there is something to say, so
/// that versions of then say the same as ever.
void put_what_came_later(audit::Content& content, const Agency& agency) {
    const auto put = [&](std::string_view key, std::string_view value) {
        if (!value.empty()) content.emplace_back(key, value);
    };
    put("kind", to_text(agency.kind));
    put("phase", to_text(agency.phase));
    put("categories", agency.categories);
    put("section_175", agency.section_175 ? "yes" : "");
    put("section_157", agency.section_157 ? "yes" : "");
    put("duty_reason", agency.duty_reason);
}

audit::Content content_of(const Agency& agency) {
    audit::Content content{{"name", agency.name},
                           {"short_name", agency.short_name},
                           {"sector", agency.sector},
                           {"role", agency.role},
                           {"section_11", agency.section_11 ? "yes" : ""},
                           {"funds", agency.funds ? "yes" : ""},
                           {"contact", agency.contact},
                           {"from", raw(agency.from)},
                           {"to", raw(agency.to)}};
    put_what_came_later(content, agency);
    return content;
}

void record(store::Db& db, const Scope& scope, std::string_view verb, const Agency& agency,
            std::int64_t version, std::optional<Day> true_from = {}) {
    partnership::standing_changed(db);
    audit::record(db, scope,
                  {.verb = verb,
                   .kind = "agency",
                   .id = agency.id.view(),
                   .version = version,
                   .content = content_of(agency),
                   .true_from = true_from});
}

/// Before every day that anybody asks about.
const Day always = day(1900, 1, 1);

/// The first day on which it makes a difference that it takes part from and to other days.
Day first_day_affected(const Agency& before, const Agency& after) {
    auto first = day(9999, 12, 31);
    if (before.from != after.from)
        first = std::min(before.from.value_or(always), after.from.value_or(always));
    if (before.to == after.to) return first;
    const auto last = std::min(before.to.value_or(first), after.to.value_or(first));
    return std::min(first, last + std::chrono::days{1});
}

audit::Content without_days(audit::Content content) {
    std::erase_if(content,
                  [](const auto& pair) { return pair.first == "from" || pair.first == "to"; });
    return content;
}

/// Where nothing but its first and last day was changed, that is so from the first day on which it
/// makes a difference, also where it is written down later; never over a version that said anything
/// else.
std::optional<Day> day_of_new_days(store::Db& db, const Scope& scope, const Agency& before,
                                   const Agency& agency) {
    const auto same = without_days(content_of(agency));
    if (without_days(content_of(before)) != same) return std::nullopt;
    const auto first = first_day_affected(before, agency);
    if (first >= scope.today) return std::nullopt;
    for (const auto& version : history::versions(db, "agency", agency.id.view(), most_versions))
        if (version.true_from > first && without_days(version.content) != same)
            return std::min(version.true_from, scope.today);
    return first;
}

/// One that took part before it was written down here was what is said of it from its first day;
/// one without a first day always was.
Day first_day_of(const Scope& scope, const Agency& agency) {
    return std::min(agency.from.value_or(always), scope.today);
}

} // namespace

std::vector<Agency> list_agencies(store::Db& db, const Scope& scope) {
    if (!scope.may(Permission::read_agencies)) return {};
    return db.all(list_by_name, scope.today);
}

int count_taking_part(store::Db& db, const Scope& scope) {
    if (!scope.may(Permission::read_agencies)) return 0;
    return db.one(count_on_day, scope.today).value_or(0);
}

std::optional<Agency> find_agency(store::Db& db, const Scope& scope, const OwnerId& id) {
    if (!scope.may(Permission::read_agencies)) return std::nullopt;
    return db.one(find_by_id, scope.today, id);
}

bool is_agency(store::Db& db, const OwnerId& id) {
    return db.one(find_id, id).has_value();
}

ReferenceAndSectors reference_and_sectors_of(store::Db& db, const OwnerId& id) {
    ReferenceAndSectors said;
    db.each(
        list_sectors,
        [&](SectorRow&& row) {
            if (row.letter && row.year && row.number)
                said.reference = references::written(*row.letter, *row.year, *row.number);
            if (row.from && row.sector)
                said.sectors.push_back({day_from_iso(*row.from), std::move(*row.sector)});
        },
        id);
    return said;
}

void add_agency(store::Db& db, const Scope& scope, const Agency& agency) {
    access::change_owner(db, {agency.id, agency.name, access::OwnerType::agency});
    db.run(insert_agency, agency.id, agency.short_name, agency.role, agency.section_11,
           agency.funds, agency.contact, agency.from, agency.to, scope.now, agency.kind,
           agency.phase, agency.categories, agency.section_175, agency.section_157,
           agency.duty_reason);
    db.run(put_sector, agency.id, from_the_start, agency.sector);
    references::give(db, scope, references::agency, agency.id.view());
    record(db, scope, "agency.added", agency, 1, first_day_of(scope, agency));
}

Result<Done> save_agency(store::Db& db, const Scope& scope, const Agency& agency) {
    const auto before = find_agency(db, scope, agency.id);
    if (!before) return not_found();
    const int saved = db.run(
        update_agency, agency.id, agency.version, agency.short_name, agency.role, agency.section_11,
        agency.funds, agency.contact, agency.from, agency.to, scope.now, agency.kind, agency.phase,
        agency.categories, agency.section_175, agency.section_157, agency.duty_reason);
    if (saved == 0) return conflict("Somebody changed this [agency] while you were writing.");
    access::change_owner(db, {agency.id, agency.name, access::OwnerType::agency});
    if (agency.name != before->name) accounts::note_new_name(db, scope, agency.id);
    if (agency.sector != before->sector)
        db.run(put_sector, agency.id, iso(scope.today), agency.sector);
    record(db, scope, "agency.changed", agency, agency.version + 1,
           day_of_new_days(db, scope, *before, agency));
    return Done{};
}

void verify(store::Db& db, audit::Verdict& verdict) {
    const auto far_ahead = day(9999, 12, 31);
    audit::Newest newest(db, "agency");
    db.each(
        list_by_name,
        [&](Agency&& agency) {
            newest.compare(
                {.id = agency.id.view(), .version = agency.version, .content = content_of(agency)},
                verdict);
        },
        far_ahead);
    newest.report_missing(verdict);
}

} // namespace openmasa::agencies
