#pragma once
// A mail as it goes over the wire. Source: RFC 5322, RFC 2045, RFC 2047, RFC 3834.
#include "core/notices/mail.hpp"
#include "kernel/day.hpp"
#include <string>
#include <string_view>
#include <vector>

namespace openmasa::notices {

struct Letter {
    std::string from_name, from, to;
    std::string message_id; // without its angle brackets
    Moment date{};
    std::string subject, text;
};

/// Head and body with CR LF line ends.
std::string on_the_wire(const Letter& letter);

/// What a mail about these things says: one line a kind and a link, never a
/// name or a word of a record. `address` is where people reach the program,
/// without a slash at its end; `local` is what the partnership calls things.
struct Said {
    std::string subject, text;
};
Said say(const std::vector<Told>& told, std::string_view address, const terms::Words& local = {});

/// Whether a mail can be addressed to it: one @, no white space or control character, ASCII.
bool is_mail_address(std::string_view text);

} // namespace openmasa::notices
