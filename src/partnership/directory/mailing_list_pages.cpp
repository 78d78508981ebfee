#include "core/audit/downloads.hpp"
#include "core/exchange/csv.hpp"
#include "core/routing/form_token.hpp"
#include "core/routing/reply.hpp"
#include "core/routing/version_read.hpp"
#include "kernel/text.hpp"
#include "partnership/directory/mailing_list_store.hpp"
#include "partnership/directory/mailing_list_views.hpp"
#include "partnership/directory/pages.hpp"
#include "partnership/form_pieces.hpp"
#include <array>
#include <fmt/format.h>

namespace openmasa::directory {
namespace {

std::vector<pages::Crumb> crumbs_to_lists() {
    return {{"Directory", "/directory"}, {"Mailing lists", "/directory/lists"}};
}

std::string page_of(const MailingListId& id) {
    return "/directory/lists/" + id.str();
}

std::optional<MailingList> find_for(Context& context) {
    const auto id = context.id<MailingListId>();
    auto list = id ? find_mailing_list(context.db, context.scope, *id) : std::nullopt;
    return list && !list->withdrawn ? std::move(list) : std::nullopt;
}

TypedList read_typed(const Context& context) {
    const auto text = [&](std::string_view name) { return std::string(context.form.text(name)); };
    TypedList typed{.name = text("name"),
                    .purpose = text("purpose"),
                    .section_11_leads = text("section_11_leads") == "yes",
                    .with_deputies = text("with_deputies") == "yes",
                    .groups = text("groups"),
                    .left_out = text("left_out"),
                    .version = version_read(context.form)};
    for (const auto& field : context.form.fields()) {
        if (field.name == "office_kind") typed.office_kinds.push_back(field.value);
        if (field.name == "chair_kind") typed.chair_kinds.push_back(field.value);
    }
    return typed;
}

http::Response reply_list(Context& context, MailingList list, std::vector<Problem> problems) {
    ListPage page{.form_token = form_token::hidden(context),
                  .words = context.words,
                  .list = std::move(list),
                  .addressees = {},
                  .today = context.scope.today,
                  .may_change = context.scope.may(Permission::edit_agencies),
                  .problems = std::move(problems)};
    page.addressees = addressees_of(context.db, context.scope, page.list);
    return reply(context, {.title = page.list.name,
                           .crumbs = crumbs_to_lists(),
                           .notice = context.form.text("saved") == "yes" ? "Saved." : "",
                           .main = partnership::known_now(context.as_at) + list_view(page),
                           .has_problems = !page.problems.empty()});
}

http::Response reply_form(Context& context, std::string id, TypedList typed,
                          std::vector<Problem> problems) {
    const bool is_new = id.empty();
    const ListFormPage page{.form_token = form_token::hidden(context),
                            .words = context.words,
                            .id = std::move(id),
                            .title = is_new ? "Add a mailing list" : "Change this mailing list",
                            .typed = std::move(typed),
                            .problems = std::move(problems)};
    return reply(context, {.title = page.title,
                           .crumbs = crumbs_to_lists(),
                           .notice = {},
                           .main = list_form_view(page),
                           .has_problems = !page.problems.empty()});
}

} // namespace

http::Response show_lists(Context& context) {
    const ListsPage page{.words = context.words,
                         .lists = list_mailing_lists(context.db, context.scope),
                         .may_change = context.scope.may(Permission::edit_agencies)};
    return reply(
        context,
        {.title = "Mailing lists",
         .crumbs = crumbs(),
         .notice = context.form.text("saved") == "withdrawn" ? "The list is withdrawn." : "",
         .main = lists_view(page)});
}

http::Response show_list(Context& context) {
    auto list = find_for(context);
    if (!list) return reply_not_found(context);
    return reply_list(context, std::move(*list), {});
}

http::Response download_list(Context& context) {
    const auto list = find_for(context);
    if (!list) return reply_not_found(context);
    std::string csv;
    csv::append_line(csv, std::array<std::string_view, 4>{
                              "name", context.words.one(terms::Word::agency), "email", "why"});
    for (const auto& [person, why] : addressees_of(context.db, context.scope, *list).people)
        csv::append_line(csv, std::array<std::string_view, 4>{person.name, person.agency_name,
                                                              person.email, join(why, "; ")});
    audit::record_taken(context.db, context.scope, "mailing_list.taken", mailing_list_kind,
                        list->id.view());
    return reply_download(std::move(csv), "text/csv; charset=utf-8",
                          fmt::format("mailing-list-{}.csv", iso(context.scope.today)));
}

http::Response show_add_list(Context& context) {
    return reply_form(context, {}, {}, {});
}

http::Response post_add_list(Context& context) {
    const auto typed = read_typed(context);
    const auto saved = submit(context, [&]() -> Result<std::string> {
        const auto list = TRY(add_list(context.db, context.scope, typed));
        return page_of(list.id) + "?saved=yes";
    });
    if (saved) return see_other(*saved);
    return reply_form(context, {}, typed, saved.refusal().problems);
}

http::Response show_change_list(Context& context) {
    const auto list = find_for(context);
    if (!list) return reply_not_found(context);
    return reply_form(context, list->id.str(), typed_of(*list), {});
}

http::Response post_change_list(Context& context) {
    const auto list = find_for(context);
    if (!list) return reply_not_found(context);
    const auto typed = read_typed(context);
    const auto saved = submit(context, [&]() -> Result<std::string> {
        TRY(change_list(context.db, context.scope, list->id, typed));
        return page_of(list->id) + "?saved=yes";
    });
    if (saved) return see_other(*saved);
    return reply_form(context, list->id.str(), typed, saved.refusal().problems);
}

http::Response post_withdraw_list(Context& context) {
    auto list = find_for(context);
    if (!list) return reply_not_found(context);
    const auto version = version_read(context.form);
    const auto saved = submit(context, [&]() -> Result<std::string> {
        TRY(withdraw_list(context.db, context.scope, list->id, version));
        return std::string("/directory/lists?saved=withdrawn");
    });
    if (saved) return see_other(*saved);
    return reply_list(context, std::move(*list), saved.refusal().problems);
}

} // namespace openmasa::directory
