#include "core/restriction/views.hpp"
#include "core/routing/form_token.hpp"
#include "core/routing/reply.hpp"
#include "kernel/text.hpp"
#include "partnership/suitability/module.hpp"
#include "partnership/suitability/views.hpp"
#include <fmt/format.h>

namespace openmasa::suitability {
namespace {

constexpr store::Query<std::string(OwnerId)> find_agency_name{
    "suitability.find_agency_name",
    "SELECT o.name FROM agency a JOIN owner o ON o.id = a.id WHERE a.id = $1"};

bool may_keep(const Scope& scope) {
    return scope.may(Permission::edit_agencies) && scope.may(Permission::restrict_records);
}

std::string address(const DeclarationId& id) {
    return "/suitability/" + id.str();
}

/// The agency in the address, for somebody who may keep declarations.
std::optional<KeepPage> asked_page(Context& context) {
    const auto id = context.id<OwnerId>();
    auto name = id && may_keep(context.scope) ? context.db.one(find_agency_name, *id)
                                              : std::optional<std::string>{};
    if (!name) return std::nullopt;
    return KeepPage{.form_token = form_token::hidden(context),
                    .typed = {.agency = *id,
                              .who = {},
                              .on = spoken_long(context.scope.today),
                              .capacity = {},
                              .words = {},
                              .readers = {}},
                    .agency_name = std::move(*name)};
}

http::Response reply_keep(Context& context, const KeepPage& page) {
    return reply(context, {.title = "Keep a declaration of suitability",
                           .crumbs = {{page.agency_name, "/agencies/" + page.typed.agency.str()}},
                           .notice = {},
                           .main = keep_view(page),
                           .has_problems = !page.problems.empty()});
}

http::Response show_keep(Context& context) {
    const auto page = asked_page(context);
    return page ? reply_keep(context, *page) : reply_not_found(context);
}

http::Response post_keep(Context& context) {
    auto page = asked_page(context);
    if (!page) return reply_not_found(context);
    const auto text = [&](std::string_view name) { return std::string(context.form.text(name)); };
    page->typed.who = text("who");
    page->typed.on = text("on");
    page->typed.capacity = text("capacity");
    page->typed.words = text("words");
    page->typed.readers = text("readers");
    const auto saved = submit(context, [&]() -> Result<std::string> {
        return address(TRY(keep(context.db, context.scope, page->typed)));
    });
    if (saved) return see_other(*saved);
    if (saved.refusal().kind == Refusal::Kind::not_found) return reply_not_found(context);
    page->problems = saved.refusal().problems;
    return reply_keep(context, *page);
}

http::Response show_declaration(Context& context) {
    const auto id = context.id<DeclarationId>();
    auto found =
        id ? find_declaration(context.db, context.scope, *id) : std::optional<Declaration>{};
    if (!found) return reply_not_found(context);
    const DeclarationPage page{
        .declaration = std::move(*found),
        .notice = restriction::notice(context.scope, declaration_kind, id->view())};
    const auto& d = page.declaration;
    return reply(context, {.title = "Declaration of suitability",
                           .crumbs = {{d.agency_name, "/agencies/" + d.agency.str()}},
                           .notice = {},
                           .main = declaration_view(page)});
}

/// For the page of an agency: those that this person reads.
std::vector<OwnerFact> facts(store::Db& db, const Scope& scope, const OwnerId& owner) {
    std::vector<OwnerFact> known;
    for (const auto& one : declarations_of(db, scope, owner))
        known.push_back(
            {.label = "Suitability",
             .words = fmt::format("{}, declared on {}", one.capacity, spoken(one.declared_on)),
             .href = address(one.id)});
    return known;
}

struct DescribedRow {
    std::string id, title;
    OwnerId owner;
};
constexpr store::Query<DescribedRow(std::string_view)> describe_one{"suitability.describe", R"sql(
    SELECT d.id, 'Declaration of suitability, ' || p.known_as || ', ' || d.declared_on, d.agency_id
    FROM declaration d JOIN person p ON p.id = d.person_id WHERE d.id = $1)sql"};

std::optional<restriction::Described> describe(store::Db& db, std::string_view id) {
    auto row = db.one(describe_one, id);
    if (!row) return std::nullopt;
    auto place = "/suitability/" + row->id;
    return restriction::Described{std::move(row->id), "", std::move(row->title), std::move(place),
                                  row->owner};
}

constexpr restriction::Kind kinds[] = {
    {.kind = declaration_kind, .called = "Declaration", .describe = describe},
};

std::optional<RecordPage> declaration_page(store::Db& db, const Scope& scope,
                                           std::string_view text) {
    const auto id = DeclarationId::parse(text);
    if (!id || !find_declaration(db, scope, *id)) return std::nullopt;
    return RecordPage{.address = address(*id)};
}
constexpr RecordKind records[] = {{.kind = declaration_kind, .page = declaration_page}};

constexpr Route routes[] = {
    {Method::Get, "/agencies/{id}/suitability/add", Permission::edit_agencies, show_keep,
     Budget{3}},
    {Method::Post, "/agencies/{id}/suitability/add", Permission::edit_agencies, post_keep,
     Budget{40}},
    {Method::Get, "/suitability/{id}", Permission::read_agencies, show_declaration, Budget{6}},
};

} // namespace

Module module() {
    return {.name = "suitability",
            .routes = routes,
            .records = records,
            .kinds = {.kinds = kinds, .hangs = {}, .about = {}, .also = {}},
            .owner_facts = facts};
}

} // namespace openmasa::suitability
