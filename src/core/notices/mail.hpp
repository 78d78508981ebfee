#pragma once
// Mails, their notices, and how often people want them.
#include "core/access/scope.hpp"
#include "core/notices/kind.hpp"
#include "kernel/id.hpp"
#include <array>
#include <optional>
#include <string>
#include <vector>

namespace openmasa::notices {

struct MailKind;
struct NoticeKind;
using MailId = Id<MailKind>;
using NoticeId = Id<NoticeKind>;

enum class MailState { waiting, sending, sent, dead };
std::string_view to_text(MailState state);
bool from_text(std::string_view text, MailState& state);
/// "Waiting", "Not sent".
std::string_view spoken(MailState state);

enum class HowOften { at_once, once_a_day, never };
inline constexpr std::array all_how_often = {HowOften::at_once, HowOften::once_a_day,
                                             HowOften::never};
std::string_view to_text(HowOften how);
bool from_text(std::string_view text, HowOften& how);

struct Mail {
    MailId id{};
    std::string message_id;
    std::optional<PersonId> person;
    std::string recipient;
    MailState state{};
    Moment made_at{};
    int attempts = 0;
    Moment next_try_at{};
    std::optional<Moment> ended_at;
    /// What the server answered last, in our words.
    std::string said;
};

/// One thing that a mail tells.
struct Told {
    Kind kind{};
    std::string path;
};

/// How the mail server answers; `host` is empty when none is set.
struct MailServer {
    std::string host;
    std::optional<Moment> failing_since;
    int failures = 0;
    Moment next_try_at{};
    std::string said;
};

} // namespace openmasa::notices
