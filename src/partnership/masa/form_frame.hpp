#pragma once
// What the pages of the arrangements have in common: addresses, links, the frame of a form.
#include "partnership/masa/actions.hpp"
#include "web/pages/layout.hpp"
#include "web/pages/pieces.hpp"
#include "web/ui/field.hpp"

namespace openmasa::masa {

/// "/arrangements/ID/below"
std::string address(const MasaId& id, std::string_view below = {});
using pages::link;
/// "Write the voice of children": the second words only for who hears the links.
Html link_to(const std::string& href, std::string_view words, std::string_view which);

std::vector<pages::Crumb> crumbs();
std::vector<pages::Crumb> crumbs(const MasaEdition& edition);

/// A heading with what stands below it.
Html part(std::string_view id, std::string_view heading, const Html& content);

struct FormFrame {
    std::string address;
    Html token;
    std::int64_t version = 0;
    Html fields;
    std::string button;
    /// Where "Leave it as it is" leads.
    std::string back;
    bool takes_files = false;
    /// A button that looks like one beside a main one.
    bool is_second = false;
};
Html form(const FormFrame& frame);

// Fields with small labels; each finds its problem by its name.
Html line(std::string_view name, std::string_view label, std::string_view hint,
          const std::string& value, ui::Problems problems);
Html lines(std::string_view name, std::string_view label, std::string_view hint,
           const std::string& value, ui::Problems problems, int rows = 4);
/// A box to tick, of one form that may take its part away.
Html take_away_field(std::string_view text, std::string_view hint);

} // namespace openmasa::masa
