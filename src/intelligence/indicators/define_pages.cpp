#include "core/access/store.hpp"
#include "core/routing/form_token.hpp"
#include "core/routing/reply.hpp"
#include "core/routing/version_read.hpp"
#include "intelligence/indicators/define_views.hpp"
#include "intelligence/indicators/page_reading.hpp"
#include "intelligence/indicators/pages.hpp"
#include <fmt/format.h>

namespace openmasa::intelligence {
namespace {

/// What was typed into the form.
DefineIndicator read_said(const http::Form& form) {
    const auto text = [&](std::string_view name) { return std::string(form.text(name)); };
    DefineIndicator said{.version = version_read(form)};
    said.title = text("title");
    said.theme = text("theme");
    said.counts = text("counts");
    said.unit = text("unit");
    said.decimals = text("decimals");
    said.polarity = text("polarity");
    said.due = text("due");
    said.caveats = text("caveats");
    said.owner = {.owner = text("owner"), .from = text("owner_from")};
    said.own = {.measure = text("measure"),
                .numerator = text("numerator"),
                .denominator = text("denominator"),
                .per = text("per"),
                .often = text("often"),
                .asked_of = text("asked_of"),
                .from = text("from"),
                .to = text("to")};
    return said;
}

DefinePage page_of(Context& context, DefineIndicator said, std::vector<Problem> problems) {
    return {.form_token = form_token::hidden(context),
            .words = context.words,
            .said = std::move(said),
            .owners = access::list_owners(context.db, access::OwnerType::agency),
            .owned = {},
            .problems = std::move(problems)};
}

http::Response reply_define(Context& context, const Indicator& indicator, const ReturnDuty& duty,
                            DefineIndicator said, std::vector<Problem> problems) {
    const bool has_problems = !problems.empty();
    auto page = page_of(context, std::move(said), std::move(problems));
    page.is_own = indicator.definition.source == Source::own;
    page.address = fmt::format("/indicators/{}", indicator.id.view());
    page.owned = duty.owners;
    return reply(context, {.title = "What the indicator means",
                           .crumbs = {{"Figures", "/indicators"},
                                      {indicator.definition.title, page.address}},
                           .notice = {},
                           .main = define_view(page),
                           .has_problems = has_problems});
}

http::Response reply_add(Context& context, DefineIndicator said, std::vector<Problem> problems) {
    const bool has_problems = !problems.empty();
    auto page = page_of(context, std::move(said), std::move(problems));
    page.is_new = page.is_own = true;
    page.address = "/indicators";
    return reply(context, {.title = "Add an indicator of your own",
                           .crumbs = {{"Figures", "/indicators"}, {"Returns", "/returns"}},
                           .notice = {},
                           .main = define_view(page),
                           .has_problems = has_problems});
}

} // namespace

http::Response show_add(Context& context) {
    DefineIndicator said{.polarity = "none", .due = "15 days"};
    said.own.measure = "number";
    said.own.often = "month";
    said.own.asked_of = "whole";
    return reply_add(context, std::move(said), {});
}

http::Response post_add(Context& context) {
    auto said = read_said(context.form);
    const auto kept = submit(context, [&]() -> Result<std::string> {
        const auto id = TRY(add_own(context.db, context.scope, said));
        return fmt::format("/indicators/{}?saved=define", id.view());
    });
    if (kept) return see_other(*kept);
    if (kept.refusal().kind == Refusal::Kind::not_found) return reply_not_found(context);
    return reply_add(context, std::move(said), kept.refusal().problems);
}

http::Response show_define(Context& context) {
    const auto indicator = indicator_of(context);
    if (!indicator) return reply_not_found(context);
    const auto duty = return_duty(context.db, *indicator);
    return reply_define(context, *indicator, duty, as_it_stands(*indicator, duty), {});
}

http::Response post_define(Context& context) {
    const auto indicator = indicator_of(context);
    if (!indicator) return reply_not_found(context);
    auto said = read_said(context.form);
    said.id = indicator->id;
    const auto kept = submit(context, [&]() -> Result<std::string> {
        TRY(define(context.db, context.scope, said));
        return fmt::format("/indicators/{}?saved=define", indicator->id.view());
    });
    if (kept) return see_other(*kept);
    if (kept.refusal().kind == Refusal::Kind::not_found) return reply_not_found(context);
    return reply_define(context, *indicator, return_duty(context.db, *indicator), std::move(said),
                        kept.refusal().problems);
}

} // namespace openmasa::intelligence
