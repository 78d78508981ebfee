#pragma once
// The handlers behind routes.cpp.
#include "core/routing/context.hpp"

namespace openmasa::position {

// pages.cpp
http::Response show_position(Context& context);
http::Response download_word(Context& context);
http::Response download_workbook(Context& context);
http::Response download_pdf(Context& context);

// picture_pages.cpp
http::Response show_pictures(Context& context);

} // namespace openmasa::position
