#include "core/routing/form_token.hpp"
#include "core/routing/reply.hpp"
#include "core/routing/version_read.hpp"
#include "core/views/actions.hpp"
#include "core/views/module.hpp"
#include "core/views/rules.hpp"
#include "core/views/store.hpp"
#include "core/views/views.hpp"
#include <algorithm>
#include <fmt/format.h>
#include <map>

namespace openmasa::views {
namespace {

constexpr int most_versions = 100;

const List* find_list(const Context& context, std::string_view kind) {
    if (!context.features) return nullptr;
    for (const auto& feature : *context.features)
        for (const auto& list : feature.lists)
            if (list.kind == kind) return &list;
    return nullptr;
}

std::string with_query(const std::string& address, const std::string& query) {
    return query.empty() ? address : fmt::format("{}?{}", address, query);
}

SaveView read_new(const http::Form& form) {
    const auto text = [&](std::string_view name) { return std::string(form.text(name)); };
    return {.list = text("list"),
            .within = text("within"),
            .name = text("name"),
            .query = text("query"),
            .shared = form.text("shared") == "yes",
            .instead_of = text("instead_of")};
}

/// The form for what is shown on a list; a list that is not open to this person is not there.
http::Response reply_new(Context& context, SaveView typed, std::vector<Problem> problems) {
    const auto* list = find_list(context, typed.list);
    const auto address =
        list ? list->address(context.db, context.scope, typed.within) : std::nullopt;
    if (!address) return reply_not_found(context);
    typed.query = list->canonical(typed.query);
    NewPage page{.form_token = form_token::hidden(context),
                 .typed = std::move(typed),
                 .title = context.words.say(list->title),
                 .back = {},
                 .in_words = {},
                 .changeable =
                     on_list(context.db, context.scope, list->kind, context.form.text("within")),
                 .may_share = context.scope.may(Permission::share_views),
                 .problems = std::move(problems)};
    page.back = with_query(*address, page.typed.query);
    page.in_words = list->in_words(context.db, context.scope, page.typed.within, page.typed.query);
    std::erase_if(page.changeable,
                  [&](const View& view) { return !may_change(context.scope, view); });
    return reply(context, {.title = "Save this view",
                           .crumbs = {{page.title, page.back}},
                           .notice = {},
                           .main = new_view(page),
                           .has_problems = !page.problems.empty()});
}

http::Response show_new(Context& context) {
    return reply_new(context, read_new(context.form), {});
}

http::Response post_new(Context& context) {
    const auto command = read_new(context.form);
    const auto* list = find_list(context, command.list);
    if (!list) return reply_not_found(context);
    const auto saved = submit(context, [&]() -> Result<std::string> {
        const auto view = TRY(save_view(context.db, context.scope, *list, command));
        const auto address = list->address(context.db, context.scope, command.within);
        return with_query(address.value_or("/views"), view.query);
    });
    if (saved) return see_other(*saved);
    if (saved.refusal().kind == Refusal::Kind::not_found) return reply_not_found(context);
    return reply_new(context, command, saved.refusal().problems);
}

// ------------------------------------------------------------------------------------ one view

Listed listed_of(Context& context, View view, const List& list, const std::string& address) {
    Listed listed{.view = std::move(view), .title = context.words.say(list.title), .address = {}};
    listed.address = with_query(address, listed.view.query);
    listed.is_own = listed.view.person == context.scope.person;
    listed.may_change = may_change(context.scope, listed.view);
    return listed;
}

/// A view of a list that is no longer open to this person is not there either.
std::optional<ViewPage> page_of_view(Context& context) {
    const auto id = context.id<ViewId>();
    auto view = id ? find(context.db, context.scope, *id) : std::nullopt;
    const auto* list = view ? find_list(context, view->list) : nullptr;
    const auto address =
        list ? list->address(context.db, context.scope, view->within) : std::nullopt;
    if (!address) return std::nullopt;
    ViewPage page{.form_token = form_token::hidden(context),
                  .listed = {},
                  .name = view->name,
                  .why = {},
                  .shared = view->shared,
                  .may_share = context.scope.may(Permission::share_views),
                  .in_words = {},
                  .versions =
                      history::versions(context.db, "saved_view", id->view(), most_versions),
                  .problems = {}};
    page.in_words = list->in_words(context.db, context.scope, view->within, view->query);
    page.listed = listed_of(context, std::move(*view), *list, *address);
    return page;
}

http::Response reply_view(const Context& context, const ViewPage& page) {
    return reply(context, {.title = page.listed.view.name,
                           .crumbs = {{"Saved views", "/views"}},
                           .notice = context.form.text("saved") == "yes" ? "Saved." : "",
                           .main = view_page(page),
                           .has_problems = !page.problems.empty()});
}

http::Response show_view(Context& context) {
    const auto page = page_of_view(context);
    return page ? reply_view(context, *page) : reply_not_found(context);
}

http::Response answer(Context& context, ViewPage page, const Result<std::string>& saved) {
    if (saved) return see_other(*saved);
    if (saved.refusal().kind == Refusal::Kind::not_found) return reply_not_found(context);
    page.problems = saved.refusal().problems;
    return reply_view(context, page);
}

http::Response post_change(Context& context) {
    auto page = page_of_view(context);
    if (!page) return reply_not_found(context);
    page->name = context.form.text("name");
    // Who may not share is not asked: it stays as it is.
    page->shared = page->may_share ? context.form.text("shared") == "yes" : page->shared;
    const ChangeView command{.id = page->listed.view.id,
                             .version = version_read(context.form),
                             .name = page->name,
                             .shared = page->shared};
    const auto saved = submit(context, [&]() -> Result<std::string> {
        TRY(change_view(context.db, context.scope, command));
        return "/views/" + command.id.str() + "?saved=yes";
    });
    return answer(context, std::move(*page), saved);
}

http::Response post_withdraw(Context& context) {
    auto page = page_of_view(context);
    if (!page) return reply_not_found(context);
    page->why = context.form.text("why");
    const WithdrawView command{
        .id = page->listed.view.id, .version = version_read(context.form), .why = page->why};
    const auto saved = submit(context, [&]() -> Result<std::string> {
        TRY(withdraw_view(context.db, context.scope, command));
        return std::string("/views");
    });
    return answer(context, std::move(*page), saved);
}

http::Response post_back(Context& context) {
    auto page = page_of_view(context);
    if (!page) return reply_not_found(context);
    const auto id = page->listed.view.id;
    const auto saved = submit(context, [&]() -> Result<std::string> {
        TRY(bring_back_view(context.db, context.scope, id));
        return "/views/" + id.str() + "?saved=yes";
    });
    return answer(context, std::move(*page), saved);
}

// ----------------------------------------------------------------------------------- all views

/// Each kind of list is looked up once, however many views it has and whatever they belong to.
class Addresses {
public:
    explicit Addresses(Context& context) : context_(context) {}
    std::optional<std::string> of(const List& list, const std::string& within) {
        const auto [known, is_new] = known_.try_emplace(std::string(list.kind));
        auto& addresses = known->second;
        if (is_new && list.addresses) addresses = list.addresses(context_.db, context_.scope);
        if (!list.addresses && !addresses.contains(within))
            if (auto address = list.address(context_.db, context_.scope, within))
                addresses.emplace(within, std::move(*address));
        const auto found = addresses.find(within);
        return found == addresses.end() ? std::nullopt : std::optional(found->second);
    }

private:
    Context& context_;
    std::map<std::string, std::map<std::string, std::string>> known_;
};

http::Response show_all(Context& context) {
    std::vector<Listed> all;
    Addresses addresses(context);
    for (auto& view : all_of(context.db, context.scope)) {
        const auto* list = find_list(context, view.list);
        const auto address = list ? addresses.of(*list, view.within) : std::nullopt;
        if (address) all.push_back(listed_of(context, std::move(view), *list, *address));
    }
    return reply(context,
                 {.title = "Saved views", .crumbs = {}, .notice = {}, .main = all_views(all)});
}

constexpr Route routes[] = {
    {Method::Get, "/views", Permission::own_account, show_all, Budget{6}},
    {Method::Get, "/views/new", Permission::own_account, show_new, Budget{8}},
    {Method::Post, "/views", Permission::own_account, post_new, Budget{24}},
    {Method::Get, "/views/{id}", Permission::own_account, show_view, Budget{10}},
    {Method::Post, "/views/{id}", Permission::own_account, post_change, Budget{28}},
    {Method::Post, "/views/{id}/withdraw", Permission::own_account, post_withdraw, Budget{28}},
    {Method::Post, "/views/{id}/back", Permission::own_account, post_back, Budget{28}},
};

} // namespace

Module module() {
    return {.name = "views", .routes = routes};
}

} // namespace openmasa::views
