#pragma once
// The actions of one plan, for a query that reads their words. As at a day the lens has the
// database choose among all versions of the plan, anew for every statement; here they are chosen
// once, in memory (plan/all_versions.hpp, docs/decisions/0016), and the statements read those and
// no others.
//
//     const ActionsOfPlan actions(db, scope, plan);
//     store::ComposedQuery<Row> query("year.steps");
//     query.add("SELECT a.id, t.words");
//     actions.add_from(query).add_steps(query);
//     actions.add_where(query).add_of_steps(query);
//     query.add("AND t.done_on IS NULL");
//
// SQLite goes through what stands between CROSS JOINs in that order: what hangs on an action is
// joined so too, or a statement may begin with all steps of all plans. DISTINCT, of what is
// different anyhow, has it expect few rows, so that it looks each up by the table's own index and
// does not first make one of the whole table.
#include "plan/plan.hpp"
#include "store/db.hpp"
#include <vector>

namespace openmasa::plan {

/// Without those that are withdrawn. Good for the moment that the handle reads.
class ActionsOfPlan {
public:
    ActionsOfPlan(store::Db& db, const Scope& scope, const PlanId& plan);

    /// "FROM" the actions, whose alias is a.
    template<class Row> const ActionsOfPlan& add_from(store::ComposedQuery<Row>& query) const {
        if (!is_chosen_) {
            query.add("FROM action a");
            return *this;
        }
        // The first is nobody's: a list of none is none either.
        query.add("FROM (SELECT DISTINCT column1, column2 FROM (VALUES ('', 0)");
        for (const auto& [id, of_version] : chosen_) query.add(", ($, $)", id, of_version);
        query.add(") AS v) AS c CROSS JOIN action_version a");
        return *this;
    }
    /// After that: their steps, whose alias is t.
    template<class Row> const ActionsOfPlan& add_steps(store::ComposedQuery<Row>& query) const {
        if (is_chosen_)
            query.add("CROSS JOIN step_version t");
        else
            query.add("CROSS JOIN step t");
        return *this;
    }
    /// "WHERE" they are these; what more is asked of them follows with AND.
    template<class Row> const ActionsOfPlan& add_where(store::ComposedQuery<Row>& query) const {
        if (is_chosen_)
            query.add("WHERE a.id = c.column1 AND a.of_version = c.column2");
        else
            query.add("WHERE a.plan_id = $ AND a.withdrawn_at IS NULL", plan_);
        return *this;
    }
    /// After that: the steps are theirs.
    template<class Row> const ActionsOfPlan& add_of_steps(store::ComposedQuery<Row>& query) const {
        query.add("AND t.action_id = a.id");
        if (is_chosen_) query.add("AND t.of_version = a.of_version");
        return *this;
    }

private:
    struct Chosen {
        ActionId id;
        std::int32_t of_version;
    };
    PlanId plan_;
    bool is_chosen_;
    std::vector<Chosen> chosen_;
};

} // namespace openmasa::plan
