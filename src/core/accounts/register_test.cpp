// Users by spreadsheet.
#include "core/access/secret.hpp"
#include "core/access/store.hpp"
#include "core/accounts/account_history.hpp"
#include "core/accounts/actions.hpp"
#include "core/accounts/register.hpp"
#include "core/registers/download.hpp"
#include "core/registers/import.hpp"
#include "core/registers/rows.hpp"
#include "store/test_database.hpp"
#include <gtest/gtest.h>

namespace openmasa::accounts {
namespace {

using registers::Fate;
using registers::Policy;

class Users_by_spreadsheet : public testing::Test {
protected:
    Users_by_spreadsheet() : db((database.migrate(), database.database())) {}

    registers::Preview seen(const std::string& file) {
        return registers::look(db, admin, user_register, sheet::read_sheet(file).value(),
                               Policy::stop)
            .value();
    }
    void import(const std::string& file) {
        const auto preview = seen(file);
        const auto done =
            db.atomically([&] { return registers::save(db, admin, preview, preview.state); });
        EXPECT_TRUE(done) << (done ? "" : done.refusal().problems.front().words);
        db.finish();
    }
    std::string exported(registers::Format format) {
        std::string text;
        registers::write_rows(format, registers::outgoing(user_register),
                              registers::all_rows(db, admin, user_register),
                              [&](std::string_view piece) { text += piece; });
        return text;
    }
    std::string problem(const std::string& row) {
        const auto preview = seen("email,name,role,for\n" + row + "\n");
        const auto& problems = preview.rows.front().problems;
        return problems.empty() ? "" : problems.front().words;
    }
    std::vector<Holding> roles_of(std::string_view email) {
        return access::holdings_of(db, find_account(db, email)->person, admin.today);
    }

    store::TestDatabase database;
    store::Db db;
    Scope admin = command_line_scope(store::TestDatabase::noon(), system_randomness());
};

TEST_F(Users_by_spreadsheet, New_ones_have_their_roles_and_are_invited_by_nobody) {
    import("email,name,role\nUnit@Example.org,Head of delivery,business-unit\n"
           "audit@example.org,Auditor,auditor; analyst\nnew@example.org,Somebody,\n");
    EXPECT_EQ(roles_of("unit@example.org").size(), 1u);
    EXPECT_EQ(roles_of("audit@example.org").size(), 2u);
    EXPECT_TRUE(roles_of("new@example.org").empty());
    static constexpr store::Query<int()> count{"test.count_invitations",
                                               "SELECT count(*) FROM invitation"};
    EXPECT_EQ(db.one(count), 0);
    for (auto format : {registers::Format::csv, registers::Format::json, registers::Format::xlsx})
        EXPECT_EQ(seen(exported(format)).count(Fate::same), 3) << to_text(format);
    audit::Verdict verdict;
    verify(db, verdict);
    EXPECT_TRUE(verdict.faults.empty());
}

TEST_F(Users_by_spreadsheet, Roles_change_from_today_and_an_account_ends) {
    ASSERT_TRUE(db.atomically([&]() -> Result<Done> {
        access::owner_named(db, admin, "Norfolk Constabulary");
        return Done{};
    }));
    import("email,name,role\none@example.org,One,analyst\ntwo@example.org,Two,auditor\n");
    import("email,name,role,for,ended\none@example.org,First,agency lead,Norfolk Constabulary,no\n"
           "two@example.org,Two,auditor,,yes\n");
    const auto roles = roles_of("one@example.org");
    ASSERT_EQ(roles.size(), 1u);
    EXPECT_EQ(roles[0].role, Role::agency_lead);
    EXPECT_EQ(find_account(db, "one@example.org")->known_as, "First");
    EXPECT_TRUE(find_account(db, "two@example.org")->ended);
}

TEST_F(Users_by_spreadsheet, What_is_no_role_no_owner_or_no_address_is_refused) {
    EXPECT_NE(problem("a@example.org,A,emperor,").find("no role"), std::string::npos);
    EXPECT_NE(problem("a@example.org,A,agency_lead,Nobody").find("Nobody"), std::string::npos);
    EXPECT_NE(problem("a@example.org,A,agency_lead,").find("which agency"), std::string::npos);
    EXPECT_NE(problem("no-address,A,analyst,"), "");
    EXPECT_EQ(problem("a@example.org,A,analyst,"), "");
}

} // namespace
} // namespace openmasa::accounts
