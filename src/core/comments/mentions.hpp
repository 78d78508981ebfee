#pragma once
// Who is told of a comment: whoever answers for its record, and whom it mentions ("@Chief
// Constable").
#include "core/comments/comments.hpp"
#include <span>

namespace openmasa::comments {

/// Where the names of offices, agencies and groups stand behind an @ in `words`: their places in
/// `names`, each once. The longest name counts; capitals make no difference.
std::vector<std::size_t> mentioned_in(std::string_view words, std::span<const std::string> names);

/// Where a comment stands, and who answers for its record.
struct Place {
    std::string page;
    std::optional<OwnerId> owner;
};
/// Tells everybody who acts for the owner of the record, and those whom the comment mentions: a
/// person by the name or office they are known as, and everybody who acts for an agency or a group.
/// Of a restricted record only its named readers are told, and only when they are mentioned. Inside
/// atomically().
void tell(store::Db& db, const Scope& scope, const Comment& comment, const Place& place);

} // namespace openmasa::comments
