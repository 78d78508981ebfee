#include "core/accounts/roles.hpp"
#include "core/access/store.hpp"
#include "core/accounts/account_history.hpp"
#include "kernel/london_time.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <fmt/format.h>
#include <iterator>

namespace openmasa::accounts {
namespace {

constexpr auto a_day = std::chrono::days{1};

/// What was typed, understood as far as it can be; the rest is in `problems`.
class Understanding {
public:
    Understanding(store::Db& db, const Scope& scope, const restriction::AllKinds& kinds,
                  const TypedRole& typed)
        : db_(db), scope_(scope), kinds_(kinds), typed_(typed) {}

    Result<access::NewHolding> holding_of(const PersonId& person) {
        access::NewHolding holding{.id = scope_.new_id<PersonId>().str(),
                                   .person = person,
                                   .role = {},
                                   .owner = {},
                                   .from = {}};
        understand_role(holding);
        understand_days(holding);
        if (problems_.empty()) understand_place(holding);
        if (problems_.empty() && is_held_already(holding))
            add("role", "They hold this role there already.");
        if (!problems_.empty()) return invalid(std::move(problems_));
        return holding;
    }

private:
    void add(std::string field, std::string words) {
        problems_.push_back({std::move(field), std::move(words)});
    }

    void understand_role(access::NewHolding& holding) {
        const bool is_one = from_text(typed_.role, holding.role) && may_give(scope_, holding.role);
        const bool has_place =
            typed_.where == "partnership" || typed_.where == "owner" || typed_.where == "record";
        if (!is_one) add("role", "Choose a role.");
        if (!has_place) add("where", "Choose where it is held.");
        if (!is_one) return;
        const bool within = is_held_within(holding.role);
        if (typed_.where == "partnership" && within)
            add("where", "This role is held within an agency or a group, or on one record.");
        if (typed_.where == "owner" && !within)
            add("where", "This role is held for the whole partnership, or on one record.");
    }

    void understand_days(access::NewHolding& holding) {
        const auto from = typed_day(typed_.from);
        if (!from || *from < scope_.today)
            add("from", fmt::format("Enter the first day, {} or later.", spoken(scope_.today)));
        holding.from = from.value_or(scope_.today);
        if (trimmed(typed_.to).empty()) return;
        holding.to = typed_day(typed_.to);
        if (!holding.to || *holding.to < holding.from)
            add("to", "Enter the last day, not before the first, or leave it empty.");
    }

    void understand_place(access::NewHolding& holding) {
        if (typed_.where == "owner") understand_owner(holding);
        if (typed_.where == "record") understand_record(holding);
    }

    void understand_record(access::NewHolding& holding) {
        const auto found = restriction::find_called(db_, kinds_, typed_.record);
        if (!found) return add("record", "Nothing that you may read is called so.");
        holding.record = Record{std::string(found->kind), found->id};
    }

    void understand_owner(access::NewHolding& holding) {
        if (!trimmed(typed_.new_owner).empty()) return make_owner(holding);
        const auto owners = access::list_owners(db_);
        const auto found = std::ranges::find(
            owners, typed_.owner, [](const access::Owner& owner) { return owner.id.view(); });
        if (found == owners.end()) return add("owner", "Choose the agency, group, office or seat.");
        holding.owner = found->id;
    }

    void make_owner(access::NewHolding& holding) {
        if (const auto group = OwnerId::parse(typed_.seat_in)) {
            auto made = access::add_seat(db_, scope_, {.name = typed_.new_owner, .group = *group});
            if (made)
                holding.owner = *made;
            else
                for (const auto& problem : made.refusal().problems)
                    add(problem.field == "seat" ? "new_owner" : "seat_in", problem.words);
            return;
        }
        const bool of_group =
            holding.role == Role::group_chair || holding.role == Role::group_member;
        holding.owner =
            access::owner_named(db_, scope_, one_line(typed_.new_owner),
                                of_group ? access::OwnerType::group : access::OwnerType::agency);
    }

    bool is_held_already(const access::NewHolding& holding) {
        const auto record = holding.record ? std::optional(holding.record->id) : std::nullopt;
        return std::ranges::any_of(
            roles_from(db_, holding.person, holding.from), [&](const HeldRole& held) {
                return held.role == holding.role && held.owner == holding.owner &&
                       held.record_id == record && held.from <= holding.to.value_or(held.from);
            });
    }

    store::Db& db_;
    const Scope& scope_;
    const restriction::AllKinds& kinds_;
    const TypedRole& typed_;
    std::vector<Problem> problems_;
};

bool is_last_administrator(store::Db& db, const HeldRole& held, Day today) {
    return held.role == Role::administrator && !held.record_id &&
           !another_holds(db, Role::administrator, held.person, today);
}

/// Empty: it counts no more from today on.
Result<Day> last_day(const EndRole& command, Day today) {
    if (trimmed(command.last).empty()) return today - a_day;
    const auto day = typed_day(command.last);
    if (!day || *day < today)
        return invalid("last",
                       fmt::format("Enter the last day, {} or later, or leave it empty to end "
                                   "the role at once.",
                                   spoken(today)));
    return *day;
}

} // namespace

std::optional<PersonRow> find_kept(store::Db& db, const Scope& scope, const AccountId& account) {
    auto person = find_person(db, account);
    if (!person || person->ended || !scope.may(Permission::give_accounts)) return std::nullopt;
    const auto held = access::holdings_of(db, person->person, scope.today);
    return may_keep(scope, held) ? person : std::nullopt;
}

std::optional<HeldRole> find_held(store::Db& db, const PersonId& person, std::string_view holding,
                                  Day today) {
    auto all = roles_from(db, person, today);
    const auto found = std::ranges::find(all, holding, &HeldRole::id);
    return found == all.end() ? std::nullopt : std::optional(std::move(*found));
}

Result<Done> give_role(store::Db& db, const Scope& scope, const restriction::AllKinds& kinds,
                       const GiveRole& command) {
    const auto person = find_kept(db, scope, command.account);
    if (!person) return not_found();
    Understanding understanding(db, scope, kinds, command.typed);
    const auto holding = TRY(understanding.holding_of(person->person));
    access::add_holding(db, holding);
    record_change(db, scope, "account.role_given", command.account);
    return Done{};
}

Result<Done> end_role(store::Db& db, const Scope& scope, const EndRole& command) {
    const auto person = find_kept(db, scope, command.account);
    const auto held =
        person ? find_held(db, person->person, command.holding, scope.today) : std::nullopt;
    if (!held) return not_found();
    if (is_last_administrator(db, *held, scope.today))
        return invalid("last", "Nobody else may administer. Give somebody that role first.");
    const auto last = TRY(last_day(command, scope.today));
    if (!access::end_holding(db, person->person, command.holding, last))
        return invalid("last", "It ends by that day already.");
    record_change(db, scope, "account.role_ended", command.account);
    return Done{};
}

} // namespace openmasa::accounts
