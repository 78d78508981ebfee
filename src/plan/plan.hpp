#pragma once
// The nouns of the plan register. This is the area's own record: its features stand on it.
#include "core/access/scope.hpp"
#include "kernel/day.hpp"
#include "kernel/id.hpp"
#include "kernel/overdue.hpp"
#include "kernel/target_date.hpp"
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace openmasa::plan {

struct PlanKind;
struct SectionKind;
struct ObjectiveKind;
struct ActionKind;
struct StepKind;
struct ImportKind;
using PlanId = Id<PlanKind>;
using SectionId = Id<SectionKind>;
using ObjectiveId = Id<ObjectiveKind>;
using ActionId = Id<ActionKind>;
using StepId = Id<StepKind>;
using ImportId = Id<ImportKind>;

/// Set by a person. Late is never set: it is derived (standing() below).
/// Blocked: something outside it must happen first.
enum class Status { not_started, in_progress, at_risk, blocked, done, stopped };
inline constexpr std::array all_statuses = {Status::not_started, Status::in_progress,
                                            Status::at_risk,     Status::blocked,
                                            Status::done,        Status::stopped};
/// "not_started", for the database, addresses and downloads.
std::string_view to_text(Status status);
bool from_text(std::string_view text, Status& status);
/// "Not started", for people.
std::string_view spoken(Status status);
using openmasa::spoken; // days and moments

/// What a plan is: the partnership's business plan, one of a locality, the strategy of a priority,
/// the workforce's, the answer to an inspection, a task and finish group's, or another one.
enum class PlanType { business, locality, strategy, workforce, inspection, task_group, other };
inline constexpr std::array all_plan_types = {
    PlanType::business,   PlanType::locality,   PlanType::strategy, PlanType::workforce,
    PlanType::inspection, PlanType::task_group, PlanType::other};
/// "task_group", for the database, addresses and downloads.
std::string_view to_text(PlanType type);
bool from_text(std::string_view text, PlanType& type);
/// "Business plan", for people.
std::string_view spoken(PlanType type);

/// What a yearly review of a priority can come to.
enum class Outcome { goes_on, changes, steps_down };
inline constexpr std::array all_outcomes = {Outcome::goes_on, Outcome::changes,
                                            Outcome::steps_down};
/// "steps_down", for the database.
std::string_view to_text(Outcome outcome);
bool from_text(std::string_view text, Outcome& outcome);
/// "Steps down to business as usual", for people.
std::string_view spoken(Outcome outcome);

struct Plan {
    PlanId id;
    std::string title;
    /// As written, "2025-26"; may be empty.
    std::string period;
    /// Which edition the newest import was: "Last review Dec 2025"; may be empty.
    std::string edition;
    std::int64_t version = 1;
    Moment updated_at{};
    bool withdrawn = false;
    std::string withdrawn_why{};
    /// Themes and FLOURISH domains (core/terms/tags.hpp).
    std::string tags{};
    PlanType type = PlanType::business;
    /// Whose plan it is, where it is not the whole partnership's: a locality group, an agency.
    std::optional<OwnerId> owner{};
    std::optional<std::string> owner_name{};
    /// The edition before this one.
    std::optional<PlanId> follows{};
};

/// A priority, or the business-critical activity, which is none.
struct Section {
    SectionId id;
    PlanId plan;
    int position = 0;
    /// Starts the references of its actions: "VA".
    std::string code;
    std::string name;
    /// What the document says about it in brackets: "as of June 2025".
    std::string remark;
    bool is_priority = true;
    std::optional<OwnerId> owner;
    std::optional<std::string> owner_name;
    std::string chair;
    /// The difference we will see: one line each.
    std::string difference;
    std::int64_t version = 1;
    bool withdrawn = false;
    std::string withdrawn_why{};
    /// Themes and FLOURISH domains (core/terms/tags.hpp).
    std::string tags{};
    /// When it became a priority, by which decision, and on what evidence.
    std::optional<Day> adopted_on{};
    std::string adopted_by{}, adopted_evidence{};
    /// When it went down to business as usual, and why.
    std::optional<Day> stepped_down_on{};
    std::string stepped_down_why{};
    /// The four ways in which its impact is looked at: how common it is, how children reach help,
    /// what is commissioned, and what changed for children in their own words.
    std::string prevalence{}, pathways{}, commissioning{}, impact{};
    /// The priority of the edition before that it carries on.
    std::optional<SectionId> follows{};
    /// The newest yearly review: when, what came of it (empty: none yet), and what was said.
    std::optional<Day> reviewed_on{};
    std::string review_outcome{}, review_words{};
};

struct Objective {
    ObjectiveId id;
    SectionId section;
    int position = 0;
    std::string title;
    std::string words;
    std::int64_t version = 1;
    bool withdrawn = false;
    std::string withdrawn_why{};
};

/// One of several dates of an action, with what it is for when the document says so.
struct Step {
    StepId id;
    std::string words;
    std::string date_words;
    std::string date_meaning;
    std::optional<Day> earliest, latest;
    std::optional<Day> done_on;
};

struct Note {
    std::string heading, words;
};

/// A target date as it was written and as it is understood (a person may have chosen the reading).
struct TargetDay {
    std::string words;
    std::string kind;
    std::string meaning;
    std::string doubt;
    std::optional<Day> earliest, latest;
    Period period;
};
TargetDay target_day(const TargetDate& understood);

struct Action {
    ActionId id;
    PlanId plan;
    SectionId section;
    ObjectiveId objective;
    int position = 0;
    /// To say aloud: "VA 3". Unique in its plan.
    std::string reference;
    /// One line.
    std::string title;
    /// The whole, with bullets as lines that start with "• ".
    std::string words;
    std::optional<OwnerId> owner;
    std::optional<std::string> owner_name;
    TargetDay target;
    /// kernel/overdue.hpp, as of the last update.
    std::optional<Day> deadline;
    Status status = Status::not_started;
    /// Why it is blocked or stopped.
    std::string stopped_why;
    Day adopted_on{};
    std::optional<Day> last_update;
    int steps = 0, steps_done = 0;
    int evidence = 0;
    std::int64_t version = 1;
    Moment updated_at{};
    bool withdrawn = false;
    std::string withdrawn_why;
    /// Themes and FLOURISH domains (core/terms/tags.hpp).
    std::string tags;
    /// Who leads it in person.
    std::optional<PersonId> lead{};
    std::optional<std::string> lead_name{};
    /// Other owners that contribute: ids with a space between.
    std::string contributors{};
    /// What must be done before it: ids of actions with a space between.
    std::string waits_for{};
    /// The action of the edition before that it carries on.
    std::optional<ActionId> follows{};
    /// Why the next edition did not take it up.
    std::string left_behind_why{};
};

} // namespace openmasa::plan
