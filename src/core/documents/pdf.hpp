#pragma once
// One of our own pages as a PDF, tagged, printed by a Chromium that stands on this machine. It runs
// confined (confined.hpp): it sees the page and nothing else, and has no network. The page itself
// forbids scripts.
#include "kernel/result.hpp"
#include "web/html.hpp"
#include <string>
#include <string_view>

namespace openmasa::documents {

/// The browser; another one by $OPENMASA_CHROMIUM.
std::string chromium_path();
/// Why no PDF can be made here, as a sentence; empty when one can. The page prints all the same.
std::string why_no_pdf();

struct PrintedPage {
    std::string title;
    /// What stands in the page's <main>.
    Html main;
    /// Where its links lead, "https://masa.example.org".
    std::string site{};
};
/// The whole page as one file: the stylesheet stands in it, nothing is fetched.
std::string standalone(const PrintedPage& page);

/// Refuses with why_no_pdf(), or when it did not come to an end. At most two are made at a time;
/// who waits longer than a minute is refused.
Result<std::string> print_pdf(const PrintedPage& page);

} // namespace openmasa::documents
