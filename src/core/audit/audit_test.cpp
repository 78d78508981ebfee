#include "core/access/secret.hpp"
#include "core/audit/audit.hpp"
#include "store/test_database.hpp"
#include <gtest/gtest.h>

namespace openmasa::audit {
namespace {

using store::None;
using store::Query;

class Audit : public testing::Test {
protected:
    Audit()
        : db((test.migrate(), test.database())),
          scope(command_line_scope(store::TestDatabase::noon(), system_randomness())) {}

    void change(std::string_view id, std::int64_t version, const std::string& words) {
        const auto done = db.atomically([&]() -> Result<Done> {
            record(db, scope,
                   {.verb = "thing.changed",
                    .kind = "thing",
                    .id = id,
                    .version = version,
                    .content = {{"Words", words}, {"Quote", "\"<&>\""}}});
            return Done{};
        });
        ASSERT_TRUE(done);
    }
    /// Somebody with the file and another program: no trigger, no rule stands in their way.
    void tamper(const std::string& sql) {
        const auto done = db.atomically([&]() -> Result<Done> {
            db.execute(db.engine() == store::Engine::sqlite
                           ? "DROP TRIGGER IF EXISTS audit_entry_stays; "
                             "DROP TRIGGER IF EXISTS audit_entry_is_kept"
                           : "ALTER TABLE audit_entry DISABLE TRIGGER USER");
            db.execute(sql);
            return Done{};
        });
        ASSERT_TRUE(done);
    }
    std::vector<std::string> faults() { return db.finish(), verify(db).faults; }

    store::TestDatabase test;
    store::Db db;
    Scope scope;
};

TEST_F(Audit, What_was_written_is_sound) {
    change("a", 1, "first");
    change("a", 2, "second");
    change("b", 1, "other");
    const auto verdict = verify(db);
    EXPECT_EQ(verdict.entries, 3);
    EXPECT_EQ(verdict.versions, 3);
    EXPECT_TRUE(verdict.faults.empty());
}

TEST_F(Audit, Versions_come_newest_first_with_their_content) {
    change("a", 1, "first");
    change("a", 2, "second \xE2\x80\x93 with a dash");
    const auto all = versions(db, "thing", "a", 10);
    ASSERT_EQ(all.size(), 2u);
    EXPECT_EQ(all[0].version, 2);
    EXPECT_EQ(all[0].who, "Command line");
    EXPECT_EQ(all[0].content,
              (Content{{"Words", "second \xE2\x80\x93 with a dash"}, {"Quote", "\"<&>\""}}));
    EXPECT_EQ(all[1].content.front().second, "first");
}

TEST_F(Audit, The_log_cannot_be_changed_or_cut_through_the_program) {
    change("a", 1, "first");
    const auto execute = [&](const char* sql) {
        (void)db.atomically([&]() -> Result<Done> {
            db.execute(sql);
            return Done{};
        });
    };
    EXPECT_THROW(execute("UPDATE audit_entry SET verb = 'x'"), store::Fault);
    EXPECT_THROW(execute("DELETE FROM audit_entry"), store::Fault);
}

TEST_F(Audit, A_refused_change_leaves_no_entry) {
    const auto refused = db.atomically([&]() -> Result<Done> {
        record(db, scope,
               {.verb = "thing.changed", .kind = "thing", .id = "a", .version = 1, .content = {}});
        return not_found();
    });
    EXPECT_FALSE(refused);
    EXPECT_EQ(verify(db).entries, 0);
}

TEST_F(Audit, An_edited_entry_is_found_and_placed) {
    for (int version = 1; version <= 5; ++version) change("a", version, "words");
    tamper("UPDATE audit_entry SET person_id = NULL, verb = 'thing.read' WHERE sequence = 3");
    db.finish();
    const auto placed = verify(db).placed;
    ASSERT_EQ(placed.size(), 1u);
    EXPECT_EQ(placed[0].first, 2);
    EXPECT_EQ(placed[0].last, 3);
    EXPECT_EQ(faults()[0], placed[0].words);
}

TEST_F(Audit, An_edited_version_is_found) {
    change("a", 1, "first");
    tamper("UPDATE history SET content = replace(content, 'first', 'never')");
    EXPECT_EQ(faults().size(), 1u);
}

TEST_F(Audit, A_version_that_names_another_person_or_moment_is_found) {
    change("a", 1, "first");
    tamper("INSERT INTO person (id, known_as, created_at) VALUES ('p', 'Somebody else', 'x'); "
           "UPDATE history SET person_id = 'p'");
    ASSERT_EQ(faults().size(), 1u);
    EXPECT_NE(faults()[0].find("Thing first: version 1 in its history does not say who made it"),
              std::string::npos);
    tamper("UPDATE history SET person_id = NULL, recorded_at = '2025-01-01T09:00:00.000Z'");
    ASSERT_EQ(faults().size(), 1u);
    EXPECT_NE(faults()[0].find("does not say when it was made"), std::string::npos);
}

TEST_F(Audit, A_version_whose_values_are_no_text_is_a_fault_of_the_file) {
    EXPECT_THROW(history::content_from_json(R"({"Words":1})"), store::Fault);
    EXPECT_THROW(history::content_from_json("{"), store::Fault);
}

TEST_F(Audit, A_cut_entry_a_lost_version_and_an_added_version_are_found) {
    for (int version = 1; version <= 4; ++version) change("a", version, "words");
    tamper("DELETE FROM audit_entry WHERE sequence = 2");
    EXPECT_GE(faults().size(), 2u); // the gap, and the version without its entry
    tamper("DELETE FROM history WHERE version = 3");
    EXPECT_GE(faults().size(), 3u);
    tamper("INSERT INTO history (kind, record_id, version, recorded_at, salt, content) "
           "VALUES ('thing', 'a', 9, 'x', 'x', '{}')");
    EXPECT_GE(faults().size(), 4u);
}

TEST_F(Audit, Two_entries_that_changed_places_are_found) {
    for (int version = 1; version <= 3; ++version) change("a", version, "words");
    tamper(
        "UPDATE audit_entry SET sequence = 99 WHERE sequence = 1; UPDATE audit_entry SET sequence = 1 WHERE sequence = 2; "
        "UPDATE audit_entry SET sequence = 2 WHERE sequence = 99");
    EXPECT_FALSE(faults().empty());
}

TEST_F(Audit, The_log_holds_no_content) {
    change("a", 1, "canary-word");
    struct Text {
        std::string all;
    };
    constexpr Query<Text()> read_all{
        "test.audit_text",
        "SELECT verb || kind || record_id || from_where || commitment || seal FROM audit_entry"};
    for (const auto& row : db.all(read_all)) EXPECT_EQ(row.all.find("canary"), std::string::npos);
}

} // namespace
} // namespace openmasa::audit
