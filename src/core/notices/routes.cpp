#include "core/accounts/store.hpp"
#include "core/notices/actions.hpp"
#include "core/notices/letter.hpp"
#include "core/notices/module.hpp"
#include "core/notices/views.hpp"
#include "core/routing/form_token.hpp"
#include "core/routing/named_pages.hpp"
#include "core/routing/reply.hpp"
#include "core/routing/version_read.hpp"

namespace openmasa::notices {
namespace {

constexpr int listed_notices = 100, listed_mails = 50;

http::Response show_notices(Context& context) {
    NoticesPage page{.notices = notices_of(context.db, *context.scope.person, listed_notices),
                     .today = context.scope.today};
    std::vector<std::pair<std::string, std::string>> records;
    for (const auto& notice : page.notices)
        if (const auto* kind = find_record_kind(context, notice.about_kind); kind && kind->named)
            records.emplace_back(notice.about_kind, notice.about_id);
    for (auto& [record, named] : named_pages(context, records))
        if (!named.title.empty()) page.titles.emplace(record, std::move(named.title));
    return reply(context,
                 {.title = "New for you", .crumbs = {}, .notice = {}, .main = notices_view(page)});
}

http::Response show_preference(Context& context, std::vector<Problem> problems,
                               std::string notice) {
    const auto account = accounts::find_account(context.db, *context.scope.account);
    const bool has_problems = !problems.empty();
    const PreferencePage page{.form_token = form_token::hidden(context),
                              .preference = preference_of(context.db, *context.scope.person),
                              .email = account ? account->email : std::string(),
                              .problems = std::move(problems)};
    return reply(context, {.title = "How often you get mail",
                           .crumbs = {{"New for you", "/notices"}},
                           .notice = std::move(notice),
                           .main = preference_view(page),
                           .has_problems = has_problems});
}

http::Response preference_form(Context& context) {
    const bool saved = context.form.text("saved") == "yes";
    return show_preference(context, {}, saved ? "Saved." : "");
}

http::Response post_preference(Context& context) {
    ChooseHowOften command{.how = {}, .version = version_read(context.form)};
    HowOften how{};
    if (from_text(context.form.text("how_often"), how)) command.how = how;
    const auto saved = submit(context, [&]() -> Result<std::string> {
        TRY(choose_how_often(context.db, context.scope, command));
        return std::string("/notices/mail?saved=yes");
    });
    if (saved) return see_other(*saved);
    return show_preference(context, saved.refusal().problems, "");
}

http::Response show_outbox(Context& context) {
    auto& db = context.db;
    OutboxPage page{.server = mail_server(db),
                    .counts = count_mails(db),
                    .dead = list_mails(db, MailState::dead, listed_mails),
                    .waiting = list_mails(db, MailState::waiting, listed_mails),
                    .sent = list_mails(db, MailState::sent, listed_mails)};
    return reply(context,
                 {.title = "Outbox", .crumbs = {}, .notice = {}, .main = outbox_view(page)});
}

/// A path that opens something by itself is for the one who gets the mail, for nobody else.
std::vector<Told> without_secrets(std::vector<Told> told) {
    for (auto& one : told)
        if (has_secret_path(one.kind)) one.path = "/(a link that only the mail holds)";
    return told;
}

http::Response show_mail(Context& context) {
    const auto id = context.id<MailId>();
    const auto mail = id ? find_mail(context.db, *id) : std::nullopt;
    if (!mail) return reply_not_found(context);
    auto said = say(without_secrets(told_by(context.db, mail->id)), "", context.words);
    const MailPage page{.form_token = form_token::hidden(context),
                        .mail = *mail,
                        .subject = std::move(said.subject),
                        .text = std::move(said.text)};
    const bool again = context.form.text("saved") == "again";
    return reply(context, {.title = page.subject,
                           .crumbs = {{"Outbox", "/outbox"}},
                           .notice = again ? "It will be tried again within a minute." : "",
                           .main = mail_view(page)});
}

http::Response post_again(Context& context) {
    const auto id = context.id<MailId>();
    if (!id) return reply_not_found(context);
    const auto saved = submit(context, [&]() -> Result<std::string> {
        TRY(try_again(context.db, context.scope, *id));
        return "/outbox/" + id->str() + "?saved=again";
    });
    return saved ? see_other(*saved) : reply_not_found(context);
}

constexpr Route routes[] = {
    {Method::Get, "/notices", Permission::own_account, show_notices, Budget{12}},
    {Method::Get, "/notices/mail", Permission::own_account, preference_form, Budget{5}},
    {Method::Post, "/notices/mail", Permission::own_account, post_preference, Budget{12}},
    {Method::Get, "/outbox", Permission::administer, show_outbox, Budget{8}},
    {Method::Get, "/outbox/{id}", Permission::administer, show_mail, Budget{5}},
    {Method::Post, "/outbox/{id}/again", Permission::administer, post_again, Budget{12}},
};

constexpr restriction::About own_about[] = {{"notice", "about_kind", "about_id"}};

} // namespace

Module module() {
    return {.name = "notices", .routes = routes, .kinds = {.about = own_about}};
}

} // namespace openmasa::notices
