#pragma once
// The page that changes every row of a list at once. A feature names its register and the columns
// that its own forms ask in its route table:
//     {Get, "/recommendations/change-many", keep, Many::show, Budget{12}},
#include "core/registers/register.hpp"
#include "core/routing/context.hpp"
#include "web/html.hpp"

namespace openmasa::registers {

struct ManyForm {
    const Register& which;
    /// The keys of columns that it does not offer.
    std::span<const std::string_view> elsewhere{};
};
/// The rows are those of the list with the same query.
http::Response show_change_many(Context& context, const ManyForm& form);
http::Response post_change_many(Context& context, const ManyForm& form);

/// Its handlers.
template<const ManyForm& form> struct ChangeMany {
    static http::Response show(Context& context) { return show_change_many(context, form); }
    static http::Response post(Context& context) { return post_change_many(context, form); }
};

/// "Change these 29", for a list's head: a link within <li>, with the list's query.
Html change_many_link(const Context& context, const Register& which);

} // namespace openmasa::registers
