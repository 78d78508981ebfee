#include "core/exchange/word.hpp"
#include "core/exchange/word_document.hpp"
#include "kernel/text.hpp"
#include <fmt/format.h>

namespace openmasa::word {
namespace {

std::string without_double_marks(std::string_view text) {
    std::string words;
    for (auto at = text.find("**"); at != text.npos; at = text.find("**")) {
        words += text.substr(0, at);
        text.remove_prefix(at + 2);
    }
    return words += text;
}

bool is_word(std::string_view text, std::size_t at) {
    return at < text.size() && text[at] != ' ' && text[at] != '\n' && text[at] != '*';
}

/// "*" before a word and after none opens a pair; "5*3" and a footnote's "word*" do not.
bool opens_pair(std::string_view text, std::size_t at) {
    return is_word(text, at + 1) && (at == 0 || text[at - 1] == '(' || !is_word(text, at - 1));
}

std::string without_paired_marks(std::string text) {
    auto open = text.npos;
    std::vector<std::size_t> marks;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '\n') open = text.npos;
        if (text[at] != '*') continue;
        if (open != text.npos && is_word(text, at - 1)) {
            marks.insert(marks.end(), {open, at});
            open = text.npos;
        } else if (opens_pair(text, at)) {
            open = at;
        }
    }
    for (const auto at : marks) text[at] = '\0';
    std::erase(text, '\0');
    return text;
}

} // namespace

std::string Cell::text() const {
    std::string text;
    for (const auto& line : lines) {
        if (!text.empty()) text += '\n';
        text += line.text;
    }
    return text;
}

std::string plain(std::string_view text) {
    return std::string(trimmed(without_paired_marks(without_double_marks(text))));
}

Result<Document> read_word(std::string_view bytes) {
    if (bytes.size() > largest_file)
        return invalid("file",
                       fmt::format("This file is {} MB, and [a plan] can be up to {} MB. "
                                   "Take the pictures out, or compress them in Word "
                                   "(Picture Format, Compress Pictures), and choose it "
                                   "again.",
                                   (bytes.size() + (1u << 20) - 1) >> 20, largest_file >> 20));
    return read_document(TRY(read_parts(bytes)));
}

} // namespace openmasa::word
