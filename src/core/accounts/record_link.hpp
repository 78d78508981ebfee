#pragma once
// Links that are a right of their own, without an account: one purpose ("action.answer") on one
// record, until a day, taken back at any time. The holder is a person without an account, so every
// history names the office that wrote. A link given is shown once and kept as its digest.
#include "core/access/scope.hpp"
#include "kernel/result.hpp"
#include "store/db.hpp"
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace openmasa::accounts {

struct RecordLinkKind;
using RecordLinkId = Id<RecordLinkKind>;

struct RecordLink {
    RecordLinkId id;
    std::string purpose, record;
    /// The office that holds it: "Designated nurse, Integrated Care Board".
    PersonId holder;
    std::string holder_name;
    std::string given_by;
    Moment given_at{}, expires_at{};
    std::optional<Moment> last_used_at;
    std::int64_t uses = 0;
    std::optional<Moment> revoked_at;

    bool is_open(Moment now) const { return !revoked_at && now < expires_at; }
};

/// How long a link that changes something may work, and one that only reads.
inline constexpr int longest_days_to_write = 90, longest_days_to_read = 366;

struct GiveLink {
    std::string_view purpose, record;
    std::string holder_name;
    int days = 14;
    /// Where the link is sent; empty: whoever gives it sends it.
    std::string email{};
    int longest_days = longest_days_to_write;
    /// Who holds one already and gets another; unset: a holder of that name is made.
    std::optional<PersonId> holder{};
};
/// What is wrong with a link to be given; fields "holder", "days" and "email".
std::vector<Problem> link_problems(const GiveLink& command);

// Inside atomically(), each with its audit entry.
/// The secret that goes into the address.
Result<std::string> give_link(store::Db& db, const Scope& scope, const GiveLink& command);
/// Not found when it is of another purpose or no longer open.
Result<RecordLink> revoke_link(store::Db& db, const Scope& scope, std::string_view purpose,
                               const RecordLinkId& id);
/// Every open link that this person gave.
void revoke_links_given_by(store::Db& db, const Scope& scope, const PersonId& giver);
/// Counts one use; in the transaction of what it was used for.
void note_link_used(store::Db& db, const Scope& scope, const RecordLink& link);

/// The open link of that secret and purpose.
std::optional<RecordLink> find_link(store::Db& db, std::string_view purpose,
                                    std::string_view secret, Moment now);
/// Newest first, closed ones too.
std::vector<RecordLink> links_of(store::Db& db, std::string_view purpose, std::string_view record);
std::vector<RecordLink> links_given(store::Db& db, std::string_view purpose, int most);

/// Who acts through the link: its holder, with those rights, and nobody's session.
Scope scope_of_link(const Scope& visitor, const RecordLink& link, std::vector<Holding> rights);

} // namespace openmasa::accounts
