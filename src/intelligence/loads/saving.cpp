// Saves what a preview showed: what is new first, then its figures, each with its load.
#include "intelligence/loads/preview.hpp"
#include "intelligence/permissions.hpp"
#include <fmt/format.h>
#include <map>

namespace openmasa::intelligence {
namespace {

/// What saving must add before figures can point to it.
void add_what_is_new(store::Db& db, const Scope& scope, const Preview& seen, LoadNumber load) {
    for (const auto& one : seen.areas) {
        if (one.is_new) {
            auto bare = one.area;
            bare.ons.clear();
            bare.dfe.clear();
            add_area(db, bare);
        }
        for (const auto& [scheme, code] : one.new_codes)
            add_code(db, scheme, code, one.area.number);
        if (one.new_within) place_within(db, one.area.number, *one.new_within);
    }
    for (const auto& one : seen.indicators) {
        if (!one.is_new) continue;
        auto indicator = one.indicator;
        indicator.id = scope.new_id<IndicatorId>();
        add_indicator(db, scope, indicator, load);
    }
    for (const auto& words : seen.reading.breakdowns) breakdown_called(db, words);
}

void write_figures(store::Db& db, const Preview& seen, LoadNumber load) {
    std::map<std::string_view, std::int64_t> notes;
    for (const auto& one : seen.writings) {
        const auto& figure = seen.reading.figures[one.at];
        std::optional<std::int64_t> note;
        if (!figure.note.empty()) {
            auto [known, is_new] = notes.try_emplace(figure.note, 0);
            if (is_new) known->second = note_saying(db, figure.note);
            note = known->second;
        }
        if (one.is_revision)
            revise_figure(db, one.indicator, one.place, figure.text, note, load);
        else
            add_figure(db, one.indicator, one.place, figure.text, note, load);
    }
}

} // namespace

Result<LoadCounts> save(store::Db& db, const Scope& scope, const Preview& seen, const Load& load,
                        Revisions revisions) {
    if (!may_load(scope)) return not_found();
    if (count_saved_loads(db) != seen.state)
        return conflict("Other figures were loaded since this page was made. What saving would do "
                        "now is shown below; look at it once more.");
    if (!seen.may_be_saved()) return conflict("There is nothing to save.");
    if (seen.counts.revised > 0 && revisions == Revisions::refuse)
        return invalid("revisions",
                       fmt::format("Say whether {} may take the place of those that are here.",
                                   counted_in(seen.reading.format, seen.counts.revised)));
    add_what_is_new(db, scope, seen, load.number);
    write_figures(db, seen, load.number);
    save_neighbours(db, seen.neighbours, load.number);
    if (!seen.boundaries.empty())
        add_boundaries(db, seen.reading.boundary_year, load.number, seen.boundaries.writings);
    mark_saved(db, scope, load, seen.counts);
    return seen.counts;
}

} // namespace openmasa::intelligence
