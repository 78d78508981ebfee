#pragma once
// What stands around the tables of a plan: the document's title, and for each table the section it
// belongs to, with the words between its heading and the table.
#include "core/exchange/word.hpp"
#include <string>
#include <vector>

namespace openmasa::imports {

/// "Owner: Independent Scrutiny Team": who answers for a section.
struct Officers {
    std::string owner, chair;
};

/// Whether the words are a label of one ("Owner:", "Priority lead", "Chairs").
enum class OfficerLabel { none, owner, chair };
OfficerLabel officer_label(std::string_view text);
/// Reads "Owner: Independent Scrutiny Team" from one line; true if it is such a line.
bool read_officer(std::string_view line, Officers& officers);

/// "What difference will we see?" and what other partnerships call it.
bool asks_what_difference(std::string_view text);
/// "Child sexual abuse (as of June 2025)": the name, and what stands in the brackets;
/// without the number of a chapter: "1. Neglect".
struct NameAndRemark {
    std::string name, remark;
};
NameAndRemark name_and_remark(std::string_view heading);
/// Whether it is one of the partnership's priorities, and not what it does anyway.
bool is_priority(std::string_view section_name);

/// The section that a table stands in.
struct Setting {
    /// The same for tables under the same heading.
    std::size_t key = 0;
    NameAndRemark heading;
    /// There was no heading with the style for it: the name is the nearest line that may be one.
    bool is_guessed = false;
    /// A heading "Objective 2: ..." right above the table; empty if there is none.
    std::string objective;
    Officers officers;
    std::vector<std::string> difference;
    /// Nothing but the end of another table stands between it and this one.
    bool follows_a_table = false;
};

/// One for each table, in order.
std::vector<Setting> read_settings(const word::Document& document);

struct Front {
    std::string title, period, edition;
};
Front read_front(const word::Document& document);

} // namespace openmasa::imports
