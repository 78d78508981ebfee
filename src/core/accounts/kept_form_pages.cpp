#include "core/accounts/kept_form.hpp"
#include "core/accounts/pages.hpp"
#include "core/accounts/views.hpp"
#include "core/routing/form_token.hpp"
#include "core/routing/reply.hpp"

namespace openmasa::accounts {

http::Response show_kept_form(Context& context) {
    const auto id = context.id<KeptFormId>();
    const auto kept = id ? find_kept_form(context, *id) : std::nullopt;
    if (!kept) return reply_not_found(context);
    KeptFormPage page{.form_token = form_token::hidden(context),
                      .id = id->str(),
                      .path = kept->path,
                      .kept_at = kept->kept_at};
    for (const auto& field : kept->fields.fields())
        page.fields.push_back({field.name, field.value});
    return reply(context, {.title = "What you typed was kept",
                           .crumbs = {},
                           .notice = {},
                           .main = kept_form_view(page)});
}

http::Response throw_kept_form_away(Context& context) {
    const auto id = context.id<KeptFormId>();
    if (!id) return reply_not_found(context);
    const auto forgotten = submit(context, [&]() -> Result<std::string> {
        if (!forget_kept_form(context, *id)) return not_found();
        return std::string("/");
    });
    return forgotten ? see_other(*forgotten) : reply_not_found(context);
}

} // namespace openmasa::accounts
