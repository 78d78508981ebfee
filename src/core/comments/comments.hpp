#pragma once
// Comments on a record of any kind. Whether a person may see the record is asked before any of
// these is called (Module::records).
#include "core/access/scope.hpp"
#include "kernel/result.hpp"
#include "store/db.hpp"
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace openmasa::comments {

struct CommentKind;
using CommentId = Id<CommentKind>;

struct Comment {
    CommentId id;
    std::string kind, record;
    /// The comment that it answers; an answer has none of its own.
    std::optional<CommentId> answers;
    std::optional<PersonId> person;
    /// The office or name shown.
    std::string who;
    std::string words;
    Moment at{};
    std::int64_t version = 1;
    bool withdrawn = false;
    std::string withdrawn_why;
    std::optional<Moment> withdrawn_at{};
};

/// Oldest first, withdrawn ones too.
std::vector<Comment> on(store::Db& db, std::string_view kind, std::string_view record);
/// Those of them that had been said before `end`, each as it stood then.
std::vector<Comment> as_they_stood(std::vector<Comment> comments, Moment end);
std::optional<Comment> find(store::Db& db, const CommentId& id);

// Use cases; inside atomically().
struct AddComment {
    std::string kind, record;
    std::optional<CommentId> answers;
    std::string words;
};
/// Refused without words, with too many, and as an answer to what is no comment on that record.
Result<Comment> add(store::Db& db, const Scope& scope, const AddComment& command);

struct WithdrawComment {
    CommentId id;
    std::string why;
};
/// Only one's own, once, with a reason.
Result<Comment> withdraw(store::Db& db, const Scope& scope, const WithdrawComment& command);
/// What was said about a record that is destroyed goes with it, from the history too. Gives how
/// many versions went. Inside atomically().
int destroy_on(store::Db& db, std::string_view kind, std::string_view record,
               std::string_view certificate);
/// Whether this person wrote it and may still withdraw it.
bool may_withdraw(const Scope& scope, const Comment& comment);

} // namespace openmasa::comments
