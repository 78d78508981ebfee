#include "store/db.hpp"
#include "store/postgres/connection.hpp"
#include "store/sqlite/connection.hpp"
#include "store/test_database.hpp"
#include <atomic>
#include <gtest/gtest.h>
#include <stdexcept>
#include <sys/resource.h>
#include <thread>

namespace openmasa::store {
namespace {

struct Pair {
    std::int64_t number;
    std::string words;
};

constexpr Query<None(std::int64_t, std::string_view)> add_pair{
    "test.add", "INSERT INTO pair (number, words) VALUES ($1, $2)"};
// The higher placeholder stands first, as it may.
constexpr Query<Pair(std::string_view, std::int64_t)> find_pair{
    "test.find", "SELECT number, words FROM pair WHERE number = $2 AND words <> $1"};
constexpr Query<std::int64_t()> count_pairs{"test.count", "SELECT count(*) FROM pair"};
constexpr Query<Pair()> list_pairs{"test.list", "SELECT number, words FROM pair ORDER BY number"};

class Store : public testing::Test {
protected:
    Store() : db(test.database()) {
        (void)db.atomically([&]() -> Result<Done> {
            db.execute(statements_for(db.engine(), "CREATE TABLE pair (number INTEGER PRIMARY KEY, "
                                                   "words TEXT NOT NULL)")
                           .front());
            return Done{};
        });
    }
    Result<Done> add(Db& handle, std::int64_t number, std::string_view words) {
        return handle.atomically([&]() -> Result<Done> {
            handle.run(add_pair, number, words);
            return Done{};
        });
    }
    std::int64_t count() { return db.finish(), db.one(count_pairs).value_or(-1); }

    TestDatabase test;
    Db db;
};

TEST_F(Store, A_placeholder_keeps_its_own_number) {
    ASSERT_TRUE(add(db, 7, "seven"));
    const auto found = db.one(find_pair, "something else", 7);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->words, "seven");
    EXPECT_FALSE(db.one(find_pair, "seven", 7));
}

TEST_F(Store, Text_with_quotes_and_zero_bytes_comes_back_as_it_was) {
    const std::string words("it's \"so\" \0 and on", 18);
    if (TestDatabase::is_on_postgresql()) { // it takes none, and cuts none short
        EXPECT_THROW((void)add(db, 1, words), Fault);
        EXPECT_EQ(count(), 0);
        return;
    }
    ASSERT_TRUE(add(db, 1, words));
    EXPECT_EQ(db.all(list_pairs).front().words, words);
}

TEST_F(Store, What_is_remembered_is_made_again_when_its_stamp_changes) {
    Db other(test.database());
    int made = 0;
    const auto value = [&](Db& handle, const char* key, const char* stamp) {
        return *handle.remembered<std::string>(key, stamp, [&] {
            ++made;
            return std::string(key) + stamp;
        });
    };
    EXPECT_EQ(value(db, "a", "1"), "a1");
    EXPECT_EQ(value(other, "a", "1"), "a1");
    EXPECT_EQ(value(db, "b", "1"), "b1");
    EXPECT_EQ(made, 2);
    EXPECT_EQ(value(db, "a", "2"), "a2");
    EXPECT_EQ(value(other, "a", "1"), "a1"); // an older moment's state is not the newer one's
    EXPECT_EQ(made, 4);
}

TEST_F(Store, Inside_a_transaction_nothing_is_remembered) {
    int made = 0;
    const auto value = [&] { return *db.remembered<int>("a", "1", [&] { return ++made; }); };
    (void)db.atomically([&]() -> Result<Done> {
        EXPECT_EQ(value(), 1);
        return conflict("not this time");
    });
    EXPECT_EQ(value(), 2);
    EXPECT_EQ(value(), 2);
}

TEST_F(Store, A_refusal_keeps_nothing) {
    const auto result = db.atomically([&]() -> Result<Done> {
        db.run(add_pair, 1, "one");
        return invalid("words", "No.");
    });
    EXPECT_FALSE(result);
    EXPECT_EQ(count(), 0);
}

TEST_F(Store, An_exception_keeps_nothing_and_goes_on) {
    const auto work = [&] {
        (void)db.atomically([&]() -> Result<Done> {
            db.run(add_pair, 1, "one");
            throw std::runtime_error("in the middle");
        });
    };
    EXPECT_THROW(work(), std::runtime_error);
    EXPECT_EQ(count(), 0);
    EXPECT_TRUE(add(db, 2, "two"));
}

TEST_F(Store, A_broken_constraint_is_a_fault_of_that_kind) {
    ASSERT_TRUE(add(db, 1, "one"));
    try {
        (void)add(db, 1, "again");
        FAIL() << "the second row went in";
    } catch (const Fault& fault) {
        EXPECT_EQ(fault.kind(), Fault::Kind::constraint);
    }
}

TEST_F(Store, Reads_of_one_request_see_one_moment) {
    ASSERT_TRUE(add(db, 1, "one"));
    EXPECT_EQ(db.one(count_pairs), 1);
    Db other(test.database());
    ASSERT_TRUE(add(other, 2, "two"));
    EXPECT_EQ(db.one(count_pairs), 1);
    EXPECT_EQ(count(), 2);
}

TEST_F(Store, A_handle_sees_its_own_write_at_once) {
    EXPECT_EQ(db.one(count_pairs), 0);
    ASSERT_TRUE(add(db, 1, "one"));
    EXPECT_EQ(db.one(count_pairs), 1);
}

TEST_F(Store, Statements_are_counted_for_the_budget) {
    db.finish();
    (void)db.one(count_pairs);
    (void)db.all(list_pairs);
    EXPECT_EQ(db.statements(), 2);
}

TEST_F(Store, One_failure_in_a_group_spoils_nobody_elses) {
    constexpr int threads = 8, each = 50;
    std::atomic<int> kept = 0, refused = 0;
    std::vector<std::jthread> workers;
    for (int thread = 0; thread < threads; ++thread)
        workers.emplace_back([&, thread] {
            Db own(test.database());
            for (int at = 0; at < each; ++at) {
                const bool fails = at % 5 == 0;
                const auto result = own.atomically([&]() -> Result<Done> {
                    own.run(add_pair, thread * each + at, "words");
                    if (fails) return invalid("", "No.");
                    return Done{};
                });
                result ? ++kept : ++refused;
            }
        });
    workers.clear();
    EXPECT_EQ(refused, threads * each / 5);
    EXPECT_EQ(kept, threads * each * 4 / 5);
    EXPECT_EQ(count(), kept);
}

TEST_F(Store, A_composed_query_binds_its_pieces_in_order) {
    for (int number = 1; number <= 5; ++number)
        ASSERT_TRUE(add(db, number, number % 2 ? "odd" : "even"));
    ComposedQuery<Pair> query("test.composed");
    query.add("SELECT number, words FROM pair WHERE words = $", "odd").add("AND number > $", 1);
    query.add("ORDER BY number LIMIT $", 1);
    const auto rows = db.all(query);
    ASSERT_EQ(rows.size(), 1u);
    EXPECT_EQ(rows.front().number, 3);
}

TEST_F(Store, Bytes_come_back_as_they_were) {
    std::string every;
    for (int at = 0; at < 600; ++at) every += static_cast<char>(at);
    constexpr Query<None(Bytes)> add_file{"test.add_file",
                                          "INSERT INTO file (content) VALUES ($1)"};
    constexpr Query<std::string()> find_file{"test.find_file", "SELECT content FROM file"};
    ASSERT_TRUE(db.atomically([&]() -> Result<Done> {
        db.execute(statements_for(db.engine(), "CREATE TABLE file (content BLOB)").front());
        db.run(add_file, Bytes{every});
        return Done{};
    }));
    EXPECT_EQ(db.one(find_file), every);
}

TEST_F(Store, Nothing_yes_and_sums_are_read_alike) {
    struct Row {
        std::optional<std::int64_t> nothing;
        std::optional<std::string> no_words;
        bool yes, no;
        std::int64_t sum;
    };
    constexpr Query<Row(std::optional<std::int64_t>, std::optional<std::string>)> find{
        "test.alike",
        "SELECT CAST($1 AS BIGINT), CAST($2 AS TEXT), number IS NOT NULL, number = 0, "
        "(SELECT sum(number) FROM pair) FROM pair ORDER BY number"};
    ASSERT_TRUE(add(db, 7, "seven"));
    ASSERT_TRUE(add(db, 8, "eight"));
    const auto row = db.one(find, std::nullopt, std::nullopt);
    ASSERT_TRUE(row);
    EXPECT_FALSE(row->nothing || row->no_words || row->no);
    EXPECT_TRUE(row->yes);
    EXPECT_EQ(row->sum, 15);
}

TEST_F(Store, Text_is_ordered_by_its_bytes) {
    for (const auto* words : {"b", "B", "a", "\xC3\xA9", "_"})
        ASSERT_TRUE(add(db, count() + 1, words));
    constexpr Query<std::string()> list{"test.ordered", "SELECT words FROM pair ORDER BY words"};
    EXPECT_EQ(db.all(list), (std::vector<std::string>{"B", "_", "a", "b", "\xC3\xA9"}));
}

TEST_F(Store, A_list_is_read_on_while_other_questions_are_asked) {
    for (int number = 1; number <= 4; ++number) ASSERT_TRUE(add(db, number, "pair"));
    std::vector<std::int64_t> seen;
    db.each(list_pairs, [&](Pair&& outer) {
        seen.push_back(outer.number);
        EXPECT_EQ(db.one(count_pairs), 4);
        EXPECT_EQ(db.one(find_pair, "", outer.number)->number, outer.number);
    });
    EXPECT_EQ(seen, (std::vector<std::int64_t>{1, 2, 3, 4}));
}

TEST_F(Store, A_list_that_is_left_in_its_middle_harms_nothing) {
    for (int number = 1; number <= 4; ++number) ASSERT_TRUE(add(db, number, "pair"));
    const auto leave = [](Pair&& one) {
        if (one.number == 2) throw std::runtime_error("enough");
    };
    EXPECT_THROW(db.each(list_pairs, leave), std::runtime_error);
    EXPECT_EQ(db.all(list_pairs).size(), 4u);
    EXPECT_THROW(db.each(list_pairs, leave), std::runtime_error);
    db.finish();
    EXPECT_EQ(db.one(count_pairs), 4);
}

TEST_F(Store, A_long_list_is_never_in_memory_as_a_whole) {
    static constexpr Query<std::string_view()> list_long{"test.long", R"sql(
        WITH RECURSIVE line (number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM line WHERE number < 200000)
        SELECT '0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789'
            || '0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789'
            || '0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789'
            || CAST(number AS TEXT) FROM line)sql"};
    const auto peak = [] {
        rusage used{};
        getrusage(RUSAGE_SELF, &used);
        return used.ru_maxrss; // kB
    };
    const auto before = peak();
    std::size_t bytes = 0;
    db.each(list_long, [&](std::string_view line) { bytes += line.size(); });
    EXPECT_GT(bytes, 60'000'000u);
    EXPECT_LT(peak() - before, 20'000);
}

TEST_F(Store, More_texts_than_are_kept_still_answer) {
    for (int pieces = 0; pieces < 600; ++pieces) {
        ComposedQuery<std::int64_t> query("test.many");
        query.add("SELECT 0");
        for (int piece = 0; piece < pieces; ++piece) query.add("+ 1");
        EXPECT_EQ(db.all(query).front(), pieces);
    }
}

TEST(Database, An_address_that_is_none_is_refused_in_words) {
    EXPECT_THROW(Database("mysql:there", Database::Opening::create), Fault);
    EXPECT_THROW(Database("sqlite:/no/such/folder/there.db", Database::Opening::existing), Fault);
}

TEST(Database, A_password_is_never_shown) {
    EXPECT_EQ(postgres::shown("postgresql://masa:secret@db.example/masa?sslmode=require"),
              "postgresql://masa@db.example/masa");
    EXPECT_EQ(postgres::shown("postgres://masa@db.example:6432/masa"),
              "postgres://masa@db.example:6432/masa");
    EXPECT_EQ(postgres::shown("postgresql:///masa?host=/run&password=secret"),
              "postgresql:///masa");
}

TEST(Database, A_server_that_does_not_answer_is_away) {
    try {
        Database("postgresql:///masa?host=/no/such/folder", Database::Opening::existing);
        FAIL();
    } catch (const Fault& fault) {
        EXPECT_EQ(fault.kind(), Fault::Kind::away);
    }
}

TEST(Database, A_file_that_is_no_database_is_a_fault) {
    TestDatabase test;
    const auto path = test.file() + ".txt";
    std::FILE* file = std::fopen(path.c_str(), "w");
    for (int at = 0; at < 2000; ++at) std::fputs("not a database ", file);
    std::fclose(file);
    EXPECT_THROW(Database("sqlite:" + path, Database::Opening::existing), Fault);
}

TEST(Database, An_affected_sqlite_is_refused) {
    EXPECT_THROW(sqlite::refuse_affected_version(3040001), Fault);
    EXPECT_NO_THROW(sqlite::refuse_affected_version(3051003));
}

TEST(Database, A_sound_file_has_no_damage) {
    TestDatabase test;
    test.migrate();
    EXPECT_TRUE(test.database().damage().empty());
}

} // namespace
} // namespace openmasa::store
