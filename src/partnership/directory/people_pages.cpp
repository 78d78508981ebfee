#include "core/accounts/person_details.hpp"
#include "core/audit/downloads.hpp"
#include "core/documents/contact_card.hpp"
#include "core/routing/form_token.hpp"
#include "core/routing/reply.hpp"
#include "core/routing/version_read.hpp"
#include "kernel/text.hpp"
#include "partnership/directory/cards.hpp"
#include "partnership/directory/entry_store.hpp"
#include "partnership/directory/pages.hpp"
#include "partnership/directory/views.hpp"
#include "partnership/form_pieces.hpp"
#include "web/http/percent.hpp"
#include <fmt/format.h>

namespace openmasa::directory {
namespace {

/// On one page, and in one file.
constexpr int most_shown = 60, most_taken = 10000;

std::string typed(const Context& context) {
    return one_line(context.form.text("q"));
}

bool may_see_anybody(const Scope& scope) {
    return scope.may(Permission::give_accounts) && scope.may(Permission::edit_agencies);
}

std::optional<Listed> find_for(Context& context) {
    const auto id = context.id<PersonId>();
    if (!id) return std::nullopt;
    if (context.scope.person == id || may_see_anybody(context.scope))
        return find_anybody(context.db, context.scope, *id);
    return find_listed(context.db, context.scope, *id);
}

/// What was found, to be taken away; leaves the entry.
std::vector<Listed> take_people(Context& context) {
    const auto words = search_words(typed(context));
    auto found = find_people(context.db, context.scope, words, most_taken);
    audit::record_download(context.db, context.scope,
                           {.verb = "directory.downloaded",
                            .filter = "q=" + http::percent_encoded(typed(context)),
                            .rows = std::ssize(found.people)});
    return std::move(found.people);
}

std::string file_name(const Context& context, std::string_view ending) {
    return fmt::format("directory-{}.{}", iso(context.scope.today), ending);
}

std::string notice_of(const Context& context) {
    const auto saved = context.form.text("saved");
    if (saved == "left") return "They have left: what they held has ended.";
    return saved == "yes" ? "Saved." : "";
}

http::Response reply_own(Context& context, KeepEntry typed, std::vector<Problem> problems) {
    auto person = find_anybody(context.db, context.scope, *context.scope.person);
    if (!person) return reply_not_found(context);
    const OwnPage page{.form_token = form_token::hidden(context),
                       .person = std::move(*person),
                       .typed = std::move(typed),
                       .problems = std::move(problems)};
    return reply(context, {.title = "Your entry",
                           .crumbs = crumbs(),
                           .notice = {},
                           .main = own_view(page),
                           .has_problems = !page.problems.empty()});
}

} // namespace

http::Response show_search(Context& context) {
    SearchPage page{.words = context.words,
                    .typed = typed(context),
                    .may_take = context.scope.may(Permission::edit_agencies)};
    if (page.typed.empty())
        page.agencies = agencies_of_people(context.db);
    else
        page.found = find_people(context.db, context.scope, search_words(page.typed), most_shown);
    return reply(context, {.title = "Directory",
                           .crumbs = {},
                           .notice = {},
                           .main = partnership::known_now(context.as_at) + search_view(page)});
}

http::Response download_people_csv(Context& context) {
    auto csv = as_csv(take_people(context), context.words);
    return reply_download(std::move(csv), "text/csv; charset=utf-8", file_name(context, "csv"));
}

http::Response download_people_cards(Context& context) {
    auto cards = as_cards(take_people(context), context.scope.now);
    return reply_download(std::move(cards), documents::contact_card_media_type,
                          file_name(context, "vcf"));
}

http::Response show_person(Context& context) {
    auto person = find_for(context);
    if (!person) return reply_not_found(context);
    const PersonPage page{.words = context.words,
                          .person = std::move(*person),
                          .today = context.scope.today,
                          .is_own = context.scope.person == context.id<PersonId>(),
                          .may_say_left = may_see_anybody(context.scope)};
    return reply(context, {.title = page.person.name,
                           .crumbs = crumbs(),
                           .notice = notice_of(context),
                           .main = partnership::known_now(context.as_at) + person_view(page)});
}

http::Response download_card(Context& context) {
    const auto id = context.id<PersonId>();
    const auto person = id ? find_listed(context.db, context.scope, *id) : std::nullopt;
    if (!person) return reply_not_found(context);
    audit::record_taken(context.db, context.scope, "person.card_taken", "person", id->view());
    return reply_download(as_cards({*person}, context.scope.now),
                          documents::contact_card_media_type, "contact.vcf");
}

http::Response show_own(Context& context) {
    const auto own = accounts::find_own_details(context.db, context.scope);
    if (!own) return reply_not_found(context);
    const auto entry = read_entry(context.db, own->id);
    return reply_own(context,
                     {.telephone = own->telephone,
                      .prefers = std::string(to_text(entry.prefers)),
                      .asked_about = entry.asked_about,
                      .telephone_hidden = entry.telephone_hidden,
                      .version = entry.version,
                      .details_version = own->version},
                     {});
}

http::Response post_own(Context& context) {
    if (!context.scope.person) return reply_not_found(context);
    const auto text = [&](std::string_view name) { return std::string(context.form.text(name)); };
    const KeepEntry command{.telephone = text("telephone"),
                            .prefers = text("prefers"),
                            .asked_about = text("asked_about"),
                            .telephone_hidden = text("telephone_hidden") == "yes",
                            .version = version_read(context.form),
                            .details_version = whole_number(text("details_version"))};
    const auto saved = submit(context, [&]() -> Result<std::string> {
        TRY(keep_entry(context.db, context.scope, command));
        return "/directory/people/" + context.scope.person->str() + "?saved=yes";
    });
    if (saved) return see_other(*saved);
    if (saved.refusal().kind == Refusal::Kind::not_found) return reply_not_found(context);
    return reply_own(context, command, saved.refusal().problems);
}

} // namespace openmasa::directory
