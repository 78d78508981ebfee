#pragma once
// What those who are consulted say of a section, and what came of it. A comment is a record of its
// own: it changes no version of the edition, so nobody who writes the words is disturbed.
#include "core/audit/newest.hpp"
#include "partnership/masa/actions.hpp"

namespace openmasa::masa {

struct MasaCommentKind;
using MasaCommentId = Id<MasaCommentKind>;

inline constexpr std::string_view comment_kind = "arrangements_comment";

struct Comment {
    enum class State { open, accepted, declined, withdrawn };
    MasaCommentId id;
    MasaId edition;
    MasaPartId section;
    /// What the section was called then.
    std::string heading;
    PersonId person;
    /// The office or name shown.
    std::string known_as;
    std::string words;
    Moment at{};
    State state = State::open;
    /// What was changed, why nothing was, or why it was withdrawn; and by whom.
    std::string answer, answered_by;
    std::optional<Moment> answered_at{};
    std::int64_t version = 1;
};
std::string_view to_text(Comment::State state);
bool from_text(std::string_view text, Comment::State& state);
/// "Not accepted", for people.
std::string_view spoken(Comment::State state);
using partnership::spoken; // of everything else

/// Whether comments are taken now: only while it is out for consultation.
bool takes_comments(const MasaEdition& edition);
/// Whether this person wrote it and may still withdraw it.
bool may_withdraw(const Scope& scope, const Comment& comment);
int without_answer(const std::vector<Comment>& comments);

/// On an edition that this person may see, the oldest first; as they stood then where somebody
/// looks back. One statement.
std::vector<Comment> comments_on(store::Db& db, const Scope& scope, const MasaId& edition);
/// Of every edition, for whoever has asked which of them this person may see.
std::vector<Comment> all_comments(store::Db& db, const Scope& scope);
std::optional<Comment> find_comment(store::Db& db, const MasaCommentId& id);

// Use cases; inside submit() or atomically().

/// By whoever may see the edition and has an account.
struct AddComment {
    MasaId edition;
    MasaPartId section;
    std::string words;
};
Result<Comment> add(store::Db& db, const Scope& scope, const AddComment& command);

/// By whoever keeps the arrangements, while the words can change; said again it is put right. Who
/// commented is told.
struct AnswerComment {
    MasaCommentId id;
    std::int64_t version = 0;
    /// Accepted or declined.
    std::optional<Comment::State> outcome{};
    /// What was changed, or why nothing was.
    std::string words;
};
Result<Done> answer(store::Db& db, const Scope& scope, const AnswerComment& command);

/// One's own, before it is answered, with a reason.
struct WithdrawComment {
    MasaCommentId id;
    std::string why;
};
Result<Done> withdraw(store::Db& db, const Scope& scope, const WithdrawComment& command);

/// Holds every comment against the history.
void verify_comments(store::Db& db, audit::Verdict& verdict);

} // namespace openmasa::masa
