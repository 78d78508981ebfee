#pragma once
// The form that moves an action. Ready data only.
#include "core/terms/words.hpp"
#include "kernel/result.hpp"
#include "plan/plan.hpp"
#include "web/html.hpp"

namespace openmasa::moving {

struct MovePage {
    Html form_token;
    terms::Words words{};
    plan::Action action;
    /// The plans that it may move to, and the one whose parts are offered.
    std::vector<plan::Plan> plans{};
    plan::Plan to{};
    std::vector<plan::Section> sections{};
    std::vector<plan::Objective> objectives{};
    std::optional<plan::ObjectiveId> chosen{};
    std::vector<Problem> problems{};
};
Html move_view(const MovePage& page);

} // namespace openmasa::moving
