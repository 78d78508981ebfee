#include "partnership/must_know.hpp"
#include <algorithm>

namespace openmasa::partnership {

bool must_know(const Scope& scope) {
    const auto answers_for_it = [](const Holding& holding) {
        return holding.role == Role::lead_partner || holding.role == Role::delegated_partner ||
               holding.role == Role::scrutineer;
    };
    return scope.may(Permission::edit_agencies) ||
           (scope.may(Permission::read_agencies) &&
            std::ranges::any_of(scope.holdings, answers_for_it));
}

} // namespace openmasa::partnership
