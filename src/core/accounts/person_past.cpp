#include "core/accounts/person_past.hpp"
#include "core/accounts/account_history.hpp"
#include "core/accounts/person_register.hpp"
#include "core/accounts/register_sources.hpp"
#include "core/registers/as_at.hpp"
#include "kernel/text.hpp"
#include <map>

namespace openmasa::accounts {
namespace {

struct Then {
    std::string id;
    history::Content content;
};
/// The last one of a person is the newest, as ids sort by time.
using Accounts = std::map<std::string, Then>;

Accounts accounts_then(store::Db& db) {
    Accounts accounts;
    each_account_then(db, [&](PersonId person, AccountId account, history::Content content) {
        accounts[person.str()] = {account.str(), std::move(content)};
    });
    return accounts;
}

std::string roles_in_words(const history::Content& content, Day day) {
    std::vector<std::string> words;
    for (const auto& held : held_on(content, day).each) {
        Role role{};
        words.push_back(from_text(held.role, role) ? std::string(spoken(role)) : held.role);
        if (!held.owner.empty()) words.back() += " for " + held.owner;
        if (held.on_one_record()) words.back() += " on one record";
    }
    return join(words, between_parts);
}

std::string& cell(registers::Cells& row, std::string_view key) {
    return row[registers::place_of(person_register.columns, key)];
}

void add_account(registers::Cells& row, const Then& account, Day day) {
    const auto said = [&](std::string_view key) {
        return std::string(history::value_of(account.content, key));
    };
    if (cell(row, "name").empty()) cell(row, "name") = said("Name");
    cell(row, "roles") = roles_in_words(account.content, day);
    cell(row, "account") = said("Ended").empty() ? "open" : "ended";
    cell(row, "signs_in_as") = said("E-mail");
    cell(row, "account_id") = account.id;
}

} // namespace

void each_person_then(store::Db& db, Day day, const registers::TakeRow& take) {
    auto accounts = accounts_then(db);
    registers::rows_of_versions(db, person_register, day)([&](const registers::Cells& version) {
        auto row = version;
        cell(row, "account") = "none";
        if (const auto account = accounts.extract(cell(row, "id")))
            add_account(row, account.mapped(), day);
        take(row);
    });
    for (const auto& [person, account] : accounts) {
        registers::Cells row(person_register.columns.size());
        cell(row, "id") = person;
        cell(row, "version") = "0";
        add_account(row, account, day);
        take(row);
    }
}

} // namespace openmasa::accounts
