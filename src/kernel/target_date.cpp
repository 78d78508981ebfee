#include "kernel/target_date.hpp"
#include "kernel/target_date_steps.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <cctype>
#include <fmt/format.h>

namespace openmasa {
namespace {

using Kind = TargetDate::Kind;

/// No date that people write is longer.
constexpr std::size_t longest_words = 4000;
/// Doubts and remarks beyond these are left out of the sentence.
constexpr std::size_t most_doubts = 3, most_remarks = 3, longest_remark = 60;

TargetDate unknown(std::string_view words, std::string doubt) {
    TargetDate target;
    target.words = words;
    target.doubt = std::move(doubt);
    return target;
}

std::string quoted(std::string_view words) {
    return fmt::format(R"("{}")", shortened(one_line(words), longest_remark));
}

/// `Read without "draft" and "v2".`
std::string doubt_about_remarks(const std::vector<std::string_view>& remarks) {
    if (remarks.empty()) return {};
    std::string list = quoted(remarks[0]);
    const auto shown = std::min(remarks.size(), most_remarks);
    for (std::size_t at = 1; at < shown; ++at)
        list += (at + 1 == remarks.size() ? " and " : ", ") + quoted(remarks[at]);
    if (remarks.size() > shown) list += " and more";
    return fmt::format("Read without {}.", list);
}

/// "Three dates run together."
std::string doubt_about_joins(const std::vector<dates::Step>& steps) {
    constexpr std::string_view numbers[] = {"Two",   "Three", "Four", "Five", "Six",
                                            "Seven", "Eight", "Nine", "Ten"};
    const auto run_together = [](const auto& step) {
        return step.join == dates::Step::Join::nothing;
    };
    if (std::ranges::none_of(steps, run_together)) return {};
    const auto count = steps.size();
    return count - 2 < std::size(numbers)
               ? fmt::format("{} dates run together.", numbers[count - 2])
               : fmt::format("{} dates run together.", count);
}

/// The sentences that differ, the first few.
std::string joined(const std::vector<std::string>& doubts) {
    std::vector<std::string> shown;
    for (const auto& doubt : doubts) {
        if (shown.size() == most_doubts) break;
        if (!doubt.empty() && std::ranges::find(shown, doubt) == shown.end())
            shown.push_back(doubt);
    }
    return join(shown, " ");
}

/// The earlier or the later of two days, if both are known.
template<class Choose>
std::optional<Day> both(std::optional<Day> one, std::optional<Day> other, Choose choose) {
    if (!one || !other) return std::nullopt;
    return choose(*one, *other);
}

/// Begins when the first begins and ends when the last ends, if every step says so.
TargetDate milestones(std::vector<TargetDate> steps) {
    const auto earlier = [](Day one, Day other) { return std::min(one, other); };
    const auto later = [](Day one, Day other) { return std::max(one, other); };
    TargetDate target;
    target.kind = Kind::milestones;
    target.earliest = steps[0].earliest;
    target.latest = steps[0].latest;
    for (const auto& step : steps) {
        target.earliest = both(target.earliest, step.earliest, earlier);
        target.latest = both(target.latest, step.latest, later);
    }
    target.milestones = std::move(steps);
    return target;
}

bool is_unknown(const TargetDate& target) {
    return target.kind == Kind::unknown;
}

bool is_letter_or_digit(char c) {
    return static_cast<unsigned char>(c) >= 0x80 || std::isalnum(static_cast<unsigned char>(c));
}

/// Words without any step: a dash says nothing, "next meeting" was not understood.
std::string doubt_about_no_date(std::string_view words, const dates::Steps& found) {
    const bool says_nothing = std::ranges::none_of(words, is_letter_or_digit);
    if (says_nothing || found.remarks.empty()) return {};
    return fmt::format("{} was not understood.", quoted(words));
}

std::vector<std::string> doubts_of(const std::vector<TargetDate>& readings) {
    std::vector<std::string> doubts;
    for (const auto& reading : readings) doubts.push_back(reading.doubt);
    return doubts;
}

/// `"TBC" is not a date.` of the first step that is none and says no more.
std::string doubt_about_steps(const std::vector<TargetDate>& readings) {
    const auto found = std::ranges::find_if(
        readings, [](const auto& step) { return is_unknown(step) && step.doubt.empty(); });
    return found == readings.end() ? "" : fmt::format("{} is not a date.", quoted(found->words));
}

TargetDate combined(std::string_view words, const dates::Steps& found) {
    std::vector<TargetDate> readings;
    for (const auto& step : found.steps) readings.push_back(dates::reading(step));
    if (readings.empty()) return unknown(words, doubt_about_no_date(words, found));
    auto doubts = doubts_of(readings);
    if (std::ranges::all_of(readings, is_unknown)) return unknown(words, joined(doubts));
    doubts.insert(doubts.begin(), doubt_about_joins(found.steps));
    doubts.push_back(doubt_about_steps(readings));
    doubts.push_back(doubt_about_remarks(found.remarks));
    auto target = readings.size() == 1 ? std::move(readings[0]) : milestones(std::move(readings));
    target.words = words;
    target.doubt = joined(doubts);
    return target;
}

std::optional<std::string> iso(const std::optional<Day>& day) {
    if (!day) return std::nullopt;
    return openmasa::iso(*day);
}

} // namespace

TargetDate understand_date(std::string_view words) {
    words = trimmed(words);
    if (words.size() > longest_words) return unknown(words, "It is too long to be a date.");
    const auto tokens = dates::tokens_of(words);
    return combined(words, dates::steps_of(dates::atoms_of(tokens)));
}

std::string_view name(Kind kind) {
    switch (kind) {
    case Kind::day: return "day";
    case Kind::month: return "month";
    case Kind::part: return "part";
    case Kind::range: return "range";
    case Kind::season: return "season";
    case Kind::term: return "term";
    case Kind::quarter: return "quarter";
    case Kind::year: return "year";
    case Kind::from: return "from";
    case Kind::ongoing: return "ongoing";
    case Kind::recurring: return "recurring";
    case Kind::milestones: return "milestones";
    case Kind::unknown: return "unknown";
    }
    return {};
}

std::string iso(Period period) {
    if (period.months == 0) return fmt::format("P{}D", period.days);
    return period.months % 12 == 0 ? fmt::format("P{}Y", period.months / 12)
                                   : fmt::format("P{}M", period.months);
}

Day after(Day start, Period period) {
    using namespace std::chrono;
    const year_month_day date{start};
    const auto month = date.year() / date.month() + months{period.months};
    const auto last = (month / std::chrono::last).day();
    return sys_days{month / std::min(date.day(), last)} + days{period.days};
}

void write(JsonWriter& json, const TargetDate& target) {
    json.begin_object();
    json.pair("words", std::string_view(target.words));
    json.pair("kind", name(target.kind));
    json.pair("earliest", iso(target.earliest));
    json.pair("latest", iso(target.latest));
    json.key("period");
    target.period ? json.value(iso(*target.period)) : json.null();
    json.key("milestones").begin_array();
    for (const auto& step : target.milestones) write(json, step);
    json.end_array();
    json.pair("meaning", meaning(target));
    json.key("doubt");
    target.doubt.empty() ? json.null() : json.value(target.doubt);
    json.end_object();
}

} // namespace openmasa
