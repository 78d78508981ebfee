#include "partnership/directory/leaving.hpp"
#include "core/access/store.hpp"
#include "core/accounts/people_called.hpp"
#include "core/accounts/person_details.hpp"
#include "core/signoff/actions.hpp"
#include "kernel/text.hpp"
#include "partnership/directory/search_store.hpp"
#include "partnership/group_store.hpp"
#include "partnership/office_holding.hpp"
#include "partnership/office_rules.hpp"
#include "partnership/office_store.hpp"
#include "partnership/typed_days.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::directory {
namespace {

using partnership::Holder;
using partnership::Member;

struct OfficeRow {
    std::string line;
    OwnerId office;
    std::string name;
    Day from;
};
constexpr store::Query<OfficeRow(PersonId, Day)> list_offices_held{"directory.offices_held", R"sql(
    SELECT h.id, h.office_id, o.name, h.from_day FROM office_holder h JOIN owner o ON o.id = h.office_id
    WHERE h.person_id = $1 AND (h.to_day IS NULL OR h.to_day > $2) ORDER BY lower(o.name), h.id)sql"};
struct PlaceRow {
    std::string line;
    OwnerId group;
    std::string name, holder;
    partnership::Part part;
    Day from;
};
constexpr store::Query<PlaceRow(PersonId, Day)> list_places_held{"directory.places_held", R"sql(
    SELECT m.id, m.group_id, g.name, coalesce(h.name, ''), m.part, m.from_day FROM group_member m
    JOIN owner g ON g.id = m.group_id LEFT JOIN group_seat s ON s.id = m.seat_id LEFT JOIN owner h ON h.id = s.holder_id
    WHERE m.person_id = $1 AND (m.to_day IS NULL OR m.to_day > $2) ORDER BY lower(g.name), m.id)sql"};

std::string place_words(const PlaceRow& row) {
    auto words = row.name;
    if (!row.holder.empty()) words += ", for " + row.holder;
    if (row.part != partnership::Part::member) words += ", " + lower(spoken(row.part));
    return words;
}

bool may_end_all(const Scope& scope) {
    return scope.may(Permission::give_accounts) && scope.may(Permission::edit_agencies);
}

/// One act of leaving, step by step; what is wrong gathers until nothing was written yet.
class Leaving {
public:
    Leaving(store::Db& db, const Scope& scope, const std::vector<Module>& features,
            const SayLeft& command, Leaver leaver)
        : db_(db), scope_(scope), features_(features), command_(command),
          leaver_(std::move(leaver)) {}

    Result<Done> done() {
        read_last();
        if (problems_.empty()) leaver_.posts = posts_held(db_, leaver_.person.id, last_);
        check_agreed();
        read_leads();
        if (!problems_.empty()) return invalid(std::move(problems_));
        for (const auto& post : leaver_.posts)
            TRY(post.what == HeldPost::What::office ? end_office(post) : end_place(post));
        TRY(pass_duties());
        TRY(end_account());
        return note_last_day();
    }

private:
    void problem(std::string field, std::string words) {
        problems_.push_back({std::move(field), std::move(words)});
    }

    void read_last() {
        partnership::TypedDays typed;
        const auto day = typed.read("last", command_.last, true);
        for (auto& one : typed.problems) problems_.push_back(std::move(one));
        if (!day) return;
        last_ = *day;
        has_last_ = true;
        if (last_ > scope_.today)
            problem("last", "This day has not been yet. Come back on it: their sign-in ends at "
                            "once.");
    }

    void check_agreed() {
        for (const auto& post : leaver_.posts)
            if (!command_.agreed.contains(post.key))
                problem(post.key, fmt::format("Agree that “{}” ends.", post.words));
            else if (has_last_ && post.from > last_)
                problem(post.key, fmt::format("“{}” begins on {}, after their last day. Put it "
                                              "right on its own page first.",
                                              post.words, spoken(post.from)));
        if (leaver_.duties.restricted > 0) problem("", std::string(restricted_duties_words));
        for (const auto& duty : leaver_.duties.shown)
            if (!command_.agreed.contains("duty." + duty.key()))
                problem("duty." + duty.key(), fmt::format("Agree that “{}” passes on.", duty.what));
    }

    void read_leads() {
        const auto name = one_line(command_.leads);
        if (name.empty() || leaver_.duties.none()) return;
        const auto person = accounts::person_called(db_, name, scope_.today, "leads");
        if (!person)
            problems_.push_back(person.refusal().problems.front());
        else if (*person == leaver_.person.id)
            problem("leads", "Choose somebody else: they leave.");
        else
            leads_ = *person;
    }

    std::string why() const {
        return fmt::format("{} left on {}", leaver_.person.name, spoken_long(last_));
    }

    Result<Done> end_office(const HeldPost& post) {
        auto office = partnership::read_office(db_, post.owner);
        if (!office) return not_found();
        const auto held = std::ranges::find_if(
            office->holders, [&](const Holder& holder) { return holder.id.view() == post.line; });
        if (held == office->holders.end()) return not_found();
        held->to = last_;
        if (held->note.empty()) held->note = why();
        const bool acting = held->acting;
        TRY(take_on(*office, post.key, acting));
        TRY(partnership::save_office(db_, scope_, *office, "office.holder_left"));
        signoff::tell_new_holders(db_, scope_, office->id, partnership::holders_for_signing);
        return Done{};
    }

    /// Whoever takes the office on begins the day after; acting where the leaver acted.
    Result<Done> take_on(partnership::Office& office, const std::string& key, bool acting) {
        const auto found = command_.next.find(key);
        const auto name = found == command_.next.end() ? "" : one_line(found->second);
        if (name.empty()) return Done{};
        const auto field = "next-" + key;
        const auto person = TRY(accounts::person_called(db_, name, scope_.today, field));
        if (person == leaver_.person.id) return invalid(field, "Choose somebody else: they leave.");
        const Holder next{.id = scope_.new_id<partnership::HolderId>(),
                          .person = person,
                          .known_as = name,
                          .from = last_ + std::chrono::days{1},
                          .acting = acting};
        partnership::hand_over(office, next);
        const auto problems = partnership::problems_with(office, next);
        return problems.empty() ? Result<Done>(Done{}) : invalid(field, problems.front().words);
    }

    /// Of several places in one group each save reads what the one before left.
    Result<Done> end_place(const HeldPost& post) {
        auto group = partnership::read_group(db_, post.owner, scope_.today);
        if (!group) return not_found();
        const auto end = [&](std::vector<Member>& people) {
            for (auto& member : people) {
                if (member.id.view() != post.line) continue;
                member.to = last_;
                if (member.note.empty()) member.note = why();
            }
        };
        for (auto& seat : group->seats) end(seat.people);
        end(group->guests);
        return partnership::save_group(db_, scope_, *group, "group.member_left");
    }

    Result<Done> pass_duties() {
        const Settlement settlement{.fate = leads_ ? Fate::passes : Fate::ends,
                                    .to = {.person = leads_},
                                    .why = why(),
                                    .from = std::min(last_ + std::chrono::days{1}, scope_.today)};
        for (const auto& duty : leaver_.duties.shown)
            TRY(settle(db_, scope_, features_, duty, {.person = leaver_.person.id}, settlement));
        return Done{};
    }

    Result<Done> end_account() {
        if (!leaver_.account) return Done{};
        return accounts::leave(
            db_, scope_,
            {.account = leaver_.account->account, .handed_over = command_.handed_over});
    }

    /// Last of all: whoever has left is not found as somebody to hand over to.
    Result<Done> note_last_day() {
        auto details = accounts::find_details(db_, scope_, leaver_.person.id);
        if (!details) return not_found();
        details->left_on = last_;
        return accounts::save_details(db_, scope_, *details);
    }

    store::Db& db_;
    const Scope& scope_;
    const std::vector<Module>& features_;
    const SayLeft& command_;
    Leaver leaver_;
    Day last_{};
    bool has_last_ = false;
    std::optional<PersonId> leads_{};
    std::vector<Problem> problems_;
};

} // namespace

std::vector<HeldPost> posts_held(store::Db& db, const PersonId& person, Day last) {
    std::vector<HeldPost> posts;
    db.each(
        list_offices_held,
        [&](OfficeRow&& row) {
            posts.push_back({.key = "office." + row.line,
                             .what = HeldPost::What::office,
                             .owner = row.office,
                             .line = row.line,
                             .words = std::move(row.name),
                             .from = row.from,
                             .href = "/offices/" + row.office.str()});
        },
        person, last);
    db.each(
        list_places_held,
        [&](PlaceRow&& row) {
            posts.push_back({.key = "place." + row.line,
                             .what = HeldPost::What::place,
                             .owner = row.group,
                             .line = row.line,
                             .words = place_words(row),
                             .from = row.from,
                             .href = "/groups/" + row.group.str()});
        },
        person, last);
    return posts;
}

std::optional<Leaver> find_leaver(store::Db& db, const Scope& scope,
                                  const std::vector<Module>& features, const PersonId& id) {
    if (!may_end_all(scope) || scope.person == id) return std::nullopt;
    auto people = reachable(db, scope, {id});
    const auto details = accounts::find_details(db, scope, id);
    if (people.empty() || !details || details->left_on) return std::nullopt;
    Leaver leaver{.person = std::move(people.front()),
                  .posts = posts_held(db, id, scope.today),
                  .duties = duties_of(db, scope, features, {.person = id})};
    auto account = details->account ? accounts::find_person(db, *details->account) : std::nullopt;
    if (!account || account->ended) return leaver;
    if (!accounts::may_keep(scope, access::holdings_of(db, id, scope.today))) return std::nullopt;
    leaver.account = std::move(*account);
    leaver.acts_for = accounts::duties_of(db, id, scope.today);
    leaver.roles = accounts::in_words(accounts::roles_held(db, id, scope.today), scope.words);
    return leaver;
}

Result<Done> say_left(store::Db& db, const Scope& scope, const std::vector<Module>& features,
                      const SayLeft& command) {
    auto leaver = find_leaver(db, scope, features, command.person);
    if (!leaver) return not_found();
    return Leaving(db, scope, features, command, std::move(*leaver)).done();
}

} // namespace openmasa::directory
