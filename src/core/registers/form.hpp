#pragma once
// One row of a register as a form: its fields come from the columns, and what is typed is
// understood as a cell of a file is.
#include "core/registers/register.hpp"
#include "core/terms/term_book.hpp"
#include "web/http/form.hpp"
#include "web/ui/field.hpp"
#include <memory>

namespace openmasa::registers {

/// What each reference may name, in the columns' order, and what else people call it.
struct Names {
    std::vector<std::vector<std::string>> of_column;
    std::shared_ptr<const terms::TermBook> book;
    /// What labels say (local.hpp).
    terms::Words words{};

    const std::vector<std::string>& operator[](std::size_t column) const {
        return of_column.at(column);
    }
};
Names names_of(store::Db& db, const Scope& scope, const Register& which);

/// What a form leaves out of the columns that may be set: of a row that is there already what never
/// changes, and what another form asks.
struct Asked {
    bool is_new = true;
    std::span<const std::string_view> elsewhere{};
};
/// The fields for every column that is asked, named by its key.
Html form_fields(const Register& which, const Names& names, const Cells& typed, const Asked& asked,
                 ui::Problems problems);
/// What was typed, over what the row was before; only columns that the form has.
Cells read_form(const Register& which, const http::Form& form, const Asked& asked, Cells before);
/// Puts the canonical text in place of what was typed, and says everything that is wrong.
std::vector<Problem> understand(const Register& which, const Names& names, Cells& typed);

} // namespace openmasa::registers
