#include "plan/plans/records.hpp"
#include "plan/store.hpp"
#include <fmt/format.h>

namespace openmasa::plans {
namespace {

std::optional<RecordPage> plan_page(store::Db& db, const Scope& scope, std::string_view text) {
    const auto id = plan::PlanId::parse(text);
    const auto plan = id ? plan::find_plan(db, scope, *id) : std::nullopt;
    if (!plan) return std::nullopt;
    return RecordPage{.address = fmt::format("/plans/{}", id->view()),
                      .is_closed = plan->withdrawn};
}

std::optional<RecordPage> section_page(store::Db& db, const Scope& scope, std::string_view text) {
    const auto id = plan::SectionId::parse(text);
    const auto section = id ? plan::find_section(db, scope, *id) : std::nullopt;
    if (!section) return std::nullopt;
    return RecordPage{.address = fmt::format("/priorities/{}", id->view()),
                      .owner = section->owner,
                      .is_closed = section->withdrawn};
}

std::optional<RecordPage> objective_page(store::Db& db, const Scope& scope, std::string_view text) {
    const auto id = plan::ObjectiveId::parse(text);
    const auto objective = id ? plan::find_objective(db, scope, *id) : std::nullopt;
    const auto section =
        objective ? plan::find_section(db, scope, objective->section) : std::nullopt;
    if (!section) return std::nullopt;
    return RecordPage{.address = fmt::format("/objectives/{}", id->view()),
                      .owner = section->owner,
                      .is_closed = objective->withdrawn};
}

} // namespace

std::span<const RecordKind> records() {
    static constexpr RecordKind all[] = {
        {.kind = "plan", .page = plan_page, .has_comments = true, .comments_below = "/comments"},
        {.kind = "section", .page = section_page, .has_comments = true},
        {.kind = "objective", .page = objective_page, .has_comments = true},
    };
    return all;
}

} // namespace openmasa::plans
