#include "core/notices/mail.hpp"
#include <algorithm>

namespace openmasa::notices {
namespace {

constexpr std::array all_states = {MailState::waiting, MailState::sending, MailState::sent,
                                   MailState::dead};

template<class Enum, class All> bool found_in(const All& all, std::string_view text, Enum& into) {
    const auto found = std::ranges::find(all, text, [](Enum one) { return to_text(one); });
    if (found == all.end()) return false;
    into = *found;
    return true;
}

} // namespace

std::string_view to_text(MailState state) {
    switch (state) {
    case MailState::waiting: return "waiting";
    case MailState::sending: return "sending";
    case MailState::sent: return "sent";
    case MailState::dead: return "dead";
    }
    return {};
}

bool from_text(std::string_view text, MailState& state) {
    return found_in(all_states, text, state);
}

std::string_view spoken(MailState state) {
    switch (state) {
    case MailState::waiting: return "Waiting";
    case MailState::sending: return "Being sent";
    case MailState::sent: return "Sent";
    case MailState::dead: return "Not sent";
    }
    return {};
}

std::string_view to_text(HowOften how) {
    switch (how) {
    case HowOften::at_once: return "at_once";
    case HowOften::once_a_day: return "once_a_day";
    case HowOften::never: return "never";
    }
    return {};
}

bool from_text(std::string_view text, HowOften& how) {
    return found_in(all_how_often, text, how);
}

} // namespace openmasa::notices
