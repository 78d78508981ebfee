#pragma once
// What the makers of the benchmark's records share: the words of plans, a chance that is the same
// every time, somebody who is signed in.
#include "core/access/secret.hpp"
#include "core/access/store.hpp"
#include "core/accounts/store.hpp"
#include "plan/plan.hpp"
#include <fmt/format.h>
#include <functional>
#include <iostream>
#include <random>

namespace openmasa::bench {

inline constexpr std::string_view verbs[] = {
    "Agree",   "Review", "Publish",  "Pilot",    "Test",      "Extend",  "Commission", "Audit",
    "Refresh", "Launch", "Embed",    "Map",      "Simplify",  "Share",   "Evaluate",   "Strengthen",
    "Finish",  "Design", "Bring in", "Write up", "Report on", "Set out", "Try out",    "Measure"};
inline constexpr std::string_view things[] = {"the threshold guide",
                                              "the multi-agency audit tool",
                                              "a shared chronology for neglect",
                                              "the escalation & resolution policy",
                                              "the joint training offer",
                                              "the children's feedback survey",
                                              "the data set for quarter-end reporting",
                                              "the pathway for children who go missing",
                                              "the pre-birth protocol",
                                              "a one-page guide to \"was not brought\"",
                                              "the information sharing agreement",
                                              "the exploitation screening tool",
                                              "safer sleep messages",
                                              "the section 11 self-assessment",
                                              "the school safeguarding return",
                                              "the transition to adulthood protocol",
                                              "learning from the last three reviews",
                                              "the supervision standard",
                                              "the parental mental health toolkit",
                                              "the contextual safeguarding plan",
                                              "the daily risk meeting's terms",
                                              "the independent scrutiny programme"};
inline constexpr std::string_view purposes[] = {"with every agency",
                                                "in three districts",
                                                "so that thresholds are used in the same way",
                                                "for frontline managers",
                                                "with schools & colleges",
                                                "and report what changed for children",
                                                "across health, police and children's services",
                                                "with parents' and carers' groups",
                                                "for out-of-hours teams",
                                                "and act on what it shows",
                                                "before the next yearly report",
                                                "with the voluntary sector",
                                                "at no extra cost",
                                                "and check it after six months",
                                                "through the delivery groups",
                                                "with young people leading"};
inline constexpr std::string_view priorities[] = {
    "Neglect", "Vulnerable Adolescents", "Child Exploitation", "Family Networks & Early Help",
    "Business critical activity"};
inline constexpr std::string_view offices[] = {
    "Children's Services", "Constabulary",      "Integrated Care Board", "Public Health",
    "Education",           "Probation Service", "Youth Justice",         "Housing & Communities"};
inline constexpr std::string_view posts[] = {"Head of service", "Delivery group", "Practice lead",
                                             "Business manager", "Data team"};

/// How dates are written in plans, each as often as it stands in the list. Seen from 22 January
/// 2026 about three in ten are past, two in ten come within thirty days, one in twenty is none.
inline constexpr std::string_view dates[] = {"31 Oct 2025",
                                             "30 Sept 2025",
                                             "by 30 November 2025",
                                             "Mid Nov 25",
                                             "End Nov 25",
                                             "Autumn 2025",
                                             "Autumn term 2025",
                                             "Q3 2025/26",
                                             "Dec 2025",
                                             "Sep – Dec 2025",
                                             "19/12/2025",
                                             "31 Oct 2025",
                                             "Nov 2025",
                                             "by 12 January 2026",
                                             "End Dec 25",
                                             "30/09/2025",
                                             "Oct – Dec 25",
                                             "31 Jan 2026",
                                             "End Jan 26",
                                             "Jan 2026",
                                             "by 13 February 2026",
                                             "Nov 25/Jan 26",
                                             "13/02/2026",
                                             "Mid Feb 26",
                                             "Dec 2025 Jan 2026",
                                             "31 Jan 2026",
                                             "Early Feb 26",
                                             "31 Mar 2026",
                                             "by 30 June 2026",
                                             "Spring – Summer 2026",
                                             "Spring term 2026",
                                             "2025-26",
                                             "2026",
                                             "Q1 2026/27",
                                             "Jan – Jun 26",
                                             "Feb 2026",
                                             "1st March 2026",
                                             "End Mar 26",
                                             "Sep 2026",
                                             "Autumn term 2026",
                                             "From 1 Apr 2026",
                                             "Ongoing",
                                             "Dec 2025 - ongoing",
                                             "Quarterly",
                                             "Quarterly",
                                             "Bi-monthly",
                                             "Annually",
                                             "31 Oct 2025, 31 Jan 2026, 30 Apr 2026",
                                             "30 Nov 2025\n31 Mar 2026",
                                             "TBC",
                                             "",
                                             "as soon as possible"};

/// Repeatable: the same numbers for every run, also where ids are made.
class Chance : public Randomness {
public:
    std::size_t below(std::size_t end) { return engine_() % end; }
    bool one_in(std::size_t many) { return below(many) == 0; }
    template<class T, std::size_t Size> const T& any(const T (&values)[Size]) {
        return values[below(Size)];
    }
    void fill(unsigned char* bytes, std::size_t count) override {
        for (std::size_t at = 0; at < count; ++at)
            bytes[at] = static_cast<unsigned char>(engine_());
    }

private:
    std::mt19937_64 engine_{20260122};
};

inline void in_one_transaction(store::Db& db, const std::function<void()>& work) {
    (void)db.atomically([&]() -> Result<Done> {
        work();
        return Done{};
    });
}

struct Somebody {
    std::string known_as, email;
    Role role{};
    std::optional<OwnerId> within{};
};

/// With an account and a role; inside a transaction.
inline accounts::Account add_somebody(store::Db& db, const Scope& scope, const Somebody& who) {
    accounts::Account account{.id = scope.new_id<AccountId>(),
                              .person = scope.new_id<PersonId>(),
                              .known_as = who.known_as,
                              .email = who.email,
                              .password_hash = {}};
    accounts::add_account(db, account, scope.now);
    access::add_holding(db, {.id = scope.new_id<PersonId>().str(),
                             .person = account.person,
                             .role = who.role,
                             .owner = who.within,
                             .from = scope.today - std::chrono::days{100}});
    return account;
}

/// A session that is in use on whatever day it is measured.
inline void sign_in(store::Db& db, const Scope& scope, const AccountId& account,
                    std::string_view secret) {
    const auto session = scope.new_id<SessionId>();
    accounts::add_session(db, {.id = session,
                               .secret_hash = sha256(secret),
                               .account = account,
                               .from = "127.0.0.1",
                               .started_at = scope.now,
                               .expires_at = scope.now + std::chrono::years{70}});
    accounts::mark_used(db, session, scope.now + std::chrono::years{70});
}

inline plan::Status any_status(Chance& chance) {
    const auto at = chance.below(100);
    if (at < 25) return plan::Status::not_started;
    if (at < 62) return plan::Status::in_progress;
    if (at < 72) return plan::Status::at_risk;
    return at < 95 ? plan::Status::done : plan::Status::stopped;
}

inline std::string any_title(Chance& chance) {
    return fmt::format("{} {} {}", chance.any(verbs), chance.any(things), chance.any(purposes));
}

/// What main() of a maker of records is: "NAME DATABASE TODAY SECRET". Gives 2 to whoever calls it
/// otherwise and 1 where a fault stopped it, each with a line that says so.
inline int make_as_asked(int count, char** words, std::string_view name,
                         void (*make)(const std::string& database, Day today,
                                      const std::string& secret)) {
    const auto today = count == 4 ? day_from_iso(words[2]) : std::nullopt;
    if (!today) {
        std::cerr << name << " DATABASE TODAY SECRET\n";
        return 2;
    }
    try {
        make(words[1], *today, words[3]);
        return 0;
    } catch (const std::exception& fault) {
        std::cerr << fault.what() << "\n";
        return 1;
    }
}

} // namespace openmasa::bench
