#include "core/restriction/glass_pages.hpp"
#include "core/accounts/step_up.hpp"
#include "core/restriction/glass_views.hpp"
#include "core/routing/form_token.hpp"
#include "core/routing/reply.hpp"

namespace openmasa::restriction {
namespace {

http::Response reply_break(Context& context, BreakPage page) {
    page.form_token = form_token::hidden(context);
    page.proof_fields = accounts::proof_fields(context, page.problems);
    page.may_see_uses = context.scope.may(Permission::restrict_records);
    return reply(context, {.title = "Break the glass",
                           .main = break_view(page),
                           .has_problems = !page.problems.empty()});
}

http::Response reply_again(Context& context, const BreakGlass& typed, const Refusal& refusal) {
    if (refusal.kind == Refusal::Kind::not_found) return reply_not_found(context);
    return reply_break(context, {.form_token = {},
                                 .reference = typed.reference,
                                 .reason = typed.reason,
                                 .problems = refusal.problems});
}

/// A use with its record; nothing when the record is hidden or gone.
std::optional<Use> use_of(Context& context, Glass glass) {
    const auto* kind = find_kind(*context.kinds, glass.record.kind);
    auto record =
        kind && kind->describe ? kind->describe(context.db, glass.record.id) : std::nullopt;
    if (!record) return std::nullopt;
    const bool may = may_review(context.scope, glass);
    return Use{std::move(glass), std::move(*record), may};
}

std::optional<Use> asked_use(Context& context) {
    const auto id = context.id<GlassId>();
    auto glass = id ? find_use(context.db, context.scope, *id) : std::nullopt;
    if (!glass || !may_review(context.scope, *glass)) return std::nullopt;
    return use_of(context, std::move(*glass));
}

http::Response reply_review(const Context& context, const ReviewPage& page) {
    return reply(context, {.title = "Review a broken glass",
                           .crumbs = {{"Who has broken the glass", "/break-glass/uses"}},
                           .main = review_view(page),
                           .has_problems = !page.problems.empty()});
}

} // namespace

http::Response show_break_glass(Context& context) {
    return reply_break(context, {});
}

http::Response post_break_glass(Context& context) {
    const BreakGlass typed{.reference = std::string(context.form.text("reference")),
                           .reason = std::string(context.form.text("reason"))};
    if (auto problems = problems_with(typed); !problems.empty())
        return reply_again(context, typed, invalid(std::move(problems)));
    if (const auto proved = accounts::step_up(context); !proved)
        return reply_again(context, typed, proved.refusal());
    const auto opened = submit(context, [&]() -> Result<std::string> {
        return break_glass(context.db, context.scope, *context.kinds, typed);
    });
    if (opened) return see_other(*opened);
    record_refused_glass(context.db, context.scope);
    return reply_again(context, typed, opened.refusal());
}

http::Response show_uses(Context& context) {
    std::vector<Use> uses;
    for (auto& glass : uses_to_see(context.db, context.scope))
        if (auto use = use_of(context, std::move(glass))) uses.push_back(std::move(*use));
    return reply(context, {.title = "Who has broken the glass",
                           .main = uses_view(uses, context.scope.today)});
}

http::Response show_review(Context& context) {
    auto use = asked_use(context);
    if (!use) return reply_not_found(context);
    return reply_review(context,
                        {.form_token = form_token::hidden(context), .use = std::move(*use)});
}

http::Response post_review(Context& context) {
    auto use = asked_use(context);
    if (!use) return reply_not_found(context);
    ReviewGlass command{
        .glass = use->glass.id, .outcome = {}, .words = std::string(context.form.text("words"))};
    Outcome outcome{};
    if (from_text(context.form.text("outcome"), outcome)) command.outcome = outcome;
    const auto saved = submit(context, [&]() -> Result<std::string> {
        TRY(review_glass(context.db, context.scope, command));
        return std::string("/break-glass/uses");
    });
    if (saved) return see_other(*saved);
    return reply_review(context, {.form_token = form_token::hidden(context),
                                  .use = std::move(*use),
                                  .outcome = std::string(context.form.text("outcome")),
                                  .words = command.words,
                                  .problems = saved.refusal().problems});
}

} // namespace openmasa::restriction
