#include "core/access/store.hpp"
#include "core/clocks/pages.hpp"
#include "core/routing/form_token.hpp"
#include "core/routing/reply.hpp"
#include "core/routing/version_read.hpp"
#include "core/signoff/store.hpp"
#include "core/thread/pages.hpp"
#include "partnership/masa/edition_views.hpp"
#include "partnership/masa/form_frame.hpp"
#include "partnership/masa/pages.hpp"
#include "partnership/masa/part_views.hpp"
#include "partnership/masa/signing_views.hpp"
#include "partnership/masa_store.hpp"
#include "partnership/must_know.hpp"
#include "partnership/office_holding.hpp"
#include "partnership/office_store.hpp"
#include <algorithm>

namespace openmasa::masa {
namespace {

constexpr int most_versions = 50;

/// Whether this person is one of those whose turn it is.
bool is_next(const Scope& scope, const signoff::HoldersNow& holders) {
    return std::ranges::any_of(holders, [&](const auto& office) {
        return scope.person && signoff::as_holder(office.second, *scope.person);
    });
}

void read_signing(Context& context, EditionPage& page) {
    page.sign_offs =
        signoff::of_record(context.db, partnership::arrangements_kind, page.edition.id.view());
    if (context.as_at)
        page.sign_offs =
            signoff::as_they_stood(std::move(page.sign_offs), history::end_of(context.as_at->day));
    if (page.sign_offs.empty()) return;
    page.holders = holders_of(context, page.sign_offs.front());
    page.may_sign = !context.as_at && is_next(context.scope, page.holders);
}

void read_missing(Context& context, EditionPage& page) {
    if (!is_open(page.edition) || !partnership::must_know(context.scope)) return;
    page.missing = missing_for_signature(
        page.edition, page.files.size(),
        lead_partners_on(partnership::list_offices(context.db, context.scope), page.today),
        page.today, without_answer(page.comments));
}

// --- its own words ------------------------------------------------------------------------------

std::vector<access::Owner> authorities(store::Db& db) {
    auto all = access::list_owners(db, access::OwnerType::group);
    for (auto& office : access::list_owners(db, access::OwnerType::office))
        all.push_back(std::move(office));
    return all;
}

http::Response reply_say(Context& context, MasaEdition edition, Say typed,
                         std::vector<Problem> problems) {
    const SayPage page{.form_token = form_token::hidden(context),
                       .edition = std::move(edition),
                       .authorities = authorities(context.db),
                       .typed = std::move(typed),
                       .problems = std::move(problems)};
    return reply(context, {.title = "Change this edition",
                           .crumbs = crumbs(page.edition),
                           .notice = {},
                           .main = say_view(page),
                           .has_problems = !page.problems.empty()});
}

Say as_it_stands(const MasaEdition& edition) {
    return {.read = {edition.id, edition.version},
            .title = edition.title,
            .area = edition.area,
            .changed = edition.changed,
            .changed_why = edition.changed_why,
            .authorised_by = edition.authorised_by ? edition.authorised_by->str() : "",
            .authorised_on = edition.authorised_on ? spoken_long(*edition.authorised_on) : "",
            .minute = edition.authorised_minute};
}

http::Response reply_withdraw(Context& context, MasaEdition edition, std::string why,
                              std::vector<Problem> problems) {
    const WhyPage page{.form_token = form_token::hidden(context),
                       .edition = std::move(edition),
                       .title = "Withdraw this draft",
                       .sentence = "It stays on record, and comes to nothing.",
                       .below = "withdraw",
                       .label = "Why does it come to nothing?",
                       .button = "Withdraw this draft",
                       .why = std::move(why),
                       .problems = std::move(problems)};
    return reply(context, {.title = page.title,
                           .crumbs = crumbs(page.edition),
                           .notice = {},
                           .main = why_view(page),
                           .has_problems = !page.problems.empty()});
}

} // namespace

std::optional<MasaEdition> asked_edition(Context& context) {
    const auto id = context.id<MasaId>();
    return id ? partnership::find_masa(context.db, context.scope, *id) : std::nullopt;
}

std::optional<Read> read_of(const Context& context) {
    const auto id = context.id<MasaId>();
    return id ? std::optional(Read{*id, version_read(context.form)}) : std::nullopt;
}

std::string text(const Context& context, std::string_view name) {
    return std::string(context.form.text(name));
}

std::string notice_of(const Context& context) {
    return context.form.text("saved") == "yes" ? "Saved." : "";
}

signoff::HoldersNow holders_of(Context& context, const signoff::SignOff& sign_off) {
    signoff::HoldersNow holders;
    for (const auto* one : whose_turn(sign_off))
        holders.emplace(one->office, partnership::holders_for_signing(context.db, one->office,
                                                                      context.scope.today));
    return holders;
}

http::Response show_edition(Context& context) {
    auto edition = asked_edition(context);
    if (!edition) return reply_not_found(context);
    const auto id = edition->id;
    EditionPage page{
        .edition = std::move(*edition),
        .today = context.scope.today,
        .may_change = context.scope.may(Permission::edit_agencies),
        .follows_title = {},
        .clocks = clocks::read_section(context, partnership::arrangements_kind, id.view()),
        .thread = thread::section(context, {std::string(partnership::arrangements_kind), id.str()}),
        .versions =
            history::versions(context.db, partnership::arrangements_kind, id.view(), most_versions),
        .form_token = form_token::hidden(context)};
    page.files = files_shown(context, page.edition);
    if (page.edition.follows)
        page.follows_title = partnership::title_of_masa(context.db, *page.edition.follows);
    read_signing(context, page);
    page.comments = comments_on(context.db, context.scope, id);
    read_missing(context, page);
    return reply(context, {.title = page.edition.title,
                           .crumbs = crumbs(),
                           .notice = notice_of(context),
                           .main = edition_view(page)});
}

http::Response show_say(Context& context) {
    auto edition = asked_edition(context);
    if (!edition) return reply_not_found(context);
    auto typed = as_it_stands(*edition);
    return reply_say(context, std::move(*edition), std::move(typed), {});
}

http::Response post_say(Context& context) {
    const auto read = read_of(context);
    if (!read) return reply_not_found(context);
    const Say command{.read = *read,
                      .title = text(context, "title"),
                      .area = text(context, "area"),
                      .changed = text(context, "changed"),
                      .changed_why = text(context, "changed_why"),
                      .authorised_by = text(context, "authorised_by"),
                      .authorised_on = text(context, "authorised_on"),
                      .minute = text(context, "minute")};
    const auto saved = submit(context, [&]() -> Result<std::string> {
        TRY(say(context.db, context.scope, command));
        return address(read->id) + "?saved=yes";
    });
    if (saved) return see_other(*saved);
    auto edition = asked_edition(context);
    if (!edition || saved.refusal().kind == Refusal::Kind::not_found)
        return reply_not_found(context);
    return reply_say(context, std::move(*edition), command, saved.refusal().problems);
}

http::Response post_consult(Context& context) {
    const auto read = read_of(context);
    if (!read) return reply_not_found(context);
    const auto saved = submit(context, [&]() -> Result<std::string> {
        TRY(consult(context.db, context.scope, *read));
        return address(read->id) + "?saved=yes";
    });
    if (saved) return see_other(*saved);
    if (saved.refusal().kind == Refusal::Kind::not_found) return reply_not_found(context);
    return reply_plain(context, 422, "Not changed",
                       html(R"(<p class="govuk-body">{}</p><p class="govuk-body">{}</p>)",
                            saved.refusal().problems.front().words,
                            link(address(read->id), "Look at it again")));
}

http::Response show_withdraw(Context& context) {
    auto edition = asked_edition(context);
    if (!edition || !is_open(*edition)) return reply_not_found(context);
    return reply_withdraw(context, std::move(*edition), {}, {});
}

http::Response post_withdraw(Context& context) {
    const auto read = read_of(context);
    if (!read) return reply_not_found(context);
    const auto why = text(context, "why");
    const auto saved = submit(context, [&]() -> Result<std::string> {
        TRY(withdraw(context.db, context.scope, *read, why));
        return address(read->id) + "?saved=yes";
    });
    if (saved) return see_other(*saved);
    auto edition = asked_edition(context);
    if (!edition || saved.refusal().kind == Refusal::Kind::not_found)
        return reply_not_found(context);
    return reply_withdraw(context, std::move(*edition), why, saved.refusal().problems);
}

} // namespace openmasa::masa
