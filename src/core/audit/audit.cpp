#include "core/audit/audit.hpp"
#include "core/access/right.hpp"
#include "core/access/secret.hpp"
#include "core/audit/chain.hpp"
#include "core/audit/newest.hpp"
#include "kernel/text.hpp"
#include "store/coverage.hpp"
#include <fmt/format.h>

namespace openmasa::audit {
namespace {

using store::None;
using store::Query;

struct Last {
    std::int64_t sequence;
    std::string seal;
};

constexpr Query<Last()> find_last{
    "audit.find_last", "SELECT sequence, seal FROM audit_entry ORDER BY sequence DESC LIMIT 1"};

constexpr Query<Moment()> find_newest_moment{
    "audit.find_newest_moment", "SELECT at FROM audit_entry ORDER BY sequence DESC LIMIT 1"};
constexpr Query<std::int64_t()> find_newest_number{
    "audit.newest_number", "SELECT coalesce(max(sequence), 0) FROM audit_entry"};

constexpr Query<None(std::int64_t, Moment, std::optional<PersonId>, std::string_view,
                     std::string_view, std::string_view, std::string_view, std::string_view,
                     std::int64_t, std::string_view, std::string_view)>
    add_entry{"audit.add", R"sql(
    INSERT INTO audit_entry (sequence, at, person_id, from_where, by_right, verb, kind, record_id, version,
                             commitment, seal)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11))sql"};

struct SealedRow {
    SealedEntry entry;
    std::optional<std::string> salt, content;
    std::string destroyed_under;
    /// When and by whom, as the history says it: pages show these.
    std::string version_at, version_person;
};

constexpr Query<SealedRow()> list_sealed{"audit.list_sealed", R"sql(
    SELECT a.sequence, a.at, coalesce(a.person_id, ''), a.from_where, a.by_right, a.verb, a.kind,
           a.record_id, a.version, a.commitment, a.seal, h.salt, h.content, coalesce(h.destroyed_under, ''), coalesce(h.recorded_at, ''), coalesce(h.person_id, '')
    FROM audit_entry a
    LEFT JOIN history h ON h.kind = a.kind AND h.record_id = a.record_id AND h.version = a.version
    ORDER BY a.sequence)sql"};

struct Lost {
    std::string kind, id;
    std::int64_t version;
};
constexpr Query<Lost()> list_unaudited{"history.list_unaudited", R"sql(
    SELECT h.kind, h.record_id, h.version FROM history h
    WHERE NOT EXISTS (SELECT 1 FROM audit_entry a WHERE a.kind = h.kind AND a.record_id = h.record_id
                                                    AND a.version = h.version)
    LIMIT 100)sql"};

constexpr Query<std::int64_t()> count_versions{"history.count", "SELECT count(*) FROM history"};

std::string keep_version(store::Db& db, const Scope& scope, const Entry& entry) {
    if (entry.version == 0) return {};
    return history::keep(db, scope,
                         {.kind = entry.kind,
                          .id = entry.id,
                          .version = entry.version,
                          .true_from = entry.true_from.value_or(scope.today),
                          .content = entry.content});
}

void check_who_and_when(const SealedRow& row, Verdict& verdict);

void place(Verdict& verdict, const ChainFault& fault) {
    verdict.placed.push_back(fault);
    verdict.faults.push_back(fault.words);
}
void place(Verdict& verdict, const SealedEntry& entry, std::string words) {
    place(verdict, {entry.sequence, entry.sequence, std::move(words)});
}

void check_content(const SealedRow& row, Verdict& verdict) {
    const auto& entry = row.entry;
    if (entry.version == 0) return;
    if (!row.destroyed_under.empty())
        ++verdict.destroyed[row.destroyed_under];
    else if (!row.content)
        place(verdict, entry,
              fmt::format("Audit entry {}: version {} of {} {} is missing from the history.",
                          entry.sequence, entry.version, entry.kind, entry.id));
    else if (history::commitment_to(*row.salt, *row.content) != entry.commitment)
        place(verdict, entry,
              fmt::format("Audit entry {}: version {} of {} {} is not what was recorded at {}.",
                          entry.sequence, entry.version, entry.kind, entry.id, entry.at));
    else
        check_who_and_when(row, verdict);
}

/// The commitment covers what was written; the entry itself says by whom and when.
void check_who_and_when(const SealedRow& row, Verdict& verdict) {
    const auto& entry = row.entry;
    const bool same_person = row.version_person == entry.person;
    if (same_person && row.version_at == entry.at) return;
    place(verdict, entry,
          fmt::format("{}: version {} in its history does not say {} as audit entry {} does: "
                      "somebody changed it behind the program.",
                      called(entry.kind, history::content_from_json(*row.content)), entry.version,
                      same_person ? "when it was made" : "who made it", entry.sequence));
}

} // namespace

void record(store::Db& db, const Scope& scope, const Entry& entry) {
    const store::Db::Plainly plainly(db); // the chain is whole, whoever asks
    const auto last = db.one(find_last).value_or(Last{0, ""});
    SealedEntry sealed{.sequence = last.sequence + 1,
                       .at = iso(scope.now),
                       .person = scope.person ? scope.person->str() : "",
                       .from = one_line(scope.from),
                       .right = one_line(right_of(scope)),
                       .verb = std::string(entry.verb),
                       .kind = std::string(entry.kind),
                       .id = one_line(entry.id),
                       .version = entry.version,
                       .commitment = keep_version(db, scope, entry)};
    sealed.seal = seal_of(last.seal, sealed);
    store::coverage::note("verb " + sealed.verb);
    db.run(add_entry, sealed.sequence, scope.now, scope.person, sealed.from, sealed.right,
           sealed.verb, sealed.kind, sealed.id, sealed.version, sealed.commitment, sealed.seal);
}

std::optional<Moment> newest_entry(store::Db& db) {
    return db.one(find_newest_moment);
}

std::int64_t newest_number(store::Db& db) {
    const store::Db::Plainly plainly(db);
    return *db.once<std::int64_t>("newest audit entry",
                                  [&] { return db.one(find_newest_number).value_or(0); });
}

Verdict verify(store::Db& db, std::vector<ChainMark> marks) {
    Verdict verdict;
    ChainCheck chain(std::move(marks));
    db.each(list_sealed, [&](SealedRow&& row) {
        ++verdict.entries;
        chain.see(row.entry);
        check_content(row, verdict);
    });
    for (const auto& fault : chain.finish()) place(verdict, fault);
    for (const auto& lost : db.all(list_unaudited))
        verdict.faults.push_back(fmt::format("Version {} of {} {} has no audit entry.",
                                             lost.version, lost.kind, lost.id));
    verdict.versions = db.one(count_versions).value_or(0);
    return verdict;
}

} // namespace openmasa::audit
