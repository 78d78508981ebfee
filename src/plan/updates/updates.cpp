#include "plan/updates/updates.hpp"
#include <algorithm>

namespace openmasa::updates {
namespace {

constexpr std::string_view which_texts[] = {"open", "silent", "due"};

std::string day_or_nothing(const std::optional<Day>& day) {
    return day ? iso(*day) : std::string();
}

std::string spoken_day(std::string_view text) {
    const auto day = day_from_iso(text);
    return day ? spoken(*day) : std::string(text);
}

constexpr history::Kept<Request> kept[] = {
    {{"plan_title", "Plan", history::Part::echo}, [](const Request& r) { return r.plan_title; }},
    {{"plan", ""}, [](const Request& r) { return r.plan.str(); }},
    {{"answer_by", "Answers by", history::Part::state, spoken_day},
     [](const Request& r) { return iso(r.answer_by); }},
    {{"words", "What was said with it"}, [](const Request& r) { return r.words; }},
    {{"reminded_on", "Reminded", history::Part::state, spoken_day},
     [](const Request& r) { return day_or_nothing(r.reminded_on); }},
    {{"closed", "Closed", history::Part::state, spoken_day},
     [](const Request& r) { return r.closed_at ? iso(london_day(*r.closed_at)) : std::string(); }},
};
constexpr auto fields = history::fields_of(kept);

} // namespace

history::Content content_of(const Request& request) {
    history::Content content;
    history::put(content, kept, request);
    return content;
}

history::Fields fields_of_request() {
    return fields;
}

std::string_view to_text(Which which) {
    return which_texts[static_cast<std::size_t>(which)];
}

bool from_text(std::string_view text, Which& which) {
    const auto* found = std::ranges::find(which_texts, text);
    if (found == std::end(which_texts)) return false;
    which = static_cast<Which>(found - std::begin(which_texts));
    return true;
}

} // namespace openmasa::updates
