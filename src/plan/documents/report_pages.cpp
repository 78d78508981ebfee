#include "core/audit/downloads.hpp"
#include "core/documents/pdf.hpp"
#include "core/routing/form_token.hpp"
#include "core/routing/reply.hpp"
#include "core/routing/version_read.hpp"
#include "kernel/target_date.hpp"
#include "plan/documents/pages.hpp"
#include "plan/documents/report_store.hpp"
#include "plan/documents/report_views.hpp"
#include "plan/documents/report_word.hpp"
#include "plan/documents/site.hpp"
#include "plan/plan_head.hpp"
#include "plan/store.hpp"
#include <fmt/format.h>

namespace openmasa::plan_documents {
namespace {

constexpr int most_earlier = 50;

struct Since {
    Day day{};
    std::string problem{};
};

/// ?since=2026-04-01, in any words that a target date may have; a quarter ago without.
Since asked_since(const Context& context) {
    const auto usual = usual_since(context.scope.today);
    const auto words = context.form.text("since");
    if (words.empty()) return {usual};
    const auto day = understand_date(words).earliest;
    if (!day) return {usual, "This is no day. Write it like 1 April 2026."};
    if (*day > context.scope.today) return {usual, "Choose a day that has been."};
    return {*day};
}

std::optional<ReportFacts> asked_report(Context& context, Day since) {
    const auto id = context.id<plan::SectionId>();
    if (!id) return std::nullopt;
    return read_report(context.db, context.scope, context.settings, *id, since);
}

std::string file_name(const ReportFacts& facts, std::string_view extension) {
    return fmt::format("highlight-report-{}",
                       file_name_of({.title = facts.section.name}, extension));
}

void note_taken(Context& context, const ReportFacts& facts) {
    audit::record_taken(context.db, context.scope, "section.report_taken", "section",
                        facts.section.id.view());
}

http::Response show_form(Context& context, CoverPage page) {
    page.form_token = form_token::hidden(context);
    page.words = context.words;
    page.earlier = covering_words(context.db, page.section.id, most_earlier);
    return reply(context, {.title = "Covering words",
                           .crumbs = {plan::crumb(context.words, page.section.plan),
                                      plan::crumb(page.section),
                                      {"Highlight report", fmt::format("/priorities/{}/report",
                                                                       page.section.id.view())}},
                           .notice = {},
                           .main = cover_view(page),
                           .has_problems = !page.problems.empty()});
}

std::optional<plan::Section> section_to_write_about(Context& context) {
    const auto id = context.id<plan::SectionId>();
    auto section = id ? plan::find_section(context.db, context.scope, *id) : std::nullopt;
    const bool may = section && !section->withdrawn && may_write_cover(context.scope, *section);
    return may ? std::move(section) : std::nullopt;
}

} // namespace

http::Response show_report(Context& context) {
    const auto since = asked_since(context);
    auto facts = asked_report(context, since.day);
    if (!facts) return reply_not_found(context);
    ReportPage page{.facts = std::move(*facts),
                    .why_no_pdf = documents::why_no_pdf(),
                    .query = "?since=" + iso(since.day),
                    .since_typed = std::string(context.form.text("since")),
                    .problems = {}};
    page.may_write = may_write_cover(context.scope, page.facts.section);
    if (!since.problem.empty()) page.problems = {{"since", since.problem}};
    return reply(context, {.title = "Highlight report, " + page.facts.section.name,
                           .crumbs = {plan::crumb(context.words, page.facts.plan.id),
                                      plan::crumb(page.facts.section)},
                           .notice = context.form.text("saved") == "words"
                                         ? "Saved: the words stand on the report."
                                         : "",
                           .main = report_page_view(page),
                           .has_problems = !page.problems.empty()});
}

http::Response download_report_pdf(Context& context) {
    const auto facts = asked_report(context, asked_since(context).day);
    if (!facts) return reply_not_found(context);
    auto pdf = documents::print_pdf({.title = "Highlight report: " + facts->section.name,
                                     .main = report_view(*facts),
                                     .site = site_of(context)});
    if (!pdf)
        return reply_plain(context, 503, "No PDF just now",
                           html(
                               R"(<p class="govuk-body">{}</p>
<p class="govuk-body"><a class="govuk-link" href="/priorities/{}/report">The report itself</a> prints well, and there is a Word document of it.</p>)",
                               pdf.refusal().problems.at(0).words, facts->section.id));
    note_taken(context, *facts);
    return reply_download(std::move(*pdf), "application/pdf", file_name(*facts, "pdf"));
}

http::Response download_report_word(Context& context) {
    const auto facts = asked_report(context, asked_since(context).day);
    if (!facts) return reply_not_found(context);
    auto bytes = documents::write_word(report_as_word(*facts, site_of(context)));
    note_taken(context, *facts);
    return reply_download(std::move(bytes), documents::word_media_type, file_name(*facts, "docx"));
}

http::Response show_cover_form(Context& context) {
    auto section = section_to_write_about(context);
    if (!section) return reply_not_found(context);
    CoverPage page{.section = std::move(*section)};
    if (auto newest = covering_words(context.db, page.section.id, 1); !newest.empty()) {
        page.typed = std::move(newest.front().words);
        page.asks = std::move(newest.front().asks);
        page.version = newest.front().version;
    }
    return show_form(context, std::move(page));
}

http::Response post_cover(Context& context) {
    auto section = section_to_write_about(context);
    if (!section) return reply_not_found(context);
    const WriteCover command{.section = section->id,
                             .version = version_read(context.form),
                             .words = std::string(context.form.text("words")),
                             .asks = std::string(context.form.text("asks"))};
    const auto saved = submit(context, [&]() -> Result<std::string> {
        TRY(write_cover(context.db, context.scope, command));
        return fmt::format("/priorities/{}/report?saved=words", section->id.view());
    });
    if (saved) return see_other(*saved);
    if (saved.refusal().kind == Refusal::Kind::not_found) return reply_not_found(context);
    const auto newest = covering_words(context.db, section->id, 1);
    return show_form(context, {.section = std::move(*section),
                               .typed = command.words,
                               .asks = command.asks,
                               .version = newest.empty() ? 0 : newest.front().version,
                               .earlier = {},
                               .problems = saved.refusal().problems});
}

} // namespace openmasa::plan_documents
