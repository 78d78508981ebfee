#include "core/restriction/sight.hpp"
#include "core/audit/audit.hpp"
#include "core/restriction/glass.hpp"
#include "core/restriction/restriction.hpp"
#include "core/restriction/single_records.hpp"
#include "core/restriction/store.hpp"
#include "core/settings/revision.hpp"
#include "web/html.hpp"
#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <set>

namespace openmasa::restriction {
namespace {

/// Tables with what their rows must fulfil to be seen. A table that nothing is
/// hidden from is not among them.
using Conditions = std::map<std::string, std::vector<std::string>, std::less<>>;

/// "id, id", of those of this kind.
std::string ids_of(const std::vector<Record>& hidden, std::string_view kind) {
    std::string ids;
    for (const auto& record : hidden)
        if (record.kind == kind)
            ids += (ids.empty() ? "" : ", ") + store::lens::literal_id(record.id);
    return ids;
}

void hide_records(Conditions& seen, const std::vector<Record>& hidden, const Kind& kind) {
    const auto ids = ids_of(hidden, kind.kind);
    if (!ids.empty()) seen[std::string(kind.kind)].push_back(fmt::format("t.id NOT IN ({})", ids));
}

/// Asked for the one row: a list of all that is seen would be made anew by every statement, and
/// there may be a hundred thousand.
std::string is_seen(std::string_view table, std::string_view id) {
    return fmt::format("EXISTS (SELECT 1 FROM {} AS p WHERE p.id = t.{})", table, id);
}

/// A table with the same id as its parent is the parent once more, at other
/// times: it is asked the same, and does not name it.
/// Whether rows of the table are hidden for what they are about, or for another reason of its own.
bool is_hidden_otherwise(std::string_view table, const AllKinds& all) {
    return std::ranges::any_of(all, [&](const Kinds& area) {
        return std::ranges::count(area.about, table, &About::table) > 0 ||
               std::ranges::count(area.also, table, &Also::table) > 0;
    });
}

/// Where nothing is hidden of the parent but records by their ids, those say it all: the parent,
/// which on a day in the past is one of several versions, is then not looked for.
void hide_what_hangs(Conditions& seen, const std::vector<Record>& hidden, const Hangs& one,
                     const AllKinds& all) {
    const auto parent = seen.find(one.parent);
    if (parent == seen.end()) return;
    const auto conditions = parent->second;
    const auto ids = ids_of(hidden, one.parent);
    const bool by_id =
        conditions.size() == 1 && !ids.empty() && !is_hidden_otherwise(one.parent, all);
    auto& here = seen[std::string(one.table)];
    if (one.column == "id")
        here.insert(here.end(), conditions.begin(), conditions.end());
    else if (by_id)
        here.push_back(fmt::format("(t.{0} IS NULL OR t.{0} NOT IN ({1}))", one.column, ids));
    else
        here.push_back(
            fmt::format("(t.{} IS NULL OR {})", one.column, is_seen(one.parent, one.column)));
}

using KindNames = std::set<std::string, std::less<>>;

KindNames hidden_kinds(const Conditions& seen, const AllKinds& all) {
    KindNames kinds;
    for (const auto& area : all)
        for (const auto& kind : area.kinds)
            if (seen.contains(kind.kind)) kinds.emplace(kind.kind);
    return kinds;
}

std::string test_of(const Also& one, const std::optional<PersonId>& person) {
    constexpr std::string_view hole = "{person}";
    std::string test(one.test);
    const auto at = test.find(hole);
    if (at == test.npos) return test;
    return test.replace(at, hole.size(),
                        person ? store::lens::literal(*person) : std::string("''"));
}

void hide_what_is_about(Conditions& seen, const About& one, const KindNames& kinds) {
    for (const auto& kind : kinds)
        seen[std::string(one.table)].push_back(fmt::format(
            "NOT (t.{} = '{}' AND NOT {})", one.kind_column, kind, is_seen(kind, one.id_column)));
}

/// First what is a record itself (a comment on a hidden record is hidden), then what is about
/// either.
void hide_what_is_about(Conditions& seen, const AllKinds& all) {
    for (const bool is_record : {true, false}) {
        const auto kinds = hidden_kinds(seen, all);
        for (const auto& area : all)
            for (const auto& one : area.about)
                if ((find_kind(all, one.table) != nullptr) == is_record)
                    hide_what_is_about(seen, one, kinds);
    }
}

Conditions conditions_without(const std::vector<Record>& hidden,
                              const std::optional<PersonId>& person, const AllKinds& all) {
    Conditions seen;
    for (const auto& area : all)
        for (const auto& kind : area.kinds) hide_records(seen, hidden, kind);
    for (const auto& area : all)
        for (const auto& one : area.hangs) hide_what_hangs(seen, hidden, one, all);
    hide_what_is_about(seen, all);
    const auto kinds = hidden_kinds(seen, all);
    for (const auto& area : all)
        for (const auto& one : area.also)
            if (kinds.contains(one.kind))
                seen[std::string(one.table)].push_back(test_of(one, person));
    return seen;
}

std::string joined(const std::vector<std::string>& conditions) {
    std::string all;
    for (const auto& one : conditions) all += (all.empty() ? "" : " AND ") + one;
    return all;
}

/// What looks like an id, each once.
std::set<std::string_view> ids_in(std::string_view text) {
    const auto is_letter = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z'); };
    std::set<std::string_view> ids;
    for (std::size_t at = 0; at < text.size();) {
        const auto start = at;
        while (at < text.size() && is_letter(text[at])) ++at;
        if (const auto word = text.substr(start, at - start); is_id_text(word)) ids.insert(word);
        if (at == start) ++at;
    }
    return ids;
}

/// By its id or its title, or by the id of what hangs on it.
bool names(std::string_view page, const std::set<std::string_view>& ids, store::Db& db,
           const Record& record, const Kind& kind) {
    if (ids.contains(record.id)) return true;
    const auto described = kind.describe ? kind.describe(db, record.id) : std::nullopt;
    if (described && page.find(escaped(described->title).view()) != page.npos) return true;
    if (!kind.parts) return false;
    return std::ranges::any_of(kind.parts(db, record.id),
                               [&](const std::string& part) { return ids.contains(part); });
}

std::vector<OpenGlass> glass_of(store::Db& db, const Scope& scope) {
    if (!scope.person || !scope.may(Permission::break_glass)) return {};
    return open_glass_of(db, *scope.person, scope.now);
}

std::optional<Moment> until(const std::vector<OpenGlass>& glass, const RestrictionId& id) {
    const auto found = std::ranges::find(glass, id, &OpenGlass::restriction);
    return found == glass.end() ? std::nullopt : std::optional(found->until);
}

Reader reader_of(const Scope& scope) {
    Reader reader{.person = scope.person, .owners = {}, .glass_until = {}};
    for (const auto& held : scope.holdings)
        for (const auto& owner : {held.owner, held.group})
            if (owner) reader.owners.push_back(*owner);
    return reader;
}

/// What follows from who reads, worked out once for each state of the restrictions.
struct Seen {
    /// What they may read by name or by broken glass.
    std::vector<Record> restricted;
    std::vector<Record> hidden;
    /// None where nothing is hidden.
    std::shared_ptr<const store::ReadyLens> guard;
};

/// Of whoever holds the same and broke the same glass, the same person: whether glass is still
/// open, which changes with the time alone, is known by its being there.
std::string key_of(const Reader& reader, const std::vector<OpenGlass>& glass) {
    std::string key = "seen by";
    if (reader.person) key.append(" ").append(reader.person->view());
    for (const auto& owner : reader.owners) key.append(" for ").append(owner.view());
    for (const auto& one : glass) key.append(" through ").append(one.restriction.view());
    return key;
}

Seen seen_by(store::Db& db, const Scope& scope, const std::vector<OpenGlass>& glass,
             const AllKinds& all) {
    Seen seen;
    auto reader = reader_of(scope);
    auto without = std::vector<Record>();
    for (const auto& one : open_restrictions(db)) {
        reader.glass_until = until(glass, one.id);
        if (sight_of(one.names, reader, scope.now) != Sight::hidden) {
            seen.restricted.push_back(one.record);
            continue;
        }
        seen.hidden.push_back(one.record);
        without.push_back(one.record);
        without.push_back({"restriction", one.id.str()});
    }
    if (!without.empty())
        seen.guard =
            std::make_shared<const store::ReadyLens>(lens_without(without, scope.person, all));
    return seen;
}

/// None where nothing is hidden. Tells the scope which restricted records it may read, and which
/// are hidden from it.
std::shared_ptr<const store::ReadyLens> without_restricted(store::Db& db, Scope& scope,
                                                           const AllKinds& all) {
    if (!scope.something_restricted) return nullptr;
    const auto glass = glass_of(db, scope);
    const auto seen =
        db.remembered<Seen>(key_of(reader_of(scope), glass), revision::stamp(db, revision_name),
                            [&] { return seen_by(db, scope, glass, all); });
    scope.restricted = seen->restricted;
    scope.hidden = seen->hidden;
    return seen->guard;
}

/// One that shows the same is used again.
std::shared_ptr<const store::ReadyLens> only_single_records(store::Db& db, const Scope& scope,
                                                            const AllKinds& all,
                                                            const store::ReadyLens* hidden) {
    auto lens = lens_of_single_records(db, scope, all);
    if (hidden) lens.put_all(hidden->lens());
    const auto words = lens.words();
    return db
        .remembered<Seen>(
            "only " + words, "",
            [&] {
                return Seen{.restricted = {},
                            .hidden = {},
                            .guard = std::make_shared<const store::ReadyLens>(std::move(lens))};
            })
        ->guard;
}

} // namespace

bool would_open(const Scope& scope, const Restriction& restriction) {
    auto reader = reader_of(scope);
    if (sight_of(restriction.names, reader, scope.now) != Sight::hidden) return false;
    reader.glass_until = scope.now + std::chrono::seconds{1};
    return sight_of(restriction.names, reader, scope.now) == Sight::broken_glass;
}

void look(store::Db& db, Scope& scope, const AllKinds& all) {
    reach_single_records(db, scope, all);
    auto guard = without_restricted(db, scope, all);
    if (scope.reads_single_records()) guard = only_single_records(db, scope, all, guard.get());
    if (guard) db.guard_with(std::move(guard));
}

store::Lens lens_without(const std::vector<Record>& hidden, const std::optional<PersonId>& person,
                         const AllKinds& all) {
    const auto seen = conditions_without(hidden, person, all);
    store::Lens lens;
    for (const auto& [table, conditions] : seen)
        lens.put(table,
                 fmt::format("SELECT t.* FROM {{{}}} AS t WHERE {}", table, joined(conditions)));
    return lens;
}

std::vector<Record> shown_in(store::Db& db, const Scope& scope, const AllKinds& all,
                             std::string_view content_type, std::string_view answer) {
    if (scope.restricted.empty() || !content_type.starts_with("text/html")) return scope.restricted;
    const auto ids = ids_in(answer);
    std::vector<Record> shown;
    for (const auto& record : scope.restricted)
        if (const auto* kind = find_kind(all, record.kind);
            kind && names(answer, ids, db, record, *kind))
            shown.push_back(record);
    return shown;
}

void note_reading(store::Db& db, const Scope& scope, const std::vector<Record>& shown) {
    for (const auto& record : shown)
        audit::record(
            db, scope,
            {.verb = "restricted.read", .kind = record.kind, .id = record.id, .content = {}});
}

void record_reading(store::Db& db, const Scope& scope, const std::vector<Record>& shown) {
    if (shown.empty()) return;
    (void)db.atomically([&]() -> Result<Done> {
        note_reading(db, scope, shown);
        return Done{};
    });
}

} // namespace openmasa::restriction
