#pragma once
// Pages about signing in. Ready data only.
#include "kernel/result.hpp"
#include "web/html.hpp"
#include <string>
#include <vector>

namespace openmasa::accounts {

struct SignInPage {
    Html form_token;
    std::string email;
    std::string to;
    std::vector<Problem> problems;
};
Html sign_in_view(const SignInPage& page);

struct WelcomePage {
    Html form_token;
    std::string known_as, email;
    std::vector<Problem> problems;
};
Html welcome_view(const WelcomePage& page);

struct AccountPage {
    std::string known_as, email;
    std::vector<std::string> may;
    std::string acts_for;
};
Html account_view(const AccountPage& page);

} // namespace openmasa::accounts
