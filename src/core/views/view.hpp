#pragma once
// A way of looking at a list, kept under a name: one's own, or shared with everybody who may see
// the list.
#include "core/access/scope.hpp"
#include <cstdint>
#include <optional>
#include <string>

namespace openmasa::views {

struct ViewKind;
using ViewId = Id<ViewKind>;

struct View {
    ViewId id;
    /// Which list: its kind, and what it belongs to (a plan's id; empty where it stands alone).
    std::string list, within;
    std::string name;
    /// Filters, order and columns, as the list's address says them.
    std::string query;
    PersonId person;
    /// Whoever made it, as they are known now.
    std::string maker;
    bool shared = false;
    std::int64_t version = 1;
    std::optional<Moment> withdrawn_at{};
    std::string withdrawn_why;
};

/// A new one, or (with `instead_of`) other filters, order and columns for one that is there.
struct SaveView {
    std::string list, within, name, query;
    bool shared = false;
    /// "ID:VERSION", as the page had it; empty for a new one.
    std::string instead_of;
};

struct ChangeView {
    ViewId id;
    std::int64_t version = 0;
    std::string name;
    bool shared = false;
};

struct WithdrawView {
    ViewId id;
    std::int64_t version = 0;
    std::string why;
};

} // namespace openmasa::views
