#include "core/routing/form_token.hpp"
#include "core/routing/reply.hpp"
#include "plan/recommendations/pages.hpp"
#include <algorithm>
#include <cmath>

namespace openmasa::recommendations {
namespace {

http::Response reply_add(Context& context, AddPage page) {
    page.token = form_token::hidden(context);
    return reply(context, {.title = "Add a recommendation",
                           .crumbs = crumbs(),
                           .notice = {},
                           .main = add_view(page),
                           .has_problems = !page.problems.empty()});
}

AddPage read_page(const Context& context) {
    return {.token = {},
            .title = std::string(context.form.text("title")),
            .source = read_source(context.form),
            .chosen = std::string(context.form.text("join"))};
}

AddRecommendation command_of(const AddPage& page) {
    AddRecommendation command{.filing = {.title = page.title}, .source = page.source};
    for (const auto& one : page.offered)
        if (one.it.id.view() == page.chosen) {
            command.join_to = one.it.id;
            command.likeness = static_cast<int>(std::lround(one.likeness * 100));
        }
    return command;
}

/// Whether they must still say if it is one of those that say much the same.
bool must_choose(const AddPage& page) {
    if (page.offered.empty() || page.chosen == "new") return false;
    return !std::ranges::any_of(
        page.offered, [&](const Offered& one) { return one.it.id.view() == page.chosen; });
}

} // namespace

http::Response show_add(Context& context) {
    return reply_add(context, read_page(context));
}

http::Response post_add(Context& context) {
    auto page = read_page(context);
    page.offered = offered_for(context, page.source.words + "\n" + page.title);
    const auto command = command_of(page);
    page.problems = problems_with(context.db, context.scope, command);
    const bool was_offered = context.form.text("offered") == "yes";
    if (must_choose(page)) {
        if (was_offered)
            page.problems.push_back({"join", "Choose one of these, or say that it is a new one."});
        return reply_add(context, std::move(page));
    }
    const auto saved = submit(context, [&]() -> Result<std::string> {
        const auto added = TRY(add(context.db, context.scope, command));
        return address_of(added.id) + "?saved=added";
    });
    if (saved) return see_other(*saved);
    if (saved.refusal().kind == Refusal::Kind::not_found) return reply_not_found(context);
    page.problems = saved.refusal().problems;
    return reply_add(context, std::move(page));
}

} // namespace openmasa::recommendations
