#pragma once
// The handlers; routes.cpp says which address is whose.
#include "core/routing/context.hpp"

namespace openmasa::updates {

http::Response show_requests(Context& context);
http::Response show_choose(Context& context);
http::Response show_check(Context& context);
http::Response post_ask(Context& context);

http::Response show_request(Context& context);
http::Response post_reminder(Context& context);
http::Response post_close(Context& context);
http::Response post_take_back(Context& context);
http::Response post_give_again(Context& context);

http::Response show_answers(Context& context);
http::Response post_answers(Context& context);
http::Response show_answers_by_link(Context& context);
http::Response post_answers_by_link(Context& context);

} // namespace openmasa::updates
