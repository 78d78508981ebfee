#include "core/access/secret.hpp"
#include "core/access/store.hpp"
#include "core/audit/audit.hpp"
#include "core/comments/comments.hpp"
#include "core/comments/mentions.hpp"
#include "core/comments/views.hpp"
#include "store/test_database.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace openmasa::comments {
namespace {

using testing::HasSubstr;
using testing::Not;

class Comments : public testing::Test {
protected:
    void SetUp() override {
        file_.migrate();
        for (auto* who : {&constable_, &director_})
            ASSERT_TRUE(db_.atomically([&]() -> Result<Done> {
                db_.run(add_person, *who->person, who->known_as, who->now);
                return Done{};
            }));
    }
    Result<Comment> say(const Scope& who, const std::string& words,
                        std::optional<CommentId> answers = {}, const std::string& record = "one") {
        return db_.atomically([&] {
            return add(db_, who,
                       {.kind = "action", .record = record, .answers = answers, .words = words});
        });
    }
    Result<Comment> take_back(const Scope& who, const CommentId& id, const std::string& why) {
        return db_.atomically([&] { return withdraw(db_, who, {.id = id, .why = why}); });
    }
    static Scope person(const char* office) {
        auto scope = command_line_scope(store::TestDatabase::noon(), system_randomness());
        scope.person = scope.new_id<PersonId>();
        scope.known_as = office;
        return scope;
    }
    std::string shown(const Scope& reader) {
        const auto view = section_view({.kind = "action",
                                        .record = "one",
                                        .comments = on(db_, "action", "one"),
                                        .reader = reader.person});
        return std::string(view.view());
    }
    static constexpr store::Query<store::None(PersonId, std::string_view, Moment)> add_person{
        "comments_test.add_person",
        "INSERT INTO person (id, known_as, created_at) VALUES ($1, $2, $3)"};
    store::TestDatabase file_;
    store::Db db_{file_.database()};
    Scope constable_ = person("Chief Constable"), director_ = person("Director <b>& of children");
};

TEST_F(Comments, Are_shown_oldest_first_with_their_answers_and_escaped) {
    const auto first = say(constable_, "Who answers <b>& by when?\nAsk again.");
    ASSERT_TRUE(first);
    ASSERT_TRUE(say(director_, "We do.", first->id));
    const auto page = shown(constable_);
    EXPECT_THAT(page, HasSubstr("Who answers &lt;b&gt;&amp; by when?<br>Ask again."));
    EXPECT_THAT(page, HasSubstr("Director &lt;b&gt;&amp; of children"));
    EXPECT_THAT(page, HasSubstr("/comments/" + first->id.str() + "/answer"));
    EXPECT_EQ(on(db_, "action", "one").size(), 2u);
    EXPECT_TRUE(on(db_, "action", "other").empty());
    EXPECT_EQ(audit::verify(db_).entries, 2);
}

TEST_F(Comments, Without_words_or_as_an_answer_to_something_else_are_refused) {
    const auto empty = say(constable_, " \n ");
    ASSERT_FALSE(empty);
    EXPECT_EQ(empty.refusal().problems.front().field, "words");
    EXPECT_FALSE(say(constable_, std::string(4001, 'x')));
    const auto first = say(constable_, "First");
    const auto answer = say(director_, "Answer", first->id);
    EXPECT_FALSE(say(director_, "Elsewhere", first->id, "other"));
    EXPECT_FALSE(say(director_, "A third level", answer->id));
    EXPECT_EQ(on(db_, "action", "one").size(), 2u);
}

TEST_F(Comments, Are_withdrawn_only_by_who_wrote_them_once_and_with_a_reason) {
    const auto first = say(constable_, "Said in haste");
    EXPECT_EQ(take_back(director_, first->id, "Not mine").refusal().kind, Refusal::Kind::not_found);
    EXPECT_EQ(take_back(constable_, first->id, " ").refusal().problems.front().field, "why");
    ASSERT_TRUE(take_back(constable_, first->id, "It was wrong"));
    EXPECT_FALSE(take_back(constable_, first->id, "Again"));
    const auto page = shown(constable_);
    EXPECT_THAT(page, HasSubstr("Withdrawn: It was wrong"));
    EXPECT_THAT(page, Not(HasSubstr("Said in haste")));
    EXPECT_FALSE(say(director_, "Too late", first->id));
    EXPECT_EQ(history::versions(db_, "comment", first->id.view(), 5).size(), 2u);
    EXPECT_TRUE(audit::verify(db_).faults.empty());
}

TEST_F(Comments, Stand_on_an_earlier_day_as_they_did_then) {
    const auto first = say(constable_, "First");
    ASSERT_TRUE(take_back(constable_, first->id, "It was wrong"));
    const auto all = on(db_, "action", "one");
    EXPECT_TRUE(as_they_stood(all, first->at).empty());
    const auto since = as_they_stood(all, first->at + std::chrono::hours{1});
    ASSERT_EQ(since.size(), 1u);
    EXPECT_TRUE(since.front().withdrawn);
    auto later = all;
    later.front().withdrawn_at = first->at + std::chrono::hours{48};
    const auto between = as_they_stood(later, first->at + std::chrono::hours{24});
    ASSERT_EQ(between.size(), 1u);
    EXPECT_FALSE(between.front().withdrawn);
    EXPECT_EQ(between.front().withdrawn_why, "");
}

TEST_F(Comments, Go_with_their_record_when_it_is_destroyed_and_leave_a_sound_log) {
    const auto first = say(constable_, "Quetzalcoatl");
    const auto other = say(constable_, "Stays", {}, "other");
    ASSERT_TRUE(db_.atomically([&]() -> Result<Done> {
        EXPECT_EQ(destroy_on(db_, "action", "one", "D-2026-1"), 1);
        return Done{};
    }));
    EXPECT_EQ(find(db_, first->id)->words, "Destroyed");
    EXPECT_THAT(shown(constable_), Not(HasSubstr("Quetzalcoatl")));
    EXPECT_EQ(find(db_, other->id)->words, "Stays");
    EXPECT_TRUE(audit::verify(db_).faults.empty());
}

TEST(Mentions, Are_the_longest_names_behind_an_at_sign_each_once_whatever_the_capitals) {
    const std::vector<std::string> names{"Chief Constable", "Chief", "Schools and colleges"};
    EXPECT_EQ(mentioned_in("@chief constable, ask @Schools and Colleges. @Chief Constable!", names),
              (std::vector<std::size_t>{0, 2}));
    EXPECT_EQ(mentioned_in("(@Chief)", names), std::vector<std::size_t>{1});
    EXPECT_TRUE(mentioned_in("Chief Constable, a@chiefs.example @ Chief", names).empty());
    EXPECT_TRUE(mentioned_in("@Chieftain @", names).empty());
}

} // namespace
} // namespace openmasa::comments
