#include "plan/position/picture_views.hpp"
#include "web/chart/axis_drawing.hpp"
#include "web/chart/time_axis.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::position {
namespace {

using chart::per_cent;

// In pixels: the lines above, the bars below.
constexpr int line_height = 200, line_top = 26, bar_height = 120, bar_middle = 60, longest_bar = 40;
/// Closer than this a word gives way to another one.
constexpr double too_close = 14;

/// At most four lines above nought: 1, 2, 5, 10, 20, 50 ... apart.
int step_for(int most) {
    for (int ten = 1;; ten *= 10)
        for (const int times : {1, 2, 5})
            if (most <= ten * times * 4) return ten * times;
}

class FlowDrawing {
public:
    explicit FlowDrawing(std::span<const Month> months)
        : months_(months), axis_(months.front().first, months.back().last) {
        most_ = months.front().flow.then;
        for (const auto& month : months) {
            most_ = std::max(most_, month.flow.now);
            most_in_bar_ = std::max({most_in_bar_, month.flow.opened(), month.flow.closed()});
        }
        most_ = std::max(most_, 1);
    }

    Html lines(const std::string& finding) const {
        Html drawn;
        append_scale(drawn);
        auto x = axis_.start_of(months_.front().first);
        auto y = y_of(months_.front().flow.then);
        for (const auto& month : months_) {
            const auto to_x = axis_.end_of(month.last), to_y = y_of(month.flow.now);
            append(drawn, R"(<line class="om-xmr__line" x1="{}%" y1="{}" x2="{}%" y2="{}"/>)",
                   per_cent(x), per_cent(y), per_cent(to_x), per_cent(to_y));
            x = to_x;
            y = to_y;
        }
        append_values(drawn);
        return html(
            R"(<svg class="om-xmr" height="{}" role="img" aria-labelledby="flow-title flow-desc"><title id="flow-title">{}</title><desc id="flow-desc">{} The table below has the figures.</desc><use href="#om-grid"/>{}</svg>)",
            line_height, finding, description(), drawn);
    }

    Html bars() const {
        Html drawn;
        for (const auto& month : months_) append_bars(drawn, month);
        return html(
            R"(<svg class="om-xmr om-flow" height="{}" aria-hidden="true" focusable="false"><use href="#om-grid"/>{}<line class="om-xmr__mean" x1="0" x2="100%" y1="{}" y2="{}"/><text x="0" y="13">Opened</text><text x="0" y="{}">Closed</text></svg>)",
            bar_height, drawn, bar_middle, bar_middle, bar_height - 4);
    }

    Html axis() const {
        const auto nowhere = axis_.last() + std::chrono::days{1};
        return chart::grid_shape(axis_, nowhere) +
               chart::axis_words(
                   axis_, nowhere,
                   fmt::format("{} to {}", spoken_long(axis_.first()), spoken_long(axis_.last())));
    }

private:
    double y_of(int count) const {
        return line_height - double(count) / most_ * (line_height - line_top);
    }
    std::string description() const {
        return fmt::format("Outstanding at the end of each month: {} on {}, {} on {}, {} at most.",
                           months_.front().flow.then,
                           spoken_long(months_.front().first - std::chrono::days{1}),
                           months_.back().flow.now, spoken_long(months_.back().last), most_);
    }
    /// Words stand above their line.
    void append_scale(Html& to) const {
        const int step = step_for(most_);
        for (int count = 0; count <= most_; count += step)
            append(
                to,
                R"(<line class="om-xmr__grid" x1="0" x2="100%" y1="{}" y2="{}"/><text class="om-xmr__axis" x="0" y="{}">{}</text>)",
                per_cent(y_of(count)), per_cent(y_of(count)), per_cent(y_of(count) - 5), count);
    }
    void append_value(Html& to, const Month& month, std::string_view classes) const {
        const auto x = axis_.end_of(month.last), y = y_of(month.flow.now);
        append(
            to,
            R"(<circle class="om-pt om-pt--common" cx="{}%" cy="{}" r="5"/><text class="om-xmr__value {}" x="{}%" y="{}" text-anchor="{}">{}</text>)",
            per_cent(x), per_cent(y), classes, per_cent(x), per_cent(y - 10),
            x > 94  ? "end"
            : x < 6 ? "start"
                    : "middle",
            month.flow.now);
    }
    /// The latest, and the highest where it stands apart.
    void append_values(Html& to) const {
        const auto& last = months_.back();
        const auto highest = std::ranges::max_element(
            months_, {}, [](const Month& month) { return month.flow.now; });
        const bool is_apart = axis_.end_of(last.last) - axis_.end_of(highest->last) > too_close;
        if (is_apart) append_value(to, *highest, "");
        append_value(to, last, "om-xmr__value--last");
    }
    void append_bar(Html& to, const Month& month, int count, bool is_opened) const {
        if (count == 0) return;
        const auto from = axis_.start_of(month.first), width = axis_.end_of(month.last) - from;
        const auto height = double(count) / most_in_bar_ * longest_bar;
        append(
            to,
            R"(<rect class="om-flow__{}" x="{}%" y="{}" width="{}%" height="{}"><title>{} {}: {} {}</title></rect>)",
            is_opened ? "opened" : "closed", per_cent(from + width * .2),
            per_cent(is_opened ? bar_middle - height : double(bar_middle)), per_cent(width * .6),
            per_cent(height),
            month_name(unsigned(std::chrono::year_month_day(month.first).month())),
            iso(month.first).substr(0, 4), count, is_opened ? "opened" : "closed");
    }
    void append_bars(Html& to, const Month& month) const {
        append_bar(to, month, month.flow.opened(), true);
        append_bar(to, month, month.flow.closed(), false);
    }

    std::span<const Month> months_;
    chart::TimeAxis axis_;
    int most_ = 1, most_in_bar_ = 1;
};

} // namespace

Html flow_drawing(std::span<const Month> months, const std::string& finding) {
    const FlowDrawing drawing(months);
    return html(R"(<div class="om-flow__all">{}{}{}</div>
)",
                drawing.axis(), drawing.lines(finding), drawing.bars());
}

} // namespace openmasa::position
