#include "core/access/secret.hpp"
#include "core/accounts/housekeeping.hpp"
#include "core/accounts/rules.hpp"
#include "core/accounts/store.hpp"
#include "core/accounts/two_step_store.hpp"
#include "store/test_database.hpp"
#include <gtest/gtest.h>

namespace openmasa::accounts {
namespace {

class Housekeeping : public testing::Test {
protected:
    Housekeeping()
        : db((test.migrate(), test.database())),
          scope(command_line_scope(store::TestDatabase::noon(), system_randomness())) {
        account = {.id = scope.new_id<AccountId>(),
                   .person = scope.new_id<PersonId>(),
                   .known_as = "Chief Constable",
                   .email = "a@example.org",
                   .password_hash = {}};
        EXPECT_TRUE(db.atomically([&]() -> Result<Done> {
            add_account(db, account, scope.now);
            add_session(db, {.id = scope.new_id<SessionId>(),
                             .secret_hash = "s",
                             .account = account.id,
                             .from = "",
                             .started_at = scope.now,
                             .expires_at = scope.now + session_lifetime});
            add_invitation(db, "i", account.id, scope.now, scope.now + invitation_lifetime);
            add_failure(db, "f", scope.now);
            keep_half(db, "v", {account.id, "p", "/"}, scope.now + half_sign_in_lifetime);
            return Done{};
        }));
    }

    store::TestDatabase test;
    store::Db db;
    Scope scope;
    Account account;
};

TEST_F(Housekeeping, What_may_still_be_used_stays) {
    const auto tidied = tidy_up(db, scope.now);
    ASSERT_TRUE(tidied);
    EXPECT_EQ(tidied->sessions + tidied->links + tidied->failures + tidied->half_sign_ins, 0);
    EXPECT_TRUE(find_session(db, "s", scope.now));
    EXPECT_TRUE(find_invitation(db, "i", scope.now));
}

TEST_F(Housekeeping, What_ended_long_ago_goes_and_the_account_stays) {
    const auto tidied =
        tidy_up(db, scope.now + invitation_lifetime + sessions_are_kept + std::chrono::seconds{1});
    ASSERT_TRUE(tidied);
    EXPECT_EQ(tidied->sessions, 1);
    EXPECT_EQ(tidied->links, 1);
    EXPECT_EQ(tidied->failures, 1);
    EXPECT_EQ(tidied->half_sign_ins, 1);
    EXPECT_TRUE(find_account(db, account.id));
    EXPECT_EQ(tidy_up(db, scope.now)->sessions, 0);
}

} // namespace
} // namespace openmasa::accounts
