#include "kernel/target_date_steps.hpp"
#include <algorithm>
#include <initializer_list>

namespace openmasa::dates {
namespace {

using Kind = Atom::Kind;
using Shape = Step::Shape;
using Join = Step::Join;

/// Reads steps from the front; each form takes its atoms and adds a step, or says no.
class StepReader {
public:
    explicit StepReader(const std::vector<Atom>& atoms) : atoms_(atoms) {}

    Steps read() {
        while (at_ < atoms_.size()) read_one();
        return std::move(found_);
    }

private:
    using Form = bool (StepReader::*)();

    void read_one() {
        start_ = at_;
        step_ = {};
        constexpr Form forms[] = {&StepReader::separator, &StepReader::between,
                                  &StepReader::from,      &StepReader::until,
                                  &StepReader::ongoing,   &StepReader::recurring,
                                  &StepReader::date,      &StepReader::no_date};
        const auto reads = [this](Form form) { return attempt(form); };
        if (std::ranges::none_of(forms, reads)) leave_out();
    }

    bool separator() {
        const bool apart = take_any({Kind::slash, Kind::semicolon, Kind::line});
        const bool listed = apart || take_any({Kind::comma, Kind::conjunction});
        if (listed) join_ = std::max(join_, apart ? Join::apart : Join::listed);
        return listed;
    }

    // "between 1 and 15 Nov 2025"
    bool between() {
        skip_small_words();
        return take_any({Kind::between}) && take_point(step_.start) &&
               take_any({Kind::conjunction, Kind::to, Kind::dash}) && take_point(step_.end) &&
               add(Shape::range);
    }

    // "From 1 Apr 2026", "from Dec 2025 and ongoing", "from Nov 2025 to Jan 2026", "after ..."
    bool from() {
        skip_small_words();
        const bool after = is(Kind::after);
        if (!take_any({Kind::from, Kind::after}) || !take_point(step_.start)) return false;
        if (attempt(&StepReader::end_of_range)) return add(Shape::range);
        const bool goes_on = attempt(&StepReader::goes_on) || take_any({Kind::ongoing});
        return add(after ? Shape::after : goes_on ? Shape::ongoing : Shape::from);
    }

    // "Until 31 March 2026", "up to ..."
    bool until() {
        skip_small_words();
        return take_any({Kind::until, Kind::to}) && take_point(step_.end) && add(Shape::until);
    }

    // "Ongoing", "Ongoing from 1 Apr 2026", "ongoing until March 2026", "Ongoing - quarterly"
    bool ongoing() {
        skip_small_words();
        if (!take_any({Kind::ongoing})) return false;
        if (attempt(&StepReader::beginning))
            return add(attempt(&StepReader::end_of_range) ? Shape::range : Shape::ongoing);
        if (attempt(&StepReader::ending) || attempt(&StepReader::end_of_range))
            return add(Shape::until);
        return attempt(&StepReader::how_often) || add(Shape::ongoing);
    }

    // "Ongoing - quarterly", "Ongoing (quarterly)"
    bool how_often() { return take_any({Kind::dash, Kind::aside}) && recurring(); }

    // "Quarterly", "Quarterly from April 2026", "Annually in June", "Monthly until March 2026"
    bool recurring() {
        skip_small_words();
        if (!is(Kind::recurring)) return false;
        step_.period = atoms_[at_++].period;
        constexpr Form clauses[] = {&StepReader::beginning, &StepReader::ending,
                                    &StepReader::goes_on, &StepReader::time_of_year};
        const auto reads = [this](Form form) { return attempt(form); };
        while (std::ranges::any_of(clauses, reads)) {
        }
        return add(Shape::recurring);
    }

    // "31 Oct 2025", "Sep-Feb 22", "Dec 2025 - ongoing", "Dec 2025 onwards"
    bool date() {
        if (!take_point(step_.start)) return false;
        if (attempt(&StepReader::end_of_range)) return add(Shape::range);
        return add(attempt(&StepReader::goes_on) ? Shape::ongoing : Shape::single);
    }

    bool no_date() {
        if (take_any({Kind::undecided})) return add(Shape::undecided);
        return take_any({Kind::done}) && add(Shape::done);
    }

    // "from April 2026"
    bool beginning() {
        take_any({Kind::dash, Kind::aside, Kind::comma});
        return !step_.start && take_any({Kind::from, Kind::after}) && take_point(step_.start);
    }

    // "until March 2026"
    bool ending() {
        take_any({Kind::dash, Kind::aside, Kind::comma});
        return !step_.end && take_any({Kind::until, Kind::to}) && take_point(step_.end);
    }

    bool end_of_range() {
        return take_any({Kind::dash, Kind::to, Kind::until}) && take_point(step_.end);
    }

    // "- ongoing", "and ongoing", "onwards"
    bool goes_on() {
        const bool linked = take_any({Kind::dash, Kind::to, Kind::conjunction, Kind::aside});
        return take_any({Kind::onwards}) || (linked && take_any({Kind::ongoing}));
    }

    // "in June", "(May and November)"; with a year, "in June 2026", it is the beginning
    bool time_of_year() {
        const bool in = take_any({Kind::in});
        if (!in && !take_any({Kind::by, Kind::dash, Kind::aside})) return false;
        std::optional<Point> point;
        if (!take_point(point)) return false;
        if (!lacks_year(*point)) return in && !step_.start && (step_.start = point, true);
        while (attempt(&StepReader::and_another_time)) {
        }
        return true;
    }

    bool and_another_time() {
        std::optional<Point> point;
        return take_any({Kind::conjunction, Kind::comma, Kind::slash}) && take_point(point) &&
               lacks_year(*point);
    }

    bool is(Kind kind) const { return at_ < atoms_.size() && atoms_[at_].kind == kind; }

    bool take_any(std::initializer_list<Kind> kinds) {
        const bool found = std::ranges::any_of(kinds, [this](Kind kind) { return is(kind); });
        at_ += found;
        return found;
    }

    void skip_small_words() {
        while (take_any({Kind::by, Kind::in, Kind::filler})) {
        }
    }

    bool take_point(std::optional<Point>& point) {
        skip_small_words();
        if (!is(Kind::point)) return false;
        point = atoms_[at_++].point;
        return true;
    }

    /// Leaves everything as it was when the form does not fit.
    bool attempt(Form form) {
        const auto place = at_;
        const auto step = step_;
        if ((this->*form)()) return true;
        at_ = place;
        step_ = step;
        return false;
    }

    bool add(Shape shape) {
        const auto is_aside = [](const Atom& atom) { return atom.kind == Kind::aside; };
        if (std::any_of(atoms_.begin() + start_, atoms_.begin() + at_, is_aside))
            take_any({Kind::close});
        step_.shape = shape;
        step_.text = through(atoms_[start_].text, atoms_[at_ - 1].text);
        step_.join = found_.steps.empty() ? Join::apart : join_;
        join_ = Join::nothing;
        found_.steps.push_back(step_);
        return true;
    }

    /// A word that is no part of a step is a remark; words next to each other are one remark.
    void leave_out() {
        const bool remark_next = at_ + 1 < atoms_.size() && atoms_[at_ + 1].kind == Kind::remark;
        const bool small = take_any({Kind::by, Kind::in, Kind::filler});
        if (small && !remark_next) return;
        if (!small && take_any({Kind::dash, Kind::aside, Kind::close})) return;
        at_ += !small;
        add_remark(atoms_[start_].text);
        last_remark_ = at_;
    }

    void add_remark(std::string_view words) {
        auto& remarks = found_.remarks;
        if (!remarks.empty() && last_remark_ == start_) {
            const auto both = through(remarks.back(), words);
            const auto gap = both.substr(remarks.back().size(),
                                         both.size() - remarks.back().size() - words.size());
            if (gap.find_first_of("()[]") == gap.npos) return void(remarks.back() = both);
        }
        remarks.push_back(words);
    }

    const std::vector<Atom>& atoms_;
    std::size_t at_ = 0, start_ = 0;
    std::size_t last_remark_ = 0; // the atom after the last remark
    Step step_;
    Join join_ = Join::nothing;
    Steps found_;
};

using Place = std::vector<Step>::iterator;

bool is_undecided(const Step& step) {
    return step.shape == Shape::undecided;
}

/// Of steps that belong together: "complete" beside a date makes that no target date; "TBC"
/// beside one is a remark.
void settle_group(Place first, Place last, Steps& settled) {
    const auto is_done = [](const Step& step) { return step.shape == Shape::done; };
    auto step = *first;
    if (last - first > 1 && std::any_of(first, last, is_done)) {
        step.shape = Shape::done_with_date;
        step.text = through(first->text, (last - 1)->text);
        settled.steps.push_back(step);
    } else if (std::all_of(first, last, is_undecided)) {
        settled.steps.push_back(step);
    } else {
        const auto join = first->join;
        const auto count = settled.steps.size();
        std::remove_copy_if(first, last, std::back_inserter(settled.steps), is_undecided);
        settled.steps[count].join = join;
        for (; first != last; ++first)
            if (is_undecided(*first)) settled.remarks.push_back(first->text);
    }
}

Steps settled(Steps found) {
    Steps settled{.steps = {}, .remarks = std::move(found.remarks)};
    for (auto first = found.steps.begin(); first != found.steps.end();) {
        const auto is_apart = [](const Step& step) { return step.join == Join::apart; };
        const auto last = std::find_if(first + 1, found.steps.end(), is_apart);
        settle_group(first, last, settled);
        first = last;
    }
    return settled;
}

/// A year given once serves the dates before it, then those after it.
void fill_years(std::vector<Step>& steps) {
    std::vector<Point*> points;
    for (auto& step : steps) {
        if (step.start) points.push_back(&*step.start);
        if (step.end) points.push_back(&*step.end);
    }
    for (auto at = points.size(); at-- > 1;) take_year_from_next(*points[at - 1], *points[at]);
    for (std::size_t at = 1; at < points.size(); ++at)
        take_year_from_previous(*points[at], *points[at - 1]);
}

} // namespace

Steps steps_of(const std::vector<Atom>& atoms) {
    auto steps = settled(StepReader(atoms).read());
    fill_years(steps.steps);
    return steps;
}

} // namespace openmasa::dates
