#include "plan/position/rules.hpp"
#include "kernel/text.hpp"
#include "kernel/working_days.hpp"
#include <algorithm>
#include <cassert>
#include <iterator>
#include <numeric>
#include <tuple>

namespace openmasa::position {

Day quarter_end_before(Day day) {
    const std::chrono::year_month_day date(day);
    const auto quarter = (unsigned(date.month()) - 1) / 3;
    const auto first = date.year() / std::chrono::month{quarter * 3 + 1} / 1;
    return Day(first) - std::chrono::days{1};
}

// --- by home and kind ----------------------------------------------------------------------------

std::size_t column_of(const std::optional<Kind>& kind) {
    return kind ? static_cast<std::size_t>(*kind) : kind_columns - 1;
}

namespace {

void count(HomeRow& row, const std::optional<Kind>& kind) {
    ++row.of_kind[column_of(kind)];
    ++row.all;
}

/// Homes in their order; a home that cannot be named comes after those that can.
class Homes {
public:
    explicit Homes(const PriorityNames& names) : names_(names) {}

    void add(const Filed& filed) {
        auto row = row_of(filed);
        // Sectors are typed; priorities are called as their plan calls them.
        auto key = std::tuple(rank_of(row), row.name.empty(), lower(row.name),
                              row.home == Home::priority ? row.name : std::string());
        count(rows_.try_emplace(std::move(key), std::move(row)).first->second, filed.kind);
    }
    std::vector<HomeRow> take() {
        std::vector<HomeRow> rows;
        for (auto& [key, row] : rows_) rows.push_back(std::move(row));
        return rows;
    }

private:
    HomeRow row_of(const Filed& filed) const {
        HomeRow row{.home = filed.home};
        if (filed.home == Home::sector) row.name = filed.home_words;
        if (filed.home != Home::priority || !filed.priority) return row;
        if (const auto known = names_.find(*filed.priority); known != names_.end())
            row.name = known->second;
        return row;
    }
    static int rank_of(const HomeRow& row) {
        return row.home ? static_cast<int>(*row.home)
                        : static_cast<int>(recommendations::all_homes.size());
    }

    const PriorityNames& names_;
    std::map<std::tuple<int, bool, std::string, std::string>, HomeRow> rows_;
};

} // namespace

// --- opened, closed and what else came and went --------------------------------------------------

bool is_opening(Came came) {
    return came == Came::accepted || came == Came::reopened;
}
bool is_closing(Went went) {
    return went == Went::embedded || went == Went::superseded || went == Went::closed ||
           went == Went::not_accepted;
}

std::optional<Came> came_by(const Step& step) {
    const auto* before = step.before;
    if (!is_outstanding(*step.after) || (before && is_outstanding(*before))) return {};
    if (!before || before->state == State::proposed || before->state == State::not_accepted)
        return Came::accepted;
    if (recommendations::is_end(before->state)) return Came::reopened;
    return before->withdrawn ? Came::brought_back : Came::parted;
}

std::optional<Went> went_by(const Step& step) {
    const auto& after = *step.after;
    if (!step.before || !is_outstanding(*step.before) || is_outstanding(after)) return {};
    switch (after.state) {
    case State::embedded: return Went::embedded;
    case State::superseded: return Went::superseded;
    case State::closed: return Went::closed;
    case State::not_accepted: return Went::not_accepted;
    case State::proposed: return Went::undecided;
    case State::accepted:
    case State::in_progress:
    case State::actions_complete:
    case State::impact_tested: break;
    }
    return after.withdrawn ? Went::withdrawn : Went::joined;
}

int Flow::opened() const {
    return of(Came::accepted) + of(Came::reopened);
}
int Flow::closed() const {
    return of(Went::embedded) + of(Went::superseded) + of(Went::closed) + of(Went::not_accepted);
}
int Flow::otherwise() const {
    return std::accumulate(came.begin(), came.end(), 0) -
           std::accumulate(went.begin(), went.end(), 0) - opened() + closed();
}

Flow flow_between(std::span<const Life> lives, Day then, Day now) {
    Flow flow;
    for (const auto& life : lives) {
        const auto* was = stand_on(life, then);
        const auto* is = stand_on(life, now);
        flow.then += was && is_outstanding(*was);
        flow.now += is && is_outstanding(*is);
        for (const auto& step : steps_after(life, then)) {
            if (step.after->from > now) break;
            if (const auto came = came_by(step)) ++flow.came[static_cast<std::size_t>(*came)];
            if (const auto went = went_by(step)) ++flow.went[static_cast<std::size_t>(*went)];
        }
    }
    assert(flow.then + flow.opened() - flow.closed() + flow.otherwise() == flow.now);
    return flow;
}

// --- ages ----------------------------------------------------------------------------------------

std::size_t band_of(Day began, Day today) {
    std::size_t band = 0;
    while (band + 1 < age_bands.size() &&
           months_after(began, age_bands[band + 1].from_months) <= today)
        ++band;
    return band;
}

Ages ages_of(std::vector<Day> began, Day today) {
    Ages ages;
    if (began.empty()) return ages;
    for (const auto day : began) ++ages.in_band[band_of(day, today)];
    std::ranges::sort(began);
    const auto age = [&](std::size_t at) { return static_cast<int>((today - began[at]).count()); };
    ages.median = (age((began.size() - 1) / 2) + age(began.size() / 2)) / 2;
    return ages;
}

// --- the whole of it -----------------------------------------------------------------------------

namespace {

/// Of one that others stand with, the earliest day of all of theirs.
std::map<RecommendationId, Day> recommended_with(std::span<const Life> lives) {
    std::map<RecommendationId, Day> earliest;
    for (const auto& life : lives) {
        const auto& stand = stand_now(life);
        if (!stand.joined_to || stand.withdrawn) continue;
        auto& day = earliest.try_emplace(*stand.joined_to, life.recommended).first->second;
        day = std::min(day, life.recommended);
    }
    return earliest;
}

bool is_late(const Life& life, Day now) {
    const auto state = stand_now(life).state;
    return (state == State::accepted || state == State::in_progress) && life.filed.due &&
           *life.filed.due < now;
}

void add_moves(std::vector<Moved>& moved, const Life& life, Day then) {
    for (const auto& step : steps_after(life, then)) {
        Moved one{.id = life.id, .after = *step.after};
        if (step.before) one.before = *step.before;
        moved.push_back(std::move(one));
    }
}

} // namespace

Position position_of(std::span<const Life> lives, Day then, Day now, const PriorityNames& names) {
    Position position{.then = then, .now = now, .flow = flow_between(lives, then, now)};
    const auto earliest = recommended_with(lives);
    Homes homes(names);
    std::vector<Day> accepted, recommended;
    for (const auto& life : lives) {
        const auto& stand = stand_now(life);
        position.recommendations += !stand.withdrawn;
        position.waiting += waits_for_decision(stand);
        position.joined += stand.joined_to && !stand.withdrawn;
        add_moves(position.moved, life, then);
        if (!is_outstanding(stand)) continue;
        homes.add(life.filed);
        count(position.all, life.filed.kind);
        accepted.push_back(accepted_since(life));
        const auto other = earliest.find(life.id);
        recommended.push_back(other == earliest.end() ? life.recommended
                                                      : std::min(life.recommended, other->second));
        if (is_late(life, now))
            position.late.push_back({.id = life.id, .due = *life.filed.due, .state = stand.state});
    }
    position.homes = homes.take();
    position.since_accepted = ages_of(std::move(accepted), now);
    position.since_recommended = ages_of(std::move(recommended), now);
    std::ranges::sort(position.late, {}, [](const Late& one) { return std::tie(one.due, one.id); });
    std::ranges::sort(position.moved, [](const Moved& one, const Moved& other) {
        return std::tie(other.after.from, one.id) < std::tie(one.after.from, other.id);
    });
    return position;
}

} // namespace openmasa::position
