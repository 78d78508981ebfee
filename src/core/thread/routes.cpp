#include "core/history/as_at.hpp"
#include "core/references/references.hpp"
#include "core/routing/form_token.hpp"
#include "core/routing/named_pages.hpp"
#include "core/routing/reply.hpp"
#include "core/routing/route.hpp"
#include "core/thread/drawing.hpp"
#include "core/thread/links.hpp"
#include "core/thread/module.hpp"
#include "core/thread/pages.hpp"
#include "core/thread/views.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::thread {
namespace {

/// The record of the address as a node, if this person may see it.
std::optional<Node> node_of(Context& context, const At& at) {
    const auto* kind = find_record_kind(context, at.kind);
    const auto page = kind ? kind->page(context.db, context.scope, at.id) : std::nullopt;
    if (!page) return std::nullopt;
    const auto named = named_pages(context, {{at.kind, at.id}});
    const auto found = named.find({at.kind, at.id});
    return Node{.at = at,
                .stage = stage_of(at.kind, true),
                .title = found == named.end() ? std::string() : found->second.title,
                .href = page->address};
}

At asked_at(const Context& context) {
    return {std::string(context.captured("kind")), std::string(context.captured("id"))};
}

// --- what people linked
// -----------------------------------------------------------------------------

/// The far ends of these links as nodes: of each kind those that this person may see.
void add_nodes(Context& context, const std::vector<Link>& links, const Asked& asked, Piece& into) {
    std::vector<std::pair<std::string, std::string>> ends;
    const auto led_here = [&](const Link& link) {
        return std::ranges::count(asked.back, link.to) > 0;
    };
    const auto far_end = [&](const Link& link) -> const At& {
        return led_here(link) ? link.from : link.to;
    };
    for (const auto& link : links) ends.emplace_back(far_end(link).kind, far_end(link).id);
    const auto named = named_pages(context, ends);
    for (const auto& link : links) {
        const auto& far = far_end(link);
        const auto found = named.find({far.kind, far.id});
        if (found == named.end()) continue;
        into.nodes.push_back({.at = far,
                              .stage = stage_of(far.kind, led_here(link)),
                              .title = found->second.title,
                              .href = found->second.address});
    }
}

void follow_links(Context& context, const Asked& asked, Piece& into) {
    auto links = links_of(context.db, asked);
    if (links.empty()) return;
    add_nodes(context, links, asked, into);
    for (auto& link : links) into.links.push_back(std::move(link));
}

} // namespace

Html section(Context& context, At here) {
    if (!context.features) return {}; // a page by itself, as tests of one feature ask for it
    auto thread = beside(context, {.at = std::move(here), .title = {}});
    thread.may_change = !context.as_at && context.scope.may(may_link);
    return section_view(thread);
}

namespace {

// --- pages
// ------------------------------------------------------------------------------------------

http::Response show_thread(Context& context) {
    auto here = node_of(context, asked_at(context));
    if (!here) return reply_not_found(context);
    ThreadPage page{.thread = {}, .title = here->title, .href = here->href};
    page.thread = thread_of(context, std::move(*here));
    page.thread.may_change = context.scope.may(may_link);
    return reply(context, {.title = "The golden thread",
                           .crumbs = {{page.title, page.href}},
                           .notice = context.form.text("saved") == "yes" ? "Saved." : "",
                           .main = page_view(page)});
}

http::Response reply_add(Context& context, AddPage page) {
    page.token = form_token::hidden(context);
    return reply(context, {.title = "Link something to it",
                           .crumbs = {{"The golden thread", address_of(page.here)}},
                           .notice = {},
                           .main = add_view(page),
                           .has_problems = !page.problems.empty()});
}

http::Response show_add(Context& context) {
    const auto here = node_of(context, asked_at(context));
    if (!here) return reply_not_found(context);
    return reply_add(context, {.token = {}, .here = here->at, .title = here->title, .typed = {}});
}

/// What was typed, as two ends; both are there for this person.
Result<AddLink> read_link(Context& context, const At& here, const Typed& typed) {
    std::vector<Problem> problems;
    const auto found = references::find(context.db, typed.other);
    if (!found || !page_of(context, found->kind, found->id))
        problems.push_back(
            {"other", fmt::format("Nothing that you may see is called \u201c{}\u201d.",
                                  shortened(one_line(typed.other), 60))});
    if (typed.direction != "back" && typed.direction != "on")
        problems.push_back({"direction", "Say which of them came first."});
    if (!problems.empty()) return invalid(std::move(problems));
    const At other{found->kind, found->id};
    const bool led_here = typed.direction == "back";
    return AddLink{.from = led_here ? other : here,
                   .to = led_here ? here : other,
                   .strength = typed.strength == "fully"    ? Strength::fully
                               : typed.strength == "partly" ? Strength::partly
                                                            : Strength::unsaid,
                   .why = typed.why};
}

http::Response post_add(Context& context) {
    const auto here = node_of(context, asked_at(context));
    if (!here) return reply_not_found(context);
    const auto text = [&](std::string_view name) { return std::string(context.form.text(name)); };
    const Typed typed{text("other"), text("direction"), text("strength"), text("why")};
    const auto saved = submit(context, [&]() -> Result<std::string> {
        const auto command = TRY(read_link(context, here->at, typed));
        TRY(add_link(context.db, context.scope, command));
        return address_of(here->at) + "?saved=yes";
    });
    if (saved) return see_other(*saved);
    return reply_add(context, {.token = {},
                               .here = here->at,
                               .title = here->title,
                               .typed = typed,
                               .problems = saved.refusal().problems});
}

/// A link whose two ends this person may see.
std::optional<Link> asked_link(Context& context) {
    auto link = find_link(context.db, context.captured("link"));
    const bool may_see = link && page_of(context, link->from.kind, link->from.id) &&
                         page_of(context, link->to.kind, link->to.id);
    return may_see ? std::move(link) : std::nullopt;
}

http::Response reply_take_back(Context& context, Link link, std::string why,
                               std::vector<Problem> problems) {
    const TakeBackPage page{.token = form_token::hidden(context),
                            .back = address_of(link.to),
                            .link = std::move(link),
                            .why = std::move(why),
                            .problems = std::move(problems)};
    return reply(context, {.title = "Take the link back",
                           .crumbs = {{"The golden thread", page.back}},
                           .notice = {},
                           .main = take_back_view(page),
                           .has_problems = !page.problems.empty()});
}

http::Response show_take_back(Context& context) {
    auto link = asked_link(context);
    return link ? reply_take_back(context, std::move(*link), {}, {}) : reply_not_found(context);
}

http::Response post_take_back(Context& context) {
    auto link = asked_link(context);
    if (!link) return reply_not_found(context);
    const TakeBack command{link->id, std::string(context.form.text("why"))};
    const auto saved = submit(context, [&]() -> Result<std::string> {
        TRY(take_back(context.db, context.scope, command));
        return address_of(link->to) + "?saved=yes";
    });
    if (saved) return see_other(*saved);
    if (saved.refusal().kind == Refusal::Kind::not_found) return reply_not_found(context);
    return reply_take_back(context, std::move(*link), command.why, saved.refusal().problems);
}

/// Those that were there on the day.
void look_back(store::Lens& lens, const history::AsAt& as_at) {
    const auto end = store::lens::literal(history::end_of(as_at.day));
    lens.put(
        "thread_link",
        fmt::format("SELECT x.id, x.from_kind, x.from_id, x.to_kind, x.to_id, x.strength, x.why, "
                    "x.who, x.on_day, x.made_at, "
                    "CASE WHEN x.withdrawn_at < {} THEN x.withdrawn_at END AS withdrawn_at, "
                    "x.withdrawn_why FROM {{thread_link}} AS x WHERE x.made_at < {}",
                    end, end));
}

using enum Method;

constexpr Route routes[] = {
    // A statement or two a feature and step.
    {Get, "/thread/{kind}/{id}", Permission::own_account, show_thread, Budget{40}},
    {Get, "/thread/{kind}/{id}/add", may_link, show_add, Budget{8}},
    {Post, "/thread/{kind}/{id}/add", may_link, post_add, Budget{40}},
    {Get, "/thread/links/{link}", may_link, show_take_back, Budget{10}},
    {Post, "/thread/links/{link}", may_link, post_take_back, Budget{40}},
};

constexpr restriction::Kind own_kinds[] = {
    {.kind = link_kind, .called = "Link in the golden thread"}};
constexpr restriction::About own_about[] = {{"thread_link", "from_kind", "from_id"},
                                            {"thread_link", "to_kind", "to_id"}};

} // namespace

Module module() {
    return {.name = "thread",
            .routes = routes,
            .looks_back = look_back,
            .kinds = {.kinds = own_kinds, .about = own_about},
            .thread = follow_links};
}

} // namespace openmasa::thread
