#pragma once
// Pieces of the pages about groups and their seats: links, sections, fields, the frame of a form,
// what changed.
#include "core/history/as_at.hpp"
#include "core/history/description.hpp"
#include "core/history/history.hpp"
#include "partnership/group.hpp"
#include "web/html.hpp"
#include "web/ui/field.hpp"

namespace openmasa::partnership {

Html link(const std::string& href, std::string_view words);
/// With what follows heard only: "Put right", " Chief Constable".
Html link(const std::string& href, std::string_view words, std::string_view hidden);
/// For a page that tells by days from and to: it leaves nothing out that was recorded later.
Html known_now(const std::optional<history::AsAt>& as_at);
/// A part of a page with its heading.
Html section(std::string_view id, std::string_view title, const Html& content);
/// What is missing: in the colour of what is late.
Html missing(std::string_view words);

Html day_field(std::string_view name, std::string_view label, std::string_view hint,
               const std::string& value, const ui::Problems& problems);
Html line_field(std::string_view name, std::string_view label, std::string_view hint,
                const std::string& value, const ui::Problems& problems);
Html tick(std::string_view name, std::string_view legend, std::string_view text,
          std::string_view hint, bool is_ticked);

/// Who it was on a day: "Who held it on a day?", as `on` in the address.
struct DayForm {
    std::string address, typed;
    std::string_view question, button;
};
Html day_form(const DayForm& asked, const ui::Problems& problems);

struct FormFrame {
    std::string address;
    Html token;
    std::int64_t version = 0;
    Html fields;
    std::string_view button;
    std::string back;
    bool sends_files = false;
};
Html form(const FormFrame& frame);

/// "1 Apr 2025 to 31 Mar 2026", "from 1 Apr 2025", "until 31 Mar 2026", "always".
std::string when_words(const Days& days);
/// So many versions are read for a page; older ones stand in the audit log.
inline constexpr int versions_read = 25;
/// What each version changed in the one before, newest first.
Html changes_view(history::Fields fields, const std::vector<history::Version>& versions,
                  std::string_view title = "The newest first");

} // namespace openmasa::partnership
