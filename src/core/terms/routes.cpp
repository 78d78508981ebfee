#include "core/history/since.hpp"
#include "core/registers/pages.hpp"
#include "core/routing/form_token.hpp"
#include "core/routing/reply.hpp"
#include "core/routing/version_read.hpp"
#include "core/terms/actions.hpp"
#include "core/terms/module.hpp"
#include "core/terms/register.hpp"
#include "core/terms/views.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::terms {
namespace {

constexpr int most_versions = 200;
const std::vector<pages::Crumb> below_administration = {{"Administration", "/administration"}};
const std::vector<pages::Crumb> below_terms = {{"Administration", "/administration"},
                                               {"Words and themes", "/terms"}};

std::string page_of(const TermId& id) {
    return "/terms/" + id.str();
}

std::optional<Term> find_for(Context& context) {
    const auto id = context.id<TermId>();
    const auto* term = id ? term_book(context.db)->find(*id) : nullptr;
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
    return reply(context, {.title = "Words and themes",
                           .crumbs = below_administration,
                           .notice = notice_of(context),
                           .main = list_view({.terms = {book->all().begin(), book->all().end()},
                                              .form_token = form_token::hidden(context),
                                              .today = context.scope.today})});
}

http::Response show_term(Context& context) {
    const auto term = find_for(context);
    if (!term) return reply_not_found(context);
    return reply(context,
                 {.title = term->name,
                  .crumbs = below_terms,
                  .notice = notice_of(context),
                  .main = term_view({.term = *term,
                                     .versions = history::versions(context.db, "term",
                                                                   term->id.view(), most_versions),
                                     .today = context.scope.today})});
}

FormPage form_page(Context& context, const std::optional<Term>& term) {
    return {.form_token = form_token::hidden(context),
            .title = term ? "Change this term" : "Add a term",
            .address = term ? page_of(term->id) + "/change" : "/terms/add",
            .back = term ? page_of(term->id) : "/terms",
            .version = term ? term->version : 0,
            .names = registers::names_of(context.db, context.scope, term_register),
            .typed = {},
            .problems = {},
            .meanwhile = {}};
}

http::Response reply_form(const Context& context, const FormPage& page) {
    return reply(context, {.title = page.title,
                           .crumbs = below_terms,
                           .main = form_view(page),
                           .has_problems = !page.problems.empty()});
}

registers::Cells row_of(const std::optional<Term>& term) {
    return term ? cells_of(*term) : registers::Cells(term_register.columns.size());
}

http::Response show_form(Context& context, const std::optional<Term>& term) {
    auto page = form_page(context, term);
    page.typed = row_of(term);
    Kind kind{};
    if (!term && from_text(context.form.text("kind"), kind))
        page.typed[registers::place_of(term_register.columns, "kind")] = to_text(kind);
    return reply_form(context, page);
}

/// What was typed, understood, as a row of the register.
struct Typed {
    registers::Cells as_typed;
    std::vector<Problem> problems;
    registers::Proposed row;
};
Typed read_typed(Context& context, const std::optional<Term>& term) {
    auto before = row_of(term);
    auto typed = registers::read_form(term_register, context.form, before);
    auto understood = typed;
    const auto names = registers::names_of(context.db, context.scope, term_register);
    auto problems = registers::understand(term_register, names, understood);
    return {.as_typed = std::move(typed),
            .problems = std::move(problems),
            .row = {.which = term_register,
                    .id = term ? term->id.str() : std::string(),
                    .version = version_read(context.form),
                    .before = std::move(before),
                    .cells = std::move(understood)}};
}

http::Response post_form(Context& context, const std::optional<Term>& term) {
    auto typed = read_typed(context, term);
    const auto saved = submit(context, [&]() -> Result<std::string> {
        if (!typed.problems.empty()) return invalid(typed.problems);
        TRY(term_register.save(context.db, context.scope, typed.row));
        return (term ? page_of(term->id) : std::string("/terms")) + "?saved=yes";
    });
    if (saved) return see_other(*saved);
    if (saved.refusal().kind == Refusal::Kind::not_found) return reply_not_found(context);
    auto page = form_page(context, term);
    page.typed = std::move(typed.as_typed);
    page.problems = saved.refusal().problems;
    if (term && saved.refusal().kind == Refusal::Kind::conflict)
        page.meanwhile = history::versions_since(context.db, "term", term->id.view(),
                                                 typed.row.version, most_versions);
    return reply_form(context, page);
}

http::Response show_add(Context& context) {
    return show_form(context, {});
}
http::Response post_add(Context& context) {
    return post_form(context, {});
}
http::Response show_change(Context& context) {
    const auto term = find_for(context);
    return term ? show_form(context, term) : reply_not_found(context);
}
http::Response post_change(Context& context) {
    const auto term = find_for(context);
    return term ? post_form(context, term) : reply_not_found(context);
}

http::Response post_flourish(Context& context) {
    const auto added = submit(context, [&]() -> Result<std::string> {
        TRY(add_flourish_domains(context.db, context.scope));
        return std::string("/terms?saved=flourish");
    });
    return added ? see_other(*added) : reply_not_found(context);
}

using Rows = registers::Pages<term_register>;
using enum Permission;

constexpr Route routes[] = {
    {Method::Get, "/terms", edit_settings, show_list, Budget{4}},
    {Method::Get, "/terms.csv", edit_settings, Rows::csv, Budget{9}},
    {Method::Get, "/terms.json", edit_settings, Rows::json, Budget{9}},
    {Method::Get, "/terms.xlsx", edit_settings, Rows::xlsx, Budget{9}},
    {Method::Get, "/terms/template.xlsx", edit_settings, Rows::empty, Budget{2}},
    {Method::Get, "/terms/add", edit_settings, show_add, Budget{3}},
    {Method::Post, "/terms/add", edit_settings, post_add, Budget{20}},
    // Some fifteen statements a domain.
    {Method::Post, "/terms/flourish", edit_settings, post_flourish, Budget{160}},
    {Method::Get, "/terms/import", edit_settings, Rows::show_upload, Budget{3}},
    {Method::Post, "/terms/import", edit_settings, Rows::post_upload, Budget{1000}},
    {Method::Get, "/terms/import/{import}", edit_settings, Rows::show_preview, Budget{1000}},
    {Method::Post, "/terms/import/{import}", edit_settings, Rows::post_preview, Budget{20000}},
    {Method::Post, "/terms/import/{import}/leave", edit_settings, Rows::post_leave, Budget{14}},
    {Method::Get, "/terms/imports", edit_settings, Rows::show_saved, Budget{4}},
    {Method::Post, "/terms/import/{import}/back", edit_settings, Rows::post_take_back,
     Budget{1000}},
    {Method::Get, "/terms/{id}", edit_settings, show_term, Budget{5}},
    {Method::Get, "/terms/{id}/change", edit_settings, show_change, Budget{5}},
    {Method::Post, "/terms/{id}/change", edit_settings, post_change, Budget{20}},
};

} // namespace

Module module() {
    return {.name = "terms", .routes = routes};
}

} // namespace openmasa::terms
