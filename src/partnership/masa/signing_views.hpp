#pragma once
// Pages: an edition is put for signature, signed, taken back, withdrawn. Ready data only.
#include "core/signoff/views.hpp"
#include "partnership/masa/publishing.hpp"

namespace openmasa::masa {

/// Where the files of a document are fetched, by what their content is.
using FileLinks = std::map<std::string, std::string>;

struct OfferPage {
    Html form_token;
    MasaEdition edition;
    std::vector<partnership::Missing> missing{};
    std::vector<partnership::Office> lead_partners{};
    /// Who holds each today.
    signoff::HoldersNow holders{};
    /// One for each, as typed or as proposed.
    std::vector<std::string> places{};
    std::vector<Problem> problems{};
};
Html offer_view(const OfferPage& page);

/// An office of this person whose turn it is, and as what they hold it.
struct Turn {
    signoff::Asked asked;
    signoff::Holder holder;
};
struct SignPage {
    Html form_token;
    MasaEdition edition;
    signoff::SignOff sign_off;
    signoff::HoldersNow holders{};
    FileLinks links{};
    std::vector<Turn> turns{};
    /// Asks who they are; empty where they have just shown it.
    Html proof;
    std::string why;
    std::vector<Problem> problems{};
};
Html sign_view(const SignPage& page);

/// A form that asks for a reason.
struct WhyPage {
    Html form_token;
    MasaEdition edition;
    std::string title, sentence, below, label, button, why;
    std::vector<Problem> problems{};
};
Html why_view(const WhyPage& page);

/// Title, sections and files, as they are signed and published.
Html document_view(const MasaDocument& document, const FileLinks& links);

} // namespace openmasa::masa
