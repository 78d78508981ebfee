#pragma once
// What a person typed about a plan, a priority, an objective or a new action. One with an id
// changes what is there, over the version that was read; one without makes it.
#include "core/terms/tags.hpp"
#include "plan/plan.hpp"
#include <optional>
#include <string>

namespace openmasa::drafting {

/// An owner there is, or the name of a new one (which wins); neither: no owner.
struct ChosenOwner {
    std::optional<OwnerId> id{};
    std::string new_name{};
};

struct PlanDraft {
    std::optional<plan::PlanId> id{};
    std::int64_t version = 0;
    std::string title{}, period{};
    plan::PlanType type = plan::PlanType::business;
    ChosenOwner owner{};
    /// Themes and FLOURISH domains, for a new one; one that is there has a form of its own.
    std::string tags{};
};

struct PriorityDraft {
    plan::PlanId plan{};
    std::optional<plan::SectionId> id{};
    std::int64_t version = 0;
    std::string name{}, remark{};
    bool is_priority = true;
    ChosenOwner owner{};
    std::string chair{}, difference{};
    /// After how many others of its plan it stands; unset: as it does, or last.
    std::optional<int> place{};
};

struct ObjectiveDraft {
    plan::SectionId section{};
    std::optional<plan::ObjectiveId> id{};
    std::int64_t version = 0;
    std::string title{}, words{};
    std::optional<int> place{};
};

struct ActionDraft {
    plan::ObjectiveId objective{};
    std::string title{}, words{};
    ChosenOwner owner{};
    std::string date_words{};
    /// The person knows that these words are no date yet.
    bool date_words_are_meant = false;
    std::string tags{};
};

} // namespace openmasa::drafting
