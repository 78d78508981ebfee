#pragma once
// Themes and FLOURISH domains on the pages of plans and priorities. Ready data only.
#include "core/terms/term_book.hpp"
#include "kernel/result.hpp"
#include "plan/plans/tags.hpp"
#include "web/html.hpp"
#include <memory>

namespace openmasa::plans {

/// "Themes Neglect, Voice of the child", each a link to what else carries it: `list` is an address
/// that takes ?tag=. One for each kind that is carried.
std::vector<Html> tag_facts(const terms::TermBook& book, std::string_view tags,
                            const std::string& list);

/// Above a list that shows only what carries one term: which, and the way back to all.
Html only_with_tag(const terms::Term* chosen, const std::string& list, std::string_view several);

struct TagsPage {
    Html form_token;
    Carrying carrying;
    /// What it is, as the partnership says it: "priority".
    std::string what;
    std::shared_ptr<const terms::TermBook> book;
    /// Ids, as chosen.
    std::string chosen;
    Day today{};
    /// Where "Leave it" leads, and where terms are kept for those who may.
    std::string back, terms_page;
    std::vector<Problem> problems;
    /// Set when somebody saved while it was chosen: who, and what it carries now.
    std::string meanwhile;
};
Html tags_view(const TagsPage& page);

} // namespace openmasa::plans
