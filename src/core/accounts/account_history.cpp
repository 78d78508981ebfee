#include "core/accounts/account_history.hpp"
#include "core/accounts/person_details.hpp"
#include "core/audit/newest.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::accounts {
namespace {

using store::Query;

/// An account with one of its roles, by the word under which it was given (migration k). All as
/// text, so that nothing is read more kindly than it is written.
struct HeldRow {
    std::string account, email, known_as, ended, role, owner, record_kind, record, from, to;
};

constexpr Query<HeldRow(AccountId)> list_held_by{"accounts.list_held_by", R"sql(
    SELECT a.id, a.email, p.known_as, coalesce(a.ended_at, ''),
           CASE WHEN r.given_as = 'reader' AND r.role = 'delegated_partner'
                  OR r.given_as = 'action_owner' AND r.role IN ('group_member', 'agency_lead')
                THEN r.given_as ELSE coalesce(r.role, '') END, coalesce(w.name, ''),
           coalesce(r.record_kind, ''), coalesce(r.record_id, ''), coalesce(r.from_day, ''), coalesce(r.to_day, '')
    FROM account a JOIN person p ON p.id = a.person_id
    LEFT JOIN role_holding r ON r.person_id = a.person_id LEFT JOIN owner w ON w.id = r.owner_id
    WHERE a.id = $1 ORDER BY a.id, r.id)sql"};
constexpr Query<AccountId(OwnerId)> list_accounts_within{"accounts.list_within", R"sql(
    SELECT a.id FROM account a
    WHERE EXISTS (SELECT 1 FROM role_holding h WHERE h.person_id = a.person_id AND h.owner_id = $1)
    ORDER BY a.id)sql"};
constexpr Query<HeldRow()> list_held{"accounts.list_held", R"sql(
    SELECT a.id, a.email, p.known_as, coalesce(a.ended_at, ''),
           CASE WHEN r.given_as = 'reader' AND r.role = 'delegated_partner'
                  OR r.given_as = 'action_owner' AND r.role IN ('group_member', 'agency_lead')
                THEN r.given_as ELSE coalesce(r.role, '') END, coalesce(w.name, ''),
           coalesce(r.record_kind, ''), coalesce(r.record_id, ''), coalesce(r.from_day, ''), coalesce(r.to_day, '')
    FROM account a JOIN person p ON p.id = a.person_id
    LEFT JOIN role_holding r ON r.person_id = a.person_id LEFT JOIN owner w ON w.id = r.owner_id
    ORDER BY a.id, r.id)sql"};

struct ThenRow {
    PersonId person;
    AccountId account;
    std::string content;
};
constexpr Query<ThenRow()> list_then{"accounts.list_then", R"sql(
    SELECT a.person_id, a.id, h.content FROM history h JOIN account a ON a.id = h.record_id
    WHERE h.kind = 'account' AND h.destroyed_under IS NULL
    AND h.version = (SELECT max(x.version) FROM history x WHERE x.kind = h.kind AND x.record_id = h.record_id)
    ORDER BY a.person_id, a.id)sql"};

/// "group_member for Audit Group from 2026-01-22", "scrutineer on section 01k... from 2026-01-22"
std::string one_role(const HeldRow& row) {
    if (row.role.empty()) return {};
    const auto within = !row.record.empty() ? fmt::format(" on {} {}", row.record_kind, row.record)
                        : row.owner.empty() ? std::string()
                                            : " for " + row.owner;
    return fmt::format("{}{} from {}{}{}", row.role, within, row.from, row.to.empty() ? "" : " to ",
                       row.to);
}

audit::Content begin_content(const HeldRow& row) {
    return {{"E-mail", row.email},
            {"Name", row.known_as},
            {"Ended", row.ended},
            {"Roles", one_role(row)}};
}

/// Cuts " from 2026-01-22" off the end of a line; the day, or nothing when it does not end so.
std::optional<Day> take_day(std::string_view& line, std::string_view word) {
    constexpr std::size_t length_of_day = 10;
    const auto length = word.size() + length_of_day;
    if (line.size() < length || line.substr(line.size() - length, word.size()) != word)
        return std::nullopt;
    const auto day = day_from_iso(line.substr(line.size() - length_of_day));
    if (day) line.remove_suffix(length);
    return day;
}

/// What one_role() wrote, when it was held on the day.
void read_role(std::string_view line, Day day, HeldThen& into) {
    const auto to = take_day(line, " to ");
    const auto from = take_day(line, " from ");
    if (!from || day < *from || (to && *to < day)) return;
    const auto end = std::min(line.find(' '), line.size()); // a role is one word
    const auto within = line.substr(end);
    constexpr std::string_view for_owner = " for ", on_record = " on ";
    HeldThen::One held{.role = std::string(line.substr(0, end)), .from = *from, .to = to};
    if (within.starts_with(for_owner)) held.owner = within.substr(for_owner.size());
    if (within.starts_with(on_record)) {
        const auto record = within.substr(on_record.size());
        const auto space = std::min(record.find(' '), record.size());
        held.record_kind = record.substr(0, space);
        held.record_id = trimmed(record.substr(space));
    }
    into.each.push_back(std::move(held));
}

void sort_once(std::vector<std::string>& words) {
    std::ranges::sort(words);
    words.erase(std::unique(words.begin(), words.end()), words.end());
}

void add_role(audit::Content& content, const HeldRow& row) {
    content.back().second += "\n" + one_role(row);
}

} // namespace

void record_change(store::Db& db, const Scope& scope, std::string_view verb, const AccountId& id) {
    audit::Content content;
    db.each(
        list_held_by,
        [&](HeldRow&& row) {
            content.empty() ? void(content = begin_content(row)) : add_role(content, row);
        },
        id);
    audit::record(db, scope,
                  {.verb = verb,
                   .kind = "account",
                   .id = id.view(),
                   .version = history::next_version(db, "account", id.view()),
                   .content = std::move(content)});
    note_new_name(db, scope, id);
}

HeldThen held_on(const history::Content& content, Day day) {
    HeldThen held;
    for (auto line : split(history::value_of(content, "Roles"), '\n')) read_role(line, day, held);
    for (const auto& one : held.each) {
        if (one.on_one_record()) continue;
        held.roles.push_back(one.role);
        if (!one.owner.empty()) held.owners.push_back(one.owner);
    }
    sort_once(held.roles);
    sort_once(held.owners);
    return held;
}

void each_account_then(store::Db& db, const TakeAccountThen& take) {
    db.each(list_then, [&](ThenRow&& row) {
        take(row.person, row.account, history::content_without_day(row.content));
    });
}

std::vector<AccountThen> open_accounts_then(store::Db& db, Day day) {
    std::vector<AccountThen> open;
    each_account_then(db, [&](const PersonId& person, const AccountId&, history::Content content) {
        if (history::value_of(content, "Ended").empty())
            open.push_back({.person = person,
                            .known_as = std::string(history::value_of(content, "Name")),
                            .held = held_on(content, day)});
    });
    std::ranges::stable_sort(open, {}, &AccountThen::known_as);
    return open;
}

void verify(store::Db& db, audit::Verdict& verdict) {
    audit::Newest newest(db, "account");
    std::string account;
    audit::Content content;
    const auto compare = [&] {
        if (content.empty()) return;
        newest.compare({.id = account, .content = std::move(content)}, verdict);
        content.clear();
    };
    db.each(list_held, [&](HeldRow&& row) {
        if (!content.empty() && row.account == account) return add_role(content, row);
        compare();
        account = row.account;
        content = begin_content(row);
    });
    compare();
    newest.report_missing(verdict);
}

void note_new_name(store::Db& db, const Scope& scope, const OwnerId& owner) {
    for (const auto& account : db.all(list_accounts_within, owner))
        record_change(db, scope, "account.agency_renamed", account);
}

} // namespace openmasa::accounts
