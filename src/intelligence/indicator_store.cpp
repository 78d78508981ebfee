#include "intelligence/indicator_store.hpp"
#include "core/audit/audit.hpp"
#include "intelligence/permissions.hpp"
#include <fmt/format.h>

namespace openmasa::intelligence {
namespace {

using store::None;
using store::Query;

constexpr Query<Indicator()> list_by_theme{"indicators.list", R"sql(
    SELECT number, id, source, code, title, theme, counts, numerator, denominator, measure, unit, multiplier, decimals,
           polarity, year_kind, publisher, frequency, due, caveats, version
    FROM indicator ORDER BY theme, title, number)sql"};
constexpr Query<Indicator(IndicatorId)> find_by_id{"indicators.find", R"sql(
    SELECT number, id, source, code, title, theme, counts, numerator, denominator, measure, unit, multiplier, decimals,
           polarity, year_kind, publisher, frequency, due, caveats, version
    FROM indicator WHERE id = $1)sql"};
constexpr Query<Indicator(Source)> list_by_source{"indicators.list_of_source", R"sql(
    SELECT number, id, source, code, title, theme, counts, numerator, denominator, measure, unit, multiplier, decimals,
           polarity, year_kind, publisher, frequency, due, caveats, version
    FROM indicator WHERE source = $1)sql"};
constexpr Query<ChartBreak(IndicatorNumber)> list_breaks{"indicators.breaks", R"sql(
    SELECT b.period, b.reason, b.area_number
    FROM (SELECT period, reason, NULL AS area_number FROM indicator_break WHERE indicator_number = $1
          UNION ALL SELECT period, reason, area_number FROM area_break WHERE indicator_number = $1) b
    ORDER BY b.period, coalesce(b.area_number, 0))sql"};
struct BreakOf {
    IndicatorNumber indicator;
    std::int64_t period;
    std::string reason;
    std::optional<AreaNumber> area;
};
constexpr Query<BreakOf(AreaNumber)> list_all_breaks{"indicators.all_breaks", R"sql(
    SELECT b.indicator_number, b.period, b.reason, b.area_number
    FROM (SELECT indicator_number, period, reason, NULL AS area_number FROM indicator_break
          UNION ALL SELECT indicator_number, period, reason, area_number FROM area_break WHERE area_number = $1) b
    ORDER BY b.period, coalesce(b.area_number, 0))sql"};
constexpr Query<std::int64_t()> find_last{"indicators.last_number",
                                          "SELECT coalesce(max(number), 0) FROM indicator"};
constexpr Query<None(IndicatorNumber, IndicatorId, Source, std::string_view, std::string_view,
                     std::string_view, std::string_view, std::string_view, std::string_view,
                     Measure, std::string_view, std::int64_t, std::optional<int>,
                     statistics::Polarity, PeriodKind, std::string_view, std::string_view,
                     std::string_view, std::string_view, Moment, std::optional<LoadNumber>)>
    insert_indicator{"indicators.add", R"sql(
    INSERT INTO indicator (number, id, source, code, title, theme, counts, numerator, denominator, measure, unit,
                           multiplier, decimals, polarity, year_kind, publisher, frequency, due, caveats, version,
                           updated_at, load_number)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, 1, $20, $21))sql"};
constexpr Query<None(IndicatorId, std::int64_t, std::string_view, std::string_view,
                     std::string_view, std::string_view, std::optional<int>, statistics::Polarity,
                     std::string_view, std::string_view, Moment, std::string_view, std::string_view,
                     Measure, std::int64_t, PeriodKind, std::string_view)>
    update_indicator{"indicators.save", R"sql(
    UPDATE indicator SET version = $2 + 1, title = $3, theme = $4, counts = $5, unit = $6, decimals = $7, polarity = $8,
                         due = $9, caveats = $10, updated_at = $11, numerator = $12, denominator = $13, measure = $14,
                         multiplier = $15, year_kind = $16, frequency = $17
    WHERE id = $1 AND version = $2)sql"};
constexpr Query<None(IndicatorNumber, std::int64_t, std::string_view)> insert_break{
    "indicators.add_break",
    "INSERT INTO indicator_break (indicator_number, period, reason) VALUES ($1, $2, $3)"};
constexpr Query<None(IndicatorNumber, std::int64_t, std::string_view, AreaNumber)>
    insert_area_break{"indicators.add_area_break", R"sql(
    INSERT INTO area_break (indicator_number, period, reason, area_number) VALUES ($1, $2, $3, $4))sql"};
constexpr Query<None(IndicatorNumber, std::int64_t)> delete_break{
    "indicators.remove_break",
    "DELETE FROM indicator_break WHERE indicator_number = $1 AND period = $2"};
constexpr Query<None(IndicatorNumber, std::int64_t, AreaNumber)> delete_area_break{
    "indicators.remove_area_break",
    "DELETE FROM area_break WHERE indicator_number = $1 AND period = $2 AND area_number = $3"};
struct BreakWords {
    std::int64_t period;
    std::string reason, area;
};
constexpr Query<BreakWords(IndicatorNumber)> list_break_words{"indicators.break_words", R"sql(
    SELECT b.period, b.reason, b.area
    FROM (SELECT period, reason, '' AS area FROM indicator_break WHERE indicator_number = $1
          UNION ALL SELECT x.period, x.reason, a.name FROM area_break x JOIN area a ON a.number = x.area_number
          WHERE x.indicator_number = $1) b
    ORDER BY b.period, b.area)sql"};

struct OwnerWords {
    Day from{};
    std::string name;
};
constexpr Query<OwnerWords(IndicatorNumber)> list_owner_words{"indicators.owner_words", R"sql(
    SELECT o.from_day, coalesce(w.name, 'nobody') FROM indicator_owner o LEFT JOIN owner w ON w.id = o.owner_id
    WHERE o.indicator_number = $1 ORDER BY o.from_day)sql"};

struct Named {
    std::int64_t number;
    std::string words;
};
constexpr Query<Named()> list_breakdowns{"breakdowns.list", "SELECT number, words FROM breakdown"};
constexpr Query<std::int64_t(std::string_view)> find_breakdown{
    "breakdowns.find", "SELECT number FROM breakdown WHERE words = $1"};
constexpr Query<None(std::string_view)> insert_breakdown{"breakdowns.add", R"sql(
    INSERT INTO breakdown (number, words) SELECT coalesce(max(number), 0) + 1, $1 FROM breakdown)sql"};
constexpr Query<std::int64_t(std::string_view)> find_note{
    "figure_notes.find", "SELECT number FROM figure_note WHERE words = $1"};
constexpr Query<None(std::string_view)> insert_note{"figure_notes.add", R"sql(
    INSERT INTO figure_note (number, words) SELECT coalesce(max(number), 0) + 1, $1 FROM figure_note)sql"};

/// "2020: why" of every area; "2020, Norfolk: why" of one.
std::string break_words(store::Db& db, IndicatorNumber indicator) {
    std::string words;
    for (const auto& one : db.all(list_break_words, indicator))
        if (const auto period = FigurePeriod::from_number(one.period))
            words += fmt::format("{}{}{}: {}\n", spoken(*period), one.area.empty() ? "" : ", ",
                                 one.area, one.reason);
    return words;
}

} // namespace

std::vector<Indicator> list_indicators(store::Db& db, const Scope& scope) {
    if (!scope.may(read_figures)) return {};
    return db.all(list_by_theme);
}

std::optional<Indicator> find_indicator(store::Db& db, const Scope& scope, const IndicatorId& id) {
    if (!scope.may(read_figures)) return std::nullopt;
    return db.one(find_by_id, id);
}

std::map<std::string, Indicator, std::less<>> indicators_of(store::Db& db, Source source) {
    std::map<std::string, Indicator, std::less<>> found;
    db.each(
        list_by_source,
        [&](Indicator&& one) { found.emplace(one.definition.code, std::move(one)); }, source);
    return found;
}

std::vector<ChartBreak> breaks_of(store::Db& db, IndicatorNumber indicator) {
    return db.all(list_breaks, indicator);
}

std::vector<ChartBreak> breaks_in(std::vector<ChartBreak> breaks, AreaNumber area) {
    std::erase_if(breaks, [&](const ChartBreak& one) { return one.area.value_or(area) != area; });
    return breaks;
}

std::map<IndicatorNumber, std::vector<ChartBreak>> all_breaks(store::Db& db, AreaNumber area) {
    std::map<IndicatorNumber, std::vector<ChartBreak>> breaks;
    for (auto& one : db.all(list_all_breaks, area))
        breaks[one.indicator].push_back({one.period, std::move(one.reason), one.area});
    return breaks;
}

IndicatorNumber next_indicator_number(store::Db& db) {
    return db.one(find_last).value_or(0) + 1;
}

void add_indicator(store::Db& db, const Scope& scope, const Indicator& indicator,
                   std::optional<LoadNumber> load) {
    const auto& is = indicator.definition;
    db.run(insert_indicator, indicator.number, indicator.id, is.source, is.code, is.title, is.theme,
           is.counts, is.numerator, is.denominator, is.measure, is.unit, is.multiplier, is.decimals,
           is.polarity, is.year, is.publisher, is.frequency, is.due, is.caveats, scope.now, load);
}

void record_definition(store::Db& db, const Scope& scope, const Indicator& indicator,
                       std::string_view verb) {
    const auto& is = indicator.definition;
    std::string owners;
    for (const auto& one : db.all(list_owner_words, indicator.number))
        owners += "From " + openmasa::spoken(one.from) + ": " + one.name + "\n";
    audit::record(db, scope,
                  {.verb = verb,
                   .kind = "indicator",
                   .id = indicator.id.view(),
                   .version = indicator.version,
                   .content = {{"title", is.title},
                               {"theme", is.theme},
                               {"counts", is.counts},
                               {"numerator", is.numerator},
                               {"denominator", is.denominator},
                               {"measure", std::string(to_text(is.measure))},
                               {"multiplier", std::to_string(is.multiplier)},
                               {"unit", is.unit},
                               {"decimals", is.decimals ? std::to_string(*is.decimals) : ""},
                               {"polarity", std::string(statistics::to_text(is.polarity))},
                               {"frequency", is.frequency},
                               {"due", is.due},
                               {"caveats", is.caveats},
                               {"owners", owners},
                               {"breaks", break_words(db, indicator.number)}}});
}

Result<Done> save_indicator(store::Db& db, const Scope& scope, const Indicator& indicator) {
    const auto& is = indicator.definition;
    const int saved =
        db.run(update_indicator, indicator.id, indicator.version, is.title, is.theme, is.counts,
               is.unit, is.decimals, is.polarity, is.due, is.caveats, scope.now, is.numerator,
               is.denominator, is.measure, is.multiplier, is.year, is.frequency);
    if (saved == 0) return conflict("Somebody changed this indicator while you were writing.");
    auto next = indicator;
    ++next.version;
    record_definition(db, scope, next, "indicator.defined");
    return Done{};
}

void add_break(store::Db& db, IndicatorNumber indicator, const ChartBreak& one) {
    if (one.area)
        db.run(insert_area_break, indicator, one.period, one.reason, *one.area);
    else
        db.run(insert_break, indicator, one.period, one.reason);
}

void remove_break(store::Db& db, IndicatorNumber indicator, const ChartBreak& one) {
    if (one.area)
        db.run(delete_area_break, indicator, one.period, *one.area);
    else
        db.run(delete_break, indicator, one.period);
}

std::map<std::string, std::int64_t, std::less<>> breakdowns(store::Db& db) {
    std::map<std::string, std::int64_t, std::less<>> found;
    db.each(list_breakdowns, [&](Named&& row) { found[row.words] = row.number; });
    return found;
}

std::int64_t breakdown_called(store::Db& db, std::string_view words) {
    if (const auto known = db.one(find_breakdown, words)) return *known;
    db.run(insert_breakdown, words);
    return db.one(find_breakdown, words).value();
}

std::int64_t note_saying(store::Db& db, std::string_view words) {
    if (const auto known = db.one(find_note, words)) return *known;
    db.run(insert_note, words);
    return db.one(find_note, words).value();
}

} // namespace openmasa::intelligence
