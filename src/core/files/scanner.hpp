#pragma once
// clamd, if it is there. Source: clamd(8), INSTREAM.
#include <string>
#include <string_view>

namespace openmasa::files {

enum class Scan { clean, infected, not_scanned, failed };

/// Asks the scanner at that socket: a path; empty when there is none. `failed`: there should be
/// one, and it did not answer.
Scan scan(const std::string& socket, std::string_view content);

/// $OPENMASA_CLAMD, or where Debian's clamav-daemon listens if it is there; else empty.
std::string scanner_socket();

} // namespace openmasa::files
