#pragma once
// A checkpoint: the number and the seal of the newest entry, signed. Partners who keep one can
// prove later that everything up to it is still as it was. It is a small text that can be read
// aloud.
#include "core/access/scope.hpp"
#include "core/audit/chain.hpp"
#include "core/audit/signing_key.hpp"
#include "kernel/result.hpp"
#include "store/db.hpp"
#include <optional>
#include <string>
#include <vector>

namespace openmasa::audit {

struct Checkpoint {
    /// The last entry that it covers, and how many there were.
    std::int64_t sequence = 0, entries = 0;
    std::string seal, made_at, public_key, signature;
};

/// What is signed: the first lines of the text.
std::string signed_part(const Checkpoint& checkpoint);
/// The whole text, as partners keep it.
std::string checkpoint_text(const Checkpoint& checkpoint);
/// Reads checkpoint_text(), also with CR LF or blanks that a mail program has added. Refused when
/// something is missing or the signature does not fit.
Result<Checkpoint> read_checkpoint(std::string_view text);

/// "7f3a 09c1 ...": a digest in groups of four.
std::string in_groups(std::string_view digits);
/// The first eight hexadecimal digits of a digest as words, one a digit, to be said on the
/// telephone.
std::string in_code_words(std::string_view digits);
/// The digest by which people know a public key, in groups.
std::string fingerprint(const std::string& public_key);

/// Signs the newest entry and keeps that in the database too, in a transaction of its own. Nothing
/// when the newest one is signed already. Refused when what was written since the last checkpoint
/// does not follow from it: what may be false is not signed.
Result<std::optional<Checkpoint>> make_checkpoint(store::Db& db, const SigningKey& key, Moment now);
std::optional<Checkpoint> newest_checkpoint(store::Db& db);
std::optional<Checkpoint> find_checkpoint(store::Db& db, std::int64_t sequence);
/// Newest first.
std::vector<Checkpoint> list_checkpoints(store::Db& db, int most);

/// What checkpoints say about the chain.
std::vector<ChainMark> marks_of(const std::vector<Checkpoint>& checkpoints);
/// Of those that the database keeps, what the sound ones say; what is wrong with the others goes to
/// `faults`: a signature that does not fit, a key that is none of `known_keys` (any, when empty).
std::vector<ChainMark> marks_kept_here(store::Db& db, const std::vector<std::string>& known_keys,
                                       std::vector<std::string>& faults);

} // namespace openmasa::audit
