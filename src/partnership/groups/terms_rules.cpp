#include "partnership/groups/terms_rules.hpp"
#include "core/history/content.hpp"
#include "partnership/group_rules.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::groups {

using partnership::Seat;
using partnership::TermsSigning;

bool is_draft(const Terms& terms) {
    return !terms.adopted_on && !terms.signing;
}

const Terms* draft_in(const Group& group) {
    return group.terms.empty() || !is_draft(group.terms.back()) ? nullptr : &group.terms.back();
}

const Terms* waiting_in(const Group& group) {
    const auto found = std::ranges::find(group.terms, TermsSigning::asked, &Terms::signing);
    return found == group.terms.end() ? nullptr : &*found;
}

const Terms* numbered(const Group& group, std::int64_t number) {
    const auto found = std::ranges::find(group.terms, number, &Terms::number);
    return found == group.terms.end() ? nullptr : &*found;
}

std::vector<signoff::Asked> signers_of(const Group& group, const Terms& terms, Day on) {
    std::vector<signoff::Asked> signers;
    if (terms.signs) return {{.office = *terms.signs, .name = terms.signs_name}};
    for (const auto* chair : partnership::ties_on(group.chairs, on)) {
        const bool is_seat = std::ranges::count(group.seats, chair->owner, &Seat::id) > 0;
        signers.push_back(
            {.office = chair->owner, .name = is_seat ? "Chair, " + chair->name : chair->name});
    }
    return signers;
}

std::string why_not_signed(const Group& group, const Terms& terms, Day today) {
    if (!covers(group.days, today)) return "The group is not there today.";
    if (signers_of(group, terms, today).empty())
        return "Nobody chairs the group, and the terms name no office that signs them off.";
    return {};
}

std::string title_of(const Group& group) {
    return "Terms of reference of " + group.name;
}

std::string bytes_of(const OwnerId& group, const Terms& terms) {
    history::Content content;
    const auto put = [&](std::string key, const std::string& value) {
        if (!value.empty()) content.emplace_back(std::move(key), value);
    };
    put("group", group.str());
    put("number", std::to_string(terms.number));
    put("words", terms.words);
    put("file.name", terms.file_name);
    put("file.sha256", terms.file_digest);
    return history::content_to_json(content);
}

SignedTerms terms_in(const std::string& bytes) {
    const auto content = history::content_from_json(bytes);
    const auto value = [&](std::string_view key) {
        return std::string(history::value_of(content, key));
    };
    return {.words = value("words"),
            .file_name = value("file.name"),
            .file_digest = value("file.sha256")};
}

} // namespace openmasa::groups
