#pragma once
// Use cases: an edition is put for signature, signed, taken back, published, corrected. Inside
// submit() or atomically().
#include "core/signoff/actions.hpp"
#include "partnership/masa/actions.hpp"
#include "partnership/masa_document.hpp"

namespace openmasa::masa {

using partnership::MasaDocument;

/// What is signed of it as it stands now: its words and files.
MasaDocument document_now(store::Db& db, const MasaEdition& edition);

/// To the offices of the lead safeguarding partners of today, in the order of `places`: one for
/// each, as lead_partners_on() gives them. Refused while anything is missing.
struct Offer {
    Read read;
    std::vector<std::string> places;
};
Result<Done> offer(store::Db& db, const Scope& scope, const Offer& command);

/// As one of the offices that this person holds. The last signature makes the edition signed.
struct SignAs {
    MasaId id;
    signoff::Signing signing;
};
Result<Done> sign(store::Db& db, const Scope& scope, const SignAs& command);
/// An asked office asks for changes: it is a draft again, the signatures so far stay on record.
struct AskForChanges {
    MasaId id;
    OwnerId office;
    std::string why;
};
Result<Done> ask_for_changes(store::Db& db, const Scope& scope, const AskForChanges& command);
/// Whoever keeps the arrangements takes it back to the draft, also when it is signed already: it is
/// signed anew then.
Result<Done> take_back(store::Db& db, const Scope& scope, const Read& read, const std::string& why);

/// What was signed becomes public today, as a snapshot; the edition before is superseded, its
/// review clock stops and this one's starts.
Result<Done> publish(store::Db& db, const Scope& scope, const Read& read);

/// What is published is put right: a new snapshot that says what and why. The words that were
/// signed stay on record.
struct Correct {
    Read read;
    std::string title;
    /// Of every section, in their order.
    std::vector<std::string> words;
    std::string corrected, why;
};
Result<Done> correct(store::Db& db, const Scope& scope, const Correct& command);

/// An edition that was published before it was kept here.
struct Earlier {
    std::string title, area, published_on, signed_by;
    /// Its words; the first must have some.
    std::vector<MasaDocument::Section> sections;
    /// What it changed and who authorised that, where it is known.
    Say said{};
};
Result<MasaId> record_earlier(store::Db& db, const Scope& scope, const Earlier& command);
/// Everything that is wrong with it. Reads only.
std::vector<Problem> problems_with(store::Db& db, const Scope& scope, const Earlier& command);

} // namespace openmasa::masa
