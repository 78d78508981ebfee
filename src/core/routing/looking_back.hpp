#pragma once
// "?as-at=2026-03-31" on the address of any page that reads records: the page as it was on that
// day, with a banner that says so, links that keep the day, and nothing to change. "&known=then"
// leaves out what was recorded after that day.
#include "core/history/as_at.hpp"
#include "core/routing/context.hpp"
#include "web/html.hpp"

namespace openmasa::looking_back {

inline constexpr std::string_view day_field = "as-at", known_field = "known";

/// What the query asks for: nothing, a day, or words that are no day that has been.
struct Asked {
    std::optional<history::AsAt> as_at;
    /// Why the words are none.
    std::string problem;
};
/// A day may be written in any way that a target date may ("31/3/2026").
Asked asked(const http::Form& query, Day today);

/// "as-at=2026-03-31" or "as-at=2026-03-31&known=then".
std::string query_of(const history::AsAt& as_at);
/// The address with that in its query.
std::string kept_in(std::string_view address, const history::AsAt& as_at);
/// Every link and every form that asks for a page keeps the day, but for a form with a field for it
/// (<form data-own-day ...>).
Html kept_in_links(const Html& page, const history::AsAt& as_at);

/// The same for the address that a redirect leads to.
void keep_in_address(http::Response& response, const history::AsAt& as_at);

/// Above the page: which day it shows, and the way back. Empty when nobody looks back.
Html banner(const Context& context);
/// Below the page: the small form that asks for a day. Empty where a page cannot look back.
Html day_form(const Context& context);
/// For a form, or what was sent with one, when somebody looks back.
http::Response reply_past(const Context& context);

} // namespace openmasa::looking_back
