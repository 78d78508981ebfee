#include "core/accounts/pages.hpp"
#include "core/accounts/person_register.hpp"
#include "core/accounts/person_views.hpp"
#include "core/accounts/register.hpp"
#include "core/registers/list_page.hpp"
#include "core/registers/pages.hpp"
#include "core/registers/row_form.hpp"
#include "core/routing/reply.hpp"
#include "web/ui/button.hpp"

namespace openmasa::accounts {
namespace {

std::optional<PersonDetails> find_for(Context& context) {
    const auto id = context.id<PersonId>();
    return id ? find_details(context.db, context.scope, *id) : std::nullopt;
}

// --------------------------------------------------------------------------------------- lists

Html button(std::string_view text, const char* href, bool is_first = false) {
    return ui::button(
        {.text = text, .href = href, .classes = is_first ? "" : "govuk-button--secondary"});
}

Html head(const std::string& title, const Html& sentence, const Html& verbs) {
    return pages::head(
        {.title = title, .sentence = sentence, .verbs = verbs, .facts = {}, .caption = {}});
}

Html users_link(const Scope& scope) {
    return when(scope.may(Permission::administer),
                html(R"( <a class="govuk-link" href="/users">Users and their roles</a>)"));
}

// -------------------------------------------------------------------------------------- a form

/// For somebody new, or the one of the address.
registers::RowForm form_of(const Context& context, bool is_new) {
    const auto page = "/people/details/" + std::string(context.captured("id"));
    return {.which = person_register,
            .id = std::string(is_new ? "" : context.captured("id")),
            .title = is_new ? "Add somebody without an account" : "Change these details",
            .button = "Save these details",
            .crumbs = {{"People", "/people"}},
            .address = is_new ? "/people/add" : page + "/change",
            .back = is_new ? "/people" : page};
}

std::string notice_of(const Context& context) {
    return context.form.text("saved") == "yes" ? "Saved." : registers::notice_of_import(context);
}

} // namespace

http::Response show_people(Context& context) {
    const auto verbs = when(context.scope.may(Permission::give_accounts),
                            button("Add a person with an account", "/people/new", true) +
                                button("Add one without", "/people/add") +
                                button("Import people", "/people/import"));
    return reply(context,
                 {.title = "People",
                  .crumbs = {},
                  .notice = notice_of(context),
                  .main = head("People",
                               html("Everybody whom the partnership knows, with an account or "
                                    "without.{}",
                                    users_link(context.scope)),
                               verbs) +
                          registers::list_of(context, person_register, {.none = "Nobody yet."})});
}

http::Response show_users(Context& context) {
    const auto verbs =
        when(context.scope.may(Permission::administer), button("Import users", "/users/import"));
    return reply(
        context,
        {.title = "Users",
         .crumbs = {{"People", "/people"}},
         .notice = notice_of(context),
         .main = head("Users", html("Every account with its roles, as a spreadsheet has them."),
                      verbs) +
                 registers::list_of(context, user_register, {.none = "No accounts yet."})});
}

http::Response show_details(Context& context) {
    auto person = find_for(context);
    if (!person) return reply_not_found(context);
    DetailsPage page{.person = {},
                     .versions = history::versions(context.db, "person", person->id.view(),
                                                   registers::most_versions),
                     .names = registers::names_by_id(context.db, person_register),
                     .words = context.words};
    page.person = std::move(*person);
    return reply(context, {.title = page.person.name,
                           .crumbs = {{"People", "/people"}},
                           .notice = notice_of(context),
                           .main = details_view(page)});
}

http::Response show_add_details(Context& context) {
    return registers::show_row_form(context, form_of(context, true));
}
http::Response post_add_details(Context& context) {
    return registers::post_row_form(context, form_of(context, true));
}
http::Response show_change_details(Context& context) {
    return registers::show_row_form(context, form_of(context, false));
}
http::Response post_change_details(Context& context) {
    return registers::post_row_form(context, form_of(context, false));
}

} // namespace openmasa::accounts
