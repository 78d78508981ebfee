#pragma once
// A register's rows as a file to keep.
#include "core/registers/register.hpp"
#include "core/registers/rows_out.hpp"
#include "core/routing/context.hpp"

namespace openmasa::registers {

/// What a file of a register holds: the columns that are named in "reference,owner", in that order;
/// all of them when none is.
Outgoing outgoing(const Register& which, std::string_view columns = {});
/// The rows that `each` gives, as "actions-2026-01-22.xlsx". ?columns=reference,owner chooses
/// columns and their order. Leaves an audit entry before anything is sent.
http::Response reply_rows(const Context& context, const Register& which, Format format,
                          const EachRow& each);
/// What the audit log calls taking its rows away: "actions.downloaded".
std::string downloaded(const Register& which);
/// The empty spreadsheet to fill in, "agencies-template.xlsx".
http::Response reply_template(const Context& context, const Register& which);

} // namespace openmasa::registers
