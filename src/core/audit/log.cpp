#include "core/audit/log.hpp"
#include "kernel/text.hpp"
#include "web/http/percent.hpp"
#include <algorithm>
#include <charconv>
#include <fmt/format.h>

namespace openmasa::audit {
namespace {

using store::ComposedQuery;
using store::Query;

constexpr std::string_view nobody = "nobody";

/// A verb or a kind: small letters, full stops and underscores. Anything else is none.
std::string word(std::string_view text) {
    const bool plain =
        text.size() <= 60 && text.find_first_not_of("abcdefghijklmnopqrstuvwxyz_.") == text.npos;
    return plain ? std::string(text) : std::string();
}

/// "2026-01-22T12:00:00.000Z,17"
std::optional<LogFilter::Place> read_place(std::string_view text) {
    const auto comma = text.find(',');
    if (comma == text.npos) return std::nullopt;
    const auto at = moment_from_iso(text.substr(0, comma));
    LogFilter::Place place{.at = at.value_or(Moment{})};
    const auto* end = text.data() + text.size();
    const auto read = std::from_chars(text.data() + comma + 1, end, place.sequence);
    if (!at || read.ec != std::errc() || read.ptr != end) return std::nullopt;
    return place;
}

/// The first moment of a day in London.
Moment start_of(Day day) {
    const Moment midnight{day};
    const auto in_summer = midnight - std::chrono::hours{1};
    return london_day(in_summer) == day ? in_summer : midnight;
}

constexpr Query<KnownPerson()> list_everybody{
    "audit.list_people", "SELECT id, known_as FROM person ORDER BY known_as, id"};
constexpr Query<std::string(PersonId)> find_person{"audit.find_person",
                                                   "SELECT known_as FROM person WHERE id = $1"};
/// Steps from one value to the next along the index, however many entries have it.
constexpr Query<std::string()> step_through_verbs{"audit.list_verbs", R"sql(
    WITH RECURSIVE found (word) AS (
        SELECT min(verb) FROM audit_entry
        UNION ALL
        SELECT (SELECT min(verb) FROM audit_entry WHERE verb > found.word) FROM found WHERE found.word IS NOT NULL)
    SELECT word FROM found WHERE word IS NOT NULL ORDER BY word)sql"};
constexpr Query<std::string()> step_through_kinds{"audit.list_kinds", R"sql(
    WITH RECURSIVE found (word) AS (
        SELECT min(kind) FROM audit_entry
        UNION ALL
        SELECT (SELECT min(kind) FROM audit_entry WHERE kind > found.word) FROM found WHERE found.word IS NOT NULL)
    SELECT word FROM found WHERE word IS NOT NULL ORDER BY word)sql"};
constexpr Query<std::string(std::string_view, std::string_view)> find_newest_content{
    "audit.newest_content",
    "SELECT content FROM history WHERE kind = $1 AND record_id = $2 ORDER BY version DESC LIMIT 1"};

template<class Row> void add_conditions(ComposedQuery<Row>& query, const LogFilter& filter) {
    query.add("WHERE 1 = 1");
    if (filter.person) query.add("AND a.person_id = $", *filter.person);
    if (filter.nobody) query.add("AND a.person_id IS NULL");
    if (!filter.verb.empty()) query.add("AND a.verb = $", filter.verb);
    if (!filter.kind.empty()) query.add("AND a.kind = $", filter.kind);
    if (!filter.record_id.empty())
        query.add("AND a.kind IN ($, 'page') AND a.record_id = $", filter.record_kind,
                  filter.record_id);
    if (filter.from) query.add("AND a.at >= $", iso(start_of(*filter.from)));
    if (filter.to) query.add("AND a.at < $", iso(start_of(*filter.to + std::chrono::days{1})));
    if (filter.before)
        query.add("AND a.at <= $ AND (a.at < $ OR a.sequence < $)", iso(filter.before->at),
                  iso(filter.before->at), filter.before->sequence);
}

} // namespace

int LogFilter::in_use() const {
    return int(person.has_value()) + int(nobody) + int(!verb.empty()) + int(!kind.empty()) +
           int(from || to);
}

LogFilter read_log_filter(const http::Form& query) {
    LogFilter filter;
    filter.nobody = query.text("person") == nobody;
    filter.person = PersonId::parse(query.text("person"));
    filter.verb = word(query.text("verb"));
    filter.kind = word(query.text("kind"));
    filter.from = day_from_iso(query.text("from"));
    filter.to = day_from_iso(query.text("to"));
    filter.before = read_place(query.text("before"));
    return filter;
}

std::string to_query(const LogFilter& filter) {
    std::vector<std::string> parts;
    if (filter.person) parts.push_back("person=" + filter.person->str());
    if (filter.nobody) parts.push_back(fmt::format("person={}", nobody));
    if (!filter.verb.empty()) parts.push_back("verb=" + filter.verb);
    if (!filter.kind.empty()) parts.push_back("kind=" + filter.kind);
    if (filter.from) parts.push_back("from=" + iso(*filter.from));
    if (filter.to) parts.push_back("to=" + iso(*filter.to));
    if (filter.before)
        parts.push_back(fmt::format("before={},{}", http::percent_encoded(iso(filter.before->at)),
                                    filter.before->sequence));
    return join(parts, "&");
}

void each_logged(store::Db& db, const LogFilter& filter, int most,
                 const std::function<void(LoggedAct&&)>& take) {
    ComposedQuery<LoggedAct> query("audit.log");
    query.add(
        R"sql(SELECT a.sequence, a.at, a.person_id, coalesce(p.known_as, ''), a.from_where, a.by_right,
           a.verb, a.kind, a.record_id, a.version,
           coalesce(h.content, (SELECT n.content FROM history n WHERE n.kind = a.kind AND n.record_id = a.record_id
                                ORDER BY n.version DESC LIMIT 1), ''),
           coalesce(b.content, '')
    FROM audit_entry a
    LEFT JOIN person p ON p.id = a.person_id
    LEFT JOIN history h ON h.kind = a.kind AND h.record_id = a.record_id AND h.version = a.version
    LEFT JOIN history b ON b.kind = a.kind AND b.record_id = a.record_id AND b.version = a.version - 1)sql");
    add_conditions(query, filter);
    query.add("ORDER BY a.at DESC, a.sequence DESC LIMIT $", most);
    db.each(query, take);
}

void each_proven_content(store::Db& db, const LogFilter& filter,
                         const std::function<void(ProvenContent&&)>& take) {
    ComposedQuery<ProvenContent> query("audit.proven_content");
    query.add(R"sql(SELECT a.sequence, a.kind, a.record_id, a.version, h.salt, h.content
    FROM audit_entry a
    JOIN history h ON h.kind = a.kind AND h.record_id = a.record_id AND h.version = a.version)sql");
    add_conditions(query, filter);
    query.add("ORDER BY a.sequence");
    db.each(query, take);
}

std::vector<LoggedAct> read_log(store::Db& db, const LogFilter& filter, int most) {
    std::vector<LoggedAct> acts;
    each_logged(db, filter, most + 1, [&](LoggedAct&& act) { acts.push_back(std::move(act)); });
    return acts;
}

std::vector<KnownPerson> list_people(store::Db& db) {
    return db.all(list_everybody);
}

std::optional<std::string> name_of_person(store::Db& db, const PersonId& person) {
    return db.one(find_person, person);
}

std::vector<std::string> list_verbs(store::Db& db) {
    return db.all(step_through_verbs);
}

std::vector<std::string> list_kinds(store::Db& db) {
    return db.all(step_through_kinds);
}

std::string newest_content(store::Db& db, std::string_view kind, std::string_view id) {
    return db.one(find_newest_content, kind, id).value_or("");
}

} // namespace openmasa::audit
