#pragma once
// The log: one JSON object a line on the error stream. It names routes and faults, never what
// anybody wrote: an address may be a secret, and a person's reading is the audit's business.
#include "core/routing/router.hpp"
#include <exception>
#include <string_view>

namespace openmasa::command_line {

/// {"at", "event": "request", "method", "route", "status", "ms", "statements"}
void log_request(const Answered& answered);
/// {"at", "event": "fault", "route", "what"}
void log_fault(std::string_view route, const std::exception& fault);
/// {"at", "event": "started" ...}: one word for what happened to the program itself.
void log_event(std::string_view event);

} // namespace openmasa::command_line
