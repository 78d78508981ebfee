#pragma once
// What tests of asking and answering share (updates/, responses/), on the plan's cast
// (test_plan.hpp): notices that were left for people, work in one transaction, somebody later.
#include "plan/test_plan.hpp"
#include <gtest/gtest.h>

namespace openmasa::plan {

struct TestNotice {
    std::optional<PersonId> person;
    std::string email, kind, path;
};
inline constexpr store::Query<TestNotice()> list_test_notices{
    "test.notices", "SELECT person_id, email, kind, path FROM notice ORDER BY id"};

class TestAnswering : public testing::Test {
protected:
    void hold(const Scope& who, Role role, const OwnerId& owner) {
        test.in_one_transaction([&] {
            access::add_holding(test.db, {.id = test.unit.new_id<PersonId>().str(),
                                          .person = *who.person,
                                          .role = role,
                                          .owner = owner,
                                          .from = test.today,
                                          .to = {},
                                          .record = {}});
        });
    }
    template<class Work> auto run(Work work) {
        test.db.finish();
        auto done = test.db.atomically(work);
        test.db.finish();
        return done;
    }
    std::vector<TestNotice> notices() {
        auto all = test.db.all(list_test_notices);
        test.db.finish();
        return all;
    }
    /// Somebody a minute and so many days later.
    static Scope later(Scope who, int days = 0) {
        who.now += std::chrono::minutes{1} + std::chrono::days{days};
        who.today += std::chrono::days{days};
        return who;
    }

    TestPlan test;
};

} // namespace openmasa::plan
