#include "core/routing/form_token.hpp"
#include "core/routing/reply.hpp"
#include "core/routing/version_read.hpp"
#include "plan/content.hpp"
#include "plan/recommendation_history.hpp"
#include "plan/versions/module.hpp"
#include "plan/versions/views.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::versions {
namespace {

/// How many versions the page lists; the newest.
constexpr int shown_versions = 500;

std::optional<Record> asked_record(Context& context) {
    Kind kind{};
    if (!from_text(context.captured("kind"), kind)) return std::nullopt;
    return find_record(context.db, context.scope, kind, context.captured("id"));
}

std::optional<history::Version> version_of(Context& context, const Record& record,
                                           std::int64_t version) {
    auto found = history::find_version(context.db, to_text(record.kind), record.id, version);
    if (found && record.kind == Kind::recommendation)
        recommendations::SeenHistory(context.db, context.scope).show(found->content);
    return found;
}

/// The newest, as this reader may see them.
std::vector<history::Version> versions_of(Context& context, const Record& record) {
    auto all = history::versions(context.db, to_text(record.kind), record.id, shown_versions);
    if (record.kind == Kind::recommendation)
        recommendations::SeenHistory(context.db, context.scope).show(all);
    return all;
}

http::Response show_versions(Context& context) {
    const auto record = asked_record(context);
    if (!record) return reply_not_found(context);
    const auto to =
        context.form.has("to") ? whole_number(context.form.text("to")) : record->version;
    const auto from = context.form.has("from") ? whole_number(context.form.text("from")) : to - 1;
    VersionsPage page{.record = *record,
                      .versions = versions_of(context, *record),
                      .older = version_of(context, *record, std::min(from, to)),
                      .newer = version_of(context, *record, std::max(from, to)),
                      .may_put_back = may_change(context.scope, record->kind)};
    page.first_to_put_back = first_in_raw_values(context.db, *record);
    return reply(context, {.title = "Versions of " + record->called,
                           .crumbs = record->crumbs,
                           .main = versions_view(page)});
}

http::Response reply_put_back(Context& context, const Record& record, std::string why,
                              std::vector<Problem> problems) {
    const auto wanted = version_of(context, record, whole_number(context.captured("version")));
    const auto now = version_of(context, record, record.version);
    const bool can = wanted && now && wanted->version < record.version &&
                     wanted->version >= first_in_raw_values(context.db, record);
    if (!can) return reply_not_found(context);
    const bool has_problems = !problems.empty();
    const PutBackPage page{
        .form_token = form_token::hidden(context),
        .record = record,
        .wanted = wanted->version,
        .why = std::move(why),
        .changes = what_putting_back_changes(record.kind, now->content, wanted->content),
        .problems = std::move(problems)};
    return reply(context, {.title = fmt::format("Put version {} back", wanted->version),
                           .crumbs = record.crumbs,
                           .main = put_back_view(page),
                           .has_problems = has_problems});
}

http::Response show_put_back(Context& context) {
    const auto record = asked_record(context);
    return record ? reply_put_back(context, *record, {}, {}) : reply_not_found(context);
}

http::Response post_put_back(Context& context) {
    const auto record = asked_record(context);
    if (!record) return reply_not_found(context);
    const PutBack command{.kind = record->kind,
                          .id = record->id,
                          .read = version_read(context.form),
                          .wanted = whole_number(context.captured("version")),
                          .why = std::string(context.form.text("why"))};
    const auto saved = submit(context, [&]() -> Result<std::string> {
        TRY(put_back(context.db, context.scope, command));
        return address_of(*record);
    });
    if (saved) return see_other(*saved);
    if (saved.refusal().kind == Refusal::Kind::not_found) return reply_not_found(context);
    return reply_put_back(context, *asked_record(context), command.why, saved.refusal().problems);
}

http::Response reply_standing(Context& context, const Record& record, std::string why,
                              std::vector<Problem> problems) {
    const bool has_problems = !problems.empty();
    const StandingPage page{.form_token = form_token::hidden(context),
                            .record = record,
                            .why = std::move(why),
                            .problems = std::move(problems)};
    return reply(context, {.title = record.withdrawn ? "Bring back" : "Withdraw",
                           .crumbs = record.crumbs,
                           .main = standing_view(page),
                           .has_problems = has_problems});
}

http::Response show_standing(Context& context) {
    const auto record = asked_record(context);
    if (!record) return reply_not_found(context);
    if (record->kind == Kind::recommendation && !record->withdrawn)
        return see_other(record->address + "/withdraw");
    return reply_standing(context, *record, {}, {});
}

http::Response post_standing(Context& context) {
    const auto record = asked_record(context);
    if (!record) return reply_not_found(context);
    const ChangeStanding command{.kind = record->kind,
                                 .id = record->id,
                                 .read = version_read(context.form),
                                 .to = record->withdrawn ? Standing::in_force : Standing::withdrawn,
                                 .why = std::string(context.form.text("why"))};
    const auto saved = submit(context, [&]() -> Result<std::string> {
        TRY(change_standing(context.db, context.scope, command));
        return record->address;
    });
    if (saved) return see_other(*saved);
    if (saved.refusal().kind == Refusal::Kind::not_found) return reply_not_found(context);
    return reply_standing(context, *asked_record(context), command.why, saved.refusal().problems);
}

constexpr Route routes[] = {
    {Method::Get, "/history/{kind}/{id}", Permission::read_plan, show_versions, Budget{20}},
    {Method::Get, "/history/{kind}/{id}/{version}/put-back", Permission::edit_plan, show_put_back,
     Budget{15}},
    {Method::Post, "/history/{kind}/{id}/{version}/put-back", Permission::edit_plan, post_put_back,
     Budget{80}},
    {Method::Get, "/history/{kind}/{id}/standing", Permission::edit_plan, show_standing, Budget{6}},
    // A priority takes its actions with it.
    {Method::Post, "/history/{kind}/{id}/standing", Permission::edit_plan, post_standing,
     Budget{20000}},
};

} // namespace

Module module() {
    return {.name = "versions", .routes = routes};
}

} // namespace openmasa::versions
