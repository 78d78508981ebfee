#include "core/comments/pages.hpp"
#include "core/routing/form_token.hpp"

namespace openmasa::comments {

Section read_section(Context& context, std::string_view kind, std::string_view record,
                     Record standing) {
    auto all = on(context.db, kind, record);
    if (context.as_at) all = as_they_stood(std::move(all), history::end_of(context.as_at->day));
    return {.kind = std::string(kind),
            .record = std::string(record),
            .comments = std::move(all),
            .reader = context.scope.person,
            .words = context.words,
            .form_token = form_token::hidden(context),
            .may_add = standing == Record::open && !context.as_at && context.scope.reads(record)};
}

Html section(Context& context, std::string_view kind, std::string_view record, Record standing) {
    return section_view(read_section(context, kind, record, standing));
}

} // namespace openmasa::comments
