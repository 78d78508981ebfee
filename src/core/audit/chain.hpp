#pragma once
// The chain of seals: each entry is sealed with the one before, in the order of the commits. Who
// changes, cuts, swaps or adds an entry breaks it at that place; who seals everything anew, or puts
// an old copy back, contradicts a checkpoint that somebody kept (core/audit/checkpoint.hpp).
//     ChainCheck chain(marks);
//     for each entry in order: chain.see(entry);
//     for (auto& fault : chain.finish()) ...
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace openmasa::audit {

/// An entry as it is sealed: what the database holds, as text.
struct SealedEntry {
    std::int64_t sequence = 0;
    /// `right` is empty in entries from before it was kept.
    std::string at, person, from, right, verb, kind, id;
    std::int64_t version = 0;
    std::string commitment, seal;
};

/// The digest over the seal before and every field of the entry. No field that this program writes
/// holds a line break, so no two entries give the same lines.
std::string seal_of(std::string_view before, const SealedEntry& entry);

/// What a checkpoint says: the entry of that number bears that seal. `said` names the checkpoint
/// in a sentence: "the checkpoint of 22 January 2026, 10.42am".
struct ChainMark {
    std::int64_t sequence = 0;
    std::string seal;
    std::string said;
};

/// Something is wrong with the entries `first` to `last`.
struct ChainFault {
    std::int64_t first = 0, last = 0;
    std::string words;
};

/// Entries go by once, in the order of their numbers; memory does not grow with them.
class ChainCheck {
public:
    explicit ChainCheck(std::vector<ChainMark> marks = {});
    /// From the entry after one whose number and seal are known.
    ChainCheck(std::int64_t sequence, std::string seal);
    void see(const SealedEntry& entry);
    std::vector<ChainFault> finish();

private:
    enum class Kind { stranger, missing, changed, rebuilt, cut };
    void compare_seal(const SealedEntry& entry);
    void compare_marks(const SealedEntry& entry);
    void compare_mark(const ChainMark& mark, const SealedEntry& entry);
    void report_cut();
    void add(Kind kind, std::int64_t first, std::int64_t last, std::string about);
    bool is_reported(std::int64_t sequence) const;
    struct Found {
        Kind kind;
        std::int64_t first, last;
        /// The entry in a few words where it is about one; the checkpoint it contradicts.
        std::string about;
    };
    static std::string in_words(const Found& found);

    std::vector<ChainMark> marks_;
    std::size_t next_mark_ = 0;
    /// The last entry that a mark has borne out; nothing before it can have been rebuilt.
    std::int64_t borne_out_ = 0;
    std::int64_t last_ = 0;
    std::string seal_;
    /// Whether the seal before is one that the next entry can be held against.
    bool follows_ = true;
    std::vector<Found> found_;
};

} // namespace openmasa::audit
