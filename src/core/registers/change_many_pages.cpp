#include "core/registers/change_many_pages.hpp"
#include "core/registers/change_many.hpp"
#include "core/registers/counts.hpp"
#include "core/registers/local.hpp"
#include "core/registers/rows.hpp"
#include "core/registers/uploads.hpp"
#include "core/routing/form_token.hpp"
#include "core/routing/reply.hpp"
#include "kernel/text.hpp"
#include "web/pages/pieces.hpp"
#include <fmt/format.h>

namespace openmasa::registers {
namespace {

std::string with_query(std::string address, const std::string& query) {
    return query.empty() ? address : address + "?" + query;
}

/// What the list's address says, without its page.
Selection selection_of(const Context& context, const Register& which) {
    return read_selection(which, http::read_query(context.request.query));
}

int rows_in(Context& context, const Register& which, const Selection& selection) {
    return selection.words.empty()
               ? counts_of(context.db, context.scope, which)->chosen(selection)
               : static_cast<int>(found_ids(context.db, context.scope, which, selection)->size());
}

http::Response reply_many(Context& context, const Register& which, const ManyForm& form,
                          const Names& names, std::vector<Problem> problems) {
    const auto selection = selection_of(context, which);
    const auto query = canonical_query(which, context.request.query);
    const std::string address(which.address);
    const int rows = rows_in(context, which, selection);
    const bool has_problems = !problems.empty();
    const http::Form none;
    const ManyPage page{.which = which,
                        .names = names,
                        .columns = columns_to_change(which, form.elsewhere),
                        .chosen = in_words(which, selection),
                        .rows = rows,
                        .address = with_query(address + "/change-many", query),
                        .back = with_query(address, query),
                        .typed = has_problems ? context.form : none,
                        .form_token = form_token::hidden(context),
                        .problems = std::move(problems)};
    return reply(context, {.title = fmt::format("Change {}", which.many),
                           .crumbs = {{std::string(which.title), address}},
                           .notice = {},
                           .main = change_many_view(page),
                           .has_problems = has_problems});
}

} // namespace

http::Response show_change_many(Context& context, const ManyForm& form) {
    const LocalRegister local(form.which, context.words);
    return reply_many(context, *local, form, names_of(context.db, context.scope, *local), {});
}

http::Response post_change_many(Context& context, const ManyForm& form) {
    const LocalRegister local(form.which, context.words);
    const auto& which = *local;
    const auto names = names_of(context.db, context.scope, which);
    const auto kept = submit(context, [&]() -> Result<std::string> {
        const auto changes =
            TRY(read_changes(which, names, columns_to_change(which, form.elsewhere), context.form));
        const auto rows = TRY(rows_that_say(
            which, changes,
            selected_rows(context.db, context.scope, which, selection_of(context, which))));
        const auto name =
            fmt::format("Change of {}",
                        counted(static_cast<long long>(rows.rows.size()), which.one, which.many));
        const auto id = TRY(keep(context.db, context.scope, which, name, rows, Policy::skip));
        return fmt::format("{}/import/{}", which.address, id.view());
    });
    if (kept) return see_other(*kept);
    if (kept.refusal().kind == Refusal::Kind::not_found) return reply_not_found(context);
    return reply_many(context, which, form, names, kept.refusal().problems);
}

Html change_many_link(const Context& context, const Register& which) {
    return html("<li>{}</li>",
                pages::link(with_query(std::string(which.address) + "/change-many",
                                       canonical_query(which, context.request.query)),
                            "Change them all"));
}

} // namespace openmasa::registers
