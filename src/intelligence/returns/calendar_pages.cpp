#include "core/access/store.hpp"
#include "core/routing/reply.hpp"
#include "core/routing/version_read.hpp"
#include "intelligence/permissions.hpp"
#include "intelligence/returns/calendar_views.hpp"
#include "intelligence/returns/pages.hpp"
#include "intelligence/returns/rules.hpp"
#include "intelligence/returns/store.hpp"
#include <algorithm>

namespace openmasa::intelligence {
namespace {

bool is_month(std::string_view text) {
    return text.size() == 7 && day_from_iso(std::string(text) + "-01").has_value();
}

CalendarFilter read_filter(const http::Form& form) {
    CalendarFilter filter;
    const auto state = form.text("state");
    ReturnState one{};
    if (from_text(state, one)) filter.state = one;
    filter.everything = state == "all";
    filter.agency = OwnerId::parse(form.text("agency"));
    if (is_month(form.text("month"))) filter.month = form.text("month");
    return filter;
}

} // namespace

http::Response show_calendar(Context& context) {
    const auto book = returns_book(context.db, context.scope);
    const auto all = calendar_of(*book, context.scope.today);
    const auto owners = all.empty() ? std::vector<access::Owner>()
                                    : access::list_owners(context.db, access::OwnerType::agency);
    auto own = returns_for(context.scope);
    std::erase_if(own, [&](const OwnerId& one) {
        return std::ranges::none_of(all, [&](const OwedFigure& owed) { return owed.owner == one; });
    });
    const CalendarPage page{.words = context.words,
                            .today = context.scope.today,
                            .filter = read_filter(context.form),
                            .asked_page = int(whole_number(context.form.text("page"))),
                            .all = calendar_rows(all, context.scope.today),
                            .owners = owners,
                            .may_keep = may_load(context.scope),
                            .own = std::move(own)};
    return reply(context, {.title = "Returns",
                           .crumbs = {{"Figures", "/indicators"}},
                           .notice = {},
                           .main = calendar_view(page)});
}

} // namespace openmasa::intelligence
