#include "core/accounts/rules.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <set>

namespace openmasa::accounts {
namespace {

constexpr std::size_t shortest_password = 12;
constexpr std::size_t longest_password = 200;

bool is_easily_guessed(std::string_view password, std::string_view email) {
    const auto small = lower(password);
    const auto account = lower(email.substr(0, email.find('@')));
    if (account.size() >= 4 && small.find(account) != small.npos) return true;
    if (std::set<char>(small.begin(), small.end()).size() < 5) return true;
    for (std::string_view known :
         {"password", "safeguarding", "openmasa", "letmein", "qwerty", "123456789"})
        if (small.starts_with(known) && small.size() < known.size() + 6) return true;
    return false;
}

} // namespace

std::vector<Problem> password_problems(std::string_view password, std::string_view again,
                                       std::string_view email) {
    if (password.empty()) return {{"password", "Enter a password."}};
    if (password.size() < shortest_password)
        return {
            {"password",
             "This password is too short. Use at least 12 characters; three unrelated words work well."}};
    if (password.size() > longest_password) return {{"password", "Use at most 200 characters."}};
    if (is_easily_guessed(password, email))
        return {{"password", "This password is easy to guess. Use three unrelated words."}};
    if (password != again)
        return {{"again", "The two passwords are not the same. Enter it once more."}};
    return {};
}

bool is_email(std::string_view text) {
    const auto at = text.find('@');
    return at != text.npos && at > 0 && at + 1 < text.size() &&
           text.find_first_of(" \t\r\n<>\"") == text.npos && text.find('@', at + 1) == text.npos;
}

std::vector<Problem> account_problems(std::string_view known_as, std::string_view email) {
    std::vector<Problem> problems;
    if (trimmed(known_as).empty())
        problems.push_back({"name", "Say who it is for: the office or the name to show."});
    if (!is_email(email)) problems.push_back({"email", "This is not an e-mail address."});
    return problems;
}

std::string safe_destination(std::string_view asked) {
    const bool ours = asked.starts_with('/') && !asked.starts_with("//") &&
                      asked.find('\\') == asked.npos &&
                      std::none_of(asked.begin(), asked.end(),
                                   [](char c) { return static_cast<unsigned char>(c) < 0x21; });
    return ours && !asked.starts_with("/sign-") ? std::string(asked) : "/";
}

} // namespace openmasa::accounts
