#include "partnership/masa_past.hpp"
#include "core/history/history.hpp"
#include "partnership/masa_history.hpp"
#include <algorithm>

namespace openmasa::partnership {
namespace {

using store::Query;

struct VersionRow {
    MasaId id;
    std::int64_t version;
    std::string content;
};
constexpr Query<VersionRow(std::string_view)> list_versions{"masa.versions_then", R"sql(
    SELECT h.record_id, h.version, h.content FROM history h
    WHERE h.kind = $1 AND h.destroyed_under IS NULL
    AND h.version = (SELECT max(x.version) FROM history x WHERE x.kind = h.kind AND x.record_id = h.record_id)
    ORDER BY h.record_id)sql"};
constexpr Query<VersionRow(std::string_view, MasaId)> find_version{"masa.version_then", R"sql(
    SELECT h.record_id, h.version, h.content FROM history h
    WHERE h.kind = $1 AND h.record_id = $2 AND h.destroyed_under IS NULL
    ORDER BY h.version DESC LIMIT 1)sql"};

struct BytesRow {
    MasaId edition;
    int number;
    std::string content, digest;
};
constexpr Query<BytesRow()> list_all_bytes{"masa.bytes", R"sql(
    SELECT edition_id, number, content, digest FROM masa_publication ORDER BY edition_id, number)sql"};
constexpr Query<BytesRow(MasaId)> list_bytes{"masa.bytes_of", R"sql(
    SELECT edition_id, number, content, digest FROM masa_publication WHERE edition_id = $1 ORDER BY number)sql"};

/// What a version says of days that were still to come on that day had not happened yet.
void leave_out_what_came_later(MasaEdition& edition, Day on) {
    if (edition.superseded_on && *edition.superseded_on > on) {
        edition.superseded_on.reset();
        edition.stage = MasaStage::published;
    }
    std::erase_if(edition.publications,
                  [&](const MasaPublication& one) { return one.published_on > on; });
    for (auto& milestone : edition.milestones)
        if (milestone.done_on && *milestone.done_on > on) milestone.done_on.reset();
}

MasaEdition edition_then(const VersionRow& row, Day on) {
    auto edition = masa_in(history::content_without_day(row.content));
    edition.id = row.id;
    edition.version = row.version;
    leave_out_what_came_later(edition, on);
    return edition;
}

/// Those of its publications that a version knows by their hash.
void put_bytes(MasaEdition& edition, BytesRow&& row) {
    const auto known =
        std::ranges::find(edition.publications, row.digest, &MasaPublication::digest);
    if (known != edition.publications.end()) known->content = std::move(row.content);
}

} // namespace

std::vector<MasaEdition> all_masa_then(store::Db& db, const Scope& scope) {
    std::vector<MasaEdition> all;
    db.each(
        list_versions, [&](VersionRow&& row) { all.push_back(edition_then(row, scope.today)); },
        arrangements_kind);
    db.each(list_all_bytes, [&](BytesRow&& row) {
        const auto of = std::ranges::find(all, row.edition, &MasaEdition::id);
        if (of != all.end()) put_bytes(*of, std::move(row));
    });
    std::ranges::stable_sort(all, {}, [](const MasaEdition& one) {
        return one.published_on ? iso(*one.published_on) : std::string("9999");
    });
    return all;
}

std::optional<MasaEdition> find_masa_then(store::Db& db, const Scope& scope, const MasaId& id) {
    const auto row = db.one(find_version, arrangements_kind, id);
    if (!row) return std::nullopt;
    auto edition = edition_then(*row, scope.today);
    db.each(
        list_bytes, [&](BytesRow&& bytes) { put_bytes(edition, std::move(bytes)); }, id);
    return edition;
}

} // namespace openmasa::partnership
