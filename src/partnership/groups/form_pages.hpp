#pragma once
// The addresses below a group's page that hold a form.
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
http::Response download_file(Context& context);
http::Response show_file(Context& context);
http::Response show_picture(Context& context);

/// The group of the address, if this person may see it.
std::optional<partnership::Group> group_of(Context& context);
std::vector<pages::Crumb> crumbs_below(const partnership::Group& group);

} // namespace openmasa::groups
