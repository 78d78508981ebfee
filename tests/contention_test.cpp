// Many people at once on the same thing: one saves, nobody's words are lost, and a form that is
// sent again and again is saved once: 10,000 forms, and with OPENMASA_LONG=1 10,000 stale saves.
#include "plan/progress.hpp"
#include "plan/store.hpp"
#include "program.hpp"
#include <algorithm>
#include <cstdlib>
#include <gtest/gtest.h>
#include <set>
#include <thread>

namespace openmasa {
namespace {

constexpr int people = 8;

/// So many rounds of all of them.
int rounds(bool is_whole) {
    return (is_whole ? 10000 : 240) / people;
}
bool is_long() {
    return std::getenv("OPENMASA_LONG") != nullptr;
}

class Contention : public testing::Test {
protected:
    Contention()
        : router({.clock = [this] { return program.test.now; },
                  .randomness = &system_randomness(),
                  .today = program.test.today},
                 modules()) {
        for (int person = 0; person < people; ++person)
            handles.push_back(std::make_unique<store::Db>(program.test.database()));
    }
    http::Response send(store::Db& db, const std::string& path, const std::string& fields,
                        const std::string& nonce) const {
        const auto secret = Program::secret_of(&program.test.unit);
        http::Request request;
        request.method = http::Method::post;
        request.path = path;
        request.peer = "127.0.0.1";
        request.headers = {{"Cookie", "openmasa_session=" + secret},
                           {"Content-Type", "application/x-www-form-urlencoded"}};
        request.body = fmt::format("{}&form_token={}.{}", fields, nonce, hmac(secret, nonce));
        return router.answer(request, db);
    }
    /// What each of them is answered, when all send at once.
    template<class Send> std::vector<http::Response> all_at_once(Send send_as) {
        std::vector<http::Response> answers(people);
        std::vector<std::jthread> threads;
        for (int person = 0; person < people; ++person)
            threads.emplace_back(
                [&, person] { answers[person] = send_as(*handles[person], person); });
        threads.clear();
        return answers;
    }
    std::string page(std::string_view what) const {
        return fmt::format("/actions/{}/{}", program.test.late.view(), what);
    }
    std::int64_t version() {
        program.test.db.finish();
        return plan::find_action(program.test.db, program.test.unit, program.test.late)->version;
    }
    /// All that was ever said, each as often as it was saved.
    std::multiset<std::string> saved_words() {
        program.test.db.finish();
        std::multiset<std::string> words;
        for (auto& progress : plan::progress_of(program.test.db, program.test.late))
            words.insert(std::move(progress.words));
        return words;
    }

    Program program;
    Router router;
    std::vector<std::unique_ptr<store::Db>> handles;
};

TEST_F(Contention, Of_stale_saves_one_wins_and_nobodys_words_are_lost) {
    for (int round = 0; round < rounds(is_long()); ++round) {
        const auto read = version();
        const auto words = [&](int person) {
            return fmt::format("Words {} of {}.", round, person);
        };
        const auto answers = all_at_once([&](store::Db& db, int person) {
            return send(db, page("progress"),
                        fmt::format("status=in_progress&version={}&words={}", read, words(person)),
                        fmt::format("r{}p{}", round, person));
        });
        const auto won = std::ranges::count(answers, 303, &http::Response::status);
        ASSERT_EQ(won, 1) << "round " << round;
        EXPECT_EQ(version(), read + 1);
        const auto saved = saved_words();
        for (int person = 0; person < people; ++person) {
            const bool is_saved = answers[person].status == 303;
            ASSERT_EQ(saved.count(words(person)), is_saved ? 1u : 0u);
            if (is_saved) continue;
            ASSERT_EQ(answers[person].status, 422);
            ASSERT_NE(answers[person].body.find(words(person)), std::string::npos);
        }
    }
}

TEST_F(Contention, Had_each_read_what_the_one_before_saved_all_would_win) {
    for (int person = 0; person < people; ++person) {
        const auto fields =
            fmt::format("status=in_progress&version={}&words=Words+{}", version(), person);
        const auto answer =
            send(*handles[person], page("progress"), fields, fmt::format("p{}", person));
        EXPECT_EQ(answer.status, 303) << "so that one of them wins tells that theirs were stale";
        EXPECT_EQ(saved_words().count(fmt::format("Words {}", person)), 1u);
    }
}

TEST_F(Contention, The_same_form_sent_many_times_at_once_is_saved_once) {
    const bool is_whole = is_long() || !store::TestDatabase::is_on_postgresql();
    for (int round = 0; round < rounds(is_whole); ++round) {
        const auto words = fmt::format("Round {}.", round);
        const auto fields = fmt::format("status=in_progress&version={}&words={}", version(), words);
        const auto answers = all_at_once([&](store::Db& db, int) {
            return send(db, page("progress"), fields, fmt::format("round{}", round));
        });
        for (const auto& answer : answers) {
            ASSERT_EQ(answer.status, 303) << "round " << round;
            ASSERT_EQ(Program::header(answer, "Location"), Program::header(answers[0], "Location"));
        }
        ASSERT_EQ(saved_words().count(words), 1u);
    }
}

TEST_F(Contention, Without_the_token_the_same_form_would_be_saved_more_than_once) {
    for (const auto* nonce : {"one", "two"})
        EXPECT_EQ(send(*handles[0], page("evidence"), "title=Minutes&words=It+is", nonce).status,
                  303);
    program.test.db.finish();
    EXPECT_EQ(std::ranges::count(plan::evidence_of(program.test.db, program.test.late), "Minutes",
                                 &plan::Evidence::title),
              2);
}

} // namespace
} // namespace openmasa
