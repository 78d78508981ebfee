#include "core/access/store.hpp"
#include "core/accounts/pages.hpp"
#include "core/accounts/person_register.hpp"
#include "core/accounts/person_views.hpp"
#include "core/accounts/register.hpp"
#include "core/history/since.hpp"
#include "core/registers/list_page.hpp"
#include "core/registers/pages.hpp"
#include "core/routing/form_token.hpp"
#include "core/routing/reply.hpp"
#include "core/routing/version_read.hpp"
#include "web/ui/button.hpp"
#include <algorithm>

namespace openmasa::accounts {
namespace {

constexpr int most_versions = 200;

std::string page_of(const PersonId& id) {
    return "/people/details/" + id.str();
}

std::optional<PersonDetails> find_for(Context& context) {
    const auto id = context.id<PersonId>();
    return id ? find_details(context.db, context.scope, *id) : std::nullopt;
}

std::map<std::string, std::string> owner_names(store::Db& db) {
    std::map<std::string, std::string> names;
    for (const auto& owner : access::list_owners(db)) names[owner.id.str()] = owner.name;
    return names;
}

std::vector<history::Version> versions_of(Context& context, const PersonId& id) {
    return history::versions(context.db, "person", id.view(), most_versions);
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

/// The row of the register that holds this person; an empty one for somebody new.
registers::Cells row_of(Context& context, const std::optional<PersonDetails>& person) {
    registers::Cells found(person_register.columns.size());
    const auto place = registers::place_of(person_register.columns, "id");
    if (person)
        person_register.each(context.db, context.scope, [&](const registers::Cells& row) {
            if (row[place] == person->id.view()) found = row;
        });
    return found;
}

DetailsForm form_page(Context& context, const std::optional<PersonDetails>& person) {
    return {.form_token = form_token::hidden(context),
            .title = person ? "Change these details" : "Add somebody without an account",
            .address = person ? page_of(person->id) + "/change" : "/people/add",
            .back = person ? page_of(person->id) : "/people",
            .version = person ? person->version : 0,
            .names = registers::names_of(context.db, context.scope, person_register),
            .typed = {},
            .problems = {},
            .meanwhile = {},
            .owners = {}};
}

http::Response reply_form(const Context& context, const DetailsForm& page) {
    return reply(context, {.title = page.title,
                           .crumbs = {{"People", "/people"}},
                           .notice = {},
                           .main = details_form(page),
                           .has_problems = !page.problems.empty()});
}

http::Response show_form(Context& context, const std::optional<PersonDetails>& person) {
    auto page = form_page(context, person);
    page.typed = row_of(context, person);
    return reply_form(context, page);
}

http::Response post_form(Context& context, const std::optional<PersonDetails>& person) {
    const auto before = row_of(context, person);
    auto typed = registers::read_form(person_register, context.form, before);
    auto understood = typed;
    const auto names = registers::names_of(context.db, context.scope, person_register);
    auto problems = registers::understand(person_register, names, understood);
    const registers::Proposed row{.which = person_register,
                                  .id = person ? person->id.str() : std::string(),
                                  .version = version_read(context.form),
                                  .before = before,
                                  .cells = understood};
    const auto saved = submit(context, [&]() -> Result<std::string> {
        if (!problems.empty()) return invalid(problems);
        TRY(person_register.save(context.db, context.scope, row));
        return (person ? page_of(person->id) : std::string("/people")) + "?saved=yes";
    });
    if (saved) return see_other(*saved);
    if (saved.refusal().kind == Refusal::Kind::not_found) return reply_not_found(context);
    auto page = form_page(context, person);
    page.typed = std::move(typed);
    page.problems = saved.refusal().problems;
    if (person && saved.refusal().kind == Refusal::Kind::conflict) {
        page.meanwhile = history::versions_since(context.db, "person", person->id.view(),
                                                 row.version, most_versions);
        page.owners = owner_names(context.db);
    }
    return reply_form(context, page);
}

std::string notice_of(const Context& context) {
    return context.form.text("saved") == "yes" ? "Saved." : registers::notice_of_import(context);
}

} // namespace

http::Response show_people(Context& context) {
    const auto verbs = button("Add a person with an account", "/people/new", true) +
                       button("Add one without", "/people/add") +
                       button("Import people", "/people/import");
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
    return reply(
        context,
        {.title = "Users",
         .crumbs = {{"People", "/people"}},
         .notice = notice_of(context),
         .main = head("Users", html("Every account with its roles, as a spreadsheet has them."),
                      button("Import users", "/users/import")) +
                 registers::list_of(context, user_register, {.none = "No accounts yet."})});
}

http::Response show_details(Context& context) {
    auto person = find_for(context);
    if (!person) return reply_not_found(context);
    DetailsPage page{.person = {},
                     .versions = versions_of(context, person->id),
                     .owners = owner_names(context.db),
                     .words = context.words};
    page.person = std::move(*person);
    return reply(context, {.title = page.person.name,
                           .crumbs = {{"People", "/people"}},
                           .notice = notice_of(context),
                           .main = details_view(page)});
}

http::Response show_add_details(Context& context) {
    return show_form(context, {});
}
http::Response post_add_details(Context& context) {
    return post_form(context, {});
}
http::Response show_change_details(Context& context) {
    const auto person = find_for(context);
    return person ? show_form(context, person) : reply_not_found(context);
}
http::Response post_change_details(Context& context) {
    const auto person = find_for(context);
    return person ? post_form(context, person) : reply_not_found(context);
}

} // namespace openmasa::accounts
