#include "plan/responses/rules.hpp"
#include "core/accounts/record_link.hpp"
#include "core/accounts/rules.hpp"
#include "kernel/london_time.hpp"
#include "kernel/text.hpp"
#include "plan/rules.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::responses {
namespace {

using Days = std::chrono::days;

constexpr int link_days_after = 28, fewest_link_days = 14;
constexpr Days early{7}, last{1}, week{7};

bool is_blank(std::string_view text) {
    return trimmed(text).empty();
}

void check_length(std::vector<Problem>& problems, std::string_view field, std::string_view text,
                  std::size_t most) {
    if (text.size() > most)
        problems.push_back(
            {std::string(field), fmt::format("This is too long: at most {} characters.", most)});
}

void check_due(std::vector<Problem>& problems, std::string_view typed, Day today) {
    const auto due = typed_day(typed);
    if (!due)
        problems.push_back(
            {"due", fmt::format("Say by which day within a year they answer, like {}.",
                                spoken_long(today + Days{days_to_answer}))});
    else if (*due <= today)
        problems.push_back({"due", "Choose a day after today."});
    else if (*due > today + Days{longest_days_to_answer})
        problems.push_back({"due", "Choose a day within a year."});
}

void check_email(std::vector<Problem>& problems, const Ask& command, const Candidate& one) {
    if (!one.people.empty()) return;
    const auto typed = command.emails.find(one.owner.str());
    const auto email = typed == command.emails.end() ? std::string_view() : trimmed(typed->second);
    if (email.empty())
        problems.push_back({email_field(one.owner),
                            fmt::format("Nobody with an account answers for {}: say where the "
                                        "link goes.",
                                        one.name)});
    else if (!accounts::is_email(email))
        problems.push_back(
            {email_field(one.owner), "Enter an e-mail address, like name@example.org."});
}

void check_owners(std::vector<Problem>& problems, const Ask& command,
                  const std::vector<Candidate>& candidates) {
    if (command.owners.empty()) problems.push_back({"owner", "Choose who is asked."});
    for (const auto& id : command.owners) {
        const auto found = std::ranges::find_if(
            candidates, [&](const Candidate& one) { return one.owner.view() == id; });
        if (found == candidates.end())
            problems.push_back({"owner", "One of them is no longer expected to respond."});
        else if (!found->can_be_asked())
            problems.push_back({"owner", fmt::format("{} has answered.", found->name)});
        else
            check_email(problems, command, *found);
    }
}

std::string_view missing_words(std::optional<Answer> answer) {
    if (answer == Answer::in_part) return "Say what you did, and what you do not accept and why.";
    if (answer == Answer::not_accepted) return "Say why you do not accept it.";
    return "Say what you did, in a sentence or two.";
}

/// The newest day up to today on which a reminder was to go out.
std::optional<Day> last_stage(Day due, Day today) {
    if (today > due) return due + last + week * ((today - due - last) / week);
    if (today >= due - last) return due - last;
    if (today >= due - early) return due - early;
    return {};
}

} // namespace

std::string email_field(const OwnerId& owner) {
    return "email_" + owner.str();
}

std::vector<Problem> problems_with(const Ask& command, const std::vector<Candidate>& candidates,
                                   Day today) {
    std::vector<Problem> problems;
    check_owners(problems, command, candidates);
    check_due(problems, command.due, today);
    check_length(problems, "words", command.words, longest_words);
    return problems;
}

std::vector<Problem> problems_with(const GiveAnswer& command, const Response& response, Day today) {
    std::vector<Problem> problems;
    if (!command.answer) problems.push_back({"answer", "Say whether you accept it."});
    if (is_blank(command.done))
        problems.push_back({"done", std::string(missing_words(command.answer))});
    check_length(problems, "done", command.done, longest_answer);
    check_length(problems, "evidence", command.evidence, longest_answer);
    const auto link = trimmed(command.link);
    if (!link.empty() && !plan::is_web_address(link))
        problems.push_back({"link", "Enter the whole address, like https://example.org/policy."});
    const auto on = typed_day(command.on);
    if (!on)
        problems.push_back({"on", "Say of which day this answer is, like 31 March 2026."});
    else if (*on > today)
        problems.push_back({"on", "The day is still to come."});
    else if (*on < response.asked_on)
        problems.push_back({"on", fmt::format("They were asked on {}: the answer cannot be of a "
                                              "day before that.",
                                              openmasa::spoken(response.asked_on))});
    return problems;
}

bool is_reminded_on(const Response& response, Day today) {
    if (response.is_answered()) return false;
    const auto told = std::max(response.asked_on, response.reminded_on.value_or(response.asked_on));
    const auto stage = last_stage(response.due, today);
    return stage && told < *stage;
}

bool can_be_reminded(const Response& response, Day today) {
    return !response.is_answered() && response.asked_on < today && response.reminded_on != today;
}

int days_of_link(Day due, Day today) {
    const auto days = static_cast<int>((due - today).count()) + link_days_after;
    return std::clamp(days, fewest_link_days, accounts::longest_days_to_write);
}

} // namespace openmasa::responses
