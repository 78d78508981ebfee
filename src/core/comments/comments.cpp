#include "core/comments/comments.hpp"
#include "core/audit/audit.hpp"
#include "kernel/text.hpp"

namespace openmasa::comments {
namespace {

using store::None;
using store::Query;

constexpr std::size_t most_words = 4000;

constexpr Query<Comment(std::string_view, std::string_view)> list_on{"comments.list", R"sql(
    SELECT c.id, c.kind, c.record_id, c.answers, c.person_id, coalesce(p.known_as, 'Command line'), c.words, c.at,
           c.version, c.withdrawn_at IS NOT NULL, c.withdrawn_why, c.withdrawn_at
    FROM comment c LEFT JOIN person p ON p.id = c.person_id
    WHERE c.kind = $1 AND c.record_id = $2 ORDER BY c.at, c.id)sql"};
constexpr Query<Comment(CommentId)> find_one{"comments.find", R"sql(
    SELECT c.id, c.kind, c.record_id, c.answers, c.person_id, coalesce(p.known_as, 'Command line'), c.words, c.at,
           c.version, c.withdrawn_at IS NOT NULL, c.withdrawn_why, c.withdrawn_at
    FROM comment c LEFT JOIN person p ON p.id = c.person_id WHERE c.id = $1)sql"};
constexpr Query<None(CommentId, std::string_view, std::string_view, std::optional<CommentId>,
                     std::optional<PersonId>, std::string_view, Moment)>
    insert_one{"comments.add", R"sql(
    INSERT INTO comment (id, kind, record_id, answers, person_id, words, at, version)
    VALUES ($1, $2, $3, $4, $5, $6, $7, 1))sql"};
constexpr Query<None(CommentId, std::int64_t, Moment, std::string_view)> withdraw_one{
    "comments.withdraw", R"sql(
    UPDATE comment SET version = $2 + 1, withdrawn_at = $3, withdrawn_why = $4
    WHERE id = $1 AND version = $2 AND withdrawn_at IS NULL)sql"};
constexpr Query<None(std::string_view, std::string_view, std::string_view)> purge_history{
    "comments.purge_history", R"sql(
    UPDATE history SET content = '', salt = '', destroyed_under = $3
    WHERE kind = 'comment' AND destroyed_under IS NULL
      AND record_id IN (SELECT id FROM comment WHERE kind = $1 AND record_id = $2))sql"};
constexpr Query<None(std::string_view, std::string_view, std::string_view)> blank_all{
    "comments.blank", R"sql(
    UPDATE comment SET words = 'Destroyed', withdrawn_at = coalesce(withdrawn_at, at),
                       withdrawn_why = 'Destroyed under ' || $3
    WHERE kind = $1 AND record_id = $2)sql"};

void keep_version(store::Db& db, const Scope& scope, std::string_view verb, const Comment& c) {
    audit::record(db, scope,
                  {.verb = verb,
                   .kind = "comment",
                   .id = c.id.view(),
                   .version = c.version,
                   .content = {{"About", c.kind + " " + c.record},
                               {"Answers", c.answers ? c.answers->str() : ""},
                               {"Words", c.words},
                               {"Withdrawn", c.withdrawn_why}}});
}

std::vector<Problem> problems_with(std::string_view field, std::string_view words,
                                   std::string_view ask) {
    if (trimmed(words).empty()) return {{std::string(field), std::string(ask)}};
    if (words.size() > most_words)
        return {{std::string(field), "This is too long: at most 4000 characters."}};
    return {};
}

bool can_be_answered(const std::optional<Comment>& comment, const AddComment& command) {
    return comment && !comment->withdrawn && !comment->answers && comment->kind == command.kind &&
           comment->record == command.record;
}

} // namespace

std::vector<Comment> on(store::Db& db, std::string_view kind, std::string_view record) {
    return db.all(list_on, kind, record);
}

std::vector<Comment> as_they_stood(std::vector<Comment> comments, Moment end) {
    std::erase_if(comments, [&](const Comment& comment) { return comment.at >= end; });
    for (auto& comment : comments) {
        if (!comment.withdrawn_at || *comment.withdrawn_at < end) continue;
        comment.withdrawn = false;
        comment.withdrawn_why.clear();
        comment.withdrawn_at.reset();
    }
    return comments;
}

std::optional<Comment> find(store::Db& db, const CommentId& id) {
    return db.one(find_one, id);
}

Result<Comment> add(store::Db& db, const Scope& scope, const AddComment& command) {
    if (auto problems = problems_with("words", command.words, "Write the comment.");
        !problems.empty())
        return invalid(std::move(problems));
    if (command.answers && !can_be_answered(find(db, *command.answers), command))
        return not_found();
    const Comment made{.id = scope.new_id<CommentId>(),
                       .kind = command.kind,
                       .record = command.record,
                       .answers = command.answers,
                       .person = scope.person,
                       .who = scope.known_as,
                       .words = std::string(trimmed(command.words)),
                       .at = scope.now};
    db.run(insert_one, made.id, made.kind, made.record, made.answers, made.person, made.words,
           made.at);
    keep_version(db, scope, "comment.added", made);
    return made;
}

bool may_withdraw(const Scope& scope, const Comment& comment) {
    return !comment.withdrawn && scope.person && comment.person == scope.person;
}

Result<Comment> withdraw(store::Db& db, const Scope& scope, const WithdrawComment& command) {
    auto comment = find(db, command.id);
    if (!comment || !may_withdraw(scope, *comment)) return not_found();
    if (auto problems = problems_with("why", command.why, "Say why you withdraw it.");
        !problems.empty())
        return invalid(std::move(problems));
    comment->withdrawn_why = one_line(command.why);
    if (db.run(withdraw_one, comment->id, comment->version, scope.now, comment->withdrawn_why) == 0)
        return conflict("It was withdrawn meanwhile.");
    comment->withdrawn = true;
    comment->withdrawn_at = scope.now;
    ++comment->version;
    keep_version(db, scope, "comment.withdrawn", *comment);
    return *comment;
}

int destroy_on(store::Db& db, std::string_view kind, std::string_view record,
               std::string_view certificate) {
    const int versions = db.run(purge_history, kind, record, certificate);
    db.run(blank_all, kind, record, certificate);
    return versions;
}

} // namespace openmasa::comments
