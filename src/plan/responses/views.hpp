#pragma once
// The pages of asking, reminding and answering. Ready data in, HTML out.
#include "core/accounts/record_link.hpp"
#include "core/terms/words.hpp"
#include "plan/meanwhile.hpp"
#include "plan/recommendation_store.hpp"
#include "plan/responses/asking.hpp"
#include "web/html.hpp"

namespace openmasa::responses {

struct AskPage {
    Html token;
    terms::Words words{};
    recommendations::Recommendation it;
    std::vector<Candidate> candidates{};
    Ask typed;
    std::vector<Problem> problems{};
};
Html ask_view(const AskPage& page);

struct RemindPage {
    Html token;
    recommendations::Recommendation it;
    std::vector<Open> open{};
    Day today{};
    std::vector<Problem> problems{};
};
Html remind_view(const RemindPage& page);

struct AnswerPage {
    Html token;
    terms::Words words{};
    Response response;
    /// Where the form goes, and where leaving it leads; by a link there is nowhere to go.
    std::string address, back{};
    /// As published.
    std::vector<recommendations::SourceOf> sources{};
    GiveAnswer typed;
    /// Of a link: who holds it, and until when it works.
    std::string holder{};
    std::optional<Moment> until{};
    /// For whoever may take it back: the link that the owner has.
    std::optional<accounts::RecordLink> given{};
    std::vector<Problem> problems{};
    std::optional<plan::Meanwhile> meanwhile{};
    Day today{};
};
Html answer_view(const AnswerPage& page);
/// What was kept, for whoever came by a link.
Html thanks_view(const AnswerPage& page);

} // namespace openmasa::responses
