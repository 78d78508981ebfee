#include "partnership/directory/entry.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace openmasa::directory {
namespace {

constexpr std::array<std::string_view, 3> prefers_words = {"", "email", "telephone"};

/// "Neglect Group for Norfolk Constabulary"; an office says whose it is by its own name.
std::string with_agency(const Post& post) {
    if (post.agency_name.empty()) return post.name;
    return fmt::format("{} for {}", post.name, post.agency_name);
}

} // namespace

std::string_view to_text(Prefers prefers) {
    return prefers_words[static_cast<std::size_t>(prefers)];
}

bool from_text(std::string_view text, Prefers& prefers) {
    const auto* found = std::ranges::find(prefers_words, text);
    if (found == prefers_words.end()) return false;
    prefers = static_cast<Prefers>(found - prefers_words.begin());
    return true;
}

std::string spoken(const Post& post) {
    switch (post.what) {
    case Post::What::office: return post.name + (post.acting ? ", acting" : "");
    case Post::What::seat: return with_agency(post);
    case Post::What::deputy: return with_agency(post) + ", deputy";
    case Post::What::role: return with_agency(post);
    }
    return post.name;
}

std::vector<std::string> search_words(std::string_view typed) {
    constexpr std::array<std::string_view, 9> joints = {"the", "of",  "for", "in", "a",
                                                        "an",  "and", "to",  "at"};
    std::vector<std::string> words;
    const auto line = lower(one_line(cleaned(typed)));
    for (const auto word : split(line, ' ')) {
        const bool counts = !word.empty() && std::ranges::count(joints, word) == 0;
        if (counts && words.size() < most_words) words.emplace_back(word);
    }
    return words;
}

} // namespace openmasa::directory
