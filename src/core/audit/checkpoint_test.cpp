#include "core/access/secret.hpp"
#include "core/audit/audit.hpp"
#include "core/audit/checkpoint.hpp"
#include "core/audit/daily_checkpoints.hpp"
#include "store/test_database.hpp"
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>

namespace openmasa::audit {
namespace {

class Checkpoints : public testing::Test {
protected:
    Checkpoints()
        : db((test.migrate(), test.database())),
          scope(command_line_scope(store::TestDatabase::noon(), system_randomness())),
          key_path(signing_key_path("sqlite:" + test.file())),
          key(SigningKey::at(key_path, *scope.randomness)) {}

    template<class Work> void in_one_transaction(Work work) {
        ASSERT_TRUE(db.atomically([&]() -> Result<Done> {
            work();
            return Done{};
        }));
        db.finish();
    }
    void act(int times = 1) {
        in_one_transaction([&] {
            for (int at = 0; at < times; ++at)
                record(db, scope,
                       {.verb = "thing.read", .kind = "thing", .id = "a", .content = {}});
        });
    }
    /// Somebody with the file and another program.
    void tamper(const std::string& sql) {
        in_one_transaction([&] {
            db.execute(db.engine() == store::Engine::sqlite
                           ? "DROP TRIGGER IF EXISTS audit_entry_stays; "
                             "DROP TRIGGER IF EXISTS audit_entry_is_kept"
                           : "ALTER TABLE audit_entry DISABLE TRIGGER USER");
            db.execute(sql);
        });
    }
    Checkpoint signed_now() {
        const auto made = make_checkpoint(db, key, scope.now);
        db.finish();
        EXPECT_TRUE(made && *made);
        return made && *made ? **made : Checkpoint{};
    }
    std::string refusal() {
        const auto made = make_checkpoint(db, key, scope.now);
        db.finish();
        return made ? "" : made.refusal().problems.front().words;
    }

    store::TestDatabase test;
    store::Db db;
    Scope scope;
    std::string key_path;
    SigningKey key;
};

TEST_F(Checkpoints, The_key_stands_beside_the_database_for_its_own_user_alone) {
    using std::filesystem::perms;
    EXPECT_EQ(std::filesystem::path(key_path).parent_path(),
              std::filesystem::path(test.file()).parent_path());
    EXPECT_EQ(std::filesystem::status(key_path).permissions(),
              perms::owner_read | perms::owner_write);
    EXPECT_EQ(SigningKey::at(key_path, *scope.randomness).public_key(), key.public_key());
    EXPECT_EQ(public_key_at(key_path), key.public_key());
    EXPECT_EQ(public_key_at(key_path + ".none"), std::nullopt);
}

TEST_F(Checkpoints, A_file_that_holds_no_key_is_never_taken_for_one) {
    std::ofstream(key_path) << "something else";
    EXPECT_THROW((void)SigningKey::at(key_path, *scope.randomness), std::runtime_error);
}

TEST_F(Checkpoints, Making_the_key_is_an_audit_entry) {
    std::filesystem::remove(key_path);
    const auto made = open_signing_key(db, scope, key_path);
    EXPECT_EQ(verify(db).entries, 1);
    db.finish();
    EXPECT_EQ(open_signing_key(db, scope, key_path).public_key(), made.public_key());
    EXPECT_EQ(verify(db).entries, 1);
}

TEST_F(Checkpoints, Signs_the_newest_entry_once) {
    EXPECT_FALSE(*make_checkpoint(db, key, scope.now)); // nothing to sign
    db.finish();
    act(3);
    const auto made = signed_now();
    EXPECT_EQ(made.sequence, 3);
    EXPECT_EQ(made.entries, 3);
    EXPECT_FALSE(*make_checkpoint(db, key, scope.now));
    EXPECT_EQ(newest_checkpoint(db)->signature, made.signature);
    EXPECT_EQ(find_checkpoint(db, 3)->seal, made.seal);
    EXPECT_EQ(list_checkpoints(db, 9).size(), 1u);
    EXPECT_FALSE(find_checkpoint(db, 2));
}

TEST_F(Checkpoints, Their_text_reads_back_also_after_a_mail_program) {
    act();
    const auto made = signed_now();
    auto text = checkpoint_text(made);
    EXPECT_NE(text.find("to say aloud, seal: "), std::string::npos);
    std::string mailed = "> kept by the three partners\r\n";
    for (const char c : text) mailed += c == '\n' ? "  \r\n" : std::string(1, c);
    const auto read = read_checkpoint(mailed);
    ASSERT_TRUE(read);
    EXPECT_EQ(checkpoint_text(*read), text);
}

TEST_F(Checkpoints, A_changed_word_in_the_text_is_refused) {
    act();
    auto text = checkpoint_text(signed_now());
    EXPECT_TRUE(read_checkpoint(text));
    const auto edited = [&](std::string_view was, std::string_view now) {
        auto copy = text;
        return copy.replace(copy.find(was), was.size(), now);
    };
    EXPECT_FALSE(read_checkpoint(edited("entry: 1", "entry: 2")));
    EXPECT_FALSE(read_checkpoint(edited("entries: 1", "entries: 2")));
    EXPECT_FALSE(read_checkpoint(edited("made: 2026", "made: 2027")));
    EXPECT_FALSE(read_checkpoint(edited("signature: ", "signature: 0")));
    EXPECT_FALSE(read_checkpoint(text.substr(0, text.size() / 2)));
    EXPECT_FALSE(read_checkpoint(""));
}

TEST_F(Checkpoints, Code_words_say_eight_digits) {
    EXPECT_EQ(in_code_words("0123456789abcdef"),
              "apple bridge candle dragon eagle forest garden harbour");
    EXPECT_EQ(in_code_words("89abcdef"),
              "island jacket kettle ladder marble needle orchard pepper");
    EXPECT_EQ(in_groups("0123456789"), "0123 4567 89");
}

TEST_F(Checkpoints, What_does_not_follow_is_not_signed) {
    act(2);
    signed_now();
    act(2);
    tamper("UPDATE audit_entry SET verb = 'thing.never' WHERE sequence = 4");
    EXPECT_NE(refusal().find("Not signed. Audit entr"), std::string::npos);
    tamper("DELETE FROM audit_entry WHERE sequence > 1");
    EXPECT_NE(refusal().find("The log ends before audit entry 2"), std::string::npos);
}

TEST_F(Checkpoints, Those_in_the_database_count_when_their_key_is_known_and_they_fit) {
    act(2);
    signed_now();
    std::vector<std::string> faults;
    EXPECT_EQ(marks_kept_here(db, {key.public_key()}, faults).size(), 1u);
    EXPECT_EQ(marks_kept_here(db, {}, faults).size(), 1u);
    EXPECT_TRUE(faults.empty());
    EXPECT_TRUE(marks_kept_here(db, {std::string(64, '0')}, faults).empty());
    ASSERT_EQ(faults.size(), 1u);
    EXPECT_NE(faults[0].find("another key"), std::string::npos);
    tamper("UPDATE checkpoint SET entries = 9");
    EXPECT_TRUE(marks_kept_here(db, {}, faults).empty());
    EXPECT_NE(faults[1].find("was changed after it was signed"), std::string::npos);
}

TEST_F(Checkpoints, Are_made_at_the_start_and_at_the_end_of_serving) {
    act();
    std::vector<std::string> told;
    const DailyCheckpoints::Options options{
        .clock = [this] { return scope.now; },
        .on_refusal = [&](const std::string& why) { told.push_back(why); }};
    {
        const DailyCheckpoints daily(test.database(), key, options);
        for (int at = 0; at < 500 && !newest_checkpoint(db); ++at) {
            db.finish();
            std::this_thread::sleep_for(std::chrono::milliseconds{10});
        }
        EXPECT_TRUE(find_checkpoint(db, 1));
        act();
    }
    EXPECT_TRUE(find_checkpoint(db, 2));
    EXPECT_TRUE(told.empty());
}

TEST_F(Checkpoints, A_day_that_begins_while_serving_is_signed_and_a_broken_log_is_told) {
    act();
    signed_now();
    std::atomic<int> days = 0;
    std::atomic<bool> told = false;
    const DailyCheckpoints::Options options{
        .clock = [&] { return scope.now + std::chrono::hours{24} * days.load(); },
        .on_refusal = [&](const std::string&) { told = true; },
        .every = std::chrono::milliseconds{5}};
    const auto wait_for = [](auto what) {
        for (int at = 0; at < 1000 && !what(); ++at)
            std::this_thread::sleep_for(std::chrono::milliseconds{5});
        return what();
    };
    const DailyCheckpoints daily(test.database(), key, options);
    act();
    days = 1;
    EXPECT_TRUE(wait_for([&] {
        db.finish();
        return find_checkpoint(db, 2).has_value();
    }));
    tamper("UPDATE checkpoint SET seal = 'x' WHERE sequence = 2");
    act();
    days = 2;
    EXPECT_TRUE(wait_for([&] { return told.load(); }));
}

} // namespace
} // namespace openmasa::audit
