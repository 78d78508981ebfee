// A backup of the whole program's records: what is restored is what was there, row by row.
#include "core/audit/audit.hpp"
#include "core/backup/copy.hpp"
#include "core/files/attachment.hpp"
#include "plan/imports/uploads.hpp"
#include "plan/verify.hpp"
#include "program.hpp"
#include "store/fault.hpp"
#include "store/tables.hpp"
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>

namespace openmasa {
namespace {

constexpr backup::KeyCost cheap{1, 8u << 20};
constexpr std::string_view passphrase = "correct horse battery";

/// Every row of every table as one text, to be compared.
std::map<std::string, std::vector<store::Row>> everything(store::Db& db) {
    db.finish();
    std::map<std::string, std::vector<store::Row>> all;
    store::Tables tables(db);
    for (const auto& table : tables.list())
        if (table.name != "migration")
            tables.each(table, [&](const store::Row& row) { all[table.name].push_back(row); });
    return all;
}

class Backups : public testing::Test {
protected:
    Backups() : path(std::filesystem::temp_directory_path() / ("openmasa-backup-" + unique())) {
        program.test.in_one_transaction([&] {
            imports::Upload upload;
            upload.id = program.test.unit.new_id<plan::ImportId>();
            upload.file_name = "plan.docx";
            upload.document = std::string("PK\x03\x04\0\xff bytes", 12);
            imports::add_upload(program.test.db, program.test.unit, upload);
        });
    }
    ~Backups() override {
        std::filesystem::remove(path);
        std::filesystem::remove_all(path + "-files");
        std::filesystem::remove_all(path + "-files-again");
    }

    std::string unique() { return program.test.unit.new_id<plan::ImportId>().str(); }
    store::Db& db() { return program.test.db; }
    backup::Holds write() {
        db().finish();
        return backup::write(db(), files, path, passphrase, program.test.now, cheap);
    }
    Result<backup::Holds> restore() {
        return backup::restore(path, passphrase, again, files_again, program.test.now);
    }
    /// Keeps it as evidence would be kept; gives its digest.
    std::string attach(const std::string& name, const std::string& content) {
        const auto digest = files.put(content);
        program.test.in_one_transaction([&] {
            const auto id = program.test.unit.new_id<files::FileId>();
            files::attach(db(), program.test.unit, {.kind = "action", .id = "any"},
                          {.id = id,
                           .digest = digest,
                           .size = static_cast<std::int64_t>(content.size()),
                           .type = "text/plain",
                           .name = name,
                           .made_at = program.test.now,
                           .scanned = "not scanned"});
        });
        return digest;
    }

    Program program;
    std::string path;
    files::Storage files{path + "-files"}, files_again{path + "-files-again"};
    store::TestDatabase other;
    store::Db again{other.database()};
};

TEST_F(Backups, What_is_restored_is_what_was_there) {
    const auto holds = write();
    const auto before = everything(db());
    const auto restored = restore();
    ASSERT_TRUE(restored);
    EXPECT_EQ(restored->rows, holds.rows);
    EXPECT_EQ(restored->made_at, program.test.now);
    EXPECT_GT(holds.all(), 50);
    const auto after = everything(again);
    for (const auto& [table, rows] : before) EXPECT_TRUE(after.at(table) == rows) << table;
    EXPECT_EQ(after.size(), before.size());
}

TEST_F(Backups, What_is_restored_is_sound) {
    write();
    ASSERT_TRUE(restore());
    auto verdict = audit::verify(again);
    plan::verify(again, verdict);
    EXPECT_EQ(verdict.faults, std::vector<std::string>{});
    EXPECT_GT(verdict.entries, 0);
}

TEST_F(Backups, A_database_that_holds_anything_is_left_alone) {
    write();
    ASSERT_TRUE(restore());
    const auto before = everything(again);
    const auto refused = restore();
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.refusal().problems[0].words.find("new one"), std::string::npos);
    EXPECT_TRUE(everything(again) == before);
}

TEST_F(Backups, Files_that_rows_name_come_along_and_what_nothing_names_does_not) {
    const std::string large(300'000, 'x');
    const auto digest = attach("minutes.txt", "what was said");
    EXPECT_EQ(attach("the same again.txt", "what was said"), digest);
    const auto long_one = attach("long.txt", large), empty = attach("empty.txt", "");
    const auto unnamed = files.put("nobody's");
    const auto holds = write();
    EXPECT_EQ(holds.files, 3);
    EXPECT_EQ(holds.file_bytes, 300'013);
    EXPECT_TRUE(holds.missing.empty());
    ASSERT_TRUE(restore());
    EXPECT_EQ(files_again.get(digest), "what was said");
    EXPECT_EQ(files_again.get(long_one), large);
    EXPECT_EQ(files_again.get(empty), "");
    EXPECT_FALSE(files_again.has(unnamed));
    std::vector<std::string> faults;
    EXPECT_EQ(files::verify(again, files_again, faults), 4);
    EXPECT_EQ(faults, std::vector<std::string>{});
}

TEST_F(Backups, A_file_that_is_missing_or_was_changed_is_said_and_the_rest_is_kept) {
    const auto lost = attach("lost.txt", "lost"), changed = attach("changed.txt", "as it was"),
               sound = attach("sound.txt", "sound");
    files.remove(lost);
    std::ofstream(files.folder() / changed.substr(0, 2) / changed.substr(2)) << "not as it was";
    auto missing = std::vector{lost, changed};
    std::ranges::sort(missing);
    EXPECT_EQ(write().missing, missing);
    const auto restored = restore();
    ASSERT_TRUE(restored);
    EXPECT_EQ(restored->missing, missing);
    EXPECT_EQ(files_again.get(sound), "sound");
    EXPECT_FALSE(files_again.has(changed));
}

TEST_F(Backups, A_restore_that_was_cut_off_is_begun_again) {
    attach("minutes.txt", "what was said");
    write();
    std::ofstream(files_again.folder()) << "where the folder should be";
    EXPECT_THROW((void)restore(), store::Fault); // the tables are there by now, and no row
    std::filesystem::remove(files_again.folder());
    ASSERT_TRUE(restore());
    EXPECT_TRUE(everything(again) == everything(db()));
}

TEST_F(Backups, Another_passphrase_opens_nothing) {
    write();
    EXPECT_FALSE(backup::check(path, "another horse battery"));
    EXPECT_FALSE(
        backup::restore(path, "another horse battery", again, files_again, program.test.now));
    EXPECT_TRUE(store::Tables(again).list().empty() ||
                store::Tables(again).list().front().columns.empty());
}

TEST_F(Backups, One_cut_short_gives_nothing) {
    write();
    const auto size = std::filesystem::file_size(path);
    std::filesystem::resize_file(path, size - 40);
    bool is_restored = false;
    try {
        is_restored = static_cast<bool>(restore());
    } catch (const std::runtime_error&) {
        is_restored = false;
    }
    EXPECT_FALSE(is_restored);
    for (const auto& [table, rows] : everything(again)) EXPECT_TRUE(rows.empty()) << table;
}

TEST_F(Backups, The_doctor_hears_of_it) {
    EXPECT_FALSE(backup::newest(db()));
    program.test.in_one_transaction([&] { backup::note(db(), program.test.unit); });
    EXPECT_EQ(backup::newest(db()), program.test.now);
}

} // namespace
} // namespace openmasa
