#pragma once
// The page with a form for one row, made of the register's columns: what is typed is understood as
// a cell of a file is, and saved as a row of an import is. Everything wrong is said at once;
// whoever was not first sees what was saved meanwhile, beside what they typed.
#include "core/registers/register.hpp"
#include "core/routing/context.hpp"
#include "web/pages/layout.hpp"

namespace openmasa::registers {

struct RowForm {
    const Register& which;
    /// Empty for a new row.
    std::string id;
    /// "Add an agency", and "Save this agency" on its button.
    std::string title, button;
    std::vector<pages::Crumb> crumbs;
    /// Where it goes; and where leaving it leads, and saving it, with "?saved=yes".
    std::string address, back;
    /// The keys of columns that another form asks.
    std::span<const std::string_view> elsewhere{};
};

/// A new row begins with what its address says. A row that this person may not see is not there.
http::Response show_row_form(Context& context, const RowForm& form);
http::Response post_row_form(Context& context, const RowForm& form);

/// The handlers of both forms of a register; `form_of` tells the one of a new row from that of the
/// row in the address.
template<auto form_of> struct RowForms {
    static http::Response show_add(Context& context) {
        return show_row_form(context, form_of(context, true));
    }
    static http::Response post_add(Context& context) {
        return post_row_form(context, form_of(context, true));
    }
    static http::Response show_change(Context& context) {
        return show_row_form(context, form_of(context, false));
    }
    static http::Response post_change(Context& context) {
        return post_row_form(context, form_of(context, false));
    }
};

/// The versions of one row that a page or a form shows: the newest, at most so many.
inline constexpr int most_versions = 200;

} // namespace openmasa::registers
