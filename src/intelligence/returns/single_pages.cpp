#include "core/routing/form_token.hpp"
#include "core/routing/reply.hpp"
#include "intelligence/permissions.hpp"
#include "intelligence/returns/actions.hpp"
#include "intelligence/returns/entry_views.hpp"
#include "intelligence/returns/pages.hpp"
#include "intelligence/returns/rules.hpp"
#include "intelligence/returns/store.hpp"
#include "intelligence/returns/typed_figures.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::intelligence {
namespace {

/// The own indicator in the route's {id}; none for any other.
const AskedIndicator* asked_of(Context& context, const ReturnsBook& book) {
    const auto id = context.id<IndicatorId>();
    const auto found = std::ranges::find_if(
        book.asked, [&](const AskedIndicator& one) { return id == one.indicator.id; });
    return found == book.asked.end() ? nullptr : &*found;
}

/// The partnership's own area and what lies in it.
std::vector<const Area*> areas_to_choose(const AreaBook& areas) {
    std::vector<const Area*> all;
    const auto* ours = areas.ours();
    if (!ours) return all;
    all.push_back(ours);
    for (const auto& area : areas.all())
        if (area.within == ours->number) all.push_back(&area);
    return all;
}

const Area* area_called(const ReturnsBook& book, std::string_view code) {
    if (const auto* area = book.areas.with_ons(code)) return area;
    return book.areas.with_dfe(code);
}

/// The figure that the address names, or what is wrong with it.
Result<FigureKey> figure_asked(Context& context, const ReturnsBook& book,
                               const AskedIndicator& what) {
    const auto* area = area_called(book, context.form.text("area"));
    if (!area) return invalid("area", "Choose an area.");
    const auto read = TRY(read_period(context.form.text("period"), what.indicator.definition.year,
                                      context.scope.today));
    if (!is_of_its_kind(what.rule, read.period))
        return invalid("period", fmt::format("It is asked for {}; enter such a period.",
                                             lower(what.indicator.definition.frequency)));
    return FigureKey{what.indicator.number, area->number, read.period.number()};
}

http::Response reply_enter(Context& context, const ReturnsBook& book, const AskedIndicator& what,
                           std::vector<TypedFigure> typed, std::vector<Problem> problems) {
    const bool has_problems = !problems.empty();
    const auto address = fmt::format("/indicators/{}", what.indicator.id.view());
    SingleEntryPage page{.what = &what,
                         .areas = areas_to_choose(book.areas),
                         .area = std::string(context.form.text("area")),
                         .period = std::string(context.form.text("period")),
                         .form = {.form_token = form_token::hidden(context),
                                  .today = context.scope.today,
                                  .address = address + "/enter",
                                  .rows = judge_entries(book, typed, context.scope.today),
                                  .is_typed = has_problems,
                                  .problems = std::move(problems)}};
    if (!page.form.rows.empty()) {
        const auto& row = page.form.rows.front().row;
        page.area = row.area->ons.empty() ? row.area->dfe : row.area->ons;
        page.period = openmasa::spoken(row.period);
    }
    return reply(context, {.title = "Enter a figure",
                           .crumbs = {{"Figures", "/indicators"},
                                      {what.indicator.definition.title, address}},
                           .notice = {},
                           .main = single_entry_view(page),
                           .has_problems = has_problems});
}

} // namespace

http::Response show_enter(Context& context) {
    const auto kept = returns_book(context.db, context.scope);
    const auto& book = *kept;
    const auto* what = asked_of(context, book);
    if (!what) return reply_not_found(context);
    if (!context.form.has("period")) return reply_enter(context, book, *what, {}, {});
    const auto key = figure_asked(context, book, *what);
    if (!key) return reply_enter(context, book, *what, {}, key.refusal().problems);
    TypedFigure typed{.key = *key};
    if (const auto* now = book.figure(key->indicator, key->area, key->period))
        typed.read = now->load;
    return reply_enter(context, book, *what, {std::move(typed)}, {});
}

http::Response post_enter(Context& context) {
    const auto command = read_typed(context.form);
    const auto saved = submit(context, [&]() -> Result<std::string> {
        const auto book = read_returns(context.db, context.scope);
        const auto* what = asked_of(context, book);
        if (!what || command.figures.size() != 1 ||
            command.figures.front().key.indicator != what->indicator.number)
            return not_found();
        TRY(enter(context.db, context.scope, command));
        const auto* area = book.areas.find(command.figures.front().key.area);
        return fmt::format("/indicators/{}?area={}", what->indicator.id.view(),
                           area->ons.empty() ? area->dfe : area->ons);
    });
    if (saved) return see_other(*saved);
    if (saved.refusal().kind == Refusal::Kind::not_found) return reply_not_found(context);
    context.db.finish(); // the newest state
    const auto book = read_returns(context.db, context.scope);
    const auto* what = asked_of(context, book);
    if (!what) return reply_not_found(context);
    return reply_enter(context, book, *what, command.figures, saved.refusal().problems);
}

} // namespace openmasa::intelligence
