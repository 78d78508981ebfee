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
    facts.newest_entry = facts.newest_backup = facts.newest_checkpoint = facts.now;
    facts.files_folder = "/var/lib/openmasa/files";
    facts.files = 2;
    facts.room_for_files = 5000 * megabyte;
    facts.mail_host = "mail.example.org";
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

TEST(Doctor, Says_when_no_pdf_can_be_made_and_that_pages_print) {
    auto facts = all_well();
    facts.why_no_pdf = "No PDF can be made on this server: Chromium is not installed.";
    EXPECT_EQ(the_one(facts).grade, Grade::look);
    EXPECT_THAT(the_one(facts).words, AllOf(HasSubstr("Chromium"), HasSubstr("print")));
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

TEST(Doctor, Misses_the_folder_of_files_only_where_the_records_name_one_in_it) {
    auto facts = all_well();
    facts.has_files_folder = false;
    EXPECT_EQ(the_one(facts).grade, Grade::trouble);
    EXPECT_THAT(the_one(facts).words,
                AllOf(HasSubstr("/var/lib/openmasa/files"), HasSubstr("2 files")));
    facts.files = 0;
    EXPECT_EQ(worst(examine(facts)), Grade::well);
}

TEST(Doctor,
     Warns_of_the_disk_of_the_files_before_it_is_full_also_where_a_server_holds_the_records) {
    auto facts = all_well();
    facts.file.clear();
    facts.room_for_files = 199 * megabyte;
    EXPECT_EQ(the_one(facts).grade, Grade::trouble);
    facts.room_for_files = 200 * megabyte;
    EXPECT_EQ(worst(examine(facts)), Grade::well);
}

TEST(Doctor, Says_that_work_is_stuck_before_it_says_that_some_failed) {
    auto facts = all_well();
    facts.failed_work = 1;
    EXPECT_EQ(the_one(facts).grade, Grade::look);
    EXPECT_THAT(the_one(facts).words, HasSubstr("1 piece of work failed"));
    facts.undone_work = 2;
    EXPECT_EQ(the_one(facts).grade, Grade::trouble);
    EXPECT_THAT(the_one(facts).words, HasSubstr("2 pieces of work are due"));
}

TEST(Doctor, Speaks_of_mails_that_were_given_up_and_of_a_server_that_is_away_for_an_hour) {
    auto facts = all_well();
    facts.dead_mails = 1;
    EXPECT_EQ(the_one(facts).grade, Grade::look);
    facts.mail_failing_since = facts.now - std::chrono::minutes(59);
    EXPECT_EQ(the_one(facts).grade, Grade::look);
    facts.mail_failing_since = facts.now - std::chrono::minutes(61);
    EXPECT_EQ(the_one(facts).grade, Grade::trouble);
    EXPECT_THAT(the_one(facts).words, HasSubstr("mail.example.org"));
    facts.mail_host.clear();
    EXPECT_EQ(worst(examine(facts)), Grade::well) << "none is set: mails wait, as they should";
}

TEST(Doctor, Asks_for_checkpoints_as_long_as_something_is_written) {
    auto facts = all_well();
    facts.newest_checkpoint = facts.now - std::chrono::hours(49);
    EXPECT_EQ(the_one(facts).grade, Grade::look);
    facts.newest_checkpoint.reset();
    EXPECT_EQ(the_one(facts).grade, Grade::look);
    EXPECT_THAT(the_one(facts).words, HasSubstr("never signed"));
    facts.newest_entry.reset();
    EXPECT_EQ(worst(examine(facts)), Grade::well);
}

TEST(Doctor, Says_when_another_key_signs) {
    auto facts = all_well();
    facts.signed_elsewhere = true;
    EXPECT_EQ(the_one(facts).grade, Grade::look);
    EXPECT_THAT(the_one(facts).words, HasSubstr("OPENMASA_DATA"));
}

} // namespace
} // namespace openmasa::health
