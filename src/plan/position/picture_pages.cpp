#include "core/routing/reply.hpp"
#include "core/terms/store.hpp"
#include "plan/position/pages.hpp"
#include "plan/position/picture_views.hpp"

namespace openmasa::position {
namespace {

/// Two years, and as many of a theme's years as a table has room for.
constexpr int most_months = 24, most_years = 6;

} // namespace

http::Response show_pictures(Context& context) {
    auto& db = context.db;
    const auto& scope = context.scope;
    const auto all = lives(db, scope);
    const StatementFacts facts{.position = position_of(all, quarter_end_before(scope.today),
                                                       scope.today, priority_names(db, scope, all)),
                               .names = {},
                               .deciders = {},
                               .words = context.words,
                               .is_past = scope.looking_back,
                               .as_known_then = scope.as_known_then};
    const auto themes = themes_of(times_recommended(db, scope, all), *terms::term_book(db),
                                  scope.today, most_years);
    PicturesPage page{.headline = statement_of(facts).headline, .pictures = {}};
    if (!all.empty())
        page.pictures = {flow_picture(facts, months_until(all, scope.today, most_months)),
                         homes_picture(facts), ages_picture(facts), themes_picture(themes)};
    return reply(context, {.title = "Recommendations in pictures",
                           .crumbs = {{"Recommendations", "/recommendations"}},
                           .notice = {},
                           .main = pictures_view(page)});
}

} // namespace openmasa::position
