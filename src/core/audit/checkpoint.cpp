#include "core/audit/checkpoint.hpp"
#include "core/access/secret.hpp"
#include "core/audit/audit.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <array>
#include <charconv>
#include <fmt/format.h>
#include <map>

namespace openmasa::audit {
namespace {

using store::None;
using store::Query;

constexpr std::string_view title = "OpenMASA audit checkpoint 1";

constexpr Query<Checkpoint()> find_newest{"checkpoint.newest", R"sql(
    SELECT sequence, entries, seal, made_at, public_key, signature FROM checkpoint
    ORDER BY sequence DESC LIMIT 1)sql"};
constexpr Query<Checkpoint(std::int64_t)> find_one{"checkpoint.find", R"sql(
    SELECT sequence, entries, seal, made_at, public_key, signature FROM checkpoint WHERE sequence = $1)sql"};
constexpr Query<Checkpoint(int)> list_newest{"checkpoint.list", R"sql(
    SELECT sequence, entries, seal, made_at, public_key, signature FROM checkpoint
    ORDER BY sequence DESC LIMIT $1)sql"};
constexpr Query<Checkpoint()> list_all{"checkpoint.all", R"sql(
    SELECT sequence, entries, seal, made_at, public_key, signature FROM checkpoint ORDER BY sequence)sql"};
constexpr Query<None(std::int64_t, std::int64_t, std::string_view, std::string_view,
                     std::string_view, std::string_view)>
    add{"checkpoint.add", R"sql(
    INSERT INTO checkpoint (sequence, entries, seal, made_at, public_key, signature)
    VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (sequence) DO NOTHING)sql"};

constexpr Query<SealedEntry(std::int64_t)> list_since{"checkpoint.entries_since", R"sql(
    SELECT sequence, at, coalesce(person_id, ''), from_where, by_right, verb, kind, record_id, version, commitment,
           seal
    FROM audit_entry WHERE sequence > $1 ORDER BY sequence)sql"};

/// Short, and unlike each other when spoken; one for each hexadecimal digit.
constexpr std::array<std::string_view, 16> code_words = {
    "apple",  "bridge", "candle", "dragon", "eagle",  "forest", "garden",  "harbour",
    "island", "jacket", "kettle", "ladder", "marble", "needle", "orchard", "pepper"};

int value_of(char digit) {
    return digit <= '9' ? digit - '0' : digit - 'a' + 10;
}

std::string said(const Checkpoint& checkpoint) {
    const auto at = moment_from_iso(checkpoint.made_at);
    return "the checkpoint of " + (at ? spoken(*at) : checkpoint.made_at);
}

/// "seal: 7f3a 09c1" gives {"seal", "7f3a09c1"}; values are without blanks, but for the moment,
/// which has none.
std::map<std::string, std::string, std::less<>> read_lines(std::string_view text) {
    std::map<std::string, std::string, std::less<>> lines;
    for (const auto line : split(text, '\n')) {
        const auto colon = line.find(": ");
        if (colon == line.npos) continue;
        std::string value(trimmed(line.substr(colon + 2)));
        std::erase(value, ' ');
        lines.emplace(trimmed(line.substr(0, colon)), std::move(value));
    }
    return lines;
}

bool read_number(const std::string& text, std::int64_t& into) {
    const auto* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, into);
    return read.ec == std::errc() && read.ptr == end;
}

bool is_digest(const std::string& text, std::size_t digits) {
    return text.size() == digits && text.find_first_not_of("0123456789abcdef") == text.npos;
}

/// The newest entry, when all since the checkpoint before follow from it.
Result<SealedEntry> newest_that_follows(store::Db& db, const Checkpoint& before) {
    ChainCheck chain(before.sequence, before.seal);
    SealedEntry newest{.sequence = before.sequence, .seal = before.seal};
    db.each(
        list_since,
        [&](SealedEntry&& entry) {
            chain.see(entry);
            newest = std::move(entry);
        },
        before.sequence);
    const auto faults = chain.finish();
    if (!faults.empty()) return conflict("Not signed. " + faults.front().words);
    if (newest_number(db) < before.sequence)
        return conflict(fmt::format("Not signed. The log ends before audit entry {}, which {} has "
                                    "signed.",
                                    before.sequence, said(before)));
    return newest;
}

Refusal no_checkpoint() {
    return invalid("checkpoint", "This is no checkpoint of an audit log, or a part of it is "
                                 "missing.");
}

} // namespace

std::string signed_part(const Checkpoint& c) {
    return fmt::format("{}\nentry: {}\nentries: {}\nsealed: {}\nmade: {}\nkey: {}\n", title,
                       c.sequence, c.entries, in_groups(c.seal), c.made_at,
                       in_groups(c.public_key));
}

std::string checkpoint_text(const Checkpoint& c) {
    return fmt::format("{}signature: {}\nto say aloud, seal: {}\nto say aloud, key: {}\n",
                       signed_part(c), in_groups(c.signature), in_code_words(c.seal),
                       in_code_words(sha256(c.public_key)));
}

Result<Checkpoint> read_checkpoint(std::string_view text) {
    if (text.find(title) == text.npos) return no_checkpoint();
    auto lines = read_lines(text);
    Checkpoint c{.seal = lines["sealed"],
                 .made_at = lines["made"],
                 .public_key = lines["key"],
                 .signature = lines["signature"]};
    const bool whole = read_number(lines["entry"], c.sequence) &&
                       read_number(lines["entries"], c.entries) && is_digest(c.seal, 64) &&
                       moment_from_iso(c.made_at) && is_digest(c.public_key, 64) &&
                       is_digest(c.signature, 128);
    if (!whole) return no_checkpoint();
    if (!is_signed(signed_part(c), c.public_key, c.signature))
        return invalid("checkpoint", "The signature does not fit this checkpoint: its words were "
                                     "changed after it was signed.");
    return c;
}

std::string in_groups(std::string_view digits) {
    std::string groups;
    for (std::size_t at = 0; at < digits.size(); ++at) {
        if (at && at % 4 == 0) groups += ' ';
        groups += digits[at];
    }
    return groups;
}

std::string in_code_words(std::string_view digits) {
    std::vector<std::string> words;
    for (const char digit : digits.substr(0, 8))
        words.emplace_back(code_words[static_cast<std::size_t>(value_of(digit)) % 16]);
    return join(words, " ");
}

std::string fingerprint(const std::string& public_key) {
    return in_groups(sha256(public_key).substr(0, 32));
}

Result<std::optional<Checkpoint>> make_checkpoint(store::Db& db, const SigningKey& key,
                                                  Moment now) {
    const auto before = db.one(find_newest).value_or(Checkpoint{});
    const auto newest = TRY(newest_that_follows(db, before));
    if (newest.sequence == before.sequence) return std::optional<Checkpoint>();
    Checkpoint c{.sequence = newest.sequence,
                 .entries = newest.sequence,
                 .seal = newest.seal,
                 .made_at = iso(now),
                 .public_key = key.public_key()};
    c.signature = key.sign(signed_part(c));
    TRY(db.atomically([&]() -> Result<Done> {
        db.run(add, c.sequence, c.entries, c.seal, c.made_at, c.public_key, c.signature);
        return Done{};
    }));
    return std::optional(std::move(c));
}

std::optional<Checkpoint> newest_checkpoint(store::Db& db) {
    return db.one(find_newest);
}

std::optional<Checkpoint> find_checkpoint(store::Db& db, std::int64_t sequence) {
    return db.one(find_one, sequence);
}

std::vector<Checkpoint> list_checkpoints(store::Db& db, int most) {
    return db.all(list_newest, most);
}

std::vector<ChainMark> marks_of(const std::vector<Checkpoint>& checkpoints) {
    std::vector<ChainMark> marks;
    for (const auto& c : checkpoints) marks.push_back({c.sequence, c.seal, said(c)});
    return marks;
}

std::vector<ChainMark> marks_kept_here(store::Db& db, const std::vector<std::string>& known_keys,
                                       std::vector<std::string>& faults) {
    std::vector<Checkpoint> sound;
    db.each(list_all, [&](Checkpoint&& c) {
        const bool known = known_keys.empty() || std::ranges::count(known_keys, c.public_key) > 0;
        if (known && is_signed(signed_part(c), c.public_key, c.signature))
            return sound.push_back(std::move(c));
        faults.push_back(fmt::format("Audit entry {}: {} {}.", c.sequence, said(c),
                                     known ? "was changed after it was signed"
                                           : "was signed with another key than is known here"));
    });
    return marks_of(sound);
}

} // namespace openmasa::audit
