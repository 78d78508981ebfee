#pragma once
// The local plan for multi-agency safeguarding arrangements ("MASA plan"), edition by edition: its
// words, what was judged of them, who was asked, what is to be done by when, what was published.
#include "core/access/scope.hpp"
#include "core/signoff/signoff.hpp"
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace openmasa::files {
struct AttachmentKind;
}

namespace openmasa::partnership {

struct MasaEditionKind;
using MasaId = Id<MasaEditionKind>;
/// A section, a milestone, a line of the consultation.
struct MasaPartKind;
using MasaPartId = Id<MasaPartKind>;

enum class MasaStage {
    draft,
    consultation,
    sign_off,
    signed_by_all,
    published,
    superseded,
    withdrawn
};
std::string_view to_text(MasaStage stage);
bool from_text(std::string_view text, MasaStage& stage);
/// "For signature", for people.
std::string_view spoken(MasaStage stage);
using openmasa::spoken; // days

/// Words under a heading.
struct MasaSection {
    MasaPartId id;
    std::string heading, words;
};

/// What was judged of one thing that guidance asks for.
struct MasaCheck {
    enum class Judged { met, explained };
    /// The key of the required content (masa_contents.hpp).
    std::string item;
    Judged judged = Judged::met;
    /// Where it is met: a section, a page, an address; or why it is not.
    std::string words;
    std::string judged_by;
    Day judged_on{};
};
std::string_view to_text(MasaCheck::Judged judged);
bool from_text(std::string_view text, MasaCheck::Judged& judged);

struct MasaMilestone {
    MasaPartId id;
    std::string what;
    /// The target date, in people's words.
    std::string target;
    std::optional<Day> done_on{};
    std::string note{};
};

/// Whom the partnership asks about its arrangements.
enum class Consulted {
    agency,
    group,
    education,
    children,
    families,
    public_at_large,
    practitioners
};
std::string_view to_text(Consulted who);
bool from_text(std::string_view text, Consulted& who);
std::string_view spoken(Consulted who);

struct MasaConsultation {
    MasaPartId id;
    Consulted kind = Consulted::agency;
    /// "Schools' forum".
    std::string whom;
    /// When, in people's words.
    std::string when;
    std::string how, said;
    /// What changed because of it, or why nothing did.
    std::string came_of_it;
};

/// What was published, once and for all; a correction is another one.
struct MasaPublication {
    int number = 1;
    /// The bytes that the page is made from.
    std::string content;
    /// Their SHA-256.
    std::string digest;
    Day published_on{};
    /// Of a correction: what was corrected, and why.
    std::string corrected{}, why{};
    std::string published_by{};
};

struct MasaEdition {
    MasaId id;
    std::string title;
    /// The area that it is for.
    std::string area;
    MasaStage stage = MasaStage::draft;
    /// The edition before, and what is different from it.
    std::optional<MasaId> follows{};
    std::string changed, changed_why;
    /// The group or office that authorised the change, and where that is written down.
    std::optional<OwnerId> authorised_by{};
    std::optional<std::string> authorised_name{};
    std::optional<Day> authorised_on{};
    std::string authorised_minute;
    /// Who signed an edition that was published before it was kept here.
    std::string signed_elsewhere;
    std::optional<Day> published_on{}, superseded_on{};
    /// Why it was withdrawn.
    std::string withdrawn_why;
    std::int64_t version = 1;
    /// In their order.
    std::vector<MasaSection> sections{};
    std::vector<MasaCheck> checks{};
    std::vector<MasaMilestone> milestones{};
    std::vector<MasaConsultation> consultation{};
    /// Files that are no part of its words any more.
    std::vector<Id<files::AttachmentKind>> left_out{};
    /// The newest last.
    std::vector<MasaPublication> publications{};
};

} // namespace openmasa::partnership
