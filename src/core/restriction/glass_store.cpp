#include "core/restriction/glass_store.hpp"
#include "core/audit/audit.hpp"
#include <algorithm>

namespace openmasa::restriction {
namespace {

using store::None;
using store::Query;

struct GlassRow {
    GlassId id;
    std::string kind, record;
    PersonId person;
    std::string who, reason;
    Moment at, until;
    Day review_by;
    std::optional<Outcome> outcome;
    std::string reviewer, review_words;
};
constexpr Query<GlassRow()> list_uses{"restriction.list_glass", R"sql(
    SELECT g.id, r.kind, r.record_id, g.person_id, p.known_as, g.reason, g.broken_at, g.open_until, g.review_by,
           g.outcome, coalesce(v.known_as, ''), g.review_words
    FROM glass g JOIN restriction r ON r.id = g.restriction_id JOIN person p ON p.id = g.person_id
    LEFT JOIN person v ON v.id = g.reviewed_by
    ORDER BY CASE WHEN g.outcome IS NULL THEN 0 ELSE 1 END, g.broken_at DESC, g.id LIMIT 200)sql"};
constexpr Query<OpenGlass(PersonId, Moment)> list_open_glass{"restriction.open_glass", R"sql(
    SELECT restriction_id, max(open_until) FROM glass WHERE person_id = $1 AND open_until > $2
    GROUP BY restriction_id ORDER BY restriction_id)sql"};
constexpr Query<None(GlassId, RestrictionId, std::optional<PersonId>, std::string_view, Moment,
                     Moment, Day)>
    insert{"restriction.add_glass", R"sql(
    INSERT INTO glass (id, restriction_id, person_id, reason, broken_at, open_until, review_by)
    VALUES ($1, $2, $3, $4, $5, $6, $7))sql"};
constexpr Query<None(GlassId, Moment, std::optional<PersonId>, std::optional<Outcome>,
                     std::string_view)>
    update_reviewed{"restriction.review_glass", R"sql(
    UPDATE glass SET reviewed_at = $2, reviewed_by = $3, outcome = $4, review_words = $5
    WHERE id = $1 AND outcome IS NULL)sql"};

Glass glass_of(GlassRow&& row) {
    return {.id = row.id,
            .record = {std::move(row.kind), std::move(row.record)},
            .person = row.person,
            .who = std::move(row.who),
            .reason = std::move(row.reason),
            .at = row.at,
            .until = row.until,
            .review_by = row.review_by,
            .outcome = row.outcome,
            .reviewer = std::move(row.reviewer),
            .review_words = std::move(row.review_words)};
}

} // namespace

void add(store::Db& db, const Scope& scope, const NewGlass& glass, const Record& record) {
    db.run(insert, glass.id, glass.restriction, scope.person, glass.reason, scope.now, glass.until,
           glass.review_by);
    audit::record(db, scope,
                  {.verb = "glass.broken", .kind = record.kind, .id = record.id, .content = {}});
    audit::record(
        db, scope,
        {.verb = "glass.broken",
         .kind = "glass",
         .id = glass.id.view(),
         .version = 1,
         .content = {{"Restriction", glass.restriction.str()},
                     {"Reason", glass.reason},
                     {"Open until", std::string(std::string_view(iso(glass.until)))},
                     {"Review by", std::string(std::string_view(iso(glass.review_by)))}}});
}

bool save_review(store::Db& db, const Scope& scope, const Glass& glass, const ReviewGlass& review) {
    if (db.run(update_reviewed, glass.id, scope.now, scope.person, review.outcome, review.words) ==
        0)
        return false;
    audit::record(
        db, scope,
        {.verb = "glass.reviewed",
         .kind = "glass",
         .id = glass.id.view(),
         .version = 2,
         .content = {{"Outcome", std::string(to_text(*review.outcome))}, {"Words", review.words}}});
    return true;
}

/// Through the handle's lens: uses on what is hidden are hidden, too.
std::vector<Glass> uses_to_see(store::Db& db, const Scope& scope) {
    std::vector<Glass> uses;
    if (!scope.may(Permission::restrict_records)) return uses;
    db.each(list_uses, [&](GlassRow&& row) { uses.push_back(glass_of(std::move(row))); });
    return uses;
}

std::optional<Glass> find_use(store::Db& db, const Scope& scope, const GlassId& id) {
    auto uses = uses_to_see(db, scope);
    const auto found = std::ranges::find(uses, id, &Glass::id);
    return found == uses.end() ? std::nullopt : std::optional(std::move(*found));
}

std::vector<OpenGlass> open_glass_of(store::Db& db, const PersonId& person, Moment now) {
    return db.all(list_open_glass, person, now);
}

} // namespace openmasa::restriction
