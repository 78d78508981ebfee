#include "partnership/masa/publishing.hpp"
#include "core/access/secret.hpp"
#include "core/clocks/running.hpp"
#include "core/files/attachment.hpp"
#include "kernel/london_time.hpp"
#include "kernel/text.hpp"
#include "partnership/masa/comments.hpp"
#include "partnership/masa/review.hpp"
#include "partnership/masa_store.hpp"
#include "partnership/office_holding.hpp"
#include "partnership/office_store.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::masa {
namespace {

using partnership::MasaPublication;
using signoff::SignOff;

std::string page_of(const MasaId& id) {
    return "/arrangements/" + id.str();
}

std::vector<SignOff> sign_offs_of(store::Db& db, const MasaId& id) {
    return signoff::of_record(db, partnership::arrangements_kind, id.view());
}

/// The version that waits for signatures, for somebody who may see the edition.
Result<std::pair<MasaEdition, SignOff>> find_for_signature(store::Db& db, const Scope& scope,
                                                           const MasaId& id) {
    auto edition = partnership::find_masa(db, scope, id);
    if (!edition) return not_found();
    auto all = sign_offs_of(db, id);
    if (all.empty()) return not_found();
    return std::pair(std::move(*edition), std::move(all.front()));
}

/// "Lead safeguarding partner, police: Chief Constable, 12 Nov 2026".
std::vector<std::string> signature_lines(const SignOff& sign_off) {
    std::vector<std::string> lines;
    for (const auto& one : sign_off.signatures)
        lines.push_back(fmt::format("{}: {}{}, {}", asked_of(sign_off, one.office)->name,
                                    one.known_as, one.acting ? " (acting)" : "",
                                    spoken(london_day(one.at))));
    return lines;
}

void add_snapshot(MasaEdition& edition, const Scope& scope, MasaDocument document) {
    MasaPublication snapshot{.number = static_cast<int>(edition.publications.size()) + 1,
                             .content = {},
                             .digest = {},
                             .published_on =
                                 edition.publications.empty() ? *edition.published_on : scope.today,
                             .corrected = document.corrected,
                             .why = document.corrected_why,
                             .published_by = scope.known_as};
    document.number = snapshot.number;
    document.published_on = snapshot.published_on;
    snapshot.content = partnership::bytes_of(document);
    snapshot.digest = sha256(snapshot.content);
    edition.publications.push_back(std::move(snapshot));
}

/// Source of the review: RULES 21, the clock's own rule (core/clocks/built_in_rules.cpp).
Result<Done> start_review_clock(store::Db& db, const Scope& scope, const MasaEdition& edition) {
    TRY(clocks::start(db, scope,
                      {.kind = std::string(partnership::arrangements_kind),
                       .record = edition.id.str(),
                       .rule = std::string(review_clock),
                       .from = *edition.published_on}));
    return Done{};
}

Result<Done> stop_review_clock(store::Db& db, const Scope& scope, const MasaId& id, Day on) {
    for (const auto& clock : clocks::about(db, partnership::arrangements_kind, id.view()))
        if (clock.rule == review_clock && !clock.is_stopped())
            TRY(clocks::stop(db, scope,
                             {.id = clock.id,
                              .version = clock.version,
                              .on = on,
                              .why = "The next edition was published."}));
    return Done{};
}

/// What was in force until the day on which this one is published.
Result<Done> supersede_others(store::Db& db, const Scope& scope, const MasaEdition& edition) {
    for (const auto& listed : partnership::list_masa(db, scope)) {
        if (listed.stage != MasaStage::published || listed.id == edition.id) continue;
        auto other = partnership::find_masa(db, scope, listed.id);
        other->stage = MasaStage::superseded;
        other->superseded_on = *edition.published_on;
        TRY(partnership::save_masa(db, scope, *other, "arrangements.superseded",
                                   edition.published_on));
        TRY(stop_review_clock(db, scope, other->id, *edition.published_on));
    }
    return Done{};
}

std::string words_of(const std::vector<partnership::Missing>& missing) {
    return missing.size() == 1
               ? missing.front().words
               : fmt::format("{} And {} more.", missing.front().words,
                             counted(static_cast<long long>(missing.size()) - 1, "thing"));
}

Result<std::vector<signoff::Asked>> asked_in_order(store::Db& db, const Scope& scope,
                                                   const MasaEdition& edition,
                                                   const Offer& command) {
    const auto leads =
        partnership::lead_partners_on(partnership::list_offices(db, scope), scope.today);
    const auto files = document_now(db, edition).files.size();
    const auto missing = partnership::missing_for_signature(
        edition, files, leads, scope.today, without_answer(comments_on(db, scope, edition.id)));
    if (!missing.empty()) return invalid("", words_of(missing));
    return partnership::in_order(leads, command.places);
}

Result<Done> put_words(MasaEdition& edition, const Correct& command) {
    if (command.words.size() != edition.sections.size())
        return conflict("The sections are others by now. Look at them again.");
    std::vector<Problem> problems;
    edition.title = one_line(command.title);
    for (auto& problem : partnership::problems_with(edition))
        problems.push_back(std::move(problem));
    for (std::size_t at = 0; at < command.words.size(); ++at) {
        auto& section = edition.sections[at];
        section.words = trimmed(command.words[at]);
        for (auto& problem : partnership::problems_with(section))
            problems.push_back({fmt::format("words-{}", at + 1), std::move(problem.words)});
    }
    const auto ask = [&](std::string_view field, const std::string& words, std::string_view asks) {
        if (trimmed(words).empty()) problems.push_back({std::string(field), std::string(asks)});
        if (words.size() > partnership::longest_masa_words)
            problems.push_back({std::string(field), "This is too long."});
    };
    ask("corrected", command.corrected, "Say what was corrected.");
    ask("why", command.why, "Say why.");
    if (!problems.empty()) return invalid(std::move(problems));
    return Done{};
}

/// The words alone.
MasaDocument unpublished(MasaDocument document) {
    document.number = 0;
    return document;
}

/// The one before ended with it, and the one after follows it.
Result<Done> tie_to_neighbours(store::Db& db, const Scope& scope, const MasaEdition& edition,
                               const std::optional<MasaId>& next) {
    auto before =
        edition.follows ? partnership::find_masa(db, scope, *edition.follows) : std::nullopt;
    if (before && before->superseded_on && *before->superseded_on > *edition.published_on) {
        before->superseded_on = edition.published_on;
        TRY(partnership::save_masa(db, scope, *before, "arrangements.superseded",
                                   edition.published_on));
    }
    auto after = next ? partnership::find_masa(db, scope, *next) : std::nullopt;
    if (!after) return Done{};
    after->follows = edition.id;
    return partnership::save_masa(db, scope, *after, "arrangements.changed", after->published_on);
}

/// Between those that were published before and after it.
Result<Done> put_among_others(store::Db& db, const Scope& scope, MasaEdition& edition) {
    const auto day = *edition.published_on;
    std::optional<MasaId> next;
    for (const auto& other : partnership::list_masa(db, scope)) { // the newest first
        if (!other.published_on) continue;
        if (*other.published_on == day)
            return invalid("published_on", "Another edition was published on that day.");
        if (*other.published_on < day && !edition.follows) edition.follows = other.id;
        if (*other.published_on < day) continue;
        edition.superseded_on = other.published_on;
        next = other.id;
    }
    if (edition.superseded_on) edition.stage = MasaStage::superseded;
    partnership::add_masa(db, scope, edition);
    TRY(tie_to_neighbours(db, scope, edition, next));
    if (edition.superseded_on) return Done{};
    TRY(supersede_others(db, scope, edition));
    return start_review_clock(db, scope, edition);
}

/// Its day, or what is wrong with it.
std::optional<Day> published_day(const Earlier& command, Day today,
                                 std::vector<Problem>& problems) {
    const auto day = typed_day(one_line(command.published_on));
    if (!day)
        problems.push_back({"published_on", "Enter the day, as 12 June 2026."});
    else if (*day > today)
        problems.push_back({"published_on", "It was published today or earlier."});
    return day;
}

/// The edition as it is recorded, but for its snapshot; adds all that is wrong with it.
MasaEdition earlier_edition(store::Db& db, const Scope& scope, const Earlier& command,
                            std::vector<Problem>& problems) {
    MasaEdition edition{.id = scope.new_id<MasaId>(),
                        .title = one_line(command.title),
                        .area = one_line(command.area),
                        .stage = MasaStage::published,
                        .changed = std::string(trimmed(command.said.changed)),
                        .changed_why = std::string(trimmed(command.said.changed_why)),
                        .signed_elsewhere = one_line(command.signed_by)};
    for (auto& problem : partnership::problems_with(edition)) problems.push_back(problem);
    set_authority(db, edition, command.said, scope.today, problems);
    edition.published_on = published_day(command, scope.today, problems);
    if (edition.signed_elsewhere.empty())
        problems.push_back({"signed_by", "Say which offices signed it, as far as it is known."});
    if (command.sections.empty() || trimmed(command.sections.front().words).empty())
        problems.push_back({"summary", "Say what it says, or where it is."});
    for (const auto& one : command.sections) {
        edition.sections.push_back(
            {scope.new_id<MasaPartId>(), one_line(one.heading), std::string(trimmed(one.words))});
        for (auto& problem : partnership::problems_with(edition.sections.back()))
            problems.push_back({"summary", std::move(problem.words)});
    }
    return edition;
}

} // namespace

MasaDocument document_now(store::Db& db, const MasaEdition& edition) {
    std::vector<partnership::MasaFile> files;
    for (const auto& one : files_of(db, edition)) files.push_back({one.name, one.file.digest});
    return partnership::document_of(edition, std::move(files));
}

Result<Done> offer(store::Db& db, const Scope& scope, const Offer& command) {
    return changed(db, scope, command.read, "arrangements.offered",
                   [&](MasaEdition& edition) -> Result<Done> {
                       if (!partnership::is_open(edition))
                           return conflict("It is for signature already, or signed.");
                       auto asked = TRY(asked_in_order(db, scope, edition, command));
                       TRY(signoff::offer(db, scope,
                                          {.kind = std::string(partnership::arrangements_kind),
                                           .id = edition.id.str(),
                                           .title = edition.title,
                                           .page = page_of(edition.id),
                                           .content = bytes_of(document_now(db, edition))},
                                          std::move(asked), partnership::holders_for_signing));
                       edition.stage = MasaStage::sign_off;
                       return Done{};
                   });
}

Result<Done> sign(store::Db& db, const Scope& scope, const SignAs& command) {
    auto [edition, waiting] = TRY(find_for_signature(db, scope, command.id));
    const auto now = partnership::bytes_of(document_now(db, edition));
    const auto after = TRY(signoff::sign(db, scope, waiting.id, command.signing, now,
                                         partnership::holders_for_signing));
    if (state_of(after) != signoff::State::signed_by_all) return Done{};
    edition.stage = MasaStage::signed_by_all;
    return partnership::save_masa(db, scope, edition, "arrangements.signed");
}

Result<Done> ask_for_changes(store::Db& db, const Scope& scope, const AskForChanges& command) {
    auto [edition, waiting] = TRY(find_for_signature(db, scope, command.id));
    TRY(signoff::send_back(db, scope, {waiting.id, command.office, command.why},
                           partnership::holders_for_signing));
    edition.stage = MasaStage::draft;
    return partnership::save_masa(db, scope, edition, "arrangements.sent_back");
}

Result<Done> take_back(store::Db& db, const Scope& scope, const Read& read,
                       const std::string& why) {
    return changed(db, scope, read, "arrangements.taken_back",
                   [&](MasaEdition& edition) -> Result<Done> {
                       if (trimmed(why).empty()) return invalid("why", "Say why it is taken back.");
                       if (edition.stage == MasaStage::sign_off) {
                           const auto waiting = sign_offs_of(db, edition.id);
                           TRY(signoff::withdraw(db, scope, waiting.front().id, why));
                       } else if (edition.stage != MasaStage::signed_by_all) {
                           return conflict("It is not for signature, and not signed.");
                       }
                       edition.stage = MasaStage::draft;
                       return Done{};
                   });
}

Result<Done> publish(store::Db& db, const Scope& scope, const Read& read) {
    auto edition = TRY(find_to_change(db, scope, read));
    const auto all = sign_offs_of(db, edition.id);
    if (edition.stage != MasaStage::signed_by_all || all.empty() ||
        state_of(all.front()) != signoff::State::signed_by_all)
        return conflict("It is published once everybody has signed it.");
    const auto& was_signed = all.front();
    auto document = document_now(db, edition);
    if (sha256(partnership::bytes_of(document)) != was_signed.digest)
        return conflict("Its words are not those that were signed. Take it back, and have it "
                        "signed again.");
    edition.stage = MasaStage::published;
    edition.published_on = scope.today;
    document.signatures = signature_lines(was_signed);
    add_snapshot(edition, scope, std::move(document));
    TRY(supersede_others(db, scope, edition));
    TRY(partnership::save_masa(db, scope, edition, "arrangements.published"));
    return start_review_clock(db, scope, edition);
}

Result<Done> correct(store::Db& db, const Scope& scope, const Correct& command) {
    return changed(
        db, scope, command.read, "arrangements.corrected",
        [&](MasaEdition& edition) -> Result<Done> {
            if (edition.stage != MasaStage::published)
                return conflict("Only what is published and in force is corrected.");
            const auto before = partnership::document_in(edition.publications.back().content);
            TRY(put_words(edition, command));
            auto document = document_now(db, edition);
            if (partnership::bytes_of(document) == partnership::bytes_of(unpublished(before)))
                return invalid("corrected", "No word is another than before.");
            document.signatures = before.signatures;
            document.corrected = trimmed(command.corrected);
            document.corrected_why = trimmed(command.why);
            add_snapshot(edition, scope, std::move(document));
            return Done{};
        });
}

std::vector<Problem> problems_with(store::Db& db, const Scope& scope, const Earlier& command) {
    std::vector<Problem> problems;
    earlier_edition(db, scope, command, problems);
    for (const auto& other : partnership::list_masa(db, scope))
        if (other.published_on && other.published_on == typed_day(one_line(command.published_on)))
            problems.push_back({"published_on", "Another edition was published on that day."});
    return problems;
}

Result<MasaId> record_earlier(store::Db& db, const Scope& scope, const Earlier& command) {
    if (!scope.may(Permission::edit_agencies)) return not_found();
    std::vector<Problem> problems;
    auto edition = earlier_edition(db, scope, command, problems);
    if (!problems.empty()) return invalid(std::move(problems));
    auto document = partnership::document_of(edition, {});
    document.signatures = {edition.signed_elsewhere};
    add_snapshot(edition, scope, std::move(document));
    TRY(put_among_others(db, scope, edition));
    return edition.id;
}

} // namespace openmasa::masa
