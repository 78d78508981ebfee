#include "core/routing/form_token.hpp"
#include "core/routing/reply.hpp"
#include "kernel/text.hpp"
#include "partnership/office_rules.hpp"
#include "partnership/office_store.hpp"
#include "partnership/passing/module.hpp"
#include "partnership/passing/views.hpp"
#include <fmt/format.h>

namespace openmasa::passing {
namespace {

const std::vector<Module>& features_of(const Context& context) {
    static const std::vector<Module> none;
    return context.features ? *context.features : none;
}

std::optional<Leaver> asked_leaver(Context& context) {
    const auto id = context.id<PersonId>();
    return id ? find_leaver(context.db, context.scope, *id) : std::nullopt;
}

/// The office that changed hands, where the address names one.
std::optional<partnership::Office> asked_office(Context& context) {
    const auto query = http::read_query(context.request.query);
    const auto id = OwnerId::parse(query.text("office"));
    return id ? partnership::find_office(context.db, context.scope, *id) : std::nullopt;
}

/// Whoever holds it next, unless that is the leaver.
std::string next_holder(const partnership::Office& office, const Leaver& leaver, Day today) {
    for (const auto* holder : holders_on(office, today))
        if (holder->person != leaver.id) return holder->known_as;
    return {};
}

PassingPage page_of(Context& context, Leaver leaver) {
    const auto office = asked_office(context);
    const auto today = context.scope.today;
    PassingPage page{.form_token = form_token::hidden(context),
                     .typed = {.from = std::move(leaver), .to = {}, .office = {}, .agreement = {}},
                     .address = {},
                     .back = office ? "/offices/" + office->id.str() : "/offices",
                     .open = {}};
    page.address = fmt::format("/duties/people/{}", page.typed.from.id.view());
    if (office) {
        page.address += "?office=" + office->id.str();
        page.typed.office = office->name;
        page.typed.to = next_holder(*office, page.typed.from, today);
    }
    page.open = duties_of(context, {.owner = {}, .person = page.typed.from.id});
    page.typed.agreement = partnership::proposed(page.open.shown, spoken_long(today));
    return page;
}

http::Response reply_page(Context& context, const PassingPage& page) {
    return reply(context, {.title = "What they lead passes on",
                           .crumbs = {{"Offices", "/offices"}},
                           .notice = {},
                           .main = passing_view(page),
                           .has_problems = !page.problems.empty()});
}

http::Response show_passing(Context& context) {
    auto leaver = asked_leaver(context);
    return leaver ? reply_page(context, page_of(context, std::move(*leaver)))
                  : reply_not_found(context);
}

http::Response post_passing(Context& context) {
    auto leaver = asked_leaver(context);
    if (!leaver) return reply_not_found(context);
    auto page = page_of(context, std::move(*leaver));
    page.typed.to = one_line(context.form.text("to"));
    page.typed.agreement = partnership::read_agreement(context.form, page.open.shown);
    const auto saved = submit(context, [&]() -> Result<std::string> {
        TRY(pass_on(context.db, context.scope, features_of(context), page.typed));
        return page.back + (page.typed.office.empty() ? "" : "?saved=yes");
    });
    if (saved) return see_other(*saved);
    if (saved.refusal().kind == Refusal::Kind::not_found) return reply_not_found(context);
    page.problems = saved.refusal().problems;
    return reply_page(context, page);
}

constexpr Route routes[] = {
    {Method::Get, "/duties/people/{id}", Permission::edit_agencies, show_passing, Budget{8}},
    // Each action that passes on has a version, an entry and a notice of its own.
    {Method::Post, "/duties/people/{id}", Permission::edit_agencies, post_passing, Budget{20000}},
};

} // namespace

Module module() {
    return {.name = "passing", .routes = routes};
}

} // namespace openmasa::passing
