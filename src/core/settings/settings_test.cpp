#include "core/access/secret.hpp"
#include "core/audit/audit.hpp"
#include "core/settings/colours.hpp"
#include "core/settings/settings.hpp"
#include "store/test_database.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace openmasa {
namespace {

using testing::HasSubstr;

class SettingsTest : public testing::Test {
protected:
    void SetUp() override { file_.migrate(); }
    static Scope unit() {
        return command_line_scope(store::TestDatabase::noon(), system_randomness());
    }
    Result<Done> change(const Settings& settings, const Scope& scope = unit()) {
        auto changed = db_.atomically([&] { return change_settings(db_, scope, settings); });
        db_.finish();
        return changed;
    }
    store::TestDatabase file_;
    store::Db db_{file_.database()};
};

Settings norfolk() {
    Settings settings;
    settings.partnership = "Norfolk <b>& Partnership";
    settings.contacts = {.front_door = "Advice and Duty Service",
                         .phone = "0344 800 8021",
                         .web = "https://example.org/worried",
                         .email = "unit@example.org"};
    settings.hours = {
        .days = {true, true, false, true, true, false, true}, .opens = "8.30am", .closes = "16:45"};
    settings.colour = "#14452f";
    return settings;
}

TEST_F(SettingsTest, Come_back_as_they_were_saved_and_in_every_worker_at_once) {
    store::Db other(file_.database());
    EXPECT_EQ(current_settings(other)->partnership, "Safeguarding Children Partnership");
    other.finish();
    ASSERT_TRUE(change(norfolk()));
    const auto now = current_settings(other);
    EXPECT_EQ(now->partnership, norfolk().partnership);
    EXPECT_EQ(now->contacts, norfolk().contacts);
    EXPECT_EQ(now->hours, norfolk().hours);
    EXPECT_EQ(now->colour, "#14452f");
    EXPECT_EQ(now->version, 1);
    EXPECT_TRUE(audit::verify(db_).faults.empty());
    ASSERT_EQ(history::versions(db_, "settings", "settings", 5).size(), 1u);
}

TEST_F(SettingsTest, Somebody_who_was_second_is_told_and_nothing_is_lost) {
    ASSERT_TRUE(change(norfolk()));
    const auto second = change(norfolk());
    ASSERT_FALSE(second);
    EXPECT_EQ(second.refusal().kind, Refusal::Kind::conflict);
    auto again = norfolk();
    again.version = 1;
    EXPECT_TRUE(change(again));
}

TEST_F(SettingsTest, Are_closed_to_who_may_not_edit_them) {
    auto nobody = unit();
    nobody.holdings.clear();
    const auto refused = change(norfolk(), nobody);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.refusal().kind, Refusal::Kind::not_found);
    EXPECT_EQ(audit::verify(db_).entries, 0);
}

TEST_F(SettingsTest, Name_everything_that_is_wrong_at_once) {
    Settings settings;
    settings.partnership = "";
    settings.contacts.email = "nobody";
    settings.contacts.web = "example.org";
    settings.mail_from = "Us <us@example.org>";
    settings.colour = "#ffff00";
    settings.hours.days.fill(false);
    settings.hours.closes = "8am";
    std::vector<std::string> fields;
    for (const auto& problem : problems_with(settings)) fields.push_back(problem.field);
    EXPECT_THAT(fields, testing::ElementsAre("partnership", "web", "email", "mail_from",
                                             "own_colour", "days", "closes"));
    EXPECT_FALSE(change(settings));
    EXPECT_EQ(audit::verify(db_).entries, 0);
}

TEST(OfficeHoursTest, Are_said_in_runs_of_days) {
    OfficeHours hours;
    EXPECT_EQ(spoken(hours), "Monday to Friday, 9am to 5pm");
    EXPECT_EQ(spoken(norfolk().hours),
              "Monday, Tuesday, Thursday, Friday, Sunday, 8.30am to 16:45");
}

TEST(Colours, Have_the_contrast_that_the_guidelines_work_out) {
    using colours::contrast, colours::read;
    EXPECT_NEAR(contrast(*read("#000000"), *read("#ffffff")), 21.0, 0.001);
    EXPECT_NEAR(contrast(*read("#767676"), *read("#ffffff")), 4.54, 0.01);
    EXPECT_NEAR(contrast(*read("#ff0000"), *read("#ffffff")), 4.0, 0.01);
    EXPECT_NEAR(contrast(*read("#ffffff"), *read("#ffffff")), 1.0, 0.001);
}

TEST(Colours, That_can_be_chosen_all_let_words_be_read) {
    for (const auto& one : colours::palette())
        EXPECT_EQ(colours::why_not(one.colour), "") << one.name;
    EXPECT_THAT(colours::why_not("#777777"), HasSubstr("contrast of 4.5; they need 4.5"));
    EXPECT_THAT(colours::why_not("#ffff00"), HasSubstr("Choose a darker colour"));
    for (const auto* other : {"", "red", "#12345", "#12345g", "#1234567", "123456"})
        EXPECT_THAT(colours::why_not(other), HasSubstr("six digits")) << other;
}

TEST(Colours, Stand_in_a_stylesheet_only_as_colours) {
    EXPECT_EQ(colours::stylesheet("#14452f"),
              ":root { --om-harbour: #14452f; --om-harbour-deep: #0d2c1e; }\n");
    EXPECT_EQ(colours::stylesheet("red; } body { display: none"), "");
}

} // namespace
} // namespace openmasa
