#pragma once
// The pages of a declaration. Ready data only.
#include "core/access/scope.hpp"
#include "partnership/suitability/declaration.hpp"
#include "web/html.hpp"

namespace openmasa::suitability {

struct KeepPage {
    Html form_token;
    KeepDeclaration typed;
    std::string agency_name;
    std::vector<Problem> problems{};
};
Html keep_view(const KeepPage& page);

struct DeclarationPage {
    Declaration declaration;
    /// That it is restricted, and where to see who may read it.
    Html notice;
};
Html declaration_view(const DeclarationPage& page);

} // namespace openmasa::suitability
