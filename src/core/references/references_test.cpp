#include "core/access/secret.hpp"
#include "core/references/references.hpp"
#include "store/test_database.hpp"
#include <gtest/gtest.h>
#include <set>
#include <thread>

namespace openmasa::references {
namespace {

class References : public testing::Test {
protected:
    void SetUp() override { file_.migrate(); }
    static Scope unit(Moment now = store::TestDatabase::noon()) {
        return command_line_scope(now, system_randomness());
    }
    Result<std::string> give_to(store::Db& db, std::string_view id, const Scope& scope = unit()) {
        return db.atomically([&]() -> Result<std::string> { return give(db, scope, action, id); });
    }
    store::TestDatabase file_;
    store::Db db_{file_.database()};
};

TEST_F(References, Count_from_one_in_each_year_and_stay_with_their_record) {
    EXPECT_EQ(*give_to(db_, "one"), "A-2026-001");
    EXPECT_EQ(*give_to(db_, "two"), "A-2026-002");
    EXPECT_EQ(*give_to(db_, "one"), "A-2026-001");
    // London is in the new year an hour before UTC is in no year; in winter both change together.
    const auto next = unit(*moment_from_iso("2027-01-01T00:00:00.000Z"));
    EXPECT_EQ(*give_to(db_, "three", next), "A-2027-001");
    EXPECT_EQ(of(db_, "action", "two"), "A-2026-002");
    EXPECT_EQ(of(db_, "action", "nobody"), "");
}

TEST_F(References, Are_found_as_people_type_them) {
    ASSERT_TRUE(give_to(db_, "one"));
    for (const auto* words : {"A-2026-001", "a 2026 1", "A2026/01", " a-2026-0001 "}) {
        const auto found = find(db_, words);
        ASSERT_TRUE(found) << words;
        EXPECT_EQ(found->id, "one");
    }
    for (const auto* words : {"", "A", "A-2026", "A-2026-", "A-2026-002", "2026-001", "A-26-1",
                              "A-2026-1x", "A-2026-0"})
        EXPECT_FALSE(find(db_, words)) << words;
}

TEST(ReferenceLetters, Are_told_apart_by_ear_and_by_eye) {
    EXPECT_TRUE(are_told_apart(all_kinds));
    constexpr Kind rhyming[] = {action, {"K", "kit"}};
    constexpr Kind like_a_digit[] = {{"O", "office"}};
    EXPECT_FALSE(are_told_apart(rhyming));
    EXPECT_FALSE(are_told_apart(like_a_digit));
}

TEST_F(References, Count_by_themselves_for_each_kind) {
    ASSERT_TRUE(give_to(db_, "one"));
    const auto second = db_.atomically(
        [&]() -> Result<std::string> { return give(db_, unit(), agency, "police"); });
    EXPECT_EQ(*second, "M-2026-001");
    EXPECT_EQ(of_all(db_, "agency").at("police"), "M-2026-001");
    EXPECT_EQ(of_all(db_, "agency").size(), 1u);
}

TEST_F(References, That_were_refused_leave_no_gap) {
    ASSERT_TRUE(give_to(db_, "one"));
    const auto refused = db_.atomically([&]() -> Result<Done> {
        give(db_, unit(), action, "never");
        return not_found();
    });
    EXPECT_FALSE(refused);
    EXPECT_EQ(*give_to(db_, "two"), "A-2026-002");
}

TEST_F(References, Of_many_at_once_are_each_given_once_and_without_gaps) {
    constexpr int people = 8, each = 25;
    std::vector<std::thread> threads;
    for (int person = 0; person < people; ++person)
        threads.emplace_back([&, person] {
            store::Db db(file_.database());
            for (int at = 0; at < each; ++at)
                EXPECT_TRUE(give_to(db, std::to_string(person) + "/" + std::to_string(at)));
        });
    for (auto& thread : threads) thread.join();
    db_.finish();
    std::set<std::string> given;
    for (int number = 1; number <= people * each; ++number) {
        const auto found = find(db_, written("A", 2026, number));
        ASSERT_TRUE(found) << number;
        given.insert(found->id);
    }
    EXPECT_EQ(given.size(), std::size_t{people * each});
    EXPECT_FALSE(find(db_, written("A", 2026, people * each + 1)));
}

} // namespace
} // namespace openmasa::references
