#include "partnership/structure/standing_boxes.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace openmasa::structure {
namespace {

using partnership::GroupKind;
using partnership::GroupStanding;
using testing::ElementsAre;

OwnerId id(int number) {
    std::string text = "01k8z4jq2d3v5w7x9y1a2b3c4";
    text += static_cast<char>('0' + number);
    return *OwnerId::parse(text);
}

GroupStanding group(int number, const std::string& name, GroupKind kind) {
    return {.id = id(number), .name = name, .kind = kind};
}

TEST(Standing_boxes, Only_groups_that_are_there_and_known_are_drawn_by_kind_then_name) {
    auto name_only = group(1, "Only a name", GroupKind::network);
    name_only.kind.reset();
    auto over = group(2, "Over", GroupKind::advisory);
    over.days.to = day(2026, 1, 21);
    const auto groups =
        std::vector{name_only, over, group(3, "B", GroupKind::locality),
                    group(4, "C", GroupKind::locality), group(5, "Z", GroupKind::statutory)};
    std::vector<std::string> names;
    for (const auto& box : boxes_of(groups, day(2026, 1, 22))) names.push_back(box.name);
    EXPECT_THAT(names, ElementsAre("Z", "B", "C"));
    EXPECT_EQ(boxes_of(groups, day(2026, 1, 21)).size(), 4u);
    EXPECT_EQ(count(groups, day(2026, 1, 22)).groups, 3);
    EXPECT_EQ(count(groups, day(2026, 1, 22)).only_names, 1);
}

TEST(Standing_boxes, Whoever_chairs_is_said_and_an_empty_chair_too) {
    auto chaired = group(1, "A", GroupKind::locality), vacant = chaired, none = chaired,
         board = group(2, "Board", GroupKind::external_board);
    chaired.chairs = {{.owner = id(3), .name = "Chair of A", .who = "Head of delivery"}};
    vacant.chairs = {{.owner = id(3), .name = "Chair of A", .who = ""},
                     {.owner = id(4), .name = "Co-chair", .who = "Chief officer"}};
    const auto words = [](const GroupStanding& one) {
        return boxes_of({one}, day(2026, 1, 22)).front().chair;
    };
    EXPECT_EQ(words(chaired), "Chair: Head of delivery");
    EXPECT_EQ(words(vacant), "Chairs: Chair of A (vacant); Chief officer");
    EXPECT_EQ(words(none), "No chair");
    EXPECT_EQ(words(board), "") << "who chairs a board of others is theirs to say";
    EXPECT_EQ(count({chaired, vacant, none, board}, day(2026, 1, 22)).without_chair, 1);
}

TEST(Standing_boxes, A_group_stands_below_one_of_ours_before_a_board_of_others) {
    auto child = group(1, "Child", GroupKind::standing_subgroup);
    child.reports_to = {id(2), id(3), id(4)};
    const auto boxes = boxes_of({child, group(2, "A board", GroupKind::external_board),
                                 group(3, "Z of ours", GroupKind::statutory),
                                 group(4, "B of ours", GroupKind::statutory)},
                                day(2026, 1, 22));
    for (const auto& box : boxes)
        if (box.name == "Child") {
            EXPECT_THAT(box.reports_to, ElementsAre(id(4).str(), id(3).str(), id(2).str()));
        }
}

} // namespace
} // namespace openmasa::structure
