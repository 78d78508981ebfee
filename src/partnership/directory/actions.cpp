#include "partnership/directory/actions.hpp"
#include "core/accounts/person_details.hpp"
#include "kernel/text.hpp"
#include "partnership/directory/entry_store.hpp"
#include <fmt/format.h>

namespace openmasa::directory {
namespace {

std::vector<Problem> problems_with(const KeepEntry& command, const Entry& entry) {
    std::vector<Problem> problems;
    if (command.telephone.size() > longest_telephone)
        problems.push_back({"telephone", "This is too long for a number."});
    if (entry.prefers == Prefers::telephone &&
        (command.telephone.empty() || entry.telephone_hidden))
        problems.push_back(
            {"prefers", "Nobody can ring you unless your number is there and listed."});
    if (entry.asked_about.size() > longest_asked_about)
        problems.push_back(
            {"asked_about", fmt::format("Use at most {} letters.", longest_asked_about)});
    return problems;
}

bool same(const Entry& one, const Entry& other) {
    return one.prefers == other.prefers && one.asked_about == other.asked_about &&
           one.telephone_hidden == other.telephone_hidden;
}

} // namespace

Result<Done> keep_entry(store::Db& db, const Scope& scope, const KeepEntry& command) {
    if (!scope.person || !scope.may(Permission::read_agencies)) return not_found();
    auto typed = command;
    typed.telephone = one_line(command.telephone);
    Entry entry{.person = *scope.person,
                .asked_about = std::string(trimmed(command.asked_about)),
                .telephone_hidden = command.telephone_hidden,
                .version = command.version};
    if (!from_text(command.prefers, entry.prefers))
        return invalid("prefers", "Choose one of these.");
    if (auto problems = problems_with(typed, entry); !problems.empty())
        return invalid(std::move(problems));
    TRY(accounts::save_own_telephone(db, scope, typed.telephone, command.details_version));
    if (!same(entry, read_entry(db, entry.person))) TRY(save_entry(db, scope, entry));
    return Done{};
}

} // namespace openmasa::directory
