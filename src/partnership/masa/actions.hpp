#pragma once
// Use cases: an edition of the arrangements is begun and written. Inside submit() or atomically();
// not found for whoever may not keep them, a conflict over another version than was read.
#include "core/files/attachment.hpp"
#include "kernel/result.hpp"
#include "partnership/masa_rules.hpp"
#include "store/db.hpp"
#include <functional>

namespace openmasa::masa {

using partnership::MasaCheck;
using partnership::MasaConsultation;
using partnership::MasaEdition;
using partnership::MasaId;
using partnership::MasaMilestone;
using partnership::MasaPartId;
using partnership::MasaSection;
using partnership::MasaStage;

/// Which edition somebody read.
struct Read {
    MasaId id;
    std::int64_t version = 0;
};

/// The edition that this person may change, in the version that they read.
Result<MasaEdition> find_to_change(store::Db& db, const Scope& scope, const Read& read);
/// The files that are part of its words: the newest of each name; of those that were there before
/// `end`, where it is given.
std::vector<files::Attachment> files_of(store::Db& db, const MasaEdition& edition,
                                        std::optional<Moment> end = {});
/// What a use case does to it; what it refuses is refused.
using Change = std::function<Result<Done>(MasaEdition& edition)>;
Result<Done> changed(store::Db& db, const Scope& scope, const Read& read, std::string_view verb,
                     const Change& change);

/// A new edition follows the one in force, if there is one: its sections and area are taken up.
/// Without one there is a section for everything that guidance asks for.
struct Begin {
    std::string title, area;
    /// Without: they are brought in from a file.
    bool with_sections = true;
};
Result<MasaId> begin(store::Db& db, const Scope& scope, const Begin& command);

/// Its own words and days, as people type them.
struct Say {
    Read read;
    std::string title, area, changed, changed_why;
    /// The id of a group or an office; empty: nobody yet.
    std::string authorised_by;
    std::string authorised_on, minute;
};
Result<Done> say(store::Db& db, const Scope& scope, const Say& command);
/// Who authorised it, as it was typed; adds what is wrong with that.
void set_authority(store::Db& db, MasaEdition& edition, const Say& command, Day today,
                   std::vector<Problem>& problems);

/// A part that is written, in place of the one of its id, or at the end.
struct WriteSection {
    Read read;
    MasaSection section;
    /// After how many others it stands; unset: where it is, or at the end.
    std::optional<std::size_t> place{};
};
Result<Done> write(store::Db& db, const Scope& scope, const WriteSection& command);

struct WriteMilestone {
    Read read;
    MasaMilestone milestone;
    /// "12 June 2026"; empty while it is not done.
    std::string done_on;
};
Result<Done> write(store::Db& db, const Scope& scope, const WriteMilestone& command);

struct WriteConsultation {
    Read read;
    MasaConsultation consultation;
};
Result<Done> write(store::Db& db, const Scope& scope, const WriteConsultation& command);

/// A part goes; the history keeps it.
enum class PartOf { words, milestones, consultation };
Result<Done> take_away(store::Db& db, const Scope& scope, const Read& read, PartOf of,
                       const MasaPartId& part);

/// What guidance asks for is judged: where it is met, or why it is not; or is not judged any more.
struct Judge {
    Read read;
    std::string item;
    std::optional<MasaCheck::Judged> judged;
    std::string words;
};
Result<Done> judge(store::Db& db, const Scope& scope, const Judge& command);
std::vector<Problem> problems_with(const Judge& command);

/// A file that is part of the words: Word or PDF. Its content is kept already.
Result<Done> add_file(store::Db& db, const Scope& scope, const Read& read, const files::File& file);

/// One of its files is no part of the words any more; the file itself stays on record.
Result<Done> leave_out(store::Db& db, const Scope& scope, const Read& read,
                       const files::AttachmentId& file);

/// A draft goes out: from now on everybody with a role reads it.
Result<Done> consult(store::Db& db, const Scope& scope, const Read& read);
/// A draft comes to nothing, with the reason.
Result<Done> withdraw(store::Db& db, const Scope& scope, const Read& read, const std::string& why);

} // namespace openmasa::masa
