#include "core/registers/row_form.hpp"
#include "core/history/since.hpp"
#include "core/registers/form.hpp"
#include "core/registers/history_views.hpp"
#include "core/registers/local.hpp"
#include "core/registers/rows.hpp"
#include "core/routing/form_token.hpp"
#include "core/routing/reply.hpp"
#include "core/routing/version_read.hpp"
#include "web/ui/button.hpp"

namespace openmasa::registers {
namespace {

/// What stands in the form, and above it.
struct Filled {
    Cells typed;
    std::int64_t version = 0;
    std::vector<Problem> problems{};
    std::vector<history::Version> meanwhile{};
};

Asked asked_by(const RowForm& form) {
    return {.is_new = form.id.empty(), .elsewhere = form.elsewhere};
}

Html view(Context& context, const RowForm& form, const Filled& filled) {
    const auto names = names_of(context.db, context.scope, form.which);
    const LocalRegister local(form.which, context.words);
    const auto above =
        filled.meanwhile.empty()
            ? Html()
            : meanwhile_view(*local, filled.meanwhile, names_by_id(context.db, form.which));
    return html(
        R"({}{}{}<form class="om-form" action="{}" method="post" novalidate>{}<input type="hidden" name="version" value="{}">
{}<div class="om-form__acts">{}<a class="govuk-link" href="{}">Leave it</a></div></form>
)",
        ui::problems_summary(filled.problems),
        pages::head({.title = form.title, .sentence = {}, .verbs = {}, .facts = {}, .caption = {}}),
        above, form.address, form_token::hidden(context), filled.version,
        form_fields(form.which, names, filled.typed, asked_by(form), filled.problems),
        ui::button({.text = form.button}), form.back);
}

http::Response reply_form(Context& context, const RowForm& form, const Filled& filled) {
    return reply(context, {.title = form.title,
                           .crumbs = form.crumbs,
                           .notice = {},
                           .main = view(context, form, filled),
                           .has_problems = !filled.problems.empty()});
}

/// The row as it is now; an empty one when it is new, nothing when this person may not see it.
std::optional<Cells> row_before(Context& context, const RowForm& form) {
    if (form.id.empty()) return Cells(form.which.columns.size());
    return find_row(context.db, context.scope, form.which, form.id);
}

std::int64_t version_in(const Register& which, const Cells& row) {
    const auto at = place_with(which.columns, Use::version);
    return at < row.size() ? whole_number(row[at]) : 0;
}

std::vector<history::Version> saved_meanwhile(Context& context, const RowForm& form,
                                              std::int64_t read) {
    if (form.id.empty()) return {};
    return history::versions_since(context.db, form.which.history_kind, form.id, read,
                                   most_versions);
}

/// What was typed, understood, as a row of the register.
struct Understood {
    Proposed row;
    std::vector<Problem> problems;
};
Understood understood_of(Context& context, const RowForm& form, const Cells& before, Cells typed) {
    const auto names = names_of(context.db, context.scope, form.which);
    auto problems = understand(form.which, names, typed);
    return {.row = {.which = form.which,
                    .id = form.id,
                    .version = version_read(context.form),
                    .before = before,
                    .cells = std::move(typed)},
            .problems = std::move(problems)};
}

} // namespace

http::Response show_row_form(Context& context, const RowForm& form) {
    auto row = row_before(context, form);
    if (!row) return reply_not_found(context);
    const auto version = version_in(form.which, *row);
    if (form.id.empty()) row = read_form(form.which, context.form, asked_by(form), std::move(*row));
    return reply_form(context, form, {.typed = std::move(*row), .version = version});
}

http::Response post_row_form(Context& context, const RowForm& form) {
    const auto before = row_before(context, form);
    if (!before) return reply_not_found(context);
    auto typed = read_form(form.which, context.form, asked_by(form), *before);
    const auto understood = understood_of(context, form, *before, typed);
    const auto saved = submit(context, [&]() -> Result<std::string> {
        if (!understood.problems.empty()) return invalid(understood.problems);
        TRY(form.which.save(context.db, context.scope, understood.row));
        return form.back + "?saved=yes";
    });
    if (saved) return see_other(*saved);
    if (saved.refusal().kind == Refusal::Kind::not_found) return reply_not_found(context);
    Filled filled{.typed = std::move(typed),
                  .version = version_in(form.which, *before),
                  .problems = saved.refusal().problems};
    if (saved.refusal().kind == Refusal::Kind::conflict)
        filled.meanwhile = saved_meanwhile(context, form, understood.row.version);
    return reply_form(context, form, filled);
}

} // namespace openmasa::registers
