// Milestones, the consultation and the signatures of the arrangements: registers of what people do.
#include "core/history/as_at.hpp"
#include "core/signoff/store.hpp"
#include "partnership/masa/part_rows.hpp"
#include "partnership/masa/registers.hpp"
#include "partnership/masa_history.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::masa {
namespace {

// --- milestones ---------------------------------------------------------------------------------

constexpr Column milestone_columns[] = {
    edition_column,
    {.key = "what",
     .label = "Milestone",
     .use = Use::key,
     .longest = partnership::longest_masa_words,
     .shown = true,
     .names_row = true},
    {.key = "target",
     .label = "By when",
     .holds = Holds::target_date,
     .use = Use::given,
     .hint = "As people say it: 12 June 2026, Spring 2027, quarterly.",
     .required = true,
     .longest = partnership::longest_masa_title,
     .shown = true},
    {.key = "done_on", .label = "Done on", .holds = Holds::day, .use = Use::given, .shown = true},
    {.key = "note",
     .label = "Note",
     .holds = Holds::long_words,
     .use = Use::given,
     .longest = partnership::longest_masa_words},
    edition_id_column,
    id_column,
};

void each_milestone(store::Db& db, const Scope& scope, const registers::TakeRow& take) {
    each_edition(db, scope, [&](const MasaEdition& edition) {
        for (const auto& one : edition.milestones)
            take({edition.title, one.what, one.target, one.done_on ? iso(*one.done_on) : "",
                  one.note, edition.id.str(), one.id.str()});
    });
}

MasaMilestone milestone_of(const Scope& scope, const Proposed& row) {
    return {.id = part_id_of(scope, row),
            .what = row["what"],
            .target = row["target"],
            .done_on = day_from_iso(row["done_on"]),
            .note = row["note"]};
}

std::vector<Problem> problems_of_milestone(store::Db& db, const Scope& scope, const Proposed& row) {
    return problems_of_part(db, scope, row, [&](const MasaEdition& edition) {
        if (!takes_notes(edition))
            return std::vector<Problem>{
                {"edition", "This edition is over: its milestones stay as they are."}};
        return partnership::problems_with(milestone_of(scope, row), scope.today);
    });
}

Result<Done> save_milestone(store::Db& db, const Scope& scope, const Proposed& row) {
    const auto edition = TRY(edition_of(db, scope, row));
    return write(
        db, scope,
        WriteMilestone{{edition.id, edition.version}, milestone_of(scope, row), row["done_on"]});
}

std::string page_of_milestone(const Cells& row) {
    return page_of_part(milestone_columns, row);
}

// --- the consultation ---------------------------------------------------------------------------

constexpr Choice consulted_kinds[] = {
    {"agency", "A relevant agency"},
    {"group", "A group"},
    {"education", "Schools, colleges, early years"},
    {"children", "Children and young people"},
    {"families", "Parents and families"},
    {"public", "The public"},
    {"practitioners", "Practitioners"},
};

constexpr Column consultation_columns[] = {
    edition_column,
    {.key = "whom",
     .label = "Whom",
     .use = Use::key,
     .longest = partnership::longest_masa_title,
     .shown = true,
     .names_row = true},
    {.key = "when",
     .label = "When",
     .use = Use::key,
     .hint = "For example spring 2026.",
     .longest = partnership::longest_masa_title,
     .shown = true},
    {.key = "kind",
     .label = "Who they are",
     .holds = Holds::choice,
     .use = Use::given,
     .choices = consulted_kinds,
     .required = true,
     .shown = true,
     .filters = true},
    {.key = "how",
     .label = "How",
     .holds = Holds::long_words,
     .use = Use::given,
     .longest = partnership::longest_masa_words},
    {.key = "said",
     .label = "What they said",
     .holds = Holds::long_words,
     .use = Use::given,
     .longest = partnership::longest_masa_words,
     .shown = true},
    {.key = "came_of_it",
     .label = "What came of it",
     .holds = Holds::long_words,
     .use = Use::given,
     .longest = partnership::longest_masa_words,
     .shown = true},
    edition_id_column,
    id_column,
};

void each_consultation(store::Db& db, const Scope& scope, const registers::TakeRow& take) {
    each_edition(db, scope, [&](const MasaEdition& edition) {
        for (const auto& one : edition.consultation)
            take({edition.title, one.whom, one.when, std::string(to_text(one.kind)), one.how,
                  one.said, one.came_of_it, edition.id.str(), one.id.str()});
    });
}

MasaConsultation consultation_of(const Scope& scope, const Proposed& row) {
    MasaConsultation line{.id = part_id_of(scope, row),
                          .whom = row["whom"],
                          .when = row["when"],
                          .how = row["how"],
                          .said = row["said"],
                          .came_of_it = row["came_of_it"]};
    from_text(row["kind"], line.kind);
    return line;
}

std::vector<Problem> problems_of_consultation(store::Db& db, const Scope& scope,
                                              const Proposed& row) {
    return problems_of_part(db, scope, row, [&](const MasaEdition& edition) {
        if (!takes_consultation(edition))
            return std::vector<Problem>{
                {"edition", "The consultation of this edition is over: its log stays as it is."}};
        return partnership::problems_with(consultation_of(scope, row));
    });
}

Result<Done> save_consultation(store::Db& db, const Scope& scope, const Proposed& row) {
    const auto edition = TRY(edition_of(db, scope, row));
    return write(db, scope,
                 WriteConsultation{{edition.id, edition.version}, consultation_of(scope, row)});
}

std::string page_of_consultation(const Cells& row) {
    return page_of_part(consultation_columns, row);
}

// --- signatures ---------------------------------------------------------------------------------

constexpr Choice signature_states[] = {
    {"signed", "Signed"}, {"waiting", "Not signed"}, {"ended", "Sent back or taken back"}};

constexpr Column signature_columns[] = {
    {.key = "edition",
     .label = "Edition",
     .use = Use::key,
     .fixed = true,
     .shown = true,
     .filters = true},
    {.key = "document_version",
     .label = "Version put for signature",
     .holds = Holds::number,
     .use = Use::key,
     .fixed = true,
     .shown = true},
    {.key = "place", .label = "Place", .holds = Holds::number},
    {.key = "office",
     .label = "Office",
     .use = Use::key,
     .fixed = true,
     .shown = true,
     .names_row = true},
    {.key = "state",
     .label = "Stands",
     .holds = Holds::choice,
     .choices = signature_states,
     .shown = true,
     .filters = true},
    {.key = "signed_by", .label = "Signed by", .shown = true},
    {.key = "acting", .label = "Acting", .holds = Holds::yes_no},
    {.key = "signed_at", .label = "Signed at", .shown = true},
    {.key = "fingerprint", .label = "SHA-256 of what was signed"},
    edition_id_column,
    id_column,
};

std::string_view state_of_office(const signoff::SignOff& sign_off,
                                 const signoff::Signature* signature) {
    if (signature) return "signed";
    return sign_off.end ? "ended" : "waiting";
}

Cells signature_cells(const MasaEdition& edition, const signoff::SignOff& sign_off,
                      const signoff::Asked& asked) {
    const auto* signature = signature_of(sign_off, asked.office);
    return {edition.title,
            std::to_string(sign_off.document.version),
            std::to_string(asked.stage),
            asked.name,
            std::string(state_of_office(sign_off, signature)),
            signature ? signature->known_as : "",
            signature && signature->acting ? "yes" : "no",
            signature ? iso(signature->at) : "",
            sign_off.digest,
            edition.id.str(),
            fmt::format("{}-{}", sign_off.id.view(), asked.office.view())};
}

void each_signature(store::Db& db, const Scope& scope, const registers::TakeRow& take) {
    auto all = signoff::all_of_kind(db, partnership::arrangements_kind);
    if (scope.looking_back)
        all = signoff::as_they_stood(std::move(all), history::end_of(scope.today));
    each_edition(db, scope, [&](const MasaEdition& edition) {
        for (const auto& sign_off : all)
            if (sign_off.document.id == edition.id.view())
                for (const auto& asked : sign_off.asked)
                    take(signature_cells(edition, sign_off, asked));
    });
}

std::string page_of_signature(const Cells& row) {
    return page_of_part(signature_columns, row);
}

} // namespace

constinit const registers::Register milestone_register = {.kind = "arrangement_milestones",
                                                          .title = "Milestones of the arrangements",
                                                          .one = "milestone",
                                                          .many = "milestones of the arrangements",
                                                          .read = Permission::read_agencies,
                                                          .change = Permission::edit_agencies,
                                                          .address = "/arrangements/milestones",
                                                          .columns = milestone_columns,
                                                          .each = each_milestone,
                                                          .names = names_of_editions,
                                                          .problems = problems_of_milestone,
                                                          .save = save_milestone,
                                                          .page_of = page_of_milestone,
                                                          .looks_back = true};

constinit const registers::Register consultation_register = {
    .kind = "arrangement_consultation",
    .title = "Consultation on the arrangements",
    .one = "line of the consultation",
    .many = "lines of the consultation",
    .read = Permission::read_agencies,
    .change = Permission::edit_agencies,
    .address = "/arrangements/consultation",
    .columns = consultation_columns,
    .each = each_consultation,
    .names = names_of_editions,
    .problems = problems_of_consultation,
    .save = save_consultation,
    .page_of = page_of_consultation,
    .looks_back = true};

constinit const registers::Register signature_register = {
    .kind = "arrangement_signatures",
    .title = "Signatures of the arrangements",
    .one = "signature",
    .many = "signatures of the arrangements",
    .read = Permission::read_agencies,
    .change = Permission::edit_agencies,
    .address = "/arrangements/signatures",
    .columns = signature_columns,
    .may_add = false,
    .why_not_new =
        "Nobody signs by a file. An edition that was signed elsewhere is brought in with "
        "the list of editions.",
    .each = each_signature,
    .page_of = page_of_signature,
    .looks_back = true};

} // namespace openmasa::masa
