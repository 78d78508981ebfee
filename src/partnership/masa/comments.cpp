#include "partnership/masa/comments.hpp"
#include "core/history/as_at.hpp"
#include "core/notices/notice.hpp"
#include "kernel/text.hpp"
#include "partnership/masa_store.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::masa {
namespace {

using history::Kept;
using history::Part;
using State = Comment::State;
using store::None;
using store::Query;

constexpr Query<Comment(MasaId)> list_on{"masa.comments_on", R"sql(
    SELECT id, edition_id, part_id, heading, person_id, known_as, words, made_at, state, answer, answered_by,
           answered_at, version
    FROM masa_comment WHERE edition_id = $1 ORDER BY made_at, id)sql"};
constexpr Query<Comment()> list_all{"masa.comments", R"sql(
    SELECT id, edition_id, part_id, heading, person_id, known_as, words, made_at, state, answer, answered_by,
           answered_at, version
    FROM masa_comment ORDER BY edition_id, made_at, id)sql"};
constexpr Query<Comment(MasaCommentId)> find_one{"masa.find_comment", R"sql(
    SELECT id, edition_id, part_id, heading, person_id, known_as, words, made_at, state, answer, answered_by,
           answered_at, version
    FROM masa_comment WHERE id = $1)sql"};
constexpr Query<None(MasaCommentId, MasaId, MasaPartId, std::string_view, PersonId,
                     std::string_view, std::string_view, Moment)>
    insert_comment{"masa.add_comment", R"sql(
    INSERT INTO masa_comment (id, edition_id, part_id, heading, person_id, known_as, words, made_at, state, answer,
                              answered_by, version)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'open', '', '', 1))sql"};
constexpr Query<None(MasaCommentId, std::int64_t, State, std::string_view, std::string_view,
                     Moment)>
    update_comment{"masa.save_comment", R"sql(
    UPDATE masa_comment SET version = $2 + 1, state = $3, answer = $4, answered_by = $5, answered_at = $6
    WHERE id = $1 AND version = $2)sql"};

std::string spoken_state(std::string_view raw) {
    State state{};
    return from_text(raw, state) ? std::string(spoken(state)) : std::string(raw);
}

constexpr Kept<Comment> kept[] = {
    {{"heading", "Section"}, [](const Comment& c) { return c.heading; }},
    {{"edition", ""}, [](const Comment& c) { return c.edition.str(); }},
    {{"section", ""}, [](const Comment& c) { return c.section.str(); }},
    {{"person", ""}, [](const Comment& c) { return c.person.str(); }},
    {{"by", "By"}, [](const Comment& c) { return c.known_as; }},
    {{"words", "Words"}, [](const Comment& c) { return c.words; }},
    {{"state", "Stands", Part::state, spoken_state},
     [](const Comment& c) { return std::string(to_text(c.state)); }},
    {{"answer", "Answer"}, [](const Comment& c) { return c.answer; }},
    {{"answered_by", "Answered by"}, [](const Comment& c) { return c.answered_by; }},
};
constexpr auto fields = history::fields_of(kept);

history::Content content_of(const Comment& comment) {
    history::Content content;
    history::put(content, kept, comment);
    return content;
}

void record(store::Db& db, const Scope& scope, std::string_view verb, const Comment& comment) {
    audit::record(db, scope,
                  {.verb = verb,
                   .kind = comment_kind,
                   .id = comment.id.view(),
                   .version = comment.version,
                   .content = content_of(comment)});
}

std::vector<Problem> problems_with_words(std::string_view field, std::string_view words,
                                         std::string_view ask) {
    if (trimmed(words).empty()) return {{std::string(field), std::string(ask)}};
    if (words.size() > partnership::longest_masa_words)
        return {{std::string(field), fmt::format("This is too long: at most {} characters.",
                                                 partnership::longest_masa_words)}};
    return {};
}

std::vector<Problem> problems_with(const AnswerComment& command) {
    const bool is_said = command.outcome == State::accepted || command.outcome == State::declined;
    auto found = problems_with_words("words", command.words,
                                     command.outcome == State::declined
                                         ? "Say why it is not accepted."
                                         : "Say what was changed because of it.");
    if (!is_said) found.insert(found.begin(), {"outcome", "Say whether it is accepted."});
    return found;
}

/// As it was before whatever came later.
void stand_as_then(std::vector<Comment>& comments, Moment end) {
    std::erase_if(comments, [&](const Comment& one) { return one.at >= end; });
    for (auto& one : comments) {
        if (!one.answered_at || *one.answered_at < end) continue;
        one.state = State::open;
        one.answer.clear();
        one.answered_by.clear();
        one.answered_at.reset();
    }
}

std::vector<Comment> shown(const Scope& scope, std::vector<Comment> comments) {
    if (scope.looking_back) stand_as_then(comments, history::end_of(scope.today));
    return comments;
}

Result<Done> save(store::Db& db, const Scope& scope, Comment comment, std::string_view verb) {
    comment.answered_by = scope.known_as;
    comment.answered_at = scope.now;
    const int saved = db.run(update_comment, comment.id, comment.version, comment.state,
                             comment.answer, comment.answered_by, scope.now);
    if (saved == 0) return conflict("Somebody answered this comment while you were writing.");
    ++comment.version;
    record(db, scope, verb, comment);
    return Done{};
}

} // namespace

std::string_view to_text(State state) {
    switch (state) {
    case State::open: return "open";
    case State::accepted: return "accepted";
    case State::declined: return "declined";
    case State::withdrawn: return "withdrawn";
    }
    return {};
}

bool from_text(std::string_view text, State& state) {
    for (const auto one : {State::open, State::accepted, State::declined, State::withdrawn})
        if (text == to_text(one)) {
            state = one;
            return true;
        }
    return false;
}

std::string_view spoken(State state) {
    switch (state) {
    case State::open: return "Not answered yet";
    case State::accepted: return "Accepted";
    case State::declined: return "Not accepted";
    case State::withdrawn: return "Withdrawn";
    }
    return {};
}

bool takes_comments(const MasaEdition& edition) {
    return edition.stage == MasaStage::consultation;
}

bool may_withdraw(const Scope& scope, const Comment& comment) {
    return comment.state == State::open && scope.person == comment.person && !scope.looking_back;
}

int without_answer(const std::vector<Comment>& comments) {
    return static_cast<int>(std::ranges::count(comments, State::open, &Comment::state));
}

std::vector<Comment> comments_on(store::Db& db, const Scope& scope, const MasaId& edition) {
    return shown(scope, db.all(list_on, edition));
}

std::vector<Comment> all_comments(store::Db& db, const Scope& scope) {
    return shown(scope, db.all(list_all));
}

std::optional<Comment> find_comment(store::Db& db, const MasaCommentId& id) {
    return db.one(find_one, id);
}

Result<Comment> add(store::Db& db, const Scope& scope, const AddComment& command) {
    const auto edition = partnership::find_masa(db, scope, command.edition);
    if (!edition || !scope.person) return not_found();
    const auto section = std::ranges::find(edition->sections, command.section, &MasaSection::id);
    if (section == edition->sections.end()) return not_found();
    if (!takes_comments(*edition))
        return conflict("It is not out for consultation: comments are not taken now.");
    if (auto problems = problems_with_words("words", command.words, "Write your comment.");
        !problems.empty())
        return invalid(std::move(problems));
    Comment made{.id = scope.new_id<MasaCommentId>(),
                 .edition = edition->id,
                 .section = section->id,
                 .heading = section->heading,
                 .person = *scope.person,
                 .known_as = scope.known_as,
                 .words = std::string(trimmed(command.words)),
                 .at = scope.now,
                 .answer = {},
                 .answered_by = {}};
    db.run(insert_comment, made.id, made.edition, made.section, made.heading, made.person,
           made.known_as, made.words, made.at);
    record(db, scope, "arrangements_comment.added", made);
    return made;
}

Result<Done> answer(store::Db& db, const Scope& scope, const AnswerComment& command) {
    auto comment = find_comment(db, command.id);
    const auto edition =
        comment ? partnership::find_masa(db, scope, comment->edition) : std::nullopt;
    if (!edition || !scope.may(Permission::edit_agencies)) return not_found();
    if (!is_open(*edition))
        return conflict("The consultation is over: what came of it stays as it is.");
    if (comment->state == State::withdrawn) return conflict("It was withdrawn meanwhile.");
    if (auto problems = problems_with(command); !problems.empty())
        return invalid(std::move(problems));
    comment->version = command.version;
    comment->state = *command.outcome;
    comment->answer = trimmed(command.words);
    notices::tell(db, scope,
                  {.person = comment->person,
                   .kind = notices::Kind::answered,
                   .about_kind = comment_kind,
                   .about_id = comment->id.view(),
                   .path = fmt::format("/arrangements/{}/sections/{}/comments",
                                       comment->edition.view(), comment->section.view())});
    return save(db, scope, std::move(*comment), "arrangements_comment.answered");
}

Result<Done> withdraw(store::Db& db, const Scope& scope, const WithdrawComment& command) {
    auto comment = find_comment(db, command.id);
    if (!comment || !may_withdraw(scope, *comment) ||
        !partnership::find_masa(db, scope, comment->edition))
        return not_found();
    if (auto problems = problems_with_words("why", command.why, "Say why you withdraw it.");
        !problems.empty())
        return invalid(std::move(problems));
    comment->state = State::withdrawn;
    comment->answer = trimmed(command.why);
    return save(db, scope, std::move(*comment), "arrangements_comment.withdrawn");
}

void verify_comments(store::Db& db, audit::Verdict& verdict) {
    audit::Newest newest(db, comment_kind, fields);
    db.each(list_all, [&](Comment&& one) {
        newest.compare({.id = one.id.view(), .version = one.version, .content = content_of(one)},
                       verdict);
    });
    newest.report_missing(verdict);
}

} // namespace openmasa::masa
