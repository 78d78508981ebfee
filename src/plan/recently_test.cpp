#include "plan/recently.hpp"
#include "store/test_database.hpp"
#include <gtest/gtest.h>

namespace openmasa::plan {
namespace {

TEST(Recent, Is_made_anew_from_another_state_only) {
    const Recent<int> recent;
    int made = 0;
    const auto get = [&](const char* stamp) {
        return *recent.get("a", stamp, [&] { return ++made; });
    };
    EXPECT_EQ(get("1"), 1);
    EXPECT_EQ(get("1"), 1);
    EXPECT_EQ(get("2"), 2);
    EXPECT_EQ(get("1"), 3) << "only the newest state is kept";
}

TEST(Recent, What_was_asked_for_longest_ago_goes_first) {
    const Recent<int> recent;
    int made = 0;
    const auto get = [&](int key) {
        return *recent.get(std::to_string(key), "", [&] { return ++made; });
    };
    const int first = get(0), second = get(1);
    for (int key = 2; key < 32; ++key) (void)get(key);
    EXPECT_EQ(get(0), first);
    (void)get(32);
    EXPECT_EQ(get(0), first) << "it was asked for again";
    EXPECT_NE(get(1), second);
}

TEST(Recent, Is_shared_by_those_who_see_the_same) {
    store::TestDatabase database;
    database.migrate();
    store::Db db(database.database());
    int made = 0;
    const auto ask = [&] { return *recently<int>(db, "key", "", [&] { return ++made; }); };
    EXPECT_EQ(ask(), 1);
    EXPECT_EQ(ask(), 1);
    store::Lens lens;
    lens.put("plan", "SELECT p.* FROM {plan} AS p WHERE p.title <> ''");
    db.guard_with(std::make_shared<const store::ReadyLens>(std::move(lens)));
    EXPECT_EQ(ask(), 2) << "something is hidden from this one";
    db.finish();
    EXPECT_EQ(ask(), 1);
}

} // namespace
} // namespace openmasa::plan
