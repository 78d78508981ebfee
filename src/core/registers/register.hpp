#pragma once
// A register: a list that people keep. Its description gives the downloads, the template, the
// import on a page and on the command line; an area describes each of its registers once.
#include "core/access/scope.hpp"
#include "core/registers/column.hpp"
#include "store/db.hpp"

namespace openmasa::registers {

struct Register {
    /// In addresses and commands: "actions".
    std::string_view kind;
    std::string_view title;
    /// What one row is: "action".
    std::string_view one;
    /// Who may download it.
    Permission read;
    std::span<const Column> columns;
    /// Hands over every row that this person may see, in an order that stays.
    void (*each)(store::Db&, const Scope&, const TakeRow&) = nullptr;
};

} // namespace openmasa::registers
