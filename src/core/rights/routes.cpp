#include "core/restriction/sight.hpp"
#include "core/restriction/single_records.hpp"
#include "core/rights/module.hpp"
#include "core/rights/views.hpp"
#include "core/routing/reply.hpp"
#include <algorithm>

namespace openmasa::rights {
namespace {

int count(const restriction::Restriction& restriction, bool denied) {
    return static_cast<int>(
        std::ranges::count(restriction.names, denied, &restriction::Name::denied));
}

/// Those of records that this handle shows.
std::vector<ShownRestriction> restrictions(Context& context) {
    std::vector<ShownRestriction> shown;
    for (const auto& one : context.as_at ? restriction::restrictions_then(context.db)
                                         : restriction::open_restrictions(context.db)) {
        const auto* kind = restriction::find_kind(*context.kinds, one.record.kind);
        auto record =
            kind && kind->describe ? kind->describe(context.db, one.record.id) : std::nullopt;
        if (record)
            shown.push_back(
                {std::move(*record), one.review_on, count(one, false), count(one, true)});
    }
    return shown;
}

std::vector<HeldFromTo> who_holds(Context& context) {
    auto held = context.as_at ? held_then(context.db, context.as_at->day)
                              : held_from(context.db, context.scope.today);
    for (auto& one : held)
        if (!one.record_id.empty())
            one.owner_name = restriction::name_of(context.db, *context.kinds,
                                                  {one.record_kind, one.record_id}, context.words);
    return held;
}

http::Response show_rights(Context& context) {
    const RightsPage page{.today = context.scope.today,
                          .words = context.words,
                          .held = who_holds(context),
                          .restrictions = restrictions(context),
                          .may_see_uses = context.scope.may(Permission::restrict_records),
                          .is_past = context.as_at.has_value()};
    return reply(context, {.title = "Who may do what", .main = rights_view(page)});
}

/// What the record's own restriction says to somebody with these roles.
AboutRecord about(Context& context, const restriction::Described& record, const PersonId& person,
                  const std::vector<HeldRole>& held) {
    AboutRecord about{.reference = record.reference, .owner = record.owner, .id = record.id};
    const auto standing = restriction::find_open(context.db, {std::string(record.kind), record.id});
    if (!standing) return about;
    restriction::Reader reader{.person = person, .owners = {}, .glass_until = {}};
    for (const auto& role : held)
        for (const auto& owner : {role.held.owner, role.held.group})
            if (owner) reader.owners.push_back(*owner);
    about.sight = sight_of(standing->names, reader, context.scope.now);
    reader.glass_until = context.scope.now + std::chrono::seconds{1};
    about.denied =
        sight_of(standing->names, reader, context.scope.now) == restriction::Sight::hidden;
    return about;
}

/// What somebody holds today. A role on a record that this reader may not see is on something that
/// has no name.
std::vector<HeldRole> roles_of(Context& context, const PersonId& person) {
    auto held = held_roles(context.db, person, context.scope.today);
    for (auto& one : held) {
        if (!one.held.record) continue;
        Scope theirs{.person = person, .account = {}, .known_as = {}, .holdings = {one.held}};
        restriction::reach_single_records(context.db, theirs, *context.kinds);
        one.held.reached = std::move(theirs.holdings.front().reached);
        one.held_for =
            restriction::name_of(context.db, *context.kinds, *one.held.record, context.words);
    }
    return held;
}

/// Whom the question is about: anybody for those who may read rights, oneself for others.
std::optional<PersonId> asked_person(const Context& context) {
    if (!context.scope.may(Permission::read_rights)) return context.scope.person;
    return PersonId::parse(context.form.text("person"));
}

std::string name_of(const WhyPage& page, const PersonId& person, const Scope& scope) {
    const auto found = std::ranges::find(page.people, person, &restriction::Candidate::id);
    return found == page.people.end() ? scope.known_as : found->known_as;
}

void answer(Context& context, WhyPage& page) {
    const auto person = asked_person(context);
    const auto permission = std::ranges::find(all_permissions, page.permission,
                                              [](Permission one) { return to_text(one); });
    if (!person || permission == all_permissions.end()) return;
    const auto held = roles_of(context, *person);
    std::optional<AboutRecord> asked;
    if (!page.reference.empty()) {
        const auto record = restriction::find_called(context.db, *context.kinds, page.reference);
        if (!record) {
            page.problems.push_back({"reference", "Nothing that you may read has this reference."});
            return;
        }
        asked = about(context, *record, *person, held);
    }
    page.who = name_of(page, *person, context.scope);
    page.answer = why(held, *permission, asked, context.words);
}

http::Response show_why(Context& context) {
    WhyPage page{.words = context.words,
                 .people = {},
                 .person = std::string(context.form.text("person")),
                 .permission = std::string(context.form.text("permission")),
                 .reference = std::string(context.form.text("reference"))};
    if (context.scope.may(Permission::read_rights))
        page.people = restriction::list_candidates(context.db);
    answer(context, page);
    return reply(context, {.title = "Why may somebody do something?",
                           .main = why_view(page),
                           .has_problems = !page.problems.empty()});
}

constexpr Route routes[] = {
    // Each restriction and each role on one record asks for its record's name.
    {Method::Get, "/rights", Permission::read_rights, show_rights, Budget{400}, Past::from_history},
    {Method::Get, "/rights/why", Permission::own_account, show_why, Budget{40}},
};

} // namespace

Module module() {
    return {.name = "rights", .routes = routes};
}

} // namespace openmasa::rights
