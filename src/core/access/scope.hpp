#pragma once
// Who is asking, with what right, when and from where. Every finder and every action takes one, so
// that nothing below the router asks the system who or when it is.
#include "core/access/role.hpp"
#include "core/terms/words.hpp"
#include "kernel/day.hpp"
#include "kernel/id.hpp"
#include <optional>
#include <string>
#include <vector>

namespace openmasa {

struct PersonKind;
struct AccountKind;
struct SessionKind;
struct OwnerKind;
using PersonId = Id<PersonKind>;
using AccountId = Id<AccountKind>;
using SessionId = Id<SessionKind>;
/// An agency, a group or an office: what can own an action, and what a role is held within.
using OwnerId = Id<OwnerKind>;

/// Any record: what it is ("action", as the audit log says it) and which.
struct Record {
    std::string kind, id;
    friend bool operator==(const Record&, const Record&) = default;
};

/// A role held now: within one agency, group, office or seat, on one record, or for the whole
/// partnership.
struct Holding {
    Role role;
    std::optional<OwnerId> owner;
    /// Of a seat: the group that it is in. The role is held within both.
    std::optional<OwnerId> group{};
    /// Of a role on one record: it reaches that record and what hangs on it, and nothing else.
    std::optional<Record> record{};
    /// The ids of those, once restriction::look() has asked for them.
    std::vector<std::string> reached{};

    bool is_within(const OwnerId& asked) const { return owner == asked || group == asked; }
};

struct Scope {
    /// Empty for the command line, which acts as the machine's administrator.
    std::optional<PersonId> person;
    std::optional<AccountId> account;
    /// The office or name shown: "Head of delivery, business unit".
    std::string known_as;
    std::vector<Holding> holdings;
    /// What a token lends: nothing beyond these. Unset: all that the holdings allow.
    std::optional<std::vector<Permission>> only_for{};
    /// False when it is known that no record is restricted from anybody
    /// (core/restriction).
    bool something_restricted = true;
    /// The restricted records that this person may read by name, or has broken
    /// the glass of.
    std::vector<Record> restricted;
    /// The restricted records that are hidden from this person (core/restriction): for what is
    /// counted from memory instead of through the handle, which hides them by itself.
    std::vector<Record> hidden{};
    /// Where from: the other end's address, or "command line".
    std::string from;
    /// With what right, for the audit (core/access/right.hpp): the router names the holdings that
    /// let the request in; a link, a token or a broken glass names itself ("link ID").
    std::string right{};
    Moment now{};
    Day today{};
    Randomness* randomness = nullptr;
    /// Set for a page as it was on an earlier day: then nobody may change anything.
    bool looking_back = false;
    /// Then: without what was recorded after that day.
    bool as_known_then = false;
    /// What this partnership calls things today.
    terms::Words words{};

    /// Somewhere: for a permission that reaches only within what a role is held for, ask the other.
    bool may(Permission permission) const;
    /// For something that `owner` owns (or nobody).
    bool may(Permission permission, const std::optional<OwnerId>& owner) const;
    /// For one record, by its id, that `owner` owns (or nobody).
    bool may(Permission permission, const std::optional<OwnerId>& owner,
             std::string_view record) const;
    bool signed_in() const { return account.has_value(); }
    /// Whether every role of theirs is held on single records: they read those and nothing else.
    bool reads_single_records() const;
    /// Whether the words of that record are theirs to read. False for what a record of theirs
    /// stands in: they see what it is called.
    bool reads(std::string_view record) const;
    /// The agencies, groups, offices and seats within which this person has a permission that ends
    /// there.
    std::vector<OwnerId> acts_for(Permission permission) const;

    /// Whether what is lent, if anything is, holds that permission.
    bool lends(Permission permission) const;

    template<class SomeId> SomeId new_id() const { return SomeId::make(now, *randomness); }
};

/// The command line on the machine itself: may do everything, and is named so in the audit.
Scope command_line_scope(Moment now, Randomness& randomness);

} // namespace openmasa
