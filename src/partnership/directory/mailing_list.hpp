#pragma once
// A mailing list: a rule that says who a mail goes to. Its people follow from the day.
#include "partnership/directory/entry.hpp"
#include "partnership/group.hpp"
#include "partnership/office.hpp"
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace openmasa::directory {

struct MailingListKind;
using MailingListId = Id<MailingListKind>;

struct MailingList {
    MailingListId id;
    std::string name;
    std::string purpose{};
    /// Holders of offices of these kinds.
    std::vector<partnership::OfficeKind> office_kinds{};
    /// Whoever chairs a group of these kinds.
    std::vector<partnership::GroupKind> chair_kinds{};
    /// The leads of agencies with duties under section 11 of the Children Act 2004.
    bool section_11_leads = false;
    /// Members of these groups, by name.
    struct Group {
        OwnerId id;
        std::string name;
        bool operator==(const Group&) const = default;
    };
    std::vector<Group> groups{};
    /// With whoever stands in for the members.
    bool with_deputies = false;
    /// Those it does not go to all the same, by name.
    struct LeftOut {
        PersonId person;
        std::string name, reason;
        bool operator==(const LeftOut&) const = default;
    };
    std::vector<LeftOut> left_out{};
    bool withdrawn = false;
    std::int64_t version = 1;
};

/// "Holders of the office Partnership chair", "Members of Neglect Group, with their deputies".
std::vector<std::string> rule_in_words(const MailingList& list, const terms::Words& words);

/// The same as one column of text: "lead_partner scrutineer".
template<class Kind> std::string text_of_kinds(const std::vector<Kind>& kinds) {
    std::string text;
    for (const auto kind : kinds) {
        if (!text.empty()) text += ' ';
        text += to_text(kind);
    }
    return text;
}
std::vector<partnership::OfficeKind> office_kinds_in(std::string_view text);
std::vector<partnership::GroupKind> group_kinds_in(std::string_view text);

/// A link that opens a mail to some of the addresses, none of which sees the others. Programs cut
/// off what is longer than some 2,000 letters, so there may be several.
struct MailLink {
    std::size_t first = 0, last = 0;
    std::string href;
};
inline constexpr std::size_t longest_mail_link = 1900;
std::vector<MailLink> mail_links(const std::vector<std::string>& addresses);

} // namespace openmasa::directory
