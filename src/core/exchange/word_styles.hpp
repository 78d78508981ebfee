#pragma once
// What a paragraph's style and list say about it: heading, title, bullet or number.
// Source: ECMA-376 part 1, 17.7 (styles, basedOn), 17.9 (numbering).
#include "core/exchange/word.hpp"
#include "core/exchange/word_xml.hpp"
#include <map>
#include <optional>
#include <string>

namespace openmasa::word {

class Styles {
public:
    /// From the parts "styles" and "numbering"; either may be empty or unreadable.
    Styles(std::string styles, std::string numbering);

    /// Each takes a paragraph's properties, <w:pPr>.
    int heading_level(pugi::xml_node properties) const;
    bool is_title(pugi::xml_node properties) const;
    Mark list_mark(pugi::xml_node properties) const;
    /// The name of a style behind own_style, "words"; empty for one that is none of ours.
    std::string own_name(std::string_view id) const;

private:
    struct Style {
        std::string name, based_on;
        std::optional<int> outline;
        /// The list that its paragraphs belong to; "0" takes them out of one.
        std::string list, level;
    };
    void read_styles(pugi::xml_node root);
    void read_lists(pugi::xml_node root);
    void read_levels(std::string_view list, pugi::xml_node kind);
    const Style* find(std::string_view id) const;
    Mark mark_of(const std::string& list, const std::string& level) const;

    std::map<std::string, Style, std::less<>> styles_;
    /// By list and level, "3/0": whether its items have bullets or numbers.
    std::map<std::string, Mark, std::less<>> marks_;
};

} // namespace openmasa::word
