#pragma once
// One hidden field that every form carries: it proves that our own page made the form (it is bound
// to the reader's cookie), and it works once.
#include "core/access/scope.hpp"
#include "core/routing/context.hpp"
#include "web/html.hpp"
#include <functional>
#include <string>

namespace openmasa::form_token {

inline constexpr std::string_view field = "form_token";

/// <input type="hidden" ...> with a fresh token.
Html hidden(const Context& context);
/// Whether the posted token was made for this reader, or for whoever held that secret.
bool is_genuine(const Context& context);
bool is_genuine(const Context& context, std::string_view secret);

} // namespace openmasa::form_token

namespace openmasa {

/// Runs `work` in one transaction and gives the path of the page that shows what came of it.
/// A form sent twice runs once; the second time gives the first one's path. Sent again with other
/// words it is refused, so that nothing typed is ever taken for saved.
Result<std::string> submit(Context& context, const std::function<Result<std::string>()>& work);

/// 303 to a path of our own.
http::Response see_other(std::string path);

} // namespace openmasa
