#include "core/history/description.hpp"
#include <fmt/format.h>
#include <gtest/gtest.h>

namespace openmasa::history {
namespace {

struct Thing {
    std::string title, owner, owner_name;
};
struct Leaf {
    std::string words;
};

std::string shouted(std::string_view raw) {
    return std::string(raw) + "!";
}

constexpr Kept<Thing> thing_kept[] = {
    {{"title", "Title", Part::state, shouted}, [](const Thing& t) { return t.title; }},
    {{"owner", ""}, [](const Thing& t) { return t.owner; }},
    {{"owner_name", "Owner", Part::echo}, [](const Thing& t) { return t.owner_name; }},
};
constexpr Kept<Leaf> leaf_kept[] = {
    {{"leaf.#.words", "Leaf #"}, [](const Leaf& l) { return l.words; }}};
constexpr Kept<std::string> why_kept[] = {
    {{"why", "Why", Part::brought}, [](const std::string& why) { return why; }}};
constexpr auto fields =
    joined(joined(fields_of(thing_kept), fields_of(leaf_kept)), fields_of(why_kept));

Content content_of(const Thing& thing, const std::vector<Leaf>& leaves, const std::string& why) {
    Content content;
    put(content, thing_kept, thing);
    int number = 0;
    for (const auto& leaf : leaves) put(content, leaf_kept, leaf, ++number);
    put(content, why_kept, why);
    return content;
}

TEST(Description, What_is_empty_is_not_written_and_what_there_is_several_of_has_numbers) {
    EXPECT_EQ(content_of({"Oak", "", ""}, {{"a"}, {"b"}}, ""),
              (Content{{"title", "Oak"}, {"leaf.1.words", "a"}, {"leaf.2.words", "b"}}));
}

TEST(Description, A_difference_is_told_in_spoken_words_and_without_what_came_with_one_version) {
    const auto before = content_of({"Oak", "1", "One"}, {{"a"}}, "because");
    const auto after = content_of({"Ash", "2", "Two"}, {{"a"}, {"b"}}, "");
    const auto found = differences(fields, before, after);
    ASSERT_EQ(found.size(), 3u);
    EXPECT_EQ(found[0].label + found[0].was + found[0].now, "TitleOak!Ash!");
    EXPECT_EQ(found[1].label + found[1].was + found[1].now, "OwnerOneTwo");
    EXPECT_EQ(found[2].label + found[2].was + found[2].now, "Leaf 2b");
}

TEST(Description, What_was_taken_away_is_a_difference_too) {
    const auto found = differences(fields, content_of({"Oak", "", "One"}, {}, ""),
                                   content_of({"Oak", "", ""}, {}, ""));
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].was, "One");
    EXPECT_EQ(found[0].now, "");
}

struct Bird {
    std::string id, name;
};
constexpr Kept<Bird> bird_kept[] = {
    {{"bird.#.id", "", Part::state, nullptr, true}, [](const Bird& b) { return b.id; }},
    {{"bird.#.name", "Bird #"}, [](const Bird& b) { return b.name; }},
};
constexpr auto bird_fields = fields_of(bird_kept);
std::string told_of_birds(const std::vector<Bird>& before, const std::vector<Bird>& after) {
    const auto content_of = [](const std::vector<Bird>& birds) {
        Content content;
        int number = 0;
        for (const auto& bird : birds) put(content, bird_kept, bird, ++number);
        return content;
    };
    std::string all;
    for (const auto& one : differences(bird_fields, content_of(before), content_of(after)))
        all += fmt::format("{}: {} > {}. ", one.label, one.was, one.now);
    return all;
}

TEST(Description, Of_what_is_identified_only_what_went_or_came_is_a_difference) {
    const Bird wren{"w", "Wren"}, kite{"k", "Kite"}, rook{"r", "Rook"}, swift{"s", "Swift"};
    EXPECT_EQ(told_of_birds({wren, kite, rook}, {wren, rook}), "Bird 2: Kite > . ");
    EXPECT_EQ(told_of_birds({wren, rook}, {kite, wren, rook}), "Bird 3:  > Kite. ");
    EXPECT_EQ(told_of_birds({wren, kite}, {swift, {"k", "Red kite"}, rook}),
              "Bird 3:  > Swift. Bird 2: Kite > Red kite. Bird 4:  > Rook. Bird 1: Wren > . ");
    EXPECT_EQ(told_of_birds({wren, kite}, {kite, wren}), "");
}

TEST(Description, A_version_of_old_is_compared_in_what_both_say) {
    const Content old{{"Title", "Oak!"}, {"Owner", "One"}, {"Understood as", "nothing"}};
    EXPECT_TRUE(differences(fields, old, content_of({"Oak", "1", "One"}, {}, "")).empty());
    const auto found = differences(fields, old, content_of({"Ash", "1", "One"}, {}, ""));
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].was, "Oak!");
}

TEST(Description, The_state_is_without_echoes_and_reasons) {
    EXPECT_EQ(state_of(fields, content_of({"Oak", "1", "One"}, {{"a"}}, "because")),
              (Content{{"title", "Oak"}, {"owner", "1"}, {"leaf.1.words", "a"}}));
}

TEST(Description, Every_key_has_a_name) {
    EXPECT_EQ(name_of(fields, "title"), "Title");
    EXPECT_EQ(name_of(fields, "leaf.12.words"), "Leaf 12");
    EXPECT_EQ(name_of(fields, "adopted_on"), "Adopted on");
    EXPECT_EQ(name_of(fields, ""), "Something");
}

} // namespace
} // namespace openmasa::history
