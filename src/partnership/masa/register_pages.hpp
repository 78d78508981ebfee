#pragma once
// The lists of all editions' sections, milestones and so on, and what the page of the editions says
// of them.
#include "core/registers/register.hpp"
#include "core/routing/context.hpp"
#include "web/html.hpp"

namespace openmasa::masa {

/// Filtered, ordered and taken away as every register.
http::Response show_rows(Context& context, const registers::Register& which);
template<const registers::Register& which> http::Response show_rows_of(Context& context) {
    return show_rows(context, which);
}

/// Below the editions: taken away as a file, brought in from one, and the lists of their parts.
Html lists_view(std::size_t editions, bool may_import);

} // namespace openmasa::masa
