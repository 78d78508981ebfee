#include "core/routing/reply.hpp"
#include "plan/year/glance_views.hpp"
#include "plan/year/pages.hpp"
#include "plan/year/store.hpp"
#include "plan/year/window.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::year {
namespace {

/// "2026-05" of this year; nothing for a month that is not in it.
void keep_asked_month(GlancePage& page, std::string_view text) {
    const auto first = day_from_iso(std::string(text) + "-01");
    if (!first || std::ranges::count(page.months, *first, &Month::first) == 0) return;
    std::erase_if(page.months, [&](const Month& month) { return month.first != *first; });
    page.is_one_month = true;
}

std::string title_of(const GlancePage& page) {
    const auto which = page.is_one_month ? spoken_month(page.months.front().first)
                                         : "The year at a glance, " + spoken(page.year);
    return fmt::format("{}, {}", which, page.picture.plan.title);
}

} // namespace

std::string GlancePage::address(const Year& other) const {
    const auto chosen = to_query(picture.filter);
    return with_query(picture.address("year"),
                      to_query(other) + (chosen.empty() ? "" : "&") + chosen);
}

std::string GlancePage::address(const Month& month) const {
    return address(year) + "&month=" + iso(month.first).substr(0, 7);
}

http::Response show_year(Context& context) {
    auto picture = read_picture(context);
    if (!picture) return reply_not_found(context);
    picture->filter.only_open = false;
    picture->filter.statuses.clear();
    const auto year = asked_year(context.form, picture->plan.period, context.scope.today);
    const auto found =
        happenings(context.db, context.scope, picture->plan.id, picture->filter, year);
    GlancePage page{.picture = std::move(*picture),
                    .year = year,
                    .months = months_of(year, found, context.scope.today)};
    keep_asked_month(page, context.form.text("month"));
    return reply(context, {.title = title_of(page), .main = glance_view(page)});
}

} // namespace openmasa::year
