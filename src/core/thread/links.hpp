#pragma once
// Links between records that people added: who did so, when, how strongly the one rests on the
// other, and why.
#include "core/audit/audit.hpp"
#include "core/thread/thread.hpp"
#include "kernel/result.hpp"

namespace openmasa::thread {

/// Who may.
inline constexpr auto may_link = Permission::keep_recommendations;

struct AddLink {
    At from, to;
    Strength strength = Strength::unsaid;
    std::string why{};
};
/// Refused with the fields "other", "strength" and "why"; a record leads to no other twice, and not
/// to itself. Whoever calls it has seen that both are there for this person. Inside atomically().
Result<Done> add_link(store::Db& db, const Scope& scope, const AddLink& command);

struct TakeBack {
    std::string id;
    std::string why{};
};
/// What should never have been there; it stays in the log. Inside atomically().
Result<Done> take_back(store::Db& db, const Scope& scope, const TakeBack& command);

/// One that stands, as it was added.
std::optional<Link> find_link(store::Db& db, std::string_view id);
inline constexpr std::string_view link_kind = "thread_link";

/// Those that lead to some of `back` and from some of `on`; one statement.
std::vector<Link> links_of(store::Db& db, const Asked& asked);

/// Leaves no word of the links that a destroyed record had, nor that one of them was there; gives
/// how many versions went. Inside atomically().
int destroy_links_of(store::Db& db, const At& record, std::string_view certificate);

/// Holds every link, also one that was taken back, against the newest version in the history.
void verify(store::Db& db, audit::Verdict& verdict);

} // namespace openmasa::thread
