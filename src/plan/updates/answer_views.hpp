#pragma once
// The one page on which somebody says how several actions stand. Ready data only.
#include "plan/meanwhile.hpp"
#include "plan/updates/answering.hpp"
#include "web/html.hpp"
#include <map>

namespace openmasa::updates {

struct AnswersPage {
    Html form_token;
    terms::Words words{};
    Day today{};
    Request request;
    /// Where it is sent: "/updates/ID", "/answers/SECRET".
    std::string address;
    /// The office that answers by a link, and until when it works; empty for an account.
    std::string holder{};
    std::optional<Moment> until{};
    std::optional<PersonId> reader{};
    /// The most urgent first.
    std::vector<Asked> asked;
    /// What was typed, where the form is shown again.
    std::vector<Answer> typed{};
    /// What somebody else saved of an action meanwhile.
    std::map<plan::ActionId, plan::Meanwhile> meanwhile{};
    std::vector<Problem> problems{};
};
Html answers_view(const AnswersPage& page);
/// After it was sent: what was recorded, and what is still open.
Html thanks_view(const AnswersPage& page);
/// What is still open, and how many there are in all.
int open_in(const AnswersPage& page);

} // namespace openmasa::updates
