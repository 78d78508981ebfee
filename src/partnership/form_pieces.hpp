#pragma once
// Pieces of the pages about groups and their seats: links, sections, fields, the frame of a form,
// what changed.
#include "core/history/as_at.hpp"
#include "core/history/changes_view.hpp"
#include "partnership/group.hpp"
#include "web/pages/pieces.hpp"

namespace openmasa::partnership {

using history::changes_view;
using history::versions_read;
using pages::day_field;
using pages::form;
using pages::FormFrame;
using pages::line_field;
using pages::link;
using pages::missing;
using pages::section;
using pages::tick;

/// For a page that tells by days from and to: it leaves nothing out that was recorded later.
Html known_now(const std::optional<history::AsAt>& as_at);

/// Who it was on a day: "Who held it on a day?", as `on` in the address.
struct DayForm {
    std::string address, typed;
    std::string_view question, button;
};
Html day_form(const DayForm& asked, const ui::Problems& problems);

/// "1 Apr 2025 to 31 Mar 2026", "from 1 Apr 2025", "until 31 Mar 2026", "always".
std::string when_words(const Days& days);

} // namespace openmasa::partnership
