#pragma once
// The form in which somebody says what an indicator means, or adds one of the partnership's own.
#include "core/access/owner.hpp"
#include "intelligence/indicators/actions.hpp"
#include "web/html.hpp"
#include <vector>

namespace openmasa::intelligence {

struct DefinePage {
    Html form_token;
    terms::Words words;
    /// As it stands, or as it was typed.
    DefineIndicator said;
    /// One of the partnership's own; and one that is only being added.
    bool is_own = false, is_new = false;
    /// The indicator's page; of a new one the register.
    std::string address{};
    /// Whose it can be, and whose it was from when on.
    std::vector<access::Owner> owners;
    std::vector<OwnerSince> owned;
    std::vector<Problem> problems;
};
Html define_view(const DefinePage& page);

/// The form as the indicator stands.
DefineIndicator as_it_stands(const Indicator& indicator, const ReturnDuty& duty);

} // namespace openmasa::intelligence
