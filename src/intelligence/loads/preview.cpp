#include "intelligence/loads/preview.hpp"
#include "core/access/secret.hpp"
#include "intelligence/permissions.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <fmt/format.h>
#include <tuple>

namespace openmasa::intelligence {
namespace {

class Looking {
public:
    Looking(store::Db& db, Reading reading) : db_(db), book_(AreaBook::read(db)) {
        seen_.reading = std::move(reading);
        seen_.refused = std::move(seen_.reading.refused);
    }

    Preview take(std::string_view file_name) {
        plan_areas();
        plan_indicators();
        plan_breakdowns();
        gather();
        drop_repeated();
        judge({.reading = seen_.reading, .candidates = candidates_, .doubts = seen_.doubts});
        refuse_what_is_judged();
        compare();
        plan_neighbour_sets(file_name);
        plan_outlines();
        count();
        return std::move(seen_);
    }

private:
    void plan_areas() {
        AreaPlan plan(book_, next_area_number(db_));
        for (const auto& said : seen_.reading.areas) area_places_.push_back(plan.place_of(said));
        seen_.areas = plan.planned();
    }

    void plan_indicators() {
        const auto& read = seen_.reading.indicators;
        if (read.empty()) return;
        const auto known = indicators_of(db_, read.front().source);
        auto next = next_indicator_number(db_);
        for (const auto& definition : read) {
            const auto found = known.find(definition.code);
            if (found != known.end())
                seen_.indicators.push_back({.indicator = found->second});
            else
                seen_.indicators.push_back(
                    {.indicator = {.number = next++, .definition = definition}, .is_new = true});
        }
    }

    void plan_breakdowns() {
        const auto known = breakdowns(db_);
        std::int64_t next = 1;
        for (const auto& [words, number] : known) next = std::max(next, number + 1);
        for (const auto& words : seen_.reading.breakdowns) {
            const auto found = known.find(words);
            seen_.breakdowns.push_back(found == known.end() ? next++ : found->second);
        }
    }

    void gather() {
        const auto& figures = seen_.reading.figures;
        candidates_.reserve(figures.size());
        for (std::size_t at = 0; at < figures.size(); ++at) {
            const auto& figure = figures[at];
            const auto area = area_places_[figure.area];
            if (!area) {
                refuse(figure, "Its area is not known. Load the file of areas (lait_areas.csv) "
                               "first.");
                continue;
            }
            const auto& is = seen_.areas[*area].area;
            candidates_.push_back({.at = at,
                                   .indicator = seen_.indicators[figure.indicator].indicator.number,
                                   .place = {.breakdown = seen_.breakdowns[figure.breakdown],
                                             .area = is.number,
                                             .period = figure.period},
                                   .level = is.level,
                                   .number = read_figure(figure.text.value)->number});
        }
        std::ranges::sort(candidates_, {}, [](const Candidate& one) {
            return std::tuple(one.indicator, one.place, one.at);
        });
    }

    /// The same figure twice is one; two that differ are none.
    void drop_repeated() {
        int repeated = 0;
        std::size_t kept = 0;
        for (const auto& one : candidates_) {
            const auto* before = kept == 0 ? nullptr : &candidates_[kept - 1];
            if (!before || before->indicator != one.indicator || before->place != one.place)
                candidates_[kept++] = one;
            else if (is_same_as(*before, one))
                ++repeated;
            else
                refuse(seen_.reading.figures[one.at],
                       fmt::format("Line {} has another figure for the same.",
                                   seen_.reading.figures[before->at].line));
        }
        candidates_.resize(kept);
        if (repeated > 0)
            seen_.reading.remarks.push_back(fmt::format(
                "{} the same figure as another line and {} once.",
                counted(repeated, "line has", "lines have"), repeated == 1 ? "counts" : "count"));
    }
    bool is_same_as(const Candidate& one, const Candidate& other) const {
        const auto& figures = seen_.reading.figures;
        return figures[one.at].text == figures[other.at].text;
    }

    void refuse_what_is_judged() {
        for (const auto& one : candidates_)
            if (!one.refused.empty()) refuse(seen_.reading.figures[one.at], one.refused);
        std::erase_if(candidates_, [](const Candidate& one) { return !one.refused.empty(); });
    }

    void refuse(const FileFigure& figure, std::string why) {
        seen_.refused.push_back(
            {.line = figure.line, .what = called(figure), .why = std::move(why)});
    }

    std::string called(const FileFigure& figure) const {
        const auto place = area_places_[figure.area];
        const auto& said = seen_.reading.areas[figure.area];
        const auto period = FigurePeriod::from_number(figure.period);
        auto words = fmt::format("{}, {}, {}", seen_.reading.indicators[figure.indicator].title,
                                 place ? seen_.areas[*place].area.name : said.ons + said.dfe,
                                 period ? spoken(*period) : std::string());
        if (figure.breakdown != 0) words += ", " + seen_.reading.breakdowns[figure.breakdown];
        return words;
    }

    /// Candidates and what is stored, side by side in the same order.
    void compare() {
        seen_.writings.reserve(candidates_.size());
        for (std::size_t begin = 0; begin < candidates_.size();) {
            auto end = begin;
            while (end < candidates_.size() &&
                   candidates_[end].indicator == candidates_[begin].indicator)
                ++end;
            compare_indicator(begin, end);
            begin = end;
        }
    }

    void compare_indicator(std::size_t at, std::size_t end) {
        const auto indicator = candidates_[at].indicator;
        const auto added_before = [&](const FigurePlace* place) {
            for (; at < end && (!place || candidates_[at].place < *place); ++at)
                write(candidates_[at], false);
        };
        each_figure(db_, indicator, [&](StoredFigure&& stored) {
            added_before(&stored.place);
            if (at == end || candidates_[at].place != stored.place) return;
            const auto& figure = seen_.reading.figures[candidates_[at].at];
            if (figure.text == stored.text.view()) {
                ++seen_.counts.same;
            } else {
                write(candidates_[at], true);
                if (seen_.revisions.size() < most_kept)
                    seen_.revisions.push_back({.line = figure.line,
                                               .what = called(figure),
                                               .was = words_of(stored.text.view()),
                                               .now = words_of(figure.text)});
            }
            ++at;
        });
        added_before(nullptr);
    }

    static std::string words_of(const FigureView& text) {
        auto words = shown(text.value);
        if (text.standing == std::int64_t(FigureStanding::provisional)) words += " (provisional)";
        if (text.standing == std::int64_t(FigureStanding::revised)) words += " (revised)";
        if (text.numerator && text.denominator)
            words += fmt::format(", {} of {}", shown(*text.numerator), shown(*text.denominator));
        if (text.lower && text.upper)
            words += fmt::format(", {} to {}", shown(*text.lower), shown(*text.upper));
        return words;
    }

    void write(const Candidate& one, bool is_revision) {
        seen_.writings.push_back({.at = one.at,
                                  .indicator = one.indicator,
                                  .place = one.place,
                                  .is_revision = is_revision});
    }

    void plan_neighbour_sets(std::string_view file_name) {
        seen_.neighbours = plan_neighbours(db_, seen_.reading, file_name, area_places_, seen_.areas,
                                           seen_.refused);
        const auto& plan = seen_.neighbours;
        for (const auto& one : plan.writings) {
            ++(one.was.empty() ? seen_.counts.added : seen_.counts.revised);
            if (!one.was.empty() && seen_.revisions.size() < most_kept)
                seen_.revisions.push_back({one.line, one.name, one.was, one.now});
        }
        seen_.counts.same += plan.same;
        if (!plan.model.name.empty())
            seen_.reading.remarks.push_back(
                fmt::format("It is kept as the {}, which counts from {} on.", plan.model.name,
                            spoken_long(plan.model.from)));
    }

    void plan_outlines() {
        seen_.boundaries = plan_boundaries(db_, seen_.reading);
        seen_.counts.added += std::ssize(seen_.boundaries.writings);
        seen_.counts.same += seen_.boundaries.same;
        for (auto& remark : remarks_on(book_, seen_.reading))
            seen_.reading.remarks.push_back(std::move(remark));
    }

    void count() {
        auto& counts = seen_.counts;
        for (const auto& one : seen_.writings) ++(one.is_revision ? counts.revised : counts.added);
        counts.refused = std::ssize(seen_.refused);
        counts.new_indicators =
            std::ranges::count(seen_.indicators, true, &PlannedIndicator::is_new);
        counts.new_areas = std::ranges::count(seen_.areas, true, &PlannedArea::is_new);
        std::ranges::stable_sort(seen_.refused, {}, &RefusedRow::line);
    }

    store::Db& db_;
    AreaBook book_;
    Preview seen_;
    std::vector<std::optional<std::size_t>> area_places_;
    std::vector<Candidate> candidates_;
};

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

bool areas_change(const Preview& seen) {
    return std::ranges::any_of(seen.areas, [](const PlannedArea& one) {
        return one.is_new || !one.new_codes.empty() || one.new_within;
    });
}

} // namespace

bool Preview::may_be_saved() const {
    return !writings.empty() || !neighbours.empty() || !boundaries.empty() ||
           counts.new_indicators > 0 || areas_change(*this);
}

Result<Preview> look(store::Db& db, const Scope& scope, std::string_view bytes,
                     std::string_view file_name) {
    if (!may_load(scope)) return not_found();
    auto reading = TRY(read_figures_file(bytes, indicators_of(db, Source::lait), scope.today));
    auto seen = Looking(db, std::move(reading)).take(file_name);
    seen.state = count_saved_loads(db);
    seen.digest = sha256(bytes);
    seen.before = find_saved_load(db, seen.digest);
    return seen;
}

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
