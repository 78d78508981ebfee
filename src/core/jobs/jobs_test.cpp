#include "core/access/secret.hpp"
#include "core/access/store.hpp"
#include "core/accounts/store.hpp"
#include "core/audit/audit.hpp"
#include "core/jobs/actions.hpp"
#include "core/jobs/everything.hpp"
#include "core/jobs/housekeeping.hpp"
#include "core/jobs/rules.hpp"
#include "core/jobs/schedule.hpp"
#include "core/jobs/store.hpp"
#include "core/jobs/working.hpp"
#include "core/notices/store.hpp"
#include "store/test_database.hpp"
#include <gmock/gmock.h>

namespace openmasa::jobs {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;
using testing::StartsWith;

class Jobs : public testing::Test {
protected:
    Jobs() : db((test.migrate(), test.database())) {
        in_one_transaction([&] {
            accounts::add_account(db,
                                  {.id = *head.account,
                                   .person = *head.person,
                                   .known_as = head.known_as,
                                   .email = "head@example.org",
                                   .password_hash = {}},
                                  now);
            access::add_holding(db, {.id = head.new_id<PersonId>().str(),
                                     .person = *head.person,
                                     .role = Role::business_unit,
                                     .owner = {},
                                     .from = head.today});
        });
        head.holdings = access::holdings_of(db, *head.person, head.today);
        worker.database = &test.database();
        worker.storage = &storage;
        worker.now = [this] {
            auto scope = head;
            scope.person.reset();
            scope.account.reset();
            scope.now = now;
            return scope;
        };
        worker.on_fault = [this](std::string_view, const std::exception&) { ++faults; };
    }

    template<class Work> void in_one_transaction(Work work) {
        ASSERT_TRUE(db.atomically([&]() -> Result<Done> {
            work();
            return Done{};
        }));
        db.finish();
    }
    Kind& kind(std::string_view name, std::function<Result<Done>(Work&)> run) {
        kinds.push_back({.name = name,
                         .title = "Some work",
                         .permission = Permission::read_plan,
                         .run = std::move(run)});
        worker.kinds = kinds;
        return kinds.back();
    }
    JobId asked(std::string_view name) {
        JobId id{};
        in_one_transaction([&] { id = *ask(db, head, {.kind = find_kind(worker.kinds, name)}); });
        return id;
    }
    Job job(const JobId& id) {
        db.finish();
        auto found = *find_job(db, id);
        db.finish();
        return found;
    }
    int round() {
        db.finish();
        return *work(db, worker);
    }

    store::TestDatabase test;
    store::Db db;
    Moment now = test.noon();
    files::Storage storage{std::filesystem::path(test.file() + "-files")};
    Scope head{.person = PersonId::make(now, system_randomness()),
               .account = AccountId::make(now, system_randomness()),
               .known_as = "Head of delivery",
               .holdings = {},
               .from = "127.0.0.1",
               .now = now,
               .today = london_day(now),
               .randomness = &system_randomness()};
    std::vector<Kind> kinds;
    Worker worker;
    int faults = 0;
};

TEST_F(Jobs, Work_that_was_asked_for_is_done_once_and_told) {
    int runs = 0;
    kind("count", [&](Work& work) {
        ++runs;
        return work.finish({.said = "Counted",
                            .file_name = "count.txt",
                            .file_type = "text/plain",
                            .file_content = "42"});
    });
    const auto id = asked("count");
    EXPECT_EQ(asked("count"), id); // one at a time
    EXPECT_EQ(round(), 1);
    EXPECT_EQ(round(), 0);
    EXPECT_EQ(runs, 1);
    EXPECT_EQ(job(id).state, State::done);
    const auto file = files::find_file(db, *job(id).file);
    EXPECT_EQ(storage.get(file->digest), "42");
    const auto told = notices::notices_of(db, *head.person, 10);
    ASSERT_THAT(told, SizeIs(1));
    EXPECT_EQ(told[0].path, "/jobs/" + id.str());
}

TEST_F(Jobs, A_job_that_was_cut_off_goes_on_where_its_last_step_ended) {
    std::vector<std::string> effects;
    bool cut_off = true;
    kind("steps", [&](Work& work) -> Result<Done> {
        for (int at = work.job().steps_done; at < 3; ++at) {
            if (at == 2 && std::exchange(cut_off, false)) throw std::runtime_error("the machine");
            TRY(work.step({.done = at + 1, .all = 3, .doing = "Counting"}, [&]() -> Result<Done> {
                effects.push_back(std::to_string(at));
                return Done{};
            }));
        }
        return work.finish({.said = "Counted"});
    });
    const auto id = asked("steps");
    round();
    EXPECT_EQ(job(id).state, State::waiting);
    EXPECT_EQ(job(id).steps_done, 2);
    EXPECT_EQ(faults, 1);
    now += wait_after(1);
    round();
    EXPECT_EQ(job(id).state, State::done);
    EXPECT_EQ(effects, (std::vector<std::string>{"0", "1", "2"}));
}

TEST_F(Jobs, A_worker_that_was_taken_for_gone_saves_nothing_more) {
    std::vector<std::string> effects;
    int begun = 0;
    kind("slow", [&](Work& work) -> Result<Done> {
        const bool first = ++begun == 1;
        const auto add = [&]() -> Result<Done> {
            effects.push_back(first ? "first" : "second");
            return Done{};
        };
        if (first) {
            now += lease; // it stood still for so long that another one takes over
            store::Db other(test.database());
            EXPECT_EQ(*jobs::work(other, worker), 1);
        }
        return work.finish({.said = "Done"}, add);
    });
    const auto id = asked("slow");
    round();
    EXPECT_EQ(effects, std::vector<std::string>{"second"});
    EXPECT_EQ(job(id).state, State::done);
    EXPECT_THAT(notices::notices_of(db, *head.person, 10), SizeIs(1));
}

TEST_F(Jobs, A_sign_of_life_keeps_work_from_others_and_only_its_own_worker_gives_it) {
    int done_by_others = -1;
    kind("long", [&](Work& work) -> Result<Done> {
        store::Db other(test.database());
        in_one_transaction([&] {
            EXPECT_FALSE(renew(db, work.job().id, "somebody else", now + 9 * lease));
            EXPECT_TRUE(renew(db, work.job().id, work.job().taken_by, now + 2 * lease));
        });
        now += lease; // without the sign of life it would be anybody's now
        done_by_others = *jobs::work(other, worker);
        return work.finish({.said = "Done"});
    });
    const auto id = asked("long");
    round();
    EXPECT_EQ(done_by_others, 0);
    EXPECT_EQ(job(id).state, State::done);
}

TEST_F(Jobs, A_fault_is_tried_again_five_times_and_then_waits_for_a_person) {
    kind("broken", [&](Work&) -> Result<Done> { throw std::runtime_error("the disk"); });
    const auto id = asked("broken");
    for (int tries = 0; tries < 20; ++tries) {
        round();
        now += hours{1};
    }
    EXPECT_EQ(faults, most_attempts);
    EXPECT_EQ(job(id).state, State::failed);
    EXPECT_THAT(job(id).said, HasSubstr("the fault is in the log"));
    in_one_transaction([&] { EXPECT_TRUE(try_again(db, head, id)); });
    EXPECT_EQ(job(id).state, State::waiting);
}

TEST_F(Jobs, A_job_that_kills_its_worker_each_time_is_given_up) {
    kind("deadly", [&](Work&) -> Result<Done> { return Done{}; });
    const auto id = asked("deadly");
    for (int tries = 0; tries <= most_attempts; ++tries) {
        round(); // it returns without finishing, as if the process had ended there
        now += lease;
    }
    EXPECT_EQ(job(id).state, State::failed);
    EXPECT_THAT(job(id).said, HasSubstr("cut off"));
}

TEST_F(Jobs, What_is_refused_fails_at_once_with_the_reason) {
    kind("refused", [&](Work&) -> Result<Done> { return invalid("", "The plan is closed"); });
    const auto id = asked("refused");
    round();
    EXPECT_EQ(job(id).state, State::failed);
    EXPECT_EQ(job(id).said, "The plan is closed");
}

TEST_F(Jobs, Cancelled_work_stops_at_its_next_step_and_its_effect_does_not_come) {
    int effects = 0;
    JobId id{};
    kind("long", [&](Work& work) -> Result<Done> {
        const auto count = [&]() -> Result<Done> {
            ++effects;
            return Done{};
        };
        TRY(work.step({.done = 1, .all = 2, .doing = "Counting"}, count));
        in_one_transaction([&] { EXPECT_TRUE(cancel(db, head, id)); });
        return work.finish({.said = "Counted"}, count);
    });
    id = asked("long");
    round();
    EXPECT_EQ(job(id).state, State::cancelled);
    EXPECT_EQ(effects, 1);
    EXPECT_THAT(notices::notices_of(db, *head.person, 10), IsEmpty());
}

TEST_F(Jobs, What_waits_can_be_cancelled_and_what_has_ended_cannot) {
    kind("quick", [&](Work& work) { return work.finish({.said = "Done"}); });
    const auto waiting = asked("quick");
    in_one_transaction([&] { EXPECT_TRUE(cancel(db, head, waiting)); });
    EXPECT_EQ(round(), 0);
    const auto done = asked("quick");
    round();
    in_one_transaction([&] { EXPECT_FALSE(cancel(db, head, done)); });
    in_one_transaction([&] { EXPECT_FALSE(try_again(db, head, done)); });
}

TEST_F(Jobs, Somebody_else_neither_sees_nor_cancels_it) {
    kind("quick", [&](Work& work) { return work.finish({.said = "Done"}); });
    const auto id = asked("quick");
    auto other = head;
    other.person = PersonId::make(now, system_randomness());
    other.holdings = {};
    EXPECT_FALSE(find_for(db, other, id));
    in_one_transaction([&] { EXPECT_FALSE(cancel(db, other, id)); });
    in_one_transaction([&] { EXPECT_FALSE(ask(db, other, {.kind = &kinds[0]})); });
}

TEST_F(Jobs, Whoever_lost_the_right_meanwhile_gets_nothing) {
    kind("quick", [&](Work& work) { return work.finish({.said = "Done"}); });
    const auto id = asked("quick");
    in_one_transaction(
        [&] { access::end_holdings(db, *head.person, head.today - std::chrono::days{1}); });
    round();
    EXPECT_EQ(job(id).state, State::failed);
    EXPECT_THAT(job(id).said, HasSubstr("may not do so any more"));
}

TEST_F(Jobs, Everything_is_one_zip_file_with_what_the_person_may_see) {
    kinds.push_back(everything({{"things.csv", [](store::Db&, const Scope& scope) {
                                     return std::string("seen by ") + scope.known_as;
                                 }}}));
    worker.kinds = kinds;
    const auto id = asked("everything");
    round();
    ASSERT_EQ(job(id).state, State::done) << job(id).said;
    const auto file = files::find_file(db, *job(id).file);
    EXPECT_EQ(file->name, "openmasa-2026-01-22.zip");
    const auto zip = *storage.get(file->digest);
    EXPECT_THAT(zip, StartsWith("PK"));
    EXPECT_THAT(zip, HasSubstr("things.csv"));
}

TEST_F(Jobs, A_schedule_runs_once_however_long_nobody_was_there) {
    int runs = 0;
    kind("nightly", [&](Work& work) {
        ++runs;
        return work.finish({.said = "Tidied"});
    }).schedule = "daily 02:30";
    EXPECT_TRUE(add_schedules(db, worker));
    EXPECT_EQ(*follow_schedules(db, worker), 0);
    now += std::chrono::days{5};
    EXPECT_EQ(*follow_schedules(db, worker), 1);
    EXPECT_EQ(*follow_schedules(db, worker), 0);
    EXPECT_TRUE(add_schedules(db, worker)); // a restart changes nothing
    round();
    EXPECT_EQ(runs, 1);
    const auto all = schedules(db);
    ASSERT_THAT(all, SizeIs(1));
    EXPECT_EQ(iso(all[0].next_at), "2026-01-28T02:30:00.000Z");
}

TEST_F(Jobs, When_work_is_done_is_changed_by_whoever_may_administer_and_only_over_what_they_read) {
    kind("nightly", [](Work& work) { return work.finish({.said = "Tidied"}); }).schedule =
        "daily 02:30";
    EXPECT_TRUE(add_schedules(db, worker));
    const auto change = [&](const Scope& who, const std::string& before) {
        return db.atomically([&] {
            return change_schedule(
                db, who,
                {.kind = "nightly", .before = before, .rule = *read_rule("weekly sunday 05:00")});
        });
    };
    EXPECT_EQ(change(head, "daily 02:30").refusal().kind, Refusal::Kind::not_found);
    auto administrator = head;
    administrator.holdings = {{.role = Role::administrator}};
    EXPECT_EQ(change(administrator, "daily 03:00").refusal().kind, Refusal::Kind::conflict);
    EXPECT_TRUE(change(administrator, "daily 02:30"));
    const auto schedule = find_schedule(db, "nightly");
    EXPECT_EQ(schedule->rule, "weekly sunday 05:00");
    EXPECT_EQ(iso(schedule->next_at), "2026-01-25T05:00:00.000Z");
    const auto versions = history::versions(db, "schedule", "nightly", 5);
    ASSERT_THAT(versions, SizeIs(1));
    EXPECT_EQ(versions[0].content[0].second, "Every Sunday at 5am");
    EXPECT_TRUE(add_schedules(db, worker)); // a restart leaves it as it was changed
    EXPECT_EQ(find_schedule(db, "nightly")->rule, "weekly sunday 05:00");
}

TEST_F(Jobs, The_doctor_hears_of_work_that_failed_lately_and_of_work_that_nobody_does) {
    kind("refused", [](Work&) -> Result<Done> { return invalid("", "It cannot be."); });
    kind("waits", [](Work& work) { return work.finish({.said = "Done"}); });
    asked("refused");
    round();
    asked("waits");
    const auto seen = [&](std::chrono::minutes later) {
        db.finish();
        const auto then = now + later;
        const auto found = trouble(db, then - hours{1}, then - minutes{10});
        return std::pair(found.failed, found.undone);
    };
    EXPECT_EQ(seen(minutes{10}), std::pair(std::int64_t{1}, std::int64_t{0}));
    EXPECT_EQ(seen(minutes{11}), std::pair(std::int64_t{1}, std::int64_t{1}));
    EXPECT_EQ(seen(minutes{61}), std::pair(std::int64_t{0}, std::int64_t{1}));
}

TEST_F(Jobs, Files_that_nothing_uses_go_after_a_day_and_used_ones_stay) {
    const auto used = storage.put("used"), unused = storage.put("unused");
    const auto young = storage.put("young");
    in_one_transaction([&] {
        files::add_file(db, head,
                        {.id = head.new_id<files::FileId>(),
                         .digest = used,
                         .size = 4,
                         .type = "text/plain",
                         .name = "used.txt",
                         .made_at = now,
                         .scanned = "not scanned"});
    });
    storage.each([&](const files::Storage::Found& found) {
        if (found.digest != young)
            std::filesystem::last_write_time(
                found.path, std::filesystem::file_time_type::clock::now() - hours{25});
    });
    in_one_transaction([&] {
        EXPECT_EQ(remove_unused_files(db, storage, head), "Removed 1 file that nothing used");
    });
    EXPECT_TRUE(storage.has(used));
    EXPECT_TRUE(storage.has(young));
    EXPECT_FALSE(storage.has(unused));
}

} // namespace
} // namespace openmasa::jobs
