#include "intelligence/figure_store.hpp"

namespace openmasa::intelligence {
namespace {

using store::None;
using store::Query;
using Text = std::optional<std::string_view>;

constexpr Query<StoredFigure(IndicatorNumber)> list_figures{"figures.of_indicator", R"sql(
    SELECT breakdown_number, area_number, period, load_number, standing, rounded_to, value, numerator, denominator,
           lower, upper
    FROM figure WHERE indicator_number = $1 ORDER BY breakdown_number, area_number, period)sql"};

constexpr Query<SeriesFigure(IndicatorNumber, std::int64_t, AreaNumber)> list_series{
    "figures.series", R"sql(
    SELECT f.period, f.standing, f.rounded_to, f.value, f.numerator, f.denominator, f.lower, f.upper,
           coalesce(n.words, ''), f.load_number, l.id, l.file_name, l.saved_at
    FROM figure f JOIN figure_load l ON l.number = f.load_number
    LEFT JOIN figure_note n ON n.number = f.note_number
    WHERE f.indicator_number = $1 AND f.breakdown_number = $2 AND f.area_number = $3 ORDER BY f.period)sql"};

// Loads get their numbers when they are looked at; what came first is what was saved first.
constexpr Query<SupersededFigure(IndicatorNumber, std::int64_t, AreaNumber)> list_superseded{
    "figures.superseded", R"sql(
    SELECT s.period, s.value, l.saved_at, b.saved_at, s.standing, s.numerator, s.denominator, b.id, b.file_name
    FROM figure_superseded s JOIN figure_load l ON l.number = s.load_number
    JOIN figure_load b ON b.number = s.superseded_by
    WHERE s.indicator_number = $1 AND s.breakdown_number = $2 AND s.area_number = $3
    ORDER BY s.period, b.saved_at, s.superseded_by)sql"};

// SQLite keeps the order of a CROSS JOIN: the few first, each of which finds its figures by their
// key.
constexpr Query<AreaFigure(IndicatorNumber, std::int64_t, std::int64_t)> list_of_period{
    "figures.of_period", R"sql(
    SELECT a.number, f.value, f.numerator, f.denominator, f.lower, f.upper, f.rounded_to FROM area a CROSS JOIN figure f
    WHERE f.indicator_number = $1 AND f.breakdown_number = $2 AND f.area_number = a.number AND f.period = $3
    ORDER BY a.number)sql"};
constexpr Query<IndicatorFigure(AreaNumber)> list_all{"figures.all_of_area", R"sql(
    SELECT i.number, f.period, f.value FROM indicator i CROSS JOIN figure f
    WHERE f.indicator_number = i.number AND f.breakdown_number = 1 AND f.area_number = $1
    ORDER BY i.number, f.period)sql"};
constexpr Query<Broken(IndicatorNumber, AreaNumber)> list_broken{"figures.breakdowns", R"sql(
    SELECT b.number, b.words FROM breakdown b
    WHERE EXISTS (SELECT 1 FROM figure f WHERE f.indicator_number = $1 AND f.breakdown_number = b.number
                                           AND f.area_number = $2)
    ORDER BY b.number)sql"};

using Insert =
    Query<None(IndicatorNumber, std::int64_t, AreaNumber, std::int64_t, std::int64_t, std::int64_t,
               LoadNumber, std::string_view, Text, Text, Text, Text, std::optional<std::int64_t>)>;
constexpr Insert insert_figure{"figures.add", R"sql(
    INSERT INTO figure (indicator_number, breakdown_number, area_number, period, standing, rounded_to, load_number,
                        value, numerator, denominator, lower, upper, note_number)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13))sql"};
/// A value and nothing beside it: of the largest files every one.
constexpr Query<None(IndicatorNumber, std::int64_t, AreaNumber, std::int64_t, std::int64_t,
                     LoadNumber, std::string_view)>
    insert_value{"figures.add_value", R"sql(
    INSERT INTO figure (indicator_number, breakdown_number, area_number, period, standing, rounded_to, load_number,
                        value)
    VALUES ($1, $2, $3, $4, $5, 0, $6, $7))sql"};
constexpr Insert update_figure{"figures.revise", R"sql(
    UPDATE figure SET standing = $5, rounded_to = $6, load_number = $7, value = $8, numerator = $9, denominator = $10,
                      lower = $11, upper = $12, note_number = $13
    WHERE indicator_number = $1 AND breakdown_number = $2 AND area_number = $3 AND period = $4)sql"};
constexpr Query<None(IndicatorNumber, std::int64_t, AreaNumber, std::int64_t, LoadNumber)>
    copy_superseded{"figures.supersede", R"sql(
    INSERT INTO figure_superseded (indicator_number, breakdown_number, area_number, period, standing, rounded_to,
                                   load_number, value, numerator, denominator, lower, upper, note_number,
                                   superseded_by)
    SELECT indicator_number, breakdown_number, area_number, period, standing, rounded_to, load_number, value,
           numerator, denominator, lower, upper, note_number, $5
    FROM figure WHERE indicator_number = $1 AND breakdown_number = $2 AND area_number = $3 AND period = $4)sql"};

constexpr Query<std::string(LoadNumber)> find_revising{"figures.revised_by", R"sql(
    SELECT l.file_name FROM figure_superseded s JOIN figure_load l ON l.number = s.superseded_by
    WHERE s.load_number = $1 ORDER BY l.saved_at DESC, l.number DESC LIMIT 1)sql"};
constexpr Query<None(LoadNumber)> delete_of_load{"figures.delete_of_load",
                                                 "DELETE FROM figure WHERE load_number = $1"};
constexpr Query<None(LoadNumber)> restore_superseded{"figures.restore", R"sql(
    INSERT INTO figure (indicator_number, breakdown_number, area_number, period, standing, rounded_to, load_number,
                        value, numerator, denominator, lower, upper, note_number)
    SELECT indicator_number, breakdown_number, area_number, period, standing, rounded_to, load_number, value,
           numerator, denominator, lower, upper, note_number
    FROM figure_superseded WHERE superseded_by = $1)sql"};
constexpr Query<None(LoadNumber)> delete_superseded{
    "figures.forget_superseded", "DELETE FROM figure_superseded WHERE superseded_by = $1"};

void write(store::Db& db, const Insert& query, IndicatorNumber indicator, const FigurePlace& place,
           const FigureView& text, std::optional<std::int64_t> note, LoadNumber load) {
    db.run(query, indicator, place.breakdown, place.area, place.period, text.standing,
           text.rounded_to, load, text.value, text.numerator, text.denominator, text.lower,
           text.upper, note);
}

std::optional<std::string_view> view_of(const std::optional<std::string>& text) {
    return text ? std::optional<std::string_view>(*text) : std::nullopt;
}

} // namespace

FigureView FigureText::view() const {
    return {.standing = standing,
            .rounded_to = rounded_to,
            .value = value,
            .numerator = view_of(numerator),
            .denominator = view_of(denominator),
            .lower = view_of(lower),
            .upper = view_of(upper)};
}

void each_figure(store::Db& db, IndicatorNumber indicator,
                 const std::function<void(StoredFigure&&)>& take) {
    db.each(list_figures, take, indicator);
}

std::vector<SeriesFigure> series(store::Db& db, IndicatorNumber indicator, std::int64_t breakdown,
                                 AreaNumber area) {
    return db.all(list_series, indicator, breakdown, area);
}

std::vector<SupersededFigure> superseded(store::Db& db, IndicatorNumber indicator,
                                         std::int64_t breakdown, AreaNumber area) {
    return db.all(list_superseded, indicator, breakdown, area);
}

std::vector<AreaFigure> figures_of_period(store::Db& db, IndicatorNumber indicator,
                                          std::int64_t breakdown, std::int64_t period) {
    return db.all(list_of_period, indicator, breakdown, period);
}

std::vector<IndicatorFigure> all_figures(store::Db& db, AreaNumber area) {
    return db.all(list_all, area);
}

std::vector<Broken> breakdowns_of(store::Db& db, IndicatorNumber indicator, AreaNumber area) {
    return db.all(list_broken, indicator, area);
}

void add_figure(store::Db& db, IndicatorNumber indicator, const FigurePlace& place,
                const FigureView& text, std::optional<std::int64_t> note, LoadNumber load) {
    const FigureView value_only{.standing = text.standing, .value = text.value};
    if (!note && text == value_only)
        db.run(insert_value, indicator, place.breakdown, place.area, place.period, text.standing,
               load, text.value);
    else
        write(db, insert_figure, indicator, place, text, note, load);
}

void revise_figure(store::Db& db, IndicatorNumber indicator, const FigurePlace& place,
                   const FigureView& text, std::optional<std::int64_t> note, LoadNumber load) {
    db.run(copy_superseded, indicator, place.breakdown, place.area, place.period, load);
    write(db, update_figure, indicator, place, text, note, load);
}

std::optional<std::string> revised_by(store::Db& db, LoadNumber load) {
    return db.one(find_revising, load);
}

TakenBack take_figures_back(store::Db& db, LoadNumber load) {
    const int gone = db.run(delete_of_load, load), restored = db.run(restore_superseded, load);
    db.run(delete_superseded, load);
    return {.gone = gone - restored, .restored = restored};
}

} // namespace openmasa::intelligence
