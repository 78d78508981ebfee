#include "core/history/description.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <cctype>
#include <map>

namespace openmasa::history {
namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// The number in a key that a pattern with # fits; -1 when it does not fit, 0 without a number.
int number_in(std::string_view pattern, std::string_view key) {
    const auto hole = pattern.find('#');
    if (hole == pattern.npos) return pattern == key ? 0 : -1;
    if (key.substr(0, hole) != pattern.substr(0, hole)) return -1;
    auto end = hole;
    int number = 0;
    for (; end < key.size() && is_digit(key[end]); ++end) number = number * 10 + (key[end] - '0');
    return end > hole && key.substr(end) == pattern.substr(hole + 1) ? number : -1;
}

struct Found {
    const Field* field = nullptr;
    int number = 0;
};

Found find(Fields fields, std::string_view key) {
    for (const auto& field : fields)
        if (const int number = number_in(field.key, key); number >= 0) return {&field, number};
    return {};
}

/// Kept as versions were at first: labels and spoken words.
bool is_of_old(Fields fields, const Content& content) {
    return std::ranges::none_of(content,
                                [&](const auto& pair) { return find(fields, pair.first).field; });
}

const Told* with_label(const std::vector<Told>& all, std::string_view label) {
    const auto found = std::ranges::find(all, label, &Told::label);
    return found == all.end() ? nullptr : &*found;
}

std::string words_of(const Told* told) {
    return told ? told->words : std::string();
}

/// Every label once, in the order of the second version and then of the first.
std::vector<std::string> labels_of(const std::vector<Told>& after,
                                   const std::vector<Told>& before) {
    std::vector<std::string> labels;
    for (const auto* all : {&after, &before})
        for (const auto& one : *all)
            if (one.part != Part::brought && !std::ranges::count(labels, one.label))
                labels.push_back(one.label);
    return labels;
}

/// Which id has which number.
std::map<std::string, int> numbers_of(const Field& field, const Content& content) {
    std::map<std::string, int> numbers;
    for (const auto& [key, raw] : content)
        if (const int number = number_in(field.key, key); number > 0) numbers.emplace(raw, number);
    return numbers;
}

/// The number that each of the second version has beside those of the first.
std::map<int, int> renumbered(const Field& field, const Content& before, const Content& after) {
    const auto was = numbers_of(field, before);
    int last = 0;
    for (const auto& [id, number] : was) last = std::max(last, number);
    std::map<int, int> numbers, added;
    for (const auto& [id, number] : numbers_of(field, after))
        if (const auto found = was.find(id); found != was.end())
            numbers.emplace(number, found->second);
        else
            added.emplace(number, 0);
    for (const auto& [number, none] : added) numbers.emplace(number, ++last);
    return numbers;
}

/// The second version with the numbers of the first.
Content aligned(Fields fields, const Content& before, Content after) {
    for (const auto& field : fields) {
        if (!field.identifies) continue;
        const auto list = field.key.substr(0, field.key.find('#'));
        const auto numbers = renumbered(field, before, after);
        for (auto& [key, raw] : after) {
            const auto [described, number] = find(fields, key);
            if (!described || number == 0 || !described->key.starts_with(list)) continue;
            if (const auto other = numbers.find(number); other != numbers.end())
                key = numbered(described->key, other->second);
        }
    }
    return after;
}

} // namespace

std::string numbered(std::string_view text, int number) {
    const auto hole = text.find('#');
    if (hole == text.npos) return std::string(text);
    return std::string(text.substr(0, hole))
        .append(std::to_string(number))
        .append(text.substr(hole + 1));
}

std::vector<Told> told(Fields fields, const Content& content) {
    std::vector<Told> all;
    for (const auto& [key, raw] : content) {
        const auto [field, number] = find(fields, key);
        if (!field) {
            all.push_back({key, raw, Part::state});
        } else if (!field->label.empty()) {
            all.push_back({numbered(field->label, number), field->spoken ? field->spoken(raw) : raw,
                           field->part});
        }
    }
    return all;
}

std::vector<Difference> differences(Fields fields, const Content& before, const Content& after) {
    const auto was = told(fields, before), now = told(fields, aligned(fields, before, after));
    const bool only_shared = is_of_old(fields, before) != is_of_old(fields, after);
    std::vector<Difference> found;
    for (const auto& label : labels_of(now, was)) {
        const auto *old = with_label(was, label), *current = with_label(now, label);
        if (only_shared && !(old && current)) continue;
        if (words_of(old) != words_of(current))
            found.push_back({label, words_of(old), words_of(current)});
    }
    return found;
}

std::string name_of(Fields fields, std::string_view key) {
    const auto [field, number] = find(fields, key);
    if (field && !field->label.empty()) return numbered(field->label, number);
    auto name = key.empty() ? std::string("Something") : std::string(key);
    std::ranges::replace(name, '_', ' ');
    name[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(name[0])));
    return name;
}

namespace {

std::string in_order(std::string_view ids) {
    const auto parts = split(ids, ' ');
    std::vector<std::string> all(parts.begin(), parts.end());
    std::ranges::sort(all);
    return join(all, " ");
}

} // namespace

Content state_of(Fields fields, const Content& content) {
    Content state;
    for (const auto& pair : content) {
        const auto* field = find(fields, pair.first).field;
        if (field && field->part != Part::state) continue;
        state.push_back(pair);
        if (field && field->in_any_order) state.back().second = in_order(pair.second);
    }
    return state;
}

} // namespace openmasa::history
