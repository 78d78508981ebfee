#pragma once
// Pieces that the pages of a record are made of: links, sections, fields, the frame of a form.
// Ready data only.
#include "web/html.hpp"
#include "web/ui/field.hpp"
#include <cstdint>
#include <string>
#include <string_view>

namespace openmasa::pages {

Html link(const std::string& href, std::string_view words);
/// With what follows heard only: "Put right", " Chief Constable".
Html link(const std::string& href, std::string_view words, std::string_view hidden);
/// A part of a page with its heading.
Html section(std::string_view id, std::string_view title, const Html& content);
/// What is missing: in the colour of what is late.
Html missing(std::string_view words);
/// A line of plain words below a heading: what is not there yet, how something is counted.
Html quiet(std::string_view words);

Html day_field(std::string_view name, std::string_view label, std::string_view hint,
               const std::string& value, const ui::Problems& problems);
Html line_field(std::string_view name, std::string_view label, std::string_view hint,
                const std::string& value, const ui::Problems& problems);
Html words_field(std::string_view name, std::string_view label, std::string_view hint,
                 const std::string& value, const ui::Problems& problems, int rows = 4);
Html tick(std::string_view name, std::string_view legend, std::string_view text,
          std::string_view hint, bool is_ticked);

/// A form that changes something: with its token and the version that was read.
struct FormFrame {
    std::string address;
    Html token;
    std::int64_t version = 0;
    Html fields;
    std::string_view button;
    /// Where leaving it leads; empty: nowhere.
    std::string back;
    bool sends_files = false;
};
Html form(const FormFrame& frame);

} // namespace openmasa::pages
