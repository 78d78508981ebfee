#pragma once
// Pages about signing in. Ready data only.
#include "core/terms/words.hpp"
#include "kernel/result.hpp"
#include "web/html.hpp"
#include <string>
#include <vector>

namespace openmasa::accounts {

struct SignInPage {
    Html form_token;
    std::string email;
    std::string to;
    terms::Words words{};
    std::vector<Problem> problems;
    /// A proxy can sign people in.
    bool has_outside_door = false;
};
Html sign_in_view(const SignInPage& page);

struct ForgottenPage {
    Html form_token;
    std::string email;
    std::vector<Problem> problems;
    terms::Words words{};
};
Html forgotten_view(const ForgottenPage& page);

struct CodePage {
    Html form_token;
    terms::Words words{};
    std::vector<Problem> problems;
};
Html code_view(const CodePage& page);

struct ProofPage {
    Html form_token;
    std::string to;
    Html fields;
    std::vector<Problem> problems;
};
Html proof_view(const ProofPage& page);

struct KeptFormPage {
    Html form_token;
    std::string id, path;
    Moment kept_at{};
    struct Field {
        std::string name, value;
    };
    std::vector<Field> fields;
};
Html kept_form_view(const KeptFormPage& page);

struct SessionsPage {
    struct Row {
        std::string id, from;
        Moment started_at{}, last_used_at{};
        bool is_this = false;
    };
    Html form_token;
    std::vector<Row> rows;
};
Html sessions_view(const SessionsPage& page);

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
    terms::Words words{};
    bool has_two_step = false;
};
Html account_view(const AccountPage& page);

} // namespace openmasa::accounts
