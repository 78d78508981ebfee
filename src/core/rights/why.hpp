#pragma once
// Why somebody may do something, or may not; nothing but values in and out.
#include "core/access/scope.hpp"
#include "core/restriction/restriction.hpp"
#include <optional>
#include <string>
#include <vector>

namespace openmasa::rights {

/// A role that somebody holds, with the name of what it is held for or on.
struct HeldRole {
    Holding held;
    std::string held_for;
};

/// What is asked about one record; nothing of it when no record was named.
struct AboutRecord {
    std::string reference;
    std::optional<OwnerId> owner;
    std::string id{};
    /// Whether its restriction shows it to them; nothing when it is open.
    std::optional<restriction::Sight> sight{};
    bool denied = false;
};

struct Answer {
    bool may = false;
    /// Sentences, the deciding one first.
    std::vector<std::string> because;
};
/// The same decision as Scope::may() and restriction::sight_of() take, in words.
Answer why(const std::vector<HeldRole>& held, Permission permission,
           const std::optional<AboutRecord>& record, const terms::Words& words = {});

} // namespace openmasa::rights
