#include "partnership/masa/document_word.hpp"
#include "kernel/text.hpp"
#include <fmt/format.h>

namespace openmasa::masa {
namespace {

using documents::WordFile;
using documents::WordParagraph;

void add(WordFile& file, std::string style, std::string words) {
    file.blocks.emplace_back(WordParagraph{std::move(style), {{.text = std::move(words)}}});
}

void add_fact(WordFile& file, std::string what, const std::string& words) {
    if (words.empty()) return;
    file.blocks.emplace_back(
        WordParagraph{"", {{.text = std::move(what) + ": ", .bold = true}, {.text = words}}});
}

/// A paragraph for each line that has words.
void add_words(WordFile& file, const std::string& words) {
    for (const auto line : split(words, '\n'))
        if (!trimmed(line).empty()) add(file, "", std::string(trimmed(line)));
}

} // namespace

WordFile word_file_of(const partnership::MasaDocument& document, const std::string& digest,
                      const std::string& partnership, Moment made) {
    WordFile file{.title = document.title, .author = partnership, .made = made};
    add(file, "Title", document.title);
    if (document.published_on)
        add(file, "Quiet",
            fmt::format("{} on {}", document.corrected.empty() ? "Published" : "Corrected",
                        spoken_long(*document.published_on)));
    add_fact(file, "Corrected", document.corrected);
    add_fact(file, "Why it was corrected", document.corrected_why);
    add_fact(file, "Area", document.area);
    add_fact(file, "What changed", document.changed);
    add_fact(file, "Why", document.changed_why);
    add_fact(file, "Authorised by", document.authorised);
    for (const auto& section : document.sections) {
        add(file, "Heading1", section.heading);
        add_words(file, section.words);
    }
    if (!document.signatures.empty()) add(file, "Heading1", "Who signed");
    for (const auto& one : document.signatures) add(file, "ListBullet", one);
    for (const auto& one : document.files) add_fact(file, "File", one.name + ", " + one.digest);
    add(file, "Quiet", "Fingerprint (SHA-256): " + digest);
    file.footer = document.title;
    return file;
}

} // namespace openmasa::masa
