#include "plan/documents/report_store.hpp"
#include "core/audit/audit.hpp"
#include "core/references/references.hpp"
#include "kernel/text.hpp"
#include "plan/documents/store.hpp"
#include "plan/store.hpp"
#include "plan/tally_store.hpp"
#include <algorithm>

namespace openmasa::plan_documents {
namespace {

using store::None;
using store::Query;

constexpr std::size_t longest_cover = 4000;

constexpr Query<ReportedProgress(plan::SectionId, Day)> list_progress{"documents.progress_since",
                                                                      R"sql(
    SELECT p.action_id, p.true_from, p.status_before, p.status, p.words
    FROM progress p JOIN action a ON a.id = p.action_id
    WHERE a.section_id = $1 AND a.withdrawn_at IS NULL AND p.true_from >= $2 ORDER BY p.true_from DESC, p.id DESC)sql"};
constexpr Query<ReportedEvidence(plan::SectionId, Day)> list_evidence{"documents.evidence_since",
                                                                      R"sql(
    SELECT e.action_id, e.title FROM evidence e JOIN action a ON a.id = e.action_id
    WHERE a.section_id = $1 AND a.withdrawn_at IS NULL AND e.true_from >= $2 ORDER BY e.true_from DESC, e.id DESC)sql"};
constexpr Query<LastWords(plan::SectionId)> list_last_words{"documents.last_words", R"sql(
    SELECT p.action_id, p.true_from, p.words FROM action a JOIN progress p ON p.id =
        (SELECT max(q.id) FROM progress q WHERE q.action_id = a.id AND q.words <> '')
    WHERE a.section_id = $1 AND a.withdrawn_at IS NULL ORDER BY p.action_id)sql"};

struct Report {
    ReportId id;
    std::int64_t version = 0;
};
constexpr Query<Report(plan::SectionId)> find_report{
    "documents.find_report", "SELECT id, version FROM report WHERE section_id = $1"};
constexpr Query<None(ReportId, plan::SectionId)> insert_report{
    "documents.add_report", "INSERT INTO report (id, section_id, version) VALUES ($1, $2, 1)"};
constexpr Query<None(ReportId, std::int64_t)> count_version{
    "documents.count_version", "UPDATE report SET version = $2 + 1 WHERE id = $1 AND version = $2"};

std::vector<Problem> problems_with(const WriteCover& command) {
    std::vector<Problem> problems;
    for (const auto& [field, words] :
         {std::pair("words", &command.words), std::pair("asks", &command.asks)})
        if (words->size() > longest_cover)
            problems.push_back({field, "This is too long: at most 4000 characters."});
    return problems;
}

/// The record of the report and its new version; nothing when somebody was first.
std::optional<Report> next_version_of(store::Db& db, const Scope& scope,
                                      const WriteCover& command) {
    auto report = db.one(find_report, command.section);
    if (!report) {
        if (command.version != 0) return std::nullopt;
        report = Report{scope.new_id<ReportId>(), 1};
        db.run(insert_report, report->id, command.section);
        return report;
    }
    if (report->version != command.version) return std::nullopt;
    if (db.run(count_version, report->id, report->version) == 0) return std::nullopt;
    ++report->version;
    return report;
}

} // namespace

std::vector<CoveringWords> covering_words(store::Db& db, const plan::SectionId& section, int most) {
    std::vector<CoveringWords> all;
    const auto report = db.one(find_report, section);
    if (!report) return all;
    for (auto& version : history::versions(db, "report", report->id.view(), most))
        all.push_back({.words = std::string(history::value_of(version.content, "words")),
                       .asks = std::string(history::value_of(version.content, "asks")),
                       .who = std::move(version.who),
                       .at = version.at,
                       .version = version.version});
    return all;
}

std::optional<ReportFacts> read_report(store::Db& db, const Scope& scope, const Settings& settings,
                                       const plan::SectionId& id, Day since) {
    auto section = plan::find_section(db, scope, id);
    if (!section || section->withdrawn) return std::nullopt;
    const auto plan = plan::find_plan(db, scope, section->plan);
    if (!plan) return std::nullopt;
    ReportFacts facts{.since = since,
                      .today = scope.today,
                      .words = scope.words,
                      .plan = *plan,
                      .section = std::move(*section),
                      .reference = references::of(db, "section", id.view()),
                      .partnership = settings.partnership,
                      .made = scope.now,
                      .tally = plan::total(plan::tally_of(db, scope, std::vector{id}), scope.today),
                      .objectives = plan::objectives_of(db, scope, id),
                      .actions = plan::actions_of_section(db, id),
                      .steps = steps_of_section(db, id),
                      .progress = db.all(list_progress, id, since),
                      .evidence = db.all(list_evidence, id, since),
                      .last_words = db.all(list_last_words, id),
                      .cover = {}};
    auto cover = covering_words(db, id, 1);
    const bool says_something =
        !cover.empty() && !(cover.front().words.empty() && cover.front().asks.empty());
    if (says_something) facts.cover = std::move(cover.front());
    return facts;
}

bool may_write_cover(const Scope& scope, const plan::Section& section) {
    return scope.may(Permission::update_action, section.owner, section.id.view());
}

Result<Done> write_cover(store::Db& db, const Scope& scope, const WriteCover& command) {
    const auto section = plan::find_section(db, scope, command.section);
    if (!section || section->withdrawn || !may_write_cover(scope, *section)) return not_found();
    if (auto problems = problems_with(command); !problems.empty())
        return invalid(std::move(problems));
    const auto report = next_version_of(db, scope, command);
    if (!report)
        return conflict("Somebody wrote covering words meanwhile. They stand below; yours are "
                        "still in the form.");
    audit::record(db, scope,
                  {.verb = "report.worded",
                   .kind = "report",
                   .id = report->id.view(),
                   .version = report->version,
                   .content = {{"name", section->name},
                               {"words", std::string(trimmed(command.words))},
                               {"asks", std::string(trimmed(command.asks))}}});
    return Done{};
}

} // namespace openmasa::plan_documents
