#include "partnership/directory/mailing_list.hpp"
#include "kernel/text.hpp"
#include "web/http/percent.hpp"
#include <fmt/format.h>

namespace openmasa::directory {
namespace {

template<class Kind> std::vector<Kind> kinds_in(std::string_view text) {
    std::vector<Kind> kinds;
    Kind kind{};
    for (const auto word : split(text, ' '))
        if (from_text(word, kind)) kinds.push_back(kind);
    return kinds;
}

template<class Kind> std::string spoken_kinds(const std::vector<Kind>& kinds) {
    std::vector<std::string> words;
    for (const auto kind : kinds) words.emplace_back(spoken(kind));
    return join(words, "; ");
}

} // namespace

std::vector<partnership::OfficeKind> office_kinds_in(std::string_view text) {
    return kinds_in<partnership::OfficeKind>(text);
}
std::vector<partnership::GroupKind> group_kinds_in(std::string_view text) {
    return kinds_in<partnership::GroupKind>(text);
}

std::vector<std::string> rule_in_words(const MailingList& list, const terms::Words& words) {
    std::vector<std::string> rule;
    if (!list.office_kinds.empty())
        rule.push_back("Holders of offices: " + spoken_kinds(list.office_kinds));
    if (!list.chair_kinds.empty())
        rule.push_back("Chairs of groups: " + spoken_kinds(list.chair_kinds));
    if (list.section_11_leads)
        rule.push_back(words.say("Leads of [agencies] with duties under section 11"));
    std::vector<std::string> groups;
    for (const auto& group : list.groups) groups.push_back(group.name);
    if (!groups.empty())
        rule.push_back(fmt::format("Members of {}{}", join(groups, "; "),
                                   list.with_deputies ? ", with their deputies" : ""));
    return rule;
}

std::vector<MailLink> mail_links(const std::vector<std::string>& addresses) {
    constexpr std::string_view start = "mailto:?bcc=";
    std::vector<MailLink> links;
    for (std::size_t at = 0; at < addresses.size(); ++at) {
        const auto address = http::percent_encoded(addresses[at]);
        const bool fits =
            !links.empty() && links.back().href.size() + 1 + address.size() <= longest_mail_link;
        if (!fits)
            links.push_back({.first = at + 1, .last = at + 1, .href = std::string(start)});
        else
            links.back().href += ',';
        links.back().href += address;
        links.back().last = at + 1;
    }
    return links;
}

} // namespace openmasa::directory
