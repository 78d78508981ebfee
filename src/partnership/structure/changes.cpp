#include "partnership/structure/changes.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <map>

namespace openmasa::structure {
namespace {

using ById = std::map<std::string_view, const Box*>;

ById by_id(const std::vector<Box>& boxes) {
    ById found;
    for (const auto& box : boxes) found.emplace(box.id, &box);
    return found;
}

std::vector<std::string> sorted(std::vector<std::string> words) {
    std::ranges::sort(words);
    return words;
}

/// "name", "chair", "what it reports to": what is another one than before.
std::vector<std::string> differences(const Box& before, const Box& now) {
    std::vector<std::string> found;
    if (before.name != now.name) found.emplace_back("name");
    if (before.kind != now.kind) found.emplace_back("kind");
    if (before.chair != now.chair) found.emplace_back("chair");
    if (sorted(before.reports_to) != sorted(now.reports_to))
        found.emplace_back("what it reports to");
    return found;
}

} // namespace

Marked marked(const std::vector<Box>& before, std::vector<Box> now) {
    Marked made;
    const auto then = by_id(before);
    for (auto& box : now) {
        const auto found = then.find(box.id);
        if (found == then.end()) {
            box.change = Change::added;
            box.change_words = box.began.empty() ? "New" : "New since " + box.began;
            ++made.added;
        } else if (const auto words = differences(*found->second, box); !words.empty()) {
            box.change = Change::changed;
            box.change_words = "Changed: " + join(words, ", ");
            ++made.changed;
        }
    }
    const auto today = by_id(now);
    std::vector<Box> gone;
    for (const auto& box : before) {
        if (today.contains(box.id)) continue;
        gone.push_back(box);
        gone.back().change = Change::ended;
        gone.back().change_words = box.ended.empty() ? "Ended" : "Ended on " + box.ended;
        gone.back().vacancies = 0;
        ++made.ended;
    }
    made.boxes = std::move(now);
    for (auto& box : gone) made.boxes.push_back(std::move(box));
    return made;
}

} // namespace openmasa::structure
