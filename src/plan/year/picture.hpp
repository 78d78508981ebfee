#pragma once
// What the three pictures of a plan share: its head, what is chosen of it, and the form to choose.
#include "core/access/owner.hpp"
#include "core/routing/context.hpp"
#include "core/terms/term_book.hpp"
#include "plan/plan_head.hpp"
#include "plan/tally.hpp"
#include "plan/year/filter.hpp"
#include <memory>

namespace openmasa::year {

struct Picture {
    plan::Plan plan;
    /// To say aloud (core/references).
    std::string reference;
    terms::Words words;
    Day today{};
    std::vector<plan::Section> sections;
    std::vector<plan::TallyGroup> groups;
    std::vector<access::Owner> owners;
    std::shared_ptr<const terms::TermBook> terms;
    Filter filter;

    /// "/plans/ID/timeline".
    std::string address(std::string_view folder) const;
    /// The list of actions with exactly these rows.
    std::string list_address(const Filter& rows) const;
    std::string_view owner_name(const std::optional<OwnerId>& owner) const;
};
/// Of the plan that the address names; nothing when this person may not see it.
std::optional<Picture> read_picture(Context& context);

Html picture_head(const Picture& picture, plan::PlanTab tab);
/// Only on paper, behind a heading: the day that the picture is of.
Html on_paper(const Picture& picture);

/// What a picture's own form has besides priority, owner and theme.
struct Choosing {
    /// Where the form leads, "timeline".
    std::string_view folder;
    /// The words of the fold: "Choose months and actions".
    std::string_view label;
    /// Fields that stand before the others.
    Html own_fields{};
    /// The query of the same picture with every action.
    std::string own_query{};
    bool may_choose_open = false;
};
/// A fold with the form.
Html choosing(const Picture& picture, const Choosing& choosing);
/// One line that says what is chosen, with the way back to all; nothing when all is shown.
Html chosen_line(const Picture& picture, const Choosing& choosing);

/// A <select> with its label; `chosen` is the value that is shown.
struct Option {
    std::string value, label;
};
Html select(std::string_view name, std::string_view label, const std::vector<Option>& options,
            std::string_view chosen);

Html link(std::string_view href, std::string_view words);

} // namespace openmasa::year
