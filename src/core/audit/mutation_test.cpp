// Somebody with the file and another program changes the log. Each of 10,000 random changes must be
// found, and the place that is named must hold what was changed. What nobody changed must pass.
#include "core/access/secret.hpp"
#include "core/audit/audit.hpp"
#include "store/test_database.hpp"
#include <algorithm>
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <map>
#include <random>

namespace openmasa::audit {
namespace {

using store::None;
using store::Query;

constexpr int entries = 24, kept_at = 10;

/// A whole row, as somebody who writes past the program would handle it.
struct Row {
    std::int64_t sequence;
    std::string at;
    std::optional<std::string> person;
    std::string from, right, verb, kind, id;
    std::int64_t version;
    std::string commitment, seal;
};
constexpr Query<Row()> read_all{"test.mutation_read", R"sql(
    SELECT sequence, at, person_id, from_where, by_right, verb, kind, record_id, version, commitment, seal
    FROM audit_entry ORDER BY sequence)sql"};
constexpr Query<None(std::int64_t, std::string_view, std::optional<std::string>, std::string_view,
                     std::string_view, std::string_view, std::string_view, std::string_view,
                     std::int64_t, std::string_view, std::string_view)>
    write_row{"test.mutation_write", R"sql(
    INSERT INTO audit_entry (sequence, at, person_id, from_where, by_right, verb, kind, record_id, version,
                             commitment, seal)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11))sql"};
constexpr Query<None()> clear_rows{"test.mutation_clear", "DELETE FROM audit_entry"};
constexpr Query<None(std::string_view, std::int64_t)> edit_content{
    "test.mutation_content",
    "UPDATE history SET content = $1 WHERE record_id = 'a' AND version = $2"};
constexpr Query<None(std::int64_t)> cut_content{
    "test.mutation_cut", "DELETE FROM history WHERE record_id = 'a' AND version = $1"};

SealedEntry sealed(const Row& row) {
    return {
        row.sequence, row.at,      row.person.value_or(""), row.from, row.right, row.verb, row.kind,
        row.id,       row.version, row.commitment,          row.seal};
}

/// Which entries must be among those that are named.
using Changed = std::vector<std::int64_t>;

class Mutation : public testing::Test {
public:
    Mutation() : db((test.migrate(), test.database())) {
        auto scope = command_line_scope(store::TestDatabase::noon(), system_randomness());
        in_one_transaction([&] {
            for (int version = 1; version <= entries; ++version) {
                scope.now += std::chrono::seconds{1};
                record(db, scope,
                       {.verb = version % 3 ? "thing.changed" : "thing.added",
                        .kind = "thing",
                        .id = "a",
                        .version = version,
                        .content = {{"Words", std::to_string(version)}}});
            }
            db.execute(db.engine() == store::Engine::sqlite
                           ? "DROP TRIGGER audit_entry_stays; DROP TRIGGER audit_entry_is_kept"
                           : "ALTER TABLE audit_entry DISABLE TRIGGER USER");
        });
        original = db.all(read_all);
        marks = {{kept_at, original[kept_at - 1].seal, "the first checkpoint"},
                 {entries, original[entries - 1].seal, "the last checkpoint"}};
        db.finish();
    }

    template<class Work> void in_one_transaction(Work work) {
        ASSERT_TRUE(db.atomically([&]() -> Result<Done> {
            work();
            return Done{};
        }));
    }

    int number(int first, int last) { return std::uniform_int_distribution(first, last)(random); }

    void seal_from(std::vector<Row>& rows, std::size_t from) {
        for (auto at = from; at < rows.size(); ++at) {
            rows[at].sequence = static_cast<std::int64_t>(at) + 1;
            rows[at].seal = seal_of(at ? rows[at - 1].seal : "", sealed(rows[at]));
        }
    }
    void write(const std::vector<Row>& rows) {
        db.run(clear_rows);
        for (const auto& r : rows)
            db.run(write_row, r.sequence, r.at, r.person, r.from, r.right, r.verb, r.kind, r.id,
                   r.version, r.commitment, r.seal);
    }

    /// Another value in one field of one entry.
    void spoil(Row& row) {
        switch (number(0, 8)) {
        case 0: row.at.replace(0, 4, "2019"); break;
        case 1: row.from += "1"; break;
        case 2: row.right = row.right.empty() ? "reader" : ""; break;
        case 3: row.verb += "x"; break;
        case 4: row.kind += "\n"; break;
        case 5: row.id += "b"; break;
        case 6: row.version = row.version == 1 ? 2 : 1; break;
        case 7: row.commitment[7] = row.commitment[7] == '0' ? '1' : '0'; break;
        default: row.seal[9] = row.seal[9] == 'a' ? 'b' : 'a';
        }
    }
    Changed edit(std::vector<Row>& rows) {
        const auto at = number(0, entries - 1);
        spoil(rows[at]);
        return {at + 1};
    }
    Changed edit_and_seal_it(std::vector<Row>& rows) {
        const auto at = number(0, entries - 2);
        rows[at].verb = "thing.read";
        rows[at].seal = seal_of(at ? rows[at - 1].seal : "", sealed(rows[at]));
        return {at + 1};
    }
    Changed cut(std::vector<Row>& rows) {
        const auto from = number(0, entries - 1),
                   to = number(from, std::min(from + 3, entries - 1));
        rows.erase(rows.begin() + from, rows.begin() + to + 1);
        Changed changed;
        for (int at = from; at <= to; ++at) changed.push_back(at + 1);
        return changed;
    }
    Changed swap(std::vector<Row>& rows) {
        const auto one = number(0, entries - 2), other = number(one + 1, entries - 1);
        std::swap(rows[one], rows[other]);
        std::swap(rows[one].sequence, rows[other].sequence);
        return {one + 1, other + 1};
    }
    Changed insert(std::vector<Row>& rows) {
        const auto at = number(0, entries);
        auto added = rows[number(0, entries - 1)];
        added.from += " too";
        rows.insert(rows.begin() + at, added);
        for (std::size_t n = 0; n < rows.size(); ++n) rows[n].sequence = static_cast<int>(n) + 1;
        return {at + 1};
    }
    Changed truncate(std::vector<Row>& rows) {
        const auto left = number(0, entries - 1);
        rows.resize(left);
        return {left + 1, entries};
    }
    Changed rebuild(std::vector<Row>& rows) {
        const auto at = number(0, entries - 1);
        rows[at].verb = "thing.never";
        seal_from(rows, at);
        return {at + 1};
    }
    Changed rebuild_shorter(std::vector<Row>& rows) {
        const auto at = number(0, entries - 1);
        rows.erase(rows.begin() + at);
        seal_from(rows, at);
        return {entries};
    }
    /// An older copy with which the work went on.
    Changed restore(std::vector<Row>& rows) {
        const auto left = number(0, entries - 1);
        rows.resize(left);
        const auto more = number(0, entries + 5 - left);
        for (int n = 0; n < more; ++n) {
            auto row = original[number(0, entries - 1)];
            row.at.replace(0, 4, "2027");
            rows.push_back(row);
        }
        seal_from(rows, left);
        return {left + 1};
    }
    Changed change_content(std::vector<Row>&) {
        const auto version = number(1, entries);
        if (number(0, 1)) {
            db.run(edit_content, R"({"Words":"never"})", version);
        } else {
            db.run(cut_content, version);
        }
        return {version};
    }

    using Kind = Changed (Mutation::*)(std::vector<Row>&);
    static constexpr std::pair<const char*, Kind> kinds[] = {
        {"edit", &Mutation::edit},       {"edit and seal it", &Mutation::edit_and_seal_it},
        {"cut", &Mutation::cut},         {"swap", &Mutation::swap},
        {"insert", &Mutation::insert},   {"truncate", &Mutation::truncate},
        {"rebuild", &Mutation::rebuild}, {"rebuild shorter", &Mutation::rebuild_shorter},
        {"restore", &Mutation::restore}, {"content", &Mutation::change_content},
    };

    /// What verify() says of the log after one change, which is undone.
    Verdict verdict_after(Kind kind, Changed& changed) {
        Verdict verdict;
        (void)db.atomically([&]() -> Result<Done> {
            auto rows = original;
            changed = (this->*kind)(rows);
            if (kind != &Mutation::change_content) write(rows);
            verdict = verify(db, marks);
            return not_found();
        });
        return verdict;
    }

    static bool names(const Verdict& verdict, std::int64_t entry) {
        return std::ranges::any_of(verdict.placed, [&](const ChainFault& fault) {
            return fault.first <= entry && entry <= fault.last;
        });
    }

    store::TestDatabase test;
    store::Db db;
    std::vector<Row> original;
    std::vector<ChainMark> marks;
    std::mt19937 random{20261121};
};

TEST_F(Mutation, Ten_thousand_are_each_found_and_placed) {
    // On a server each takes some fifty messages to and fro; the check is the same.
    const int mutations = store::TestDatabase::is_on_postgresql() ? 500 : 10'000;
    std::map<std::string, int> missed;
    for (int at = 0; at < mutations; ++at) {
        const auto& [name, kind] = kinds[at % std::size(kinds)];
        Changed changed;
        const auto verdict = verdict_after(kind, changed);
        for (const auto entry : changed)
            if (!names(verdict, entry)) {
                ++missed[name];
                ADD_FAILURE() << name << " of entry " << entry << " is not named: "
                              << (verdict.faults.empty() ? "sound" : verdict.faults.front());
            }
        ASSERT_LT(missed.size(), 3u);
        if (at % 500 == 0) {
            db.finish();
            EXPECT_TRUE(verify(db, marks).faults.empty());
        }
    }
}

TEST_F(Mutation, One_edited_entry_is_named_alone_or_with_its_neighbour) {
    for (int at = 0; at < 500; ++at) {
        Changed changed;
        const auto verdict = verdict_after(&Mutation::edit_and_seal_it, changed);
        if (changed.front() == kept_at) continue; // all up to there contradicts the checkpoint
        std::int64_t named = 0;
        for (const auto& fault : verdict.placed) named += fault.last - fault.first + 1;
        EXPECT_LE(named, 2) << changed.front();
    }
}

TEST_F(Mutation, A_log_that_was_sealed_anew_is_placed_between_two_checkpoints) {
    auto rows = original;
    rows[kept_at + 3].verb = "thing.never";
    seal_from(rows, kept_at + 3);
    in_one_transaction([&] { write(rows); });
    const auto verdict = verify(db, marks);
    ASSERT_EQ(verdict.placed.size(), 1u);
    EXPECT_EQ(verdict.placed[0].first, kept_at + 1);
    EXPECT_EQ(verdict.placed[0].last, entries);
    EXPECT_NE(verdict.faults[0].find("not what the last checkpoint has signed"), std::string::npos);
    EXPECT_TRUE(verify(db).faults.empty()); // without a kept checkpoint nobody could tell
}

} // namespace
} // namespace openmasa::audit
