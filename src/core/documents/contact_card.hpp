#pragma once
// People for address books: vCard 4.0, RFC 6350.
#include "kernel/day.hpp"
#include <string>
#include <vector>

namespace openmasa::documents {

struct ContactCard {
    /// The same for the same person, whenever it is taken.
    std::string uid;
    std::string name;
    /// "Norfolk Constabulary"; may be empty, as may all that follows.
    std::string organisation{}, position{};
    /// What they answer for: an office, a seat.
    std::vector<std::string> roles{};
    std::string email{}, telephone{};
    /// Which of the two they prefer, where they said.
    bool prefers_email = false, prefers_telephone = false;
    std::string note{};
    /// When it was made.
    Moment made_at{};
};

inline constexpr const char* contact_card_media_type = "text/vcard; charset=utf-8";
/// One after the other, as one file.
std::string write_contact_cards(const std::vector<ContactCard>& cards);
/// "tel:+441603000000": a number that a telephone can dial; empty where the words hold none. A
/// number that begins with 0 is one of the United Kingdom.
std::string telephone_address(std::string_view words);

} // namespace openmasa::documents
