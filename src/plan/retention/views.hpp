#pragma once
// The pages about keeping and destroying. Ready data only.
#include "kernel/result.hpp"
#include "plan/retention/retention.hpp"
#include "web/html.hpp"

namespace openmasa::retention {

struct RetentionPage {
    std::vector<DueRecord> due;
    std::vector<Destruction> destructions;
    std::vector<Hold> holds;
    std::vector<KeepRule> rules;
    Day today{};
    bool may_change = false;
};
Html retention_view(const RetentionPage& page);

/// One act with a reason: propose, decline, set or lift a hold.
struct ReasonPage {
    Html form_token;
    std::string title, called, sentence, address, label, verb, why;
    bool is_warning = false;
    std::vector<Problem> problems;
};
Html reason_view(const ReasonPage& page);

/// Confirm what somebody else proposed.
struct ConfirmPage {
    Html form_token;
    Destruction destruction;
    /// Why this person may not, in words; empty when they may.
    std::string why_not;
    std::vector<Problem> problems;
};
Html confirm_view(const ConfirmPage& page);

Html certificate_view(const Destruction& destruction);
/// The same as plain text, to keep.
std::string certificate_text(const Destruction& destruction, std::string_view partnership);

} // namespace openmasa::retention
