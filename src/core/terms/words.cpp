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

namespace {

bool takes(std::string_view& text, std::string_view start) {
    if (!text.starts_with(start)) return false;
    text.remove_prefix(start.size());
    return true;
}

/// What stands for "an agency" or "Agencies"; nothing where no word of ours is meant.
std::optional<std::string> said_for(const Words& words, std::string_view mark) {
    const bool capital = !mark.empty() && mark.front() >= 'A' && mark.front() <= 'Z';
    std::string plain(mark);
    if (capital) plain[0] = static_cast<char>(plain[0] + ('a' - 'A'));
    std::string_view left = plain;
    const bool article = takes(left, "a ") || takes(left, "an ");
    for (const auto& own : own_words) {
        const bool several = left == own.several;
        if (left != own.one && !several) continue;
        auto said = article   ? words.with_article(own.word)
                    : several ? std::string(words.several(own.word))
                              : std::string(words.one(own.word));
        return capital ? with_capital(said) : said;
    }
    return std::nullopt;
}

} // namespace

std::string Words::say(std::string_view marked) const {
    std::string said;
    for (auto at = marked.find('['); at != marked.npos; at = marked.find('[')) {
        said += marked.substr(0, at);
        marked.remove_prefix(at);
        const auto end = marked.find(']');
        const auto word =
            end == marked.npos ? std::nullopt : said_for(*this, marked.substr(1, end - 1));
        said += word ? *word : std::string("[");
        marked.remove_prefix(word ? end + 1 : 1);
    }
    return said.append(marked);
}

} // namespace openmasa::terms
