#include "command_line/example_returns.hpp"
#include "command_line/example_rows.hpp"
#include "core/access/store.hpp"
#include "intelligence/indicators/actions.hpp"
#include "intelligence/loads/actions.hpp"
#include "intelligence/returns/actions.hpp"
#include "intelligence/returns/store.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::command_line {
namespace {

namespace figures = openmasa::intelligence;

constexpr std::string_view own_area = "E10000020";

Result<Done> add_areas(store::Db& db, const Scope& scope, const Example& example) {
    for (const std::string name : {"own-areas.csv", "own-districts.csv"}) {
        const auto bytes = read_whole_file(example.folder + "/" + name);
        const auto seen = TRY(figures::look(db, scope, bytes));
        db.finish();
        TRY(db.atomically([&] {
            return figures::load_now(db, scope, name, bytes, seen, figures::Revisions::refuse);
        }));
        db.finish();
    }
    return db.atomically([&] { return figures::choose_our_area(db, scope, own_area); });
}

/// The words of the row as somebody would have typed them.
figures::DefineIndicator said_by(const Entry& row, const OwnerId& owner) {
    figures::DefineIndicator said{.title = row.text("title"),
                                  .theme = row.text("theme"),
                                  .counts = row.text("counts"),
                                  .unit = row.text("unit"),
                                  .decimals = row.text("decimals"),
                                  .polarity = row.text("polarity"),
                                  .due = row.text("due"),
                                  .caveats = row.text("caveats")};
    said.owner.owner = owner.str();
    said.own = {.measure = row.text("measure"),
                .numerator = row.text("numerator"),
                .denominator = row.text("denominator"),
                .per = row.text("per"),
                .often = row.text("often"),
                .asked_of = row.text("asked_of"),
                .from = row.text("from"),
                .to = {}};
    return said;
}

Result<OwnerId> agency_in(store::Db& db, const Entry& row) {
    const auto owner = access::find_owner(db, row.text("agency"));
    if (!owner) return row.names_nothing("agency");
    return owner->id;
}

Result<Done> add_indicators(store::Db& db, const Scope& scope, const Example& example) {
    return each_row(db, example, "own-indicators.csv", [&](const Entry& row) -> Result<Done> {
        const auto then = TRY(on_its_day(scope, row));
        const auto owner = TRY(agency_in(db, row));
        TRY(figures::add_own(db, as_office(db, then, "Data analyst, business unit"),
                             said_by(row, owner)));
        return Done{};
    });
}

/// The figure that the row is about.
Result<figures::TypedFigure> figure_in(const figures::ReturnsBook& book, const Entry& row,
                                       Day today) {
    const auto what = std::ranges::find_if(book.asked, [&](const figures::AskedIndicator& one) {
        return one.indicator.definition.title == row.text("indicator");
    });
    if (what == book.asked.end()) return row.names_nothing("indicator");
    const auto area = std::ranges::find(book.areas.all(), row.text("area"), &figures::Area::name);
    if (area == book.areas.all().end()) return row.names_nothing("area");
    const auto read = TRY(read_period(row.text("period"), what->indicator.definition.year, today));
    return figures::TypedFigure{.key = {what->indicator.number, area->number, read.period.number()},
                                .value = row.text("value"),
                                .numerator = row.text("numerator"),
                                .denominator = row.text("denominator"),
                                .none = row.text("none"),
                                .note = row.text("note")};
}

/// A return whose rows are read one after another, and saved at the first row of the next one.
struct Gathered {
    std::string of;
    Scope scope;
    figures::EnterFigures command;
};

Result<Done> save(store::Db& db, Gathered& gathered) {
    if (gathered.command.figures.empty()) return Done{};
    TRY(figures::enter(db, gathered.scope, gathered.command));
    gathered.command.figures.clear();
    return Done{};
}

Result<Done> take(store::Db& db, const Scope& scope, const Entry& row, Gathered& gathered) {
    const auto of = row.text("date") + row.text("agency");
    if (of != gathered.of) TRY(save(db, gathered));
    gathered.of = of;
    gathered.scope = as_office(db, TRY(on_its_day(scope, row)), row.text("by"));
    gathered.scope.known_as = row.text("by");
    gathered.command.agency = TRY(agency_in(db, row));
    const auto book = figures::read_returns(db, gathered.scope);
    gathered.command.figures.push_back(TRY(figure_in(book, row, gathered.scope.today)));
    return Done{};
}

} // namespace

Result<Done> add_returns(store::Db& db, const Scope& scope, const Example& example) {
    TRY(add_areas(db, scope, example));
    TRY(add_indicators(db, scope, example));
    Gathered gathered{.of = {}, .scope = scope, .command = {}};
    TRY(each_row(db, example, "returns.csv",
                 [&](const Entry& row) { return take(db, scope, row, gathered); }));
    return db.atomically([&] { return save(db, gathered); });
}

} // namespace openmasa::command_line
