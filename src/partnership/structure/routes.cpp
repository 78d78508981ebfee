#include "core/audit/downloads.hpp"
#include "core/documents/pdf.hpp"
#include "core/routing/address.hpp"
#include "core/routing/reply.hpp"
#include "kernel/london_time.hpp"
#include "kernel/text.hpp"
#include "partnership/form_pieces.hpp"
#include "partnership/group_store.hpp"
#include "partnership/structure/module.hpp"
#include "partnership/structure/views.hpp"
#include "web/http/percent.hpp"
#include <fmt/format.h>

namespace openmasa::structure {
namespace {

/// The day of "What changed since a day?", as far as it can be read.
void read_since(const Context& context, StructurePage& page) {
    page.since_typed = one_line(context.form.text("since"));
    if (page.since_typed.empty()) return;
    const auto day = typed_day(page.since_typed);
    if (!day)
        page.problems.push_back({"since", "Enter the day, as 1 April 2026."});
    else if (*day >= page.on)
        page.problems.push_back(
            {"since", fmt::format("Enter a day before {}.", spoken_long(page.on))});
    else {
        page.since = day;
        page.query = "?since=" + iso(*day);
    }
}

void mark_changes(Context& context, StructurePage& page) {
    const auto before = partnership::group_standings(context.db, context.scope, *page.since);
    auto made = marked(boxes_of(before, *page.since), std::move(page.boxes));
    page.boxes = std::move(made.boxes);
    page.added = made.added;
    page.changed = made.changed;
    page.ended = made.ended;
}

StructurePage read_page(Context& context) {
    const auto today = context.scope.today;
    const auto groups = partnership::group_standings(context.db, context.scope, today);
    StructurePage page{.words = context.words,
                       .on = today,
                       .count = count(groups, today),
                       .boxes = boxes_of(groups, today),
                       .why_no_pdf = documents::why_no_pdf()};
    read_since(context, page);
    if (page.since) mark_changes(context, page);
    return page;
}

http::Response show(Context& context) {
    const auto page = read_page(context);
    return reply(context, {.title = "Structure",
                           .crumbs = {},
                           .notice = {},
                           .main = partnership::known_now(context.as_at) + structure_view(page),
                           .has_problems = !page.problems.empty()});
}

/// Where links in a file lead; empty when what the browser says is no host.
std::string site_of(const Context& context) {
    const auto address = full_address(context, "/");
    return address.starts_with("http") ? address.substr(0, address.size() - 1) : std::string();
}

http::Response reply_file(Context& context, const StructurePage& page, std::string content,
                          std::string_view type, std::string_view ending) {
    audit::record_download(context.db, context.scope,
                           {.verb = "structure.downloaded",
                            .filter = page.since ? "since=" + iso(*page.since) : std::string(),
                            .rows = static_cast<std::int64_t>(page.boxes.size())});
    return reply_download(std::move(content), type,
                          fmt::format("structure-{}.{}", iso(page.on), ending));
}

http::Response download_svg(Context& context) {
    const auto page = read_page(context);
    return reply_file(context, page, picture_of(page, site_of(context)).take(),
                      "image/svg+xml; charset=utf-8", "svg");
}

http::Response download_pdf(Context& context) {
    const auto page = read_page(context);
    const auto site = site_of(context);
    auto pdf = documents::print_pdf({.title = "Structure on " + spoken_long(page.on),
                                     .main = sheet_of(page, site),
                                     .site = site});
    if (!pdf)
        return reply_plain(context, 503, "No PDF just now",
                           html(
                               R"(<p class="govuk-body">{}</p>
<p class="govuk-body"><a class="govuk-link" href="/structure">The page itself</a> prints on one sheet of A4.</p>)",
                               pdf.refusal().problems.at(0).words));
    return reply_file(context, page, std::move(*pdf), "application/pdf", "pdf");
}

using enum Permission;

constexpr Route routes[] = {
    {Method::Get, "/structure", read_agencies, show, Budget{10}, Past::from_history},
    {Method::Get, "/structure/chart.svg", read_agencies, download_svg, Budget{15},
     Past::from_history},
    {Method::Get, "/structure/chart.pdf", read_agencies, download_pdf, Budget{15},
     Past::from_history},
};

} // namespace

Module module() {
    return {.name = "structure", .routes = routes};
}

} // namespace openmasa::structure
