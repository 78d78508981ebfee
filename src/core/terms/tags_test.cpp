#include "core/terms/tags.hpp"
#include <gtest/gtest.h>

namespace openmasa::terms {
namespace {

constexpr Day today = std::chrono::sys_days(std::chrono::year(2026) / 1 / 22);

TermId id_of(char last) {
    return TermId::unchecked(std::string(25, '0') + last);
}

Term term(char last, Kind kind, std::string name) {
    return {.id = id_of(last), .kind = kind, .name = std::move(name)};
}

TermBook book() {
    auto gone = term('3', Kind::theme, "Old theme");
    gone.withdrawn_why = "No longer said";
    auto neglect = term('2', Kind::theme, "Neglect");
    neglect.also_called = "Unmet needs";
    return TermBook({term('1', Kind::theme, "Exploitation"), neglect, gone,
                     term('4', Kind::flourish, "Learning")});
}

TEST(Tags, Stand_in_the_order_of_the_terms_each_once_whatever_order_they_came_in) {
    const std::vector<TermId> ids{id_of('4'), id_of('2'), id_of('4'), id_of('9')};
    const auto tags = tags_from(book(), ids);
    EXPECT_EQ(ids_in(tags), (std::vector{id_of('2'), id_of('4')}));
    EXPECT_EQ(names_in(book(), tags, Kind::theme), "Neglect");
    EXPECT_EQ(names_in(book(), tags, Kind::flourish), "Learning");
    EXPECT_EQ(names_in(book(), "", Kind::theme), "");
}

TEST(Tags, Of_one_kind_are_replaced_by_name_and_the_other_kind_stays) {
    const std::vector<TermId> ids{id_of('4'), id_of('2')};
    const auto before = tags_from(book(), ids);
    const auto after = with_names(book(), before, Kind::theme, "exploitation; Unmet needs");
    EXPECT_EQ(names_in(book(), after, Kind::theme), "Exploitation; Neglect");
    EXPECT_EQ(names_in(book(), after, Kind::flourish), "Learning");
    EXPECT_EQ(names_in(book(), with_names(book(), after, Kind::theme, ""), Kind::theme), "");
}

TEST(Tags, That_were_withdrawn_stay_where_they_were_given_and_are_given_to_nothing_else) {
    const auto carried = id_of('3').str();
    EXPECT_EQ(choices_for(book(), Kind::theme, carried, today).size(), 3u);
    EXPECT_EQ(choices_for(book(), Kind::theme, "", today).size(), 2u);
    EXPECT_TRUE(no_longer_used(book(), carried, carried, today).empty());
    EXPECT_EQ(no_longer_used(book(), "", carried, today), std::vector<std::string>{"Old theme"});
}

} // namespace
} // namespace openmasa::terms
