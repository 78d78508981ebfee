#pragma once
// Use cases of the terms of reference: a draft is written and written again; once it is adopted it
// never changes, only a newer one is made. Inside submit() or atomically(). How they are signed:
// terms_signing.hpp.
#include "core/files/file.hpp"
#include "kernel/result.hpp"
#include "partnership/group.hpp"
#include "store/db.hpp"

namespace openmasa::groups {

/// The clock by which they are looked at again: every year, unless a rule of the group's own says
/// otherwise (page /clocks/rules/add).
inline constexpr std::string_view review_rule = "terms-review";

/// The draft, or a new one where the last version was adopted: words, a file, or both.
struct WriteTerms {
    OwnerId group;
    std::int64_t version = 0;
    std::string words;
    /// Kept by files::keep() before; without one the draft's own stays.
    std::optional<files::File> file{};
    /// The office that signs them off, by name; may be empty.
    std::string signs;
};
Result<Done> write_terms(store::Db& db, const Scope& scope, const WriteTerms& command);

/// The draft counts from a day on: agreed by a group or an office, as a minute says.
struct AdoptTerms {
    OwnerId group;
    partnership::TermsId terms;
    std::int64_t version = 0;
    std::string on, by, minute;
};
/// Starts the clock by which they are looked at again, and stops the one before.
Result<Done> adopt_terms(store::Db& db, const Scope& scope, const AdoptTerms& command);

/// A version of this group counts from that day on, by whom: the clocks too. The group is saved by
/// whoever calls.
struct Adoption {
    Day on{};
    OwnerId by;
    std::string by_name;
};
Result<Done> put_in_force(store::Db& db, const Scope& scope, const partnership::Group& group,
                          partnership::Terms& terms, const Adoption& adoption);

/// The clock that runs about the group's terms, if one does.
Result<Done> stop_review_clock(store::Db& db, const Scope& scope, const partnership::Group& group,
                               Day on, std::string_view why);

} // namespace openmasa::groups
