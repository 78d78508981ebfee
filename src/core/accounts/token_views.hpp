#pragma once
// Pages about tokens for other programs. Ready data only.
#include "core/accounts/api_token.hpp"
#include "web/html.hpp"

namespace openmasa::accounts {

struct TokensPage {
    Html form_token;
    std::vector<ApiToken> tokens;
    std::vector<Permission> to_lend;
    terms::Words words{};
    MakeToken typed;
    std::vector<Problem> problems;
    Moment now{};
};
Html tokens_view(const TokensPage& page);

/// The only page that ever shows the token.
Html token_made_view(std::string_view name, std::string_view secret, std::string_view address);

} // namespace openmasa::accounts
