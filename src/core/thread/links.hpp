#pragma once
// Links between records that people added: who did so, when, how strongly the one rests on the
// other, and why.
#include "core/thread/thread.hpp"
#include "kernel/result.hpp"

namespace openmasa::thread {

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
/// Those that lead to some of `back` and from some of `on`; one statement.
std::vector<Link> links_of(store::Db& db, const Asked& asked);

} // namespace openmasa::thread
