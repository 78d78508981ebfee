#include "core/documents/contact_card.hpp"
#include "core/documents/content_lines.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::documents {
namespace {

/// A parameter's value stands between quotation marks (RFC 6350, 3.3), an e-mail has none.
void add_email(std::string& to, const ContactCard& card) {
    if (card.email.empty()) return;
    add_line(to, fmt::format("EMAIL;TYPE=work{}:{}", card.prefers_email ? ";PREF=1" : "",
                             escaped_text(card.email)));
}

/// RFC 6350, 6.4.1: a number is a URI where it can be, otherwise text.
void add_telephone(std::string& to, const ContactCard& card) {
    if (card.telephone.empty()) return;
    const auto address = telephone_address(card.telephone);
    const auto preferred = card.prefers_telephone ? ";PREF=1" : "";
    if (address.empty())
        add_line(to, fmt::format("TEL;VALUE=text;TYPE=work{}:{}", preferred,
                                 escaped_text(card.telephone)));
    else
        add_line(to, fmt::format("TEL;VALUE=uri;TYPE=\"voice,work\"{}:{}", preferred, address));
}

/// "20260122T104200Z": RFC 6350, 4.3.5.
std::string moment(Moment at) {
    auto text = iso(at).substr(0, 19);
    std::erase_if(text, [](char c) { return c == '-' || c == ':'; });
    return text + "Z";
}

void add_card(std::string& to, const ContactCard& card) {
    add_line(to, "BEGIN:VCARD");
    add_line(to, "VERSION:4.0");
    add_line(to, "PRODID:-//OpenMASA//OpenMASA//EN");
    add_line(to, "KIND:individual");
    add_line(to, "UID;VALUE=text:" + escaped_text(card.uid));
    add_text(to, "FN", card.name);
    add_text(to, "ORG", card.organisation);
    add_text(to, "TITLE", card.position);
    for (const auto& role : card.roles) add_text(to, "ROLE", role);
    add_email(to, card);
    add_telephone(to, card);
    add_text(to, "NOTE", card.note);
    add_line(to, "REV:" + moment(card.made_at));
    add_line(to, "END:VCARD");
}

} // namespace

std::string write_contact_cards(const std::vector<ContactCard>& cards) {
    std::string text;
    for (const auto& card : cards) add_card(text, card);
    return text;
}

std::string telephone_address(std::string_view words) {
    std::string digits;
    for (const char c : words) {
        if (c >= '0' && c <= '9')
            digits += c;
        else if (c == '+' && digits.empty())
            digits = "+";
        else if (std::string_view(" -()./").find(c) == std::string_view::npos)
            return {};
    }
    constexpr std::size_t shortest = 6, longest = 16;
    if (digits.size() < shortest || digits.size() > longest) return {};
    if (digits.front() == '0') digits.replace(0, 1, "+44");
    // "+44 (0)1603": the nought in brackets is not dialled from abroad.
    if (digits.starts_with("+440")) digits.erase(3, 1);
    return digits.front() == '+' ? "tel:" + digits : std::string();
}

} // namespace openmasa::documents
