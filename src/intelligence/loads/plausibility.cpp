#include "intelligence/loads/plausibility.hpp"
#include "kernel/statistics/recent_trend.hpp"
#include "kernel/statistics/rounding.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <map>
#include <tuple>

namespace openmasa::intelligence {
namespace {

std::map<About, Range> ranges_of(const Judging& judging) {
    std::map<About, Range> ranges;
    for (const auto& one : judging.candidates)
        if (one.number && one.level == AreaLevel::upper_tier && one.refused.empty() &&
            judging.definition(one).measure != Measure::number)
            ranges[about(one)].take(*one.number);
    return ranges;
}

/// Of the authorities of the file; of those that are stored where it holds too few of them.
const Range* range_for(const Judging& judging, const std::map<About, Range>& of_file,
                       const Candidate& one) {
    for (const auto* ranges : {&of_file, judging.stored}) {
        if (!ranges) continue;
        const auto range = ranges->find(about(one));
        if (range != ranges->end() && range->second.authorities >= enough_authorities)
            return &range->second;
    }
    return nullptr;
}

/// What is no number of things lies, in England, between the lowest and the highest authority.
void england_within_range(const Judging& judging) {
    const auto ranges = ranges_of(judging);
    for (auto& one : judging.candidates) {
        const bool is_judged = one.level == AreaLevel::england && one.number &&
                               judging.definition(one).measure != Measure::number;
        const auto* range = is_judged ? range_for(judging, ranges, one) : nullptr;
        if (!range) continue;
        const auto& [lowest, highest, authorities] = *range;
        if (*one.number < lowest || *one.number > highest)
            one.refused =
                fmt::format("England's figure {} lies outside the range of its {} "
                            "authorities, {} to {}. It may be a sum of regions.",
                            shown(*one.number), authorities, shown(lowest), shown(highest));
    }
}

void percentage_within_100(const Judging& judging) {
    for (auto& one : judging.candidates)
        if (one.number && judging.definition(one).measure == Measure::percentage &&
            (*one.number < 0 || *one.number > 100))
            one.refused = fmt::format("{}% is no share of anything.", shown(*one.number));
}

void not_below_nought(const Judging& judging) {
    for (auto& one : judging.candidates) {
        const auto measure = judging.definition(one).measure;
        if (one.number && *one.number < 0 &&
            (measure == Measure::number || measure == Measure::rate))
            one.refused = "A count cannot be below nought.";
    }
}

/// Half of a plan, or of a child, is a slip of whoever wrote the file.
void whole_where_counted(const Judging& judging) {
    for (auto& one : judging.candidates)
        if (one.number && is_count(judging.definition(one)) &&
            *one.number != std::floor(*one.number))
            one.refused =
                fmt::format("{} is no whole number, and this is a count.", shown(*one.number));
}

void not_beyond_all_bounds(const Judging& judging) {
    for (auto& one : judging.candidates)
        if (one.number && std::abs(*one.number) > largest_figure)
            one.refused = "It is larger than any figure can be.";
}

std::optional<double> number_in(const std::optional<std::string_view>& text) {
    const auto figure = text ? read_figure(*text) : std::nullopt;
    return figure ? figure->number : std::nullopt;
}

void part_within_whole(const Judging& judging) {
    for (auto& one : judging.candidates) {
        const auto& text = judging.figure(one).text;
        const auto part = number_in(text.numerator), whole = number_in(text.denominator);
        if (part && whole && judging.definition(one).measure == Measure::percentage &&
            *part > *whole)
            one.refused = fmt::format("{} of {} cannot be.", shown(*part), shown(*whole));
    }
}

/// As many as stand behind the point of a published number.
int places_in(std::string_view text) {
    const auto figure = read_figure(text);
    const auto digits = figure && figure->number ? plain(*figure->number) : std::string();
    const auto point = digits.find('.');
    return point == digits.npos ? 0 : static_cast<int>(digits.size() - point) - 1;
}

/// Whether the value is what the parts come to, as exactly as it was published; where the part is
/// rounded it may have been anything that rounds to it.
bool follows(double value, double part, double whole, std::int64_t rounded_to, const Definition& is,
             int places) {
    constexpr int most_exact = 6;
    if (rounded_to <= 1 && places <= most_exact)
        return std::abs(statistics::rounded_ratio(std::llround(part), std::llround(whole),
                                                  is.multiplier, places) -
                        value) <= 1e-9;
    const double times = double(is.multiplier) / whole, half = double(rounded_to) / 2;
    const double last_digit = std::pow(10, -places) / 2 + std::abs(value) * 1e-12;
    return value >= (part - half) * times - last_digit &&
           value <= (part + half) * times + last_digit;
}

/// Not for England and regions: both their parts are rounded.
void follows_from_its_parts(const Judging& judging) {
    for (const auto& one : judging.candidates) {
        const auto& is = judging.definition(one);
        const auto& text = judging.figure(one).text;
        const bool is_large = one.level == AreaLevel::england || one.level == AreaLevel::region;
        if (!one.number || !is.decimals || is.multiplier == 0 || is_large) continue;
        const auto part = number_in(text.numerator), whole = number_in(text.denominator);
        if (!part || !whole || *whole <= 0 || *part < 0 || *part > largest_figure) continue;
        const int places = std::max(*is.decimals, places_in(text.value));
        if (!follows(*one.number, *part, *whole, text.rounded_to, is, places))
            judging.doubt(one, fmt::format("{} was published; {} of {} is {}.", shown(*one.number),
                                           shown(*part), shown(*whole),
                                           shown(*part / *whole * double(is.multiplier), places)));
    }
}

const Candidate* find(const Judging& judging, IndicatorNumber indicator, const FigurePlace& place) {
    const auto found = std::ranges::lower_bound(
        judging.candidates, std::pair(indicator, place), {},
        [](const Candidate& one) { return std::pair(one.indicator, one.place); });
    const bool is_it =
        found != judging.candidates.end() && found->indicator == indicator && found->place == place;
    return is_it ? &*found : nullptr;
}

void add_up(const Judging& judging, const PartsOf& parts,
            const std::map<std::uint32_t, IndicatorNumber>& numbers) {
    for (const auto& one : judging.candidates) {
        const auto& figure = judging.figure(one);
        if (figure.indicator != parts.whole || !one.number || figure.text.rounded_to != 0) continue;
        double sum = 0;
        bool all = true;
        for (const auto part : parts.parts) {
            const auto number = numbers.find(part);
            const auto* its =
                number == numbers.end() ? nullptr : find(judging, number->second, one.place);
            all = all && its && its->number && judging.figure(*its).text.rounded_to == 0;
            if (all) sum += *its->number;
        }
        if (all && std::abs(sum - *one.number) > 1e-9)
            judging.doubt(one, fmt::format("Its parts add up to {}, not {}.", shown(sum),
                                           shown(*one.number)));
    }
}

void parts_make_the_whole(const Judging& judging) {
    std::map<std::uint32_t, IndicatorNumber> numbers;
    for (const auto& one : judging.candidates)
        numbers[judging.figure(one).indicator] = one.indicator;
    for (const auto& parts : judging.reading.parts) add_up(judging, parts, numbers);
}

/// The direction that a label of Fingertips names: 1, -1 or nought.
int direction_of(std::string_view label) {
    const auto words = lower(label);
    return words.starts_with("increasing") ? 1 : words.starts_with("decreasing") ? -1 : 0;
}

std::optional<statistics::Estimate> estimate_of(const Judging& judging, const Candidate& one) {
    const auto& text = judging.figure(one).text;
    const auto lower_limit = number_in(text.lower), upper_limit = number_in(text.upper);
    if (!one.number || !lower_limit || !upper_limit) return std::nullopt;
    return statistics::Estimate{*one.number, *lower_limit, *upper_limit};
}

struct Labels {
    int all = 0, against = 0;
    const Candidate* first = nullptr;
};

void trend_label_fits(const Judging& judging) {
    std::map<IndicatorNumber, Labels> labels;
    std::vector<statistics::Estimate> so_far;
    const Candidate* before = nullptr;
    for (const auto& one : judging.candidates) {
        const bool same_series = before && before->indicator == one.indicator &&
                                 before->place.breakdown == one.place.breakdown &&
                                 before->place.area == one.place.area;
        if (!same_series) so_far.clear();
        before = &one;
        if (const auto estimate = estimate_of(judging, one)) so_far.push_back(*estimate);
        const int said = direction_of(judging.figure(one).trend);
        if (said == 0) continue;
        const auto trend = statistics::recent_trend(so_far);
        auto& its = labels[one.indicator];
        ++its.all;
        if (trend.slope * said >= 0) continue;
        if (its.against++ == 0) its.first = &one;
    }
    for (const auto& [indicator, its] : labels)
        if (its.against > 0)
            judging.doubts.push_back(
                {.line = judging.figure(*its.first).line,
                 .what = judging.definition(*its.first).title,
                 .why = fmt::format("{} of {} labels of a recent trend say the opposite of the "
                                    "figures beside them. No label is kept; trends are worked out "
                                    "from the figures.",
                                    shown(double(its.against)), shown(double(its.all))),
                 .is_of_all = true});
}

constexpr PlausibilityRule rules[] = {
    {"percentage", "A percentage lies between 0 and 100", percentage_within_100},
    {"below-nought", "A count and a rate are not below nought", not_below_nought},
    {"whole", "A count is a whole number", whole_where_counted},
    {"bounds", "A figure is not beyond all bounds", not_beyond_all_bounds},
    {"part", "A part is not larger than its whole", part_within_whole},
    {"england", "England's rate lies within the range of its authorities", england_within_range},
    {"ratio", "A rate or percentage follows from its own parts", follows_from_its_parts},
    {"sum", "Parts add up to their whole", parts_make_the_whole},
    {"trend", "A label of a trend fits its own figures", trend_label_fits},
};

} // namespace

std::span<const PlausibilityRule> plausibility_rules() {
    return rules;
}

std::string Judging::called(const Candidate& one) const {
    const auto& its = figure(one);
    const auto& area = reading.areas[its.area];
    const auto period = FigurePeriod::from_number(its.period);
    auto words =
        fmt::format("{}, {}", definition(one).title, area.name.empty() ? area.dfe : area.name);
    if (period) words += ", " + spoken(*period);
    if (its.breakdown != 0) words += ", " + reading.breakdowns[its.breakdown];
    return words;
}

void Judging::doubt(const Candidate& one, std::string why) const {
    doubts.push_back({.line = figure(one).line, .what = called(one), .why = std::move(why)});
}

void judge(const Judging& judging) {
    for (const auto& rule : rules) {
        const auto before = judging.doubts.size();
        rule.apply(judging);
        make_few(judging.doubts, before, rule.words);
    }
    whole_first(judging.doubts);
}

About about(const Candidate& one) {
    return {one.indicator, one.place.breakdown, one.place.period};
}

void Range::take(double number) {
    lowest = authorities ? std::min(lowest, number) : number;
    highest = authorities ? std::max(highest, number) : number;
    ++authorities;
}

void make_few(std::vector<Doubt>& doubts, std::size_t from, std::string_view asked) {
    constexpr std::size_t most_by_themselves = 20, examples = 3;
    const auto all = doubts.size() - from;
    if (all <= most_by_themselves) return;
    const std::vector<Doubt> alike(doubts.begin() + std::ptrdiff_t(from), doubts.end());
    auto why = fmt::format("Not so in {} figures. For example", shown(double(all)));
    for (std::size_t at = 0; at < examples; ++at)
        why += fmt::format("{} line {}, {}: {}", at == 0 ? ":" : "", alike[at].line, alike[at].what,
                           alike[at].why);
    doubts.resize(from);
    doubts.push_back({.line = alike.front().line,
                      .what = std::string(asked),
                      .why = std::move(why),
                      .is_of_all = true});
}

void whole_first(std::vector<Doubt>& doubts) {
    std::ranges::stable_partition(doubts, &Doubt::is_of_all);
}

std::string unlike_what_is_there(double there, double number, const Definition& is) {
    constexpr double times = 3, least_difference = 10;
    if (std::abs(number - there) < least_difference) return {};
    if (number <= there * times && number * times >= there) return {};
    return fmt::format("{} is very different from {}, which it would take the place of.",
                       shown(number, is.decimals), shown(there, is.decimals));
}

} // namespace openmasa::intelligence
