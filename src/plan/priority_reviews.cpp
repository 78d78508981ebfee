#include "plan/priority_reviews.hpp"
#include "kernel/working_days.hpp"

namespace openmasa::plan {
namespace {

constexpr int months_a_year = 12;

constexpr store::Query<HeldReview(SectionId, Day)> list_reviews{"plan.list_reviews", R"sql(
    SELECT v.reviewed_on, v.review_outcome, v.review_words FROM section_version v
    WHERE v.id = $1 AND v.reviewed_on <= $2
      AND v.of_version = (SELECT max(x.of_version) FROM section_version x
                          WHERE x.id = v.id AND x.reviewed_on = v.reviewed_on)
    ORDER BY v.reviewed_on DESC)sql"};

} // namespace

std::vector<HeldReview> reviews_of(store::Db& db, const Scope& scope, const SectionId& section) {
    if (!scope.may(Permission::read_plan) || !scope.reads(section.view())) return {};
    return db.all(list_reviews, section, scope.today);
}

std::optional<Day> next_review(const Section& section) {
    if (!section.is_priority || section.stepped_down_on || section.withdrawn) return std::nullopt;
    const auto last = section.reviewed_on ? section.reviewed_on : section.adopted_on;
    return last ? std::optional(months_after(*last, months_a_year)) : std::nullopt;
}

} // namespace openmasa::plan
