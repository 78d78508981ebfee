#include "intelligence/return_store.hpp"

namespace openmasa::intelligence {
namespace {

using store::None;
using store::Query;

struct RuleText {
    IndicatorNumber indicator = 0;
    Frequency frequency{};
    PeriodKind year{};
    std::string due;
    AskedOf asked_of{};
    Day from{};
    std::optional<Day> to{};
};
constexpr Query<RuleText(IndicatorNumber)> find_rule{"returns.rule", R"sql(
    SELECT r.indicator_number, r.frequency, i.year_kind, r.due, r.asked_of, r.from_day, r.to_day
    FROM indicator_return r JOIN indicator i ON i.number = r.indicator_number WHERE r.indicator_number = $1)sql"};
constexpr Query<RuleText()> list_rules{"returns.rules", R"sql(
    SELECT r.indicator_number, r.frequency, i.year_kind, r.due, r.asked_of, r.from_day, r.to_day
    FROM indicator_return r JOIN indicator i ON i.number = r.indicator_number)sql"};
constexpr Query<OwnerSince(IndicatorNumber)> list_owners_of{"returns.owners_of", R"sql(
    SELECT from_day, owner_id FROM indicator_owner WHERE indicator_number = $1 ORDER BY from_day)sql"};
struct OwnerRow {
    IndicatorNumber indicator = 0;
    OwnerSince since{};
};
constexpr Query<OwnerRow()> list_owners{"returns.owners", R"sql(
    SELECT indicator_number, from_day, owner_id FROM indicator_owner ORDER BY indicator_number, from_day)sql"};
constexpr Query<None(IndicatorNumber, Frequency, std::string_view, AskedOf, Day,
                     std::optional<Day>)>
    upsert_rule{"returns.keep_rule", R"sql(
    INSERT INTO indicator_return (indicator_number, frequency, due, asked_of, from_day, to_day)
    VALUES ($1, $2, $3, $4, $5, $6)
    ON CONFLICT (indicator_number) DO UPDATE SET frequency = $2, due = $3, asked_of = $4, from_day = $5, to_day = $6)sql"};
constexpr Query<None(IndicatorNumber, Day)> delete_later_owners{
    "returns.drop_owners",
    "DELETE FROM indicator_owner WHERE indicator_number = $1 AND from_day >= $2"};
constexpr Query<None(IndicatorNumber, Day, std::optional<OwnerId>)> insert_owner{
    "returns.keep_owner",
    "INSERT INTO indicator_owner (indicator_number, from_day, owner_id) VALUES ($1, $2, $3)"};

ReturnRule rule_of(const RuleText& row) {
    ReturnRule rule{.frequency = row.frequency,
                    .year = row.year,
                    .due = {},
                    .asked_of = row.asked_of,
                    .from = row.from,
                    .to = row.to};
    from_text(row.due, rule.due);
    return rule;
}

} // namespace

ReturnDuty return_duty(store::Db& db, const Indicator& indicator) {
    ReturnDuty duty;
    if (const auto row = db.one(find_rule, indicator.number)) duty.rule = rule_of(*row);
    duty.owners = db.all(list_owners_of, indicator.number);
    return duty;
}

std::map<IndicatorNumber, ReturnDuty> return_duties(store::Db& db) {
    std::map<IndicatorNumber, ReturnDuty> duties;
    for (const auto& row : db.all(list_rules)) duties[row.indicator].rule = rule_of(row);
    if (duties.empty()) return duties;
    for (auto& row : db.all(list_owners))
        if (const auto found = duties.find(row.indicator); found != duties.end())
            found->second.owners.push_back(row.since);
    return duties;
}

void keep_return_rule(store::Db& db, IndicatorNumber indicator, const ReturnRule& rule) {
    db.run(upsert_rule, indicator, rule.frequency, to_text(rule.due), rule.asked_of, rule.from,
           rule.to);
}

void keep_owner_since(store::Db& db, IndicatorNumber indicator, const OwnerSince& since) {
    db.run(delete_later_owners, indicator, since.from);
    db.run(insert_owner, indicator, since.from, since.owner);
}

} // namespace openmasa::intelligence
