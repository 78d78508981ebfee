#include "core/exchange/word_styles.hpp"
#include "kernel/text.hpp"
#include <charconv>

namespace openmasa::word {
namespace {

/// A style based on one based on one ...: longer chains are circles.
constexpr int longest_chain = 20;
/// Nine levels and a few properties; many lists may share them, so that more would multiply.
constexpr int most_children_of_list = 24;

std::optional<int> number(std::string_view text) {
    int value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    if (read.ec != std::errc() || read.ptr != text.data() + text.size()) return std::nullopt;
    return value;
}

/// Outline levels count from 0; 9 says "body text".
std::optional<int> outline_of(pugi::xml_node properties) {
    const auto outline = number(value_of(properties, "outlineLvl"));
    if (!outline || *outline < 0) return std::nullopt;
    return *outline > 8 ? 0 : *outline + 1;
}

/// 3 for "heading 3" or "Heading3"; nothing for other names.
std::optional<int> level_of_name(std::string_view name) {
    if (!starts_with_ignoring_case(name, "heading")) return std::nullopt;
    const auto level = number(trimmed(name.substr(7)));
    if (!level || *level < 1 || *level > 9) return std::nullopt;
    return level;
}

std::string key(std::string_view list, std::string_view level) {
    return std::string(list) + "/" + std::string(level.empty() ? "0" : level);
}

Mark mark_of_format(std::string_view format) {
    if (format == "bullet") return Mark::bullet;
    return format == "none" ? Mark::none : Mark::number;
}

} // namespace

Styles::Styles(std::string styles, std::string numbering) {
    if (const Xml xml = parse_xml(std::move(styles))) read_styles(xml.root());
    if (const Xml xml = parse_xml(std::move(numbering))) read_lists(xml.root());
}

void Styles::read_styles(pugi::xml_node root) {
    for (const auto& node : root.children()) {
        if (local_name(node) != "style") continue;
        const auto properties = child(node, "pPr"), list = child(properties, "numPr");
        styles_.emplace(attribute(node, "styleId"),
                        Style{.name = lower(value_of(node, "name")),
                              .based_on = std::string(value_of(node, "basedOn")),
                              .outline = outline_of(properties),
                              .list = std::string(value_of(list, "numId")),
                              .level = std::string(value_of(list, "ilvl"))});
    }
}

void Styles::read_lists(pugi::xml_node root) {
    std::map<std::string, pugi::xml_node, std::less<>> kinds;
    for (const auto& node : root.children()) {
        if (local_name(node) == "abstractNum") kinds[attribute(node, "abstractNumId")] = node;
        if (local_name(node) != "num") continue;
        const auto kind = kinds.find(value_of(node, "abstractNumId"));
        if (kind != kinds.end()) read_levels(attribute(node, "numId"), kind->second);
    }
}

void Styles::read_levels(std::string_view list, pugi::xml_node kind) {
    int seen = 0;
    for (const auto& level : kind.children()) {
        if (++seen > most_children_of_list) return;
        if (local_name(level) == "lvl")
            marks_[key(list, attribute(level, "ilvl"))] = mark_of_format(value_of(level, "numFmt"));
    }
}

const Styles::Style* Styles::find(std::string_view id) const {
    const auto found = styles_.find(id);
    return found == styles_.end() ? nullptr : &found->second;
}

int Styles::heading_level(pugi::xml_node properties) const {
    if (const auto own = outline_of(properties)) return *own;
    std::string_view id = value_of(properties, "pStyle");
    for (int step = 0; step < longest_chain && !id.empty(); ++step) {
        const Style* style = find(id);
        if (style == nullptr) return level_of_name(id).value_or(0);
        if (style->outline) return *style->outline;
        if (const auto level = level_of_name(style->name)) return *level;
        id = style->based_on;
    }
    return 0;
}

bool Styles::is_title(pugi::xml_node properties) const {
    const auto id = value_of(properties, "pStyle");
    const Style* style = find(id);
    return style == nullptr ? id == "Title" : style->name == "title";
}

std::string Styles::own_name(std::string_view id) const {
    const Style* style = find(id);
    if (style == nullptr || !style->name.starts_with(own_style)) return {};
    return style->name.substr(own_style.size());
}

Mark Styles::list_mark(pugi::xml_node properties) const {
    const auto own = child(properties, "numPr");
    if (const auto list = value_of(own, "numId"); !list.empty())
        return mark_of(std::string(list), std::string(value_of(own, "ilvl")));
    std::string_view id = value_of(properties, "pStyle");
    for (int step = 0; step < longest_chain; ++step) {
        const Style* style = find(id);
        if (style == nullptr) return Mark::none;
        if (!style->list.empty()) return mark_of(style->list, style->level);
        id = style->based_on;
    }
    return Mark::none;
}

Mark Styles::mark_of(const std::string& list, const std::string& level) const {
    if (list == "0") return Mark::none;
    const auto found = marks_.find(key(list, level));
    return found == marks_.end() ? Mark::bullet : found->second;
}

} // namespace openmasa::word
