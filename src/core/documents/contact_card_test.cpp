#include "core/documents/contact_card.hpp"
#include "kernel/text.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace openmasa::documents {
namespace {

using testing::HasSubstr;
using testing::Not;

ContactCard someone() {
    return {.uid = "01k",
            .name = "Head of delivery",
            .made_at = *moment_from_iso("2026-01-22T10:42:00.000Z")};
}
std::string card(const ContactCard& of) {
    return write_contact_cards({of});
}

TEST(Contact_card, It_is_one_card_of_version_4_with_what_is_known) {
    auto who = someone();
    who.organisation = "Norfolk County Council";
    who.roles = {"Partnership chair", "Neglect Group"};
    who.email = "head@example.org";
    who.telephone = "01603 000 000";
    who.prefers_telephone = true;
    EXPECT_EQ(card(who), "BEGIN:VCARD\r\nVERSION:4.0\r\nPRODID:-//OpenMASA//OpenMASA//EN\r\n"
                         "KIND:individual\r\nUID;VALUE=text:01k\r\nFN:Head of delivery\r\n"
                         "ORG:Norfolk County Council\r\nROLE:Partnership chair\r\n"
                         "ROLE:Neglect Group\r\nEMAIL;TYPE=work:head@example.org\r\n"
                         "TEL;VALUE=uri;TYPE=\"voice,work\";PREF=1:tel:+441603000000\r\n"
                         "REV:20260122T104200Z\r\nEND:VCARD\r\n");
}

TEST(Contact_card, What_people_typed_cannot_add_a_line_or_a_part) {
    auto who = someone();
    who.name = "A;B,C\\D\nEMAIL:evil@example.org";
    who.note = "One\r\nTwo";
    const auto text = card(who);
    EXPECT_THAT(text, HasSubstr("FN:A\\;B\\,C\\\\D\\nEMAIL:evil@example.org\r\n"));
    EXPECT_THAT(text, HasSubstr("NOTE:One\\nTwo\r\n"));
    EXPECT_THAT(text, Not(HasSubstr("\nEMAIL")));
}

TEST(Contact_card, Long_lines_are_folded_and_no_letter_is_cut) {
    auto who = someone();
    for (int time = 0; time < 40; ++time) who.note += "\u00e9\u20ac\U0001F9ED ";
    std::string unfolded;
    const auto text = card(who);
    for (const auto line : split(text, '\n')) {
        EXPECT_LE(line.size(), 76u) << "with the carriage return";
        EXPECT_TRUE(is_utf8(line));
        if (line.starts_with(' ')) unfolded.erase(unfolded.size() - 1);
        unfolded += line.starts_with(' ') ? line.substr(1) : line;
    }
    EXPECT_THAT(unfolded, HasSubstr("NOTE:" + std::string(trimmed(who.note))));
}

TEST(Contact_card, A_number_is_dialled_as_it_is_written_in_this_country_or_abroad) {
    EXPECT_EQ(telephone_address("01603 000000"), "tel:+441603000000");
    EXPECT_EQ(telephone_address("+44 (0)1603 000-000"), "tel:+441603000000");
    EXPECT_EQ(telephone_address("+33 1 23 45 67 89"), "tel:+33123456789");
    EXPECT_EQ(telephone_address("ask at the desk"), "");
    EXPECT_EQ(telephone_address("01603 000000 ext 5"), "");
    EXPECT_EQ(telephone_address("101"), "");
}

} // namespace
} // namespace openmasa::documents
