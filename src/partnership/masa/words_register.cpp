// Sections and what was judged of them: the registers of an edition's words.
#include "partnership/masa/part_rows.hpp"
#include "partnership/masa/registers.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::masa {
namespace {

// --- sections -----------------------------------------------------------------------------------

constexpr Column section_columns[] = {
    edition_column,
    {.key = "place", .label = "Place", .holds = Holds::number, .shown = true},
    {.key = "heading",
     .label = "Section",
     .use = Use::key,
     .longest = partnership::longest_masa_title,
     .shown = true,
     .names_row = true},
    {.key = "words",
     .label = "Words",
     .holds = Holds::long_words,
     .use = Use::given,
     .longest = partnership::longest_masa_section},
    edition_id_column,
    id_column,
};

void each_section(store::Db& db, const Scope& scope, const registers::TakeRow& take) {
    each_edition(db, scope, [&](const MasaEdition& edition) {
        int place = 0;
        for (const auto& one : edition.sections)
            take({edition.title, std::to_string(++place), one.heading, one.words, edition.id.str(),
                  one.id.str()});
    });
}

MasaSection section_of(const Scope& scope, const Proposed& row) {
    return {part_id_of(scope, row), row["heading"], row["words"]};
}

std::vector<Problem> problems_of_section(store::Db& db, const Scope& scope, const Proposed& row) {
    return problems_of_part(db, scope, row, [&](const MasaEdition& edition) {
        if (!is_open(edition))
            return std::vector<Problem>{
                {"words", "The words of this edition are signed, published or on their way to be: "
                          "a file never changes them."}};
        return partnership::problems_with(section_of(scope, row));
    });
}

Result<Done> save_section(store::Db& db, const Scope& scope, const Proposed& row) {
    const auto edition = TRY(edition_of(db, scope, row));
    return write(db, scope,
                 WriteSection{{edition.id, edition.version}, section_of(scope, row), std::nullopt});
}

std::string page_of_section(const Cells& row) {
    return page_of_part(section_columns, row, "/words");
}

// --- the checklist ------------------------------------------------------------------------------

constexpr Choice judgements[] = {{"met", "Met"}, {"explained", "Left out, with a reason"}};

constexpr Column check_columns[] = {
    edition_column,
    {.key = "item", .label = "Key", .use = Use::key, .fixed = true},
    {.key = "asked", .label = "What guidance asks for", .shown = true, .names_row = true},
    {.key = "clause", .label = "Clause"},
    {.key = "judged",
     .label = "Judged",
     .holds = Holds::choice,
     .use = Use::given,
     .choices = judgements,
     .hint = "Empty: nobody has judged it yet.",
     .shown = true,
     .filters = true},
    {.key = "words",
     .label = "Where, or why not",
     .holds = Holds::long_words,
     .use = Use::given,
     .longest = partnership::longest_masa_words,
     .shown = true},
    {.key = "judged_by", .label = "Judged by"},
    {.key = "judged_on", .label = "Judged on", .holds = Holds::day},
    edition_id_column,
    id_column,
};

Cells check_cells(const MasaEdition& edition, const partnership::RequiredContent& content) {
    const auto* check = partnership::check_of(edition, content.key);
    return {edition.title,
            std::string(content.key),
            std::string(content.heading),
            fmt::format("{}, {}", content.guidance, content.clause),
            check ? std::string(to_text(check->judged)) : "",
            check ? check->words : "",
            check ? check->judged_by : "",
            check ? iso(check->judged_on) : "",
            edition.id.str(),
            fmt::format("{}-{}", edition.id.view(), content.key)};
}

void each_check(store::Db& db, const Scope& scope, const registers::TakeRow& take) {
    each_edition(db, scope, [&](const MasaEdition& edition) {
        for (const auto* content :
             partnership::required_contents(guidance_day(edition, scope.today)))
            take(check_cells(edition, *content));
    });
}

Judge judgement_of(const MasaEdition& edition, const Proposed& row) {
    Judge command{.read = {edition.id, edition.version},
                  .item = row["item"],
                  .judged = {},
                  .words = row["words"]};
    MasaCheck::Judged judged{};
    if (from_text(row["judged"], judged)) command.judged = judged;
    return command;
}

std::vector<Problem> problems_of_check(store::Db& db, const Scope& scope, const Proposed& row) {
    return problems_of_part(db, scope, row, [&](const MasaEdition& edition) {
        if (!takes_notes(edition))
            return std::vector<Problem>{
                {"judged", "This edition is over: it is not judged any more."}};
        return problems_with(judgement_of(edition, row));
    });
}

Result<Done> save_check(store::Db& db, const Scope& scope, const Proposed& row) {
    const auto edition = TRY(edition_of(db, scope, row));
    return judge(db, scope, judgement_of(edition, row));
}

std::string page_of_check(const Cells& row) {
    return page_of_part(check_columns, row, "/checklist");
}

} // namespace

constinit const registers::Register section_register = {.kind = "arrangement_sections",
                                                        .title = "Sections of the arrangements",
                                                        .one = "section",
                                                        .many = "sections of the arrangements",
                                                        .read = Permission::read_agencies,
                                                        .change = Permission::edit_agencies,
                                                        .address = "/arrangements/sections",
                                                        .columns = section_columns,
                                                        .each = each_section,
                                                        .names = names_of_editions,
                                                        .problems = problems_of_section,
                                                        .save = save_section,
                                                        .page_of = page_of_section,
                                                        .looks_back = true};

constinit const registers::Register check_register = {
    .kind = "arrangement_checklist",
    .title = "Checklist of the arrangements",
    .one = "required content",
    .many = "required contents of the arrangements",
    .read = Permission::read_agencies,
    .change = Permission::edit_agencies,
    .address = "/arrangements/checklist",
    .columns = check_columns,
    .may_add = false,
    .why_not_new = "What guidance asks for comes with the program.",
    .each = each_check,
    .names = names_of_editions,
    .problems = problems_of_check,
    .save = save_check,
    .page_of = page_of_check,
    .looks_back = true};

} // namespace openmasa::masa
