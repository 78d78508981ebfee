#pragma once
// The highlight report of a priority: what a delegated partner reads in two minutes. Drawn from the
// records; what its chair says stands above it. Pure: from facts to what is said, and no further.
#include "core/terms/words.hpp"
#include "plan/documents/milestones.hpp"
#include "plan/tally.hpp"
#include <string>
#include <vector>

namespace openmasa::plan_documents {

/// What a chair says above the report, and asks the partners for.
struct CoveringWords {
    std::string words, asks, who;
    Moment at{};
    std::int64_t version = 0;
};

struct ReportedProgress {
    plan::ActionId action;
    Day day{};
    plan::Status before{}, status{};
    std::string words;
};
struct ReportedEvidence {
    plan::ActionId action;
    std::string title;
};
/// The newest words recorded about an action.
struct LastWords {
    plan::ActionId action;
    Day day{};
    std::string words;
};

struct ReportFacts {
    Day since{}, today{};
    terms::Words words{};
    plan::Plan plan;
    plan::Section section;
    /// To say aloud.
    std::string reference, partnership;
    Moment made{};
    plan::Tally tally;
    std::vector<plan::Objective> objectives;
    /// Of the priority, in the plan's order; nothing withdrawn.
    std::vector<plan::Action> actions;
    std::vector<PlanStep> steps;
    /// Since that day, the newest first.
    std::vector<ReportedProgress> progress;
    std::vector<ReportedEvidence> evidence;
    std::vector<LastWords> last_words;
    /// Nothing when the chair has said none.
    std::optional<CoveringWords> cover;
};

/// One action, and what there is to say of it.
struct ReportItem {
    plan::ActionId action;
    std::string reference, title;
    /// "Done", "53 days late", "by 30 Jan 2026".
    std::string says;
    /// Progress in its own words, evidence, why.
    std::vector<std::string> more{};
    std::string owner{};
};

/// At most most_in_part of `items`; there were `in_all`.
struct ReportPart {
    std::string heading;
    /// What is said when there is nothing.
    std::string nothing;
    std::vector<ReportItem> items{};
    int in_all = 0;
};
/// More would not be read in two minutes, nor stand on two pages.
inline constexpr int most_in_part = 7;

/// What was done; what is late or at risk, and why; what comes next; what needs a decision.
std::vector<ReportPart> parts_of(const ReportFacts& facts);

/// From which day on "what was done" counts when nobody says: a quarter.
Day usual_since(Day today);
/// How far "what comes next" looks.
inline constexpr int days_ahead = 90;

} // namespace openmasa::plan_documents
