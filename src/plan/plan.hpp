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
enum class Status { not_started, in_progress, at_risk, done, stopped };
inline constexpr std::array all_statuses = {Status::not_started, Status::in_progress,
                                            Status::at_risk, Status::done, Status::stopped};
/// "not_started", for the database, addresses and downloads.
std::string_view to_text(Status status);
bool from_text(std::string_view text, Status& status);
/// "Not started", for people.
std::string_view spoken(Status status);
using openmasa::spoken; // days and moments

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
};

} // namespace openmasa::plan
