#pragma once
// The pages of saved views. Ready data only.
#include "core/audit/audit.hpp"
#include "core/views/view.hpp"
#include "kernel/result.hpp"
#include "web/html.hpp"
#include <vector>

namespace openmasa::views {

/// What is shown on a list, to be kept under a name.
struct NewPage {
    Html form_token;
    SaveView typed;
    /// The list's title, where "Leave it" leads, and what the view would choose.
    std::string title;
    std::string back;
    std::vector<std::string> in_words;
    /// Whose filters, order and columns may be replaced by these.
    std::vector<View> changeable;
    bool may_share = false;
    std::vector<Problem> problems;
};
Html new_view(const NewPage& page);

/// A view with the list it belongs to.
struct Listed {
    View view;
    std::string title;
    /// The list with this view; empty where the list is not open to the reader.
    std::string address;
    bool is_own = false;
    bool may_change = false;
};
Html all_views(const std::vector<Listed>& views);

struct ViewPage {
    Html form_token;
    Listed listed;
    /// What the form holds: as it is, or as it was typed.
    std::string name, why;
    bool shared = false;
    bool may_share = false;
    std::vector<std::string> in_words;
    std::vector<history::Version> versions;
    std::vector<Problem> problems;
};
Html view_page(const ViewPage& page);

} // namespace openmasa::views
