#pragma once
// The page of one recommendation, and its list. Ready data in, HTML out.
#include "core/clocks/clock_views.hpp"
#include "core/history/history.hpp"
#include "core/terms/term_book.hpp"
#include "plan/recommendation_moves.hpp"
#include "plan/recommendation_response_section.hpp"
#include "plan/recommendation_store.hpp"
#include "web/html.hpp"

namespace openmasa::recommendations {

/// Another recommendation, as a page names it.
struct Named {
    RecommendationId id;
    std::string reference, title;
};

struct RecommendationPage {
    Whole whole;
    /// Its own and those of all that stand with it.
    std::vector<SourceOf> sources{};
    std::vector<Joined> joined{};
    std::optional<Named> stands_with{}, superseded_by{};
    /// What this person may do next, with what each step still waits for.
    std::vector<OpenMove> moves{};
    /// What the agencies that are expected to respond answered.
    responses::Section answers{};
    std::shared_ptr<const terms::TermBook> terms{};
    terms::Words words{};
    Day today{};
    bool may_keep = false, may_answer = false;
    std::vector<history::Version> versions{};
    clocks::Section clocks{};
    Html comments{};
    Html restriction{};
    /// Where it can be restricted; empty: not by this person, or it is already.
    std::string restrict_path{};
};
Html recommendation_view(const RecommendationPage& page);

struct ListPage {
    /// On the day that is shown: how many are outstanding, how many of them late, how many wait for
    /// a decision.
    int outstanding = 0, late = 0, waiting = 0;
    bool is_past = false;
    bool may_keep = false;
    /// What else there is about all of them, as items of a list.
    Html links{};
    Html list{};
};
Html list_view(const ListPage& page);

/// "/recommendations/01k…/moves/accept"
std::string address_of(const RecommendationId& id, std::string_view below = {});
/// "W-2026-014: Record the voice of the child"
std::string called(const Recommendation& it);
/// "Neglect", "Education", "other": where it is filed; empty: nowhere yet.
std::string filed_under(const Recommendation& it);
/// "Accept", "Brought in as it stood".
std::string spoken_move(std::string_view move);
Html state_tag(State state);

/// The sources, each with the words as published (source_views.cpp).
Html sources_section(const RecommendationPage& page);
/// What was decided and judged, the newest last.
Html moves_section(const RecommendationPage& page);
/// What each version changed in the one before, a move as a sentence; the newest first.
Html changes_section(const RecommendationPage& page);
/// How far it has come: the path with the day of each step.
Html path_view(const RecommendationPage& page);

} // namespace openmasa::recommendations
