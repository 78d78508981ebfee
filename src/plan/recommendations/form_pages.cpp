#include "core/routing/form_token.hpp"
#include "core/routing/reply.hpp"
#include "core/routing/version_read.hpp"
#include "plan/recommendation_content.hpp"
#include "plan/recommendations/already.hpp"
#include "plan/recommendations/pages.hpp"
#include <algorithm>

namespace openmasa::recommendations {
namespace {

constexpr std::size_t most_offered = 5;

} // namespace

std::vector<pages::Crumb> crumbs() {
    return {{"Recommendations", "/recommendations"}};
}
std::vector<pages::Crumb> crumbs(const Recommendation& it) {
    return {{"Recommendations", "/recommendations"}, {it.reference, address_of(it.id)}};
}

std::optional<Whole> find_to_change(Context& context, Permission permission) {
    const auto id = context.id<RecommendationId>();
    auto whole = id ? find_whole(context.db, context.scope, *id) : std::nullopt;
    if (!whole || whole->it.withdrawn ||
        !context.scope.may(permission, whole->it.owner, id->view()))
        return std::nullopt;
    return whole;
}

FormPage form_page(Context& context, Recommendation it, const Refusal* refusal) {
    FormPage form{
        .token = form_token::hidden(context), .it = std::move(it), .words = context.words};
    if (!refusal) return form;
    form.problems = refusal->problems;
    if (refusal->kind == Refusal::Kind::conflict)
        form.meanwhile = plan::saved_meanwhile(context.db, record_kind, form.it.id.view(),
                                               version_read(context.form));
    return form;
}

http::Response reply_form(const Context& context, const FormPage& form, std::string_view title,
                          Html main) {
    return reply(context, {.title = std::string(title),
                           .crumbs = crumbs(form.it),
                           .notice = {},
                           .main = std::move(main),
                           .has_problems = !form.problems.empty()});
}

http::Response finish(Context& context, const RecommendationId& id,
                      const std::function<Result<Done>()>& save, std::string_view saved,
                      Permission permission,
                      const std::function<http::Response(Whole, const Refusal&)>& again) {
    const auto done = submit(context, [&]() -> Result<std::string> {
        TRY(save());
        return address_of(id) + "?saved=" + std::string(saved);
    });
    if (done) return see_other(*done);
    auto whole = find_to_change(context, permission);
    if (!whole || done.refusal().kind == Refusal::Kind::not_found) return reply_not_found(context);
    return again(std::move(*whole), done.refusal());
}

std::vector<Offered> offered_for(Context& context, std::string_view words,
                                 const std::optional<RecommendationId>& besides) {
    std::vector<Offered> offered;
    // One more than are shown: the one that is asked about is found too.
    auto found = already_recommended(context.db, context.scope, words, most_offered + 1);
    const auto known = known_of(context.db, context.scope, found);
    for (auto& one : found) {
        if (one.id == besides || offered.size() == most_offered) continue;
        const auto it = std::ranges::find(known, one.id, &Known::id);
        if (it != known.end()) offered.push_back({*it, one.likeness, std::move(one.shared)});
    }
    return offered;
}

} // namespace openmasa::recommendations
