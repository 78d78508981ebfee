#include "core/thread/links.hpp"
#include "core/audit/newest.hpp"
#include "kernel/text.hpp"

namespace openmasa::thread {
namespace {

using store::None;
using store::Query;

struct LinkKind;
using LinkId = Id<LinkKind>;

/// Added is the first version, taken back the second.
constexpr std::int64_t added = 1, taken_back = 2;

struct Row {
    std::string id;
    At from, to;
    int strength = 0;
    std::string why, who;
    Day on{};
};
constexpr Query<None(LinkId, std::string_view, std::string_view, std::string_view, std::string_view,
                     int, std::string_view, std::string_view, Day, Moment)>
    insert_link{"thread.add_link", R"sql(
    INSERT INTO thread_link (id, from_kind, from_id, to_kind, to_id, strength, why, who, on_day, made_at, withdrawn_why)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, ''))sql"};
constexpr Query<int(std::string_view, std::string_view, std::string_view, std::string_view)>
    count_between{"thread.count_between", R"sql(
    SELECT count(*) FROM thread_link
    WHERE from_kind = $1 AND from_id = $2 AND to_kind = $3 AND to_id = $4 AND withdrawn_at IS NULL)sql"};
constexpr Query<None(std::string_view, Moment, std::string_view)> update_withdrawn{
    "thread.withdraw_link",
    "UPDATE thread_link SET withdrawn_at = $2, withdrawn_why = $3 WHERE id = $1 AND withdrawn_at IS NULL"};
constexpr Query<Row(std::string_view)> find_by_id{"thread.find_link", R"sql(
    SELECT id, from_kind, from_id, to_kind, to_id, strength, why, who, on_day FROM thread_link
    WHERE id = $1 AND withdrawn_at IS NULL)sql"};

struct WholeRow {
    Row row;
    bool is_withdrawn = false;
    std::string withdrawn_why;
};
constexpr Query<WholeRow()> list_every{"thread.verify_links", R"sql(
    SELECT id, from_kind, from_id, to_kind, to_id, strength, why, who, on_day, withdrawn_at IS NOT NULL, withdrawn_why
    FROM thread_link ORDER BY id)sql"};
constexpr Query<None(std::string_view, std::string_view, std::string_view)> purge_history{
    "thread.purge_history", R"sql(
    UPDATE history SET content = '', salt = '', destroyed_under = $3
    WHERE kind = 'thread_link' AND destroyed_under IS NULL AND record_id IN (
        SELECT id FROM thread_link WHERE (from_kind = $1 AND from_id = $2) OR (to_kind = $1 AND to_id = $2)))sql"};
constexpr Query<None(std::string_view, std::string_view)> delete_links{"thread.delete_links", R"sql(
    DELETE FROM thread_link WHERE (from_kind = $1 AND from_id = $2) OR (to_kind = $1 AND to_id = $2))sql"};

Link link_of(Row row) {
    return {.from = std::move(row.from),
            .to = std::move(row.to),
            .who = std::move(row.who),
            .on = row.on,
            .strength = static_cast<Strength>(row.strength),
            .why = std::move(row.why),
            .id = std::move(row.id)};
}

audit::Content content_of(const Link& link, std::string_view taken_back_why) {
    return {{"From", link.from.kind + " " + link.from.id},
            {"To", link.to.kind + " " + link.to.id},
            {"Strength", std::string(spoken(link.strength))},
            {"Why", link.why},
            {"Who", link.who},
            {"Day", link.on ? iso(*link.on) : std::string()},
            {"Taken back", std::string(taken_back_why)}};
}

/// Its version, and on the record that it leads from what was done.
void record(store::Db& db, const Scope& scope, std::int64_t version, const Link& link,
            std::string_view taken_back_why = {}) {
    const bool is_added = version == added;
    audit::record(db, scope,
                  {.verb = is_added ? "thread_link.added" : "thread_link.taken_back",
                   .kind = link_kind,
                   .id = link.id,
                   .version = version,
                   .content = content_of(link, taken_back_why)});
    audit::record(db, scope,
                  {.verb = is_added ? "thread.linked" : "thread.unlinked",
                   .kind = link.from.kind,
                   .id = link.from.id,
                   .content = {}});
}

/// The links that stand whose end `kind_column`, `id_column` is one of these: an index finds them.
void add_links(store::ComposedQuery<Row>& query, store::SqlPiece<0> id_column,
               store::SqlPiece<0> kind_column, std::span<const At> ends) {
    query
        .add("SELECT id, from_kind, from_id, to_kind, to_id, strength, why, who, on_day "
             "FROM thread_link WHERE withdrawn_at IS NULL AND")
        .add(id_column)
        .add("IN (''");
    for (const auto& end : ends) query.add(", $", end.id);
    query.add(") AND").add(kind_column).add("IN (''");
    for (const auto& end : ends) query.add(", $", end.kind);
    query.add(")");
}

} // namespace

Result<Done> add_link(store::Db& db, const Scope& scope, const AddLink& command) {
    const auto& [from, to, strength, why] = command;
    if (from == to) return invalid("other", "A record does not lead to itself.");
    if (strength == Strength::unsaid)
        return invalid("strength", "Say how strongly the one rests on the other.");
    if (trimmed(why).empty()) return invalid("why", "Say in a sentence how they belong together.");
    if (why.size() > 2000) return invalid("why", "This is too long: at most 2000 characters.");
    if (db.one(count_between, from.kind, from.id, to.kind, to.id).value_or(0) > 0)
        return invalid("other", "These two are linked already.");
    const auto id = scope.new_id<LinkId>();
    db.run(insert_link, id, from.kind, from.id, to.kind, to.id, static_cast<int>(strength),
           trimmed(why), scope.known_as, scope.today, scope.now);
    record(db, scope, added,
           {.from = from,
            .to = to,
            .who = scope.known_as,
            .on = scope.today,
            .strength = strength,
            .why = std::string(trimmed(why)),
            .id = id.str()});
    return Done{};
}

Result<Done> take_back(store::Db& db, const Scope& scope, const TakeBack& command) {
    const auto link = find_link(db, command.id);
    if (!link) return not_found();
    if (trimmed(command.why).empty()) return invalid("why", "Say why it should not be there.");
    db.run(update_withdrawn, command.id, scope.now, trimmed(command.why));
    record(db, scope, taken_back, *link, trimmed(command.why));
    return Done{};
}

std::optional<Link> find_link(store::Db& db, std::string_view id) {
    auto row = db.one(find_by_id, id);
    return row ? std::optional(link_of(std::move(*row))) : std::nullopt;
}

std::vector<Link> links_of(store::Db& db, const Asked& asked) {
    std::vector<Link> links;
    if (asked.back.empty() && asked.on.empty()) return links;
    store::ComposedQuery<Row> query("thread.links_of");
    add_links(query, "to_id", "to_kind", asked.back);
    query.add("UNION");
    add_links(query, "from_id", "from_kind", asked.on);
    query.add("ORDER BY 9, 1");
    for (auto& row : db.all(query)) links.push_back(link_of(std::move(row)));
    return links;
}

int destroy_links_of(store::Db& db, const At& record, std::string_view certificate) {
    const int versions = db.run(purge_history, record.kind, record.id, certificate);
    db.run(delete_links, record.kind, record.id);
    return versions;
}

void verify(store::Db& db, audit::Verdict& verdict) {
    audit::Newest newest(db, link_kind);
    for (auto& [row, is_withdrawn, why] : db.all(list_every)) {
        const auto link = link_of(std::move(row));
        newest.compare({.id = link.id,
                        .version = is_withdrawn ? taken_back : added,
                        .content = content_of(link, why)},
                       verdict);
    }
    newest.report_missing(verdict);
}

} // namespace openmasa::thread
