#pragma once
// What was worked out for the pages of a plan that were asked for last, where that is large: only
// so many are kept, for everybody together. Db::remembered() keeps thousands, each a few numbers.
//
//     return *recently<Happenings>(db, "year " + plan.str(), stamp, [&] { return read(db, plan);
//     });
#include "store/db.hpp"
#include <algorithm>
#include <list>
#include <memory>
#include <mutex>
#include <string>

namespace openmasa::plan {

/// Threads share it.
template<class Value> class Recent {
public:
    /// What `make()` gives, made anew where nothing is kept under the key with this stamp.
    template<class Make>
    std::shared_ptr<const Value> get(const std::string& key, const std::string& stamp,
                                     Make make) const {
        if (auto known = find(key, stamp)) return known;
        auto made = std::make_shared<const Value>(make());
        keep({key, stamp, made});
        return made;
    }

private:
    /// A plan of 500 actions makes a quarter of a megabyte.
    static constexpr std::size_t most_kept = 32;
    struct Kept {
        std::string key, stamp;
        std::shared_ptr<const Value> value;
    };

    std::shared_ptr<const Value> find(const std::string& key, const std::string& stamp) const {
        const std::lock_guard lock(mutex_);
        const auto found = std::ranges::find(kept_, key, &Kept::key);
        if (found == kept_.end() || found->stamp != stamp) return nullptr;
        kept_.splice(kept_.begin(), kept_, found);
        return found->value;
    }
    void keep(Kept made) const {
        const std::lock_guard lock(mutex_);
        std::erase_if(kept_, [&](const Kept& one) { return one.key == made.key; });
        kept_.push_front(std::move(made));
        if (kept_.size() > most_kept) kept_.pop_back();
    }

    mutable std::mutex mutex_;
    /// What was asked for last comes first.
    mutable std::list<Kept> kept_;
};

/// As Db::remembered(), for those who see the same: made anew inside atomically(). Not for a day in
/// the past, whose rows change without the stamp.
template<class Value, class Make>
std::shared_ptr<const Value> recently(store::Db& db, std::string key, const std::string& stamp,
                                      Make make) {
    key += db.lens().words();
    const auto kept = [&] {
        const store::Db::Plainly plainly(db);
        return *db.remembered<std::shared_ptr<const Recent<Value>>>(
            "recently", "always", [] { return std::make_shared<const Recent<Value>>(); });
    }();
    return kept->get(key, stamp, make);
}

} // namespace openmasa::plan
