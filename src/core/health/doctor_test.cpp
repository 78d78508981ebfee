#include "core/health/doctor.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace openmasa::health {
namespace {

using testing::AllOf;
using testing::Each;
using testing::Field;
using testing::HasSubstr;

constexpr std::uint64_t megabyte = 1 << 20;

Facts all_well() {
    Facts facts;
    facts.now = day(2026, 1, 22) + std::chrono::hours(12);
    facts.file = "openmasa.db";
    facts.records_bytes = 100 * megabyte;
    facts.log_bytes = 4 * megabyte;
    facts.free_bytes = 5000 * megabyte;
    facts.newest_entry = facts.newest_backup = facts.now;
    facts.accounts = 3;
    facts.keepers = 1;
    return facts;
}

/// The one finding that is not well.
Finding the_one(const Facts& facts) {
    Finding found;
    int count = 0;
    for (const auto& finding : examine(facts))
        if (finding.grade != Grade::well) found = finding, ++count;
    EXPECT_EQ(count, 1) << "each fact has its own finding";
    return found;
}

TEST(Doctor, Finds_nothing_where_all_is_well) {
    EXPECT_THAT(examine(all_well()), Each(Field(&Finding::grade, Grade::well)));
    EXPECT_EQ(worst(examine(all_well())), Grade::well);
}

TEST(Doctor, Says_what_is_damaged_and_where_to_go) {
    auto facts = all_well();
    facts.damage = {"page 7 is never used", "another"};
    EXPECT_EQ(the_one(facts).grade, Grade::trouble);
    EXPECT_THAT(the_one(facts).words, AllOf(HasSubstr("page 7"), HasSubstr("backup")));
}

TEST(Doctor, Warns_of_a_disk_before_it_is_full) {
    auto facts = all_well();
    facts.free_bytes = 199 * megabyte;
    EXPECT_EQ(the_one(facts).grade, Grade::trouble);
    facts.records_bytes = 2000 * megabyte;
    facts.free_bytes = 3999 * megabyte;
    EXPECT_EQ(the_one(facts).grade, Grade::look);
    facts.free_bytes = 4000 * megabyte;
    EXPECT_EQ(worst(examine(facts)), Grade::well);
}

TEST(Doctor, Sees_a_log_that_is_never_begun_anew) {
    auto facts = all_well();
    facts.log_bytes = 41 * megabyte;
    EXPECT_EQ(the_one(facts).grade, Grade::look);
}

TEST(Doctor, Sees_records_that_others_can_read_and_a_disk_of_another_machine) {
    auto facts = all_well();
    facts.open_to_others = true;
    EXPECT_THAT(the_one(facts).words, HasSubstr("chmod 600"));
    facts = all_well();
    facts.on_network = true;
    EXPECT_THAT(the_one(facts).words, HasSubstr("local disk"));
}

TEST(Doctor, Asks_for_a_backup_every_night) {
    auto facts = all_well();
    facts.newest_backup.reset();
    EXPECT_EQ(the_one(facts).grade, Grade::look);
    facts.newest_backup = facts.now - std::chrono::hours(36);
    EXPECT_EQ(worst(examine(facts)), Grade::well);
    facts.newest_backup = facts.now - std::chrono::hours(37);
    EXPECT_EQ(the_one(facts).grade, Grade::look);
    facts.newest_backup = facts.now - std::chrono::hours(24 * 8 + 1);
    EXPECT_EQ(the_one(facts).grade, Grade::trouble);
}

TEST(Doctor, Says_nothing_of_files_when_a_server_has_the_records) {
    auto facts = all_well();
    facts.file.clear();
    facts.free_bytes = 0;
    facts.open_to_others = true;
    EXPECT_EQ(worst(examine(facts)), Grade::well);
}

TEST(Doctor, Sees_a_clock_that_went_back) {
    auto facts = all_well();
    facts.newest_entry = facts.now + std::chrono::hours(1);
    EXPECT_THAT(the_one(facts).words, HasSubstr("22 January 2026, 1pm"));
}

TEST(Doctor, Sees_that_nobody_can_look_after_the_plan_and_that_it_is_only_the_example) {
    auto facts = all_well();
    facts.keepers = 0;
    EXPECT_EQ(the_one(facts).grade, Grade::trouble);
    facts = all_well();
    facts.is_example = true;
    EXPECT_EQ(the_one(facts).grade, Grade::look);
    EXPECT_EQ(worst(examine(facts)), Grade::look);
}

} // namespace
} // namespace openmasa::health
