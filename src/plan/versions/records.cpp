#include "plan/versions/records.hpp"
#include "plan/plan_head.hpp"
#include "plan/recommendation_twins.hpp"
#include "plan/twins.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::versions {
namespace {

namespace twins = plan::twins;

constexpr std::array all_kinds = {Kind::plan, Kind::section, Kind::objective, Kind::action,
                                  Kind::recommendation};

using store::Query;

constexpr Query<std::int64_t(std::string_view)> first_of_plan{
    "versions.first_of_plan",
    "SELECT coalesce(min(of_version), 0) FROM plan_version WHERE id = $1"};
constexpr Query<std::int64_t(std::string_view)> first_of_section{
    "versions.first_of_section",
    "SELECT coalesce(min(of_version), 0) FROM section_version WHERE id = $1"};
constexpr Query<std::int64_t(std::string_view)> first_of_objective{
    "versions.first_of_objective",
    "SELECT coalesce(min(of_version), 0) FROM objective_version WHERE id = $1"};
constexpr Query<std::int64_t(std::string_view)> first_of_action{
    "versions.first_of_action",
    "SELECT coalesce(min(of_version), 0) FROM action_version WHERE id = $1"};
constexpr Query<std::int64_t(std::string_view)> first_of_recommendation{
    "versions.first_of_recommendation",
    "SELECT coalesce(min(of_version), 0) FROM recommendation_version WHERE id = $1"};

const Query<std::int64_t(std::string_view)>& first_query(Kind kind) {
    switch (kind) {
    case Kind::plan: return first_of_plan;
    case Kind::section: return first_of_section;
    case Kind::objective: return first_of_objective;
    case Kind::action: return first_of_action;
    case Kind::recommendation: return first_of_recommendation;
    }
    return first_of_action;
}

/// While it lives, the handle's reads see one version of a record.
class Through {
public:
    Through(store::Db& db, store::Lens lens) : db_(db), before_(db.lens()) {
        db_.look_through(std::move(lens));
    }
    ~Through() { db_.look_through(std::move(before_)); }
    Through(const Through&) = delete;
    Through& operator=(const Through&) = delete;

private:
    store::Db& db_;
    store::Lens before_;
};

std::optional<Record> plan_record(store::Db& db, const Scope& scope, std::string_view text) {
    const auto id = plan::PlanId::parse(text);
    auto plan = id ? plan::find_plan(db, scope, *id) : std::nullopt;
    if (!plan) return std::nullopt;
    return Record{.kind = Kind::plan,
                  .id = plan->id.str(),
                  .called = plan->title,
                  .title = plan->title,
                  .address = fmt::format("/plans/{}/editions", plan->id.view()),
                  .crumbs = {plan::crumb(scope.words, plan->id)},
                  .version = plan->version,
                  .withdrawn = plan->withdrawn,
                  .withdrawn_why = plan->withdrawn_why};
}

std::optional<Record> section_record(store::Db& db, const Scope& scope, std::string_view text) {
    const auto id = plan::SectionId::parse(text);
    auto section = id ? plan::find_section(db, scope, *id) : std::nullopt;
    if (!section) return std::nullopt;
    return Record{.kind = Kind::section,
                  .id = section->id.str(),
                  .called = section->name,
                  .title = section->name,
                  .address = fmt::format("/priorities/{}", section->id.view()),
                  .crumbs = {plan::crumb(scope.words, section->plan), plan::crumb(*section)},
                  .version = section->version,
                  .withdrawn = section->withdrawn,
                  .withdrawn_why = section->withdrawn_why};
}

std::optional<Record> objective_record(store::Db& db, const Scope& scope, std::string_view text) {
    const auto id = plan::ObjectiveId::parse(text);
    auto objective = id ? plan::find_objective(db, scope, *id) : std::nullopt;
    const auto section =
        objective ? plan::find_section(db, scope, objective->section) : std::nullopt;
    if (!section) return std::nullopt;
    return Record{.kind = Kind::objective,
                  .id = objective->id.str(),
                  .called = objective->title,
                  .title = objective->title,
                  .address = fmt::format("/objectives/{}", objective->id.view()),
                  .crumbs = {plan::crumb(scope.words, section->plan), plan::crumb(*section),
                             plan::crumb(*objective)},
                  .version = objective->version,
                  .withdrawn = objective->withdrawn,
                  .withdrawn_why = objective->withdrawn_why};
}

std::optional<Record> action_record(store::Db& db, const Scope& scope, std::string_view text) {
    const auto id = plan::ActionId::parse(text);
    auto action = id ? plan::find_action(db, scope, *id) : std::nullopt;
    if (!action) return std::nullopt;
    const auto address = fmt::format("/actions/{}", action->id.view());
    return Record{.kind = Kind::action,
                  .id = action->id.str(),
                  .called = action->reference,
                  .title = action->title,
                  .address = address,
                  .crumbs = {plan::crumb(scope.words, action->plan), {action->reference, address}},
                  .version = action->version,
                  .withdrawn = action->withdrawn,
                  .withdrawn_why = action->withdrawn_why};
}

std::optional<Record> recommendation_record(store::Db& db, const Scope& scope,
                                            std::string_view text) {
    const auto id = recommendations::RecommendationId::parse(text);
    auto one = id ? recommendations::find_recommendation(db, scope, *id) : std::nullopt;
    if (!one) return std::nullopt;
    const auto address = fmt::format("/recommendations/{}", id->view());
    return Record{.kind = Kind::recommendation,
                  .id = id->str(),
                  .called = one->reference,
                  .title = one->title,
                  .address = address,
                  .crumbs = {{"Recommendations", "/recommendations"}, {one->reference, address}},
                  .version = one->version,
                  .withdrawn = one->withdrawn,
                  .withdrawn_why = one->withdrawn_why};
}

} // namespace

std::string_view to_text(Kind kind) {
    switch (kind) {
    case Kind::plan: return "plan";
    case Kind::section: return "section";
    case Kind::objective: return "objective";
    case Kind::action: return "action";
    case Kind::recommendation: return recommendations::record_kind;
    }
    return {};
}

bool from_text(std::string_view text, Kind& kind) {
    const auto found = std::ranges::find(all_kinds, text, [](Kind one) { return to_text(one); });
    if (found == all_kinds.end()) return false;
    kind = *found;
    return true;
}

std::string spoken(const terms::Words& words, Kind kind) {
    return plan::said_kind(words, to_text(kind));
}

namespace {

std::optional<Record> record_of(store::Db& db, const Scope& scope, Kind kind, std::string_view id) {
    switch (kind) {
    case Kind::plan: return plan_record(db, scope, id);
    case Kind::section: return section_record(db, scope, id);
    case Kind::objective: return objective_record(db, scope, id);
    case Kind::action: return action_record(db, scope, id);
    case Kind::recommendation: return recommendation_record(db, scope, id);
    }
    return {};
}

} // namespace

std::optional<Record> find_record(store::Db& db, const Scope& scope, Kind kind,
                                  std::string_view id) {
    auto record = record_of(db, scope, kind, id);
    if (record) record->words = scope.words;
    return record;
}

std::optional<plan::WholeAction> action_at(store::Db& db, const Scope& scope,
                                           const plan::ActionId& id, std::int64_t version) {
    auto lens = db.lens(); // what this person may not read stays hidden
    lens.put("action", twins::Actions::select_version(id.view(), version));
    lens.put("step", twins::Steps::select_version(id.view(), version));
    lens.put("action_note", twins::Notes::select_version(id.view(), version));
    const Through through(db, std::move(lens));
    auto action = plan::find_action(db, scope, id);
    if (!action) return std::nullopt;
    return plan::whole_action(db, std::move(*action));
}

std::optional<plan::Section> section_at(store::Db& db, const Scope& scope,
                                        const plan::SectionId& id, std::int64_t version) {
    auto lens = db.lens(); // what this person may not read stays hidden
    lens.put("section", twins::Sections::select_version(id.view(), version));
    const Through through(db, std::move(lens));
    return plan::find_section(db, scope, id);
}

std::optional<plan::Objective> objective_at(store::Db& db, const Scope& scope,
                                            const plan::ObjectiveId& id, std::int64_t version) {
    auto lens = db.lens(); // what this person may not read stays hidden
    lens.put("objective", twins::Objectives::select_version(id.view(), version));
    const Through through(db, std::move(lens));
    return plan::find_objective(db, scope, id);
}

std::optional<plan::Plan> plan_at(store::Db& db, const Scope& scope, const plan::PlanId& id,
                                  std::int64_t version) {
    auto lens = db.lens(); // what this person may not read stays hidden
    lens.put("plan", twins::Plans::select_version(id.view(), version));
    const Through through(db, std::move(lens));
    return plan::find_plan(db, scope, id);
}

std::optional<recommendations::Whole> recommendation_at(store::Db& db, const Scope& scope,
                                                        const recommendations::RecommendationId& id,
                                                        std::int64_t version) {
    using namespace recommendations::twins;
    auto lens = db.lens(); // what this person may not read stays hidden
    lens.put("recommendation", Recommendations::select_version(id.view(), version));
    lens.put("recommendation_source", Sources::select_version(id.view(), version));
    lens.put("recommendation_evidence", Evidence::select_version(id.view(), version));
    lens.put("recommendation_move", Moves::select_version(id.view(), version));
    const Through through(db, std::move(lens));
    return recommendations::find_whole(db, scope, id);
}

bool may_change(const Scope& scope, Kind kind) {
    return scope.may(Permission::edit_plan) &&
           (kind != Kind::recommendation || scope.may(Permission::keep_recommendations));
}

std::int64_t first_in_raw_values(store::Db& db, const Record& record) {
    return db.one(first_query(record.kind), record.id).value_or(0);
}

std::vector<history::Difference> what_putting_back_changes(Kind kind, const history::Content& now,
                                                           const history::Content& wanted) {
    auto changes = history::differences(plan::fields_of(to_text(kind)), now, wanted);
    constexpr std::string_view stays[] = {"Priority", "Objective", "Place in the plan", "Position",
                                          "Pieces of evidence"};
    constexpr std::string_view decided[] = {"Reference",
                                            "Stands at",
                                            "Since",
                                            "Joined to",
                                            "Joined to another on",
                                            "Superseded by",
                                            "Why it was joined",
                                            "Likeness in hundredths",
                                            "Withdrawn"};
    const auto stays_as_it_is = [&](const std::string& label) {
        if (kind == Kind::recommendation)
            return std::ranges::count(decided, label) > 0 || label.starts_with("Evidence ") ||
                   label.starts_with("Move ");
        return kind != Kind::plan && std::ranges::count(stays, label) > 0;
    };
    std::erase_if(changes,
                  [&](const history::Difference& change) { return stays_as_it_is(change.label); });
    return changes;
}

} // namespace openmasa::versions
