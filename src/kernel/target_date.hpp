#pragma once
// Target dates as people write them: the words are kept, their meaning is understood as a range.
// Source: the partnership's published plans ("Mid Nov 21", "Spring - Summer 2026", "Dec 2025 -
// ongoing", "Quarterly", "TBA", three dates in one cell). British order; two digits mean 20xx.
#include "kernel/day.hpp"
#include "kernel/json.hpp"
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace openmasa {

/// How often something recurs. One of the two is zero.
struct Period {
    int months = 0;
    int days = 0;
    bool operator==(const Period&) const = default;
};

struct TargetDate {
    enum class Kind {
        day,
        month,
        part,
        range,
        season,
        term,
        quarter,
        year,
        from,
        ongoing,
        recurring,
        milestones,
        unknown
    };
    /// As written (trimmed, lines kept). Never replaced by our reading.
    std::string words;
    Kind kind = Kind::unknown;
    /// The first and last day it can mean; empty where it is open.
    std::optional<Day> earliest, latest;
    /// Only for recurring.
    std::optional<Period> period;
    /// Only for kind milestones: two or more readings in the order written, none itself milestones.
    std::vector<TargetDate> milestones;
    /// Why a person should look at this reading, in words; empty when there is one plain reading.
    std::string doubt;
    bool operator==(const TargetDate&) const = default;
};

/// Understands `words`; never fails: what cannot be read is Kind::unknown with its words kept.
TargetDate understand_date(std::string_view words);

/// "day", "month", ... as in the enum.
std::string_view name(TargetDate::Kind kind);
/// ISO 8601 duration: "P3M", "P7D", "P1Y" for 12 months.
std::string iso(Period period);
/// The day one period after `start`; 31 January plus one month is the last day of February.
Day after(Day start, Period period);

/// The meaning in the product's words, without today: "by this day", "1 to 30 Nov 2025",
/// "from 1 Apr 2026, no end date", "no end date", "every 3 months", "2 steps, by 31 Dec 2025 and
/// 31 Jan 2026", "not a date", "" for blank words.
std::string meaning(const TargetDate& target);

/// Writes words, kind, earliest, latest, period, milestones, meaning and doubt as a JSON object.
void write(JsonWriter& json, const TargetDate& target);

} // namespace openmasa
