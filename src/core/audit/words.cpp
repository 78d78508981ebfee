#include "core/audit/words.hpp"
#include "core/access/role.hpp"
#include "core/audit/kind_words.hpp"
#include "core/audit/verb_words.hpp"
#include "core/history/history.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <array>
#include <cctype>
#include <fmt/format.h>
#include <utility>

namespace openmasa::audit {
namespace {

/// "second_step.used" as "second step used".
std::string as_written(std::string_view word) {
    std::string text(word);
    std::ranges::replace_if(
        text, [](char c) { return c == '_' || c == '.'; }, ' ');
    return text;
}

std::string with_capital(std::string text) {
    if (!text.empty())
        text[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
    return text;
}

std::string replaced(std::string text, std::string_view what, std::string_view with) {
    if (const auto at = text.find(what); at != text.npos) text.replace(at, what.size(), with);
    return text;
}

/// Content that cannot be read is for `openmasa verify` to report; here it says nothing.
history::Content readable(const std::string& content) {
    if (content.empty()) return {};
    try {
        return history::content_without_day(content);
    } catch (const store::Fault&) {
        return {};
    }
}

/// What a history calls by a name of its own, as people say it.
constexpr std::pair<std::string_view, std::string_view> topics_by_name[] = {
    {"date words", "target date"},
    {"objective title", "objective"},
    {"owner name", "owner"},
    {"section", "[priority]"},
    {"section name", "[priority]"},
    {"step", "steps"},
    {"stopped why", "reason for stopping"},
    {"tags", "themes"},
};

/// "step.2.words" is about steps, "Target date" and "date_words" about the target date.
std::string topic_of(std::string_view key) {
    auto topic = lower(as_written(key.substr(0, key.find('.'))));
    for (const auto& [name, spoken] : topics_by_name)
        if (topic == name) return std::string(spoken);
    return topic;
}

/// What follows from something else that was changed is no news; what a version brought with it
/// (progress, a piece of evidence) its verb says.
bool follows(std::string_view topic) {
    constexpr std::array<std::string_view, 19> echoes = {
        "understood as", "due",          "deadline",  "earliest",   "latest",
        "meaning",       "kind",         "period",    "steps done", "true from",
        "last update",   "position",     "date kind", "date doubt", "period months",
        "period days",   "date meaning", "progress",  "piece"};
    return std::ranges::count(echoes, topic) > 0;
}

std::string value_in(const history::Content& content, std::string_view key) {
    const auto found = std::ranges::find(content, key, [](const auto& pair) { return pair.first; });
    return found == content.end() ? std::string() : found->second;
}

/// "the target date and the owner"; empty when there is nothing to compare.
std::string what_changed(const LoggedAct& act) {
    const auto before = readable(act.before), after = readable(act.content);
    if (before.empty() || after.empty()) return {};
    std::vector<std::string> topics;
    const auto compare = [&](const history::Content& one, const history::Content& other) {
        for (const auto& [key, value] : one)
            if (const auto topic = topic_of(key); value_in(other, key) != value &&
                                                  !follows(topic) &&
                                                  std::ranges::count(topics, "the " + topic) == 0)
                topics.push_back("the " + topic);
    };
    compare(after, before);
    compare(before, after);
    if (topics.size() > 3) topics = {topics[0], topics[1], "more"};
    if (topics.size() < 2) return join(topics, "");
    const auto last = topics.back();
    topics.pop_back();
    return join(topics, ", ") + " and " + last;
}

std::string words_of(const LoggedAct& act, const terms::Words& local) {
    const auto verb = words_of_verb(act.verb);
    if (verb.empty()) return as_written(act.verb) + ": {}";
    const auto what = local.say(what_changed(act));
    const auto words = local.say(verb);
    return what.empty() ? replaced(words, "{what} of ", "") : replaced(words, "{what}", what);
}

std::string one_right(std::string_view right, const OwnerNames& owners) {
    const auto blank = right.find(' ');
    const auto word = right.substr(0, blank);
    Role role{};
    if (!from_text(word, role)) {
        if (word == "link") return "by a link";
        if (word == "token") return "by an access token";
        if (word == "break_glass") return "by breaking the glass";
        return {};
    }
    const auto said = openmasa::spoken(role, owners.words);
    const auto within = blank == right.npos ? std::string_view() : right.substr(blank + 1);
    if (within.starts_with("on ")) return said + " on one record";
    const auto owner = owners.of(within);
    return fmt::format("{}{}{}", said, owner.empty() ? "" : " for ", owner);
}

} // namespace

SpokenAct spoken(const LoggedAct& act, const terms::Words& local) {
    const auto words = words_of(act, local);
    const auto hole = words.find("{}");
    if (hole == words.npos) return {words, {}, {}};
    return {words.substr(0, hole), name_of_record(act.kind, act.content, local),
            words.substr(hole + 2)};
}

std::string in_one_line(const LoggedAct& act, const terms::Words& local) {
    const auto said = spoken(act, local);
    return said.before + said.name + said.after;
}

std::string spoken_verb(std::string_view verb, const terms::Words& local) {
    const LoggedAct act{.verb = std::string(verb),
                        .kind = std::string(verb.substr(0, verb.find('.')))};
    return with_capital(in_one_line(act, local));
}

std::string spoken_kind(std::string_view kind, const terms::Words& local) {
    const auto* found = find_kind(kind);
    return found ? local.say(found->several) : with_capital(as_written(kind));
}

std::string one_of_kind(std::string_view kind, const terms::Words& local) {
    const auto* found = find_kind(kind);
    return found ? local.say(found->one) : as_written(kind);
}

std::string name_of_record(std::string_view kind, const std::string& content,
                           const terms::Words& local) {
    const auto read = readable(content);
    for (std::string_view key :
         {"Reference", "reference", "Name", "known_as", "name", "Title", "title", "file_name"})
        if (auto value = value_in(read, key); !value.empty()) return one_line(value);
    const auto one = one_of_kind(kind, local);
    const bool vowel =
        std::string_view("aeiou").find(one.empty() ? 'x' : one[0]) != std::string::npos;
    return fmt::format("{} {}", vowel ? "an" : "a", one);
}

std::string address_of(std::string_view kind, std::string_view id) {
    const auto* found = find_kind(kind);
    if (!found || found->address.empty()) return {};
    const bool with_id = found->address.ends_with('/');
    if (with_id && !is_id_text(id)) return {};
    return fmt::format("{}{}", found->address, with_id ? id : std::string_view());
}

std::string log_address_of(std::string_view path) {
    for (const auto& kind : all_kinds()) {
        if (!kind.address.ends_with('/') || !path.starts_with(kind.address)) continue;
        const auto id = path.substr(kind.address.size());
        if (is_id_text(id)) return fmt::format("/audit/records/{}/{}", kind.kind, id);
    }
    return {};
}

std::string OwnerNames::of(std::string_view id) const {
    const auto found = std::ranges::find(names, id, [](const auto& pair) { return pair.first; });
    return found == names.end() ? std::string() : found->second;
}

std::string spoken_right(std::string_view right, const OwnerNames& owners) {
    std::vector<std::string> said;
    for (auto one : split(right, ','))
        if (auto words = one_right(trimmed(one), owners); !words.empty())
            said.push_back(std::move(words));
    return join(said, ", ");
}

} // namespace openmasa::audit
