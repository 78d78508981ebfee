#include "core/clocks/added_rules.hpp"
#include "core/audit/newest.hpp"
#include "core/clocks/store.hpp"
#include "core/settings/revision.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::clocks {
namespace {

using store::None;
using store::Query;

constexpr std::size_t longest = 300;

struct Row {
    AddedRuleId id;
    std::string name, title, trigger;
    int amount;
    Unit unit;
    std::string who, clause, edition;
    Day from;
    std::optional<Day> to;
    Certainty certainty;
    std::optional<OwnerId> group;
    std::string group_name, withdrawn_why;
};
constexpr Query<Row()> list_added{"clocks.list_added_rules", R"sql(
    SELECT r.id, r.name, r.title, r.counts_from, r.amount, r.unit, r.whose, r.clause, r.edition, r.from_day, r.to_day,
           r.certainty, r.owner_id, coalesce(w.name, ''), r.withdrawn_why
    FROM clock_rule r LEFT JOIN owner w ON w.id = r.owner_id
    ORDER BY r.name, r.from_day, r.added_at, r.id)sql"};
constexpr Query<None(AddedRuleId, std::string_view, std::string_view, std::string_view, int, Unit,
                     std::string_view, std::string_view, std::string_view, Day, std::optional<Day>,
                     Certainty, std::optional<OwnerId>, Moment)>
    insert_rule{"clocks.add_rule", R"sql(
    INSERT INTO clock_rule (id, name, title, counts_from, amount, unit, whose, clause, edition, from_day, to_day,
                            certainty, owner_id, added_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14))sql"};
constexpr Query<None(AddedRuleId, Moment, std::string_view)> withdraw_one{"clocks.withdraw_rule",
                                                                          R"sql(
    UPDATE clock_rule SET withdrawn_at = $2, withdrawn_why = $3 WHERE id = $1 AND withdrawn_at IS NULL)sql"};

AddedRule added_of(Row&& row) {
    return {.id = row.id,
            .rule = {.name = std::move(row.name),
                     .title = std::move(row.title),
                     .trigger = std::move(row.trigger),
                     .amount = row.amount,
                     .unit = row.unit,
                     .who = std::move(row.who),
                     .clause = std::move(row.clause),
                     .edition = std::move(row.edition),
                     .from = row.from,
                     .to = row.to,
                     .certainty = row.certainty,
                     .group = row.group,
                     .group_name = std::move(row.group_name)},
            .withdrawn_why = std::move(row.withdrawn_why)};
}

audit::Content content_of(const AddedRule& added) {
    const auto& rule = added.rule;
    return {{"Title", rule.title},
            {"Clock", rule.name},
            {"Counts from", rule.trigger},
            {"How long", std::to_string(rule.amount)},
            {"Unit", std::string(to_text(rule.unit))},
            {"Whose", rule.who},
            {"Clause", rule.clause},
            {"Edition", rule.edition},
            {"From", iso(rule.from)},
            {"To", rule.to ? iso(*rule.to) : ""},
            {"How sure", std::string(to_text(rule.certainty))},
            {"Group", rule.group ? rule.group->str() : ""},
            {"Withdrawn", added.withdrawn_why}};
}

void record(store::Db& db, const Scope& scope, std::string_view verb, const AddedRule& added) {
    revision::count_up(db, rules_revision);
    const auto id = added.id.view();
    audit::record(db, scope,
                  {.verb = verb,
                   .kind = "clock_rule",
                   .id = id,
                   .version = audit::next_version(db, "clock_rule", id),
                   .content = content_of(added)});
}

void check_line(std::vector<Problem>& problems, std::string_view field, std::string_view text,
                std::string_view ask) {
    if (trimmed(text).empty())
        problems.push_back({std::string(field), std::string(ask)});
    else if (text.size() > longest)
        problems.push_back(
            {std::string(field), fmt::format("This is too long: at most {} characters.", longest)});
}

bool takes_its_place(const Rule& one, const Rule& other) {
    return one.name == other.name && one.from == other.from && one.group == other.group;
}

} // namespace

std::vector<AddedRule> added_rules(store::Db& db) {
    std::vector<AddedRule> added;
    for (auto& row : db.all(list_added)) added.push_back(added_of(std::move(row)));
    return added;
}

std::string name_from(std::string_view title) {
    std::string name;
    for (char c : lower(title)) {
        const bool is_plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (is_plain) name += c;
        if (!is_plain && !name.empty() && name.back() != '-') name += '-';
    }
    if (!name.empty() && name.back() == '-') name.pop_back();
    return name.substr(0, 60);
}

std::vector<Problem> problems_with(const Rule& rule, const std::vector<AddedRule>& added) {
    std::vector<Problem> problems;
    if (rule.name.empty()) problems.push_back({"clock", "Choose a clock, or write a new title."});
    check_line(problems, "title", rule.title, "Say what is due.");
    check_line(problems, "trigger", rule.trigger, "Say what it counts from.");
    check_line(problems, "who", rule.who, "Say whose it is.");
    check_line(problems, "clause", rule.clause, "Say where it is written: the clause or the page.");
    check_line(problems, "edition", rule.edition, "Say in which document, and its edition.");
    if (rule.amount == 0 && rule.unit != Unit::end_of_september)
        problems.push_back({"amount", "Say how many, as a whole number."});
    if (rule.amount < -1000 || rule.amount > 10000)
        problems.push_back({"amount", "This is longer than a clock can run."});
    if (rule.to && *rule.to < rule.from)
        problems.push_back({"to", "The last day is before the first."});
    for (const auto& one : added)
        if (one.withdrawn_why.empty() && takes_its_place(one.rule, rule))
            problems.push_back({"from", "An edition from that day was added already. Withdraw it "
                                        "first, or choose another day."});
    return problems;
}

Result<AddedRule> add_rule(store::Db& db, const Scope& scope, const Rule& rule) {
    if (!scope.may(Permission::edit_settings)) return not_found();
    if (auto problems = problems_with(rule, added_rules(db)); !problems.empty())
        return invalid(std::move(problems));
    const AddedRule added{.id = scope.new_id<AddedRuleId>(), .rule = rule, .withdrawn_why = {}};
    db.run(insert_rule, added.id, rule.name, rule.title, rule.trigger, rule.amount, rule.unit,
           rule.who, rule.clause, rule.edition, rule.from, rule.to, rule.certainty, rule.group,
           scope.now);
    record(db, scope, "clock_rule.added", added);
    return added;
}

Result<AddedRule> withdraw_rule(store::Db& db, const Scope& scope, const AddedRuleId& id,
                                std::string_view why) {
    if (!scope.may(Permission::edit_settings)) return not_found();
    auto all = added_rules(db);
    const auto found = std::ranges::find(all, id, &AddedRule::id);
    if (found == all.end()) return not_found();
    if (!found->withdrawn_why.empty()) return conflict("It was withdrawn meanwhile.");
    if (trimmed(why).empty()) return invalid("why", "Say why it is withdrawn.");
    if (why.size() > longest) return invalid("why", "This is too long: at most 300 characters.");
    found->withdrawn_why = one_line(why);
    db.run(withdraw_one, id, scope.now, found->withdrawn_why);
    record(db, scope, "clock_rule.withdrawn", *found);
    return *found;
}

void verify_added_rules(store::Db& db, audit::Verdict& verdict) {
    audit::Newest newest(db, "clock_rule");
    for (const auto& added : added_rules(db))
        newest.compare({.id = added.id.view(), .version = 0, .content = content_of(added)},
                       verdict);
    newest.report_missing(verdict);
}

} // namespace openmasa::clocks
