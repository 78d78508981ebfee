#include "core/thread/drawing.hpp"
#include <gmock/gmock.h>

namespace openmasa::thread {
namespace {

using testing::HasSubstr;
using testing::Not;

At at(std::string id) {
    return {"record", std::move(id)};
}
Node node(const std::string& id, Stage stage, std::string title) {
    return {.at = at(id), .stage = stage, .title = std::move(title), .href = "/records/" + id};
}

Thread three() {
    Piece piece;
    piece.nodes = {node("s", Stage::finding, "An audit <b>&"),
                   node("a", Stage::action, "Train all")};
    piece.links = {{.from = at("s"), .to = at("r")},
                   {.from = at("r"), .to = at("a")},
                   {.from = at("r"), .to = at("unseen")}};
    return put_together(node("r", Stage::recommendation, "Train everybody"), std::move(piece));
}

TEST(ThreadDrawing, A_link_to_what_is_not_there_is_not_there_either) {
    const auto thread = three();
    EXPECT_EQ(thread.nodes.size(), 3U);
    EXPECT_EQ(thread.links.size(), 2U);
    EXPECT_THAT(std::string(thread_view(thread).view()), Not(HasSubstr("unseen")));
}

TEST(ThreadDrawing, The_list_has_every_node_at_its_stage_and_the_picture_no_more_than_the_list) {
    const auto thread = three();
    const auto columns = columns_of(thread);
    ASSERT_EQ(columns.size(), 3U);
    EXPECT_EQ(columns[0].stage, Stage::finding);
    EXPECT_EQ(columns[1].stage, Stage::recommendation);
    EXPECT_EQ(columns[2].stage, Stage::action);
    const std::string list(as_list(thread).view()), picture(drawn(thread).view());
    for (std::string_view words : {"An audit &lt;b&gt;&amp;", "Train everybody", "Train all"})
        EXPECT_THAT(list, HasSubstr(std::string(words)));
    EXPECT_THAT(list, HasSubstr("Recommendation, this one"));
    EXPECT_THAT(list, Not(HasSubstr("href=\"/records/r\""))) << "it does not lead to itself";
    EXPECT_THAT(picture, HasSubstr("om-tm__box--here"));
    EXPECT_THAT(picture, HasSubstr("href=\"/records/a\""));
}

TEST(ThreadDrawing, What_is_still_to_come_is_drawn_waiting) {
    auto thread = three();
    thread.nodes.back().waits = true;
    EXPECT_THAT(std::string(drawn(thread).view()), HasSubstr("om-tm__line--wait"));
    EXPECT_THAT(std::string(as_list(thread).view()), HasSubstr("om-thread__wait"));
}

TEST(ThreadDrawing, A_node_alone_is_said_in_words) {
    const auto thread = put_together(node("r", Stage::recommendation, "Alone"), {});
    EXPECT_TRUE(drawn(thread).empty());
    EXPECT_THAT(std::string(thread_view(thread).view()), HasSubstr("Nothing is linked to it yet"));
}

TEST(ThreadDrawing, Of_many_at_one_stage_the_picture_draws_some_and_the_list_all) {
    Piece piece;
    for (int number = 0; number < 40; ++number) {
        const auto id = "s" + std::to_string(number);
        piece.nodes.push_back(node(id, Stage::finding, "Source number " + std::to_string(number)));
        piece.links.push_back({.from = at(id), .to = at("r")});
    }
    const auto thread =
        put_together(node("r", Stage::recommendation, std::string(400, 'x')), std::move(piece));
    const std::string list(as_list(thread).view()), picture(drawn(thread).view());
    EXPECT_THAT(list, HasSubstr("Source number 39"));
    EXPECT_THAT(picture, Not(HasSubstr("number 39")));
}

TEST(ThreadDrawing, A_link_that_people_added_says_who_when_how_strongly_and_why) {
    auto thread = three();
    thread.links.front() = {.from = at("s"),
                            .to = at("r"),
                            .who = "Head of delivery",
                            .on = day(2026, 3, 3),
                            .strength = Strength::partly,
                            .why = "Both ask <b>&",
                            .id = "l1"};
    const std::string list(as_list(thread).view());
    EXPECT_THAT(list, HasSubstr("Linked by Head of delivery on 3 Mar 2026, in part: Both ask "
                                "&lt;b&gt;&amp;"));
    EXPECT_THAT(list, Not(HasSubstr("Take it back")));
    thread.may_change = true;
    EXPECT_THAT(std::string(as_list(thread).view()), HasSubstr("/thread/links/l1"));
}

} // namespace
} // namespace openmasa::thread
