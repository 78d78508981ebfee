#include "core/routing/form_token.hpp"
#include "core/routing/reply.hpp"
#include "core/routing/route.hpp"
#include "core/routing/version_read.hpp"
#include "partnership/agencies/pages.hpp"
#include "partnership/agencies/store.hpp"
#include "partnership/agencies/succession_actions.hpp"
#include "partnership/agencies/succession_store.hpp"
#include "partnership/agencies/succession_views.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::agencies {
namespace {

const std::vector<Module>& features_of(const Context& context) {
    static const std::vector<Module> none;
    return context.features ? *context.features : none;
}

std::optional<Agency> asked_agency(Context& context) {
    const auto id = context.id<OwnerId>();
    return id ? find_agency(context.db, context.scope, *id) : std::nullopt;
}

/// Of the agency in the address.
std::optional<Succession> asked_succession(Context& context) {
    const auto agency = context.id<OwnerId>();
    const auto id = context.id<SuccessionId>("succession");
    if (!agency || !id) return std::nullopt;
    auto found = find_succession(context.db, context.scope, *id);
    if (!found || found->from != *agency) return std::nullopt;
    return found;
}

std::vector<pages::Crumb> crumbs(const Context& context, const OwnerId& id,
                                 const std::string& name) {
    return {{context.words.headings(terms::Word::agency), "/agencies"},
            {name, "/agencies/" + id.str()}};
}

/// Every other agency that has not ended.
std::vector<std::pair<std::string, std::string>> others(Context& context, const Agency& agency) {
    std::vector<std::pair<std::string, std::string>> found;
    for (const auto& one : list_agencies(context.db, context.scope))
        if (one.id != agency.id && (!one.to || *one.to >= context.scope.today))
            found.emplace_back(one.id.str(), one.name);
    return found;
}

http::Response reply_following(Context& context, Agency agency, SayFollowed typed,
                               std::vector<Problem> problems) {
    FollowingPage page{.form_token = form_token::hidden(context),
                       .words = context.words,
                       .agency = std::move(agency),
                       .all = {},
                       .agencies = {},
                       .typed = std::move(typed),
                       .may_change = context.scope.may(Permission::edit_agencies),
                       .problems = std::move(problems)};
    page.all = successions_of(context.db, context.scope, page.agency.id);
    if (page.may_change) page.agencies = others(context, page.agency);
    for (auto& problem : page.problems) problem.words = context.words.say(problem.words);
    return reply(context, {.title = "What came before, and what follows",
                           .crumbs = crumbs(context, page.agency.id, page.agency.name),
                           .notice = {},
                           .main = following_view(page),
                           .has_problems = !page.problems.empty()});
}

http::Response reply_succession(Context& context, Succession succession,
                                std::optional<partnership::Agreement> typed,
                                std::string dropped_why, std::vector<Problem> problems) {
    SuccessionPage page{.form_token = form_token::hidden(context),
                        .words = context.words,
                        .succession = std::move(succession),
                        .open = {},
                        .agreement = {},
                        .dropped_why = std::move(dropped_why),
                        .known = {},
                        .may_change = context.scope.may(Permission::edit_agencies),
                        .today = context.scope.today,
                        .problems = std::move(problems)};
    const auto& s = page.succession;
    if (page.may_change)
        page.open = open_to_agree(context.db, context.scope, features_of(context), s);
    page.agreement =
        typed ? std::move(*typed) : partnership::proposed(page.open.shown, spoken_long(page.today));
    page.known = facts_of_owner(context, s.from);
    return reply(context, {.title = "What passes on",
                           .crumbs = crumbs(context, s.from, s.from_name),
                           .notice = context.form.text("saved") == "yes" ? "Saved." : "",
                           .main = succession_view(page),
                           .has_problems = !page.problems.empty()});
}

std::string address_of(const OwnerId& agency, const SuccessionId& succession) {
    return fmt::format("/agencies/{}/succession/{}", agency.view(), succession.view());
}

} // namespace

http::Response show_following(Context& context) {
    auto agency = asked_agency(context);
    if (!agency) return reply_not_found(context);
    SayFollowed empty{.from = agency->id, .to = {}, .way = {}, .day = {}, .ground = {}};
    return reply_following(context, std::move(*agency), std::move(empty), {});
}

http::Response post_following(Context& context) {
    auto agency = asked_agency(context);
    if (!agency) return reply_not_found(context);
    SayFollowed said{.from = agency->id,
                     .to = OwnerId::parse(context.form.text("to")),
                     .way = {},
                     .day = std::string(context.form.text("day")),
                     .ground = std::string(context.form.text("ground"))};
    if (Way way{}; from_text(context.form.text("way"), way)) said.way = way;
    const auto saved = submit(context, [&]() -> Result<std::string> {
        const auto id = TRY(say_followed(context.db, context.scope, said));
        return address_of(said.from, id);
    });
    if (saved) return see_other(*saved);
    if (saved.refusal().kind == Refusal::Kind::not_found) return reply_not_found(context);
    return reply_following(context, std::move(*agency), std::move(said), saved.refusal().problems);
}

http::Response show_succession(Context& context) {
    auto succession = asked_succession(context);
    if (!succession) return reply_not_found(context);
    return reply_succession(context, std::move(*succession), {}, {}, {});
}

http::Response post_agreement(Context& context) {
    auto succession = asked_succession(context);
    if (!succession || !context.scope.may(Permission::edit_agencies))
        return reply_not_found(context);
    AgreeDuties command{
        .succession = succession->id, .version = version_read(context.form), .agreement = {}};
    const auto& features = features_of(context);
    const auto saved = submit(context, [&]() -> Result<std::string> {
        const auto open = open_to_agree(context.db, context.scope, features, *succession);
        command.agreement = partnership::read_agreement(context.form, open.shown);
        TRY(agree(context.db, context.scope, features, command));
        return address_of(succession->from, succession->id) + "?saved=yes";
    });
    if (saved) return see_other(*saved);
    if (saved.refusal().kind == Refusal::Kind::not_found) return reply_not_found(context);
    const auto open = open_to_agree(context.db, context.scope, features, *succession);
    auto typed = partnership::read_agreement(context.form, open.shown);
    return reply_succession(context, std::move(*succession), std::move(typed), {},
                            saved.refusal().problems);
}

http::Response post_drop(Context& context) {
    auto succession = asked_succession(context);
    if (!succession) return reply_not_found(context);
    const DropSuccession command{.succession = succession->id,
                                 .version = version_read(context.form),
                                 .why = std::string(context.form.text("why"))};
    const auto saved = submit(context, [&]() -> Result<std::string> {
        TRY(drop(context.db, context.scope, command));
        return fmt::format("/agencies/{}/succession", succession->from.view());
    });
    if (saved) return see_other(*saved);
    if (saved.refusal().kind == Refusal::Kind::not_found) return reply_not_found(context);
    return reply_succession(context, std::move(*succession), {}, command.why,
                            saved.refusal().problems);
}

} // namespace openmasa::agencies
