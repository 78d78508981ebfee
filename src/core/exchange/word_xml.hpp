#pragma once
// XML as Word writes it, read without trusting it. Names are compared without their prefix: Word
// writes "w:p", other programs "ns0:p".
#include <memory>
#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace openmasa::word {

/// A parsed part. Declared entities are never expanded and nothing outside is fetched.
class Xml {
public:
    /// Empty when the text is not well-formed, nested too deep or made of too many pieces.
    explicit operator bool() const { return ok_; }
    /// The outermost element; a null node when there is none.
    pugi::xml_node root() const { return document_->document_element(); }

private:
    friend Xml parse_xml(std::string text);
    std::unique_ptr<std::string> text_;
    std::unique_ptr<pugi::xml_document> document_ = std::make_unique<pugi::xml_document>();
    bool ok_ = false;
};

Xml parse_xml(std::string text);

/// "p" for "w:p"; empty for what is no element.
std::string_view local_name(pugi::xml_node node);
/// The value of the attribute with that local name; "" when there is none.
const char* attribute(pugi::xml_node node, std::string_view name);
/// The first child element with that local name; a null node when there is none.
pugi::xml_node child(pugi::xml_node node, std::string_view name);
/// The attribute "val" of that child; "" when either is missing.
std::string_view value_of(pugi::xml_node node, std::string_view name);
/// A property that is on unless it says otherwise: <w:b/> is on, <w:b w:val="0"/> is off.
bool is_on(pugi::xml_node node, std::string_view name);

} // namespace openmasa::word
