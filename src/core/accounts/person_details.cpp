#include "core/accounts/person_details.hpp"
#include "core/accounts/account_history.hpp"
#include "core/accounts/store.hpp"
#include "core/audit/newest.hpp"
#include "kernel/text.hpp"

namespace openmasa::accounts {
namespace {

using store::None;
using store::Query;

constexpr Query<PersonDetails(PersonId)> find_one{"people.details", R"sql(
    SELECT p.id, p.known_as, coalesce(d.position, ''), d.agency_id, coalesce(o.name, ''), coalesce(d.email, ''),
           coalesce(d.telephone, ''), d.left_on, coalesce(d.version, 0), a.id, coalesce(a.email, ''),
           CASE WHEN a.id IS NULL THEN 'none' WHEN a.ended_at IS NOT NULL THEN 'ended'
                WHEN a.password_hash IS NULL THEN 'invited' ELSE 'open' END
    FROM person p LEFT JOIN person_details d ON d.person_id = p.id LEFT JOIN owner o ON o.id = d.agency_id
    LEFT JOIN account a ON a.id = (SELECT max(x.id) FROM account x WHERE x.person_id = p.id)
    WHERE p.id = $1)sql"};
constexpr Query<None(PersonId, std::string_view, std::string_view, std::optional<OwnerId>,
                     std::string_view, std::string_view, std::optional<Day>, Moment)>
    insert_details{"people.add_details", R"sql(
    INSERT INTO person_details (person_id, name, position, agency_id, email, telephone, left_on, version, updated_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, 1, $8) ON CONFLICT (person_id) DO NOTHING)sql"};
constexpr Query<None(PersonId, std::int64_t, std::string_view, std::string_view,
                     std::optional<OwnerId>, std::string_view, std::string_view, std::optional<Day>,
                     Moment)>
    update_details{"people.save_details", R"sql(
    UPDATE person_details SET version = $2 + 1, name = $3, position = $4, agency_id = $5, email = $6,
                              telephone = $7, left_on = $8, updated_at = $9
    WHERE person_id = $1 AND version = $2)sql"};
constexpr Query<PersonId(AccountId)> update_name{"people.note_new_name", R"sql(
    UPDATE person_details SET version = version + 1,
           name = (SELECT p.known_as FROM person p WHERE p.id = person_details.person_id)
    WHERE person_id = (SELECT a.person_id FROM account a WHERE a.id = $1)
    AND name <> (SELECT p.known_as FROM person p WHERE p.id = person_details.person_id)
    RETURNING person_id)sql"};

/// As the row has it, name and all.
struct DetailsRow {
    PersonId id;
    std::string name, position, agency, email, telephone, left_on;
    std::int64_t version;
};
constexpr Query<DetailsRow(PersonId)> find_row{"people.details_row", R"sql(
    SELECT person_id, name, position, coalesce(agency_id, ''), email, telephone, coalesce(left_on, ''), version
    FROM person_details WHERE person_id = $1)sql"};
constexpr Query<DetailsRow()> list_rows{"people.details_rows", R"sql(
    SELECT person_id, name, position, coalesce(agency_id, ''), email, telephone, coalesce(left_on, ''), version
    FROM person_details ORDER BY person_id)sql"};

audit::Content content_of(const DetailsRow& row) {
    return {{"name", row.name},   {"position", row.position},   {"agency", row.agency},
            {"email", row.email}, {"telephone", row.telephone}, {"left_on", row.left_on}};
}

void record(store::Db& db, const Scope& scope, std::string_view verb, const PersonId& id) {
    const auto row = db.one(find_row, id);
    if (row)
        audit::record(db, scope,
                      {.verb = verb,
                       .kind = "person",
                       .id = id.view(),
                       .version = row->version,
                       .content = content_of(*row)});
}

bool is_email(std::string_view email) {
    const auto at = email.find('@');
    return at != email.npos && at > 0 && at + 1 < email.size() &&
           email.find_first_of(" \t\r\n<>\"") == email.npos &&
           email.find('@', at + 1) == email.npos;
}

int write(store::Db& db, const Scope& scope, const PersonDetails& p) {
    if (p.version == 0)
        return db.run(insert_details, p.id, p.name, p.position, p.agency, p.email, p.telephone,
                      p.left_on, scope.now);
    return db.run(update_details, p.id, p.version, p.name, p.position, p.agency, p.email,
                  p.telephone, p.left_on, scope.now);
}

} // namespace

std::optional<PersonDetails> find_details(store::Db& db, const Scope& scope, const PersonId& id) {
    if (!scope.may(Permission::give_accounts)) return std::nullopt;
    return db.one(find_one, id);
}

std::optional<PersonDetails> find_own_details(store::Db& db, const Scope& scope) {
    if (!scope.person) return std::nullopt;
    return db.one(find_one, *scope.person);
}

Result<Done> save_own_telephone(store::Db& db, const Scope& scope, std::string telephone,
                                std::int64_t version) {
    auto own = find_own_details(db, scope);
    if (!own) return not_found();
    if (own->telephone == telephone) return Done{};
    own->telephone = std::move(telephone);
    own->version = version;
    if (write(db, scope, *own) == 0)
        return conflict("Somebody changed your details while you were writing.");
    record(db, scope, "person.changed", own->id);
    return Done{};
}

std::vector<Problem> details_problems(const PersonDetails& person) {
    std::vector<Problem> problems;
    if (one_line(person.name).empty())
        problems.push_back({"name", "Say who it is: the office or the name to show."});
    if (!person.email.empty() && !is_email(person.email))
        problems.push_back({"email", "This is not an e-mail address."});
    return problems;
}

void add_details(store::Db& db, const Scope& scope, const PersonDetails& person) {
    add_person(db, person.id, person.name, scope.now);
    write(db, scope, person);
    record(db, scope, "person.added", person.id);
}

Result<Done> save_details(store::Db& db, const Scope& scope, const PersonDetails& person) {
    const auto before = find_details(db, scope, person.id);
    if (!before) return not_found();
    if (write(db, scope, person) == 0)
        return conflict("Somebody changed these details while you were writing.");
    if (person.name != before->name) rename_person(db, person.id, person.name);
    record(db, scope, "person.changed", person.id);
    if (person.name != before->name && before->account)
        record_change(db, scope, "account.renamed", *before->account);
    return Done{};
}

void note_new_name(store::Db& db, const Scope& scope, const AccountId& account) {
    if (const auto person = db.one(update_name, account))
        record(db, scope, "person.changed", *person);
}

void verify_details(store::Db& db, audit::Verdict& verdict) {
    audit::Newest newest(db, "person");
    db.each(list_rows, [&](DetailsRow&& row) {
        newest.compare({.id = row.id.view(), .version = row.version, .content = content_of(row)},
                       verdict);
    });
    newest.report_missing(verdict);
}

} // namespace openmasa::accounts
