#pragma once
// What the program does every few seconds: make mails of what waits, and send what is due.
#include "core/notices/smtp.hpp"
#include "store/db.hpp"
#include <functional>
#include <string>

namespace openmasa::notices {

struct Sender {
    /// Nothing when no server is set: mails are then made and kept, and stay waiting.
    Transport* transport = nullptr;
    std::string host;
    /// The address that mails come from; the name is the partnership's setting of the moment.
    std::string from;
    /// Where people reach the program, without a slash at its end.
    std::string address;
    /// Asked before each mail.
    std::function<bool()> is_stopping = [] { return false; };
};

/// At the start: says on the outbox page which server there is. One that could not be reached is
/// asked again at once when it is another one now.
Result<Done> note_host(store::Db& db, std::string_view host, Moment now);

/// Makes one mail a person of what waits and is due; those who want none are left out. One
/// transaction, and none when there is nothing to do. Gives how many mails were made.
Result<int> make_mails(store::Db& db, const Scope& scope, std::string_view address);

/// Sends what is due, one after the other; stops for a while at a server that cannot be reached.
/// `now` gives a scope of the program itself for each step. Gives how many the server took.
Result<int> send_mails(store::Db& db, const Sender& sender, const std::function<Scope()>& now);

} // namespace openmasa::notices
