#pragma once
// What the pages of a plan show, besides the register's own nouns (plan/plan.hpp).
#include "core/terms/words.hpp"
#include "plan/plan.hpp"
#include "plan/priority_reviews.hpp"
#include "plan/succession.hpp"
#include "plan/tally.hpp"
#include "web/html.hpp"
#include "web/listing/paging.hpp"
#include <string>
#include <vector>

namespace openmasa::plans {

/// An action as a row shows it.
struct ListedAction {
    plan::ActionId id;
    plan::ObjectiveId objective;
    std::string reference, title, objective_title;
    std::optional<OwnerId> owner_id;
    /// Empty: no owner.
    std::string owner;
    std::string date_words, date_meaning, date_kind;
    std::optional<Day> deadline, next_step;
    plan::Status status{};
    int evidence = 0, steps = 0, steps_done = 0;
};

/// A document that was saved into a plan.
struct Edition {
    std::string file_name, who;
    Moment saved_at{};
};

struct WithdrawnAction {
    plan::ActionId id;
    std::string reference, title, why;
    Moment at{};
    /// How many there are; the page may show fewer.
    int in_all = 0;
};

inline constexpr int most_of_objective = 20;
inline constexpr int most_withdrawn = 200;

struct AllPlans {
    Day today{};
    std::vector<plan::Plan> plans;
    std::vector<plan::TallyGroup> groups;
    terms::Words words{};
    bool may_import = false, may_change = false;
    /// Above the list, when only those that carry one term are shown.
    Html only;
    /// They count nowhere; whoever may bring one back sees them here.
    std::vector<plan::Plan> withdrawn;
};

/// A plan with its counts; what every tab of it needs.
struct PlanPage {
    Day today{};
    plan::Plan plan;
    /// To say aloud.
    std::string reference;
    std::vector<plan::Section> sections;
    std::vector<plan::TallyGroup> groups;
    /// Only on the page of priorities: its objectives, and how many actions are in them.
    std::vector<plan::Objective> objectives;
    std::vector<plan::ActionsOfObjective> in_objectives;
    terms::Words words{};
    /// Themes and FLOURISH domains of the plan, each with its links.
    std::vector<Html> tags;
    /// Above the priorities, when only those that carry one term are shown.
    Html only;
    /// Those of `sections` that are shown: all, or those that carry one term.
    std::vector<plan::Section> shown;
    Html verbs;
    bool may_change = false;
    plan::Succession succession{};
};

struct PriorityPage {
    Day today{};
    terms::Words words{};
    plan::Section section;
    /// To say aloud.
    std::string reference;
    std::vector<plan::Objective> objectives;
    std::vector<plan::TallyGroup> groups;
    std::vector<plan::ActionsOfObjective> in_objectives;
    /// At most most_of_objective of each objective, in the plan's order.
    std::vector<ListedAction> actions;
    /// Themes and FLOURISH domains, each with its links.
    std::vector<Html> tags;
    /// What led here and what came of it.
    Html thread;
    Html comments;
    bool may_change = false;
    /// Whoever may change it, and the chair of its group.
    bool may_review = false;
    /// Newest first.
    std::vector<plan::HeldReview> reviews{};
    /// Whether the reader may ask how its actions stand.
    bool may_ask = false;
    /// That it is restricted, or where it can be.
    Html restriction{};
    std::string restrict_path{};
};

struct ObjectivePage {
    Day today{};
    terms::Words words{};
    plan::Objective objective;
    plan::Section section;
    plan::Tally tally;
    listing::Paging paging;
    std::vector<ListedAction> actions;
    /// What led here and what came of it.
    Html thread;
    Html comments;
    bool may_change = false;
    Html restriction{};
    std::string restrict_path{};
};

struct WithoutUpdatePage {
    Day today{};
    plan::Plan plan;
    listing::Paging paging;
    std::vector<ListedAction> actions;
};

} // namespace openmasa::plans
