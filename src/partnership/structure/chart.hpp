#pragma once
// The structure as a chart: boxes go in, where everything stands comes out. Pure; the same boxes
// give the same chart.
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace openmasa::structure {

/// What became of a box since the day that the chart is held against.
enum class Change { none, added, changed, ended };

struct Box {
    std::string id, name;
    /// "Standing subgroup", for people.
    std::string kind;
    /// A board of others: it stands beside, unless something of ours reports to it.
    bool is_external = false;
    /// Decides for the partnership: its edge is heavier.
    bool is_leading = false;
    /// The ids of those it reports to: it stands below the first, a dashed line leads to the
    /// others.
    std::vector<std::string> reports_to{};
    /// "Chair: Chief Constable"; empty where there is nothing to say of it.
    std::string chair{};
    int vacancies = 0;
    Change change = Change::none;
    /// "4 May 2026": its first day and its last, for people; empty where none is known.
    std::string began{}, ended{};
    /// "New", "Changed: chair"; said wherever the change is shown.
    std::string change_words{};
    std::string href{};
};

/// Which box stands below which; a line that would lead in a circle is left out.
struct Forest {
    static constexpr auto none = static_cast<std::size_t>(-1);
    /// For each box the place of the one it stands below, or none.
    std::vector<std::size_t> parent;
    /// For each box the places of those below it, in their order.
    std::vector<std::vector<std::size_t>> children;
    /// The other lines: from, to.
    std::vector<std::array<std::size_t, 2>> joint;
};
Forest forest_of(const std::vector<Box>& boxes);

// --- where everything stands, in units of the picture -------------------------------------------

struct Words {
    enum class What { kind, name, chair, vacancies, change };
    What what;
    std::string text;
    /// Of the line that they stand on, from the top of the box.
    int y = 0;
};
struct Placed {
    std::size_t box = 0;
    int x = 0, y = 0, width = 0, height = 0;
    std::vector<Words> words{};
};
struct Point {
    int x = 0, y = 0;
    friend bool operator==(const Point&, const Point&) = default;
};
/// From the edge of one box to the edge of the one it reports to.
struct Line {
    std::size_t from = 0, to = 0;
    bool is_joint = false;
    std::vector<Point> points{};
};
/// Above boxes that report to nobody.
struct Heading {
    int x = 0, y = 0;
    std::string words{};
};
struct Layout {
    int width = 0, height = 0;
    /// In the order of the boxes.
    std::vector<Placed> boxes{};
    std::vector<Line> lines{};
    std::vector<Heading> headings{};
};

/// What the whole should fit into, and how large it may become there: units become millimetres, or
/// letters a size that can be read.
struct Room {
    double width = 0, height = 0;
    double largest = 1e9;
};
/// What a sheet of A4 on its side leaves between its margins, beside a heading and the legend.
inline constexpr Room a4{.width = 277, .height = 158};
/// A working page: a little wider than it is, since letters may shrink by a tenth; as low as that
/// allows.
inline constexpr Room screen{.width = 1340, .height = 1e9, .largest = 1};
/// Columns are as high as makes the whole largest in that room. In steps that grow with the number
/// of boxes, not with its square.
Layout lay_out(const std::vector<Box>& boxes, const Room& room = a4);

} // namespace openmasa::structure
