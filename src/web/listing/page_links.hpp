#pragma once
// Links to the pages of a long list: the first, the last, the current one and its neighbours.
#include "web/html.hpp"
#include "web/listing/paging.hpp"
#include <functional>
#include <string>

namespace openmasa::listing {

/// Nothing when there is one page only. `address` gives a page's address.
Html page_links(const Paging& paging, const std::function<std::string(int)>& address);

} // namespace openmasa::listing
