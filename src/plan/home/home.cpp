#include "plan/home/home.hpp"
#include <algorithm>
#include <iterator>

namespace openmasa::home {
namespace {

constexpr std::string_view words[] = {"progress", "evidence", "edition"};

} // namespace

std::string_view to_text(News news) {
    return words[static_cast<int>(news)];
}

bool from_text(std::string_view text, News& news) {
    const auto* found = std::ranges::find(words, text);
    if (found == std::end(words)) return false;
    news = static_cast<News>(found - std::begin(words));
    return true;
}

} // namespace openmasa::home
