#include "core/audit/chain.hpp"
#include "core/access/secret.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::audit {
namespace {

/// "Audit entry 7", "Audit entries 7 to 9".
std::string entries(std::int64_t first, std::int64_t last) {
    return first == last ? fmt::format("Audit entry {}", first)
                         : fmt::format("Audit entries {} to {}", first, last);
}

} // namespace

std::string seal_of(std::string_view before, const SealedEntry& entry) {
    if (entry.right.empty())
        return sha256(fmt::format("{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}", before, entry.sequence,
                                  entry.at, entry.person, entry.from, entry.verb, entry.kind,
                                  entry.id, entry.version, entry.commitment));
    return sha256(fmt::format("{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}", before, entry.sequence,
                              entry.at, entry.person, entry.from, entry.right, entry.verb,
                              entry.kind, entry.id, entry.version, entry.commitment));
}

ChainCheck::ChainCheck(std::vector<ChainMark> marks) : marks_(std::move(marks)) {
    std::ranges::stable_sort(marks_, {}, &ChainMark::sequence);
}

ChainCheck::ChainCheck(std::int64_t sequence, std::string seal)
    : borne_out_(sequence), last_(sequence), seal_(std::move(seal)) {}

void ChainCheck::see(const SealedEntry& entry) {
    if (entry.sequence <= last_) return add(Kind::stranger, entry.sequence, entry.sequence, "");
    if (entry.sequence > last_ + 1) {
        add(Kind::missing, last_ + 1, entry.sequence - 1, "");
        follows_ = false;
    }
    compare_seal(entry);
    compare_marks(entry);
    last_ = entry.sequence;
    seal_ = entry.seal;
    follows_ = true;
}

/// Where they do not fit, either this entry was changed or the one before it was, with its seal.
void ChainCheck::compare_seal(const SealedEntry& entry) {
    if (!follows_ || seal_of(seal_, entry) == entry.seal) return;
    const bool after_a_fault = !found_.empty() && found_.back().last >= last_;
    add(Kind::changed, last_ == borne_out_ || after_a_fault ? entry.sequence : last_,
        entry.sequence, fmt::format("{} at {}", entry.verb, entry.at));
}

void ChainCheck::compare_marks(const SealedEntry& entry) {
    for (; next_mark_ < marks_.size() && marks_[next_mark_].sequence <= entry.sequence;
         ++next_mark_)
        if (marks_[next_mark_].sequence == entry.sequence) compare_mark(marks_[next_mark_], entry);
}

/// Every seal fits and this one is another than was signed: all since the last one that was borne
/// out may have been written anew. Where this very entry is at fault already, that is the place.
void ChainCheck::compare_mark(const ChainMark& mark, const SealedEntry& entry) {
    if (mark.seal == entry.seal) {
        borne_out_ = std::max(borne_out_, entry.sequence);
        return;
    }
    if (!is_reported(entry.sequence)) add(Kind::rebuilt, borne_out_ + 1, entry.sequence, mark.said);
}

bool ChainCheck::is_reported(std::int64_t sequence) const {
    return std::ranges::any_of(
        found_, [&](const Found& one) { return one.first <= sequence && sequence <= one.last; });
}

void ChainCheck::report_cut() {
    if (next_mark_ == marks_.size()) return;
    const auto& furthest = marks_.back();
    add(Kind::cut, last_ + 1, furthest.sequence, furthest.said);
}

/// Faults that touch become one, so that a file full of them is still told in a few lines.
void ChainCheck::add(Kind kind, std::int64_t first, std::int64_t last, std::string about) {
    const bool touches = !found_.empty() && found_.back().kind == kind &&
                         found_.back().last + 1 >= first && kind != Kind::rebuilt;
    if (!touches) return found_.push_back({kind, first, last, std::move(about)});
    found_.back().last = std::max(found_.back().last, last);
}

std::vector<ChainFault> ChainCheck::finish() {
    report_cut();
    std::vector<ChainFault> faults;
    for (const auto& one : found_) faults.push_back({one.first, one.last, in_words(one)});
    return faults;
}

std::string ChainCheck::in_words(const Found& found) {
    const auto which = entries(found.first, found.last);
    const bool several = found.first != found.last;
    switch (found.kind) {
    case Kind::stranger: return fmt::format("{} was not written by this program.", which);
    case Kind::missing: return fmt::format("{} {} missing.", which, several ? "are" : "is");
    case Kind::changed:
        return several
                   ? fmt::format("{} do not follow from each other ({}): at least one of them "
                                 "was changed after it was written.",
                                 which, found.about)
                   : fmt::format("{} ({}) was changed after it was written.", which, found.about);
    case Kind::rebuilt:
        return fmt::format("{} {} not what {} has signed: the log was written anew from somewhere "
                           "between, or another copy was put in its place.",
                           which, several ? "are" : "is", found.about);
    case Kind::cut:
        return fmt::format("{} {} missing, and {} has signed {}: the end of the log was cut off, "
                           "or an old copy was put in its place.",
                           which, several ? "are" : "is", found.about, several ? "them" : "it");
    }
    return which;
}

} // namespace openmasa::audit
