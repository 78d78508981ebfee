#pragma once
// What is new for a person, how often mails come, and the outbox. Ready data only.
#include "core/notices/store.hpp"
#include "kernel/result.hpp"
#include "web/html.hpp"
#include <map>
#include <string>
#include <utility>

namespace openmasa::notices {

struct NoticesPage {
    std::vector<Listed> notices;
    Day today{};
    /// What they are about is called, by kind and id, where this person may see it.
    std::map<std::pair<std::string, std::string>, std::string> titles{};
};
Html notices_view(const NoticesPage& page);

struct PreferencePage {
    Html form_token;
    Preference preference;
    std::string email;
    std::vector<Problem> problems;
};
Html preference_view(const PreferencePage& page);

struct OutboxPage {
    MailServer server;
    std::vector<MailCount> counts;
    std::vector<Mail> dead, waiting, sent;
};
Html outbox_view(const OutboxPage& page);

struct MailPage {
    Html form_token;
    Mail mail;
    std::string subject, text;
};
Html mail_view(const MailPage& page);

} // namespace openmasa::notices
