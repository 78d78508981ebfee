#pragma once
// The two pages on which somebody says which edition a plan follows. Ready data only.
#include "core/terms/words.hpp"
#include "plan/editions/follows_news.hpp"
#include "web/html.hpp"

namespace openmasa::editions {

struct ChooseBeforePage {
    terms::Words words{};
    plan::Plan plan;
    /// Those it may follow.
    std::vector<plan::Plan> plans;
};
/// Which edition: asked by an address, nothing is saved.
Html choose_before_view(const ChooseBeforePage& page);

struct FollowsPage {
    Html form_token;
    terms::Words words{};
    /// None: it is to follow no edition.
    std::optional<Edition> before;
    Edition now;
    SayFollows typed;
    std::vector<Problem> problems{};
    /// What others saved since the form was read.
    AllNews news{};
};
/// What goes on as what, and what became of the rest.
Html follows_view(const FollowsPage& page);

} // namespace openmasa::editions
