#include "intelligence/indicators/own.hpp"
#include "intelligence/figure.hpp"
#include "kernel/london_time.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::intelligence {
namespace {

constexpr PeriodKind years[] = {PeriodKind::financial_year, PeriodKind::academic_year,
                                PeriodKind::calendar_year, PeriodKind::reporting_year};
constexpr double largest_per = 10'000'000;

struct OftenRead {
    Frequency frequency = Frequency::year;
    PeriodKind year = PeriodKind::financial_year;
};
std::optional<OftenRead> often_of(std::string_view text) {
    OftenRead read;
    if (from_text(text, read.frequency) && read.frequency != Frequency::year) return read;
    read.frequency = Frequency::year;
    if (from_text(text, read.year) && std::ranges::count(years, read.year)) return read;
    return std::nullopt;
}

std::string often_text(Frequency frequency, PeriodKind year) {
    return std::string(frequency == Frequency::year ? to_text(year) : to_text(frequency));
}

/// Nothing where it is no whole number above nought.
std::optional<std::int64_t> people_of(std::string_view typed) {
    const auto figure = read_figure(typed);
    if (!figure || !figure->number || *figure->number < 1 || *figure->number > largest_per)
        return std::nullopt;
    const auto whole = static_cast<std::int64_t>(*figure->number);
    if (double(whole) != *figure->number) return std::nullopt;
    return whole;
}

std::int64_t multiplier_of(Measure measure, std::string_view per) {
    switch (measure) {
    case Measure::number: return 0;
    case Measure::percentage: return 100;
    case Measure::average: return 1;
    case Measure::rate: break;
    }
    return people_of(per).value_or(0);
}

std::string unit_of(Measure measure, std::string_view per) {
    if (measure == Measure::percentage) return "%";
    if (measure == Measure::rate) return fmt::format("per {}", shown(trimmed(per)));
    return {};
}

void check_parts(std::vector<Problem>& problems, const OwnSaid& said) {
    auto measure = Measure::number;
    if (!from_text(said.measure, measure)) {
        problems.push_back({"measure", "Choose what kind of number it is."});
        return;
    }
    if (measure == Measure::number) return;
    if (one_line(said.numerator).empty())
        problems.push_back({"numerator", "Say what is counted above the line."});
    if (one_line(said.denominator).empty())
        problems.push_back({"denominator", "Say of how many, below the line."});
    if (measure == Measure::rate && !people_of(said.per))
        problems.push_back({"per", "Enter per how many, like 10,000."});
}

void check_days(std::vector<Problem>& problems, const OwnSaid& said) {
    const auto from = typed_day(said.from);
    if (!from)
        problems.push_back({"from", "Say from which day its periods count, like 1 April 2026."});
    if (said.to.empty()) return;
    const auto to = typed_day(said.to);
    if (!to)
        problems.push_back({"to", "Enter a day like 31 March 2027, or nothing."});
    else if (from && *to < *from)
        problems.push_back({"to", "It cannot end before it begins."});
}

} // namespace

std::vector<Problem> problems_with(const OwnSaid& said, const std::string& due) {
    std::vector<Problem> problems;
    check_parts(problems, said);
    if (!often_of(said.often)) problems.push_back({"often", "Choose how often it is asked for."});
    if (const auto rule = read_due_rule(due); !rule)
        problems.push_back(rule.refusal().problems.front());
    auto asked = AskedOf::whole;
    if (!from_text(said.asked_of, asked))
        problems.push_back({"asked_of", "Choose of which areas it is asked for."});
    check_days(problems, said);
    return problems;
}

std::vector<Problem> problems_with(const OwnerSaid& said) {
    std::vector<Problem> problems;
    if (!said.owner.empty() && !OwnerId::parse(said.owner))
        problems.push_back({"owner", "Choose from the list."});
    if (!said.from.empty() && !typed_day(said.from))
        problems.push_back({"owner_from", "Enter a day like 1 April 2026, or nothing."});
    return problems;
}

Definition defined(Definition is, const OwnSaid& said, const std::string& due) {
    from_text(said.measure, is.measure);
    const bool has_parts = is.measure != Measure::number;
    is.numerator = has_parts ? one_line(said.numerator) : std::string();
    is.denominator = has_parts ? one_line(said.denominator) : std::string();
    is.multiplier = multiplier_of(is.measure, said.per);
    if (is.unit.empty()) is.unit = unit_of(is.measure, said.per);
    const auto rule = rule_of(said, due);
    is.year = rule.year;
    is.frequency = spoken(rule.frequency, rule.year);
    is.due = spoken(rule.due);
    return is;
}

ReturnRule rule_of(const OwnSaid& said, const std::string& due) {
    const auto often = often_of(said.often).value_or(OftenRead{});
    ReturnRule rule{.frequency = often.frequency, .year = often.year};
    if (const auto read = read_due_rule(due)) rule.due = *read;
    from_text(said.asked_of, rule.asked_of);
    rule.from = typed_day(said.from).value_or(Day{});
    if (!said.to.empty()) rule.to = typed_day(said.to);
    return rule;
}

OwnSaid as_it_stands(const Definition& is, const std::optional<ReturnRule>& rule) {
    OwnSaid said{.measure = std::string(to_text(is.measure)),
                 .numerator = is.numerator,
                 .denominator = is.denominator};
    if (is.measure == Measure::rate) said.per = shown(double(is.multiplier));
    if (!rule) return said;
    said.often = often_text(rule->frequency, rule->year);
    said.asked_of = to_text(rule->asked_of);
    said.from = spoken_long(rule->from);
    if (rule->to) said.to = spoken_long(*rule->to);
    return said;
}

std::vector<Often> all_often() {
    std::vector<Often> all;
    for (const auto one : {Frequency::month, Frequency::quarter})
        all.push_back({std::string(to_text(one)), spoken(one, PeriodKind::financial_year)});
    for (const auto year : years)
        all.push_back({std::string(to_text(year)), spoken(Frequency::year, year)});
    return all;
}

} // namespace openmasa::intelligence
