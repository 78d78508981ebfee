#include "core/routing/form_token.hpp"
#include "core/routing/reply.hpp"
#include "intelligence/loads/actions.hpp"
#include "intelligence/loads/module.hpp"
#include "intelligence/loads/views.hpp"
#include "intelligence/permissions.hpp"
#include <charconv>
#include <fmt/format.h>

namespace openmasa::intelligence {
namespace {

std::vector<pages::Crumb> crumbs() {
    return {{"Figures", "/indicators"}};
}

std::string address_of(const LoadId& id) {
    return fmt::format("/indicators/import/{}", id.view());
}

http::Response reply_upload(Context& context, std::vector<Problem> problems) {
    const bool has_problems = !problems.empty();
    return reply(context, {.title = "Load figures",
                           .crumbs = crumbs(),
                           .notice = {},
                           .main = upload_view({.form_token = form_token::hidden(context),
                                                .problems = std::move(problems)}),
                           .has_problems = has_problems});
}

http::Response show_upload(Context& context) {
    return reply_upload(context, {});
}

http::Response post_upload(Context& context) {
    const auto* file = context.form.file("file");
    if (!file) return reply_upload(context, {{"file", "Choose the file."}});
    const auto kept = submit(context, [&]() -> Result<std::string> {
        return address_of(TRY(upload(context.db, context.scope, file->file_name, file->content)));
    });
    if (kept) return see_other(*kept);
    if (kept.refusal().kind == Refusal::Kind::not_found) return reply_not_found(context);
    return reply_upload(context, kept.refusal().problems);
}

/// The load that waits below the route's {load}.
std::optional<Load> waiting(Context& context) {
    const auto id = context.id<LoadId>("load");
    return id ? find_load(context.db, context.scope, *id) : std::nullopt;
}

http::Response reply_preview(Context& context, const Load& load, std::vector<Problem> problems) {
    const auto bytes = document_of(context.db, context.scope, load.id);
    if (!bytes) return reply_not_found(context);
    const auto seen = look(context.db, context.scope, *bytes, load.file_name);
    if (!seen) return reply_upload(context, seen.refusal().problems);
    const bool has_problems = !problems.empty();
    return reply(
        context,
        {.title = fmt::format("Check the {} before you load them", things_in(seen->reading.format)),
         .crumbs = {{"Figures", "/indicators"}, {"Load figures", "/indicators/import"}},
         .notice = {},
         .main = preview_view({.form_token = form_token::hidden(context),
                               .address = address_of(load.id),
                               .file_name = load.file_name,
                               .seen = *seen,
                               .problems = std::move(problems)}),
         .has_problems = has_problems});
}

http::Response show_preview(Context& context) {
    const auto load = waiting(context);
    if (!load) return reply_not_found(context);
    if (load->saved_at) return see_other(fmt::format("/indicators/loads/{}", load->id.view()));
    return reply_preview(context, *load, {});
}

http::Response post_preview(Context& context) {
    const auto load = waiting(context);
    if (!load) return reply_not_found(context);
    ConfirmLoad command{.load = load->id, .state = -1};
    const auto state = context.form.text("state");
    std::from_chars(state.data(), state.data() + state.size(), command.state);
    if (context.form.text("revisions") == "accept") command.revisions = Revisions::accept;
    const auto saved = submit(context, [&]() -> Result<std::string> {
        TRY(confirm(context.db, context.scope, command));
        return fmt::format("/indicators/loads/{}?saved=load", load->id.view());
    });
    if (saved) return see_other(*saved);
    if (saved.refusal().kind == Refusal::Kind::not_found) return reply_not_found(context);
    return reply_preview(context, *load, saved.refusal().problems);
}

http::Response post_leave(Context& context) {
    const auto load = waiting(context);
    if (!load) return reply_not_found(context);
    const auto left = submit(context, [&]() -> Result<std::string> {
        TRY(leave(context.db, context.scope, load->id));
        return std::string("/indicators/loads?left=load");
    });
    if (left) return see_other(*left);
    if (left.refusal().kind == Refusal::Kind::not_found) return reply_not_found(context);
    return see_other(address_of(load->id));
}

http::Response show_loads(Context& context) {
    return reply(context, {.title = "Loads of figures",
                           .crumbs = crumbs(),
                           .notice = context.form.text("left") == "load"
                                         ? "Nothing was saved. The file is kept."
                                         : "",
                           .main = loads_view({.loads = saved_loads(context.db, context.scope),
                                               .may_load = may_load(context.scope)})});
}

http::Response reply_load(Context& context, const Load& load, std::string notice,
                          std::vector<Problem> problems) {
    const bool has_problems = !problems.empty();
    return reply(context, {.title = load.file_name,
                           .crumbs = {{"Figures", "/indicators"}, {"Loads", "/indicators/loads"}},
                           .notice = std::move(notice),
                           .main = load_view({.load = load,
                                              .may_take_back = may_load(context.scope),
                                              .form_token = form_token::hidden(context),
                                              .problems = std::move(problems)}),
                           .has_problems = has_problems});
}

std::string notice_of(std::string_view saved, const Load& load) {
    if (saved == "taken-back") return "The figures are taken back.";
    if (saved != "load") return {};
    return counts_figures(load.format) ? "The figures are loaded." : "It is loaded.";
}

http::Response show_load(Context& context) {
    const auto load = waiting(context);
    if (!load) return reply_not_found(context);
    return reply_load(context, *load, notice_of(context.form.text("saved"), *load), {});
}

http::Response post_take_back(Context& context) {
    const auto load = waiting(context);
    if (!load) return reply_not_found(context);
    const auto taken = submit(context, [&]() -> Result<std::string> {
        TRY(take_back(context.db, context.scope, load->id));
        return fmt::format("/indicators/loads/{}?saved=taken-back", load->id.view());
    });
    if (taken) return see_other(*taken);
    if (taken.refusal().kind == Refusal::Kind::not_found) return reply_not_found(context);
    return reply_load(context, *load, "", taken.refusal().problems);
}

http::Response reply_areas(Context& context, std::vector<Problem> problems) {
    const auto book = AreaBook::read(context.db);
    const bool has_problems = !problems.empty();
    return reply(
        context,
        {.title = "Areas",
         .crumbs = crumbs(),
         .notice = context.form.text("saved") == "area" && !has_problems ? "The area is kept." : "",
         .main = areas_view({.book = book,
                             .models = neighbour_models(context.db),
                             .may_choose = may_load(context.scope),
                             .form_token = form_token::hidden(context),
                             .problems = std::move(problems)}),
         .has_problems = has_problems});
}

http::Response show_areas(Context& context) {
    return reply_areas(context, {});
}

http::Response show_area(Context& context) {
    const auto book = AreaBook::read(context.db);
    const auto* area = book.with_ons(context.captured("code"));
    if (!area) area = book.with_dfe(context.captured("code"));
    if (!area) return reply_not_found(context);
    return reply(context, {.title = area->name,
                           .crumbs = {{"Figures", "/indicators"}, {"Areas", "/indicators/areas"}},
                           .notice = {},
                           .main = area_view({.book = book,
                                              .area = *area,
                                              .neighbours = neighbours_of(context.db, area->number),
                                              .today = context.scope.today})});
}

http::Response post_area(Context& context) {
    const std::string code(context.form.text("area"));
    const auto kept = submit(context, [&]() -> Result<std::string> {
        TRY(choose_our_area(context.db, context.scope, code));
        return std::string("/indicators/areas?saved=area");
    });
    if (kept) return see_other(*kept);
    if (kept.refusal().kind == Refusal::Kind::not_found) return reply_not_found(context);
    return reply_areas(context, kept.refusal().problems);
}

/// Looking at a file asks for what is known of each indicator in it; saving runs a statement for
/// each figure, all in one transaction.
constexpr Budget looking{2000}, saving{2'000'000};

constexpr Route routes[] = {
    {Method::Get, "/indicators/import", load_figures, show_upload, Budget{3}},
    {Method::Post, "/indicators/import", load_figures, post_upload, looking},
    {Method::Get, "/indicators/import/{load}", load_figures, show_preview, looking},
    {Method::Post, "/indicators/import/{load}", load_figures, post_preview, saving},
    {Method::Post, "/indicators/import/{load}/leave", load_figures, post_leave, Budget{14}},
    {Method::Get, "/indicators/loads", read_figures, show_loads, Budget{5}},
    {Method::Get, "/indicators/loads/{load}", read_figures, show_load, Budget{5}},
    {Method::Post, "/indicators/loads/{load}/take-back", load_figures, post_take_back, Budget{20}},
    {Method::Get, "/indicators/areas", read_figures, show_areas, Budget{7}},
    {Method::Get, "/indicators/areas/{code}", read_figures, show_area, Budget{7}},
    {Method::Post, "/indicators/areas", load_figures, post_area, Budget{20}},
};

} // namespace

namespace loads {

Module module() {
    return {.name = "figure loads", .routes = routes};
}

} // namespace loads

} // namespace openmasa::intelligence
