#include "partnership/directory/mailing_list.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace openmasa::directory {
namespace {

using partnership::GroupKind;
using partnership::OfficeKind;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(Mailing_list, Its_rule_is_said_in_words) {
    MailingList list{.id = {}, .name = "All"};
    EXPECT_THAT(rule_in_words(list, {}), IsEmpty());
    list.office_kinds = {OfficeKind::lead_partner, OfficeKind::scrutineer};
    list.chair_kinds = {GroupKind::locality};
    list.section_11_leads = true;
    list.groups = {{.id = {}, .name = "Neglect Group"}};
    list.with_deputies = true;
    EXPECT_THAT(rule_in_words(list, {}),
                ElementsAre("Holders of offices: Lead safeguarding partner; Independent scrutineer",
                            "Chairs of groups: Locality group",
                            "Leads of agencies with duties under section 11",
                            "Members of Neglect Group, with their deputies"));
}

TEST(Mailing_list, Kinds_are_read_back_as_they_were_written) {
    const std::vector kinds{OfficeKind::lead_partner, OfficeKind::other};
    EXPECT_EQ(office_kinds_in(text_of_kinds(kinds)), kinds);
    EXPECT_THAT(group_kinds_in("locality nonsense  network"),
                ElementsAre(GroupKind::locality, GroupKind::network));
    EXPECT_THAT(office_kinds_in(""), IsEmpty());
}

TEST(Mailing_list, A_link_holds_as_many_addresses_as_programs_take) {
    EXPECT_THAT(mail_links({}), IsEmpty());
    const auto one = mail_links({"a&b@example.org", "c@example.org"});
    ASSERT_EQ(one.size(), 1u);
    EXPECT_EQ(one[0].href, "mailto:?bcc=a%26b%40example.org,c%40example.org");
    const std::vector<std::string> many(200, "somebody.with.a.name@norfolk.example.org");
    const auto links = mail_links(many);
    std::size_t next = 1;
    for (const auto& link : links) {
        EXPECT_LE(link.href.size(), longest_mail_link);
        EXPECT_EQ(link.first, next);
        EXPECT_GE(link.last, link.first);
        next = link.last + 1;
    }
    EXPECT_EQ(next, 201u) << "nobody is forgotten";
    EXPECT_GT(links.size(), 1u);
}

TEST(Mailing_list, An_address_that_is_too_long_by_itself_stands_alone) {
    const auto links = mail_links({"a@b.c", std::string(2000, 'x') + "@b.c", "d@e.f"});
    EXPECT_EQ(links.size(), 3u);
}

TEST(Search_words, Joints_are_left_out_and_letters_are_small) {
    EXPECT_THAT(search_words("  The  Health LEAD of\tYarmouth "),
                ElementsAre("health", "lead", "yarmouth"));
    EXPECT_EQ(search_words("a b c d e f g h i j").size(), most_words);
}

} // namespace
} // namespace openmasa::directory
