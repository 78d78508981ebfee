#include "core/clocks/store.hpp"
#include "core/audit/audit.hpp"
#include "core/clocks/bank_holiday_list.hpp"
#include "core/settings/revision.hpp"

namespace openmasa::clocks {
namespace {

using store::None;
using store::Query;

constexpr std::string_view holidays_name = "bank holidays";

constexpr Query<BankHoliday()> list_holidays{"clocks.list_bank_holidays",
                                             "SELECT day, name FROM bank_holiday ORDER BY day"};
constexpr Query<None(Day, Day)> clear_holidays{
    "clocks.clear_bank_holidays", "DELETE FROM bank_holiday WHERE day BETWEEN $1 AND $2"};
constexpr Query<None(Day, std::string_view)> insert_holiday{
    "clocks.add_bank_holiday", "INSERT INTO bank_holiday (day, name) VALUES ($1, $2)"};

constexpr Query<Rule()> list_rules{"clocks.list_rules", R"sql(
    SELECT r.name, r.title, r.counts_from, r.amount, r.unit, r.whose, r.clause, r.edition, r.from_day, r.to_day,
           r.certainty, r.owner_id, coalesce(w.name, '')
    FROM clock_rule r LEFT JOIN owner w ON w.id = r.owner_id
    WHERE r.withdrawn_at IS NULL ORDER BY r.name, r.from_day, r.added_at, r.id)sql"};

} // namespace

std::shared_ptr<const BankHolidays> bank_holidays(store::Db& db) {
    const store::Db::Plainly plainly(db); // everybody has the same
    return db.remembered<BankHolidays>("bank holidays", revision::stamp(db, holidays_name),
                                       [&] { return BankHolidays(db.all(list_holidays)); });
}

std::int64_t bank_holidays_version(store::Db& db) {
    return revision::number(db, holidays_name);
}

Result<Done> save_bank_holidays(store::Db& db, const Scope& scope,
                                const std::vector<BankHoliday>& list, std::int64_t version) {
    if (!scope.may(Permission::edit_settings)) return not_found();
    if (bank_holidays_version(db) != version)
        return conflict("Somebody brought in another list while you were looking at this one.");
    for (int year : BankHolidays(list).published_years())
        db.run(clear_holidays, day(year, 1, 1), day(year, 12, 31));
    for (const auto& one : list) db.run(insert_holiday, one.day, one.name);
    audit::record(db, scope,
                  {.verb = "bank_holidays.brought_in",
                   .kind = "bank_holidays",
                   .id = "england-and-wales",
                   .version = revision::count_up(db, holidays_name),
                   .content = {{"List", to_lines(list)}}});
    return Done{};
}

std::shared_ptr<const RuleBook> rule_book(store::Db& db) {
    const store::Db::Plainly plainly(db);
    return db.remembered<RuleBook>("clock rules", revision::stamp(db, rules_revision),
                                   [&] { return RuleBook(db.all(list_rules)); });
}

} // namespace openmasa::clocks
