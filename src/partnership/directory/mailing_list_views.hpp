#pragma once
// The pages of mailing lists. Ready data only.
#include "core/audit/audit.hpp"
#include "core/terms/words.hpp"
#include "partnership/directory/addressees.hpp"
#include "partnership/directory/mailing_list_actions.hpp"
#include "web/html.hpp"

namespace openmasa::directory {

struct ListsPage {
    terms::Words words{};
    std::vector<MailingList> lists;
    bool may_change = false;
};
Html lists_view(const ListsPage& page);

struct ListPage {
    Html form_token;
    terms::Words words{};
    MailingList list;
    Addressees addressees;
    Day today{};
    bool may_change = false;
    std::vector<Problem> problems{};
};
Html list_view(const ListPage& page);

struct ListFormPage {
    Html form_token;
    terms::Words words{};
    /// Empty for a new one.
    std::string id{};
    std::string title;
    TypedList typed;
    std::vector<Problem> problems{};
};
Html list_form_view(const ListFormPage& page);

} // namespace openmasa::directory
