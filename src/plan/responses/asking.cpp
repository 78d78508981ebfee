#include "plan/responses/asking.hpp"
#include "core/accounts/record_link.hpp"
#include "core/notices/notice.hpp"
#include "core/restriction/readers.hpp"
#include "kernel/london_time.hpp"
#include "kernel/text.hpp"
#include "plan/recommendation_clocks.hpp"
#include "plan/recommendation_response_section.hpp"
#include <algorithm>

namespace openmasa::responses {
namespace {

constexpr std::size_t longest_holder = 190;

/// With those who hold a role within one of its seats, of owners whose ids stand in a text.
constexpr store::Query<Acting(std::string_view, Day)> list_acting{"responses.acting", R"sql(
    SELECT DISTINCT w.id, h.person_id, p.known_as, h.role
    FROM owner w JOIN role_holding h ON h.owner_id = w.id OR h.owner_id IN (SELECT x.id FROM owner x WHERE x.group_id = w.id)
    JOIN person p ON p.id = h.person_id
    WHERE (' ' || $1 || ' ') LIKE ('% ' || w.id || ' %')
      AND h.from_day <= $2 AND (h.to_day IS NULL OR h.to_day >= $2)
      AND EXISTS (SELECT 1 FROM account c WHERE c.person_id = h.person_id AND c.ended_at IS NULL)
    ORDER BY p.known_as, h.person_id, w.id, h.role)sql"};

/// Each once, with an account that is open, who may answer for them and may read it.
std::vector<Acting> acting_for(store::Db& db, const Scope& scope, const RecommendationId& id,
                               std::string_view owners) {
    auto all = db.all(list_acting, owners, scope.today);
    restriction::Readers readers(db, scope);
    std::erase_if(all, [&](const Acting& one) {
        return reach(one.role, Permission::answer_recommendation) == Reach::none ||
               !readers.may_read(one.person, {id.view()});
    });
    const auto same = [](const Acting& one, const Acting& other) {
        return one.owner == other.owner && one.person == other.person;
    };
    all.erase(std::unique(all.begin(), all.end(), same), all.end());
    return all;
}

/// A link to that address; of the same holder when it had one before.
Result<Done> send_link(store::Db& db, const Scope& scope, const Response& response,
                       const std::string& email) {
    const auto before = accounts::links_of(db, link_purpose, response.id.view());
    const auto holder = before.empty() ? std::nullopt : std::optional(before.front().holder);
    const auto secret =
        TRY(accounts::give_link(db, scope,
                                {.purpose = link_purpose,
                                 .record = response.id.view(),
                                 .holder_name = shortened(response.owner_name, longest_holder),
                                 .days = days_of_link(response.due, scope.today),
                                 .email = email,
                                 .holder = holder}));
    notices::tell(db, scope,
                  {.email = email,
                   .kind = notices::Kind::link_given,
                   .about_kind = record_kind,
                   .about_id = response.id.view(),
                   .path = "/responses/" + secret});
    return Done{};
}

/// A link that was taken back, or has ended, is not followed by another unless somebody asks again.
bool had_its_link_taken(store::Db& db, const Response& response, Moment now) {
    const auto links = accounts::links_of(db, link_purpose, response.id.view());
    return !links.empty() && std::ranges::none_of(links, [&](const accounts::RecordLink& link) {
        return link.is_open(now);
    });
}

Result<Done> tell(store::Db& db, const Scope& scope, const Response& response,
                  const std::vector<Acting>& people, const std::string& email) {
    for (const auto& one : people)
        if (one.owner == response.owner)
            notices::tell(db, scope,
                          {.person = one.person,
                           .kind = notices::Kind::response_asked,
                           .about_kind = record_kind,
                           .about_id = response.id.view(),
                           .path = address_of(response)});
    if (email.empty()) return Done{};
    return send_link(db, scope, response, email);
}

std::string email_in(const std::vector<Office>& offices, const ResponseId& id) {
    const auto found = std::ranges::find(offices, id, &Office::response);
    return found == offices.end() ? std::string() : found->email;
}

/// Whom a reminder tells.
struct Reached {
    std::vector<Acting> people{};
    std::string email{};

    bool nobody() const { return people.empty() && email.empty(); }
};
Reached reached(store::Db& db, const Scope& scope, const Response& response) {
    Reached all{.people = acting_for(db, scope, response.recommendation, response.owner.view()),
                .email = email_in(offices_of(db, response.recommendation), response.id)};
    if (!all.email.empty() && had_its_link_taken(db, response, scope.now)) all.email.clear();
    return all;
}

/// Counts it, and tells whoever answers for that owner; false where nobody can be told.
Result<bool> remind_of(store::Db& db, const Scope& scope, Response response) {
    const auto who = reached(db, scope, response);
    if (who.nobody()) return false;
    ++response.reminded;
    response.reminded_on = scope.today;
    TRY(save_response(db, scope, response, {.verb = "response.reminded"}));
    TRY(tell(db, scope, response, who.people, who.email));
    return true;
}

const Candidate* find(const std::vector<Candidate>& all, std::string_view owner) {
    const auto found =
        std::ranges::find_if(all, [&](const Candidate& one) { return one.owner.view() == owner; });
    return found == all.end() ? nullptr : &*found;
}

/// As it will be asked: a new one, or the one that was asked before.
Response asked(const Scope& scope, const Ask& command, const Candidate& one) {
    auto response = one.response.value_or(Response{.id = scope.new_id<ResponseId>(),
                                                   .recommendation = command.recommendation,
                                                   .owner = one.owner,
                                                   .owner_name = one.name,
                                                   .asked_on = scope.today,
                                                   .asked_by = scope.person});
    response.due = *typed_day(command.due);
    response.words = std::string(trimmed(command.words));
    return response;
}

Result<Done> ask_one(store::Db& db, const Scope& scope, const Ask& command, const Candidate& one) {
    const auto response = asked(scope, command, one);
    const bool is_new = !one.response;
    if (is_new)
        add_response(db, scope, response);
    else
        TRY(save_response(db, scope, response, {.verb = "response.asked_again"}));
    const auto typed = command.emails.find(one.owner.str());
    const bool by_link = one.people.empty() && typed != command.emails.end();
    const auto email = by_link ? std::string(trimmed(typed->second)) : std::string();
    if (!email.empty() || !one.email.empty()) keep_email(db, response, email);
    return tell(db, scope, response, one.people, email);
}

} // namespace

std::optional<recommendations::Whole> find_to_ask(store::Db& db, const Scope& scope,
                                                  const RecommendationId& id) {
    if (!scope.may(Permission::keep_recommendations)) return {};
    auto whole = recommendations::find_whole(db, scope, id);
    if (!whole || !is_followed(whole->it)) return {};
    return whole;
}

std::vector<Candidate> candidates(store::Db& db, const Scope& scope,
                                  const recommendations::Whole& whole) {
    const auto& id = whole.it.id;
    const auto responses = responses_of(db, scope, id);
    const auto offices = offices_of(db, id);
    const auto acting = acting_for(db, scope, id, whole.it.expected);
    std::vector<Candidate> all;
    for (const auto& one : whole.expected) {
        auto& candidate = all.emplace_back(Candidate{.owner = one.owner, .name = one.name});
        const auto found = std::ranges::find(responses, one.owner, &Response::owner);
        if (found != responses.end()) {
            candidate.response = *found;
            candidate.email = email_in(offices, found->id);
        }
        std::ranges::copy_if(acting, std::back_inserter(candidate.people),
                             [&](const Acting& person) { return person.owner == one.owner; });
    }
    return all;
}

Result<Done> ask(store::Db& db, const Scope& scope, const Ask& command) {
    const auto whole = find_to_ask(db, scope, command.recommendation);
    if (!whole) return not_found();
    const auto all = candidates(db, scope, *whole);
    if (auto problems = problems_with(command, all, scope.today); !problems.empty())
        return invalid(std::move(problems));
    for (const auto& id : command.owners) TRY(ask_one(db, scope, command, *find(all, id)));
    days_asked_for_count(db, scope, whole->it);
    return Done{};
}

void days_asked_for_count(store::Db& db, const Scope& scope,
                          const recommendations::Recommendation& it) {
    if (count_never_asked(db, it) > 0) return;
    std::optional<Day> last;
    for (const auto& one : responses_of(db, scope, it.id))
        if (!one.is_answered()) last = std::max(last.value_or(one.due), one.due);
    if (last)
        recommendations::stop_clock(db, scope, it.id, recommendations::Clock::response,
                                    "Everybody was asked, the last for an answer by " +
                                        openmasa::spoken(*last) +
                                        ": the days that were asked for count now");
}

std::vector<Open> to_remind(store::Db& db, const Scope& scope, const RecommendationId& id) {
    std::vector<Open> all;
    for (auto& one : responses_of(db, scope, id)) {
        if (!can_be_reminded(one, scope.today)) continue;
        const bool is_reached = !reached(db, scope, one).nobody();
        all.push_back({std::move(one), is_reached});
    }
    return all;
}

Result<Done> remind_by_hand(store::Db& db, const Scope& scope, const RecommendationId& id) {
    if (!find_to_ask(db, scope, id)) return not_found();
    int reminded = 0;
    for (const auto& one : to_remind(db, scope, id)) {
        const bool is_told = TRY(remind_of(db, scope, one.response));
        reminded += is_told;
    }
    if (reminded == 0)
        return invalid("", "Nobody could be reminded: they were asked or reminded today, or nobody "
                           "with an account or an address answers for them. Ask them again.");
    return Done{};
}

Result<Done> take_link_back(store::Db& db, const Scope& scope, const RecommendationId& id,
                            const OwnerId& owner) {
    const auto response = find_response(db, scope, id, owner);
    if (!response || !scope.may(Permission::keep_recommendations)) return not_found();
    bool is_taken = false;
    for (const auto& link : accounts::links_of(db, link_purpose, response->id.view())) {
        if (!link.is_open(scope.now)) continue;
        TRY(accounts::revoke_link(db, scope, link_purpose, link.id));
        is_taken = true;
    }
    if (!is_taken) return not_found();
    return Done{};
}

std::string remind(store::Db& db, const Scope& scope) {
    int reminded = 0;
    for (const auto& one : unanswered(db)) {
        if (!is_reminded_on(one, scope.today)) continue;
        const auto done = remind_of(db, scope, one);
        reminded += done && *done;
    }
    return reminded ? "Reminded of " + counted(reminded, "answer to a recommendation",
                                               "answers to recommendations")
                    : "";
}

} // namespace openmasa::responses
