#include "partnership/masa_store.hpp"
#include "core/access/secret.hpp"
#include "partnership/masa_past.hpp"
#include "partnership/masa_rules.hpp"
#include "partnership/standing.hpp"
#include <algorithm>
#include <fmt/format.h>
#include <map>

namespace openmasa::partnership {
namespace {

using store::None;
using store::Query;

struct Row {
    MasaId id;
    std::string title, area;
    MasaStage stage;
    std::optional<MasaId> follows;
    std::string changed, changed_why;
    std::optional<OwnerId> authorised_by;
    std::optional<std::string> authorised_name;
    std::optional<Day> authorised_on;
    std::string authorised_minute, signed_elsewhere;
    std::optional<Day> published_on, superseded_on;
    std::string withdrawn_why;
    std::int64_t version;
};
/// A row of any of the tables of parts: which table, whose, and its columns as text.
struct PartRow {
    std::string part;
    MasaId edition;
    int position;
    std::string id, first, second, third, fourth, fifth, sixth;
};

constexpr Query<Row()> list_rows{"masa.list", R"sql(
    SELECT e.id, e.title, e.area, e.stage, e.follows_id, e.changed, e.changed_why, e.authorised_by, o.name,
           e.authorised_on, e.authorised_minute, e.signed_elsewhere, e.published_on, e.superseded_on,
           e.withdrawn_why, e.version
    FROM masa_edition e LEFT JOIN owner o ON o.id = e.authorised_by
    ORDER BY coalesce(e.published_on, '9999'), e.id)sql"};
constexpr Query<Row(MasaId)> find_row{"masa.find", R"sql(
    SELECT e.id, e.title, e.area, e.stage, e.follows_id, e.changed, e.changed_why, e.authorised_by, o.name,
           e.authorised_on, e.authorised_minute, e.signed_elsewhere, e.published_on, e.superseded_on,
           e.withdrawn_why, e.version
    FROM masa_edition e LEFT JOIN owner o ON o.id = e.authorised_by WHERE e.id = $1)sql"};

constexpr Query<std::string(MasaId)> find_title{"masa.title",
                                                "SELECT title FROM masa_edition WHERE id = $1"};

constexpr Query<PartRow(MasaId)> list_parts_of{"masa.parts_of", R"sql(
    SELECT 'section' AS part, edition_id, position AS place, id, heading, words, '' AS c, '' AS d, '' AS e, '' AS f
    FROM masa_section WHERE edition_id = $1
    UNION ALL SELECT 'check', edition_id, position, '', item, judged, words, judged_by, judged_on, ''
    FROM masa_check WHERE edition_id = $1
    UNION ALL SELECT 'milestone', edition_id, position, id, what, target, coalesce(done_on, ''), note, '', ''
    FROM masa_milestone WHERE edition_id = $1
    UNION ALL SELECT 'consultation', edition_id, position, id, kind, whom, asked, how, said, came_of_it
    FROM masa_consultation WHERE edition_id = $1
    UNION ALL SELECT 'left_out', edition_id, position, attachment_id, '', '', '', '', '', ''
    FROM masa_left_out WHERE edition_id = $1
    UNION ALL SELECT 'publication', edition_id, number, '', content, digest, published_on, corrected, why, published_by
    FROM masa_publication WHERE edition_id = $1
    ORDER BY part, place)sql"};
constexpr Query<PartRow()> list_parts{"masa.parts", R"sql(
    SELECT 'section' AS part, edition_id AS of_edition, position AS place, id, heading, words, '' AS c, '' AS d,
           '' AS e, '' AS f
    FROM masa_section
    UNION ALL SELECT 'check', edition_id, position, '', item, judged, words, judged_by, judged_on, ''
    FROM masa_check
    UNION ALL SELECT 'milestone', edition_id, position, id, what, target, coalesce(done_on, ''), note, '', ''
    FROM masa_milestone
    UNION ALL SELECT 'consultation', edition_id, position, id, kind, whom, asked, how, said, came_of_it
    FROM masa_consultation
    UNION ALL SELECT 'left_out', edition_id, position, attachment_id, '', '', '', '', '', ''
    FROM masa_left_out
    UNION ALL SELECT 'publication', edition_id, number, '', content, digest, published_on, corrected, why, published_by
    FROM masa_publication
    ORDER BY part, of_edition, place)sql"};

struct OpenRow {
    MasaId edition;
    Day published_on;
    MasaPartId id;
    std::string what, target;
};
constexpr Query<OpenRow()> list_open_milestones{"masa.open_milestones", R"sql(
    SELECT e.id, e.published_on, m.id, m.what, m.target FROM masa_milestone m
    JOIN masa_edition e ON e.id = m.edition_id
    WHERE e.stage = 'published' AND m.done_on IS NULL ORDER BY e.id, m.position)sql"};

constexpr Query<None(MasaId, std::string_view, std::string_view, MasaStage, std::optional<MasaId>,
                     std::string_view, std::string_view, std::optional<OwnerId>, std::optional<Day>,
                     std::string_view, std::string_view, std::optional<Day>, std::optional<Day>,
                     std::string_view, Moment)>
    insert_edition{"masa.add", R"sql(
    INSERT INTO masa_edition (id, title, area, stage, follows_id, changed, changed_why, authorised_by, authorised_on,
                              authorised_minute, signed_elsewhere, published_on, superseded_on, withdrawn_why,
                              version, updated_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 1, $15))sql"};
constexpr Query<None(MasaId, std::int64_t, std::string_view, std::string_view, MasaStage,
                     std::string_view, std::string_view, std::optional<OwnerId>, std::optional<Day>,
                     std::string_view, std::string_view, std::optional<Day>, std::optional<Day>,
                     std::string_view, Moment, std::optional<MasaId>)>
    update_edition{"masa.save", R"sql(
    UPDATE masa_edition SET version = $2 + 1, title = $3, area = $4, stage = $5, changed = $6, changed_why = $7,
                            authorised_by = $8, authorised_on = $9, authorised_minute = $10,
                            signed_elsewhere = $11, published_on = $12, superseded_on = $13, withdrawn_why = $14,
                            updated_at = $15, follows_id = $16
    WHERE id = $1 AND version = $2)sql"};

constexpr Query<None(MasaId)> delete_sections{"masa.delete_sections",
                                              "DELETE FROM masa_section WHERE edition_id = $1"};
constexpr Query<None(MasaId)> delete_checks{"masa.delete_checks",
                                            "DELETE FROM masa_check WHERE edition_id = $1"};
constexpr Query<None(MasaId)> delete_milestones{"masa.delete_milestones",
                                                "DELETE FROM masa_milestone WHERE edition_id = $1"};
constexpr Query<None(MasaId)> delete_consultation{
    "masa.delete_consultation", "DELETE FROM masa_consultation WHERE edition_id = $1"};

constexpr Query<None(MasaId)> delete_left_out{"masa.delete_left_out",
                                              "DELETE FROM masa_left_out WHERE edition_id = $1"};
constexpr Query<None(MasaId, Id<files::AttachmentKind>, int)> insert_left_out{"masa.leave_out",
                                                                              R"sql(
    INSERT INTO masa_left_out (edition_id, attachment_id, position) VALUES ($1, $2, $3))sql"};

constexpr Query<None(MasaPartId, MasaId, int, std::string_view, std::string_view)> insert_section{
    "masa.add_section", R"sql(
    INSERT INTO masa_section (id, edition_id, position, heading, words) VALUES ($1, $2, $3, $4, $5))sql"};
constexpr Query<None(MasaId, std::string_view, int, MasaCheck::Judged, std::string_view,
                     std::string_view, Day)>
    insert_check{"masa.add_check", R"sql(
    INSERT INTO masa_check (edition_id, item, position, judged, words, judged_by, judged_on)
    VALUES ($1, $2, $3, $4, $5, $6, $7))sql"};
constexpr Query<None(MasaPartId, MasaId, int, std::string_view, std::string_view,
                     std::optional<Day>, std::string_view)>
    insert_milestone{"masa.add_milestone", R"sql(
    INSERT INTO masa_milestone (id, edition_id, position, what, target, done_on, note)
    VALUES ($1, $2, $3, $4, $5, $6, $7))sql"};
constexpr Query<None(MasaPartId, MasaId, int, Consulted, std::string_view, std::string_view,
                     std::string_view, std::string_view, std::string_view)>
    insert_consultation{"masa.add_consultation", R"sql(
    INSERT INTO masa_consultation (id, edition_id, position, kind, whom, asked, how, said, came_of_it)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9))sql"};
constexpr Query<None(MasaId, int, std::string_view, std::string_view, Day, std::string_view,
                     std::string_view, std::string_view)>
    insert_publication{"masa.add_publication", R"sql(
    INSERT INTO masa_publication (edition_id, number, content, digest, published_on, corrected, why, published_by)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (edition_id, number) DO NOTHING)sql"};

// --- reading ------------------------------------------------------------------------------------

MasaEdition edition_of(Row&& row) {
    return {.id = row.id,
            .title = std::move(row.title),
            .area = std::move(row.area),
            .stage = row.stage,
            .follows = row.follows,
            .changed = std::move(row.changed),
            .changed_why = std::move(row.changed_why),
            .authorised_by = row.authorised_by,
            .authorised_name = std::move(row.authorised_name),
            .authorised_on = row.authorised_on,
            .authorised_minute = std::move(row.authorised_minute),
            .signed_elsewhere = std::move(row.signed_elsewhere),
            .published_on = row.published_on,
            .superseded_on = row.superseded_on,
            .withdrawn_why = std::move(row.withdrawn_why),
            .version = row.version};
}

/// A value that a column holds as text; one that this program never wrote is a fault.
template<class Value> Value value_in(const std::string& text) {
    Value value{};
    if (!from_text(text, value))
        throw store::Fault(store::Fault::Kind::damaged, "a part of the arrangements");
    return value;
}
template<class SomeId> SomeId id_in(const std::string& text) {
    const auto id = SomeId::parse(text);
    if (!id) throw store::Fault(store::Fault::Kind::damaged, "a part of the arrangements");
    return *id;
}
Day day_in(const std::string& text) {
    const auto day = day_from_iso(text);
    if (!day) throw store::Fault(store::Fault::Kind::damaged, "a part of the arrangements");
    return *day;
}

void add_part(MasaEdition& to, PartRow&& row) {
    if (row.part == "section")
        to.sections.push_back(
            {id_in<MasaPartId>(row.id), std::move(row.first), std::move(row.second)});
    else if (row.part == "check")
        to.checks.push_back({std::move(row.first), value_in<MasaCheck::Judged>(row.second),
                             std::move(row.third), std::move(row.fourth), day_in(row.fifth)});
    else if (row.part == "left_out")
        to.left_out.push_back(id_in<Id<files::AttachmentKind>>(row.id));
    else if (row.part == "milestone")
        to.milestones.push_back({id_in<MasaPartId>(row.id), std::move(row.first),
                                 std::move(row.second), day_from_iso(row.third),
                                 std::move(row.fourth)});
    else if (row.part == "consultation")
        to.consultation.push_back({id_in<MasaPartId>(row.id), value_in<Consulted>(row.first),
                                   std::move(row.second), std::move(row.third),
                                   std::move(row.fourth), std::move(row.fifth),
                                   std::move(row.sixth)});
    else
        to.publications.push_back({row.position, std::move(row.first), std::move(row.second),
                                   day_in(row.third), std::move(row.fourth), std::move(row.fifth),
                                   std::move(row.sixth)});
}

std::optional<MasaEdition> read_masa(store::Db& db, const MasaId& id) {
    auto row = db.one(find_row, id);
    if (!row) return std::nullopt;
    auto edition = edition_of(std::move(*row));
    db.each(
        list_parts_of, [&](PartRow&& part) { add_part(edition, std::move(part)); }, id);
    return edition;
}

std::vector<MasaEdition> all_masa(store::Db& db) {
    std::vector<MasaEdition> all;
    std::map<MasaId, std::size_t> places;
    db.each(list_rows, [&](Row&& row) {
        places.emplace(row.id, all.size());
        all.push_back(edition_of(std::move(row)));
    });
    db.each(list_parts, [&](PartRow&& part) {
        const auto place = places.find(part.edition);
        if (place != places.end()) add_part(all[place->second], std::move(part));
    });
    return all;
}

// --- writing ------------------------------------------------------------------------------------

void write_words(store::Db& db, const MasaEdition& edition) {
    db.run(delete_sections, edition.id);
    int position = 0;
    for (const auto& one : edition.sections)
        db.run(insert_section, one.id, edition.id, ++position, one.heading, one.words);
    db.run(delete_left_out, edition.id);
    position = 0;
    for (const auto& one : edition.left_out) db.run(insert_left_out, edition.id, one, ++position);
    db.run(delete_checks, edition.id);
    position = 0;
    for (const auto& one : edition.checks)
        db.run(insert_check, edition.id, one.item, ++position, one.judged, one.words, one.judged_by,
               one.judged_on);
}

void write_work(store::Db& db, const MasaEdition& edition) {
    db.run(delete_milestones, edition.id);
    int position = 0;
    for (const auto& one : edition.milestones)
        db.run(insert_milestone, one.id, edition.id, ++position, one.what, one.target, one.done_on,
               one.note);
    db.run(delete_consultation, edition.id);
    position = 0;
    for (const auto& one : edition.consultation)
        db.run(insert_consultation, one.id, edition.id, ++position, one.kind, one.whom, one.when,
               one.how, one.said, one.came_of_it);
}

/// What is there already stays as it is.
void write_publications(store::Db& db, const MasaEdition& edition) {
    for (const auto& one : edition.publications)
        db.run(insert_publication, edition.id, one.number, one.content, one.digest,
               one.published_on, one.corrected, one.why, one.published_by);
}

void write_parts(store::Db& db, const MasaEdition& edition) {
    write_words(db, edition);
    write_work(db, edition);
    write_publications(db, edition);
}

void record(store::Db& db, const Scope& scope, std::string_view verb, const MasaEdition& edition,
            std::int64_t version, std::optional<Day> true_from) {
    standing_changed(db);
    if (true_from) true_from = std::min(*true_from, scope.today);
    audit::record(db, scope,
                  {.verb = verb,
                   .kind = arrangements_kind,
                   .id = edition.id.view(),
                   .version = version,
                   .content = content_of(edition),
                   .true_from = true_from});
}

bool may_see_then(const Scope& scope, const MasaEdition& now, const MasaEdition& then) {
    return may_see(scope, now) && may_see(scope, then);
}

/// The oldest first.
std::vector<MasaEdition> list_then(store::Db& db, const Scope& scope) {
    std::map<MasaId, MasaEdition> now;
    db.each(list_rows, [&](Row&& row) { now.emplace(row.id, edition_of(std::move(row))); });
    auto all = all_masa_then(db, scope);
    std::erase_if(all, [&](const MasaEdition& then) {
        const auto found = now.find(then.id);
        return found == now.end() || !may_see_then(scope, found->second, then);
    });
    return all;
}

} // namespace

std::vector<MasaEdition> list_masa(store::Db& db, const Scope& scope) {
    std::vector<MasaEdition> all;
    if (!scope.may(Permission::read_agencies)) return all;
    if (scope.looking_back)
        all = list_then(db, scope);
    else
        db.each(list_rows, [&](Row&& row) {
            auto edition = edition_of(std::move(row));
            if (may_see(scope, edition)) all.push_back(std::move(edition));
        });
    std::ranges::reverse(all);
    return all;
}

std::vector<MasaEdition> list_whole_masa(store::Db& db, const Scope& scope) {
    if (!scope.may(Permission::read_agencies)) return {};
    auto all = scope.looking_back ? list_then(db, scope) : all_masa(db);
    std::erase_if(all, [&](const MasaEdition& edition) { return !may_see(scope, edition); });
    std::ranges::reverse(all);
    return all;
}

std::optional<MasaEdition> find_masa(store::Db& db, const Scope& scope, const MasaId& id) {
    auto edition = read_masa(db, id);
    if (!edition || !may_see(scope, *edition)) return std::nullopt;
    if (!scope.looking_back) return edition;
    auto then = find_masa_then(db, scope, id);
    if (!then || !may_see_then(scope, *edition, *then)) return std::nullopt;
    return then;
}

std::string title_of_masa(store::Db& db, const MasaId& id) {
    return db.one(find_title, id).value_or("");
}

std::vector<OpenMilestone> open_milestones(store::Db& db) {
    std::vector<OpenMilestone> all;
    db.each(list_open_milestones, [&](OpenRow&& row) {
        all.push_back(
            {row.edition,
             row.published_on,
             {.id = row.id, .what = std::move(row.what), .target = std::move(row.target)}});
    });
    return all;
}

void add_masa(store::Db& db, const Scope& scope, const MasaEdition& edition) {
    db.run(insert_edition, edition.id, edition.title, edition.area, edition.stage, edition.follows,
           edition.changed, edition.changed_why, edition.authorised_by, edition.authorised_on,
           edition.authorised_minute, edition.signed_elsewhere, edition.published_on,
           edition.superseded_on, edition.withdrawn_why, scope.now);
    write_parts(db, edition);
    record(db, scope, "arrangements.added", edition, 1, edition.published_on);
}

Result<Done> save_masa(store::Db& db, const Scope& scope, const MasaEdition& edition,
                       std::string_view verb, std::optional<Day> true_from) {
    const int saved = db.run(
        update_edition, edition.id, edition.version, edition.title, edition.area, edition.stage,
        edition.changed, edition.changed_why, edition.authorised_by, edition.authorised_on,
        edition.authorised_minute, edition.signed_elsewhere, edition.published_on,
        edition.superseded_on, edition.withdrawn_why, scope.now, edition.follows);
    if (saved == 0) return conflict("Somebody changed these arrangements while you were writing.");
    write_parts(db, edition);
    record(db, scope, verb, edition, edition.version + 1, true_from);
    return Done{};
}

void verify_masa(store::Db& db, audit::Verdict& verdict) {
    audit::Newest newest(db, arrangements_kind, masa_fields());
    for (const auto& edition : all_masa(db)) {
        newest.compare(
            {.id = edition.id.view(), .version = edition.version, .content = content_of(edition)},
            verdict);
        for (const auto& one : edition.publications)
            if (sha256(one.content) != one.digest)
                verdict.faults.push_back(fmt::format(
                    "Publication {} of \u201c{}\u201d is not what was published: somebody changed "
                    "it behind the program.",
                    one.number, edition.title));
    }
    newest.report_missing(verdict);
}

} // namespace openmasa::partnership
