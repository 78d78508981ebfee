#include "command_line/example_recommendations.hpp"
#include "command_line/example_rows.hpp"
#include "core/registers/import.hpp"
#include "core/registers/rows.hpp"
#include "kernel/id_list.hpp"
#include "kernel/london_time.hpp"
#include "kernel/text.hpp"
#include "plan/called.hpp"
#include "plan/recommendations/actions.hpp"
#include "plan/recommendations/adding.hpp"
#include "plan/recommendations/register.hpp"
#include <algorithm>
#include <fmt/format.h>
#include <map>

namespace openmasa::command_line {
namespace {

using namespace recommendations;

constexpr std::string_view added_in = "recommendations.csv", history = "recommendation-history.csv";

std::string cell(const registers::Cells& row, std::string_view key) {
    return row[registers::place_of(recommendation_register.columns, key)];
}

/// Those that were added, by what they are called; all are read again when one is asked for that is
/// not known yet.
class Ids {
public:
    Ids(store::Db& db, const Scope& scope) : db_(db), scope_(scope) {}
    std::optional<RecommendationId> find(std::string_view title) {
        if (!known_.contains(title)) read();
        const auto found = known_.find(title);
        return found == known_.end() ? std::nullopt : std::optional(found->second);
    }

private:
    void read() {
        registers::all_rows(db_, scope_, recommendation_register)([&](const registers::Cells& row) {
            if (const auto id = RecommendationId::parse(cell(row, "id")))
                known_[cell(row, "title")] = *id;
        });
    }
    store::Db& db_;
    const Scope& scope_;
    std::map<std::string, RecommendationId, std::less<>> known_;
};

/// One row for the register, as anybody would import it; its day is for the example alone.
Result<Done> add_row(store::Db& db, const Scope& scope, const Entry& entry) {
    sheet::Sheet sheet{.names = {}, .rows = {{2, {}}}, .faults = {}, .remarks = {}};
    for (const auto& column : recommendation_register.columns)
        if (entry.table.has(column.key)) {
            sheet.names.emplace_back(column.key);
            sheet.rows.front().cells.push_back(entry.text(column.key));
        }
    const auto preview =
        TRY(registers::look(db, scope, recommendation_register, sheet, registers::Policy::stop));
    TRY(registers::save(db, scope, preview, preview.state));
    return Done{};
}

/// One step of one recommendation.
struct Step {
    store::Db& db;
    const Scope& scope;
    const Entry& entry;
    Ids& ids;
    Whole whole;

    std::string text(std::string_view column) const { return entry.text(column); }
    Result<RecommendationId> other() const {
        const auto found = ids.find(text("other"));
        if (!found) return entry.names_nothing("other recommendation");
        return *found;
    }
};

Result<Done> make_move(const Step& step, Move how) {
    MakeMove command{.id = step.whole.it.id,
                     .version = step.whole.it.version,
                     .move = how,
                     .on = spoken_long(step.scope.today),
                     .by = step.text("by"),
                     .comment = step.text("words")};
    if (how == Move::supersede)
        command.superseded_by =
            find_recommendation(step.db, step.scope, TRY(step.other()))->reference;
    TRY(recommendations::move(step.db, step.scope, command));
    return Done{};
}

Result<Done> show(const Step& step, Shows shows) {
    AddEvidence command{.id = step.whole.it.id,
                        .version = step.whole.it.version,
                        .shows = shows,
                        .words = step.text("words"),
                        .on = spoken_long(step.scope.today)};
    EvidenceKind kind{};
    if (from_text(step.text("evidence_kind"), kind)) command.kind = kind;
    return add_evidence(step.db, step.scope, command);
}

Result<Done> link(const Step& step) {
    auto actions = ids_in<plan::ActionId>(step.whole.it.actions);
    for (const auto& id : TRY(plan::actions_called(step.db, step.scope, step.text("actions"))))
        actions.push_back(id);
    return link_actions(
        step.db, step.scope,
        {.id = step.whole.it.id, .version = step.whole.it.version, .actions = actions});
}

Result<Done> take(const Step& step) {
    const auto what = step.text("what");
    const auto& it = step.whole.it;
    Move how{};
    if (from_text(what, how)) return make_move(step, how);
    if (what == "evidence") return show(step, Shows::completion);
    if (what == "impact") return show(step, Shows::impact);
    if (what == "link") return link(step);
    if (what == "join")
        return recommendations::join(step.db, step.scope,
                                     {.id = it.id,
                                      .version = it.version,
                                      .to = TRY(step.other()),
                                      .why = step.text("words")});
    if (what == "part")
        return recommendations::part(
            step.db, step.scope, {.id = it.id, .version = it.version, .why = step.text("words")});
    return step.entry.names_nothing("step");
}

Result<Done> take_row(store::Db& db, const Scope& scope, const Entry& entry, Ids& ids) {
    const auto id = ids.find(entry.text("recommendation"));
    if (!id) return entry.names_nothing("recommendation");
    const auto taken = take({db, scope, entry, ids, find_whole(db, scope, *id).value()});
    if (taken) return Done{};
    return invalid("example", fmt::format("{}: row {}: {}", entry.file, entry.row + 2,
                                          taken.refusal().problems.front().words));
}

/// All rows of both files, by their days; one is added before anything becomes of it.
struct Dated {
    std::string day;
    bool is_history;
    std::size_t row;
    auto operator<=>(const Dated&) const = default;
};
std::vector<Dated> by_day(const csv::Table& added, const csv::Table& steps) {
    std::vector<Dated> all;
    for (std::size_t row = 0; row < added.rows(); ++row)
        all.push_back({std::string(added.cell(row, "date")), false, row});
    for (std::size_t row = 0; row < steps.rows(); ++row)
        all.push_back({std::string(steps.cell(row, "date")), true, row});
    std::ranges::sort(all);
    return all;
}

} // namespace

Result<Done> add_recommendations(store::Db& db, const Scope& scope, const Example& example) {
    const auto read = [&](std::string_view file) {
        return csv::Table::read(read_whole_file(fmt::format("{}/{}", example.folder, file)));
    };
    const auto added = TRY(read(added_in));
    const auto steps = TRY(read(history));
    Ids ids(db, scope);
    return db.atomically([&]() -> Result<Done> {
        for (const auto& one : by_day(added, steps)) {
            const Entry entry{one.is_history ? steps : added, one.row,
                              one.is_history ? history : added_in};
            const auto then = TRY(on_its_day(scope, entry));
            const auto by_unit = as_office(db, then, "Head of delivery, business unit");
            TRY(one.is_history ? take_row(db, by_unit, entry, ids) : add_row(db, by_unit, entry));
        }
        return Done{};
    });
}

} // namespace openmasa::command_line
