#pragma once
// What agencies answer to a recommendation: the nouns, and how an answer stands on a day. One
// response is what one owner was asked about one recommendation, and what it said.
// Source: the composite action plan asks each agency that is named whether it accepts, what it did,
// how that is shown, and when; an answer after the day until which it was wanted is late.
#include "core/history/description.hpp"
#include "plan/recommendation.hpp"

namespace openmasa::responses {

using recommendations::RecommendationId;

struct ResponseKind;
using ResponseId = Id<ResponseKind>;

/// What the history and the audit log call one.
inline constexpr std::string_view record_kind = "recommendation_response";
/// What a link of somebody without an account is for (core/accounts/record_link.hpp); its record is
/// the response.
inline constexpr std::string_view link_purpose = "recommendation.answer";

/// What an owner says to a recommendation.
enum class Answer { accepted, in_part, not_accepted };
inline constexpr std::array all_answers = {Answer::accepted, Answer::in_part, Answer::not_accepted};
/// "in_part", for the database, addresses and downloads.
std::string_view to_text(Answer answer);
bool from_text(std::string_view text, Answer& answer);
/// "Accepted in part", for people.
std::string_view spoken(Answer answer);

struct Response {
    ResponseId id;
    RecommendationId recommendation;
    /// What people call it: "W-2026-014" and its title.
    std::string reference{}, title{};
    OwnerId owner;
    std::string owner_name{};
    Day asked_on{};
    std::optional<PersonId> asked_by{};
    std::string asker{};
    /// The day until which the answer is in time.
    Day due{};
    /// What was said to them with it; may be empty.
    std::string words{};
    /// How often they were reminded, and when last.
    int reminded = 0;
    std::optional<Day> reminded_on{};
    /// Unset: not answered yet. Then the rest is empty, too.
    std::optional<Answer> answer{};
    /// What they did, or why not; what shows it, in words; and where that is, or empty.
    std::string done{}, evidence{}, link{};
    /// The day from which they answered so.
    std::optional<Day> answered_on{};
    std::optional<PersonId> answered_by{};
    std::string answerer{};
    std::int64_t version = 1;

    bool is_answered() const { return answer.has_value(); }
};

/// How an answer stands on a day.
enum class Standing { not_asked, waits, late, in_time, answered_late };
inline constexpr std::array all_standings = {Standing::not_asked, Standing::waits, Standing::late,
                                             Standing::in_time, Standing::answered_late};
/// "answered_late", for addresses and downloads.
std::string_view to_text(Standing standing);
bool from_text(std::string_view text, Standing& standing);
/// "Answered late", for people.
std::string_view spoken(Standing standing);
using openmasa::spoken; // days

/// On the day until which it is wanted an answer is in time; after it, late. Nothing asked: not
/// asked.
Standing standing_on(const std::optional<Response>& response, Day today);
Standing standing_on(const Response& response, Day today);
/// By how many days an answer came late, or is late today; 0 where it is not.
int days_late(const Response& response, Day today);

/// Whoever may say how recommendations stand, within that owner or for all of them.
bool may_answer(const Scope& scope, const OwnerId& owner);

/// What the history keeps of one.
history::Content content_of(const Response& response);
history::Fields fields();

/// "/recommendations/01k…/answers/01k…"
std::string address_of(const Response& response);

} // namespace openmasa::responses
