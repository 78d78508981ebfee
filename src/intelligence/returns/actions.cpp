#include "intelligence/returns/actions.hpp"
#include "core/access/secret.hpp"
#include "intelligence/indicator_store.hpp"
#include "intelligence/permissions.hpp"
#include "intelligence/returns/return_file.hpp"
#include "intelligence/returns/store.hpp"
#include "kernel/london_time.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::intelligence {
namespace {

/// The kind of load that figures are which somebody entered; no kind of file.
constexpr std::string_view format = "entered by hand";

bool may_enter(const Scope& scope, const EnterFigures& command,
               const std::vector<JudgedFigure>& judged) {
    if (!command.agency) return may_load(scope);
    if (!may_return(scope, *command.agency)) return false;
    return judged.size() == command.figures.size() &&
           std::ranges::all_of(
               judged, [&](const JudgedFigure& one) { return one.row.owner == command.agency; });
}

void add_overtaken(std::vector<Problem>& problems, const JudgedFigure& one) {
    const auto& is = one.row.what->indicator.definition;
    const auto* now = one.row.now;
    problems.push_back(
        {field_of(has_parts(is) ? "n" : "v", one.typed.key),
         fmt::format(
             "{}, {}, {}: {} returned another figure{}, while you were writing. Both are below.",
             is.title, openmasa::spoken(one.row.period), one.row.area->name, now->who,
             now->saved_at ? " at " + london_time(*now->saved_at) : "")});
}

std::vector<Problem> problems_with(const EnterFigures& command,
                                   const std::vector<JudgedFigure>& judged) {
    std::vector<Problem> problems;
    int revised = 0;
    for (const auto& one : judged) {
        problems.insert(problems.end(), one.problems.begin(), one.problems.end());
        if (one.is_overtaken) add_overtaken(problems, one);
        revised += one.change == Change::revised;
    }
    if (std::ranges::all_of(judged, [](const JudgedFigure& one) { return is_blank(one.typed); }))
        problems.push_back({"", "Fill in at least one figure, or say why there is none."});
    if (revised > 0 && !command.revisions)
        problems.push_back(
            {"revisions",
             fmt::format("Say whether {} may take the place of what was returned before.",
                         counted(revised, "figure"))});
    if (mark_of_doubts(judged) != command.looked_at && !mark_of_doubts(judged).empty())
        problems.push_back({"looked_at", "Look again at the figures that are marked, then say that "
                                         "they are right."});
    return problems;
}

LoadCounts write_figures(store::Db& db, const std::vector<JudgedFigure>& judged, LoadNumber load) {
    LoadCounts counts;
    for (const auto& one : judged) {
        counts.same += one.change == Change::same;
        if (one.change != Change::added && one.change != Change::revised) continue;
        const FigurePlace place{.breakdown = everybody,
                                .area = one.row.area->number,
                                .period = one.row.period.number()};
        std::optional<std::int64_t> note;
        if (!one.typed.note.empty()) note = note_saying(db, one.typed.note);
        const bool is_new = one.change == Change::added;
        (is_new ? add_figure : revise_figure)(db, one.row.what->indicator.number, place,
                                              one.text.view(), note, load);
        ++(is_new ? counts.added : counts.revised);
    }
    return counts;
}

Load keep(store::Db& db, const Scope& scope, const std::string& document) {
    Load load{.id = scope.new_id<LoadId>(),
              .format = std::string(format),
              .file_name = fmt::format("Entered by {}", scope.known_as),
              .digest = sha256(document)};
    load.number = add_load(db, scope,
                           {.id = load.id,
                            .format = load.format,
                            .file_name = load.file_name,
                            .digest = load.digest,
                            .document = document});
    return load;
}

} // namespace

Result<LoadCounts> enter(store::Db& db, const Scope& scope, const EnterFigures& command) {
    const auto book = read_returns(db, scope);
    const auto judged = judge_entries(book, command.figures, scope.today);
    if (!may_enter(scope, command, judged)) return not_found();
    if (auto problems = problems_with(command, judged); !problems.empty())
        return invalid(std::move(problems));
    const bool writes = std::ranges::any_of(judged, [](const JudgedFigure& one) {
        return one.change == Change::added || one.change == Change::revised;
    });
    if (!writes) return LoadCounts{.same = std::ssize(judged)};
    const auto load = keep(db, scope, csv_of(judged));
    const auto counts = write_figures(db, judged, load.number);
    mark_saved(db, scope, load, counts);
    return counts;
}

} // namespace openmasa::intelligence
