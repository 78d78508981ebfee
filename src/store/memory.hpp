#pragma once
// What was worked out from rows and stays right while they do not change. Each value is kept under
// a key with a stamp: whatever says from which state of the rows it was made (a revision that every
// change counts up). Another stamp makes it anew, so nothing has to be told when rows change.
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>

namespace openmasa::store {

/// One for each open database; used by all its handles at once. Where more is remembered than there
/// is room for, what nobody asked for longest is made again when somebody does.
class Memory {
public:
    /// Nothing when there is none, or when it was made from another state.
    std::shared_ptr<const void> find(const std::string& key, const std::string& stamp) const;
    void keep(const std::string& key, const std::string& stamp, std::shared_ptr<const void> value);

private:
    struct Kept {
        std::string stamp;
        std::shared_ptr<const void> value;
        /// Where its key stands in `by_use_`.
        std::list<std::string>::iterator used;
    };
    void let_oldest_go();

    mutable std::mutex mutex_;
    std::unordered_map<std::string, Kept> kept_;
    /// The keys, what was used last at the end.
    mutable std::list<std::string> by_use_;
};

} // namespace openmasa::store
