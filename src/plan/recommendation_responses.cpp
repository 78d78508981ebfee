#include "plan/recommendation_responses.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::responses {
namespace {

struct AnswerWords {
    Answer answer;
    std::string_view text, spoken;
};
constexpr AnswerWords answer_words[] = {
    {Answer::accepted, "accepted", "Accepted"},
    {Answer::in_part, "in_part", "Accepted in part"},
    {Answer::not_accepted, "not_accepted", "Not accepted"},
};
static_assert(std::size(answer_words) == all_answers.size());

struct StandingWords {
    Standing standing;
    std::string_view text, spoken;
};
constexpr StandingWords standing_words[] = {
    {Standing::not_asked, "not_asked", "Not asked yet"},
    {Standing::waits, "waits", "Not yet due"},
    {Standing::late, "late", "Late"},
    {Standing::in_time, "in_time", "Answered in time"},
    {Standing::answered_late, "answered_late", "Answered late"},
};
static_assert(std::size(standing_words) == all_standings.size());

std::string raw(const std::optional<Day>& day) {
    return day ? iso(*day) : std::string();
}
std::string raw(const std::optional<PersonId>& person) {
    return person ? person->str() : std::string();
}
std::string spoken_day(std::string_view raw) {
    const auto day = day_from_iso(raw);
    return day ? openmasa::spoken(*day) : std::string(raw);
}
std::string spoken_answer(std::string_view raw) {
    Answer answer{};
    return from_text(raw, answer) ? std::string(spoken(answer)) : std::string(raw);
}

using enum history::Part;
constexpr history::Kept<Response> kept[] = {
    {{"title", "Recommendation", echo},
     [](const Response& r) { return r.reference + " " + r.title; }},
    {{"recommendation", ""}, [](const Response& r) { return r.recommendation.str(); }},
    {{"owner", ""}, [](const Response& r) { return r.owner.str(); }},
    {{"owner_name", "Who was asked", echo}, [](const Response& r) { return r.owner_name; }},
    {{"asked_on", "Asked on", state, spoken_day},
     [](const Response& r) { return iso(r.asked_on); }},
    {{"asked_by", ""}, [](const Response& r) { return raw(r.asked_by); }},
    {{"due", "Wanted by", state, spoken_day}, [](const Response& r) { return iso(r.due); }},
    {{"words", "What was said with it"}, [](const Response& r) { return r.words; }},
    {{"reminded", "How often reminded"},
     [](const Response& r) { return r.reminded ? std::to_string(r.reminded) : std::string(); }},
    {{"reminded_on", "Last reminded on", state, spoken_day},
     [](const Response& r) { return raw(r.reminded_on); }},
    {{"answer", "Answer", state, spoken_answer},
     [](const Response& r) { return r.answer ? std::string(to_text(*r.answer)) : std::string(); }},
    {{"done", "What they did"}, [](const Response& r) { return r.done; }},
    {{"evidence", "How it is shown"}, [](const Response& r) { return r.evidence; }},
    {{"link", "Where that is"}, [](const Response& r) { return r.link; }},
    {{"answered_on", "Answered on", state, spoken_day},
     [](const Response& r) { return raw(r.answered_on); }},
    {{"answered_by", ""}, [](const Response& r) { return raw(r.answered_by); }},
};
constexpr auto all_fields = history::fields_of(kept);

} // namespace

std::string_view to_text(Answer answer) {
    return std::ranges::find(answer_words, answer, &AnswerWords::answer)->text;
}
bool from_text(std::string_view text, Answer& answer) {
    const auto* found = std::ranges::find(answer_words, text, &AnswerWords::text);
    if (found == std::end(answer_words)) return false;
    answer = found->answer;
    return true;
}
std::string_view spoken(Answer answer) {
    return std::ranges::find(answer_words, answer, &AnswerWords::answer)->spoken;
}

std::string_view to_text(Standing standing) {
    return std::ranges::find(standing_words, standing, &StandingWords::standing)->text;
}
bool from_text(std::string_view text, Standing& standing) {
    const auto* found = std::ranges::find(standing_words, text, &StandingWords::text);
    if (found == std::end(standing_words)) return false;
    standing = found->standing;
    return true;
}
std::string_view spoken(Standing standing) {
    return std::ranges::find(standing_words, standing, &StandingWords::standing)->spoken;
}

Standing standing_on(const std::optional<Response>& response, Day today) {
    return response ? standing_on(*response, today) : Standing::not_asked;
}

Standing standing_on(const Response& response, Day today) {
    const bool is_late = days_late(response, today) > 0;
    if (response.is_answered()) return is_late ? Standing::answered_late : Standing::in_time;
    return is_late ? Standing::late : Standing::waits;
}

int days_late(const Response& response, Day today) {
    const auto until = response.answered_on.value_or(today);
    return std::max(0, static_cast<int>((until - response.due).count()));
}

bool may_answer(const Scope& scope, const OwnerId& owner) {
    return scope.may(Permission::answer_recommendation, owner);
}

history::Content content_of(const Response& response) {
    history::Content content;
    history::put(content, kept, response);
    return content;
}

history::Fields fields() {
    return all_fields;
}

std::string address_of(const Response& response) {
    return fmt::format("/recommendations/{}/answers/{}", response.recommendation.view(),
                       response.owner.view());
}

} // namespace openmasa::responses
