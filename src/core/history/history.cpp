#include "core/history/history.hpp"
#include "core/access/secret.hpp"
#include <fmt/format.h>

namespace openmasa::history {
namespace {

using store::None;
using store::Query;

constexpr Query<None(std::string_view, std::string_view, std::int64_t, Moment,
                     std::optional<PersonId>, std::string_view, std::string_view, Day)>
    add_version{"history.add", R"sql(
    INSERT INTO history (kind, record_id, version, recorded_at, person_id, salt, content, true_from)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8))sql"};

struct VersionRow {
    std::int64_t version;
    Moment at;
    Day true_from;
    std::string who;
    std::string content, destroyed_under;
};

constexpr Query<VersionRow(std::string_view, std::string_view, int)> list_versions{"history.list",
                                                                                   R"sql(
    SELECT h.version, h.recorded_at, h.true_from, coalesce(p.known_as, 'Command line'), h.content,
           coalesce(h.destroyed_under, '')
    FROM history h LEFT JOIN person p ON p.id = h.person_id
    WHERE h.kind = $1 AND h.record_id = $2 ORDER BY h.version DESC LIMIT $3)sql"};
constexpr Query<VersionRow(std::string_view, std::string_view, std::int64_t)> find_one{
    "history.find", R"sql(
    SELECT h.version, h.recorded_at, h.true_from, coalesce(p.known_as, 'Command line'), h.content,
           coalesce(h.destroyed_under, '')
    FROM history h LEFT JOIN person p ON p.id = h.person_id
    WHERE h.kind = $1 AND h.record_id = $2 AND h.version = $3)sql"};

constexpr Query<std::int64_t(std::string_view, std::string_view)> find_newest_number{
    "history.newest_number",
    "SELECT coalesce(max(version), 0) FROM history WHERE kind = $1 AND record_id = $2"};

Version version_from(VersionRow&& row) {
    Version version{.version = row.version,
                    .at = row.at,
                    .true_from = row.true_from,
                    .who = std::move(row.who),
                    .content = {},
                    .destroyed_under = std::move(row.destroyed_under)};
    if (version.destroyed_under.empty()) version.content = content_without_day(row.content);
    return version;
}

} // namespace

Content content_without_day(const std::string& json) {
    auto content = content_from_json(json);
    std::erase_if(content, [](const auto& pair) { return pair.first == true_from_key; });
    return content;
}

std::string commitment_to(std::string_view salt, std::string_view content) {
    return sha256(fmt::format("{}\n{}", salt, content));
}

std::string keep(store::Db& db, const Scope& scope, const NewVersion& version) {
    const auto salt = new_secret(*scope.randomness);
    auto whole = version.content;
    whole.emplace_back(true_from_key, iso(version.true_from));
    const auto content = content_to_json(whole);
    db.run(add_version, version.kind, version.id, version.version, scope.now, scope.person, salt,
           content, version.true_from);
    return commitment_to(salt, content);
}

std::int64_t next_version(store::Db& db, std::string_view kind, std::string_view id) {
    const store::Db::Plainly plainly(db); // also of what this person may not read
    return db.one(find_newest_number, kind, id).value_or(0) + 1;
}

std::vector<Version> versions(store::Db& db, std::string_view kind, std::string_view id, int most) {
    std::vector<Version> found;
    db.each(
        list_versions, [&](VersionRow&& row) { found.push_back(version_from(std::move(row))); },
        kind, id, most);
    return found;
}

std::optional<Version> find_version(store::Db& db, std::string_view kind, std::string_view id,
                                    std::int64_t version) {
    auto row = db.one(find_one, kind, id, version);
    if (!row) return std::nullopt;
    return version_from(std::move(*row));
}

void look_back(store::Lens& lens, const AsAt& as_at) {
    lens.put("history",
             fmt::format("SELECT h.kind, h.record_id, h.version, h.recorded_at, h.person_id, "
                         "h.salt, h.content, h.true_from, h.destroyed_under "
                         "FROM {{history}} AS h WHERE {}",
                         was_true_and_known(as_at, "h")));
}

} // namespace openmasa::history
