#include "core/clocks/due.hpp"
#include "kernel/text.hpp"
#include <fmt/format.h>

namespace openmasa::clocks {
namespace {

using namespace std::chrono;

/// 30 September after the end of the year from April to March in which `start` lies.
Day september_after(Day start) {
    const year_month_day date(start);
    const int ends = int(date.year()) + (date.month() >= April ? 1 : 0);
    return day(ends, 9, 30);
}

int days_of(const Pause& pause) {
    return int((pause.to - pause.from).count()) + 1;
}

/// Months and years run through pauses; each pause within them moves the day on by its length.
void move_on(Due& answer, std::span<const Pause> pauses) {
    for (const auto& pause : pauses)
        if (pause.from >= answer.start && pause.from <= answer.due) {
            answer.paused_days += days_of(pause);
            answer.due += days{days_of(pause)};
        }
}

void take(Due& answer, Count count) {
    answer.due = count.due;
    answer.days = std::move(count.days);
}

std::string not_counted(const Due& due) {
    std::vector<std::string> said;
    for (const auto& one : due.days)
        if (!one.number && one.why_not != "Saturday" && one.why_not != "Sunday")
            said.push_back(fmt::format("{} ({})", spoken(one.day), one.why_not));
    return fmt::format("{}", fmt::join(said, ", "));
}

} // namespace

Due due(const Rule& rule, Day start, const BankHolidays& holidays, std::span<const Pause> pauses) {
    Due answer{
        .rule = rule, .start = start, .started_at = {}, .due_at = {}, .due = start, .days = {}};
    switch (rule.unit) {
    case Unit::working_days:
        take(answer, count_working_days(start, rule.amount, holidays, pauses));
        break;
    case Unit::days: take(answer, count_days(start, rule.amount, pauses)); break;
    case Unit::weeks: take(answer, count_days(start, rule.amount * 7, pauses)); break;
    case Unit::hours: answer.due = start + days{rule.amount / 24}; break;
    case Unit::months:
    case Unit::years:
        answer.due = months_after(start, rule.amount * (rule.unit == Unit::years ? 12 : 1));
        move_on(answer, pauses);
        break;
    case Unit::end_of_september: answer.due = september_after(start); break;
    }
    return answer;
}

Due due(const Rule& rule, Moment start, const BankHolidays& holidays,
        std::span<const Pause> pauses) {
    auto answer = due(rule, london_day(start), holidays, pauses);
    if (rule.unit != Unit::hours) return answer;
    answer.started_at = start;
    answer.due_at = start + hours{rule.amount};
    answer.due = london_day(*answer.due_at);
    return answer;
}

std::string how_counted(const Due& due) {
    std::string words = fmt::format("{} {}", spoken_length(due.rule), due.rule.trigger);
    const bool working = due.rule.unit == Unit::working_days;
    if (working) words += "; weekends do not count";
    if (const auto left_out = not_counted(due); !left_out.empty())
        words += fmt::format("{} {}", working ? ", nor do" : "; not counted:", left_out);
    if (due.paused_days > 0)
        words += fmt::format("; paused for {}", counted(due.paused_days, "day"));
    return words;
}

std::string due_in_words(const Due& due) {
    const auto day = due.due_at ? spoken(*due.due_at) : spoken_with_weekday(due.due);
    const bool same_time = due.rule.unit == Unit::hours && !due.due_at;
    return same_time ? day + ", by the same time of day" : day;
}

std::string in_words(const Due& due) {
    const auto& rule = due.rule;
    std::string words =
        fmt::format("{}: {}\n  counted   {}\n  from      {}\n  whose     {}\n  clause    {}, {}\n",
                    rule.title, due_in_words(due), how_counted(due),
                    due.started_at ? spoken(*due.started_at) : spoken_with_weekday(due.start),
                    rule.who, rule.edition, rule.clause);
    if (const auto careful = caution(rule.certainty); !careful.empty())
        words += fmt::format("  note      {}\n", careful);
    return words;
}

void write(JsonWriter& json, const Due& due) {
    const auto& rule = due.rule;
    const auto moment = [](const std::optional<Moment>& at) {
        return at ? std::optional(iso(*at)) : std::nullopt;
    };
    json.begin_object();
    json.pair("clock", rule.name).pair("title", rule.title).pair("start", iso(due.start));
    json.pair("due", iso(due.due)).pair("started_at", moment(due.started_at));
    json.pair("due_at", moment(due.due_at)).pair("trigger", rule.trigger);
    json.pair("amount", rule.amount).pair("unit", to_text(rule.unit)).pair("who", rule.who);
    json.pair("clause", rule.clause).pair("edition", rule.edition);
    json.pair("in_force_from", iso(rule.from));
    json.pair("in_force_to", rule.to ? std::optional(iso(*rule.to)) : std::nullopt);
    json.pair("certainty", to_text(rule.certainty)).pair("paused_days", due.paused_days);
    json.pair("working", how_counted(due)).key("days").begin_array();
    for (const auto& one : due.days) {
        json.begin_object().pair("day", iso(one.day)).pair("number", one.number);
        json.pair("not_counted", one.why_not.empty() ? std::nullopt : std::optional(one.why_not));
        json.end_object();
    }
    json.end_array().end_object();
}

} // namespace openmasa::clocks
