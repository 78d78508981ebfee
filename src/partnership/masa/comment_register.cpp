// What was said in the consultations, and what came of it, as a list. Comments are made on the
// pages of the sections, by whoever says them: a file brings none in.
#include "partnership/masa/comments.hpp"
#include "partnership/masa/part_rows.hpp"
#include "partnership/masa/registers.hpp"

namespace openmasa::masa {
namespace {

constexpr Choice states[] = {{"open", "Not answered yet"},
                             {"accepted", "Accepted"},
                             {"declined", "Not accepted"},
                             {"withdrawn", "Withdrawn"}};

constexpr Column columns[] = {
    {.key = "edition",
     .label = "Edition",
     .use = Use::key,
     .fixed = true,
     .shown = true,
     .filters = true},
    {.key = "section", .label = "Section", .use = Use::key, .fixed = true, .shown = true},
    {.key = "who", .label = "Who", .use = Use::key, .fixed = true, .shown = true},
    {.key = "said_at", .label = "When", .use = Use::key, .fixed = true},
    {.key = "words",
     .label = "What they said",
     .holds = Holds::long_words,
     .shown = true,
     .names_row = true},
    {.key = "state",
     .label = "Stands",
     .holds = Holds::choice,
     .choices = states,
     .shown = true,
     .filters = true},
    {.key = "answer", .label = "What came of it", .holds = Holds::long_words, .shown = true},
    {.key = "answered_by", .label = "Answered by"},
    {.key = "answered_at", .label = "Answered at"},
    edition_id_column,
    id_column,
};

Cells cells_of(const MasaEdition& edition, const Comment& comment) {
    return {
        edition.title,    comment.heading,     comment.known_as,
        iso(comment.at),  comment.words,       std::string(to_text(comment.state)),
        comment.answer,   comment.answered_by, comment.answered_at ? iso(*comment.answered_at) : "",
        edition.id.str(), comment.id.str()};
}

void each(store::Db& db, const Scope& scope, const registers::TakeRow& take) {
    const auto all = all_comments(db, scope);
    each_edition(db, scope, [&](const MasaEdition& edition) {
        for (const auto& one : all)
            if (one.edition == edition.id) take(cells_of(edition, one));
    });
}

std::string page_of(const Cells& row) {
    return page_of_part(columns, row, "/comments");
}

} // namespace

constinit const registers::Register comment_register = {
    .kind = "arrangement_comments",
    .title = "Comments on the arrangements",
    .one = "comment",
    .many = "comments on the arrangements",
    .read = Permission::read_agencies,
    .change = Permission::edit_agencies,
    .address = "/arrangements/comments",
    .columns = columns,
    .may_add = false,
    .why_not_new = "People comment on the page of a section, each in their own name.",
    .each = each,
    .page_of = page_of,
    .looks_back = true};

} // namespace openmasa::masa
