#include "plan/position/pages.hpp"
#include "core/audit/downloads.hpp"
#include "core/documents/pdf.hpp"
#include "core/routing/address.hpp"
#include "core/routing/looking_back.hpp"
#include "core/routing/reply.hpp"
#include "kernel/target_date.hpp"
#include "plan/position/documents.hpp"
#include "plan/position/views.hpp"
#include <fmt/format.h>
#include <limits>

namespace openmasa::position {
namespace {

struct Since {
    Day day{};
    std::string problem{};
};

/// ?since=2024-12-31, in any words that a target date may have; the end of the quarter before
/// without.
Since asked_since(const Context& context) {
    const auto usual = quarter_end_before(context.scope.today);
    const auto words = context.form.text("since");
    if (words.empty()) return {usual};
    const auto day = understand_date(words).latest;
    if (!day) return {usual, "This is no day. Write it like 31 December 2024."};
    if (*day >= context.scope.today)
        return {usual, fmt::format("Choose a day before {}.", spoken_long(context.scope.today))};
    return {*day};
}

StatementFacts read_facts(Context& context, Day then, std::size_t most_listed) {
    auto& db = context.db;
    const auto& scope = context.scope;
    const auto all = lives(db, scope);
    StatementFacts facts{.position =
                             position_of(all, then, scope.today, priority_names(db, scope, all)),
                         .names = {},
                         .deciders = {},
                         .words = context.words,
                         .partnership = context.settings.partnership,
                         .made = scope.now,
                         .is_past = scope.looking_back,
                         .as_known_then = scope.as_known_then,
                         .most_listed = most_listed};
    const auto ids = ids_to_name(facts.position, most_listed);
    facts.names = named(db, scope, ids);
    facts.deciders = deciders_after(db, scope, ids, then);
    return facts;
}

/// Where links in a document lead; empty when what the browser says is no host.
std::string site_of(const Context& context) {
    const auto address = full_address(context, "/");
    return address.starts_with("http") ? address.substr(0, address.size() - 1) : std::string();
}

http::Response reply_file(Context& context, const StatementFacts& facts, std::string content,
                          std::string_view type, std::string_view extension) {
    audit::record_download(context.db, context.scope,
                           {.verb = "position.downloaded",
                            .filter = fmt::format("as-at={}&since={}", iso(facts.position.now),
                                                  iso(facts.position.then)),
                            .rows = facts.position.all.all});
    return reply_download(std::move(content), type, file_name(facts, extension));
}

} // namespace

http::Response show_position(Context& context) {
    const auto since = asked_since(context);
    const auto facts = read_facts(context, since.day, most_on_paper);
    PositionPage page{.statement = statement_of(facts),
                      .then = since.day,
                      .now = context.scope.today,
                      .query = "?since=" + iso(since.day),
                      .why_no_pdf = documents::why_no_pdf(),
                      .as_known_then = context.scope.as_known_then};
    if (!since.problem.empty()) {
        page.since_typed = context.form.text("since");
        page.problems.push_back({"since", since.problem});
    }
    if (!context.look_back_problem.empty()) {
        page.on_typed = context.form.text(looking_back::day_field);
        page.problems.push_back({"on", context.look_back_problem});
    }
    return reply(context, {.title = page.statement.title,
                           .crumbs = {{"Recommendations", "/recommendations"}},
                           .notice = {},
                           .main = position_page_view(page),
                           .has_problems = !page.problems.empty()});
}

http::Response download_word(Context& context) {
    const auto facts = read_facts(context, asked_since(context).day, most_on_paper);
    auto bytes =
        documents::write_word(statement_as_word(statement_of(facts), facts, site_of(context)));
    return reply_file(context, facts, std::move(bytes), documents::word_media_type, "docx");
}

http::Response download_workbook(Context& context) {
    const auto facts =
        read_facts(context, asked_since(context).day, std::numeric_limits<std::size_t>::max());
    return reply_file(context, facts, statement_as_workbook(statement_of(facts), facts),
                      workbook_media_type, "xlsx");
}

http::Response download_pdf(Context& context) {
    const auto facts = read_facts(context, asked_since(context).day, most_on_paper);
    const auto statement = statement_of(facts);
    std::vector<Html> lines;
    for (const auto& line : document_lines(facts)) lines.push_back(escaped(line));
    auto pdf = documents::print_pdf(
        {.title = fmt::format("{}, {}", statement.title, spoken_long(facts.position.now)),
         .main = looking_back::kept_in_links(
             statement_view(statement, {.facts = std::move(lines)}),
             {.day = facts.position.now, .as_known_then = facts.as_known_then}),
         .site = site_of(context)});
    if (!pdf)
        return reply_plain(context, 503, "No PDF just now",
                           html(
                               R"(<p class="govuk-body">{}</p>
<p class="govuk-body"><a class="govuk-link" href="/recommendations/position">The position itself</a> prints well, and there is a Word document of it.</p>)",
                               pdf.refusal().problems.at(0).words));
    return reply_file(context, facts, std::move(*pdf), "application/pdf", "pdf");
}

} // namespace openmasa::position
