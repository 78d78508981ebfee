// Agencies by their forms and by files of rows, on one database.
#include "core/access/secret.hpp"
#include "core/access/store.hpp"
#include "core/accounts/account_history.hpp"
#include "core/accounts/actions.hpp"
#include "core/exchange/sheet.hpp"
#include "core/registers/download.hpp"
#include "core/registers/import.hpp"
#include "core/registers/local.hpp"
#include "core/registers/rows.hpp"
#include "core/registers/rows_out.hpp"
#include "core/registers/uploads.hpp"
#include "kernel/test_repository.hpp"
#include "partnership/agencies/actions.hpp"
#include "partnership/agencies/register.hpp"
#include "partnership/agencies/rules.hpp"
#include "store/test_database.hpp"
#include <fmt/format.h>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>

namespace openmasa::agencies {
namespace {

using registers::Policy;

class Agencies : public testing::Test {
protected:
    Agencies() : db((database.migrate(), database.database())) {}

    Scope scope_with(Role role, Day today = day(2026, 1, 22)) {
        return {.person = {},
                .account = {},
                .known_as = "Somebody",
                .holdings = {{role, {}}},
                .from = "test",
                .now = store::TestDatabase::noon(),
                .today = today,
                .randomness = &system_randomness()};
    }
    template<class Work> auto saved(Work work) {
        auto result = db.atomically(work);
        db.finish();
        return result;
    }
    Result<registers::Preview> look(std::string_view file, Policy policy = Policy::stop) {
        const auto sheet = sheet::read_sheet(file);
        if (!sheet) return sheet.refusal();
        return registers::look(db, unit, *in_our_words, *sheet, policy);
    }
    registers::Preview seen(std::string_view file, Policy policy = Policy::stop) {
        auto preview = look(file, policy);
        EXPECT_TRUE(preview) << preview.refusal().problems.front().words;
        return std::move(*preview);
    }
    void import(std::string_view file, Policy policy = Policy::stop) {
        const auto preview = seen(file, policy);
        const auto done = saved([&] { return save(db, unit, preview, preview.state); });
        EXPECT_TRUE(done) << done.refusal().problems.front().words;
    }
    std::string exported(registers::Format format) {
        std::string text;
        registers::write_rows(format, registers::outgoing(agency_register),
                              registers::all_rows(db, unit, agency_register),
                              [&](std::string_view piece) { text += piece; });
        return text;
    }
    Agency one(std::string_view name) {
        for (auto& agency : list_agencies(db, unit))
            if (agency.name == name) return agency;
        ADD_FAILURE() << "no agency " << name;
        return {};
    }
    int entries() {
        static constexpr store::Query<int()> count{"test.count_entries",
                                                   "SELECT count(*) FROM audit_entry"};
        return db.one(count).value_or(0);
    }
    std::string problem(const registers::Preview& preview, std::size_t row) {
        const auto& problems = preview.rows.at(row).problems;
        return problems.empty() ? "" : problems.front().field + ": " + problems.front().words;
    }

    store::TestDatabase database;
    store::Db db;
    registers::LocalRegister in_our_words{agency_register, {}};
    Scope unit = scope_with(Role::business_unit);
};

TEST_F(Agencies, A_file_of_agencies_is_all_new_then_all_the_same) {
    const std::string file = "name,sector,role,section_11,funds\n"
                             "Norfolk Constabulary,Police,Statutory partner,yes,Y\n"
                             "IC24,Health,Relevant agency,TRUE,no\n";
    EXPECT_EQ(seen(file).count(registers::Fate::added), 2);
    EXPECT_TRUE(list_agencies(db, unit).empty());
    import(file);
    const auto police = one("Norfolk Constabulary");
    EXPECT_EQ(police.sector, "Police");
    EXPECT_TRUE(police.section_11 && police.funds);
    EXPECT_FALSE(one("IC24").funds);
    EXPECT_EQ(seen(file).count(registers::Fate::same), 2);
    EXPECT_FALSE(seen(file).may_be_saved());
}

TEST_F(Agencies, What_is_exported_is_all_the_same_in_every_format) {
    std::string file = "name,sector,role,contact,from,to\n";
    file += "\"'=HYPERLINK(1)\",\"'-Health\",\"a \"\"b\"\", c\",\"one\ntwo\n\nfour\",1066-10-14,\n";
    file += "\u05d0\u05d1\u05d2,Health,007," + std::string(900, 'x') + ",1899-12-31,2026-04-01\n";
    file += "_x0041_,<b>&,true,'tis,1900-02-28,9999-12-31\n";
    import(file);
    EXPECT_EQ(one("=HYPERLINK(1)").sector, "-Health");
    for (auto format : {registers::Format::csv, registers::Format::json, registers::Format::xlsx}) {
        const auto preview = seen(exported(format));
        EXPECT_EQ(preview.count(registers::Fate::same), 3) << to_text(format);
        EXPECT_EQ(preview.rows.size(), 3u) << to_text(format);
        EXPECT_TRUE(preview.gone.empty());
    }
}

TEST_F(Agencies, Every_problem_of_every_row_is_told_at_once) {
    import("name,sector\nNorfolk Constabulary,Police\n");
    const auto preview = seen("name,sector,from,to,funds\n"
                              "A,Health,31/02/2026,soon,perhaps\n"
                              "B,,2026-05-01,2026-04-01,\n"
                              ",Health,,,\n"
                              "norfolk constabulary,Police,,,\n"
                              "Norfolk Constabulary,Police,,,\n");
    EXPECT_EQ(preview.rows[0].problems.size(), 3u);
    EXPECT_EQ(problem(preview, 1), "Sector: Sector is empty.");
    EXPECT_EQ(problem(preview, 2), "Name: Name is empty.");
    EXPECT_NE(problem(preview, 4).find("Row 5 is the same agency"), std::string::npos)
        << problem(preview, 4);
    EXPECT_EQ(preview.count(registers::Fate::refused), 4);
    EXPECT_FALSE(preview.may_be_saved());
}

TEST_F(Agencies, The_policy_decides_what_becomes_of_refused_rows) {
    import("name,sector\nIC24,Health\n");
    const std::string file = "name,sector\nIC24,Care\nNew one,Health\nBroken,\n";
    const auto stopped = seen(file, Policy::stop);
    EXPECT_FALSE(saved([&] { return save(db, unit, stopped, stopped.state); }));
    EXPECT_EQ(one("IC24").sector, "Health");
    EXPECT_EQ(seen(file, Policy::update).count(registers::Fate::refused), 2);
    import(file, Policy::update);
    EXPECT_EQ(one("IC24").sector, "Care");
    EXPECT_EQ(list_agencies(db, unit).size(), 1u);
    import(file, Policy::skip);
    EXPECT_EQ(list_agencies(db, unit).size(), 2u);
}

TEST_F(Agencies, A_row_that_somebody_changed_after_the_export_is_refused_as_stale) {
    import("name,sector\nIC24,Health\n");
    auto file = exported(registers::Format::csv);
    auto changed = one("IC24");
    changed.contact = "Safeguarding lead";
    ASSERT_TRUE(saved([&] { return change(db, unit, changed); }));
    file.replace(file.find("Health"), 6, "Care");
    const auto preview = seen(file);
    EXPECT_EQ(preview.count(registers::Fate::refused), 1);
    EXPECT_NE(problem(preview, 0).find("version 2 now, not 1"), std::string::npos)
        << problem(preview, 0);
}

TEST_F(Agencies, What_changed_between_the_preview_and_its_saving_is_a_conflict) {
    const auto preview = seen("name,sector\nNew one,Health\n");
    import("name,sector\nIC24,Health\n");
    const auto late = saved([&] { return save(db, unit, preview, preview.state + "x"); });
    ASSERT_FALSE(late);
    EXPECT_EQ(late.refusal().kind, Refusal::Kind::conflict);
    const auto twice = saved([&] { return save(db, unit, preview, preview.state); });
    EXPECT_TRUE(twice);
}

TEST_F(Agencies, One_row_that_cannot_be_saved_leaves_nothing_saved) {
    const auto preview = seen("name,sector\nOne,Health\nTwo,Health\n");
    const int before = entries();
    const auto result = saved([&]() -> Result<Done> {
        TRY(save(db, unit, preview, preview.state));
        return conflict("the last moment");
    });
    EXPECT_FALSE(result);
    EXPECT_TRUE(list_agencies(db, unit).empty());
    EXPECT_EQ(entries(), before);
}

TEST_F(Agencies, An_upload_is_kept_looked_at_and_saved_once) {
    const auto id = saved([&] {
        return registers::upload(db, unit, agency_register, "a.csv", "name,sector\nOne,Health\n",
                                 Policy::stop);
    });
    ASSERT_TRUE(id);
    const auto upload = registers::find_upload(db, unit, agency_register, *id);
    ASSERT_TRUE(upload);
    const auto state =
        registers::look(db, unit, agency_register, upload->sheet, upload->policy).value().state;
    const auto confirm = [&] {
        return saved([&] { return registers::confirm(db, unit, agency_register, *id, state); });
    };
    EXPECT_TRUE(confirm());
    EXPECT_FALSE(confirm());
    EXPECT_EQ(list_agencies(db, unit).size(), 1u);
}

TEST_F(Agencies, Who_may_not_import_finds_nothing) {
    const auto auditor = scope_with(Role::auditor);
    const auto sheet = sheet::read_sheet("name,sector\nOne,Health\n");
    const auto preview = registers::look(db, auditor, agency_register, *sheet, Policy::stop);
    ASSERT_FALSE(preview);
    EXPECT_EQ(preview.refusal().kind, Refusal::Kind::not_found);
    EXPECT_FALSE(saved([&] { return add(db, auditor, {.name = "One", .sector = "Health"}); }));
}

TEST_F(Agencies, A_new_sector_counts_from_the_day_it_is_said) {
    import("name,sector\nIC24,Health\n");
    unit.today = day(2026, 4, 1);
    import("name,sector\nIC24,Care\n");
    const auto sectors = reference_and_sectors_of(db, one("IC24").id).sectors;
    ASSERT_EQ(sectors.size(), 2u);
    EXPECT_EQ(sectors[0].from, day(2026, 4, 1));
    EXPECT_FALSE(sectors[1].from);
    unit.today = day(2026, 3, 31);
    EXPECT_EQ(one("IC24").sector, "Health");
}

TEST_F(Agencies, An_owner_that_a_plan_named_becomes_the_agency_and_a_group_does_not) {
    const auto owner = saved([&]() -> Result<OwnerId> {
        access::owner_named(db, unit, "Workforce Group");
        return access::owner_named(db, unit, "Norfolk Constabulary");
    });
    import("name,sector\nNorfolk Constabulary,Police\n");
    EXPECT_EQ(one("Norfolk Constabulary").id, *owner);
    EXPECT_NE(problem(seen("name,sector\nWorkforce Group,Police\n"), 0).find("group"),
              std::string::npos);
}

TEST_F(Agencies, What_is_changed_behind_the_program_is_found) {
    import("name,sector\nIC24,Health\n");
    audit::Verdict sound;
    verify(db, sound);
    EXPECT_TRUE(sound.faults.empty());
    (void)saved([&]() -> Result<Done> {
        db.execute("UPDATE agency SET contact = 'somebody else'");
        return Done{};
    });
    audit::Verdict verdict;
    verify(db, verdict);
    EXPECT_EQ(verdict.faults.size(), 1u);
}

TEST_F(Agencies, An_agency_with_a_new_name_leaves_the_accounts_that_act_for_it_sound) {
    import("name,sector\nNorfolk Constabulary,Police\n");
    ASSERT_TRUE(accounts::add_user(db, scope_with(Role::administrator),
                                   {.known_as = "Safeguarding lead",
                                    .email = "lead@example.org",
                                    .role = Role::agency_lead,
                                    .owners = {"Norfolk Constabulary"}}));
    db.finish();
    auto renamed = one("Norfolk Constabulary");
    renamed.name = "Norfolk Police";
    ASSERT_TRUE(saved([&] { return change(db, unit, renamed); }));
    audit::Verdict verdict;
    accounts::verify(db, verdict);
    verify(db, verdict);
    EXPECT_TRUE(verdict.faults.empty());
    EXPECT_TRUE(access::find_owner(db, "Norfolk Police"));
}

TEST_F(Agencies, The_partnerships_own_list_loads) {
    std::ifstream file(in_repository("../shared/data/norfolk/agencies.csv"), std::ios::binary);
    if (!file) GTEST_SKIP() << "../shared is not here";
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    import(text);
    EXPECT_EQ(list_agencies(db, unit).size(), 29u);
    EXPECT_EQ(seen(text).count(registers::Fate::same), 29);
    EXPECT_EQ(one("Norfolk Constabulary").role, "Statutory partner");
}

} // namespace
} // namespace openmasa::agencies
