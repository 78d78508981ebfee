#include "core/access/store.hpp"
#include "core/accounts/leaving.hpp"
#include "core/accounts/pages.hpp"
#include "core/accounts/people_views.hpp"
#include "core/routing/form_token.hpp"
#include "core/routing/reply.hpp"

namespace openmasa::accounts {
namespace {

constexpr int most_successors = 500;

std::optional<PersonRow> find_leaver(Context& context) {
    const auto id = context.id<AccountId>();
    auto person = id ? find_person(context.db, *id) : std::nullopt;
    if (!person || person->ended) return std::nullopt;
    const auto held = access::holdings_of(context.db, person->person, context.scope.today);
    return may_keep(context.scope, held) ? person : std::nullopt;
}

http::Response show(Context& context, LeavePage page) {
    const auto today = context.scope.today;
    page.form_token = form_token::hidden(context);
    page.roles = in_words(roles_held(context.db, page.person.person, today), context.words);
    page.duties = duties_of(context.db, page.person.person, today);
    if (!page.duties.empty())
        page.others = list_people(context.db, "", Which::open, most_successors);
    std::erase_if(page.others,
                  [&](const PersonRow& other) { return other.account == page.person.account; });
    return reply(context,
                 {.title = "They leave",
                  .crumbs = {{"People", "/people"},
                             {page.person.known_as, "/people/" + page.person.account.str()}},
                  .notice = {},
                  .main = leave_view(page),
                  .has_problems = !page.problems.empty()});
}

Leave read(const Context& context, const PersonRow& leaver, const std::vector<Duty>& duties) {
    Leave command{.account = leaver.account};
    for (const auto& duty : duties) {
        const auto chosen = context.form.text("to-" + duty.owner.str());
        command.handed_over.push_back(
            {.owner = duty.owner, .to = AccountId::parse(chosen), .to_nobody = chosen == "nobody"});
    }
    return command;
}

} // namespace

http::Response show_leave(Context& context) {
    auto leaver = find_leaver(context);
    if (!leaver) return reply_not_found(context);
    return show(context, {.form_token = {}, .person = std::move(*leaver)});
}

http::Response leave_here(Context& context) {
    auto leaver = find_leaver(context);
    if (!leaver) return reply_not_found(context);
    const auto duties = duties_of(context.db, leaver->person, context.scope.today);
    const auto command = read(context, *leaver, duties);
    const auto left = submit(context, [&]() -> Result<std::string> {
        TRY(leave(context.db, context.scope, command));
        return "/people/" + leaver->account.str();
    });
    if (left) return see_other(*left);
    if (left.refusal().kind == Refusal::Kind::not_found) return reply_not_found(context);
    LeavePage page{.form_token = {}, .person = std::move(*leaver)};
    page.chosen = command;
    page.problems = left.refusal().problems;
    return show(context, std::move(page));
}

} // namespace openmasa::accounts
