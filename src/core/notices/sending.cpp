#include "core/notices/sending.hpp"
#include "core/notices/rules.hpp"
#include "core/notices/store.hpp"
#include "core/settings/settings.hpp"
#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <utility>

namespace openmasa::notices {
namespace {

/// A bundle is what one mail tells: all that comes together for one address, or one thing alone.
using BundleKey = std::pair<std::string, std::string>; // address, and the notice if it goes alone
using Bundles = std::map<BundleKey, std::vector<Waiting>>;

bool wants_none(const Waiting& one) {
    return one.email.empty() || reaching(one.kind, one.how_often) == HowOften::never;
}

Bundles bundles_of(const std::vector<Waiting>& waiting) {
    Bundles bundles;
    for (const auto& one : waiting) {
        const bool alone = weight_of(one.kind) == Weight::alone;
        if (!wants_none(one)) bundles[{one.email, alone ? one.id.str() : ""}].push_back(one);
    }
    return bundles;
}

/// The oldest of a bundle decides; what goes out takes the younger ones along.
bool is_due(const std::vector<Waiting>& bundle, Moment now) {
    const auto& first = bundle.front();
    if (weight_of(first.kind) == Weight::alone) return true;
    return std::ranges::any_of(bundle, [&](const Waiting& one) {
        return is_time(reaching(one.kind, one.how_often), one.at, now);
    });
}

/// "01jf...@masa.example.org". Source: RFC 5322, section 3.6.4.
std::string message_id(const MailId& id, std::string_view address) {
    auto host = address.substr(std::min(address.find("://"), address.size() - 1));
    host.remove_prefix(std::min<std::size_t>(3, host.size()));
    host = host.substr(0, host.find_first_of(":/"));
    return fmt::format("{}@{}", id.view(), host.empty() ? "openmasa" : host);
}

void make_mail(store::Db& db, const Scope& scope, std::string_view address,
               const std::vector<Waiting>& bundle) {
    const auto id = scope.new_id<MailId>();
    add_mail(db, {.id = id,
                  .message_id = message_id(id, address),
                  .person = bundle.front().person,
                  .recipient = bundle.front().email,
                  .state = MailState::waiting,
                  .made_at = scope.now,
                  .next_try_at = scope.now,
                  .ended_at = {},
                  .said = {}});
    for (const auto& one : bundle) mark_mailed(db, one.id, id);
}

bool anything_to_do(const std::vector<Waiting>& waiting, const Bundles& bundles, Moment now) {
    return std::ranges::any_of(waiting, wants_none) ||
           std::ranges::any_of(bundles, [&](const auto& one) { return is_due(one.second, now); });
}

void note_server(store::Db& db, const Sender& sender, const Answer& answer, Moment now) {
    auto server = mail_server(db);
    const bool failed = answer.outcome == Outcome::unreachable;
    const bool as_before = !failed && !server.failing_since && server.host == sender.host;
    if (as_before) return;
    server.host = sender.host;
    server.failures = failed ? server.failures + 1 : 0;
    server.said = failed ? answer.words : "";
    server.next_try_at = failed ? now + wait_for_server(server.failures) : now;
    if (!failed) server.failing_since.reset();
    if (failed && !server.failing_since) server.failing_since = now;
    save_mail_server(db, server);
}

/// What becomes of a mail. A server that cannot be reached counts nothing against it.
void settle(store::Db& db, Mail mail, const Answer& answer, Moment now) {
    const bool counts = answer.outcome != Outcome::unreachable;
    mail.attempts += counts;
    mail.said = answer.words;
    mail.state = MailState::waiting;
    mail.next_try_at = counts ? now + wait_after(mail.attempts) : now;
    if (answer.outcome == Outcome::sent) mail.state = MailState::sent;
    const bool tried_enough = counts && is_given_up(mail.attempts, mail.made_at, now);
    if (answer.outcome == Outcome::refused) mail.state = MailState::dead;
    if (mail.state == MailState::waiting && tried_enough) mail.state = MailState::dead;
    if (mail.state != MailState::waiting) mail.ended_at = now;
    settle_mail(db, mail);
    if (mail.state == MailState::sent) forget_secrets(db, mail.id);
}

Result<std::optional<Mail>> take_one(store::Db& db, Moment now) {
    return db.atomically([&]() -> Result<std::optional<Mail>> { return take_due_mail(db, now); });
}

Answer hand_over(store::Db& db, const Sender& sender, const Mail& mail, Moment now) {
    if (!is_mail_address(mail.recipient))
        return {Outcome::refused, "This is no address that a mail can be sent to"};
    const auto told = told_by(db, mail.id);
    const auto has_run_out = [](const Told& one) {
        return has_secret_path(one.kind) && one.path.empty();
    };
    if (std::ranges::any_of(told, has_run_out))
        return {Outcome::refused, "The link in it has run out"};
    const auto settings = current_settings(db);
    auto said = say(told, sender.address, terms::Words(settings->local_words, london_day(now)));
    db.finish(); // nothing is held open while the server takes its time
    return sender.transport->send({.from_name = sender_name(*settings),
                                   .from = sender.from,
                                   .to = mail.recipient,
                                   .message_id = mail.message_id,
                                   .date = now,
                                   .subject = std::move(said.subject),
                                   .text = std::move(said.text)});
}

Result<Outcome> send_one(store::Db& db, const Sender& sender, const Mail& mail,
                         const std::function<Scope()>& now) {
    const auto answer = hand_over(db, sender, mail, now().now);
    return db.atomically([&]() -> Result<Outcome> {
        const auto ended = now().now;
        settle(db, mail, answer, ended);
        note_server(db, sender, answer, ended);
        return answer.outcome;
    });
}

} // namespace

Result<Done> note_host(store::Db& db, std::string_view host, Moment now) {
    return db.atomically([&]() -> Result<Done> {
        auto server = mail_server(db);
        if (server.host == host) return Done{};
        save_mail_server(db, {.host = std::string(host),
                              .failing_since = {},
                              .failures = 0,
                              .next_try_at = now,
                              .said = {}});
        return Done{};
    });
}

Result<int> make_mails(store::Db& db, const Scope& scope, std::string_view address) {
    const auto seen = waiting_notices(db);
    const bool nothing = !anything_to_do(seen, bundles_of(seen), scope.now);
    db.finish();
    if (nothing) return 0;
    return db.atomically([&]() -> Result<int> {
        int made = 0;
        const auto waiting = waiting_notices(db);
        for (const auto& one : waiting)
            if (wants_none(one)) mark_left_out(db, one.id);
        for (const auto& [key, bundle] : bundles_of(waiting)) {
            if (!is_due(bundle, scope.now)) continue;
            make_mail(db, scope, address, bundle);
            ++made;
        }
        return made;
    });
}

Result<int> send_mails(store::Db& db, const Sender& sender, const std::function<Scope()>& now) {
    int sent = 0;
    while (!sender.is_stopping()) {
        const bool resting = mail_server(db).next_try_at > now().now;
        const bool none = list_mails(db, MailState::waiting, 1).empty() &&
                          list_mails(db, MailState::sending, 1).empty();
        db.finish();
        if (!sender.transport || resting || none) return sent;
        const auto mail = TRY(take_one(db, now().now));
        if (!mail) return sent;
        const auto outcome = TRY(send_one(db, sender, *mail, now));
        sent += outcome == Outcome::sent;
    }
    return sent;
}

} // namespace openmasa::notices
