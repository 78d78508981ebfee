#pragma once
// The page of broken threads. Ready data in, HTML out.
#include "core/terms/words.hpp"
#include "plan/broken/store.hpp"
#include "web/html.hpp"
#include <functional>

namespace openmasa::broken {

struct BrokenPage {
    std::shared_ptr<const std::vector<Broken>> all{};
    /// Only these are listed; unset: how many of each there are.
    std::optional<Break> chosen{};
    terms::Words words{};
    /// Whether this person may mend that of that one.
    std::function<bool(const Followed&, Break)> may_mend{};
    int page = 1;
    /// There is no recommendation yet.
    bool is_empty = false;
};
Html broken_view(const BrokenPage& page);

} // namespace openmasa::broken
