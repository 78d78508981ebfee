#pragma once
// Rules that the partnership adds to those of the program: another edition, or a clock of its own.
// Nothing is changed in place: a later edition ends the one before, a mistake is withdrawn.
#include "core/audit/audit.hpp"
#include "core/clocks/rule_book.hpp"
#include "kernel/result.hpp"
#include "store/db.hpp"

namespace openmasa::clocks {

struct AddedRuleKind;
using AddedRuleId = Id<AddedRuleKind>;

struct AddedRule {
    AddedRuleId id;
    Rule rule;
    /// Set when it was withdrawn: it counts no more.
    std::string withdrawn_why;
};
/// In their order; withdrawn ones too.
std::vector<AddedRule> added_rules(store::Db& db);

/// Everything that is wrong with it beside those that were `added`; the field is the form's.
std::vector<Problem> problems_with(const Rule& rule, const std::vector<AddedRule>& added);
/// "review-of-local-policy" from a title.
std::string name_from(std::string_view title);

// Use cases; inside atomically(). Refused as not found when the person may not edit settings.
Result<AddedRule> add_rule(store::Db& db, const Scope& scope, const Rule& rule);
Result<AddedRule> withdraw_rule(store::Db& db, const Scope& scope, const AddedRuleId& id,
                                std::string_view why);

/// Holds what stands in the table against the history.
void verify_added_rules(store::Db& db, audit::Verdict& verdict);

} // namespace openmasa::clocks
