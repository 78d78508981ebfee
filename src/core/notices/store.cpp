#include "core/notices/store.hpp"
#include "core/notices/rules.hpp"

namespace openmasa::notices {
namespace {

using store::None;
using store::Query;

constexpr Query<Waiting()> list_waiting{"notices.waiting", R"sql(
    SELECT n.id, n.person_id, coalesce(a.email, n.email), n.kind, n.at, coalesce(p.how_often, 'at_once')
    FROM notice n
    LEFT JOIN account a ON a.person_id = n.person_id AND a.ended_at IS NULL
    LEFT JOIN notice_preference p ON p.person_id = n.person_id
    WHERE n.told = 'waiting' ORDER BY n.at, n.id, a.id LIMIT 5000)sql"};
constexpr Query<Listed(PersonId, int)> list_of_person{"notices.of_person", R"sql(
    SELECT kind, path, at, about_kind, about_id FROM notice WHERE person_id = $1 ORDER BY at DESC, id DESC LIMIT $2)sql"};
constexpr Query<None(NoticeId, MailId)> set_mailed{
    "notices.mailed", "UPDATE notice SET told = 'mailed', mail_id = $2 WHERE id = $1"};
constexpr Query<None(NoticeId)> set_left_out{"notices.left_out",
                                             "UPDATE notice SET told = 'left_out' WHERE id = $1"};
constexpr Query<None(MailId, Kind)> empty_paths{
    "notices.forget_paths", "UPDATE notice SET path = '' WHERE mail_id = $1 AND kind = $2"};

constexpr Query<None(Kind, Moment)> empty_old{
    "notices.forget_old", "UPDATE notice SET path = '' WHERE kind = $1 AND at < $2 AND path <> ''"};

constexpr Query<None(MailId, std::string_view, std::optional<PersonId>, std::string_view, MailState,
                     Moment, Moment)>
    insert_mail{"mails.add", R"sql(
    INSERT INTO mail (id, message_id, person_id, recipient, state, made_at, next_try_at, attempts, said)
    VALUES ($1, $2, $3, $4, $5, $6, $7, 0, ''))sql"};
constexpr Query<Mail(Moment)> find_due{"mails.find_due", R"sql(
    SELECT id, message_id, person_id, recipient, state, made_at, attempts, next_try_at, ended_at, said FROM mail
    WHERE (state = 'waiting' AND next_try_at <= $1) OR (state = 'sending' AND taken_until <= $1)
    ORDER BY next_try_at, id LIMIT 1)sql"};
constexpr Query<None(MailId, Moment)> take{
    "mails.take", "UPDATE mail SET state = 'sending', taken_until = $2 WHERE id = $1"};
constexpr Query<None(MailId, MailState, Moment, int, std::optional<Moment>, std::string_view)>
    settle{"mails.settle", R"sql(
    UPDATE mail SET state = $2, next_try_at = $3, attempts = $4, ended_at = $5, said = $6, taken_until = NULL
    WHERE id = $1)sql"};
constexpr Query<Mail(MailId)> find_one{"mails.find", R"sql(
    SELECT id, message_id, person_id, recipient, state, made_at, attempts, next_try_at, ended_at, said FROM mail
    WHERE id = $1)sql"};
constexpr Query<Told(MailId)> list_told{
    "mails.told", "SELECT kind, path FROM notice WHERE mail_id = $1 ORDER BY at, id"};
constexpr Query<Mail(MailState, int)> list_by_state{"mails.list", R"sql(
    SELECT id, message_id, person_id, recipient, state, made_at, attempts, next_try_at, ended_at, said FROM mail
    WHERE state = $1 ORDER BY made_at DESC, id DESC LIMIT $2)sql"};
constexpr Query<MailCount()> count_by_state{
    "mails.count", "SELECT state, count(*) FROM mail GROUP BY state ORDER BY state"};

constexpr Query<Preference(PersonId)> find_preference{
    "notices.find_preference",
    "SELECT how_often, version FROM notice_preference WHERE person_id = $1"};
constexpr Query<None(PersonId, HowOften, std::int64_t)> put_preference{"notices.save_preference",
                                                                       R"sql(
    INSERT INTO notice_preference (person_id, how_often, version) VALUES ($1, $2, $3)
    ON CONFLICT (person_id) DO UPDATE SET how_often = excluded.how_often, version = excluded.version)sql"};

constexpr Query<std::int64_t(Moment)> count_dead_since{
    "mails.count_dead", "SELECT count(*) FROM mail WHERE state = 'dead' AND ended_at >= $1"};
constexpr Query<MailServer()> find_server{"mails.find_server", R"sql(
    SELECT host, failing_since, failures, next_try_at, said FROM mail_server WHERE id = 'smtp')sql"};
constexpr Query<None(std::string_view, std::optional<Moment>, int, Moment, std::string_view)>
    put_server{"mails.save_server", R"sql(
    INSERT INTO mail_server (id, host, failing_since, failures, next_try_at, said)
    VALUES ('smtp', $1, $2, $3, $4, $5)
    ON CONFLICT (id) DO UPDATE SET host = excluded.host, failing_since = excluded.failing_since,
        failures = excluded.failures, next_try_at = excluded.next_try_at, said = excluded.said)sql"};

} // namespace

std::vector<Waiting> waiting_notices(store::Db& db) {
    auto found = db.all(list_waiting);
    // Somebody with two open accounts is told once, at the one that is there longest.
    std::erase_if(found, [last = NoticeId{}](const Waiting& one) mutable {
        const bool again = one.id == last;
        last = one.id;
        return again;
    });
    return found;
}

std::vector<Listed> notices_of(store::Db& db, const PersonId& person, int most) {
    return db.all(list_of_person, person, most);
}

void add_mail(store::Db& db, const Mail& mail) {
    db.run(insert_mail, mail.id, mail.message_id, mail.person, mail.recipient, mail.state,
           mail.made_at, mail.next_try_at);
}

void mark_mailed(store::Db& db, const NoticeId& notice, const MailId& mail) {
    db.run(set_mailed, notice, mail);
}

void mark_left_out(store::Db& db, const NoticeId& notice) {
    db.run(set_left_out, notice);
}

std::optional<Mail> take_due_mail(store::Db& db, Moment now) {
    auto mail = db.one(find_due, now);
    if (!mail) return std::nullopt;
    db.run(take, mail->id, now + lease);
    mail->state = MailState::sending;
    return mail;
}

void settle_mail(store::Db& db, const Mail& mail) {
    db.run(settle, mail.id, mail.state, mail.next_try_at, mail.attempts, mail.ended_at, mail.said);
}

void forget_secrets(store::Db& db, const MailId& mail) {
    for (const auto kind : all_kinds)
        if (has_secret_path(kind)) db.run(empty_paths, mail, kind);
}

int forget_old_secrets(store::Db& db, Moment before) {
    int forgotten = 0;
    for (const auto kind : all_kinds)
        if (has_secret_path(kind)) forgotten += db.run(empty_old, kind, before);
    return forgotten;
}

std::optional<Mail> find_mail(store::Db& db, const MailId& mail) {
    return db.one(find_one, mail);
}

std::vector<Told> told_by(store::Db& db, const MailId& mail) {
    return db.all(list_told, mail);
}

std::vector<Mail> list_mails(store::Db& db, MailState state, int most) {
    return db.all(list_by_state, state, most);
}

std::vector<MailCount> count_mails(store::Db& db) {
    return db.all(count_by_state);
}

std::int64_t count_dead(store::Db& db, Moment since) {
    return db.one(count_dead_since, since).value_or(0);
}

Preference preference_of(store::Db& db, const PersonId& person) {
    return db.one(find_preference, person).value_or(Preference{});
}

void save_preference(store::Db& db, const PersonId& person, const Preference& preference) {
    db.run(put_preference, person, preference.how_often, preference.version);
}

MailServer mail_server(store::Db& db) {
    return db.one(find_server).value_or(MailServer{});
}

void save_mail_server(store::Db& db, const MailServer& server) {
    db.run(put_server, server.host, server.failing_since, server.failures, server.next_try_at,
           server.said);
}

} // namespace openmasa::notices
