#include "core/access/secret.hpp"
#include <gtest/gtest.h>
#include <set>

namespace openmasa {
namespace {

TEST(Secrets, The_digest_is_the_standards) {
    // FIPS 180-4, the example "abc"; RFC 4231, test case 2.
    EXPECT_EQ(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(hmac("Jefe", "what do ya want for nothing?"),
              "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
}

TEST(Secrets, No_two_are_alike) {
    std::set<std::string> seen;
    for (int at = 0; at < 1000; ++at)
        EXPECT_TRUE(seen.insert(new_secret(system_randomness())).second);
    EXPECT_EQ(seen.begin()->size(), 43u);
}

TEST(Secrets, A_password_matches_its_own_hash_only) {
    const PasswordCost quick{.passes = 1, .bytes = 1 << 16};
    const auto hash = password_hash("three unrelated words", quick);
    EXPECT_TRUE(password_matches("three unrelated words", hash));
    EXPECT_FALSE(password_matches("three unrelated word", hash));
    EXPECT_FALSE(password_matches("", "", quick));
    EXPECT_FALSE(password_matches("anything", "not a hash"));
}

} // namespace
} // namespace openmasa
