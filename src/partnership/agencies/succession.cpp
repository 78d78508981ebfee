#include "partnership/agencies/succession.hpp"
#include "kernel/london_time.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <fmt/format.h>
#include <iterator>
#include <set>

namespace openmasa::agencies {
namespace {

struct WayWords {
    Way way;
    std::string_view text, spoken;
};
constexpr WayWords way_words[] = {
    {Way::merged, "merged", "merged into"},
    {Way::split, "split", "split: a part goes on as"},
    {Way::replaced, "replaced", "replaced by"},
    {Way::renamed, "renamed", "renamed to"},
};
static_assert(std::size(way_words) == all_ways.size());

constexpr std::string_view outcome_texts[] = {"waits", "done", "elsewhere"};

/// Whether a way leads from one to the other over those that follow.
bool leads(const std::vector<Followed>& all, const OwnerId& from, const OwnerId& to,
           std::set<OwnerId>& seen) {
    if (from == to) return true;
    if (!seen.insert(from).second) return false;
    return std::ranges::any_of(
        all, [&](const Followed& one) { return one.from == from && leads(all, one.to, to, seen); });
}

class Understanding {
public:
    Understanding(const SayFollowed& said, const Agency& from, const std::optional<Agency>& to,
                  const std::vector<Followed>& all)
        : said_(said), from_(from), to_(to), all_(all) {}

    Result<Succession> read() {
        read_successor();
        if (!said_.way) refuse("way", "Choose what happens.");
        read_day();
        read_ground();
        if (!problems_.empty()) return invalid(std::move(problems_));
        made_.from = from_.id;
        made_.from_name = from_.name;
        made_.way = *said_.way;
        return made_;
    }

private:
    void refuse(std::string_view field, std::string words) {
        problems_.push_back({std::string(field), std::move(words)});
    }
    void read_successor() {
        if (!to_) return refuse("to", "Choose which [agency] follows it.");
        made_.to = to_->id;
        made_.to_name = to_->name;
        if (to_->id == from_.id) return refuse("to", "[Agency] and successor are the same one.");
        const bool is_there = std::ranges::any_of(
            all_, [&](const Followed& one) { return one.from == from_.id && one.to == to_->id; });
        if (is_there) return refuse("to", fmt::format("{} follows it already.", to_->name));
        std::set<OwnerId> seen;
        if (leads(all_, to_->id, from_.id, seen))
            refuse("to",
                   fmt::format("{} came before it: they would follow each other.", to_->name));
    }
    void read_day() {
        const auto day = typed_day(one_line(said_.day));
        if (!day) return refuse("day", "Enter the day, as 1 April 2026.");
        made_.day = *day;
        const auto eve = *day - std::chrono::days{1};
        if (from_.from && eve < *from_.from)
            return refuse("day", fmt::format("{} began on {}: the day is after that.", from_.name,
                                             spoken_long(*from_.from)));
        if (from_.to && *from_.to < eve)
            return refuse("day", fmt::format("{} ended on {}: what follows it begins on the next "
                                             "day at the latest.",
                                             from_.name, spoken_long(*from_.to)));
        check_successor_on(*day);
    }
    void check_successor_on(Day day) {
        if (!to_) return;
        if (to_->from && day < *to_->from)
            refuse("day", fmt::format("{} begins only on {}.", to_->name, spoken_long(*to_->from)));
        if (to_->to && *to_->to < day)
            refuse("day", fmt::format("{} ended on {}.", to_->name, spoken_long(*to_->to)));
    }
    void read_ground() {
        made_.ground = trimmed(said_.ground);
        if (made_.ground.empty()) refuse("ground", "Say on what ground: the order or decision.");
        if (made_.ground.size() > longest_ground)
            refuse("ground", fmt::format("At most {} characters.", longest_ground));
    }

    const SayFollowed& said_;
    const Agency& from_;
    const std::optional<Agency>& to_;
    const std::vector<Followed>& all_;
    Succession made_;
    std::vector<Problem> problems_;
};

} // namespace

std::string_view to_text(Way way) {
    return way_words[static_cast<std::size_t>(way)].text;
}

bool from_text(std::string_view text, Way& way) {
    const auto* found = std::ranges::find(way_words, text, &WayWords::text);
    if (found == std::end(way_words)) return false;
    way = found->way;
    return true;
}

std::string_view spoken(Way way) {
    return way_words[static_cast<std::size_t>(way)].spoken;
}

std::string_view to_text(SettledHow outcome) {
    return outcome_texts[static_cast<std::size_t>(outcome)];
}

bool from_text(std::string_view text, SettledHow& outcome) {
    const auto* found = std::ranges::find(outcome_texts, text);
    if (found == std::end(outcome_texts)) return false;
    outcome = static_cast<SettledHow>(found - std::begin(outcome_texts));
    return true;
}

bool Succession::waits() const {
    return std::ranges::any_of(
        duties, [](const AgreedDuty& duty) { return duty.outcome == SettledHow::waits; });
}

Result<Succession> understood(const SayFollowed& said, const Agency& from,
                              const std::optional<Agency>& to, const std::vector<Followed>& all) {
    return Understanding(said, from, to, all).read();
}

std::string reason_of(const Succession& succession) {
    return fmt::format("{} {} {} on {}: {}", succession.from_name, spoken(succession.way),
                       succession.to_name, spoken_long(succession.day), succession.ground);
}

} // namespace openmasa::agencies
