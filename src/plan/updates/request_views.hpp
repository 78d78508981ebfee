#pragma once
// The requests of a plan, and one with who has answered. Ready data only.
#include "kernel/result.hpp"
#include "plan/plan.hpp"
#include "plan/updates/updates.hpp"
#include "web/html.hpp"

namespace openmasa::updates {

struct RequestsPage {
    plan::Plan plan;
    std::vector<Listed> requests;
    Day today{};
};
Html requests_view(const RequestsPage& page);

struct RequestPage {
    Html form_token;
    Request request;
    std::vector<Asked> asked;
    std::vector<Acting> acting;
    std::vector<Office> offices;
    Day today{};
    std::vector<Problem> problems;
};
Html request_view(const RequestPage& page);

} // namespace openmasa::updates
