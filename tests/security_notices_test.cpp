// Who is told when somebody signs in to their account from elsewhere.
#include "core/accounts/security_notices.hpp"
#include "core/accounts/store.hpp"
#include "program.hpp"
#include <gtest/gtest.h>

namespace openmasa {
namespace {

constexpr store::Query<int(PersonId)> count_told{
    "test.count_told", "SELECT count(*) FROM notice WHERE kind = 'new_sign_in' AND person_id = $1"};

int told_after_signing_in_from(Program& program, const std::string& place) {
    auto& who = program.test.reader;
    who.from = place;
    program.test.in_one_transaction([&] {
        accounts::tell_of_new_place(program.test.db, who, *who.account);
        accounts::add_session(program.test.db, {.id = who.new_id<SessionId>(),
                                                .secret_hash = who.new_id<SessionId>().str(),
                                                .account = *who.account,
                                                .from = place,
                                                .started_at = who.now,
                                                .expires_at = who.now + std::chrono::hours{1}});
    });
    const int told = *program.test.db.one(count_told, *who.person);
    program.test.db.finish();
    return told;
}

TEST(SecurityNotices, Only_a_place_that_was_never_used_is_told) {
    Program program; // the reader has a session already
    EXPECT_EQ(told_after_signing_in_from(program, "192.0.2.1"), 1);
    EXPECT_EQ(told_after_signing_in_from(program, "192.0.2.1"), 1);
}

} // namespace
} // namespace openmasa
