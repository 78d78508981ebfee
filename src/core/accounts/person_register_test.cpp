// People by spreadsheet: with an account and without.
#include "core/access/secret.hpp"
#include "core/access/store.hpp"
#include "core/accounts/account_history.hpp"
#include "core/accounts/person_details.hpp"
#include "core/accounts/person_register.hpp"
#include "core/accounts/store.hpp"
#include "core/registers/download.hpp"
#include "core/registers/import.hpp"
#include "core/registers/local.hpp"
#include "core/registers/rows.hpp"
#include "store/test_database.hpp"
#include <gtest/gtest.h>

namespace openmasa::accounts {
namespace {

using registers::Fate;
using registers::Policy;

class People_by_spreadsheet : public testing::Test {
protected:
    People_by_spreadsheet() : db((database.migrate(), database.database())) {
        change([&] { access::owner_named(db, admin, "Norfolk Constabulary"); });
    }
    template<class Work> void change(Work work) {
        ASSERT_TRUE(db.atomically([&]() -> Result<Done> {
            work();
            return Done{};
        }));
        db.finish();
    }
    registers::Preview seen(const std::string& file, const Scope& who) {
        return registers::look(db, who, *in_our_words, sheet::read_sheet(file).value(),
                               Policy::stop)
            .value();
    }
    registers::Preview seen(const std::string& file) { return seen(file, admin); }
    void import(const std::string& file) {
        const auto preview = seen(file);
        change([&] { ASSERT_TRUE(registers::save(db, admin, preview, preview.state)); });
    }
    std::vector<registers::Cells> everybody(const Scope& who) {
        std::vector<registers::Cells> rows;
        registers::all_rows(db, who, person_register)(
            [&](const registers::Cells& row) { rows.push_back(row); });
        return rows;
    }
    PersonDetails person(std::string_view name) {
        const auto id = registers::place_of(person_register.columns, "id");
        for (const auto& row : everybody(admin))
            if (row.front() == name)
                return find_details(db, admin, *PersonId::parse(row[id])).value();
        ADD_FAILURE() << "nobody is called " << name;
        return {};
    }
    Account account(std::string_view name, std::string_view email) {
        Account made{.id = admin.new_id<AccountId>(),
                     .person = admin.new_id<PersonId>(),
                     .known_as = std::string(name),
                     .email = std::string(email),
                     .password_hash = {}};
        change([&] {
            add_account(db, made, admin.now);
            record_change(db, admin, "account.made", made.id);
        });
        return made;
    }
    void expect_sound() {
        audit::Verdict verdict;
        verify(db, verdict);
        verify_details(db, verdict);
        EXPECT_TRUE(verdict.faults.empty()) << verdict.faults.front();
    }

    store::TestDatabase database;
    store::Db db;
    registers::LocalRegister in_our_words{person_register, {}};
    Scope admin = command_line_scope(store::TestDatabase::noon(), system_randomness());
};

TEST_F(People_by_spreadsheet, Somebody_without_an_account_is_written_down) {
    import("name,agency,position,email,telephone,left on\n"
           "Designated nurse,Norfolk Constabulary,Nurse <b>&,n@example.org,=1603,31/01/2026\n"
           "Head teacher,,,,,\n");
    const auto nurse = person("Designated nurse");
    EXPECT_EQ(nurse.agency_name, "Norfolk Constabulary");
    EXPECT_EQ(nurse.left_on, day(2026, 1, 31));
    EXPECT_EQ(nurse.account_state, "none");
    EXPECT_EQ(nurse.version, 1);
    expect_sound();
}

TEST_F(People_by_spreadsheet, Speaks_the_partnerships_words_and_understands_the_programs_too) {
    import("name,agency\nHead teacher,Norfolk Constabulary\n");
    const terms::LocalWord local[] = {
        {terms::Word::agency, "organisation/body", "organisations/bodies", {}, {}}};
    const registers::LocalRegister theirs(person_register, terms::Words(local, admin.today));
    const auto written = [&](registers::Format format) {
        std::string file;
        registers::write_rows(format, registers::outgoing(*theirs, "name,agency"),
                              registers::all_rows(db, admin, *theirs),
                              [&](std::string_view piece) { file += piece; });
        return file;
    };
    const auto same = [&](const sheet::Sheet& sheet) {
        const auto preview = registers::look(db, admin, *theirs, sheet, Policy::stop);
        return preview && preview->rows.size() == 1 && preview->count(Fate::same) == 1;
    };
    const auto workbook = sheet::read_sheet(written(registers::Format::xlsx)).value();
    EXPECT_EQ(workbook.names, (std::vector<std::string>{"Name", "Organisation/body"}));
    EXPECT_TRUE(same(workbook));
    const auto keys = sheet::read_sheet(written(registers::Format::csv)).value();
    EXPECT_EQ(keys.names, (std::vector<std::string>{"name", "agency"}));
    EXPECT_TRUE(same(keys));
    EXPECT_TRUE(
        same(sheet::read_sheet("Name,Agency\nHead teacher,Norfolk Constabulary\n").value()));
}

TEST_F(People_by_spreadsheet, Who_is_meant_is_told_by_name_and_agency_else_by_id) {
    import("name,agency\nHead teacher,\nHead teacher,Norfolk Constabulary\n");
    EXPECT_EQ(everybody(admin).size(), 2u);
    EXPECT_EQ(seen("name,agency,position\nHead teacher,,One\n").count(Fate::changed), 1);
    change([&] { add_person(db, admin.new_id<PersonId>(), "Head teacher", admin.now); });
    const auto unclear = seen("name,agency,position\nHead teacher,,One\n");
    ASSERT_EQ(unclear.count(Fate::refused), 1);
    EXPECT_NE(unclear.rows.front().problems.front().words.find("by its id"), std::string::npos);
    const auto known = person("Head teacher").id.str();
    EXPECT_EQ(seen("id,position\n" + known + ",One\n").count(Fate::changed), 1);
}

TEST_F(People_by_spreadsheet, What_cannot_be_is_refused_with_the_reason) {
    const auto problem = [&](const std::string& row) {
        const auto preview = seen("name,agency,email,left_on\n" + row + "\n");
        const auto& problems = preview.rows.front().problems;
        return problems.empty() ? std::string() : problems.front().words;
    };
    EXPECT_NE(problem(",,one@example.org,").find("empty"), std::string::npos);
    EXPECT_NE(problem("One,No such agency,,").find("nothing here is called"), std::string::npos);
    EXPECT_NE(problem("One,,nobody,").find("not an e-mail"), std::string::npos);
    EXPECT_NE(problem("One,,,31/02/2026").find("no day"), std::string::npos);
    EXPECT_EQ(problem("One,,one@example.org,"), "");
}

TEST_F(People_by_spreadsheet, A_new_name_is_in_the_history_of_the_account_and_of_the_person) {
    const auto made = account("Analyst", "a@example.org");
    import("id,position\n" + made.person.str() + ",Data\n");
    import("id,name\n" + made.person.str() + ",Head of data\n");
    EXPECT_EQ(find_account(db, made.id)->known_as, "Head of data");
    expect_sound();
    change([&] {
        rename_person(db, made.person, "Chief analyst");
        record_change(db, admin, "account.changed_by_import", made.id);
    });
    EXPECT_EQ(person("Chief analyst").version, 3);
    expect_sound();
}

TEST_F(People_by_spreadsheet, Whoever_may_not_change_an_account_does_not_rename_it) {
    const auto made = account("Systems", "s@example.org");
    change([&] {
        access::add_holding(db, {.id = admin.new_id<PersonId>().str(),
                                 .person = made.person,
                                 .role = Role::administrator,
                                 .owner = {},
                                 .from = admin.today});
    });
    auto unit = admin;
    unit.holdings = {{Role::business_unit, {}}};
    const auto file = "id,name\n" + made.person.str() + ",Mine\n";
    EXPECT_EQ(seen(file, unit).count(Fate::refused), 1);
    EXPECT_EQ(seen("id,telephone\n" + made.person.str() + ",1\n", unit).count(Fate::changed), 1);
    EXPECT_EQ(seen(file, admin).count(Fate::changed), 1);
}

TEST_F(People_by_spreadsheet, Others_see_nobody) {
    auto reader = admin;
    reader.holdings = {{Role::analyst, {}}};
    import("name,agency\nHead teacher,\n");
    EXPECT_TRUE(everybody(reader).empty());
    EXPECT_FALSE(find_details(db, reader, person("Head teacher").id));
}

TEST_F(People_by_spreadsheet, Details_changed_behind_the_program_are_found) {
    import("name,agency\nHead teacher,\n");
    change([&] { db.execute("UPDATE person_details SET telephone = '1'"); });
    audit::Verdict verdict;
    verify_details(db, verdict);
    EXPECT_EQ(verdict.faults.size(), 1u);
}

} // namespace
} // namespace openmasa::accounts
