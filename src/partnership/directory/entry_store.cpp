#include "partnership/directory/entry_store.hpp"
#include "core/audit/audit.hpp"

namespace openmasa::directory {
namespace {

using history::Kept;
using history::Part;
using store::None;
using store::Query;

struct EntryRow {
    PersonId person;
    Prefers prefers;
    std::string asked_about;
    bool telephone_hidden;
    std::int64_t version;
};
constexpr Query<EntryRow(PersonId)> find_entry{"directory.entry", R"sql(
    SELECT person_id, prefers, asked_about, telephone_hidden, version FROM directory_entry WHERE person_id = $1)sql"};
constexpr Query<EntryRow()> list_entries{"directory.entries", R"sql(
    SELECT person_id, prefers, asked_about, telephone_hidden, version FROM directory_entry ORDER BY person_id)sql"};
constexpr Query<None(PersonId, Prefers, std::string_view, bool, std::int64_t, Moment)> put_entry{
    "directory.keep_entry", R"sql(
    INSERT INTO directory_entry (person_id, prefers, asked_about, telephone_hidden, version, updated_at)
    VALUES ($1, $2, $3, $4, $5 + 1, $6)
    ON CONFLICT (person_id) DO UPDATE SET prefers = $2, asked_about = $3, telephone_hidden = $4, version = $5 + 1,
        updated_at = $6 WHERE directory_entry.version = $5)sql"};

Entry entry_of(EntryRow&& row) {
    return {.person = row.person,
            .prefers = row.prefers,
            .asked_about = std::move(row.asked_about),
            .telephone_hidden = row.telephone_hidden,
            .version = row.version};
}

std::string spoken_prefers(std::string_view raw) {
    return raw == "email" ? "By e-mail" : "By telephone";
}

constexpr Kept<Entry> kept[] = {
    {{"prefers", "Prefers to be reached", Part::state, spoken_prefers},
     [](const Entry& entry) { return std::string(to_text(entry.prefers)); }},
    {{"asked_about", "Can be asked about"}, [](const Entry& entry) { return entry.asked_about; }},
    {{"telephone_hidden", "Telephone not listed"},
     [](const Entry& entry) { return std::string(entry.telephone_hidden ? "yes" : ""); }},
};
constexpr auto fields = history::fields_of(kept);

audit::Content content_of(const Entry& entry) {
    audit::Content content;
    history::put(content, kept, entry);
    return content;
}

} // namespace

Entry read_entry(store::Db& db, const PersonId& person) {
    auto row = db.one(find_entry, person);
    return row ? entry_of(std::move(*row)) : Entry{.person = person};
}

Result<Done> save_entry(store::Db& db, const Scope& scope, const Entry& entry) {
    if (read_entry(db, entry.person).version != entry.version ||
        db.run(put_entry, entry.person, entry.prefers, entry.asked_about, entry.telephone_hidden,
               entry.version, scope.now) == 0)
        return conflict("This entry was changed while you were writing. Look at it again.");
    audit::record(db, scope,
                  {.verb = "directory_entry.kept",
                   .kind = entry_kind,
                   .id = entry.person.view(),
                   .version = entry.version + 1,
                   .content = content_of(entry)});
    return Done{};
}

void verify_entries(store::Db& db, audit::Verdict& verdict) {
    audit::Newest newest(db, entry_kind, fields);
    db.each(list_entries, [&](EntryRow&& row) {
        const auto entry = entry_of(std::move(row));
        newest.compare(
            {.id = entry.person.view(), .version = entry.version, .content = content_of(entry)},
            verdict);
    });
    newest.report_missing(verdict);
}

} // namespace openmasa::directory
