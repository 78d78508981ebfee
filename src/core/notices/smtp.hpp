#pragma once
// The way to the mail server. libcurl stays inside smtp.cpp.
#include "core/notices/letter.hpp"
#include "kernel/result.hpp"
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace openmasa::notices {

/// How it went. `refused`: the server will never take this mail. `later`: this mail not now.
/// `unknown`: the connection broke when the server may have taken it. `unreachable`: the server,
/// not this mail, is the trouble.
enum class Outcome { sent, refused, later, unknown, unreachable };

struct Answer {
    Outcome outcome{};
    /// For the page: "The mail server refused the address (550)". Nothing that the server wrote.
    std::string words;
};

struct Transport {
    virtual ~Transport() = default;
    virtual Answer send(const Letter& letter) = 0;
};

struct MailSettings {
    std::string host; // without port, to show
    std::string url;  // "smtp://mail.example.org:587" or "smtps://..."
    std::string user, password;
    /// The address that mails come from.
    std::string from;
    /// A file of further certificates to trust (an authority of one's own).
    std::string authorities;
};

/// From NAME: OPENMASA_SMTP, OPENMASA_SMTP_USER, OPENMASA_SMTP_PASSWORD, OPENMASA_SMTP_CA,
/// OPENMASA_MAIL_FROM. Nothing when no server is named; refused when what is
/// named cannot work.
Result<std::optional<MailSettings>>
read_mail_settings(const std::function<std::string(const char* name)>& value_of);

/// Mail is handed over encrypted (STARTTLS or TLS); plainly only to a server on this machine.
std::unique_ptr<Transport> smtp(const MailSettings& settings);

} // namespace openmasa::notices
