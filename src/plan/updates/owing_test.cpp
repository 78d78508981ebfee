#include "plan/updates/test_updates.hpp"

namespace openmasa::updates {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

class Owing : public Updates {
protected:
    /// A morning of the program's own, so many days after the request.
    std::string morning(int days) {
        auto program = command_line_scope(test.now + std::chrono::days{days}, system_randomness());
        program.today = test.today + std::chrono::days{days};
        std::string did;
        test.in_one_transaction([&] {
            test.db.execute("DELETE FROM notice");
            did = remind(test.db, program);
        });
        return did;
    }
};

TEST_F(Owing, Two_working_days_before_and_once_when_it_is_late_and_never_twice) {
    (void)asked(everything()); // until Thursday 5 February
    EXPECT_EQ(morning(11), "") << "Monday is three before";
    EXPECT_EQ(morning(12), "Reminded of 1 request for updates");
    EXPECT_THAT(notices(), SizeIs(2));
    EXPECT_EQ(morning(12), "");
    EXPECT_EQ(morning(14), "");
    EXPECT_EQ(morning(15), "Reminded of 1 request for updates");
    EXPECT_EQ(morning(16), "");
    EXPECT_EQ(morning(60), "");
}

TEST_F(Owing, Only_those_who_still_owe_answers_are_reminded) {
    const auto request = asked(everything());
    std::vector<Answer> answers;
    for (const auto& id : {test.late, test.soon, test.recurring, test.at_risk})
        answers.push_back(saying(id, "It goes on."));
    ASSERT_TRUE(answer_as(later(test.constable), request, answers));
    morning(12);
    ASSERT_THAT(notices(), SizeIs(1));
    EXPECT_EQ(notices()[0].email, "head@example.org");
}

TEST_F(Owing, A_closed_request_reminds_nobody) {
    const auto request = asked(everything());
    ASSERT_TRUE(run([&] {
        return close(test.db, test.unit, OfRequest{test.plan.id, request.id});
    }));
    EXPECT_EQ(morning(12), "");
    EXPECT_EQ(morning(15), "");
    EXPECT_THAT(notices(), IsEmpty());
}

TEST_F(Owing, Who_may_not_read_what_is_left_owes_nothing) {
    const auto request = asked(everything());
    std::vector<Answer> answers;
    for (const auto& id : {test.soon, test.recurring, test.at_risk})
        answers.push_back(saying(id, "It goes on."));
    ASSERT_TRUE(answer_as(later(test.constable), request, answers));
    restrict_to_nobody(test.late);
    morning(12);
    for (const auto& one : notices()) EXPECT_NE(one.person, test.constable.person);
}

} // namespace
} // namespace openmasa::updates
