// A forgotten password, by real requests.
#include "core/accounts/rules.hpp"
#include "core/accounts/store.hpp"
#include "program.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace openmasa {
namespace {

using testing::HasSubstr;

class Forgotten : public testing::Test {
protected:
    http::Response ask(const std::string& email) {
        return program.post(nullptr, "/forgotten", "email=" + email, fmt::format("n{}", ++posts));
    }
    std::string known() const { return program.test.reader.account->str() + "%40example.org"; }
    /// The links in mails that wait to be sent.
    std::vector<std::string> links() {
        static constexpr store::Query<std::string()> waiting{
            "forgotten.test_waiting",
            "SELECT path FROM notice WHERE kind = 'password_link' ORDER BY path"};
        return program.test.db.all(waiting);
    }
    Program program;
    int posts = 0;
};

TEST_F(Forgotten, A_known_and_an_unknown_address_get_the_same_answer) {
    const auto one = ask(known()), other = ask("nobody%40example.org");
    EXPECT_EQ(one.status, 303);
    EXPECT_EQ(other.status, 303);
    EXPECT_EQ(Program::header(one, "Location"), Program::header(other, "Location"));
    EXPECT_EQ(links().size(), 1u);
}

TEST_F(Forgotten, The_link_chooses_a_password_once_and_for_an_hour) {
    (void)ask(known());
    ASSERT_EQ(links().size(), 1u);
    EXPECT_EQ(program.get(nullptr, links().front()).status, 200);
    program.test.now += std::chrono::hours{1};
    EXPECT_EQ(program.get(nullptr, links().front()).status, 404);
}

TEST_F(Forgotten, It_is_not_asked_again_and_again_for_a_known_or_unknown_address) {
    for (const auto& email : {known(), std::string("nobody%40example.org")}) {
        for (int at = 0; at < accounts::most_link_requests; ++at) EXPECT_EQ(ask(email).status, 303);
        EXPECT_THAT(ask(email).body, HasSubstr("too many tries"));
    }
}

TEST_F(Forgotten, An_ended_account_gets_no_link) {
    program.test.in_one_transaction([&] {
        accounts::end_account(program.test.db, *program.test.reader.account, program.test.now);
    });
    EXPECT_EQ(ask(known()).status, 303);
    EXPECT_TRUE(links().empty());
}

} // namespace
} // namespace openmasa
