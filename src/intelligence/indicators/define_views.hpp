#pragma once
// The form in which somebody says what an indicator means.
#include "intelligence/indicators/actions.hpp"
#include "web/html.hpp"
#include <vector>

namespace openmasa::intelligence {

struct DefinePage {
    Html form_token;
    /// As it stands, or as it was typed.
    DefineIndicator said;
    /// Breaks that are kept already.
    std::vector<DefinitionBreak> breaks;
    std::vector<Problem> problems;
};
Html define_view(const DefinePage& page);

/// The form as the indicator stands.
DefineIndicator as_it_stands(const Indicator& indicator);

} // namespace openmasa::intelligence
