#include "partnership/masa_document.hpp"
#include "core/history/description.hpp"
#include "kernel/text.hpp"
#include <fmt/format.h>

namespace openmasa::partnership {
namespace {

using history::Content;
using history::numbered;

void put(Content& content, std::string key, const std::string& value) {
    if (!value.empty()) content.emplace_back(std::move(key), value);
}

std::string authorised(const MasaEdition& edition) {
    std::vector<std::string> parts;
    if (edition.authorised_name) parts.push_back(*edition.authorised_name);
    if (edition.authorised_on) parts.push_back(spoken(*edition.authorised_on));
    if (!edition.authorised_minute.empty()) parts.push_back(edition.authorised_minute);
    return join(parts, ", ");
}

void put_publication(Content& content, const MasaDocument& document) {
    if (document.number == 0) return;
    put(content, "published.number", std::to_string(document.number));
    if (document.published_on) put(content, "published.on", iso(*document.published_on));
    int number = 0;
    for (const auto& one : document.signatures) put(content, numbered("signed.#", ++number), one);
    put(content, "corrected.what", document.corrected);
    put(content, "corrected.why", document.corrected_why);
}

/// Gives the value of a key; for keys with a number until one is not there.
class Reader {
public:
    explicit Reader(const Content& content) : content_(content) {}
    std::string operator()(std::string_view key) const {
        return std::string(history::value_of(content_, key));
    }
    std::string operator()(std::string_view key, int number) const {
        return (*this)(numbered(key, number));
    }

private:
    const Content& content_;
};

void read_publication(const Reader& value, MasaDocument& document) {
    document.published_on = day_from_iso(value("published.on"));
    for (int number = 1; !value("signed.#", number).empty(); ++number)
        document.signatures.push_back(value("signed.#", number));
    document.corrected = value("corrected.what");
    document.corrected_why = value("corrected.why");
    for (const char digit : value("published.number"))
        document.number = document.number * 10 + (digit - '0');
}

} // namespace

MasaDocument document_of(const MasaEdition& edition, std::vector<MasaFile> files) {
    MasaDocument document{.title = edition.title,
                          .area = edition.area,
                          .changed = edition.changed,
                          .changed_why = edition.changed_why,
                          .authorised = authorised(edition),
                          .sections = {},
                          .files = std::move(files)};
    for (const auto& section : edition.sections)
        document.sections.push_back({section.heading, section.words});
    return document;
}

std::string bytes_of(const MasaDocument& document) {
    Content content;
    put(content, "title", document.title);
    put(content, "area", document.area);
    put(content, "changed", document.changed);
    put(content, "changed_why", document.changed_why);
    put(content, "authorised", document.authorised);
    int number = 0;
    for (const auto& section : document.sections) {
        put(content, numbered("section.#.heading", ++number), section.heading);
        put(content, numbered("section.#.words", number), section.words);
    }
    number = 0;
    for (const auto& file : document.files) {
        put(content, numbered("file.#.name", ++number), file.name);
        put(content, numbered("file.#.sha256", number), file.digest);
    }
    put_publication(content, document);
    return history::content_to_json(content);
}

MasaDocument document_in(const std::string& bytes) {
    const auto content = history::content_from_json(bytes);
    const Reader value(content);
    MasaDocument document{.title = value("title"),
                          .area = value("area"),
                          .changed = value("changed"),
                          .changed_why = value("changed_why"),
                          .authorised = value("authorised"),
                          .sections = {},
                          .files = {}};
    for (int number = 1; !value("section.#.heading", number).empty(); ++number)
        document.sections.push_back(
            {value("section.#.heading", number), value("section.#.words", number)});
    for (int number = 1; !value("file.#.sha256", number).empty(); ++number)
        document.files.push_back({value("file.#.name", number), value("file.#.sha256", number)});
    read_publication(value, document);
    return document;
}

} // namespace openmasa::partnership
