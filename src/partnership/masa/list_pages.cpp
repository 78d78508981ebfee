#include "core/clocks/running.hpp"
#include "core/clocks/store.hpp"
#include "core/registers/pages.hpp"
#include "core/routing/form_token.hpp"
#include "core/routing/reply.hpp"
#include "kernel/london_time.hpp"
#include "kernel/text.hpp"
#include "partnership/masa/form_frame.hpp"
#include "partnership/masa/list_views.hpp"
#include "partnership/masa/pages.hpp"
#include "partnership/masa/review.hpp"
#include "partnership/masa_store.hpp"

namespace openmasa::masa {
namespace {

void read_asked(const Context& context, ListPage& page) {
    page.asked = one_line(context.form.text("on"));
    if (page.asked.empty()) return;
    page.on = typed_day(page.asked);
    if (!page.on) page.problems.push_back({"on", "Enter the day, as 12 June 2026."});
}

http::Response reply_begin(Context& context, Begin typed, std::vector<Problem> problems) {
    BeginPage page{.form_token = form_token::hidden(context),
                   .typed = std::move(typed),
                   .problems = std::move(problems)};
    const auto all = partnership::list_masa(context.db, context.scope);
    if (const auto* now = partnership::in_force(all, context.scope.today)) page.before = *now;
    if (page.before && page.typed.area.empty()) page.typed.area = page.before->area;
    return reply(context, {.title = "Begin an edition",
                           .crumbs = crumbs(),
                           .notice = {},
                           .main = begin_view(page),
                           .has_problems = !page.problems.empty()});
}

http::Response reply_earlier(Context& context, Earlier typed, std::vector<Problem> problems) {
    const EarlierPage page{.form_token = form_token::hidden(context),
                           .typed = std::move(typed),
                           .problems = std::move(problems)};
    return reply(context, {.title = "Record an earlier edition",
                           .crumbs = crumbs(),
                           .notice = {},
                           .main = earlier_view(page),
                           .has_problems = !page.problems.empty()});
}

} // namespace

http::Response show_list(Context& context) {
    ListPage page{.words = context.words,
                  .today = context.scope.today,
                  .editions = partnership::list_masa(context.db, context.scope),
                  .review = {},
                  .may_change = context.scope.may(Permission::edit_agencies),
                  .asked = {}};
    if (const auto* now = partnership::in_force(page.editions, page.today)) {
        const auto review = review_of(context.db, context.scope, now->id);
        page.review = review.words;
        page.review_is_late = review.is_late;
    }
    read_asked(context, page);
    return reply(context, {.title = "Safeguarding arrangements",
                           .crumbs = {},
                           .notice = registers::notice_of_import(context),
                           .main = list_view(page),
                           .has_problems = !page.problems.empty()});
}

http::Response show_begin(Context& context) {
    return reply_begin(context, {}, {});
}

http::Response post_begin(Context& context) {
    const Begin command{.title = text(context, "title"), .area = text(context, "area")};
    const auto saved = submit(context, [&]() -> Result<std::string> {
        const auto id = TRY(begin(context.db, context.scope, command));
        return address(id) + "?saved=yes";
    });
    if (saved) return see_other(*saved);
    return reply_begin(context, command, saved.refusal().problems);
}

http::Response show_earlier(Context& context) {
    return reply_earlier(context, {}, {});
}

http::Response post_earlier(Context& context) {
    const Earlier command{.title = text(context, "title"),
                          .area = text(context, "area"),
                          .published_on = text(context, "published_on"),
                          .signed_by = text(context, "signed_by"),
                          .sections = {{"Summary", text(context, "summary")}}};
    const auto saved = submit(context, [&]() -> Result<std::string> {
        const auto id = TRY(record_earlier(context.db, context.scope, command));
        return address(id) + "?saved=yes";
    });
    if (saved) return see_other(*saved);
    return reply_earlier(context, command, saved.refusal().problems);
}

} // namespace openmasa::masa
