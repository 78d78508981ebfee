#pragma once
// When figures of an indicator are asked for: every month, quarter or year, by a day that follows
// from the period's end, of the whole area or of its districts, from one day to another; and whose
// they are. Nothing but values in and out.
#include "core/access/scope.hpp"
#include "kernel/period.hpp"
#include "kernel/result.hpp"
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace openmasa::intelligence {

enum class Frequency : unsigned char { month, quarter, year };
std::string_view to_text(Frequency frequency);
bool from_text(std::string_view text, Frequency& frequency);
/// "Every month", "Every quarter", "Every financial year".
std::string spoken(Frequency frequency, PeriodKind year);

/// Of which areas: the partnership's own as a whole, or each of its districts or localities.
enum class AskedOf : unsigned char { whole, district, locality };
std::string_view to_text(AskedOf asked);
bool from_text(std::string_view text, AskedOf& asked);

/// By when, counted from the last day of the period.
struct DueRule {
    enum class Kind : unsigned char { days_after, day_of_month, day_of_year };
    Kind kind = Kind::days_after;
    int days = 0;
    /// Of a fixed day; where a month is shorter, its last day.
    unsigned month = 0, day = 0;
    bool operator==(const DueRule&) const = default;
};
/// As the database keeps it: "+15", "20", "07-31".
std::string to_text(const DueRule& rule);
bool from_text(std::string_view text, DueRule& rule);
/// As people type it: "15", "15 days", "20th", "31 July". Refuses anything else under the field
/// "due".
Result<DueRule> read_due_rule(std::string_view typed);
/// The same back again: "15 days", "20th", "31 July".
std::string typed_as(const DueRule& rule);
/// "15 days after the period ends", "on the 20th, the first after the period ends", "on 31 July,
/// the first after the period ends".
std::string spoken(const DueRule& rule);
/// The day by which a figure of that period is asked for; never before the period has ended.
Day due_on(const DueRule& rule, const FigurePeriod& period);

struct ReturnRule {
    Frequency frequency = Frequency::month;
    /// What kind of year, where it is a year.
    PeriodKind year = PeriodKind::financial_year;
    DueRule due{};
    AskedOf asked_of = AskedOf::whole;
    /// Periods that lie wholly within these days are asked for.
    Day from{};
    std::optional<Day> to{};
};
/// The month, quarter or year that has this day in it.
FigurePeriod period_with(const ReturnRule& rule, Day day);
/// Whether figures of such a period can be asked for: a month for a monthly one.
bool is_of_its_kind(const ReturnRule& rule, const FigurePeriod& period);
/// Every period that is due up to that day, the oldest first.
std::vector<FigurePeriod> periods_due(const ReturnRule& rule, Day last_due);

/// Whose the indicator is from a day on; nobody's, perhaps.
struct OwnerSince {
    Day from{};
    std::optional<OwnerId> owner{};
};
/// Who owes the figure of a period: whoever the indicator belongs to on its last day. `since` is in
/// the order of days.
std::optional<OwnerId> owes(std::span<const OwnerSince> since, const FigurePeriod& period);
/// Whose it is on a day.
std::optional<OwnerId> owner_on(std::span<const OwnerSince> since, Day day);

} // namespace openmasa::intelligence
