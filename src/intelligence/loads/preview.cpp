#include "intelligence/loads/preview.hpp"
#include "core/access/secret.hpp"
#include "intelligence/permissions.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <fmt/format.h>
#include <tuple>

namespace openmasa::intelligence {
namespace {

bool changes(const PlannedArea& one) {
    return one.is_new || !one.new_codes.empty() || one.new_within;
}

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
        const auto stored = stored_ranges();
        judge({.reading = seen_.reading,
               .candidates = candidates_,
               .doubts = seen_.doubts,
               .stored = &stored});
        refuse_what_is_judged();
        compare();
        doubt_revisions();
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
        for (std::size_t begin = 0, end = 0; begin < candidates_.size(); begin = end) {
            bool differ = false;
            for (end = begin + 1; end < candidates_.size() && are_of_one(begin, end); ++end)
                differ = differ || text_of(begin) != text_of(end);
            if (differ) {
                refuse_that_differ(begin, end);
                continue;
            }
            repeated += int(end - begin) - 1;
            candidates_[kept++] = candidates_[begin];
        }
        candidates_.resize(kept);
        if (repeated > 0)
            seen_.reading.remarks.push_back(fmt::format(
                "{} the same figure as another line and {} once.",
                counted(repeated, "line has", "lines have"), repeated == 1 ? "counts" : "count"));
    }
    bool are_of_one(std::size_t one, std::size_t other) const {
        return candidates_[one].indicator == candidates_[other].indicator &&
               candidates_[one].place == candidates_[other].place;
    }
    const FigureView& text_of(std::size_t at) const {
        return seen_.reading.figures[candidates_[at].at].text;
    }
    void refuse_that_differ(std::size_t begin, std::size_t end) {
        std::vector<std::string> lines;
        for (auto at = begin; at < end; ++at)
            lines.push_back(std::to_string(seen_.reading.figures[candidates_[at].at].line));
        const auto last = lines.back();
        lines.pop_back();
        for (auto at = begin; at < end; ++at)
            refuse(seen_.reading.figures[candidates_[at].at],
                   fmt::format("Lines {} and {} have different figures for the same. None of them "
                               "is taken.",
                               join(lines, ", "), last));
    }

    /// A file of England alone is small; of a larger one, the rest is taken as it is.
    static constexpr std::size_t most_looked_up = 500;
    /// What England's figures are held against where the file does not have the authorities.
    std::map<About, Range> stored_ranges() {
        std::map<About, int> authorities;
        for (const auto& one : candidates_)
            if (one.level == AreaLevel::upper_tier) ++authorities[about(one)];
        std::map<About, Range> ranges;
        for (const auto& one : candidates_) {
            const auto& planned = seen_.indicators[seen_.reading.figures[one.at].indicator];
            if (one.level != AreaLevel::england || !one.number || planned.is_new ||
                planned.indicator.definition.measure == Measure::number ||
                authorities[about(one)] >= enough_authorities || ranges.size() == most_looked_up)
                continue;
            const auto [range, is_new] = ranges.try_emplace(about(one));
            if (!is_new) continue;
            for (const auto& there :
                 figures_of_period(db_, one.indicator, one.place.breakdown, one.place.period)) {
                const auto* area = book_.find(there.area);
                const auto read = read_figure(there.value);
                if (area && area->level == AreaLevel::upper_tier && read && read->number)
                    range->second.take(*read->number);
            }
        }
        return ranges;
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
                look_at_revision(candidates_[at], stored.text.view());
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

    /// What takes the place of a figure, and hardly should.
    void look_at_revision(const Candidate& one, const FigureView& there) {
        const auto& figure = seen_.reading.figures[one.at];
        const auto& is = seen_.reading.indicators[figure.indicator];
        const auto was = read_figure(there.value);
        if (one.number && was && was->number) {
            auto why = unlike_what_is_there(*was->number, *one.number, is);
            if (!why.empty()) far_off_.push_back({figure.line, called(figure), std::move(why)});
        }
        constexpr auto provisional = std::int64_t(FigureStanding::provisional);
        if (figure.text.standing == provisional && there.standing != provisional)
            less_final_.push_back({figure.line, called(figure),
                                   "A provisional figure would take the place of a final one."});
    }

    void doubt_revisions() {
        const auto add = [&](const std::vector<Doubt>& doubts, std::string_view asked) {
            const auto before = seen_.doubts.size();
            seen_.doubts.insert(seen_.doubts.end(), doubts.begin(), doubts.end());
            make_few(seen_.doubts, before, asked);
        };
        add(far_off_, "A revised figure is like the one that it takes the place of");
        add(less_final_, "A final figure is not replaced by a provisional one");
        whole_first(seen_.doubts);
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
        count_what_is_defined();
        std::ranges::stable_sort(seen_.refused, {}, &RefusedRow::line);
    }

    /// A file of areas or of definitions brings those, and no figures.
    void count_what_is_defined() {
        auto& counts = seen_.counts;
        const auto things = things_in(seen_.reading.format);
        if (things == "indicators") {
            counts.added = counts.new_indicators;
            counts.same = std::ssize(seen_.indicators) - counts.new_indicators;
        }
        if (things != "areas") return;
        const auto completed = std::ranges::count_if(
            seen_.areas, [](const PlannedArea& one) { return !one.is_new && changes(one); });
        counts.added = counts.new_areas;
        counts.same = std::ssize(seen_.areas) - counts.new_areas - completed;
        if (completed > 0)
            seen_.reading.remarks.push_back(fmt::format(
                "{} a code, or what it lies in, that was not known yet.",
                so_many(completed, "area that is here gets", "areas that are here get")));
    }

    store::Db& db_;
    AreaBook book_;
    Preview seen_;
    std::vector<std::optional<std::size_t>> area_places_;
    std::vector<Candidate> candidates_;
    std::vector<Doubt> far_off_, less_final_;
};

bool areas_change(const Preview& seen) {
    return std::ranges::any_of(seen.areas, changes);
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

} // namespace openmasa::intelligence
