#include "core/terms/words.hpp"
#include <algorithm>
#include <cctype>

namespace openmasa::terms {
namespace {

struct Own {
    Word word;
    std::string_view text, one, several;
};
constexpr Own own_words[] = {
    {Word::business_unit, "business_unit", "business unit", "business units"},
    {Word::plan, "plan", "plan", "plans"},
    {Word::priority, "priority", "priority", "priorities"},
    {Word::agency, "agency", "agency", "agencies"},
};

const Own& own(Word word) {
    return *std::ranges::find(own_words, word, &Own::word);
}

std::string with_capital(std::string_view words) {
    std::string text(words);
    if (!text.empty())
        text[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
    return text;
}

bool is_used(const LocalWord& local, Day day) {
    return (!local.from || *local.from <= day) && (!local.to || day <= *local.to);
}

} // namespace

std::string_view to_text(Word word) {
    return own(word).text;
}

bool from_text(std::string_view text, Word& word) {
    const auto* found = std::ranges::find(own_words, text, &Own::text);
    if (found == std::end(own_words)) return false;
    word = found->word;
    return true;
}

std::string_view spoken(Word word) {
    return own(word).one;
}

Words::Words(std::span<const LocalWord> local, Day day) {
    for (const auto& one : local)
        if (is_used(one, day)) local_[static_cast<std::size_t>(one.word)] = {one.one, one.several};
}

std::string_view Words::one(Word word) const {
    const auto& local = local_[static_cast<std::size_t>(word)].one;
    return local.empty() ? own(word).one : std::string_view(local);
}

std::string_view Words::several(Word word) const {
    const auto& local = local_[static_cast<std::size_t>(word)].several;
    return local.empty() ? own(word).several : std::string_view(local);
}

std::string Words::heading(Word word) const {
    return with_capital(one(word));
}

std::string Words::headings(Word word) const {
    return with_capital(several(word));
}

std::string Words::with_article(Word word) const {
    const auto text = one(word);
    const bool vowel = std::string_view("aeiouAEIO").find(text.front()) != std::string_view::npos;
    return (vowel ? "an " : "a ") + std::string(text);
}

} // namespace openmasa::terms
