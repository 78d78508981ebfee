#include "plan/said_type.hpp"

namespace openmasa::plan {
namespace {

std::string_view marked(PlanType type) {
    switch (type) {
    case PlanType::business: return "Business [plan]";
    case PlanType::locality: return "Locality [plan]";
    case PlanType::strategy: return "[Priority] strategy";
    case PlanType::workforce: return "Workforce [plan]";
    case PlanType::inspection: return "Inspection action [plan]";
    case PlanType::task_group: return "Task and finish group's [plan]";
    case PlanType::other: return "Other [plan]";
    }
    return {};
}

} // namespace

std::string said_type(const terms::Words& words, PlanType type) {
    return words.say(marked(type));
}

} // namespace openmasa::plan
