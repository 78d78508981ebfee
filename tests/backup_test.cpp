// A backup of the whole program's records: what is restored is what was there, row by row.
#include "core/audit/audit.hpp"
#include "core/backup/copy.hpp"
#include "plan/imports/uploads.hpp"
#include "plan/verify.hpp"
#include "program.hpp"
#include "store/tables.hpp"
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
    ~Backups() override { std::filesystem::remove(path); }

    std::string unique() { return program.test.unit.new_id<plan::ImportId>().str(); }
    store::Db& db() { return program.test.db; }
    backup::Holds write() {
        db().finish();
        return backup::write(db(), path, passphrase, program.test.now, cheap);
    }
    Result<backup::Holds> restore() {
        return backup::restore(path, passphrase, again, program.test.now);
    }

    Program program;
    std::string path;
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

TEST_F(Backups, Another_passphrase_opens_nothing) {
    write();
    EXPECT_FALSE(backup::check(path, "another horse battery"));
    EXPECT_FALSE(backup::restore(path, "another horse battery", again, program.test.now));
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
