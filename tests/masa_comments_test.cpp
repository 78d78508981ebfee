// What those who are consulted say of a section, and how each is answered.
#include "arrangements.hpp"
#include "partnership/masa/comments.hpp"

namespace openmasa {
namespace {

using masa::Comment;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

constexpr store::Query<int(std::string_view)> count_answers{
    "test.count_told_of_answer",
    "SELECT count(*) FROM notice WHERE kind = 'answered' AND person_id = $1"};
constexpr store::Query<int()> count_entries{"test.count_comment_entries",
                                            "SELECT count(*) FROM audit_entry WHERE verb LIKE "
                                            "'arrangements_comment%'"};

class Comments : public Arrangements {
protected:
    Comments() {
        EXPECT_TRUE(done([&] { return masa::consult(t().db, t().unit, read()); }));
        section = now().sections.front().id;
    }
    Result<Comment> comment(const Scope& who, std::string words) {
        return done([&] { return masa::add(t().db, who, {edition, section, words}); });
    }
    std::vector<Comment> all() { return masa::comments_on(t().db, t().unit, edition); }
    Result<Done> answer(const Scope& who, std::optional<Comment::State> outcome,
                        std::string words) {
        const auto one = all().front();
        return done([&] {
            return masa::answer(t().db, who, {one.id, one.version, outcome, std::move(words)});
        });
    }
    std::string below_section() { return "/sections/" + section.str() + "/comments"; }
    std::vector<std::string> comment_faults() {
        audit::Verdict verdict;
        masa::verify_comments(t().db, verdict);
        return verdict.faults;
    }
    masa::MasaPartId section;
};

TEST_F(Comments, A_reader_comments_is_answered_in_the_log_and_told) {
    const auto version = now().version;
    ASSERT_TRUE(comment(practitioner(), "Say <b>who</b>"));
    EXPECT_EQ(now().version, version) << "whoever writes the words is not disturbed";
    EXPECT_THAT(get(practitioner(), "/words"), HasSubstr("1 comment"));
    EXPECT_THAT(get(practitioner()), HasSubstr("Say &lt;b&gt;who&lt;/b&gt;"));
    EXPECT_THAT(get(practitioner()), Not(HasSubstr("Answer it")));
    EXPECT_THAT(get(t().unit), HasSubstr("Answer it"));
    ASSERT_TRUE(answer(t().unit, Comment::State::accepted, "Paragraph 2 <i>says it"));
    EXPECT_THAT(get(practitioner()), HasSubstr("Accepted:</b> Paragraph 2 &lt;i&gt;says it"));
    EXPECT_EQ(t().db.one(count_answers, practitioner().person->view()).value_or(0), 1);
    ASSERT_TRUE(answer(t().unit, Comment::State::declined, "It is in the annex"))
        << "an answer is put right";
    EXPECT_THAT(get(practitioner(), "/comments"), HasSubstr("Not accepted:"));
    EXPECT_EQ(all().front().version, 3);
    EXPECT_THAT(comment_faults(), IsEmpty());
}

TEST_F(Comments, Are_taken_only_while_it_is_out_for_consultation_and_from_whoever_may_see_it) {
    EXPECT_THAT(get(practitioner(), below_section()), HasSubstr("Add this comment"));
    EXPECT_EQ(comment(t().outsider, "Words").refusal().kind, Refusal::Kind::not_found);
    EXPECT_EQ(status(t().outsider, below_section()), 404);
    EXPECT_EQ(comment(practitioner(), " ").refusal().problems.front().words, "Write your comment.");
    EXPECT_EQ(comment(practitioner(), std::string(2001, 'x')).refusal().problems.front().field,
              "words");
    const auto nowhere = done([&] {
        return masa::add(t().db, practitioner(),
                         {edition, t().unit.new_id<masa::MasaPartId>(), "Words"});
    });
    EXPECT_EQ(nowhere.refusal().kind, Refusal::Kind::not_found);
    ASSERT_TRUE(offer());
    const auto late = comment(practitioner(), "Too late");
    ASSERT_FALSE(late);
    EXPECT_EQ(late.refusal().kind, Refusal::Kind::conflict);
    EXPECT_THAT(get(practitioner(), below_section()), Not(HasSubstr("Add this comment")));
    EXPECT_EQ(t().db.one(count_entries).value_or(0), 0) << "what is refused leaves no trace";
}

TEST_F(Comments, Without_an_answer_keep_it_from_being_signed) {
    ASSERT_TRUE(comment(practitioner(), "One"));
    EXPECT_EQ(why(offer()), "1 comment of the consultation has no answer yet.");
    EXPECT_THAT(get(t().unit), HasSubstr("/comments\">1 comment of the consultation"));
    EXPECT_EQ(answer(t().unit, {}, "").refusal().problems.size(), 2u);
    EXPECT_EQ(answer(t().unit, Comment::State::withdrawn, "Words").refusal().problems.front().field,
              "outcome");
    EXPECT_EQ(answer(t().unit, Comment::State::declined, "").refusal().problems.front().words,
              "Say why it is not accepted.");
    EXPECT_EQ(answer(practitioner(), Comment::State::accepted, "Words").refusal().kind,
              Refusal::Kind::not_found);
    ASSERT_TRUE(answer(t().unit, Comment::State::accepted, "Done"));
    ASSERT_TRUE(offer());
    EXPECT_EQ(answer(t().unit, Comment::State::declined, "Later").refusal().kind,
              Refusal::Kind::conflict);
}

TEST_F(Comments, Are_withdrawn_by_their_writer_alone_with_a_reason_and_before_an_answer) {
    const auto made = comment(practitioner(), "One");
    ASSERT_TRUE(made);
    const auto withdraw = [&](const Scope& who, std::string why) {
        return done([&] { return masa::withdraw(t().db, who, {made->id, std::move(why)}); });
    };
    EXPECT_EQ(withdraw(t().unit, "Not mine").refusal().kind, Refusal::Kind::not_found);
    EXPECT_EQ(withdraw(practitioner(), " ").refusal().problems.front().field, "why");
    EXPECT_THAT(get(practitioner(), below_section()), HasSubstr("Withdraw it"));
    EXPECT_THAT(get(t().unit, below_section()), Not(HasSubstr("Withdraw it")));
    ASSERT_TRUE(withdraw(practitioner(), "A mistake <b>"));
    EXPECT_THAT(get(t().unit, below_section()), HasSubstr("Withdrawn:</b> A mistake &lt;b&gt;"));
    EXPECT_FALSE(withdraw(practitioner(), "Again"));
    EXPECT_FALSE(answer(t().unit, Comment::State::accepted, "Done"));
    EXPECT_TRUE(offer()) << "a withdrawn one waits for no answer";
    EXPECT_THAT(comment_faults(), IsEmpty());
}

TEST_F(Comments, Of_two_who_answer_at_once_the_second_looks_again) {
    const auto made = comment(practitioner(), "One");
    ASSERT_TRUE(answer(t().unit, Comment::State::accepted, "First"));
    const auto second_one = done([&] {
        return masa::answer(t().db, t().unit,
                            {made->id, made->version, Comment::State::declined, "Second"});
    });
    EXPECT_EQ(second_one.refusal().kind, Refusal::Kind::conflict);
    EXPECT_EQ(all().front().answer, "First");
}

TEST_F(Comments, What_was_changed_behind_the_program_is_found) {
    ASSERT_TRUE(comment(practitioner(), "One"));
    constexpr store::Query<store::None()> other{"test.other_comment",
                                                "UPDATE masa_comment SET words = 'Other'"};
    t().in_one_transaction([&] { t().db.run(other); });
    EXPECT_FALSE(comment_faults().empty());
}

TEST_F(Comments, Stood_on_an_earlier_day_as_they_did_then) {
    auto earlier = practitioner();
    earlier.now -= std::chrono::hours{24 * 3};
    earlier.today -= std::chrono::days{3};
    ASSERT_TRUE(comment(earlier, "One"));
    ASSERT_TRUE(answer(t().unit, Comment::State::accepted, "Done today"));
    auto then = t().unit;
    then.looking_back = true;
    then.today -= std::chrono::days{2};
    ASSERT_EQ(masa::comments_on(t().db, then, edition).size(), 1u);
    EXPECT_EQ(masa::comments_on(t().db, then, edition).front().state, Comment::State::open);
    then.today -= std::chrono::days{2};
    EXPECT_THAT(masa::comments_on(t().db, then, edition), IsEmpty());
}

TEST_F(Comments, By_form_say_what_is_wrong_beside_the_field_and_keep_what_was_typed) {
    const auto path = "/arrangements/" + edition.str();
    int posts = 0;
    const auto post = [&](const Scope& who, const std::string& below, std::string fields) {
        return program.post(&who, path + below, fields, fmt::format("nonce-{}", ++posts));
    };
    EXPECT_THAT(post(practitioner(), below_section(), "words=").body,
                HasSubstr("Write your comment."));
    EXPECT_EQ(post(practitioner(), below_section(), "words=Hear+%3Cb%3E").status, 303);
    t().db.finish();
    const auto answer = "/comments/" + all().front().id.str();
    const auto wrong = post(t().unit, answer, "version=1&words=Typed+words");
    EXPECT_EQ(wrong.status, 422);
    EXPECT_THAT(wrong.body, HasSubstr("Say whether it is accepted."));
    EXPECT_THAT(wrong.body, HasSubstr("Typed words"));
    EXPECT_EQ(status(practitioner(), answer), 404);
    EXPECT_EQ(status(practitioner(), answer + "/withdraw"), 200);
    EXPECT_EQ(post(practitioner(), answer + "/withdraw", "why=").status, 422);
    EXPECT_EQ(post(t().unit, answer, "version=1&outcome=accepted&words=So+it+is").status, 303);
    EXPECT_EQ(status(t().unit, "/comments"), 200);
    EXPECT_EQ(status(t().unit, "/comments?as-at=" + iso(t().today)), 200);
}

} // namespace
} // namespace openmasa
