#include "core/accounts/step_up.hpp"
#include "core/routing/form_token.hpp"
#include "core/routing/reply.hpp"
#include "partnership/masa/comments.hpp"
#include "partnership/masa/form_frame.hpp"
#include "partnership/masa/pages.hpp"
#include "partnership/masa/signing_views.hpp"
#include "partnership/masa_store.hpp"
#include "partnership/office_holding.hpp"
#include "partnership/office_rules.hpp"
#include "partnership/office_store.hpp"

namespace openmasa::masa {
namespace {

// --- putting it for signature -------------------------------------------------------------------

std::vector<partnership::Office> lead_partners(Context& context) {
    return lead_partners_on(partnership::list_offices(context.db, context.scope),
                            context.scope.today);
}

/// As list_offices() has them already.
signoff::HoldersNow holders_of(const std::vector<partnership::Office>& offices, Day today) {
    signoff::HoldersNow holders;
    for (const auto& office : offices)
        for (const auto* one : holders_on(office, today))
            holders[office.id].push_back({one->person, one->known_as, one->acting});
    return holders;
}

http::Response reply_offer(Context& context, MasaEdition edition, std::vector<std::string> places,
                           std::vector<Problem> problems) {
    OfferPage page{.form_token = form_token::hidden(context),
                   .edition = std::move(edition),
                   .lead_partners = lead_partners(context),
                   .places = std::move(places),
                   .problems = std::move(problems)};
    const auto today = context.scope.today;
    page.holders = holders_of(page.lead_partners, today);
    page.missing = missing_for_signature(
        page.edition, document_now(context.db, page.edition).files.size(), page.lead_partners,
        today, without_answer(comments_on(context.db, context.scope, page.edition.id)));
    return reply(context, {.title = "Put it for signature",
                           .crumbs = crumbs(page.edition),
                           .notice = {},
                           .main = offer_view(page),
                           .has_problems = !page.problems.empty()});
}

/// As the version before was put for signature, or else the edition before.
std::vector<signoff::Asked> asked_before(Context& context, const MasaEdition& edition) {
    for (const auto& id : {std::optional(edition.id), edition.follows}) {
        if (!id) continue;
        auto all = signoff::of_record(context.db, partnership::arrangements_kind, id->view());
        if (!all.empty()) return std::move(all.front().asked);
    }
    return {};
}

std::vector<std::string> usual_places(Context& context, const MasaEdition& edition) {
    return partnership::proposed_places(lead_partners(context),
                                        partnership::bodies_of_lead_partners(context.db),
                                        asked_before(context, edition));
}

std::vector<std::string> typed_places(Context& context) {
    std::vector<std::string> places;
    for (const auto& office : lead_partners(context))
        places.push_back(text(context, "place-" + office.id.str()));
    return places;
}

// --- signing ------------------------------------------------------------------------------------

/// The newest version that was put for signature, while it waits.
std::optional<signoff::SignOff> waiting(Context& context, const MasaEdition& edition) {
    if (edition.stage != MasaStage::sign_off) return std::nullopt;
    auto all = signoff::of_record(context.db, partnership::arrangements_kind, edition.id.view());
    return all.empty() ? std::nullopt : std::optional(std::move(all.front()));
}

std::vector<Turn> turns_of(const Scope& scope, const signoff::SignOff& sign_off,
                           const signoff::HoldersNow& holders) {
    std::vector<Turn> turns;
    for (const auto* asked : whose_turn(sign_off)) {
        const auto found = holders.find(asked->office);
        const auto* held = scope.person && found != holders.end()
                               ? signoff::as_holder(found->second, *scope.person)
                               : nullptr;
        if (held) turns.push_back({*asked, *held});
    }
    return turns;
}

/// Those who are asked read it here; anybody else reads the words on their own page.
bool is_asked(Context& context, const signoff::SignOff& sign_off) {
    if (!context.scope.person) return false;
    for (const auto& office :
         partnership::offices_held_by(context.db, *context.scope.person, context.scope.today))
        if (asked_of(sign_off, office)) return true;
    return false;
}

http::Response reply_sign(Context& context, std::string why, std::vector<Problem> problems) {
    auto edition = asked_edition(context);
    auto sign_off = edition ? waiting(context, *edition) : std::nullopt;
    if (!sign_off || !is_asked(context, *sign_off)) return reply_not_found(context);
    SignPage page{.form_token = form_token::hidden(context),
                  .edition = std::move(*edition),
                  .sign_off = std::move(*sign_off),
                  .why = std::move(why),
                  .problems = std::move(problems)};
    page.holders = masa::holders_of(context, page.sign_off);
    page.links = links_to_files(context, page.edition.id);
    page.turns = turns_of(context.scope, page.sign_off, page.holders);
    if (!accounts::is_proved(context)) page.proof = accounts::proof_fields(context, page.problems);
    return reply(context, {.title = "Read and sign",
                           .crumbs = crumbs(page.edition),
                           .notice = {},
                           .main = sign_view(page),
                           .has_problems = !page.problems.empty()});
}

/// Whoever is not asked learns nothing by their password, nor does a wrong one count.
Result<Done> prove(Context& context) {
    if (accounts::is_proved(context)) return Done{};
    return accounts::step_up(context);
}

std::optional<OwnerId> asked_office(Context& context) {
    const auto edition = asked_edition(context);
    const auto sign_off = edition ? waiting(context, *edition) : std::nullopt;
    const auto office = OwnerId::parse(text(context, "office"));
    return sign_off && office && is_asked(context, *sign_off) ? office : std::nullopt;
}

http::Response reply_take_back(Context& context, MasaEdition edition, std::string why,
                               std::vector<Problem> problems) {
    const WhyPage page{.form_token = form_token::hidden(context),
                       .edition = std::move(edition),
                       .title = "Take it back to the draft",
                       .sentence =
                           "Its words can be changed then, and everybody signs it anew. The "
                           "signatures so far stay on record.",
                       .below = "take-back",
                       .label = "Why is it taken back?",
                       .button = "Take it back",
                       .why = std::move(why),
                       .problems = std::move(problems)};
    return reply(context, {.title = page.title,
                           .crumbs = crumbs(page.edition),
                           .notice = {},
                           .main = why_view(page),
                           .has_problems = !page.problems.empty()});
}

} // namespace

http::Response show_offer(Context& context) {
    auto edition = asked_edition(context);
    if (!edition || !is_open(*edition)) return reply_not_found(context);
    auto places = usual_places(context, *edition);
    return reply_offer(context, std::move(*edition), std::move(places), {});
}

http::Response post_offer(Context& context) {
    const auto read = read_of(context);
    if (!read) return reply_not_found(context);
    const Offer command{.read = *read, .places = typed_places(context)};
    const auto saved = submit(context, [&]() -> Result<std::string> {
        TRY(offer(context.db, context.scope, command));
        return address(read->id) + "?saved=yes";
    });
    if (saved) return see_other(*saved);
    auto edition = asked_edition(context);
    if (!edition || saved.refusal().kind == Refusal::Kind::not_found)
        return reply_not_found(context);
    edition->version = read->version;
    return reply_offer(context, std::move(*edition), command.places, saved.refusal().problems);
}

http::Response show_sign(Context& context) {
    return reply_sign(context, {}, {});
}

http::Response post_sign(Context& context) {
    const auto id = context.id<MasaId>();
    const auto office = asked_office(context);
    if (!id || !office) return reply_not_found(context);
    const SignAs command{.id = *id,
                         .signing = {.office = *office,
                                     .digest = text(context, "digest"),
                                     .confirmed = text(context, "confirmed") == "yes"}};
    if (const auto proved = prove(context); !proved)
        return reply_sign(context, {}, proved.refusal().problems);
    const auto saved = submit(context, [&]() -> Result<std::string> {
        TRY(sign(context.db, context.scope, command));
        return address(*id) + "?saved=yes";
    });
    if (saved) return see_other(*saved);
    if (saved.refusal().kind == Refusal::Kind::not_found) return reply_not_found(context);
    return reply_sign(context, {}, saved.refusal().problems);
}

http::Response post_send_back(Context& context) {
    const auto id = context.id<MasaId>();
    const auto office = asked_office(context);
    if (!id || !office) return reply_not_found(context);
    const AskForChanges command{.id = *id, .office = *office, .why = text(context, "why")};
    const auto saved = submit(context, [&]() -> Result<std::string> {
        TRY(ask_for_changes(context.db, context.scope, command));
        return std::string("/arrangements?saved=yes");
    });
    if (saved) return see_other(*saved);
    if (saved.refusal().kind == Refusal::Kind::not_found) return reply_not_found(context);
    return reply_sign(context, command.why, saved.refusal().problems);
}

http::Response show_take_back(Context& context) {
    auto edition = asked_edition(context);
    const bool may = edition && (edition->stage == MasaStage::sign_off ||
                                 edition->stage == MasaStage::signed_by_all);
    if (!may) return reply_not_found(context);
    return reply_take_back(context, std::move(*edition), {}, {});
}

http::Response post_take_back(Context& context) {
    const auto read = read_of(context);
    if (!read) return reply_not_found(context);
    const auto why = text(context, "why");
    const auto saved = submit(context, [&]() -> Result<std::string> {
        TRY(take_back(context.db, context.scope, *read, why));
        return address(read->id) + "?saved=yes";
    });
    if (saved) return see_other(*saved);
    auto edition = asked_edition(context);
    if (!edition || saved.refusal().kind == Refusal::Kind::not_found)
        return reply_not_found(context);
    edition->version = read->version;
    return reply_take_back(context, std::move(*edition), why, saved.refusal().problems);
}

} // namespace openmasa::masa
