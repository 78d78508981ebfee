#include "plan/priorities/rules.hpp"
#include "kernel/london_time.hpp"
#include "kernel/text.hpp"
#include <fmt/format.h>

namespace openmasa::priorities {
namespace {

constexpr std::size_t longest = 4000;

void check_length(std::vector<Problem>& problems, std::string_view field, std::string_view words) {
    if (words.size() > longest)
        problems.push_back(
            {std::string(field), fmt::format("This is too long: at most {} characters.", longest)});
}

/// A day that has been.
void check_day(std::vector<Problem>& problems, std::string_view field, std::string_view words,
               Day today) {
    const auto day = typed_day(words);
    if (!day)
        problems.push_back({std::string(field), "Enter the day, as 12 June 2026."});
    else if (*day > today)
        problems.push_back(
            {std::string(field), fmt::format("{} has not been yet.", spoken_long(*day))});
}

} // namespace

std::vector<Problem> problems_with(const SayAdoption& command, Day today) {
    std::vector<Problem> problems;
    if (!trimmed(command.adopted_on).empty())
        check_day(problems, "adopted_on", command.adopted_on, today);
    check_length(problems, "adopted_by", command.adopted_by);
    check_length(problems, "adopted_evidence", command.adopted_evidence);
    check_length(problems, "prevalence", command.prevalence);
    check_length(problems, "pathways", command.pathways);
    check_length(problems, "commissioning", command.commissioning);
    check_length(problems, "impact", command.impact);
    return problems;
}

std::vector<Problem> problems_with(const Review& command, const plan::Section& section, Day today) {
    std::vector<Problem> problems;
    check_day(problems, "held_on", command.held_on, today);
    const auto day = typed_day(command.held_on);
    if (day && section.reviewed_on && *day < *section.reviewed_on)
        problems.push_back(
            {"held_on", fmt::format("It was reviewed on {}: a review comes after that.",
                                    spoken(*section.reviewed_on))});
    if (!command.outcome) problems.push_back({"outcome", "Choose what came of it."});
    if (trimmed(command.words).empty()) problems.push_back({"words", "Say why."});
    check_length(problems, "words", command.words);
    return problems;
}

SayAdoption as_it_stands(const plan::Section& section) {
    return {.id = section.id,
            .version = section.version,
            .adopted_on = section.adopted_on ? spoken_long(*section.adopted_on) : std::string(),
            .adopted_by = section.adopted_by,
            .adopted_evidence = section.adopted_evidence,
            .prevalence = section.prevalence,
            .pathways = section.pathways,
            .commissioning = section.commissioning,
            .impact = section.impact};
}

} // namespace openmasa::priorities
