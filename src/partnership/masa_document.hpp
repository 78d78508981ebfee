#pragma once
// An edition as a document: exactly the bytes that are signed, and those that are published. They
// are JSON of one line with its keys in order, so that anybody can reckon their hash again.
#include "partnership/masa_plan.hpp"

namespace openmasa::partnership {

/// A file that is part of the document, by what its content is.
struct MasaFile {
    std::string name, digest;
};

struct MasaDocument {
    std::string title, area, changed, changed_why;
    /// "Partnership Group, 12 Mar 2026, minute 4".
    std::string authorised;
    struct Section {
        std::string heading, words;
    };
    std::vector<Section> sections;
    std::vector<MasaFile> files;
    /// Only of what was published: which one it is, since when, who signed it, and what a
    /// correction corrects.
    int number = 0;
    std::optional<Day> published_on{};
    std::vector<std::string> signatures{};
    std::string corrected{}, corrected_why{};
};

/// What is signed of an edition.
MasaDocument document_of(const MasaEdition& edition, std::vector<MasaFile> files);
std::string bytes_of(const MasaDocument& document);
/// Throws store::Fault (damaged) for what bytes_of() did not write.
MasaDocument document_in(const std::string& bytes);

} // namespace openmasa::partnership
