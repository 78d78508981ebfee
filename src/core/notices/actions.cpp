#include "core/notices/actions.hpp"
#include "core/audit/audit.hpp"
#include "core/notices/store.hpp"

namespace openmasa::notices {

Result<Done> choose_how_often(store::Db& db, const Scope& scope, const ChooseHowOften& command) {
    if (!scope.person) return not_found();
    if (!command.how) return invalid("how_often", "Choose how often mails come.");
    const auto before = preference_of(db, *scope.person);
    if (before.version != command.version)
        return conflict("You changed this in another window. Look at what is chosen now.");
    if (before.how_often == *command.how) return Done{};
    save_preference(db, *scope.person, {*command.how, before.version + 1});
    audit::record(db, scope,
                  {.verb = "notice_preference.changed",
                   .kind = "notice_preference",
                   .id = scope.person->view(),
                   .content = {}});
    return Done{};
}

Result<Done> try_again(store::Db& db, const Scope& scope, const MailId& id) {
    auto mail = find_mail(db, id);
    if (!mail || mail->state != MailState::dead) return not_found();
    mail->state = MailState::waiting;
    mail->attempts = 0;
    mail->next_try_at = scope.now;
    mail->ended_at.reset();
    settle_mail(db, *mail);
    audit::record(
        db, scope,
        {.verb = "mail.tried_again", .kind = "mail", .id = mail->id.view(), .content = {}});
    return Done{};
}

} // namespace openmasa::notices
