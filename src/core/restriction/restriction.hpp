#pragma once
// A record that only named readers may read: the nouns, and the one rule.
#include "core/access/scope.hpp"
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace openmasa::restriction {

struct RestrictionKind;
using RestrictionId = Id<RestrictionKind>;

/// On one of the two lists: a person, or everybody with a role within an
/// agency, group or office.
struct Name {
    std::optional<PersonId> person;
    std::optional<OwnerId> owner;
    bool denied = false;
    friend bool operator==(const Name&, const Name&) = default;
};

struct Restriction {
    RestrictionId id;
    Record record;
    std::string reason;
    Day review_on{};
    Moment at{};
    std::int64_t version = 1;
    std::vector<Name> names;
};

/// Whether somebody may read what is restricted, and by what.
enum class Sight { hidden, named, broken_glass };

/// Who asks: a person, the owners they hold a role within now, and until when
/// they have broken the glass of this record.
struct Reader {
    std::optional<PersonId> person;
    std::vector<OwnerId> owners;
    std::optional<Moment> glass_until;
};
/// A name on the deny list wins over everything, broken glass too. Nobody reads
/// by their role.
Sight sight_of(const std::vector<Name>& names, const Reader& reader, Moment now);

/// How long a restriction stands before somebody looks at it again.
inline constexpr int longest_review_days = 90;

} // namespace openmasa::restriction
