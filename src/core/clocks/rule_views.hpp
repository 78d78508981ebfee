#pragma once
// Pages about the rules that the partnership adds. Ready data only.
#include "core/clocks/added_rules.hpp"
#include "web/html.hpp"
#include "web/ui/select.hpp"

namespace openmasa::clocks {

Html rules_head(bool may_add);
/// What was added here, with the way to withdraw it; nothing for none.
Html added_view(const std::vector<AddedRule>& added);

struct AddRulePage {
    Html form_token;
    terms::Words words{};
    std::vector<ui::SelectItem> clocks, groups;
    /// As typed.
    std::string clock, title, trigger, amount, unit, who, clause, edition, from, to, certainty,
        group;
    std::vector<Problem> problems;
};
Html add_rule_view(const AddRulePage& page);

struct WithdrawRulePage {
    Html form_token;
    Rule rule;
    std::string why;
    std::vector<Problem> problems;
};
Html withdraw_rule_view(const WithdrawRulePage& page);

} // namespace openmasa::clocks
