#pragma once
// Figures as the database has them, by millions: slim rows, read by one indicator and one area, or
// by one indicator and one period.
#include "intelligence/area.hpp"
#include "intelligence/figure.hpp"
#include "intelligence/indicator.hpp"
#include "intelligence/load.hpp"
#include "store/db.hpp"
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace openmasa::intelligence {

/// What a figure is about, beside its indicator.
struct FigurePlace {
    std::int64_t breakdown = 1;
    AreaNumber area = 0;
    /// FigurePeriod::number().
    std::int64_t period = 0;
    auto operator<=>(const FigurePlace&) const = default;
};

/// The texts of a figure, as they stand in a file that is kept elsewhere.
struct FigureView {
    /// Standing as a number, and what counts are rounded to; nought: they are not.
    std::int64_t standing = 0, rounded_to = 0;
    std::string_view value;
    std::optional<std::string_view> numerator{}, denominator{}, lower{}, upper{};
    bool operator==(const FigureView&) const = default;
};

struct FigureText {
    std::int64_t standing = 0, rounded_to = 0;
    std::string value;
    std::optional<std::string> numerator{}, denominator{}, lower{}, upper{};

    FigureView view() const;
};

struct StoredFigure {
    FigurePlace place;
    LoadNumber load = 0;
    FigureText text;
};

/// Every figure of an indicator that holds now, in the order of their places.
void each_figure(store::Db& db, IndicatorNumber indicator,
                 const std::function<void(StoredFigure&&)>& take);

/// A figure with what a page says of it.
struct SeriesFigure {
    std::int64_t period = 0;
    FigureText text;
    std::string note;
    LoadNumber load = 0;
    LoadId load_id{};
    std::string load_file;
    std::optional<Moment> loaded_at{};
};
/// One indicator in one area, all periods, the oldest first.
std::vector<SeriesFigure> series(store::Db& db, IndicatorNumber indicator, std::int64_t breakdown,
                                 AreaNumber area);
/// What later loads took the place of, likewise; the oldest period first, of one period what was
/// superseded first.
struct SupersededFigure {
    std::int64_t period = 0;
    std::string value;
    std::optional<Moment> loaded_at{}, superseded_at{};
    std::int64_t standing = 0;
    std::optional<std::string> numerator{}, denominator{};
    /// The load that took its place.
    LoadId by_load{};
    std::string by_file{};
};
std::vector<SupersededFigure> superseded(store::Db& db, IndicatorNumber indicator,
                                         std::int64_t breakdown, AreaNumber area);

/// One indicator in one period, all areas.
struct AreaFigure {
    AreaNumber area = 0;
    std::string value;
    std::optional<std::string> numerator{}, denominator{}, lower{}, upper{};
    /// What its counts are rounded to; nought: they are not.
    std::int64_t rounded_to = 0;
};
std::vector<AreaFigure> figures_of_period(store::Db& db, IndicatorNumber indicator,
                                          std::int64_t breakdown, std::int64_t period);

/// Every figure about everybody in an area, by indicator, the oldest first.
struct IndicatorFigure {
    IndicatorNumber indicator = 0;
    std::int64_t period = 0;
    std::string value;
};
std::vector<IndicatorFigure> all_figures(store::Db& db, AreaNumber area);
/// The breakdowns that an indicator has in an area, by number.
struct Broken {
    std::int64_t number = 1;
    std::string words;
};
std::vector<Broken> breakdowns_of(store::Db& db, IndicatorNumber indicator, AreaNumber area);

// Inside atomically().
void add_figure(store::Db& db, IndicatorNumber indicator, const FigurePlace& place,
                const FigureView& text, std::optional<std::int64_t> note, LoadNumber load);
/// The figure that was there stays readable as superseded by that load.
void revise_figure(store::Db& db, IndicatorNumber indicator, const FigurePlace& place,
                   const FigureView& text, std::optional<std::int64_t> note, LoadNumber load);

/// The file of a later load that revised figures of this one, and was not taken back.
std::optional<std::string> revised_by(store::Db& db, LoadNumber load);
/// How many figures are gone because the load brought them, and how many stand again that it had
/// taken the place of. Reads every figure: half a second for millions.
struct TakenBack {
    int gone = 0, restored = 0;
};
TakenBack take_figures_back(store::Db& db, LoadNumber load);

} // namespace openmasa::intelligence
