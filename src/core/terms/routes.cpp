#include "core/registers/routes.hpp"
#include "core/registers/pages.hpp"
#include "core/registers/row_form.hpp"
#include "core/routing/form_token.hpp"
#include "core/routing/reply.hpp"
#include "core/terms/actions.hpp"
#include "core/terms/module.hpp"
#include "core/terms/register.hpp"
#include "core/terms/views.hpp"
#include <algorithm>

namespace openmasa::terms {
namespace {

const std::vector<pages::Crumb> below_administration = {{"Administration", "/administration"}};
const std::vector<pages::Crumb> below_terms = {{"Administration", "/administration"},
                                               {"Words and themes", "/terms"}};

std::optional<Term> find_for(Context& context) {
    const auto id = context.id<TermId>();
    const auto book = term_book(context.db);
    const auto* term = id ? book->find(*id) : nullptr;
    return term ? std::optional(*term) : std::nullopt;
}

std::string notice_of(const Context& context) {
    const auto saved = context.form.text("saved");
    if (saved == "flourish") return "Saved: the FLOURISH domains are there.";
    if (saved == "yes") return "Saved: every page and form says it now.";
    return registers::notice_of_import(context);
}

http::Response show_list(Context& context) {
    const auto book = term_book(context.db);
    const auto is_domain = [](const Term& term) { return term.kind == Kind::flourish; };
    return reply(context,
                 {.title = "Words and themes",
                  .crumbs = below_administration,
                  .notice = notice_of(context),
                  .main = list_view(
                      {.list = registers::list_of(
                           context, term_register,
                           {.none = "No terms yet. Add them one by one, or import a spreadsheet."}),
                       .may_change = context.scope.may(Permission::edit_settings),
                       .offers_flourish = std::ranges::none_of(book->all(), is_domain),
                       .form_token = form_token::hidden(context)})});
}

http::Response show_term(Context& context) {
    const auto term = find_for(context);
    if (!term) return reply_not_found(context);
    return reply(context, {.title = term->name,
                           .crumbs = below_terms,
                           .notice = notice_of(context),
                           .main = term_view(
                               {.term = *term,
                                .versions = history::versions(context.db, "term", term->id.view(),
                                                              registers::most_versions),
                                .today = context.scope.today})});
}

/// For a new term, or the one of the address.
registers::RowForm form_of(const Context& context, bool is_new) {
    const auto page = "/terms/" + std::string(context.captured("id"));
    return {.which = term_register,
            .id = std::string(is_new ? "" : context.captured("id")),
            .title = is_new ? "Add a term" : "Change this term",
            .button = "Save this term",
            .crumbs = below_terms,
            .address = is_new ? "/terms/add" : page + "/change",
            .back = is_new ? "/terms" : page};
}

using Forms = registers::RowForms<form_of>;

http::Response post_flourish(Context& context) {
    const auto added = submit(context, [&]() -> Result<std::string> {
        TRY(add_flourish_domains(context.db, context.scope));
        return std::string("/terms?saved=flourish");
    });
    return added ? see_other(*added) : reply_not_found(context);
}

using enum Permission;

constexpr Route own[] = {
    {Method::Get, "/terms", edit_settings, show_list, Budget{8}, Past::from_history},
    {Method::Get, "/terms/add", edit_settings, Forms::show_add, Budget{3}},
    {Method::Post, "/terms/add", edit_settings, Forms::post_add, Budget{20}},
    // Some fifteen statements a domain.
    {Method::Post, "/terms/flourish", edit_settings, post_flourish, Budget{160}},
    {Method::Get, "/terms/{id}", edit_settings, show_term, Budget{5}},
    {Method::Get, "/terms/{id}/change", edit_settings, Forms::show_change, Budget{5}},
    {Method::Post, "/terms/{id}/change", edit_settings, Forms::post_change, Budget{20}},
};
constexpr auto routes = registers::joined(
    registers::routes_of<"/terms", term_register>(edit_settings, edit_settings, {}), own);

} // namespace

Module module() {
    static const views::List lists[] = {registers::views_of<term_register>()};
    return {.name = "terms", .routes = routes, .lists = lists};
}

} // namespace openmasa::terms
