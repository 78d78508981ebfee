#include "plan/rules.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::plan {
namespace {

/// "VA 12" gives 12; nothing for a reference of another shape.
int number_of(std::string_view reference, std::string_view code) {
    if (!reference.starts_with(code) || reference.size() <= code.size() + 1) return 0;
    int number = 0;
    for (char c : reference.substr(code.size() + 1)) {
        if (c < '0' || c > '9' || number > 1'000'000) return 0;
        number = number * 10 + (c - '0');
    }
    return number;
}

bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}
bool is_letter(char c) {
    return is_upper(c) || (c >= 'a' && c <= 'z');
}

bool counts_for_code(std::string_view word) {
    if (word.empty() || !is_letter(word.front())) return false;
    for (std::string_view small :
         {"and", "of", "the", "to", "for", "in", "on", "a", "an", "with", "our"})
        if (lower(word) == small) return false;
    return word.size() < 3 || !std::ranges::all_of(word, is_upper);
}

std::string_view before_any(std::string_view text, std::string_view stops) {
    return trimmed(text.substr(0, text.find_first_of(stops)));
}

} // namespace

bool is_open(Status status) {
    return status != Status::done && status != Status::stopped;
}

bool needs_reason(Status status) {
    return status == Status::blocked || status == Status::stopped;
}

ui::Standing standing(Status status, std::optional<Day> deadline, int evidence, Day today) {
    if (is_open(status) && due(deadline, today) == Due::overdue) return ui::Standing::late;
    switch (status) {
    case Status::not_started: return ui::Standing::not_started;
    case Status::in_progress: return ui::Standing::in_progress;
    case Status::at_risk: return ui::Standing::at_risk;
    case Status::blocked: return ui::Standing::blocked;
    case Status::done: return evidence > 0 ? ui::Standing::done : ui::Standing::unproven;
    case Status::stopped: return ui::Standing::stopped;
    }
    return ui::Standing::not_started;
}

Due due_next(std::optional<Day> deadline, std::optional<Day> next_step, Day today) {
    const auto whole = due(deadline, today);
    if (whole == Due::overdue || !next_step) return whole;
    return due(next_step, today) == Due::later ? Due::later : Due::soon;
}

std::optional<Day> next_step_to_say(Status status, std::optional<Day> deadline,
                                    std::optional<Day> next_step, Day today) {
    const bool counts = is_open(status) && due(deadline, today) != Due::overdue;
    return counts ? next_step : std::nullopt;
}

std::optional<Day> next_step_of(const std::vector<Step>& steps) {
    std::optional<Day> next;
    for (const auto& step : steps)
        if (!step.done_on && step.latest && (!next || *step.latest < *next)) next = step.latest;
    return next;
}

std::string time_left(Status status, std::optional<Day> deadline, Day today) {
    if (!deadline || !is_open(status)) return {};
    const auto days = (*deadline - today).count();
    if (days == 0) return "due today";
    return days > 0 ? fmt::format("{} left", counted(days, "day"))
                    : fmt::format("{} late", counted(-days, "day"));
}

std::string time_to_step(Status status, Day step, Day today) {
    const auto days = (today - step).count();
    return days > 0 ? counted(days, "day") + " ago" : time_left(status, step, today);
}

TimeToSay time_to_say(Status status, std::optional<Day> deadline, std::optional<Day> next_step,
                      Day today) {
    const auto next = next_step_to_say(status, deadline, next_step, today);
    return {.next_step = next,
            .left = next ? time_to_step(status, *next, today) : time_left(status, deadline, today)};
}

std::string lines_joined(std::string_view text) {
    std::vector<std::string> lines;
    for (auto line : split(text, '\n'))
        if (!trimmed(line).empty()) lines.push_back(one_line(line));
    return join(lines, " \u00b7 ");
}

std::optional<Day> deadline_of(const TargetDay& target, Day adopted_on,
                               std::optional<Day> last_update) {
    TargetDate understood;
    understood.kind = target.kind == name(TargetDate::Kind::recurring) ? TargetDate::Kind::recurring
                                                                       : TargetDate::Kind::unknown;
    understood.earliest = target.earliest;
    understood.latest = target.latest;
    if (target.period != Period{}) understood.period = target.period;
    return deadline(understood, last_update.value_or(adopted_on));
}

std::string section_code(std::string_view name) {
    std::string code;
    for (auto word : split(before_any(name, ":(-"), ' '))
        if (counts_for_code(word))
            code += is_upper(word.front()) ? word.front() : char(word.front() - 'a' + 'A');
    return code.empty() ? "A" : code.substr(0, 4);
}

std::string free_code(const std::string& wanted, const std::set<std::string>& taken) {
    auto code = wanted;
    for (int number = 2; taken.contains(code); ++number) code = wanted + std::to_string(number);
    return code;
}

std::string next_reference(std::string_view code, const std::set<std::string>& taken) {
    int highest = 0;
    for (const auto& reference : taken) highest = std::max(highest, number_of(reference, code));
    return fmt::format("{} {}", code, highest + 1);
}

bool is_misread(const TargetDate& read) {
    const bool unclear = read.kind == TargetDate::Kind::unknown && !read.doubt.empty();
    return unclear || std::ranges::any_of(read.milestones, is_misread);
}

bool is_web_address(std::string_view text) {
    for (std::string_view start : {"https://", "http://"}) {
        if (!starts_with_ignoring_case(text, start)) continue;
        const auto rest = text.substr(start.size());
        return !rest.empty() &&
               is_letter(rest.front()) == (rest.front() < '0' || rest.front() > '9') &&
               std::ranges::none_of(text,
                                    [](char c) { return static_cast<unsigned char>(c) <= 0x20; }) &&
               text.find_first_of("\"<>") == text.npos;
    }
    return false;
}

std::vector<ImpactStatement> impact_statements(const Section& section) {
    std::vector<ImpactStatement> all = {{"Prevalence", section.prevalence},
                                        {"Pathways", section.pathways},
                                        {"Commissioning", section.commissioning},
                                        {"Impact and voice", section.impact}};
    std::erase_if(all, [](const ImpactStatement& one) { return one.words.empty(); });
    return all;
}

} // namespace openmasa::plan
