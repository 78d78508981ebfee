#include "core/access/store.hpp"
#include "core/restriction/actions.hpp"
#include "core/restriction/glass_pages.hpp"
#include "core/restriction/module.hpp"
#include "core/restriction/views.hpp"
#include "core/routing/form_token.hpp"
#include "core/routing/reply.hpp"
#include "core/routing/version_read.hpp"
#include <algorithm>

namespace openmasa::restriction {
namespace {

Record record_of(const Context& context) {
    return {std::string(context.captured("kind")), std::string(context.captured("id"))};
}

/// A number far outside is as wrong as one just outside.
int days_typed(const Context& context) {
    const auto days = whole_number(context.form.text("review_in_days"));
    return static_cast<int>(std::clamp<std::int64_t>(days, 0, longest_review_days + 1));
}

std::vector<std::string> typed(const Context& context, std::string_view field) {
    std::vector<std::string> values;
    for (const auto value : context.form.all(field)) values.emplace_back(value);
    return values;
}

void fill_with_what_stands(RestrictPage& page, Day today) {
    page.review_in_days = std::to_string(longest_review_days);
    if (!page.standing) return;
    page.reason = page.standing->reason;
    const auto left = (page.standing->review_on - today).count();
    if (left > 0) page.review_in_days = std::to_string(left);
    for (const auto& name : page.standing->names)
        (name.denied ? page.denied : page.readers).push_back(field_value(name));
}

void fill_with_what_was_typed(RestrictPage& page, const Context& context) {
    page.reason = context.form.text("reason");
    page.review_in_days = context.form.text("review_in_days");
    page.readers = typed(context, "readers");
    page.denied = typed(context, "denied");
}

std::optional<RestrictPage> read_page(Context& context) {
    auto described =
        find_to_restrict(context.db, context.scope, *context.kinds, record_of(context));
    if (!described) return std::nullopt;
    RestrictPage page{.form_token = form_token::hidden(context),
                      .words = context.words,
                      .kind = find_kind(*context.kinds, context.captured("kind")),
                      .record = std::move(*described),
                      .standing = find_open(context.db, record_of(context)),
                      .people = list_candidates(context.db),
                      .owners = access::list_owners(context.db)};
    fill_with_what_stands(page, context.scope.today);
    return page;
}

http::Response reply_page(const Context& context, const RestrictPage& page) {
    return reply(context, {.title = "Who may read this",
                           .crumbs = {{std::string(page.record.reference), page.record.address}},
                           .main = restrict_view(page),
                           .has_problems = !page.problems.empty()});
}

http::Response show(Context& context) {
    const auto page = read_page(context);
    return page ? reply_page(context, *page) : reply_not_found(context);
}

enum class Shown { what_was_typed, what_stands };

/// To the record when it was saved; otherwise the form with what is wrong.
http::Response finish(Context& context, const Result<std::string>& saved, Shown shown) {
    if (saved) return see_other(*saved);
    auto page = read_page(context);
    if (!page || saved.refusal().kind == Refusal::Kind::not_found) return reply_not_found(context);
    if (shown == Shown::what_was_typed) fill_with_what_was_typed(*page, context);
    page->why = context.form.text("why");
    page->problems = saved.refusal().problems;
    return reply_page(context, *page);
}

std::string page_of(Context& context) {
    const auto described =
        find_to_restrict(context.db, context.scope, *context.kinds, record_of(context));
    return described ? described->address : "/";
}

http::Response restrict_it(Context& context) {
    RestrictRecord command{.record = record_of(context),
                           .version = version_read(context.form),
                           .reason = std::string(context.form.text("reason")),
                           .review_in_days = days_typed(context),
                           .names = {}};
    for (const auto* field : {"readers", "denied"})
        for (const auto& value : context.form.all(field))
            if (auto name = name_from(value, field == std::string_view("denied")))
                command.names.push_back(*name);
    const auto saved = submit(context, [&]() -> Result<std::string> {
        TRY(restrict_record(context.db, context.scope, *context.kinds, command));
        return page_of(context);
    });
    return finish(context, saved, Shown::what_was_typed);
}

http::Response lift_it(Context& context) {
    const LiftRestriction command{.record = record_of(context),
                                  .version = version_read(context.form),
                                  .why = std::string(context.form.text("why"))};
    const auto saved = submit(context, [&]() -> Result<std::string> {
        TRY(lift_restriction(context.db, context.scope, *context.kinds, command));
        return page_of(context);
    });
    return finish(context, saved, Shown::what_stands);
}

/// A page shows this many; each asks for its record's name.
constexpr std::size_t most_listed = 200;

http::Response show_list(Context& context) {
    auto standing = open_restrictions(context.db);
    std::ranges::stable_sort(standing, {}, &Restriction::review_on);
    std::vector<Listed> all;
    for (auto& one : standing) {
        const auto* kind = find_kind(*context.kinds, one.record.kind);
        if (!kind || !kind->describe || all.size() == most_listed) continue;
        if (auto record = kind->describe(context.db, one.record.id))
            all.push_back({std::move(one), std::move(*record), context.words.say(kind->called)});
    }
    return reply(context,
                 {.title = "Restricted records", .main = list_view(all, context.scope.today)});
}

constexpr Route routes[] = {
    {Method::Get, "/restricted", Permission::restrict_records, show_list, Budget{206}},
    {Method::Get, "/restricted/{kind}/{id}", Permission::restrict_records, show, Budget{7}},
    // A name on a list is a statement.
    {Method::Post, "/restricted/{kind}/{id}", Permission::restrict_records, restrict_it,
     Budget{400}},
    {Method::Post, "/restricted/{kind}/{id}/lift", Permission::restrict_records, lift_it,
     Budget{16}},
    {Method::Get, "/break-glass", Permission::break_glass, show_break_glass, Budget{4}},
    {Method::Post, "/break-glass", Permission::break_glass, post_break_glass, Budget{60}},
    // Each use shown asks for its record's name.
    {Method::Get, "/break-glass/uses", Permission::restrict_records, show_uses, Budget{210}},
    {Method::Get, "/break-glass/uses/{id}", Permission::restrict_records, show_review, Budget{6}},
    {Method::Post, "/break-glass/uses/{id}", Permission::restrict_records, post_review, Budget{18}},
};

constexpr Kind own_kinds[] = {{.kind = "attachment", .called = "File"},
                              {.kind = "restriction", .called = "Restriction"},
                              {.kind = "glass", .called = "Broken glass"}};
constexpr Hangs own_hangs[] = {{"restriction_name", "restriction_id", "restriction"},
                               {"glass", "restriction_id", "restriction"}};
constexpr About own_about[] = {{"history", "kind", "record_id"},
                               {"audit_entry", "kind", "record_id"},
                               {"attachment", "about_kind", "about_id"}};
/// A file that was brought in holds the words of the plan; whoever chose it has read it.
constexpr Also own_also[] = {{"register_import", "action", "t.person_id = {person}"}};

} // namespace

Module module() {
    return {
        .name = "restriction",
        .routes = routes,
        .kinds = {.kinds = own_kinds, .hangs = own_hangs, .about = own_about, .also = own_also}};
}

} // namespace openmasa::restriction
