#include "core/registers/list_page.hpp"
#include "core/routing/reply.hpp"
#include "kernel/text.hpp"
#include "plan/responses/pages.hpp"
#include "plan/responses/register.hpp"
#include "plan/responses/timeliness.hpp"
#include <fmt/format.h>

namespace openmasa::responses {
namespace {

std::string sentence(const Timeliness& all) {
    return fmt::format("{} asked for: {} answered in time, {} answered late, {} not yet due, {} "
                       "late.",
                       counted(all.asked(), "answer was", "answers were"), all.in_time,
                       all.answered_late, all.waits, all.late);
}

} // namespace

http::Response show_list(Context& context) {
    const auto by_owner = timeliness(context.db, context.scope);
    const auto all = added_up(by_owner);
    const auto title = context.words.say(response_register.title);
    const auto list =
        registers::list_of(context, response_register,
                           {.none = "Nobody was asked yet. Ask on the page of a recommendation."});
    return reply(context,
                 {.title = title,
                  .crumbs = {{"Recommendations", "/recommendations"}},
                  .notice = {},
                  .main = pages::head({.title = title,
                                       .sentence = when(all.asked() > 0, escaped(sentence(all))),
                                       .verbs = {},
                                       .facts = {},
                                       .caption = {}}) +
                          list + timeliness_view(by_owner, context.words)});
}

} // namespace openmasa::responses
