#pragma once
// The frame around every page: bar, menu, breadcrumbs, notice, main, footer. Ready data only.
#include "web/html.hpp"
#include <string>
#include <vector>

namespace openmasa::pages {

struct Crumb {
    std::string text, href;
};

struct Place {
    std::string text, href;
    bool current = false;
};

/// What the frame needs to know besides the page itself.
struct Frame {
    std::string partnership;
    /// The reader's office; empty when nobody is signed in (then there is no menu).
    std::string known_as;
    std::vector<Place> places;
    Html sign_out; // the form's hidden token
    bool example = false;
    /// The address of the stylesheet with the partnership's own colour; empty: the program's.
    std::string colours;
    /// The same colour, for the browser's own bar.
    std::string colour = "#123a45";
};

struct Page {
    std::string title;
    std::vector<Crumb> crumbs;
    /// What was just done, in one sentence; shown above the page's own heading.
    std::string notice;
    Html main;
    /// Set when the page shows what is wrong: its title then starts with "Error: ".
    bool has_problems = false;
    /// Seconds after which the page loads itself again; 0: never.
    int refresh = 0;
};

/// The whole document.
Html document(const Frame& frame, const Page& page);

/// Title and verbs: <h1>, an optional sentence, and buttons at the right.
struct Head {
    std::string title;
    Html sentence;
    Html verbs;
    std::vector<Html> facts;
    std::string caption;
};
Html head(const Head& head);

} // namespace openmasa::pages
