#include "store/memory.hpp"

namespace openmasa::store {
namespace {

/// So many plans are few, and so many values are little memory; past it all is forgotten and made
/// again.
constexpr std::size_t most_kept = 2000;

} // namespace

std::shared_ptr<const void> Memory::find(const std::string& key, const std::string& stamp) const {
    const std::lock_guard lock(mutex_);
    const auto found = kept_.find(key);
    return found != kept_.end() && found->second.stamp == stamp ? found->second.value : nullptr;
}

void Memory::keep(const std::string& key, const std::string& stamp,
                  std::shared_ptr<const void> value) {
    const std::lock_guard lock(mutex_);
    if (kept_.size() >= most_kept && !kept_.contains(key)) kept_.clear();
    kept_[key] = {stamp, std::move(value)};
}

} // namespace openmasa::store
