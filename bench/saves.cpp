// Durable, audited saves from 64 people at once, each read again and compared at once:
//     saves DATABASE-ADDRESS SECONDS     prints {"saves", "seconds", "lost", "faults_of_the_log"}
// The database is made here. A save is what an action of the program does: the row, its version in
// the history, its audit entry, one commit on the disk.
#include "core/access/secret.hpp"
#include "core/audit/audit.hpp"
#include "plan/store.hpp"
#include "store/migrations.hpp"
#include <atomic>
#include <fmt/format.h>
#include <iostream>
#include <thread>

namespace openmasa::bench {
namespace {

constexpr int people = 64;
using Clock = std::chrono::steady_clock;

Moment now() {
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

struct Count {
    std::atomic<std::int64_t> saves = 0, lost = 0;
};

/// One person's plan, with another title every time.
class Person {
public:
    explicit Person(store::Database& database)
        : db_(database), scope_(command_line_scope(now(), system_randomness())) {
        plan_.id = scope_.new_id<plan::PlanId>();
        save([&] { plan::add_plan(db_, scope_, plan_); });
    }
    void work_until(Clock::time_point end, Count& count) {
        while (Clock::now() < end) {
            plan_.title = fmt::format("Title {}", ++plan_.version);
            save([&] { plan::save_plan(db_, scope_, plan_); });
            const auto found = plan::find_plan(db_, scope_, plan_.id);
            db_.finish();
            count.lost += !found || found->title != plan_.title;
            ++count.saves;
        }
    }

private:
    template<class Change> void save(Change change) {
        const auto done = db_.atomically([&]() -> Result<Done> {
            change();
            return Done{};
        });
        if (!done) throw std::runtime_error("a save was refused");
    }
    store::Db db_;
    Scope scope_;
    plan::Plan plan_;
};

void measure(const std::string& address, double seconds) {
    store::Database database(address, store::Database::Opening::create);
    store::Db db(database);
    store::migrate(db, store::embedded_migrations(), now());
    db.finish();
    std::vector<std::unique_ptr<Person>> persons;
    for (int at = 0; at < people; ++at) persons.push_back(std::make_unique<Person>(database));
    Count count;
    const auto start = Clock::now();
    const auto end =
        start + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(seconds));
    {
        std::vector<std::jthread> threads;
        for (auto& person : persons) threads.emplace_back([&] { person->work_until(end, count); });
    }
    const std::chrono::duration<double> took = Clock::now() - start;
    const auto verdict = audit::verify(db);
    const auto unaudited = count.saves + people - verdict.entries;
    std::cout << fmt::format(
        R"({{"saves": {}, "seconds": {:.3f}, "lost": {}, "faults_of_the_log": {}}})"
        "\n",
        count.saves.load(), took.count(), count.lost.load(),
        verdict.faults.size() + static_cast<std::size_t>(unaudited != 0));
}

} // namespace
} // namespace openmasa::bench

int main(int count, char** words) {
    if (count != 3) return 2;
    openmasa::bench::measure(words[1], std::stod(words[2]));
}
