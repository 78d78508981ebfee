#include "plan/recommendation_history.hpp"
#include <algorithm>

namespace openmasa::recommendations {
namespace {

using history::Content;

void take_out(Content& content, std::initializer_list<std::string_view> keys) {
    std::erase_if(content, [&](const auto& pair) {
        return std::ranges::find(keys, pair.first) != keys.end();
    });
}

} // namespace

void SeenHistory::know(const RecommendationId& id, const std::string& reference,
                       const std::string& title) {
    called_[id.str()] = reference + " " + title;
}

const std::string& SeenHistory::called(std::string_view id) {
    const auto known = called_.find(id);
    if (known != called_.end()) return known->second;
    const auto found = find_recommendation(db_, scope_, RecommendationId::unchecked(id));
    return called_[std::string(id)] = found ? found->reference + " " + found->title : "";
}

void SeenHistory::show(Content& content) {
    const std::string joined(history::value_of(content, "joined_to")),
        superseded(history::value_of(content, "superseded_by"));
    if (!joined.empty() && called(joined).empty())
        take_out(content, {"joined_to", "joined_on", "joined_why", "joined_likeness"});
    else if (!joined.empty())
        content.emplace_back("joined_name", called(joined));
    if (!superseded.empty() && called(superseded).empty())
        take_out(content, {"superseded_by"});
    else if (!superseded.empty())
        content.emplace_back("superseded_name", called(superseded));
}

std::vector<bool> SeenHistory::show_each(std::vector<history::Version>& versions) {
    std::vector<bool> hid;
    for (auto& version : versions) {
        const auto before = version.content.size();
        show(version.content);
        hid.push_back(version.content.size() < before);
    }
    for (std::size_t at = 1; at < versions.size(); ++at)
        if (hid[at] && !hid[at - 1])
            take_out(versions[at - 1].content, {"why"}); // why it was parted
    return hid;
}

void SeenHistory::show(std::vector<history::Version>& versions) {
    show_each(versions);
}

void SeenHistory::show_changes(std::vector<history::Version>& versions) {
    const auto hid = show_each(versions);
    for (auto at = versions.size(); at-- > 1;)
        if (hid[at - 1] != hid[at] && versions[at - 1].content == versions[at].content)
            versions.erase(versions.begin() + static_cast<std::ptrdiff_t>(at) - 1);
}

std::string said_value(const terms::Words& words, std::string_view label, std::string value) {
    return label == "Home" ? words.say(value) : value;
}

} // namespace openmasa::recommendations
