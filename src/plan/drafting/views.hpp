#pragma once
// The forms of drafting. Ready data only.
#include "core/access/owner.hpp"
#include "core/terms/term_book.hpp"
#include "plan/drafting/drafts.hpp"
#include "plan/meanwhile.hpp"
#include <memory>

namespace openmasa::drafting {

/// What every form has besides what was typed.
struct FormPage {
    Html form_token;
    terms::Words words{};
    /// The form's own address, and the page that it leaves to.
    std::string address, back;
    /// What it stands in: the plan's title, the priority's name.
    std::string caption;
    std::vector<access::Owner> owners{};
    std::shared_ptr<const terms::TermBook> terms{};
    Day today{};
    /// The names of its neighbours in their order, without itself: where it may stand.
    std::vector<std::string> others{};
    std::vector<Problem> problems{};
    std::optional<plan::Meanwhile> meanwhile{};
};
std::string title_of(const terms::Words& words, const PlanDraft& draft);
std::string title_of(const terms::Words& words, const PriorityDraft& draft);
std::string title_of(const terms::Words& words, const ObjectiveDraft& draft);
std::string title_of(const terms::Words& words, const ActionDraft& draft);
Html form(const FormPage& page, const PlanDraft& typed);
Html form(const FormPage& page, const PriorityDraft& typed);
Html form(const FormPage& page, const ObjectiveDraft& typed);
Html form(const FormPage& page, const ActionDraft& typed);

} // namespace openmasa::drafting
