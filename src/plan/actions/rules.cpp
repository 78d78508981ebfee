#include "plan/actions/rules.hpp"
#include "kernel/text.hpp"
#include "plan/rules.hpp"
#include <algorithm>

namespace openmasa::plan {
namespace {

constexpr std::size_t longest_line = 300;
constexpr std::size_t longest_plan_words = 20000;

/// The step among `before` with the same days; it is taken out, so that it is used once.
std::optional<Step> taken(std::vector<Step>& before, const TargetDate& date) {
    const auto same = std::ranges::find_if(before, [&](const Step& step) {
        return step.earliest == date.earliest && step.latest == date.latest &&
               (date.latest || step.date_words == date.words);
    });
    if (same == before.end()) return std::nullopt;
    auto step = std::move(*same);
    before.erase(same);
    return step;
}

} // namespace

std::vector<Problem> problems_with(const ChangeAction& command, const Action& action) {
    std::vector<Problem> problems;
    if (trimmed(command.title).empty()) problems.push_back({"title", "Give the action a title."});
    refuse_too_long(problems, "title", command.title, longest_line);
    refuse_too_long(problems, "words", command.words, longest_plan_words);
    refuse_too_long(problems, "date_words", command.date_words, longest_line);
    refuse_too_long(problems, "new_owner", command.new_owner, longest_line);
    if (auto why = why_no_date(command, action); !why.empty() && !command.date_words_are_meant)
        problems.push_back({"date_words", std::move(why)});
    return problems;
}

bool has_new_date_words(const ChangeAction& command, const Action& action) {
    return one_line(command.date_words) != one_line(action.target.words);
}

std::string why_no_date(const ChangeAction& command, const Action& action) {
    if (!has_new_date_words(command, action) || command.date_words.size() > longest_line) return {};
    const auto read = understand_date(command.date_words);
    return is_misread(read) ? read.doubt : std::string();
}

std::vector<Step> steps_from(const TargetDate& understood, std::vector<Step> before,
                             const Scope& scope) {
    std::vector<Step> steps;
    for (const auto& one : understood.milestones) {
        auto step = taken(before, one);
        if (!step) step = Step{.id = scope.new_id<StepId>()};
        step->date_words = one.words;
        step->date_meaning = meaning(one);
        step->earliest = one.earliest;
        step->latest = one.latest;
        steps.push_back(std::move(*step));
    }
    return steps;
}

} // namespace openmasa::plan
