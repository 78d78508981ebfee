#include "core/restriction/restriction.hpp"
#include "core/restriction/sight.hpp"
#include "store/test_database.hpp"
#include <gtest/gtest.h>

namespace openmasa::restriction {
namespace {

const auto me = PersonId::unchecked("0000000000000000000000000a");
const auto somebody = PersonId::unchecked("0000000000000000000000000b");
const auto group = OwnerId::unchecked("0000000000000000000000000c");
const auto noon = store::TestDatabase::noon();

Name person(const PersonId& id, bool denied = false) {
    return {.person = id, .owner = {}, .denied = denied};
}
Name everybody_of(const OwnerId& id, bool denied = false) {
    return {.person = {}, .owner = id, .denied = denied};
}

TEST(Sight, Only_who_is_named_reads) {
    EXPECT_EQ(sight_of({person(me)}, {.person = me}, noon), Sight::named);
    EXPECT_EQ(sight_of({person(somebody)}, {.person = me}, noon), Sight::hidden);
    EXPECT_EQ(sight_of({}, {.person = me}, noon), Sight::hidden);
    EXPECT_EQ(sight_of({person(me)}, {}, noon), Sight::hidden) << "nobody is no reader";
    EXPECT_EQ(sight_of({everybody_of(group)}, {.person = me, .owners = {group}}, noon),
              Sight::named);
}

TEST(Sight, A_name_on_the_deny_list_wins_over_everything) {
    EXPECT_EQ(sight_of({person(me), person(me, true)}, {.person = me}, noon), Sight::hidden);
    EXPECT_EQ(
        sight_of({everybody_of(group), person(me, true)}, {.person = me, .owners = {group}}, noon),
        Sight::hidden);
    EXPECT_EQ(
        sight_of({person(me), everybody_of(group, true)}, {.person = me, .owners = {group}}, noon),
        Sight::hidden);
    EXPECT_EQ(sight_of({person(me, true)},
                       {.person = me, .glass_until = noon + std::chrono::hours{1}}, noon),
              Sight::hidden);
}

TEST(Sight, Broken_glass_is_open_until_its_hour_has_passed) {
    const Reader reader{.person = me, .glass_until = noon + std::chrono::hours{1}};
    EXPECT_EQ(sight_of({}, reader, noon), Sight::broken_glass);
    EXPECT_EQ(sight_of({}, reader, noon + std::chrono::hours{1}), Sight::hidden);
}

} // namespace
} // namespace openmasa::restriction
