#include "partnership/groups/terms_actions.hpp"
#include "core/access/store.hpp"
#include "core/clocks/due.hpp"
#include "core/clocks/running.hpp"
#include "core/clocks/store.hpp"
#include "core/files/attachment.hpp"
#include "kernel/text.hpp"
#include "partnership/group_rules.hpp"
#include "partnership/group_store.hpp"
#include "partnership/groups/actions.hpp"
#include "partnership/groups/terms_rules.hpp"
#include "partnership/typed_days.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::groups {
namespace {

using access::OwnerType;
using partnership::TypedDays;

/// An office by its name, or nothing where the name is empty.
Result<std::optional<OwnerId>> office_called(store::Db& db, const std::string& name) {
    if (one_line(name).empty()) return std::optional<OwnerId>();
    const auto owner = access::owner_called(db, one_line(name));
    if (!owner || owner->type != OwnerType::office)
        return invalid("signs", fmt::format("No office is called \u201c{}\u201d.", one_line(name)));
    return std::optional(owner->id);
}

/// The version under work: the last, or a new one where that is no draft any more.
Terms& draft_of(Group& group, const Scope& scope) {
    if (!draft_in(group))
        group.terms.push_back({.id = scope.new_id<partnership::TermsId>(),
                               .number = static_cast<int>(group.terms.size()) + 1});
    return group.terms.back();
}

std::optional<Day> adopted_before(const Group& group) {
    std::optional<Day> last;
    for (const auto& terms : group.terms) last = std::max(last, terms.adopted_on);
    return last;
}

std::vector<Problem> problems_with_day(const Group& group, Day on, Day today) {
    const auto before = adopted_before(group);
    if (on > today) return {{"on", "That day is still to come."}};
    if (before && on < *before)
        return {{"on", fmt::format("The version before was adopted on {}.", spoken(*before))}};
    if (!covers(group.days, on)) return {{"on", "The group was not there on that day."}};
    return {};
}

Result<access::Owner> who_agreed(store::Db& db, const std::string& name) {
    const auto owner = access::owner_called(db, one_line(name));
    const bool may = owner && (owner->type == OwnerType::group || owner->type == OwnerType::office);
    if (!may)
        return invalid("by", one_line(name).empty()
                                 ? std::string("Say which group or office agreed them.")
                                 : fmt::format("No group and no office is called "
                                               "\u201c{}\u201d.",
                                               one_line(name)));
    return *owner;
}

Day review_day(store::Db& db, const OwnerId& group, Day adopted) {
    const auto rules = clocks::rule_book(db);
    return clocks::due(*rules->find(review_rule, adopted, group), adopted,
                       *clocks::bank_holidays(db))
        .due;
}

Result<Done> start_review_clock(store::Db& db, const Scope& scope, const Group& group,
                                const Terms& terms) {
    TRY(stop_review_clock(db, scope, group, *terms.adopted_on,
                          fmt::format("Version {} was adopted.", terms.number)));
    TRY(clocks::start(db, scope,
                      {.kind = std::string(partnership::group_kind),
                       .record = group.id.str(),
                       .rule = std::string(review_rule),
                       .from = *terms.adopted_on,
                       .group = group.id,
                       .note = fmt::format("Terms of reference, version {}", terms.number)}));
    return Done{};
}

} // namespace

Result<Done> write_terms(store::Db& db, const Scope& scope, const WriteTerms& command) {
    auto group = TRY(find_for(db, scope, command.group, command.version));
    if (const auto* waits = waiting_in(group))
        return conflict(
            fmt::format("Version {} waits to be signed. Take it back first.", waits->number));
    const auto signs = office_called(db, command.signs);
    std::vector<Problem> problems;
    if (!signs) problems = signs.refusal().problems;
    auto& draft = draft_of(group, scope);
    draft.words = trimmed(command.words);
    if (draft.words.size() > partnership::longest_terms)
        problems.push_back({"words", "This is too long for a page. Bring it in as a file."});
    if (draft.words.empty() && draft.file.empty() && !command.file)
        problems.push_back({"words", "Write the terms of reference here, or choose a file."});
    if (!problems.empty()) return invalid(std::move(problems));
    draft.signs = *signs;
    draft.signs_name = one_line(command.signs);
    if (command.file) {
        const auto attached = files::attach(
            db, scope, {.kind = partnership::group_kind, .id = group.id.view()}, *command.file);
        draft.file = attached.id.str();
        draft.file_name = attached.name;
        draft.file_digest = command.file->digest;
    }
    return partnership::save_group(db, scope, group, "group.terms_written");
}

Result<Done> adopt_terms(store::Db& db, const Scope& scope, const AdoptTerms& command) {
    auto group = TRY(find_for(db, scope, command.group, command.version));
    const auto terms = std::ranges::find(group.terms, command.terms, &Terms::id);
    if (terms == group.terms.end() || !is_draft(*terms)) return not_found();
    TypedDays days;
    const auto on = days.read("on", command.on, true);
    const auto by = who_agreed(db, command.by);
    if (!by) days.problems.push_back(by.refusal().problems.front());
    if (on)
        for (auto& problem : problems_with_day(group, *on, scope.today))
            days.problems.push_back(std::move(problem));
    if (!days.problems.empty()) return invalid(std::move(days.problems));
    terms->minute = one_line(command.minute);
    TRY(put_in_force(db, scope, group, *terms, {*on, by->id, by->name}));
    return partnership::save_group(db, scope, group, "group.terms_adopted");
}

Result<Done> put_in_force(store::Db& db, const Scope& scope, const Group& group, Terms& terms,
                          const Adoption& adoption) {
    terms.adopted_on = adoption.on;
    terms.agreed_by = adoption.by;
    terms.agreed_by_name = adoption.by_name;
    terms.review_on = review_day(db, group.id, adoption.on);
    return start_review_clock(db, scope, group, terms);
}

Result<Done> stop_review_clock(store::Db& db, const Scope& scope, const Group& group, Day on,
                               std::string_view why) {
    for (const auto& clock : clocks::about(db, partnership::group_kind, group.id.view()))
        if (clock.rule == review_rule && !clock.is_stopped())
            TRY(clocks::stop(db, scope,
                             {.id = clock.id,
                              .version = clock.version,
                              .on = std::max(on, clock.start),
                              .why = std::string(why)}));
    return Done{};
}

} // namespace openmasa::groups
