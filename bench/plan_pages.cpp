// Asks the whole program for every page that its routes name, as each of the people whose sessions
// are given, and says how much of the processor's time the server took: from the request as it was
// read to the answer as it is sent.
//     plan_pages DATABASE TODAY SECRET...
// Prints a line of JSON for each page and person: {"who", "page", "as_at", "status", "n", "median",
// "worst", "after_save", "statements", "budget", "kilobytes"}; times in milliseconds. after_save is
// the median of visits each of which comes after somebody saved an action: what is remembered from
// one state of the records is then made anew. Last {"not_asked": [...]}: routes whose address holds
// what no record here has.
#include "core/files/storage.hpp"
#include "core/routing/router.hpp"
#include "kernel/text.hpp"
#include "modules.hpp"
#include "partnership/office_store.hpp"
#include "plan/store.hpp"
#include "records.hpp"
#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <iostream>
#include <map>
#include <set>

namespace openmasa::bench {
namespace {

using store::ComposedQuery;
using Ids = std::vector<std::string>;

constexpr int records_asked = 8, rounds = 3, saves = 5;
/// What takes longer than this in all is not asked for again.
constexpr double long_enough = 3000;

/// For the first word of an address: whose ids follow it, spread over the whole table. What comes
/// first is of the plan of 500 actions.
struct Place {
    std::string_view word;
    store::SqlPiece<0> ids;
};
constexpr Place places[] = {
    {"plans", "SELECT id FROM plan WHERE withdrawn_at IS NULL ORDER BY id"},
    {"priorities", "SELECT s.id FROM section s JOIN plan p ON p.id = s.plan_id "
                   "WHERE s.is_priority = 1 ORDER BY p.id, s.position"},
    {"objectives", "SELECT o.id FROM objective o JOIN section s ON s.id = o.section_id "
                   "ORDER BY s.plan_id, s.position, o.position"},
    {"actions", "SELECT id FROM action ORDER BY plan_id, position"},
    {"owners", "SELECT id FROM owner ORDER BY id"},
    {"agencies", "SELECT id FROM agency ORDER BY id"},
    {"history", "SELECT id FROM action ORDER BY plan_id, position"},
    {"retention", "SELECT id FROM action ORDER BY plan_id, position"},
    {"restricted", "SELECT id FROM action ORDER BY plan_id, position"},
    {"people", "SELECT id FROM account ORDER BY id"},
    {"offices", "SELECT id FROM office ORDER BY id"},
    {"groups", "SELECT id FROM group_record ORDER BY id"},
    {"seats", "SELECT id FROM group_seat ORDER BY id"},
    {"recommendations", "SELECT id FROM recommendation ORDER BY id"},
    {"thread", "SELECT DISTINCT action_id FROM recommendation_action ORDER BY action_id"},
    {"indicators", "SELECT id FROM indicator ORDER BY number"},
    {"directory/people", "SELECT person_id FROM office_holder WHERE to_day IS NULL ORDER BY id"},
    {"directory/lists", "SELECT id FROM mailing_list ORDER BY id"},
};

/// What is asked of a page besides showing itself.
struct Question {
    std::string_view pattern, query;
};
constexpr Question questions[] = {
    {"/directory", "?q=head+north+health"},
    {"/directory", "?q=group+12"},
    {"/structure", "?since=2020-01-01"},
    {"/recommendations", "?standing=outstanding&kind=workforce"},
    {"/recommendations", "?words=chronology+neglect"},
    {"/recommendations/broken", "?which=no-impact"},
};

Ids spread(const Ids& all) {
    Ids some;
    for (std::size_t at = 0; at < records_asked && at < all.size(); ++at)
        some.push_back(all[at * all.size() / std::min<std::size_t>(records_asked, all.size())]);
    return some;
}

/// Milliseconds of this thread, which makes the whole answer: what else the machine does at the
/// time is not counted.
double processor_time() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

struct Answer {
    int status = 0, statements = 0, budget = 0;
    double milliseconds = 0;
    std::size_t bytes = 0;
};

/// One page for one person, over all its visits.
struct Page {
    std::string who, pattern;
    bool as_at = false;
    std::vector<Answer> answers{}, after_saves{};
};

class Visits {
public:
    Visits(const std::string& address, Day today)
        : database_(address, store::Database::Opening::existing), db_(database_),
          now_(today + std::chrono::hours{12}),
          storage_(std::filesystem::temp_directory_path() / "openmasa-bench-files"),
          router_({.clock = [this] { return now_; },
                   .randomness = &chance_,
                   .today = today,
                   .on_answer = [this](const Answered& answered) { last_ = answered; },
                   .storage = &storage_,
                   .job_kinds = &kinds_},
                  modules()) {
        for (const auto& place : places) {
            ComposedQuery<std::string> query("bench.ids");
            query.add(place.ids);
            ids_[place.word] = spread(db_.all(query));
        }
        db_.finish();
    }

    const std::vector<Module>& features() const { return router_.modules(); }

    /// The addresses to ask for; none where a capture is no record's id.
    Ids addresses(std::string_view pattern) const {
        if (pattern.find('{') == pattern.npos) return {std::string(pattern)};
        Ids filled;
        for (const auto& id : ids_of(pattern)) filled.push_back(fill(std::string(pattern), id));
        const bool has_holes = !filled.empty() && filled.front().find('{') != std::string::npos;
        return has_holes ? Ids() : filled;
    }

    /// Of the records whose place the address begins with; the longer of two such places.
    Ids ids_of(std::string_view pattern) const {
        std::string_view longest;
        for (const auto& [word, ids] : ids_)
            if (pattern.starts_with(fmt::format("/{}/{{", word)) && word.size() > longest.size())
                longest = word;
        const auto found = ids_.find(longest);
        return found == ids_.end() ? Ids() : found->second;
    }

    Answer ask(const std::string& secret, const std::string& target) {
        http::Request request;
        request.path = target.substr(0, target.find('?'));
        if (request.path.size() < target.size())
            request.query = target.substr(request.path.size() + 1);
        request.peer = "127.0.0.1";
        request.headers.push_back({"Cookie", "openmasa_session=" + secret});
        const auto before = processor_time();
        const auto response = router_.answer(request, db_);
        return {.status = response.status,
                .statements = last_.statements,
                .budget = last_.route ? last_.route->budget.statements : 0,
                .milliseconds = processor_time() - before,
                .bytes = response.body.size()};
    }

    /// Somebody else's work: an action of another plan is saved; an office where there are none.
    void save_something() {
        const auto scope = command_line_scope(now_, chance_);
        (void)db_.atomically([&]() -> Result<Done> {
            if (ids_["actions"].empty()) return save_office(scope);
            const auto id = plan::ActionId::unchecked(ids_["actions"].back());
            if (const auto action = plan::find_action(db_, scope, id))
                TRY(plan::save_action(db_, scope, *action, {.verb = "action.updated"}));
            return Done{};
        });
        db_.finish();
    }

private:
    Result<Done> save_office(const Scope& scope) {
        if (ids_["offices"].empty()) return Done{};
        const auto id = OwnerId::unchecked(ids_["offices"].back());
        const auto office = partnership::read_office(db_, id);
        return office ? partnership::save_office(db_, scope, *office, "office.changed") : Done{};
    }
    static std::string fill(std::string pattern, const std::string& id) {
        for (const auto& [hole, value] : std::map<std::string, std::string>{
                 {"{id}", id}, {"{kind}", "action"}, {"{version}", "1"}, {"{gap}", "no-reason"}})
            if (const auto at = pattern.find(hole); at != pattern.npos)
                pattern.replace(at, hole.size(), value);
        return pattern;
    }

    store::Database database_;
    store::Db db_;
    Moment now_;
    Chance chance_;
    std::vector<jobs::Kind> kinds_ = job_kinds();
    files::Storage storage_;
    Answered last_;
    Router router_;
    std::map<std::string_view, Ids, std::less<>> ids_;
};

template<class Figure> double middle(const std::vector<Answer>& answers, Figure figure) {
    std::vector<double> sorted;
    for (const auto& answer : answers) sorted.push_back(double(figure(answer)));
    std::ranges::sort(sorted);
    return sorted.empty() ? 0 : sorted[sorted.size() / 2];
}
template<class Figure> double most(const std::vector<Answer>& answers, Figure figure) {
    double most = 0;
    for (const auto& answer : answers) most = std::max(most, double(figure(answer)));
    return most;
}

void print(const Page& page) {
    const auto time = [](const Answer& answer) { return answer.milliseconds; };
    const auto& answers = page.answers;
    std::cout
        << fmt::format(
               R"({{"who": "{}", "page": "{}", "as_at": {}, "status": {}, "n": {}, "median": {:.2f}, "worst": {:.2f}, )"
               R"("after_save": {:.2f}, "statements": {}, "budget": {}, "kilobytes": {:.1f}}})"
               "\n",
               page.who, page.pattern, page.as_at, answers.front().status, answers.size(),
               middle(answers, time), most(answers, time), middle(page.after_saves, time),
               most(answers, [](const Answer& answer) { return answer.statements; }),
               answers.front().budget,
               middle(answers, [](const Answer& answer) { return answer.bytes; }) / 1024)
        << std::flush;
}

void visit(Visits& visits, const std::string& secret, Page page, const Ids& addresses) {
    const bool has_query = addresses.front().find('?') != std::string::npos;
    const std::string query =
        page.as_at ? fmt::format("{}as-at=2025-06-30", has_query ? '&' : '?') : "";
    double taken = 0;
    for (int round = 0; round < rounds; ++round)
        for (const auto& address : addresses) {
            if (taken > long_enough) continue;
            page.answers.push_back(visits.ask(secret, address + query));
            taken += page.answers.back().milliseconds;
        }
    if (page.answers.front().status == 404) return; // not theirs to open
    for (int at = 0; at < (taken > long_enough ? 1 : saves); ++at) {
        visits.save_something();
        page.after_saves.push_back(
            visits.ask(secret, addresses[std::size_t(at) % addresses.size()] + query));
    }
    print(page);
}

bool can_be_past(const Module& module, const Route& route) {
    return route.past == Past::from_history ||
           (module.looks_back != nullptr && only_reads(route.permission));
}

/// As each of the people, now and as at a day.
void visit_page(Visits& visits, const std::vector<std::string>& secrets, const std::string& name,
                const Ids& addresses, bool also_past) {
    for (std::size_t who = 0; who < secrets.size(); ++who)
        for (const bool as_at : {false, true})
            if (!as_at || also_past)
                visit(visits, secrets[who],
                      {.who = fmt::format("{}", who), .pattern = name, .as_at = as_at}, addresses);
}

void visit_all(Visits& visits, const std::vector<std::string>& secrets,
               const std::vector<std::string>& only) {
    std::set<std::string> not_asked;
    for (const auto& module : visits.features())
        for (const auto& route : module.routes) {
            const std::string pattern(route.pattern);
            const bool is_wanted = std::ranges::any_of(only, [&](const std::string& part) {
                return part.starts_with('=') ? pattern == part.substr(1)
                                             : pattern.find(part) != pattern.npos;
            });
            if (route.method != Method::Get || !is_wanted) continue;
            const auto addresses = visits.addresses(pattern);
            if (addresses.empty() || pattern.ends_with(".pdf")) {
                not_asked.insert(pattern);
                continue;
            }
            visit_page(visits, secrets, pattern, addresses, can_be_past(module, route));
            for (const auto& question : questions)
                if (question.pattern == pattern) {
                    const auto asked = pattern + std::string(question.query);
                    visit_page(visits, secrets, asked, {asked}, can_be_past(module, route));
                }
        }
    std::cout << fmt::format("{{\"not_asked\": [\"{}\"]}}\n", fmt::join(not_asked, "\", \""));
}

} // namespace
} // namespace openmasa::bench

int main(int count, char** words) {
    const auto today = count >= 4 ? openmasa::day_from_iso(words[2]) : std::nullopt;
    if (!today) {
        std::cerr << "plan_pages DATABASE TODAY SECRET...\n";
        return 2;
    }
    // A page as PDF is another program's work, and takes it a second.
    setenv("OPENMASA_CHROMIUM", "/nowhere/chromium", 1);
    const auto* only =
        std::getenv("BENCH_PAGES"); // parts of addresses, "," between; "=/plans" is one
    std::vector<std::string> parts;
    for (const auto part : openmasa::split(only ? only : "", ',')) parts.emplace_back(part);
    try {
        openmasa::bench::Visits visits(words[1], *today);
        openmasa::bench::visit_all(visits, {words + 3, words + count}, parts);
    } catch (const std::exception& fault) {
        std::cerr << fault.what() << "\n";
        return 1;
    }
}
