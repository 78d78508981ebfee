#pragma once
#include <stdexcept>
#include <string>

namespace openmasa::store {

/// The database could not do what it should: a full disk, a damaged file, somebody else writing.
/// Never a person's mistake. Caught once, at the edge, where `kind` chooses the page.
class Fault : public std::runtime_error {
public:
    enum class Kind {
        full,
        busy,
        read_only,
        damaged,
        unsuitable,
        constraint,
        /// Another transaction was first: the whole of this one may be done again.
        conflict,
        /// The database cannot be reached. Whether a commit under way was kept is not known.
        away,
        other
    };
    Fault(Kind kind, const std::string& words) : std::runtime_error(words), kind_(kind) {}
    Kind kind() const { return kind_; }

private:
    Kind kind_;
};

} // namespace openmasa::store
