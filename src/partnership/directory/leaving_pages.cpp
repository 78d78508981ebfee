#include "core/routing/form_token.hpp"
#include "core/routing/reply.hpp"
#include "core/routing/route.hpp"
#include "kernel/text.hpp"
#include "partnership/directory/leaving_views.hpp"
#include "partnership/directory/pages.hpp"
#include <fmt/format.h>

namespace openmasa::directory {
namespace {

constexpr int most_successors = 500;

std::optional<Leaver> find_for(Context& context) {
    const auto id = context.id<PersonId>();
    if (!id) return std::nullopt;
    return find_leaver(context.db, context.scope, *context.features, *id);
}

SayLeft read(const Context& context, const PersonId& person) {
    SayLeft command{.person = person,
                    .last = std::string(context.form.text("last")),
                    .leads = std::string(context.form.text("leads"))};
    for (const auto& field : context.form.fields()) {
        if (field.name.starts_with("next-"))
            command.next[field.name.substr(5)] = field.value;
        else if (field.name.starts_with("to-")) {
            if (const auto owner = OwnerId::parse(field.name.substr(3)))
                command.handed_over.push_back({.owner = *owner,
                                               .to = AccountId::parse(field.value),
                                               .to_nobody = field.value == "nobody"});
        } else if (field.value == "ends")
            command.agreed.insert(field.name);
    }
    return command;
}

http::Response reply_form(Context& context, Leaver leaver, SayLeft typed,
                          std::vector<Problem> problems) {
    LeavingPage page{.form_token = form_token::hidden(context),
                     .leaver = std::move(leaver),
                     .typed = std::move(typed),
                     .problems = std::move(problems)};
    if (!page.leaver.acts_for.empty())
        for (auto& other :
             accounts::list_people(context.db, "", accounts::Which::open, most_successors))
            if (other.person != page.leaver.person.id) page.others.push_back(std::move(other));
    const auto& person = page.leaver.person;
    return reply(context, {.title = "They leave",
                           .crumbs = {{"Directory", "/directory"},
                                      {person.name, "/directory/people/" + person.id.str()}},
                           .notice = {},
                           .main = leaving_view(page),
                           .has_problems = !page.problems.empty()});
}

} // namespace

http::Response show_leaving(Context& context) {
    auto leaver = find_for(context);
    if (!leaver) return reply_not_found(context);
    SayLeft usual{.person = leaver->person.id, .last = spoken_long(context.scope.today)};
    return reply_form(context, std::move(*leaver), std::move(usual), {});
}

http::Response post_leaving(Context& context) {
    const auto id = context.id<PersonId>();
    if (!id) return reply_not_found(context);
    const auto command = read(context, *id);
    const auto saved = submit(context, [&]() -> Result<std::string> {
        TRY(say_left(context.db, context.scope, *context.features, command));
        return "/directory/people/" + id->str() + "?saved=left";
    });
    if (saved) return see_other(*saved);
    auto leaver = find_for(context);
    if (!leaver || saved.refusal().kind == Refusal::Kind::not_found)
        return reply_not_found(context);
    return reply_form(context, std::move(*leaver), command, saved.refusal().problems);
}

} // namespace openmasa::directory
