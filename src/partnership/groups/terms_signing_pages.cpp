#include "core/accounts/step_up.hpp"
#include "core/routing/form_token.hpp"
#include "core/routing/reply.hpp"
#include "core/routing/version_read.hpp"
#include "partnership/group_store.hpp"
#include "partnership/groups/form_pages.hpp"
#include "partnership/groups/terms_signing.hpp"
#include "partnership/groups/terms_views.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::groups {
namespace {

using partnership::TermsId;

std::string text(const Context& context, std::string_view name) {
    return std::string(context.form.text(name));
}

/// The version of the address, of a group that this person may see.
struct Asked {
    Group group;
    TermsId id;
    const Terms& terms() const { return *std::ranges::find(group.terms, id, &Terms::id); }
};
std::optional<Asked> asked(Context& context) {
    auto group = group_of(context);
    const auto id = TermsId::parse(context.captured("terms"));
    if (!group || !id || std::ranges::count(group->terms, *id, &Terms::id) == 0)
        return std::nullopt;
    return Asked{std::move(*group), *id};
}
std::optional<Asked> asked_draft(Context& context) {
    auto found = asked(context);
    return found && is_draft(found->terms()) ? std::move(found) : std::nullopt;
}
std::optional<Asked> asked_waiting(Context& context) {
    auto found = asked(context);
    const auto* waits = found ? waiting_in(found->group) : nullptr;
    return waits && waits->id == found->id ? std::move(found) : std::nullopt;
}

std::vector<pages::Crumb> crumbs_of(const Asked& found) {
    auto crumbs = crumbs_below(found.group);
    crumbs.push_back({fmt::format("Terms of reference, version {}", found.terms().number),
                      terms_address(found.group, found.terms())});
    return crumbs;
}

signoff::HoldersNow holders_of(Context& context, const std::vector<signoff::Asked>& signers) {
    signoff::HoldersNow holders;
    for (const auto& one : signers)
        holders[one.office] = signing_for(context.db, one.office, context.scope.today);
    return holders;
}
signoff::HoldersNow holders_of(Context& context, const signoff::SignOff& sign_off) {
    std::vector<signoff::Asked> turn;
    for (const auto* one : whose_turn(sign_off)) turn.push_back(*one);
    return holders_of(context, turn);
}

std::vector<Turn> turns_of(const Scope& scope, const signoff::SignOff& sign_off,
                           const signoff::HoldersNow& holders) {
    std::vector<Turn> turns;
    for (const auto* next : whose_turn(sign_off)) {
        const auto found = holders.find(next->office);
        const auto* held = scope.person && found != holders.end()
                               ? signoff::as_holder(found->second, *scope.person)
                               : nullptr;
        if (held) turns.push_back({*next, *held});
    }
    return turns;
}

// --- putting it for signature -------------------------------------------------------------------

http::Response reply_offer(Context& context, const Asked& found, std::vector<Problem> problems) {
    OfferPage page{.form_token = form_token::hidden(context),
                   .group = found.group,
                   .terms = found.terms(),
                   .signers = signers_of(found.group, found.terms(), context.scope.today),
                   .why_not = why_not_signed(found.group, found.terms(), context.scope.today),
                   .problems = std::move(problems)};
    page.holders = holders_of(context, page.signers);
    return reply(context, {.title = "Put for signature",
                           .crumbs = crumbs_of(found),
                           .notice = {},
                           .main = offer_view(page),
                           .has_problems = !page.problems.empty()});
}

// --- signing ------------------------------------------------------------------------------------

/// A version that waits, and how; only for those who are asked to sign it.
struct ToSign {
    Asked asked;
    signoff::SignOff sign_off;
};
std::optional<ToSign> to_sign(Context& context) {
    auto found = asked_waiting(context);
    if (!found || !context.scope.person) return std::nullopt;
    auto sign_off = sign_off_of(context.db, found->group, found->terms());
    if (!sign_off) return std::nullopt;
    for (const auto& own : signs_as(context.db, *context.scope.person, context.scope.today))
        if (asked_of(*sign_off, own)) return ToSign{std::move(*found), std::move(*sign_off)};
    return std::nullopt;
}

http::Response reply_sign(Context& context, std::string why, std::vector<Problem> problems) {
    const auto found = to_sign(context);
    if (!found) return reply_not_found(context);
    SignPage page{.form_token = form_token::hidden(context),
                  .group = found->asked.group,
                  .terms = found->asked.terms(),
                  .sign_off = found->sign_off,
                  .why = std::move(why),
                  .problems = std::move(problems)};
    page.holders = holders_of(context, page.sign_off);
    page.turns = turns_of(context.scope, page.sign_off, page.holders);
    if (!page.turns.empty() && !accounts::is_proved(context))
        page.proof = accounts::proof_fields(context, page.problems);
    return reply(context, {.title = "Read and sign",
                           .crumbs = crumbs_of(found->asked),
                           .notice = {},
                           .main = sign_view(page),
                           .has_problems = !page.problems.empty()});
}

/// What the form names, where this person is asked at all: whoever is not learns nothing by their
/// password, nor does a wrong one count.
struct Signer {
    OwnerId group, office;
    TermsId terms;
};
std::optional<Signer> signer(Context& context) {
    const auto found = to_sign(context);
    const auto office = OwnerId::parse(text(context, "office"));
    if (!found || !office) return std::nullopt;
    return Signer{found->asked.group.id, *office, found->asked.id};
}

Result<Done> prove(Context& context) {
    if (accounts::is_proved(context)) return Done{};
    return accounts::step_up(context);
}

http::Response answer_sign(Context& context, const Result<std::string>& saved,
                           const std::string& why) {
    if (saved) return see_other(*saved);
    if (saved.refusal().kind == Refusal::Kind::not_found) return reply_not_found(context);
    return reply_sign(context, why, saved.refusal().problems);
}

std::string page_after(const OwnerId& group, const TermsId& terms) {
    return fmt::format("/groups/{}/terms/{}?saved=yes", group.view(), terms.view());
}

http::Response reply_take_back(Context& context, const Asked& found, std::string why,
                               std::vector<Problem> problems) {
    const TakeBackPage page{.form_token = form_token::hidden(context),
                            .group = found.group,
                            .terms = found.terms(),
                            .why = std::move(why),
                            .problems = std::move(problems)};
    return reply(context, {.title = "Take it back",
                           .crumbs = crumbs_of(found),
                           .notice = {},
                           .main = take_back_view(page),
                           .has_problems = !page.problems.empty()});
}

} // namespace

http::Response show_version(Context& context) {
    const auto found = asked(context);
    if (!found) return reply_not_found(context);
    TermsPage page{.group = found->group,
                   .terms = found->terms(),
                   .today = context.scope.today,
                   .may_change = context.scope.may(Permission::edit_agencies),
                   .sign_off = sign_off_of(context.db, found->group, found->terms())};
    if (page.sign_off) page.holders = holders_of(context, *page.sign_off);
    page.may_sign = page.sign_off && !turns_of(context.scope, *page.sign_off, page.holders).empty();
    auto crumbs = crumbs_of(*found);
    crumbs.pop_back();
    return reply(context,
                 {.title = fmt::format("Terms of reference, version {}", page.terms.number),
                  .crumbs = std::move(crumbs),
                  .notice = text(context, "saved") == "yes" ? "Saved." : "",
                  .main = terms_view(page)});
}

http::Response show_offer(Context& context) {
    const auto found = asked_draft(context);
    return found ? reply_offer(context, *found, {}) : reply_not_found(context);
}

http::Response post_offer(Context& context) {
    const auto id = context.id<OwnerId>();
    const auto terms = TermsId::parse(context.captured("terms"));
    if (!id || !terms) return reply_not_found(context);
    const OfferTerms command{.group = *id, .terms = *terms, .version = version_read(context.form)};
    const auto saved = submit(context, [&]() -> Result<std::string> {
        TRY(offer_terms(context.db, context.scope, command));
        return page_after(*id, *terms);
    });
    if (saved) return see_other(*saved);
    const auto found = asked_draft(context);
    if (!found || saved.refusal().kind == Refusal::Kind::not_found) return reply_not_found(context);
    return reply_offer(context, *found, saved.refusal().problems);
}

http::Response show_sign(Context& context) {
    return reply_sign(context, {}, {});
}

http::Response post_sign(Context& context) {
    const auto who = signer(context);
    if (!who) return reply_not_found(context);
    const SignTerms command{.group = who->group,
                            .terms = who->terms,
                            .signing = {.office = who->office,
                                        .digest = text(context, "digest"),
                                        .confirmed = text(context, "confirmed") == "yes"}};
    if (const auto proved = prove(context); !proved)
        return reply_sign(context, {}, proved.refusal().problems);
    return answer_sign(context,
                       submit(context,
                              [&]() -> Result<std::string> {
                                  TRY(sign_terms(context.db, context.scope, command));
                                  return page_after(who->group, who->terms);
                              }),
                       {});
}

http::Response post_send_back(Context& context) {
    const auto who = signer(context);
    if (!who) return reply_not_found(context);
    const SendTermsBack command{.group = who->group,
                                .terms = who->terms,
                                .office = who->office,
                                .why = text(context, "why")};
    return answer_sign(context,
                       submit(context,
                              [&]() -> Result<std::string> {
                                  TRY(send_terms_back(context.db, context.scope, command));
                                  return page_after(who->group, who->terms);
                              }),
                       command.why);
}

http::Response show_take_back(Context& context) {
    const auto found = asked_waiting(context);
    return found ? reply_take_back(context, *found, {}, {}) : reply_not_found(context);
}

http::Response post_take_back(Context& context) {
    const auto id = context.id<OwnerId>();
    const auto terms = TermsId::parse(context.captured("terms"));
    if (!id || !terms) return reply_not_found(context);
    const TakeTermsBack command{.group = *id,
                                .terms = *terms,
                                .version = version_read(context.form),
                                .why = text(context, "why")};
    const auto saved = submit(context, [&]() -> Result<std::string> {
        TRY(take_terms_back(context.db, context.scope, command));
        return page_after(*id, *terms);
    });
    if (saved) return see_other(*saved);
    const auto found = asked_waiting(context);
    if (!found || saved.refusal().kind == Refusal::Kind::not_found) return reply_not_found(context);
    return reply_take_back(context, *found, command.why, saved.refusal().problems);
}

} // namespace openmasa::groups
