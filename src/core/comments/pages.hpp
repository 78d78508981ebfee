#pragma once
// What a record's own page calls to have comments: the section is there, and adding, answering and
// withdrawing work, once its feature's row in Module::records says has_comments.
#include "core/comments/views.hpp"
#include "core/routing/context.hpp"

namespace openmasa::comments {

enum class Record { open, closed };

/// The comments on a record that this person may see (the page has found it for them), with the
/// form to add one; without the form on a closed record, and where a day in the past is looked at.
Section read_section(Context& context, std::string_view kind, std::string_view record,
                     Record standing);
/// The same, as it stands on the page.
Html section(Context& context, std::string_view kind, std::string_view record, Record standing);

} // namespace openmasa::comments
