#include "core/clocks/rule.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <array>
#include <cstdlib>
#include <fmt/format.h>

namespace openmasa::clocks {
namespace {

using namespace std::chrono;

constexpr Day on(int of_year, unsigned in, unsigned at) {
    return sys_days(year(of_year) / month(in) / std::chrono::day(at));
}

constexpr std::string_view wt2018 = "Working Together to Safeguard Children 2018",
                           wt2023 = "Working Together to Safeguard Children 2023",
                           cdr2018 = "Child Death Review: statutory and operational guidance 2018",
                           local = "Norfolk Safeguarding Children Partnership, arrangements 2024";
constexpr Day wt2018_from = on(2018, 7, 4), wt2023_from = on(2023, 12, 15),
              cdr2018_from = on(2018, 10, 1), local_from = on(2024, 11, 29);

// Sources: the clauses named in each row. The days from which editions hold: their publication.
const std::array all_rules = {
    Rule{"incident-notification", "Serious incident notified to the Panel",
         "the day the authority knew or suspected", 5, Unit::working_days, "Local authority",
         "Children Act 2004 s16C(1); chapter 4", wt2018, wt2018_from, on(2023, 12, 14),
         Certainty::check},
    Rule{"incident-notification",
         "Serious incident notified to the Panel",
         "the day the authority knew or suspected",
         5,
         Unit::working_days,
         "Local authority",
         "Children Act 2004 s16C(1); chapter 5",
         wt2023,
         wt2023_from,
         {},
         Certainty::read},
    Rule{"rapid-review", "Rapid review sent to the Panel", "the day the incident was notified", 15,
         Unit::working_days, "Safeguarding partners", "chapter 4", wt2018, wt2018_from,
         on(2023, 12, 14), Certainty::check},
    Rule{"rapid-review",
         "Rapid review sent to the Panel",
         "the day the incident was notified",
         15,
         Unit::working_days,
         "Safeguarding partners",
         "Panel guidance; chapter 5",
         wt2023,
         wt2023_from,
         {},
         Certainty::read},
    Rule{"practice-review-publication",
         "Practice review completed and published",
         "the day it was decided to start one",
         6,
         Unit::months,
         "Safeguarding partners",
         "SI 2018/789 reg 16; chapter 5",
         wt2023,
         wt2018_from,
         {},
         Certainty::check},
    Rule{"practice-review-advance-copy",
         "Full report of a practice review to the Panel, the Secretary of State and Ofsted",
         "the day of publication",
         -7,
         Unit::working_days,
         "Safeguarding partners",
         "SI 2018/789 regs 16 and 17; chapter 5",
         wt2023,
         wt2018_from,
         {},
         Certainty::check},
    Rule{"masa-review",
         "Arrangements reviewed",
         "the day they were published",
         2,
         Unit::years,
         "Safeguarding partners",
         "arrangements, review",
         local,
         local_from,
         {},
         Certainty::local},
    Rule{"annual-report-publication",
         "Yearly report published",
         "the last day of the year it covers (31 March)",
         0,
         Unit::end_of_september,
         "Safeguarding partners",
         "Children Act 2004 s16G(7); chapter 2, about paragraph 108",
         wt2023,
         wt2023_from,
         {},
         Certainty::check},
    Rule{"annual-report-copies",
         "Yearly report sent to the Panel and the What Works centre",
         "the day of publication",
         7,
         Unit::days,
         "Safeguarding partners",
         "chapter 2",
         wt2023,
         wt2023_from,
         {},
         Certainty::check},
    Rule{"child-death-notification",
         "Death of a child notified to the child death review partners",
         "the moment of death",
         48,
         Unit::hours,
         "The professional who confirms the death",
         "chapter 2",
         cdr2018,
         cdr2018_from,
         {},
         Certainty::check},
    Rule{"child-death-initial-meeting",
         "Initial child death review meeting",
         "the day of death, when there is no strategy meeting",
         5,
         Unit::working_days,
         "Child death review team",
         "local procedure",
         local,
         local_from,
         {},
         Certainty::local},
    Rule{"child-death-panel",
         "Child death overview panel reviews the death",
         "the day the last of the report and the inquest's result came",
         6,
         Unit::weeks,
         "Child death overview panel",
         "chapter 5",
         cdr2018,
         cdr2018_from,
         {},
         Certainty::check},
    Rule{"allegation-referral",
         "Allegation against somebody who works with children passed on",
         "the day the employer learned of it",
         1,
         Unit::working_days,
         "Employer, to the designated officer",
         "chapter 4",
         wt2023,
         wt2018_from,
         {},
         Certainty::read},
    Rule{"domestic-abuse-review-decision",
         "Decision on a domestic abuse related death review",
         "the day notice of the death came",
         1,
         Unit::months,
         "Community safety partnership",
         "Domestic Violence, Crime and Victims Act 2004 s9",
         "Domestic homicide review guidance 2016",
         on(2016, 12, 7),
         {},
         Certainty::read},
    Rule{"inspection-notice",
         "Notice of a joint targeted area inspection",
         "the first day of fieldwork",
         -10,
         Unit::working_days,
         "The inspectorates",
         "Children Act 2004 s20",
         "Joint targeted area inspection guidance",
         on(2016, 1, 1),
         {},
         Certainty::read},
    Rule{"inspection-statement",
         "Written statement of proposed action",
         "the day of the inspection's letter",
         70,
         Unit::working_days,
         "Local authority, for the partners",
         "Children Act 2004 (Joint Area Reviews) Regulations 2015",
         "Joint targeted area inspection guidance",
         on(2016, 1, 1),
         {},
         Certainty::check},
    Rule{"agenda-out",
         "Agenda out",
         "the day of the meeting",
         -4,
         Unit::weeks,
         "The group's secretary",
         "Partnership Group, terms of reference",
         local,
         local_from,
         {},
         Certainty::local},
    Rule{"papers-out",
         "Papers out",
         "the day of the meeting",
         -2,
         Unit::weeks,
         "The group's secretary",
         "education group, terms of reference",
         local,
         local_from,
         {},
         Certainty::local},
    Rule{"action-log",
         "Action log out",
         "the day of the meeting",
         1,
         Unit::weeks,
         "The group's secretary",
         "education group, terms of reference",
         local,
         local_from,
         {},
         Certainty::local},
};

std::string_view unit_noun(Unit unit) {
    switch (unit) {
    case Unit::working_days: return "working day";
    case Unit::days: return "day";
    case Unit::hours: return "hour";
    case Unit::weeks: return "week";
    case Unit::months: return "month";
    case Unit::years: return "year";
    case Unit::end_of_september: break;
    }
    return "";
}

} // namespace

std::span<const Rule> rules() {
    return all_rules;
}

std::vector<std::string_view> names() {
    std::vector<std::string_view> each;
    for (const auto& rule : all_rules)
        if (each.empty() || each.back() != rule.name) each.push_back(rule.name);
    return each;
}

const Rule* find_rule(std::string_view name, Day day) {
    const Rule* found = nullptr;
    for (const auto& rule : all_rules)
        if (rule.name == name && (!found || rule.from <= day)) found = &rule;
    return found;
}

std::string spoken_length(const Rule& rule) {
    if (rule.unit == Unit::end_of_september) return "by 30 September after";
    return fmt::format("{} {}", counted(std::abs(rule.amount), unit_noun(rule.unit)),
                       rule.amount < 0 ? "before" : "after");
}

std::string_view to_text(Unit unit) {
    switch (unit) {
    case Unit::working_days: return "working days";
    case Unit::days: return "days";
    case Unit::hours: return "hours";
    case Unit::weeks: return "weeks";
    case Unit::months: return "months";
    case Unit::years: return "years";
    case Unit::end_of_september: return "end of September";
    }
    return "";
}

std::string_view to_text(Certainty certainty) {
    switch (certainty) {
    case Certainty::read: return "read";
    case Certainty::check: return "check";
    case Certainty::local: return "local";
    }
    return "";
}

std::string_view caution(Certainty certainty) {
    switch (certainty) {
    case Certainty::read: return "";
    case Certainty::check: return "Check against current guidance.";
    case Certainty::local: return "A local rule of the example partnership.";
    }
    return "";
}

} // namespace openmasa::clocks
