#include "partnership/masa/actions.hpp"
#include "core/access/store.hpp"
#include "core/documents/word_file.hpp"
#include "core/files/attachment.hpp"
#include "kernel/london_time.hpp"
#include "kernel/text.hpp"
#include "partnership/masa_store.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::masa {
namespace {

constexpr auto closed_words = "Its words cannot change now: they are signed, or on their way to "
                              "be. Take it back to the draft first.";

template<class Part>
Result<Done> put(std::vector<Part>& parts, Part part, std::optional<std::size_t> place = {}) {
    const auto known = std::ranges::find(parts, part.id, &Part::id);
    auto at = known == parts.end() ? parts.size() : static_cast<std::size_t>(known - parts.begin());
    if (known != parts.end()) parts.erase(known);
    if (parts.size() >= partnership::most_masa_parts)
        return invalid("", fmt::format("There are {} already; that is the most.", parts.size()));
    at = std::min(place.value_or(at), parts.size());
    parts.insert(parts.begin() + static_cast<std::ptrdiff_t>(at), std::move(part));
    return Done{};
}

template<class Part> Result<Done> take(std::vector<Part>& parts, const MasaPartId& id) {
    const auto found = std::ranges::find(parts, id, &Part::id);
    if (found == parts.end()) return not_found();
    parts.erase(found);
    return Done{};
}

Result<Done> must_be_open(const MasaEdition& edition) {
    if (!partnership::is_open(edition)) return conflict(closed_words);
    return Done{};
}

/// Milestones and judgements go on after publication, until the next edition takes its place.
Result<Done> must_take_notes(const MasaEdition& edition) {
    if (!partnership::takes_notes(edition)) return conflict("This edition is over.");
    return Done{};
}

Result<Done> must_take_consultation(const MasaEdition& edition) {
    if (!partnership::takes_consultation(edition)) return conflict(closed_words);
    return Done{};
}

std::optional<Day> typed(const std::string& words, std::string_view field,
                         std::vector<Problem>& problems) {
    const auto line = one_line(words);
    if (line.empty()) return std::nullopt;
    const auto read = typed_day(line);
    if (!read) problems.push_back({std::string(field), "Enter the day, as 12 June 2026."});
    return read;
}

MasaSection section_for(const Scope& scope, std::string heading, std::string words) {
    return {scope.new_id<MasaPartId>(), std::move(heading), std::move(words)};
}

/// The sections of the edition before, or one for everything that guidance asks for.
void take_up(store::Db& db, const Scope& scope, MasaEdition& edition, bool with_sections) {
    const auto all = partnership::list_masa(db, scope);
    const auto* before = partnership::in_force(all, scope.today);
    if (before) edition.follows = before->id;
    if (!with_sections) return;
    if (before) {
        const auto whole = partnership::find_masa(db, scope, before->id);
        for (const auto& one : whole->sections)
            edition.sections.push_back(section_for(scope, one.heading, one.words));
    }
    if (!edition.sections.empty()) return;
    for (const auto* content : partnership::required_contents(scope.today))
        edition.sections.push_back(section_for(scope, std::string(content->heading), ""));
}

} // namespace

std::vector<files::Attachment> files_of(store::Db& db, const MasaEdition& edition,
                                        std::optional<Moment> end) {
    std::vector<files::Attachment> files;
    std::string last;
    for (auto& one :
         files::attachments_of(db, {partnership::arrangements_kind, edition.id.view()})) {
        if (end && one.file.made_at >= *end) continue;
        const bool is_newest = one.name != last; // the newest of each name comes first
        last = one.name;
        if (is_newest && !std::ranges::count(edition.left_out, one.id))
            files.push_back(std::move(one));
    }
    return files;
}

void set_authority(store::Db& db, MasaEdition& edition, const Say& command, Day today,
                   std::vector<Problem>& problems) {
    edition.authorised_by.reset();
    edition.authorised_name.reset();
    edition.authorised_on = typed(command.authorised_on, "authorised_on", problems);
    if (edition.authorised_on.value_or(today) > today)
        problems.push_back({"authorised_on", "It was authorised today or earlier."});
    edition.authorised_minute = one_line(command.minute);
    if (command.authorised_by.empty()) return;
    for (const auto& owner : access::list_owners(db)) {
        if (owner.id.view() != command.authorised_by) continue;
        edition.authorised_by = owner.id;
        edition.authorised_name = owner.name;
    }
    if (!edition.authorised_by)
        problems.push_back({"authorised_by", "Choose a group or an office."});
}

Result<MasaEdition> find_to_change(store::Db& db, const Scope& scope, const Read& read) {
    if (!scope.may(Permission::edit_agencies)) return not_found();
    auto edition = partnership::find_masa(db, scope, read.id);
    if (!edition) return not_found();
    if (edition->version != read.version)
        return conflict(
            "Somebody changed these arrangements while you were writing. Look at them again.");
    return std::move(*edition);
}

Result<Done> changed(store::Db& db, const Scope& scope, const Read& read, std::string_view verb,
                     const Change& change) {
    auto edition = TRY(find_to_change(db, scope, read));
    TRY(change(edition));
    return partnership::save_masa(db, scope, edition, verb);
}

Result<MasaId> begin(store::Db& db, const Scope& scope, const Begin& command) {
    if (!scope.may(Permission::edit_agencies)) return not_found();
    MasaEdition edition{.id = scope.new_id<MasaId>(),
                        .title = one_line(command.title),
                        .area = one_line(command.area)};
    if (auto problems = partnership::problems_with(edition); !problems.empty())
        return invalid(std::move(problems));
    take_up(db, scope, edition, command.with_sections);
    partnership::add_masa(db, scope, edition);
    return edition.id;
}

Result<Done> say(store::Db& db, const Scope& scope, const Say& command) {
    return changed(db, scope, command.read, "arrangements.changed",
                   [&](MasaEdition& edition) -> Result<Done> {
                       TRY(must_be_open(edition));
                       edition.title = one_line(command.title);
                       edition.area = one_line(command.area);
                       edition.changed = trimmed(command.changed);
                       edition.changed_why = trimmed(command.changed_why);
                       std::vector<Problem> problems;
                       set_authority(db, edition, command, scope.today, problems);
                       for (auto& problem : partnership::problems_with(edition))
                           problems.push_back(std::move(problem));
                       if (!problems.empty()) return invalid(std::move(problems));
                       return Done{};
                   });
}

Result<Done> write(store::Db& db, const Scope& scope, const WriteSection& command) {
    return changed(db, scope, command.read, "arrangements.changed",
                   [&](MasaEdition& edition) -> Result<Done> {
                       TRY(must_be_open(edition));
                       auto section = command.section;
                       section.heading = one_line(section.heading);
                       section.words = trimmed(section.words);
                       if (auto problems = partnership::problems_with(section); !problems.empty())
                           return invalid(std::move(problems));
                       return put(edition.sections, std::move(section), command.place);
                   });
}

Result<Done> write(store::Db& db, const Scope& scope, const WriteMilestone& command) {
    return changed(db, scope, command.read, "arrangements.changed",
                   [&](MasaEdition& edition) -> Result<Done> {
                       TRY(must_take_notes(edition));
                       auto milestone = command.milestone;
                       std::vector<Problem> problems;
                       milestone.what = one_line(milestone.what);
                       milestone.target = one_line(milestone.target);
                       milestone.note = trimmed(milestone.note);
                       milestone.done_on = typed(command.done_on, "done_on", problems);
                       for (auto& problem : partnership::problems_with(milestone, scope.today))
                           problems.push_back(std::move(problem));
                       if (!problems.empty()) return invalid(std::move(problems));
                       return put(edition.milestones, std::move(milestone));
                   });
}

Result<Done> write(store::Db& db, const Scope& scope, const WriteConsultation& command) {
    return changed(
        db, scope, command.read, "arrangements.changed", [&](MasaEdition& edition) -> Result<Done> {
            TRY(must_take_consultation(edition));
            auto consultation = command.consultation;
            for (auto* words : {&consultation.whom, &consultation.when}) *words = one_line(*words);
            for (auto* words : {&consultation.how, &consultation.said, &consultation.came_of_it})
                *words = trimmed(*words);
            if (auto problems = partnership::problems_with(consultation); !problems.empty())
                return invalid(std::move(problems));
            return put(edition.consultation, std::move(consultation));
        });
}

Result<Done> take_away(store::Db& db, const Scope& scope, const Read& read, PartOf of,
                       const MasaPartId& part) {
    return changed(db, scope, read, "arrangements.changed",
                   [&](MasaEdition& edition) -> Result<Done> {
                       if (of == PartOf::milestones) {
                           TRY(must_take_notes(edition));
                           return take(edition.milestones, part);
                       }
                       if (of == PartOf::consultation) {
                           TRY(must_take_consultation(edition));
                           return take(edition.consultation, part);
                       }
                       TRY(must_be_open(edition));
                       return take(edition.sections, part);
                   });
}

std::vector<Problem> problems_with(const Judge& command) {
    const std::string words(trimmed(command.words));
    if (!command.judged)
        return words.empty() ? std::vector<Problem>()
                             : std::vector<Problem>{{"judged", "Say whether the words say it."}};
    return partnership::problems_with(
        MasaCheck{.item = {}, .judged = *command.judged, .words = words, .judged_by = {}});
}

Result<Done> judge(store::Db& db, const Scope& scope, const Judge& command) {
    return changed(
        db, scope, command.read, "arrangements.judged", [&](MasaEdition& edition) -> Result<Done> {
            TRY(must_take_notes(edition));
            const auto day = partnership::guidance_day(edition, scope.today);
            if (!partnership::required_content(command.item, day)) return not_found();
            std::erase_if(edition.checks,
                          [&](const MasaCheck& one) { return one.item == command.item; });
            if (auto problems = problems_with(command); !problems.empty())
                return invalid(std::move(problems));
            if (!command.judged) return Done{};
            edition.checks.push_back({.item = command.item,
                                      .judged = *command.judged,
                                      .words = std::string(trimmed(command.words)),
                                      .judged_by = scope.known_as,
                                      .judged_on = scope.today});
            return Done{};
        });
}

Result<Done> add_file(store::Db& db, const Scope& scope, const Read& read,
                      const files::File& file) {
    return changed(
        db, scope, read, "arrangements.file_added", [&](MasaEdition& edition) -> Result<Done> {
            TRY(must_be_open(edition));
            if (file.type != "application/pdf" && file.type != documents::word_media_type)
                return invalid("file", "This is neither a Word file nor a PDF.");
            files::attach(db, scope, {partnership::arrangements_kind, edition.id.view()}, file);
            return Done{};
        });
}

Result<Done> leave_out(store::Db& db, const Scope& scope, const Read& read,
                       const files::AttachmentId& file) {
    return changed(db, scope, read, "arrangements.changed",
                   [&](MasaEdition& edition) -> Result<Done> {
                       TRY(must_be_open(edition));
                       if (!std::ranges::count(files_of(db, edition), file, &files::Attachment::id))
                           return not_found();
                       edition.left_out.push_back(file);
                       return Done{};
                   });
}

Result<Done> consult(store::Db& db, const Scope& scope, const Read& read) {
    return changed(db, scope, read, "arrangements.consulted",
                   [&](MasaEdition& edition) -> Result<Done> {
                       if (edition.stage != MasaStage::draft)
                           return conflict("It is no draft any more.");
                       edition.stage = MasaStage::consultation;
                       return Done{};
                   });
}

Result<Done> withdraw(store::Db& db, const Scope& scope, const Read& read, const std::string& why) {
    return changed(db, scope, read, "arrangements.withdrawn",
                   [&](MasaEdition& edition) -> Result<Done> {
                       TRY(must_be_open(edition));
                       edition.withdrawn_why = trimmed(why);
                       if (edition.withdrawn_why.empty())
                           return invalid("why", "Say why it comes to nothing.");
                       if (edition.withdrawn_why.size() > partnership::longest_masa_words)
                           return invalid("why", "This is too long.");
                       edition.stage = MasaStage::withdrawn;
                       return Done{};
                   });
}

} // namespace openmasa::masa
