#pragma once
// "@Chief Constable" in a comment: whoever holds that office is told that they were mentioned.
#include "core/comments/comments.hpp"
#include <span>

namespace openmasa::comments {

/// Where the names of offices, agencies and groups stand behind an @ in `words`: their places in
/// `names`, each once. The longest name counts; capitals make no difference.
std::vector<std::size_t> mentioned_in(std::string_view words, std::span<const std::string> names);

/// Tells those whom the comment mentions: a person by the name or office they are known as, and
/// everybody who acts for an agency or a group. Of a restricted record only its named readers are
/// told. `path` is the record's page. Inside atomically().
void tell_mentioned(store::Db& db, const Scope& scope, const Comment& comment,
                    const std::string& path);

} // namespace openmasa::comments
