#include "core/routing/form_token.hpp"
#include "core/routing/reply.hpp"
#include "core/routing/version_read.hpp"
#include "kernel/text.hpp"
#include "plan/called.hpp"
#include "plan/recommendations/pages.hpp"
#include <algorithm>

namespace openmasa::recommendations {
namespace {

std::string text(const Context& context, std::string_view name) {
    return std::string(context.form.text(name));
}

// --- steps
// ----------------------------------------------------------------------------------------

/// The row of the move in the address, from where it stands now; none that this person may not
/// make.
const Row* asked_row(const Context& context, const Whole& whole) {
    Move move{};
    if (!from_text(context.captured("move"), move) || whole.it.joined_to || whole.it.withdrawn)
        return nullptr;
    const auto* row = transitions::find_row(moves(), whole.it.state, move);
    const bool may = row && context.scope.may(row->who, whole.it.owner, whole.it.id.view());
    return may ? row : nullptr;
}

http::Response reply_move(Context& context, const Whole& whole, const Row& row, MakeMove typed,
                          const Refusal* refusal) {
    MovePage page{
        .form = form_page(context, whole.it, refusal), .row = &row, .typed = std::move(typed)};
    page.missing = missing_for(row, standing_of(whole, read_beside(context.db, whole)));
    std::erase_if(page.form.problems, [](const Problem& one) { return one.field == "missing"; });
    return reply_form(context, page.form, spoken(row.move), move_view(page));
}

/// It stands somewhere else since this person looked: what they wanted is said no more.
http::Response reply_moved_on(Context& context, const Whole& whole) {
    const bool is_joined =
        whole.it.joined_to && find_recommendation(context.db, context.scope, *whole.it.joined_to);
    const auto where = is_joined ? std::string("It stands with another one now.")
                                 : "It is " + lower(spoken(whole.it.state)) + " now.";
    return reply_plain(context, 409, "It has moved on",
                       html("{} From there this step does not lead on. {}", where,
                            html(R"(<a class="govuk-link" href="{}">Back to {}</a>)",
                                 address_of(whole.it.id), whole.it.reference)));
}

/// Where one that stands with another is followed: the same form of that other.
std::optional<http::Response> led_to_host(Context& context, const Recommendation& it,
                                          std::string_view below) {
    const auto host =
        it.joined_to ? find_recommendation(context.db, context.scope, *it.joined_to) : std::nullopt;
    return host ? std::optional(see_other(address_of(host->id, below))) : std::nullopt;
}

} // namespace

http::Response show_move(Context& context) {
    const auto whole = find_to_change(context, Permission::read_plan);
    const auto* row = whole ? asked_row(context, *whole) : nullptr;
    Move move{};
    if (!row && whole && from_text(context.captured("move"), move) &&
        may_ever(context.scope, move, whole->it))
        return reply_moved_on(context, *whole);
    if (!row) return reply_not_found(context);
    const MakeMove empty{
        .id = whole->it.id, .move = row->move, .on = spoken_long(context.scope.today)};
    return reply_move(context, *whole, *row, empty, nullptr);
}

http::Response post_move(Context& context) {
    const auto id = context.id<RecommendationId>();
    MakeMove command{.version = version_read(context.form),
                     .on = text(context, "on"),
                     .by = text(context, "by"),
                     .comment = text(context, "comment"),
                     .superseded_by = text(context, "superseded_by")};
    if (!id || !from_text(context.captured("move"), command.move)) return reply_not_found(context);
    command.id = *id;
    return finish(
        context, *id,
        [&]() -> Result<Done> {
            TRY(move(context.db, context.scope, command));
            return Done{};
        },
        "moved", Permission::read_plan,
        [&](const Whole& whole, const Refusal& refusal) {
            const auto* row = asked_row(context, whole);
            return row ? reply_move(context, whole, *row, command, &refusal)
                       : reply_moved_on(context, whole);
        });
}

// --- evidence
// -------------------------------------------------------------------------------------

http::Response show_evidence(Context& context) {
    auto whole = find_to_change(context, Permission::answer_recommendation);
    if (!whole) return reply_not_found(context);
    if (auto led = led_to_host(context, whole->it, "evidence")) return std::move(*led);
    AddEvidence empty{.id = whole->it.id, .on = spoken_long(context.scope.today)};
    if (!from_text(context.form.text("shows"), empty.shows) &&
        (whole->it.state == State::actions_complete || whole->it.state == State::impact_tested))
        empty.shows = Shows::impact;
    const auto form = form_page(context, std::move(whole->it));
    return reply_form(context, form, "Add evidence", evidence_view(form, empty));
}

http::Response post_evidence(Context& context) {
    const auto id = context.id<RecommendationId>();
    if (!id) return reply_not_found(context);
    AddEvidence command{.id = *id,
                        .version = version_read(context.form),
                        .words = text(context, "words"),
                        .link = text(context, "link"),
                        .on = text(context, "on")};
    (void)from_text(context.form.text("shows"), command.shows);
    EvidenceKind kind{};
    if (from_text(context.form.text("kind"), kind)) command.kind = kind;
    return finish(
        context, *id, [&] { return add_evidence(context.db, context.scope, command); }, "evidence",
        Permission::answer_recommendation,
        [&](Whole whole, const Refusal& refusal) {
            const auto form = form_page(context, std::move(whole.it), &refusal);
            return reply_form(context, form, "Add evidence", evidence_view(form, command));
        });
}

// --- actions
// --------------------------------------------------------------------------------------

namespace {

http::Response reply_actions(Context& context, const FormPage& form, const std::string& typed) {
    return reply_form(context, form, "Actions that carry it out", actions_view(form, typed));
}

} // namespace

http::Response show_actions(Context& context) {
    auto whole = find_to_change(context, Permission::answer_recommendation);
    if (!whole) return reply_not_found(context);
    if (auto led = led_to_host(context, whole->it, "actions")) return std::move(*led);
    std::vector<plan::ActionId> linked;
    for (const auto& one : whole->actions) linked.push_back(one.action);
    const auto written = plan::called_aloud(context.db, linked);
    return reply_actions(context, form_page(context, std::move(whole->it)), written);
}

http::Response post_actions(Context& context) {
    const auto id = context.id<RecommendationId>();
    if (!id) return reply_not_found(context);
    const auto typed = text(context, "actions");
    return finish(
        context, *id,
        [&]() -> Result<Done> {
            const auto actions = TRY(plan::actions_called(context.db, context.scope, typed));
            return link_actions(
                context.db, context.scope,
                {.id = *id, .version = version_read(context.form), .actions = actions});
        },
        "actions", Permission::answer_recommendation,
        [&](Whole whole, const Refusal& refusal) {
            return reply_actions(context, form_page(context, std::move(whole.it), &refusal), typed);
        });
}

} // namespace openmasa::recommendations
