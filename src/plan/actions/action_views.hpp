#pragma once
// One action as a page. Ready data only.
#include "core/audit/audit.hpp"
#include "core/clocks/clock_views.hpp"
#include "core/files/attachment.hpp"
#include "core/terms/term_book.hpp"
#include "plan/actions/history_store.hpp"
#include "plan/actions/leading.hpp"
#include "plan/progress.hpp"
#include "plan/succession.hpp"
#include "web/html.hpp"
#include <memory>

namespace openmasa::plan {

struct ActionPage {
    terms::Words words{};
    Action action;
    ActionPlace place;
    std::vector<Step> steps;
    std::vector<Note> notes;
    std::vector<Progress> progress;
    std::vector<Evidence> evidence;
    std::vector<files::Attachment> files;
    /// Newest first.
    std::vector<history::Version> versions;
    std::vector<Act> acts;
    /// What led here and what came of it.
    Html thread;
    Html comments;
    clocks::Section clocks;
    TakingPart part{};
    std::shared_ptr<const terms::TermBook> terms;
    bool may_update = false, may_change = false;
    Day today{};
    /// That it is restricted, or a way to restrict it.
    Html restriction;
    std::string restrict_path{};
};

Html action_view(const ActionPage& page);

/// Words of a plan with their bullets as a list.
Html words_with_bullets(std::string_view words);

} // namespace openmasa::plan
