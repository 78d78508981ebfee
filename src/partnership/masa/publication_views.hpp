#pragma once
// Pages: what is published, the forms to publish and to correct, two editions side by side.
#include "partnership/masa/signing_views.hpp"
#include "web/html.hpp"

namespace openmasa::masa {

struct PublishPage {
    Html form_token;
    MasaEdition edition;
    Day today{};
    std::vector<Problem> problems{};
};
Html publish_view(const PublishPage& page);

struct PublishedPage {
    MasaEdition edition;
    partnership::MasaPublication publication;
    FileLinks links{};
    /// Why no PDF can be made; empty where one can.
    std::string why_no_pdf;
};
Html published_view(const PublishedPage& page);
/// The snapshot alone, for print.
Html snapshot_view(const MasaDocument& document, const std::string& digest, const FileLinks& links);

struct CorrectPage {
    Html form_token;
    MasaEdition edition;
    Correct typed;
    std::vector<Problem> problems{};
};
Html correct_view(const CorrectPage& page);

/// What became of a section between two editions.
struct ComparedSection {
    std::string heading;
    /// Unset: it was not there.
    std::optional<std::string> before{}, now{};
};
/// By their headings, in any letters; those that are gone come last. Pure.
std::vector<ComparedSection> compared(const MasaEdition& before, const MasaEdition& now);
Html compared_view(const MasaEdition& before, const MasaEdition& now);

} // namespace openmasa::masa
