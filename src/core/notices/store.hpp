#pragma once
// Notices, mails, preferences and the mail server's state in the database.
#include "core/notices/mail.hpp"
#include "store/db.hpp"
#include <optional>
#include <string>
#include <vector>

namespace openmasa::notices {

/// A notice that no mail has told yet, with what decides about it.
struct Waiting {
    NoticeId id{};
    std::optional<PersonId> person;
    /// The address it goes to: the notice's own, or the person's open account; empty for neither.
    std::string email;
    Kind kind{};
    Moment at{};
    HowOften how_often{};
};
/// Oldest first, a limited number.
std::vector<Waiting> waiting_notices(store::Db& db);

/// For the page of a person; newest first.
struct Listed {
    Kind kind{};
    std::string path;
    Moment at{};
    /// The record that it is about; empty where it is about none.
    std::string about_kind{}, about_id{};
};
std::vector<Listed> notices_of(store::Db& db, const PersonId& person, int most);

// What follows is for use inside atomically().
void add_mail(store::Db& db, const Mail& mail);
void mark_mailed(store::Db& db, const NoticeId& notice, const MailId& mail);
void mark_left_out(store::Db& db, const NoticeId& notice);

/// The mail that is due longest, now this sender's until the lease ends; nothing when none is due.
/// One that another sender took and did not finish in time is due again.
std::optional<Mail> take_due_mail(store::Db& db, Moment now);
/// Saves state, next try, attempts and what was said, and ends the lease.
void settle_mail(store::Db& db, const Mail& mail);
/// A secret in a mail that was sent is needed by nobody here any more.
void forget_secrets(store::Db& db, const MailId& mail);

/// The same for what was told before that moment, sent or not: such links have run out. Gives how
/// many there were.
int forget_old_secrets(store::Db& db, Moment before);

std::optional<Mail> find_mail(store::Db& db, const MailId& mail);
std::vector<Told> told_by(store::Db& db, const MailId& mail);
std::vector<Mail> list_mails(store::Db& db, MailState state, int most);
struct MailCount {
    MailState state{};
    std::int64_t mails = 0;
};
std::vector<MailCount> count_mails(store::Db& db);
/// Those that were given up since.
std::int64_t count_dead(store::Db& db, Moment since);

struct Preference {
    HowOften how_often = HowOften::at_once;
    std::int64_t version = 0;
};
Preference preference_of(store::Db& db, const PersonId& person);
void save_preference(store::Db& db, const PersonId& person, const Preference& preference);

MailServer mail_server(store::Db& db);
void save_mail_server(store::Db& db, const MailServer& server);

} // namespace openmasa::notices
