#pragma once
// The handlers; routes.cpp says which address is whose.
#include "core/routing/context.hpp"

namespace openmasa::responses {

// list_page.cpp
http::Response show_list(Context& context);

// ask_pages.cpp
http::Response show_ask(Context& context);
http::Response post_ask(Context& context);
http::Response show_remind(Context& context);
http::Response post_remind(Context& context);

// answer_pages.cpp
http::Response show_answer(Context& context);
http::Response post_answer(Context& context);
http::Response post_take_back(Context& context);
http::Response show_answer_by_link(Context& context);
http::Response post_answer_by_link(Context& context);

} // namespace openmasa::responses
