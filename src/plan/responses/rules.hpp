#pragma once
// Whom to ask until when, what an answer must say, and when to remind; nothing but values in and
// out. How an answer stands on a day: plan/recommendation_responses.hpp.
#include "kernel/result.hpp"
#include "plan/recommendation_responses.hpp"
#include <map>

namespace openmasa::responses {

/// In days of the calendar.
inline constexpr int days_to_answer = 30, longest_days_to_answer = 366;
/// In bytes.
inline constexpr std::size_t longest_words = 1000, longest_answer = 8000;

/// Somebody with an account who may answer for an owner.
struct Acting {
    OwnerId owner;
    PersonId person;
    std::string known_as{};
    Role role{};
};

/// An owner that is expected to respond, as somebody can ask it.
struct Candidate {
    OwnerId owner;
    std::string name{};
    std::optional<Response> response{};
    /// Those who will be told; without any, a link goes to an address.
    std::vector<Acting> people{};
    /// The address that is kept of an earlier asking.
    std::string email{};

    bool can_be_asked() const { return !response || !response->is_answered(); }
};

struct Ask {
    RecommendationId recommendation;
    /// Ids, as typed.
    std::vector<std::string> owners{};
    /// As typed.
    std::string due{}, words{};
    /// By the owner's id: where the link of an owner goes for whom nobody has an account.
    std::map<std::string, std::string> emails{};
};
/// "email_ID": where an owner's address is typed.
std::string email_field(const OwnerId& owner);
/// Fields "owner", "due", "words" and email_field(). The day is after today and within a year.
std::vector<Problem> problems_with(const Ask& command, const std::vector<Candidate>& candidates,
                                   Day today);

struct GiveAnswer {
    RecommendationId recommendation;
    OwnerId owner;
    std::int64_t version = 0;
    std::optional<Answer> answer{};
    /// As typed.
    std::string done{}, evidence{}, link{}, on{};
};
/// By the form's fields: "answer", "done", "evidence", "link", "on". The day is not to come and not
/// before they were asked.
std::vector<Problem> problems_with(const GiveAnswer& command, const Response& response, Day today);

/// Whether the morning's reminder goes out: seven days and one day before the day, and every week
/// from the day after it, to whoever has not answered. A morning that was missed is made up for
/// once; nobody is reminded twice on a day, nor on the day on which they were asked.
bool is_reminded_on(const Response& response, Day today);
/// By hand: at most once a day, and not on the day on which they were asked.
bool can_be_reminded(const Response& response, Day today);

/// How long a link works that is given today, in days: four weeks after the day, and within what
/// links may.
int days_of_link(Day due, Day today);

} // namespace openmasa::responses
