#pragma once
// Links for those without an account, and the page that such a link opens. Ready data only.
#include "core/accounts/record_link.hpp"
#include "plan/actions/form_views.hpp"

namespace openmasa::plan {

struct LinksOfAction {
    Html form_token;
    terms::Words words{};
    Action action;
    std::vector<accounts::RecordLink> links;
    std::string holder, days = "14", email{};
    std::vector<Problem> problems;
    Moment now{};
};
Html links_of_action_view(const LinksOfAction& page);

/// The only page that ever shows the address.
struct LinkGiven {
    Action action;
    std::string holder, address;
    /// Where it is sent; empty: nowhere yet.
    std::string email;
    Moment until{};
};
Html link_given_view(const LinkGiven& page);

struct LinkRow {
    accounts::RecordLink link;
    std::string action, reference;
};
struct LinksGiven {
    Html form_token;
    std::vector<LinkRow> rows;
    Moment now{};
};
Html links_given_view(const LinksGiven& page);

struct AnswerPage {
    Html form_token;
    Action action;
    std::vector<Step> steps;
    RecordProgress typed;
    accounts::RecordLink link;
    /// As it stands in the address.
    std::string secret;
    std::vector<Problem> problems;
};
Html answer_view(const AnswerPage& page);
/// After it was sent.
Html answered_view(const AnswerPage& page);

} // namespace openmasa::plan
