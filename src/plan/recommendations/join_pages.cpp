#include "core/routing/reply.hpp"
#include "core/routing/version_read.hpp"
#include "kernel/text.hpp"
#include "plan/recommendations/pages.hpp"
#include <cmath>

namespace openmasa::recommendations {
namespace {

constexpr auto keep = Permission::keep_recommendations;

std::string text(const Context& context, std::string_view name) {
    return std::string(context.form.text(name));
}

std::vector<Offered> offered_for(Context& context, const Whole& whole) {
    std::string words = whole.it.title;
    for (const auto& source : whole.sources) words += "\n" + source.words;
    return offered_for(context, words, whole.it.id);
}

http::Response reply_join(Context& context, const JoinPage& page) {
    return reply_form(context, page.form, "Join it to another", join_view(page));
}

/// The one that was chosen, or else the one whose reference was typed.
Result<Join> read_join(Context& context, const RecommendationId& id) {
    Join command{
        .id = id, .version = version_read(context.form), .to = {}, .why = text(context, "why")};
    if (const auto typed = one_line(context.form.text("to")); !typed.empty()) {
        const auto found = find_called(context.db, context.scope, typed);
        if (!found) return invalid("to", "There is no recommendation of that name.");
        command.to = found->id;
        return command;
    }
    const auto chosen = RecommendationId::parse(context.form.text("join"));
    if (!chosen) return invalid("to", "Say which one it should stand with.");
    command.to = *chosen;
    const auto whole = find_whole(context.db, context.scope, id);
    if (!whole) return not_found();
    for (const auto& one : offered_for(context, *whole))
        if (one.it.id == *chosen)
            command.likeness = static_cast<int>(std::lround(one.likeness * 100));
    return command;
}

} // namespace

http::Response show_join(Context& context) {
    const auto whole = find_to_change(context, keep);
    if (!whole || whole->it.joined_to) return reply_not_found(context);
    return reply_join(
        context, {.form = form_page(context, whole->it), .offered = offered_for(context, *whole)});
}

http::Response post_join(Context& context) {
    const auto id = context.id<RecommendationId>();
    if (!id) return reply_not_found(context);
    return finish(
        context, *id,
        [&]() -> Result<Done> {
            return join(context.db, context.scope, TRY(read_join(context, *id)));
        },
        "joined", keep,
        [&](const Whole& whole, const Refusal& refusal) {
            return reply_join(context, {.form = form_page(context, whole.it, &refusal),
                                        .offered = offered_for(context, whole),
                                        .chosen = text(context, "join"),
                                        .other = text(context, "to"),
                                        .why = text(context, "why")});
        });
}

// --- parting and withdrawing
// ------------------------------------------------------------------------

namespace {

http::Response reply_why(Context& context, const WhyPage& page) {
    return reply_form(context, page.form, page.title, why_view(page));
}

WhyPage part_page(FormPage form, std::string why) {
    return {.form = std::move(form),
            .title = "Part it",
            .sentence = "It stands by itself again, where it stood before it was joined.",
            .button = "Part it",
            .below = "part",
            .why = std::move(why)};
}

WhyPage withdraw_page(FormPage form, std::string why) {
    return {.form = std::move(form),
            .title = "Withdraw it",
            .sentence = "For what should never have been there: a line of a file that was none. "
                        "What somebody decided about is closed instead.",
            .button = "Withdraw it",
            .below = "withdraw",
            .why = std::move(why)};
}

http::Response show_why(Context& context, WhyPage (*page)(FormPage, std::string)) {
    const auto whole = find_to_change(context, keep);
    if (!whole) return reply_not_found(context);
    return reply_why(context, page(form_page(context, whole->it), {}));
}

template<class Command>
http::Response post_why(Context& context, WhyPage (*page)(FormPage, std::string),
                        Result<Done> (*save)(store::Db&, const Scope&, const Command&),
                        std::string_view saved) {
    const auto id = context.id<RecommendationId>();
    if (!id) return reply_not_found(context);
    const Command command{
        .id = *id, .version = version_read(context.form), .why = text(context, "why")};
    return finish(
        context, *id, [&] { return save(context.db, context.scope, command); }, saved, keep,
        [&](const Whole& whole, const Refusal& refusal) {
            return reply_why(context, page(form_page(context, whole.it, &refusal), command.why));
        });
}

} // namespace

http::Response show_part(Context& context) {
    return show_why(context, part_page);
}
http::Response post_part(Context& context) {
    return post_why<PartFrom>(context, part_page, part, "parted");
}
http::Response show_withdraw(Context& context) {
    return show_why(context, withdraw_page);
}
http::Response post_withdraw(Context& context) {
    return post_why<Withdraw>(context, withdraw_page, withdraw, "withdrawn");
}

} // namespace openmasa::recommendations
