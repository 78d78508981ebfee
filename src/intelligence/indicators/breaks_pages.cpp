#include "core/routing/form_token.hpp"
#include "core/routing/reply.hpp"
#include "core/routing/version_read.hpp"
#include "intelligence/indicators/breaks.hpp"
#include "intelligence/indicators/page_reading.hpp"
#include "intelligence/indicators/pages.hpp"
#include "intelligence/indicators/pieces.hpp"
#include <fmt/format.h>

namespace openmasa::intelligence {
namespace {

http::Response reply_breaks(Context& context, const AreaBook& book, const Indicator& indicator,
                            BeginAnew said, std::vector<Problem> problems) {
    const bool has_problems = !problems.empty();
    BreaksPage page{.form_token = form_token::hidden(context),
                    .indicator = indicator,
                    .area = chosen_area(context, book),
                    .rows = {},
                    .said = std::move(said),
                    .problems = std::move(problems)};
    for (auto& one : breaks_of(context.db, indicator.number)) {
        const auto* area = one.area ? book.find(*one.area) : nullptr;
        page.rows.push_back({std::move(one), area ? area->name : std::string()});
    }
    const auto notice = context.form.text("saved");
    return reply(context, {.title = "Where its charts begin anew",
                           .crumbs = {{"Figures", "/indicators"},
                                      {indicator.definition.title,
                                       fmt::format("/indicators/{}", indicator.id.view())}},
                           .notice = notice == "anew"   ? "The charts begin anew there."
                                     : notice == "away" ? "It is taken away."
                                                        : "",
                           .main = breaks_view(page),
                           .has_problems = has_problems});
}

/// What was changed shows on the same page, for the same area.
std::string back_to(const Indicator& indicator, const Area* area, std::string_view saved) {
    return fmt::format("/indicators/{}/breaks?area={}&saved={}", indicator.id.view(),
                       area ? code_of(*area) : std::string(), saved);
}

template<class Work>
http::Response change(Context& context, std::string_view saved, BeginAnew said, Work work) {
    const auto indicator = indicator_of(context);
    if (!indicator) return reply_not_found(context);
    const auto book = AreaBook::read(context.db);
    const auto* area = chosen_area(context, book);
    const auto done = submit(context, [&]() -> Result<std::string> {
        TRY(work(*indicator, area));
        return back_to(*indicator, area, saved);
    });
    if (done) return see_other(*done);
    if (done.refusal().kind == Refusal::Kind::not_found) return reply_not_found(context);
    return reply_breaks(context, book, *indicator, std::move(said), done.refusal().problems);
}

} // namespace

http::Response show_breaks(Context& context) {
    const auto indicator = indicator_of(context);
    if (!indicator) return reply_not_found(context);
    return reply_breaks(context, AreaBook::read(context.db), *indicator, {}, {});
}

http::Response post_break(Context& context) {
    const BeginAnew said{.version = version_read(context.form),
                         .from = std::string(context.form.text("from")),
                         .reason = std::string(context.form.text("reason")),
                         .where = std::string(context.form.text("where"))};
    return change(context, "anew", said, [&](const Indicator& indicator, const Area* area) {
        auto whole = said;
        whole.id = indicator.id;
        whole.area = area;
        return begin_anew(context.db, context.scope, whole);
    });
}

http::Response post_take_away(Context& context) {
    const auto of = context.form.text("of");
    TakeBreakAway said{.version = version_read(context.form),
                       .period = whole_number(context.form.text("period"))};
    if (!of.empty()) said.area = whole_number(of);
    return change(context, "away", {}, [&](const Indicator& indicator, const Area*) {
        said.id = indicator.id;
        return take_away(context.db, context.scope, said);
    });
}

} // namespace openmasa::intelligence
