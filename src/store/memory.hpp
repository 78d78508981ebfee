#pragma once
// What was worked out from rows and stays right while they do not change. Each value is kept under
// a key with a stamp: whatever says from which state of the rows it was made (a revision that every
// change counts up). Another stamp makes it anew, so nothing has to be told when rows change.
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>

namespace openmasa::store {

/// One for each open database; used by all its handles at once.
class Memory {
public:
    /// Nothing when there is none, or when it was made from another state.
    std::shared_ptr<const void> find(const std::string& key, const std::string& stamp) const;
    void keep(const std::string& key, const std::string& stamp, std::shared_ptr<const void> value);

private:
    struct Kept {
        std::string stamp;
        std::shared_ptr<const void> value;
    };
    mutable std::mutex mutex_;
    std::unordered_map<std::string, Kept> kept_;
};

} // namespace openmasa::store
