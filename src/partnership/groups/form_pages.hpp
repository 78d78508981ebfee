#pragma once
// The addresses below a group's page: forms, versions of its terms of reference, files.
#include "core/routing/context.hpp"
#include "partnership/group.hpp"
#include "web/pages/layout.hpp"

namespace openmasa::groups {

http::Response show_quorum(Context& context);
http::Response post_quorum(Context& context);
http::Response show_invite(Context& context);
http::Response post_invite(Context& context);
http::Response show_guest(Context& context);
http::Response post_guest(Context& context);
http::Response show_end(Context& context);
http::Response post_end(Context& context);

http::Response show_terms(Context& context);
http::Response post_terms(Context& context);
http::Response show_adopt(Context& context);
http::Response post_adopt(Context& context);
// terms_signing_pages.cpp
http::Response show_version(Context& context);
http::Response show_offer(Context& context);
http::Response post_offer(Context& context);
http::Response show_sign(Context& context);
http::Response post_sign(Context& context);
http::Response post_send_back(Context& context);
http::Response show_take_back(Context& context);
http::Response post_take_back(Context& context);

http::Response download_file(Context& context);
http::Response show_file(Context& context);
http::Response show_picture(Context& context);

/// The group of the address, if this person may see it.
std::optional<partnership::Group> group_of(Context& context);
std::vector<pages::Crumb> crumbs_below(const partnership::Group& group);

} // namespace openmasa::groups
