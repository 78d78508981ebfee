// A tidy tree that stays narrow: what stands below a box stands in columns, as high as a limit
// allows; a column of one hangs from the line above it, a column of several from a line at its
// left. The limit is tried until the whole is as large as it can be on a sheet.
#include "partnership/structure/box_words.hpp"
#include <algorithm>

namespace openmasa::structure {
namespace {

constexpr int margin = 12, between_columns = 16, between_boxes = 10, indent = 15, spine = 6;
/// From a box down to those below it; the line that they share is in the middle.
constexpr int drop = 22, half_drop = drop / 2;
constexpr int heading_height = 26;
constexpr int joint_beside = 7, joint_below = 5;

struct Column {
    std::vector<std::size_t> members;
    int width = 0, height = 0;
    bool has_spine = false;
};

/// A box with all that stands below it.
struct Block {
    int width = 0, height = 0;
    /// Of the box within it.
    int box_x = 0;
    std::vector<Column> columns;
    int columns_width() const {
        int width = 0;
        for (const auto& column : columns) width += column.width + between_columns;
        return columns.empty() ? 0 : width - between_columns;
    }
    int columns_height() const {
        int height = 0;
        for (const auto& column : columns) height = std::max(height, column.height);
        return height;
    }
};

/// Boxes that stand at the top, side by side, each part with what is written above it.
struct Part {
    std::string heading;
    std::vector<std::size_t> roots;
    std::vector<Column> columns{};
};

class Arrangement {
public:
    Arrangement(const std::vector<Box>& boxes, const Forest& forest,
                const std::vector<BoxWords>& words, int limit)
        : forest_(forest), words_(words), blocks_(boxes.size()) {
        read_parts(boxes);
        for (auto& part : parts_) {
            for (const auto root : part.roots) measure(root, limit);
            part.columns = filled(part.roots, limit);
        }
        for (const auto& part : parts_)
            for (const auto& column : part.columns) {
                width_ += column.width + between_columns;
                height_ = std::max(height_, head_of(part) + column.height);
            }
        width_ += 2 * margin - (width_ > 0 ? between_columns : 0);
        height_ += 2 * margin;
    }

    /// How large it can be in that room.
    double scale(const Room& room) const {
        return std::min({room.width / width_, room.height / height_, room.largest});
    }

    Layout placed() const {
        Layout layout{.width = width_, .height = height_, .boxes = {}, .lines = {}, .headings = {}};
        layout.boxes.resize(blocks_.size());
        int x = margin;
        for (const auto& part : parts_) {
            if (!part.heading.empty())
                layout.headings.push_back({x, margin + heading_height - 12, part.heading});
            for (const auto& column : part.columns) {
                place_column(layout, column, x, margin + head_of(part));
                x += column.width + between_columns;
            }
        }
        add_joint_lines(layout);
        return layout;
    }

private:
    static int head_of(const Part& part) { return part.heading.empty() ? 0 : heading_height; }

    void read_parts(const std::vector<Box>& boxes) {
        Part trees, lone{.heading = "Report to nobody", .roots = {}},
            external{.heading = "Boards of others", .roots = {}};
        for (std::size_t at = 0; at < boxes.size(); ++at) {
            if (forest_.parent[at] != Forest::none) continue;
            if (!forest_.children[at].empty())
                trees.roots.push_back(at);
            else
                (boxes[at].is_external ? external : lone).roots.push_back(at);
        }
        for (auto& part : {trees, lone, external})
            if (!part.roots.empty()) parts_.push_back(part);
    }

    /// Those with others below them first: what stands alone fills the columns after them.
    std::vector<std::size_t> children_of(std::size_t at) const {
        auto children = forest_.children[at];
        std::stable_partition(children.begin(), children.end(),
                              [&](std::size_t child) { return !forest_.children[child].empty(); });
        return children;
    }

    void measure(std::size_t at, int limit) {
        auto& block = blocks_[at];
        const int own = words_[at].height;
        block.width = box_width;
        block.height = own;
        const auto children = children_of(at);
        if (children.empty()) return;
        for (const auto child : children) measure(child, limit - own - drop);
        block.columns = filled(children, limit - own - drop);
        for (auto& column : block.columns)
            if (column.members.size() > 1) add_spine(column);
        block.width = std::max(box_width, block.columns_width());
        block.height += drop + block.columns_height();
        if (!hangs_from_its_left(block)) block.box_x = (block.width - box_width) / 2;
    }

    /// One column of several: the box stands above its left end, like the head of a list.
    static bool hangs_from_its_left(const Block& block) {
        return block.columns.size() == 1 && block.columns.front().has_spine;
    }
    static void add_spine(Column& column) {
        column.has_spine = true;
        column.width += indent;
    }

    std::vector<Column> filled(const std::vector<std::size_t>& members, int limit) const {
        std::vector<Column> columns;
        for (const auto member : members) {
            const auto& block = blocks_[member];
            if (columns.empty() || columns.back().height + between_boxes + block.height > limit)
                columns.emplace_back();
            auto& column = columns.back();
            column.height += (column.members.empty() ? 0 : between_boxes) + block.height;
            column.width = std::max(column.width, block.width);
            column.members.push_back(member);
        }
        return columns;
    }

    void place_column(Layout& layout, const Column& column, int x, int y) const {
        if (column.has_spine) x += indent;
        for (const auto member : column.members) {
            place(layout, member, x, y);
            y += blocks_[member].height + between_boxes;
        }
    }

    void place(Layout& layout, std::size_t at, int x, int y) const {
        const auto& block = blocks_[at];
        const int own = words_[at].height;
        layout.boxes[at] = {.box = at,
                            .x = x + block.box_x,
                            .y = y,
                            .width = box_width,
                            .height = own,
                            .words = words_[at].words};
        int column_x = x;
        for (const auto& column : block.columns) {
            place_column(layout, column, column_x, y + own + drop);
            for (const auto member : column.members)
                layout.lines.push_back(line(layout, member, at, column, column_x));
            column_x += column.width + between_columns;
        }
    }

    Line line(const Layout& layout, std::size_t from, std::size_t to, const Column& column,
              int column_x) const {
        const auto &child = layout.boxes[from], &parent = layout.boxes[to];
        const int foot = parent.y + parent.height, shared = foot + half_drop;
        const int stem =
            hangs_from_its_left(blocks_[to]) ? column_x + spine : parent.x + parent.width / 2;
        std::vector<Point> way;
        if (column.has_spine) {
            const int middle = child.y + child.height / 2;
            way = {{child.x, middle}, {column_x + spine, middle}, {column_x + spine, shared}};
        } else {
            const int centre = child.x + child.width / 2;
            way = {{centre, child.y}, {centre, shared}};
        }
        way.push_back({stem, shared});
        way.push_back({stem, foot});
        way.erase(std::unique(way.begin(), way.end()), way.end());
        return {.from = from, .to = to, .points = std::move(way)};
    }

    /// Beside the box, up or down to just below the other one, and to its edge.
    void add_joint_lines(Layout& layout) const {
        for (const auto& [from, to] : forest_.joint) {
            const auto &one = layout.boxes[from], &other = layout.boxes[to];
            const int beside = one.x + one.width + joint_beside, middle = one.y + one.height / 2;
            const int foot = other.y + other.height, centre = other.x + other.width * 3 / 4;
            layout.lines.push_back({.from = from,
                                    .to = to,
                                    .is_joint = true,
                                    .points = {{one.x + one.width, middle},
                                               {beside, middle},
                                               {beside, foot + joint_below},
                                               {centre, foot + joint_below},
                                               {centre, foot}}});
        }
    }

    const Forest& forest_;
    const std::vector<BoxWords>& words_;
    std::vector<Block> blocks_;
    std::vector<Part> parts_;
    int width_ = 0, height_ = 0;
};

} // namespace

Layout lay_out(const std::vector<Box>& boxes, const Room& room) {
    const auto forest = forest_of(boxes);
    std::vector<BoxWords> words;
    for (const auto& box : boxes) words.push_back(words_of(box));
    constexpr int lowest = 120;
    int best = lowest, highest = lowest;
    for (const auto& of_box : words) highest += of_box.height + drop;
    double largest = 0;
    for (int limit = lowest; limit <= highest; limit += limit / 16) {
        const Arrangement tried(boxes, forest, words, limit);
        if (tried.scale(room) <= largest) continue;
        largest = tried.scale(room);
        best = limit;
    }
    return Arrangement(boxes, forest, words, best).placed();
}

} // namespace openmasa::structure
