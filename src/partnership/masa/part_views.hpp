#pragma once
// Pages: the words, the checklist, and the forms for an edition's parts. Ready data only.
#include "core/access/owner.hpp"
#include "core/files/attachment.hpp"
#include "partnership/masa/actions.hpp"
#include "web/html.hpp"
#include <map>

namespace openmasa::masa {

struct WordsPage {
    Html form_token;
    MasaEdition edition;
    std::vector<files::Attachment> files{};
    /// Its words can be written, by this person.
    bool may_write = false;
    /// How many comments there are on each section.
    std::map<MasaPartId, int> comments{};
    std::vector<Problem> problems{};
};
Html words_view(const WordsPage& page);

struct ChecklistPage {
    MasaEdition edition;
    Day today{};
    bool may_judge = false;
};
Html checklist_view(const ChecklistPage& page);

/// The edition's own words and days.
struct SayPage {
    Html form_token;
    MasaEdition edition;
    /// The groups and offices that can authorise a change.
    std::vector<access::Owner> authorities{};
    Say typed;
    std::vector<Problem> problems{};
};
Html say_view(const SayPage& page);

struct SectionPage {
    Html form_token;
    MasaEdition edition;
    MasaSection typed;
    /// How many others stand before it.
    std::size_t place = 0;
    bool is_new = false;
    std::vector<Problem> problems{};
};
Html section_view(const SectionPage& page);

struct MilestonePage {
    Html form_token;
    MasaEdition edition;
    MasaMilestone typed;
    std::string done_on;
    bool is_new = false;
    std::vector<Problem> problems{};
};
Html milestone_view(const MilestonePage& page);

struct ConsultationPage {
    Html form_token;
    MasaEdition edition;
    MasaConsultation typed;
    bool is_new = false;
    std::vector<Problem> problems{};
};
Html consultation_view(const ConsultationPage& page);

struct CheckPage {
    Html form_token;
    MasaEdition edition;
    const partnership::RequiredContent* content;
    /// "met", "explained" or empty.
    std::string judged, words;
    std::vector<Problem> problems{};
};
Html check_view(const CheckPage& page);

} // namespace openmasa::masa
