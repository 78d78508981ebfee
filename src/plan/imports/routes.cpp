#include "core/routing/form_token.hpp"
#include "core/routing/reply.hpp"
#include "plan/imports/module.hpp"
#include "plan/imports/preview_views.hpp"
#include "plan/store.hpp"
#include <charconv>
#include <fmt/format.h>

namespace openmasa::imports {
namespace {

using plan::ImportId;
using plan::PlanId;

http::Response reply_upload(Context& context, std::string chosen, std::vector<Problem> problems) {
    const bool has_problems = !problems.empty();
    for (auto& problem : problems) problem.words = context.words.say(problem.words);
    const UploadPage page{.form_token = form_token::hidden(context),
                          .words = context.words,
                          .plans = plan::list_plans(context.db, context.scope),
                          .chosen = std::move(chosen),
                          .problems = std::move(problems)};
    return reply(context, {.title = context.words.say("Import [a plan] from Word"),
                           .crumbs = {{context.words.heading(terms::Word::plan), "/plans"}},
                           .notice = {},
                           .main = upload_view(page),
                           .has_problems = has_problems});
}

http::Response show_upload(Context& context) {
    return reply_upload(context, std::string(context.form.text("plan")), {});
}

http::Response post_upload(Context& context) {
    const std::string chosen(context.form.text("plan"));
    const auto* file = context.form.file("file");
    if (!file) return reply_upload(context, chosen, {{"file", "Choose the Word file."}});
    const auto saved = submit(context, [&]() -> Result<std::string> {
        Upload upload{
            .plan = PlanId::parse(chosen), .file_name = file->file_name, .document = file->content};
        const auto which = chosen == "new" ? Which::a_new_plan
                           : upload.plan   ? Which::the_given
                                           : Which::by_title;
        const auto id = TRY(imports::upload(context.db, context.scope, std::move(upload), which));
        return "/imports/" + id.str();
    });
    if (saved) return see_other(*saved);
    if (saved.refusal().kind == Refusal::Kind::not_found) return reply_not_found(context);
    return reply_upload(context, chosen, saved.refusal().problems);
}

Choices read_choices(const http::Form& form) {
    Choices choices;
    for (const auto& [name, value] : form.fields()) {
        int number = 0;
        if (!name.starts_with(choice_field)) continue;
        if (std::from_chars(value.data(), value.data() + value.size(), number).ec == std::errc())
            choices[name.substr(choice_field.size())] = number;
    }
    return choices;
}

std::string address_with(const ImportId& id, const Choices& choices) {
    std::string query;
    for (const auto& [name, number] : choices)
        query += fmt::format("{}{}{}={}", query.empty() ? "?" : "&", choice_field,
                             http::percent_encoded(name), number);
    return fmt::format("/imports/{}{}", id.view(), query);
}

http::Response show_preview(Context& context, const Upload& upload, const Choices& choices,
                            std::vector<Problem> problems) {
    auto seen =
        preview(context.db, context.scope, upload.document, upload.file_name, upload.plan, choices);
    if (!seen) return reply_upload(context, {}, seen.refusal().problems);
    const bool has_problems = !problems.empty();
    PreviewPage page{.form_token = form_token::hidden(context),
                     .words = context.words,
                     .id = upload.id,
                     .file_name = upload.file_name,
                     .bytes = upload.document.size(),
                     .preview = std::move(seen).value(),
                     .state = {},
                     .choices = choices,
                     .compared_at = london_time(context.scope.now),
                     .problems = std::move(problems)};
    page.state = state_of(page.preview.existing);
    return reply(context,
                 {.title = context.words.say("Check the [plan] before you save it"),
                  .crumbs = {{context.words.heading(terms::Word::plan), "/plans"},
                             {context.words.say("Import [a plan] from Word"), "/plans/import"}},
                  .notice = {},
                  .main = preview_view(page),
                  .has_problems = has_problems});
}

std::optional<Upload> find_for(Context& context) {
    const auto id = context.id<ImportId>();
    return id ? find_upload(context.db, context.scope, *id) : std::nullopt;
}

std::string plan_page(const SavedImport& saved) {
    const auto page = fmt::format("/plans/{}/actions?saved=import", saved.plan.view());
    if (saved.added + saved.changed + saved.withdrawn == 0) return page;
    return fmt::format("{}&new={}&changed={}&withdrawn={}", page, saved.added, saved.changed,
                       saved.withdrawn);
}

http::Response get_preview(Context& context) {
    const auto upload = find_for(context);
    if (!upload) return reply_not_found(context);
    if (upload->saved_as) return see_other(plan_page({.plan = *upload->saved_as}));
    return show_preview(context, *upload, read_choices(context.form), {});
}

http::Response post_preview(Context& context) {
    const auto upload = find_for(context);
    if (!upload) return reply_not_found(context);
    const auto choices = read_choices(context.form);
    if (context.form.text("do") == "look") return see_other(address_with(upload->id, choices));
    const ConfirmImport command{
        .import = upload->id, .choices = choices, .state = std::string(context.form.text("state"))};
    const auto saved = submit(context, [&]() -> Result<std::string> {
        return plan_page(TRY(save_import(context.db, context.scope, command)));
    });
    if (saved) return see_other(*saved);
    if (saved.refusal().kind == Refusal::Kind::not_found) return reply_not_found(context);
    return show_preview(context, *upload, choices, saved.refusal().problems);
}

/// What cannot be left any more (it was saved) is shown where it is now.
http::Response post_leave(Context& context) {
    const auto id = context.id<ImportId>();
    if (!id) return reply_not_found(context);
    const auto left = submit(context, [&]() -> Result<std::string> {
        TRY(leave_import(context.db, context.scope, *id));
        return std::string("/?left=import");
    });
    if (left) return see_other(*left);
    if (left.refusal().kind == Refusal::Kind::not_found) return reply_not_found(context);
    return see_other(address_with(*id, {}));
}

constexpr Route routes[] = {
    {Method::Get, "/plans/import", Permission::import_plan, show_upload, Budget{4}},
    {Method::Post, "/plans/import", Permission::import_plan, post_upload, Budget{14}},
    {Method::Get, "/imports/{id}", Permission::import_plan, get_preview, Budget{8}},
    // A plan of 54 actions is some 500 statements, all in one transaction.
    {Method::Post, "/imports/{id}", Permission::import_plan, post_preview, Budget{20000}},
    {Method::Post, "/imports/{id}/leave", Permission::import_plan, post_leave, Budget{14}},
};

} // namespace

Module module() {
    return {.name = "imports", .routes = routes};
}

} // namespace openmasa::imports
