#pragma once
// The nouns of keeping and destroying.
#include "core/access/scope.hpp"
#include <string>
#include <vector>

namespace openmasa::retention {

struct HoldKind;
struct DestructionKind;
using HoldId = Id<HoldKind>;
using DestructionId = Id<DestructionKind>;

/// How long records of one kind are kept.
struct KeepRule {
    std::string id, kind, words;
    int months = 0;
    std::string clause;
    Day from{};
    std::optional<Day> to;
    bool is_checked = false;
};

/// Something that a rule may be about: a plan, an action that was withdrawn, or a recommendation of
/// which nothing more becomes.
struct Kept {
    std::string kind, id;
    /// "VA 3" or the plan's title.
    std::string called;
    /// The plan that it is, or is in; of a recommendation the one that it stands with, or itself.
    std::string plan;
    /// The day from which its time is counted.
    Day since{};
};

/// It may be destroyed since `due_on`.
struct DueRecord {
    Kept record;
    KeepRule rule;
    Day due_on{};
};

struct Hold {
    HoldId id;
    /// `plan` as in Kept.
    std::string kind, record, plan, called, why;
    Moment set_at{};
    std::string set_by;
    std::optional<Moment> lifted_at;
    std::string lifted_by, lifted_why;
};

struct Destruction {
    DestructionId id;
    std::string kind, record, called, rule, clause;
    Day due_on{};
    std::string why;
    Moment proposed_at{};
    PersonId proposed_by;
    std::string proposed_by_name;
    std::optional<Moment> decided_at;
    std::string decided_by_name, declined_why, certificate;
    int versions = 0;
};

} // namespace openmasa::retention
