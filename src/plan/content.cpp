#include "plan/content.hpp"
#include <fmt/format.h>

namespace openmasa::plan {

audit::Content content_of(const Plan& plan) {
    return {{"Title", plan.title}, {"Period", plan.period}, {"Edition", plan.edition}};
}

audit::Content content_of(const Section& section, std::string_view why) {
    return {{"Name", section.name},
            {"Plan", section.plan.str()},
            {"Position", std::to_string(section.position)},
            {"Code", section.code},
            {"Remark", section.remark},
            {"Priority", section.is_priority ? "Yes" : "No"},
            {"Owner", section.owner_name.value_or("")},
            {"Chair", section.chair},
            {"The difference we will see", section.difference},
            {"Withdrawn", std::string(why)}};
}

audit::Content content_of(const Objective& objective, std::string_view why) {
    return {{"Title", objective.title},
            {"Section", objective.section.str()},
            {"Position", std::to_string(objective.position)},
            {"Words", objective.words},
            {"Withdrawn", std::string(why)}};
}

audit::Content content_of(const Action& action) {
    return {{"Reference", action.reference},
            {"Title", action.title},
            {"Action", action.words},
            {"Owner", action.owner_name.value_or("")},
            {"Target date", action.target.words},
            {"Understood as", action.target.meaning},
            {"Due", action.deadline ? spoken(*action.deadline) : ""},
            {"Status", std::string(spoken(action.status))},
            {"Why stopped", action.stopped_why},
            {"Steps done",
             action.steps ? fmt::format("{} of {}", action.steps_done, action.steps) : ""},
            {"Pieces of evidence", std::to_string(action.evidence)},
            {"Withdrawn", action.withdrawn ? action.withdrawn_why : ""}};
}

} // namespace openmasa::plan
