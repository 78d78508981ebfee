// Where boxes stand, held against what must hold for any structure at all.
#include "kernel/text.hpp"
#include "partnership/structure/box_words.hpp"
#include "partnership/structure/changes.hpp"
#include "partnership/structure/drawing.hpp"
#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <random>

namespace openmasa::structure {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

Box box(std::string id, std::vector<std::string> reports_to = {}) {
    return {.id = id,
            .name = "Group " + id,
            .kind = "Standing subgroup",
            .reports_to = std::move(reports_to),
            .href = "/groups/" + id};
}

/// A structure as it might be: mostly one line up, sometimes two, sometimes in a circle, long
/// names.
std::vector<Box> any_structure(unsigned seed) {
    std::mt19937 random(seed);
    const auto below = [&](std::size_t limit) { return random() % limit; };
    std::vector<Box> boxes;
    const auto count = 1 + below(60);
    for (std::size_t at = 0; at < count; ++at) {
        auto made = box(std::to_string(at));
        for (std::size_t line = below(3); line > 0; --line)
            made.reports_to.push_back(std::to_string(below(below(5) ? at + 1 : count + 3)));
        made.name = std::string(1 + below(70), 'm');
        if (below(2)) made.name = "Quality and Audit of Everything that Matters " + made.name;
        made.vacancies = static_cast<int>(below(3));
        made.is_external = below(8) == 0;
        if (below(2)) made.chair = "Chair: Director of Quality and Transformation";
        boxes.push_back(std::move(made));
    }
    return boxes;
}

bool overlap(const Placed& one, const Placed& other) {
    return one.x < other.x + other.width && other.x < one.x + one.width &&
           one.y < other.y + other.height && other.y < one.y + one.height;
}
bool is_on_edge(const Placed& box, Point point) {
    const bool across = box.x <= point.x && point.x <= box.x + box.width;
    const bool down = box.y <= point.y && point.y <= box.y + box.height;
    return (across && (point.y == box.y || point.y == box.y + box.height)) ||
           (down && (point.x == box.x || point.x == box.x + box.width));
}
/// Whether it goes through the inside of the box.
bool crosses(const Placed& box, Point from, Point to) {
    return std::min(from.x, to.x) < box.x + box.width && std::max(from.x, to.x) > box.x &&
           std::min(from.y, to.y) < box.y + box.height && std::max(from.y, to.y) > box.y;
}

TEST(Layout, No_two_boxes_overlap_and_all_stand_within_the_picture) {
    for (unsigned seed = 0; seed < 150; ++seed) {
        const auto boxes = any_structure(seed);
        const auto layout = lay_out(boxes);
        ASSERT_EQ(layout.boxes.size(), boxes.size());
        for (std::size_t one = 0; one < boxes.size(); ++one) {
            const auto& placed = layout.boxes[one];
            EXPECT_EQ(placed.box, one);
            EXPECT_GE(placed.x, 0);
            EXPECT_GE(placed.y, 0);
            EXPECT_LE(placed.x + placed.width, layout.width) << seed;
            EXPECT_LE(placed.y + placed.height, layout.height) << seed;
            for (std::size_t other = one + 1; other < boxes.size(); ++other)
                ASSERT_FALSE(overlap(placed, layout.boxes[other])) << seed;
        }
    }
}

TEST(Layout, Every_line_joins_the_edges_of_its_two_boxes_and_only_runs_across_and_down) {
    for (unsigned seed = 0; seed < 150; ++seed) {
        const auto layout = lay_out(any_structure(seed));
        for (const auto& line : layout.lines) {
            ASSERT_GE(line.points.size(), 2u);
            EXPECT_TRUE(is_on_edge(layout.boxes[line.from], line.points.front())) << seed;
            EXPECT_TRUE(is_on_edge(layout.boxes[line.to], line.points.back())) << seed;
            for (std::size_t at = 1; at < line.points.size(); ++at) {
                const auto one = line.points[at - 1], other = line.points[at];
                EXPECT_TRUE(one.x == other.x || one.y == other.y) << seed;
                if (line.is_joint) continue;
                for (const auto& placed : layout.boxes)
                    ASSERT_FALSE(crosses(placed, one, other)) << seed;
            }
        }
    }
}

TEST(Layout, Every_line_that_is_said_is_drawn_once) {
    for (unsigned seed = 0; seed < 150; ++seed) {
        const auto boxes = any_structure(seed);
        const auto layout = lay_out(boxes);
        std::vector<std::pair<std::size_t, std::size_t>> said, drawn;
        for (std::size_t at = 0; at < boxes.size(); ++at)
            for (const auto& id : boxes[at].reports_to) {
                const auto to = static_cast<std::size_t>(std::stoul(id));
                if (to < boxes.size() && to != at) said.emplace_back(at, to);
            }
        for (const auto& line : layout.lines) drawn.emplace_back(line.from, line.to);
        std::ranges::sort(said);
        said.erase(std::unique(said.begin(), said.end()), said.end());
        std::ranges::sort(drawn);
        EXPECT_EQ(drawn, said) << seed;
    }
}

TEST(Layout, The_same_boxes_give_the_same_picture) {
    for (unsigned seed = 0; seed < 20; ++seed) {
        const auto boxes = any_structure(seed);
        const Drawing drawing{.title = "Structure", .description = "As it is"};
        EXPECT_EQ(draw(boxes, lay_out(boxes), drawing).view(),
                  draw(boxes, lay_out(boxes), drawing).view());
    }
}

TEST(Layout, No_word_is_left_out_and_none_is_wider_than_its_box) {
    for (unsigned seed = 0; seed < 60; ++seed) {
        const auto boxes = any_structure(seed);
        for (const auto& placed : lay_out(boxes).boxes) {
            std::string name;
            for (const auto& words : placed.words) {
                EXPECT_LE(width_of(words.text, size_of(words.what), is_bold(words.what)),
                          box_width - 2 * box_padding);
                EXPECT_LT(words.y, placed.height);
                if (words.what == Words::What::name) name += words.text;
            }
            auto asked = boxes[placed.box].name;
            std::erase(asked, ' ');
            std::erase(name, ' ');
            EXPECT_EQ(name, asked);
        }
    }
}

TEST(Layout, Forty_groups_on_a_sheet_of_a4_can_be_read) {
    std::vector<Box> boxes{box("top")};
    for (int subgroup = 0; subgroup < 9; ++subgroup) {
        const auto id = "s" + std::to_string(subgroup);
        boxes.push_back(box(id, {"top"}));
        for (int below = 0; subgroup < 5 && below < 6; ++below)
            boxes.push_back(box(id + "." + std::to_string(below), {id}));
    }
    ASSERT_EQ(boxes.size(), 40u);
    for (auto& one : boxes) {
        one.name = "Child Exploitation and Missing Group";
        one.chair = "Chair: Director of Quality and Transformation";
    }
    const auto layout = lay_out(boxes);
    const auto millimetres = std::min(a4.width / layout.width, a4.height / layout.height);
    // Print of 6 points is what the small print of leaflets has: 2.1 mm.
    EXPECT_GE(millimetres * size_of(Words::What::name), 2.1);
}

TEST(Layout, On_a_screen_it_is_as_wide_as_the_page_where_it_can_be) {
    for (unsigned seed = 0; seed < 60; ++seed) {
        const auto boxes = any_structure(seed);
        const auto onscreen = lay_out(boxes, screen), narrow = lay_out(boxes, {1, 1e9, 1});
        EXPECT_TRUE(onscreen.width <= screen.width || onscreen.width == narrow.width) << seed;
    }
}

TEST(Layout, A_circle_is_drawn_as_a_dashed_line_and_what_is_not_there_is_left_out) {
    const auto forest = forest_of({box("a", {"b"}), box("b", {"a"}), box("c", {"nowhere", "c"})});
    EXPECT_THAT(forest.parent, ElementsAre(1, Forest::none, Forest::none));
    EXPECT_THAT(forest.joint, ElementsAre(std::array<std::size_t, 2>{1, 0}));
}

TEST(Layout, Boards_of_others_stand_beside_unless_something_reports_to_them) {
    auto board = box("board"), other = box("other");
    board.is_external = other.is_external = true;
    const auto layout = lay_out(
        {box("top"), box("below", {"top"}), board, other, box("reports", {"other"}), box("alone")});
    ASSERT_EQ(layout.headings.size(), 2u);
    EXPECT_EQ(layout.headings[0].words, "Report to nobody");
    EXPECT_EQ(layout.headings[1].words, "Boards of others");
    EXPECT_GT(layout.boxes[2].x, layout.boxes[5].x);
    EXPECT_LT(layout.boxes[3].x, layout.boxes[5].x) << "what reports to it stands below it";
}

TEST(Layout, No_boxes_give_an_empty_picture) {
    const auto layout = lay_out({});
    EXPECT_TRUE(layout.boxes.empty());
    EXPECT_THAT(std::string(draw({}, layout, {.title = "None", .description = "-"}).view()),
                HasSubstr("<title id=\"structure-title\">None</title>"));
}

TEST(Drawing, What_people_typed_is_escaped_and_each_box_leads_to_its_page) {
    auto hostile = box("x");
    hostile.name = "<b>&";
    const std::string drawn(draw({hostile}, lay_out({hostile}),
                                 {.title = "<i>", .description = "-", .site = "https://a.example"})
                                .view());
    EXPECT_THAT(drawn, HasSubstr("&lt;b&gt;&amp;"));
    EXPECT_THAT(drawn, Not(HasSubstr("<b>")));
    EXPECT_THAT(drawn, HasSubstr("href=\"https://a.example/groups/x\""));
}

TEST(Drawing, A_vacancy_and_a_change_are_said_in_words) {
    auto one = box("x");
    one.vacancies = 2;
    one.change = Change::changed;
    one.change_words = "Changed: chair";
    const std::string drawn(draw({one}, lay_out({one}), {.title = "t", .description = "d"}).view());
    EXPECT_THAT(drawn, HasSubstr(">2 seats are vacant<"));
    EXPECT_THAT(drawn, HasSubstr(">Changed: chair<"));
    EXPECT_THAT(drawn, HasSubstr(">changed</text>")) << "the sign is explained";
    EXPECT_THAT(drawn, Not(HasSubstr(">ended</text>"))) << "only those that are there";
}

TEST(Changes, What_is_new_changed_and_gone_is_marked_in_words) {
    auto chaired = box("c"), renamed = box("r"), moved = box("m", {"c"});
    const std::vector<Box> before{chaired, renamed, moved, box("gone", {"c"}), box("same")};
    chaired.chair = "Chair: Head of delivery";
    renamed.name = "Another name";
    moved.reports_to = {"r"};
    const auto made = marked(before, {chaired, renamed, moved, box("same"), box("new")});
    ASSERT_EQ(made.boxes.size(), 6u);
    EXPECT_EQ(made.boxes[0].change_words, "Changed: chair");
    EXPECT_EQ(made.boxes[1].change_words, "Changed: name");
    EXPECT_EQ(made.boxes[2].change_words, "Changed: what it reports to");
    EXPECT_EQ(made.boxes[3].change, Change::none);
    EXPECT_EQ(made.boxes[4].change_words, "New");
    EXPECT_EQ(made.boxes[5].change_words, "Ended");
    EXPECT_THAT(made.boxes[5].reports_to, ElementsAre("c"));
    EXPECT_EQ(made.added + made.changed + made.ended, 5);
}

TEST(Changes, Two_lines_in_another_order_are_the_same) {
    const auto made = marked({box("a", {"b", "c"})}, {box("a", {"c", "b"})});
    EXPECT_EQ(made.boxes[0].change, Change::none);
}

} // namespace
} // namespace openmasa::structure
