#include "plan/editions/rules.hpp"
#include "kernel/text.hpp"
#include "plan/rules.hpp"
#include <algorithm>
#include <cctype>
#include <fmt/format.h>

namespace openmasa::editions {
namespace {

constexpr std::size_t longest_title = 300, longest_period = 100, longest_words = 4000;

bool is_digit(std::string_view text, std::size_t at) {
    return at < text.size() && std::isdigit(static_cast<unsigned char>(text[at])) != 0;
}
std::size_t digits_from(std::string_view text, std::size_t at) {
    std::size_t number = 0;
    while (is_digit(text, at + number)) ++number;
    return number;
}
int value_of(std::string_view digits) {
    int value = 0;
    for (const char digit : digits) value = value * 10 + (digit - '0');
    return value;
}

/// A year as it stands in some words.
struct Year {
    std::size_t at, digits;
    int year;
};

/// "-26", "/26", or the same behind a dash of print, after a year of four digits.
std::optional<Year> short_year(std::string_view text, std::size_t at, int before) {
    for (const std::string_view between : {"-", "/", "\u2013", "\u2014"}) {
        if (!text.substr(at).starts_with(between)) continue;
        const auto start = at + between.size();
        if (digits_from(text, start) != 2) return std::nullopt;
        const int year = before / 100 * 100 + value_of(text.substr(start, 2));
        return Year{start, 2, year < before ? year + 100 : year};
    }
    return std::nullopt;
}

bool is_year(int number) {
    return number >= 1900 && number < 2200;
}

std::vector<Year> years_in(std::string_view text) {
    std::vector<Year> years;
    for (std::size_t at = 0; at < text.size();) {
        const auto digits = digits_from(text, at);
        const auto next = at + std::max<std::size_t>(digits, 1);
        const int number = digits == 4 ? value_of(text.substr(at, 4)) : 0;
        if (is_year(number)) {
            years.push_back({at, 4, number});
            if (const auto second = short_year(text, next, number)) years.push_back(*second);
        }
        at = years.empty() ? next : std::max(next, years.back().at + years.back().digits);
    }
    return years;
}

void check_line(std::vector<Problem>& problems, std::string_view name, std::string_view text,
                std::size_t most) {
    if (text.size() > most)
        problems.push_back(
            {std::string(name), fmt::format("This is too long: at most {} characters.", most)});
}

} // namespace

int years_of(std::string_view period, std::string_view title) {
    auto years = years_in(period);
    if (years.empty()) years = years_in(title);
    return years.empty() ? 1 : std::max(1, years.back().year - years.front().year);
}

std::string years_later(std::string_view words, int years) {
    std::string later(words);
    for (const auto& year : years_in(words))
        later.replace(year.at, year.digits,
                      year.digits == 4 ? fmt::format("{:04}", year.year + years)
                                       : fmt::format("{:02}", (year.year + years) % 100));
    return later;
}

namespace {

/// A priority that has stepped down is business as usual in the next edition.
ChosenPriority proposed(const plan::Section& section) {
    const bool stepped_down = section.is_priority && section.stepped_down_on;
    return {.id = section.id,
            .version = section.version,
            .course = stepped_down ? Course::step_down : Course::carry,
            .why = stepped_down ? section.stepped_down_why : std::string()};
}

ChosenAction proposed(const plan::Action& action) {
    const bool all_steps = action.steps > 0 && action.steps_done == action.steps;
    return {.id = action.id,
            .version = action.version,
            .fate = all_steps ? Fate::done : Fate::carry,
            .why = {},
            .date_words = {}};
}

} // namespace

MakeNext proposed(const Edition& edition) {
    const auto& plan = edition.plan;
    const int years = years_of(plan.period, plan.title);
    MakeNext command{.plan = plan.id,
                     .version = plan.version,
                     .title = years_later(plan.title, years),
                     .period = years_later(plan.period, years),
                     .priorities = {},
                     .actions = {}};
    for (const auto& section : edition.sections) command.priorities.push_back(proposed(section));
    for (const auto& action : edition.actions)
        if (plan::is_open(action.status)) command.actions.push_back(proposed(action));
    return command;
}

Fate fate_of(const ChosenAction& action, const ChosenPriority& priority) {
    const auto fate = action.fate.value_or(Fate::leave);
    return fate == Fate::carry && priority.course == Course::leave ? Fate::leave : fate;
}

std::string why_left(const ChosenAction& action, const ChosenPriority& priority) {
    const auto own = trimmed(action.why);
    return std::string(own.empty() && priority.course == Course::leave ? trimmed(priority.why)
                                                                       : own);
}

plan::TargetDay next_target(const plan::Action& action, const std::string& new_words, Day today) {
    if (!trimmed(new_words).empty()) return plan::target_day(understand_date(trimmed(new_words)));
    const auto& target = action.target;
    const bool is_past = target.latest && *target.latest < today;
    return is_past ? plan::target_day(understand_date("")) : target;
}

std::string field(std::string_view what, std::string_view id) {
    return fmt::format("{}-{}", what, id);
}

namespace {

class Checking {
public:
    Checking(const MakeNext& command, const Edition& edition)
        : command_(command), edition_(edition) {}

    std::vector<Problem> run() {
        check_plan();
        for (const auto& section : edition_.sections) check_priority(section);
        for (const auto& action : edition_.actions)
            if (plan::is_open(action.status)) check_action(action);
        return std::move(problems_);
    }

private:
    void refuse(std::string name, std::string words) {
        problems_.push_back({std::move(name), std::move(words)});
    }
    void check_plan() {
        if (trimmed(command_.title).empty()) refuse("title", "Give the next edition a title.");
        check_line(problems_, "title", command_.title, longest_title);
        check_line(problems_, "period", command_.period, longest_period);
        const bool same = one_line(command_.title) == one_line(edition_.plan.title) &&
                          one_line(command_.period) == one_line(edition_.plan.period);
        if (same) refuse("title", "The edition before has this title and this period.");
    }
    void check_priority(const plan::Section& section) {
        const auto* chosen = find_choice(command_, section.id);
        if (!chosen || !chosen->course)
            return refuse(field(course_field, section.id.view()),
                          fmt::format("Choose what becomes of \u201c{}\u201d.", section.name));
        const auto why = field(course_why_field, section.id.view());
        check_line(problems_, why, chosen->why, longest_words);
        if (chosen->course == Course::step_down && trimmed(chosen->why).empty())
            refuse(why, fmt::format("Say why \u201c{}\u201d steps down.", section.name));
        if (chosen->course == Course::leave && trimmed(chosen->why).empty())
            refuse(why, fmt::format("Say why \u201c{}\u201d is left.", section.name));
    }
    void check_action(const plan::Action& action) {
        const auto* chosen = find_choice(command_, action.id);
        const auto* priority = find_choice(command_, action.section);
        if (!chosen || !chosen->fate)
            return refuse(field(fate_field, action.id.view()),
                          fmt::format("Choose what becomes of {}.", action.reference));
        const auto why = field(why_field, action.id.view());
        check_line(problems_, why, chosen->why, longest_words);
        if (!priority) return;
        const auto fate = fate_of(*chosen, *priority);
        const bool said_by_priority = priority->course == Course::leave;
        if (fate == Fate::leave && !said_by_priority && why_left(*chosen, *priority).empty())
            refuse(why, fmt::format("Say why {} is left behind.", action.reference));
        if (fate == Fate::carry) check_date(*chosen);
    }
    void check_date(const ChosenAction& chosen) {
        const auto name = field(date_field, chosen.id.view());
        const auto words = trimmed(chosen.date_words);
        check_line(problems_, name, words, longest_title);
        if (!words.empty() && words.size() <= longest_title &&
            understand_date(words).kind == TargetDate::Kind::unknown)
            refuse(name, fmt::format("\u201c{}\u201d is not a date. Write it as 31 March 2027, "
                                     "Autumn 2026 or Quarterly, or leave it empty.",
                                     one_line(words)));
    }

    const MakeNext& command_;
    const Edition& edition_;
    std::vector<Problem> problems_;
};

} // namespace

std::vector<Problem> problems_with(const MakeNext& command, const Edition& edition) {
    return Checking(command, edition).run();
}

} // namespace openmasa::editions
