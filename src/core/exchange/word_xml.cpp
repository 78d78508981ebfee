#include "core/exchange/word_xml.hpp"
#include <algorithm>

namespace openmasa::word {
namespace {

/// Tables nested ten deep in Word need a tenth of this; the readers below may call themselves.
constexpr int deepest = 256;
/// An element or attribute costs about 50 bytes once parsed: 200 MB at most.
constexpr std::ptrdiff_t most_pieces = 4'000'000;

bool has_too_many_pieces(std::string_view text) {
    return std::count_if(text.begin(), text.end(), [](char c) { return c == '<' || c == '='; }) >
           most_pieces;
}

bool is_too_deep(pugi::xml_node root) {
    int depth = 0;
    for (pugi::xml_node at = root; at;) {
        if (at.first_child()) {
            if (++depth > deepest) return true;
            at = at.first_child();
            continue;
        }
        while (at && at != root && !at.next_sibling()) {
            at = at.parent();
            --depth;
        }
        at = at == root ? pugi::xml_node() : at.next_sibling();
    }
    return false;
}

std::string_view without_prefix(const char* name) {
    const std::string_view whole(name);
    const auto colon = whole.find(':');
    return colon == whole.npos ? whole : whole.substr(colon + 1);
}

bool is_off(std::string_view value) {
    return value == "0" || value == "false" || value == "off";
}

} // namespace

Xml parse_xml(std::string text) {
    Xml xml;
    xml.text_ = std::make_unique<std::string>(std::move(text));
    if (has_too_many_pieces(*xml.text_)) return xml;
    const auto flags = pugi::parse_default | pugi::parse_ws_pcdata_single;
    const auto parsed =
        xml.document_->load_buffer_inplace(xml.text_->data(), xml.text_->size(), flags);
    xml.ok_ = parsed && !is_too_deep(*xml.document_);
    if (!xml.ok_) xml.document_->reset();
    return xml;
}

std::string_view local_name(pugi::xml_node node) {
    return without_prefix(node.name());
}

const char* attribute(pugi::xml_node node, std::string_view name) {
    for (const auto& candidate : node.attributes())
        if (without_prefix(candidate.name()) == name) return candidate.value();
    return "";
}

pugi::xml_node child(pugi::xml_node node, std::string_view name) {
    for (const auto& candidate : node.children())
        if (local_name(candidate) == name) return candidate;
    return {};
}

std::string_view value_of(pugi::xml_node node, std::string_view name) {
    return attribute(child(node, name), "val");
}

bool is_on(pugi::xml_node node, std::string_view name) {
    const auto property = child(node, name);
    return property && !is_off(attribute(property, "val"));
}

} // namespace openmasa::word
