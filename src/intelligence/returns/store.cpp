#include "intelligence/returns/store.hpp"
#include "core/audit/audit.hpp"
#include "intelligence/indicator_store.hpp"
#include "intelligence/permissions.hpp"
#include <algorithm>
#include <tuple>

namespace openmasa::intelligence {
namespace {

/// Few indicators first, each of which finds its figures by their key.
constexpr store::Query<ReturnedFigure()> list_returned{"returns.figures", R"sql(
    SELECT f.indicator_number, f.area_number, f.period, f.standing, f.rounded_to, f.value, f.numerator, f.denominator,
           f.lower, f.upper, coalesce(n.words, ''), f.load_number, l.saved_at, coalesce(p.known_as, 'Command line'),
           (SELECT min(x.saved_at) FROM figure_superseded s JOIN figure_load x ON x.number = s.load_number
            WHERE s.indicator_number = f.indicator_number AND s.breakdown_number = 1
              AND s.area_number = f.area_number AND s.period = f.period)
    FROM indicator_return r CROSS JOIN figure f JOIN figure_load l ON l.number = f.load_number
    LEFT JOIN figure_note n ON n.number = f.note_number LEFT JOIN person p ON p.id = l.person_id
    WHERE f.indicator_number = r.indicator_number AND f.breakdown_number = 1
    ORDER BY f.indicator_number, f.area_number, f.period)sql"};

std::tuple<const std::string&, const std::string&, IndicatorNumber>
order_of(const AskedIndicator& one) {
    const auto& is = one.indicator.definition;
    return {is.theme, is.title, one.indicator.number};
}

} // namespace

ReturnsBook read_returns(store::Db& db, const Scope& scope) {
    ReturnsBook book;
    if (!scope.may(read_figures)) return book;
    auto duties = return_duties(db);
    if (duties.empty()) return book;
    for (auto& [code, indicator] : indicators_of(db, Source::own)) {
        const auto found = duties.find(indicator.number);
        if (found == duties.end()) continue;
        book.asked.push_back({.indicator = indicator,
                              .rule = *found->second.rule,
                              .owners = std::move(found->second.owners)});
    }
    std::ranges::sort(book.asked, {}, order_of);
    book.figures = db.all(list_returned);
    book.areas = AreaBook::read(db);
    return book;
}

std::shared_ptr<const ReturnsBook> returns_book(store::Db& db, const Scope& scope) {
    if (!scope.may(read_figures)) return std::make_shared<const ReturnsBook>();
    return db.remembered<ReturnsBook>("returns", std::to_string(audit::newest_number(db)),
                                      [&] { return read_returns(db, scope); });
}

bool may_return(const Scope& scope, const OwnerId& agency) {
    return may_load(scope) ||
           (scope.may(read_figures) && scope.may(Permission::update_action, agency));
}

std::vector<OwnerId> returns_for(const Scope& scope) {
    if (!scope.may(read_figures)) return {};
    return scope.acts_for(Permission::update_action);
}

} // namespace openmasa::intelligence
