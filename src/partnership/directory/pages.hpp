#pragma once
// The handlers of the directory's pages, by what they are about.
#include "core/routing/context.hpp"
#include "web/pages/layout.hpp"
#include <vector>

namespace openmasa::directory {

http::Response show_search(Context& context);
http::Response download_people_csv(Context& context);
http::Response download_people_cards(Context& context);
http::Response show_person(Context& context);
http::Response download_card(Context& context);
http::Response show_own(Context& context);
http::Response post_own(Context& context);

http::Response show_leaving(Context& context);
http::Response post_leaving(Context& context);

http::Response show_lists(Context& context);
http::Response show_list(Context& context);
http::Response download_list(Context& context);
http::Response show_add_list(Context& context);
http::Response post_add_list(Context& context);
http::Response show_change_list(Context& context);
http::Response post_change_list(Context& context);
http::Response post_withdraw_list(Context& context);

inline std::vector<pages::Crumb> crumbs() {
    return {{"Directory", "/directory"}};
}

} // namespace openmasa::directory
