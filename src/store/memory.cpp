#include "store/memory.hpp"

namespace openmasa::store {
namespace {

/// So many plans are few, and so many values are little memory.
constexpr std::size_t most_kept = 2000;

} // namespace

std::shared_ptr<const void> Memory::find(const std::string& key, const std::string& stamp) const {
    const std::lock_guard lock(mutex_);
    const auto found = kept_.find(key);
    if (found == kept_.end() || found->second.stamp != stamp) return nullptr;
    by_use_.splice(by_use_.end(), by_use_, found->second.used);
    return found->second.value;
}

void Memory::keep(const std::string& key, const std::string& stamp,
                  std::shared_ptr<const void> value) {
    const std::lock_guard lock(mutex_);
    if (const auto found = kept_.find(key); found != kept_.end()) {
        by_use_.splice(by_use_.end(), by_use_, found->second.used);
        found->second.stamp = stamp;
        found->second.value = std::move(value);
        return;
    }
    if (kept_.size() >= most_kept) let_oldest_go();
    by_use_.push_back(key);
    kept_[key] = {stamp, std::move(value), std::prev(by_use_.end())};
}

void Memory::let_oldest_go() {
    kept_.erase(by_use_.front());
    by_use_.pop_front();
}

} // namespace openmasa::store
