#pragma once
// Pages of the glass: to break it, and to look at its uses. Ready data only.
#include "core/restriction/glass.hpp"
#include "web/html.hpp"

namespace openmasa::restriction {

struct BreakPage {
    Html form_token;
    /// As typed.
    std::string reference, reason;
    /// The password once more, and the code of those who have a second step.
    Html proof_fields{};
    std::vector<Problem> problems;
    bool may_see_uses = false;
};
Html break_view(const BreakPage& page);

/// A use with the record that it opened, and whether this reader may review it.
struct Use {
    Glass glass;
    Described record;
    bool may_review = false;
};
Html uses_view(const std::vector<Use>& uses, Day today);

struct ReviewPage {
    Html form_token;
    Use use;
    std::string outcome, words;
    std::vector<Problem> problems;
};
Html review_view(const ReviewPage& page);

/// For Home: how many uses wait for this reader's review; nothing for none.
Html waiting_card(int waiting);
/// For Home: how many restrictions this reader is to look at again soon; nothing for none.
Html review_card(int due, int late);

} // namespace openmasa::restriction
