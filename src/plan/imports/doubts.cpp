#include "plan/imports/doubts.hpp"
#include "kernel/text.hpp"
#include "plan/imports/wording.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::imports {
namespace {

using Fragment = Doubt::Fragment;
using Option = Doubt::Option;

std::string id_of(const Place& place, std::string_view what) {
    return fmt::format("t{}r{}-{}", place.table, place.first_row, what);
}

std::string said_or_blank(const std::string& date) {
    return date.empty() ? "blank" : date;
}

/// The meaning where the words do not stand beside it: "by 31 Aug 2025", not "by this day".
std::string full_meaning(const TargetDate& target) {
    if (target.kind == TargetDate::Kind::day && target.latest)
        return "by " + spoken(*target.latest);
    if (target.milestones.empty()) return meaning(target);
    std::vector<std::string> meanings;
    for (const auto& milestone : target.milestones) meanings.push_back(full_meaning(milestone));
    return join(meanings, "; ");
}

std::string with_meaning_of(const std::string& date) {
    const std::string means = full_meaning(understand_date(date));
    return means.empty() ? "with no date" : means;
}

std::vector<RowInBrief> all_rows(const Joint& joint) {
    std::vector<RowInBrief> rows{joint.above};
    rows.insert(rows.end(), joint.rows.begin(), joint.rows.end());
    return rows;
}

/// The rows that follow are marked: they are what the doubt is about.
std::vector<Doubt::Evidence> evidence_of(const Joint& joint) {
    Doubt::Evidence actions{"Action", {{joint.above.title}}};
    Doubt::Evidence dates{"Dates", {{said_or_blank(joint.above.date)}}};
    for (const auto& row : joint.rows) {
        actions.fragments.push_back({row.title, true});
        dates.fragments.push_back({"then " + said_or_blank(row.date)});
    }
    return {actions, dates};
}

void describe_row_that_goes_on(const Joint& joint, Doubt& doubt) {
    doubt.headline = "A row that goes on from the one above";
    doubt.options = {{"One action", with_meaning_of(joint.above.date)},
                     {"Two actions", "the second has no date"}};
}

void describe_bullets_with_dates(const Joint& joint, Doubt& doubt) {
    const auto count = joint.rows.size();
    std::vector<std::string> steps;
    for (const auto& row : all_rows(joint))
        if (!row.date.empty()) steps.push_back(full_meaning(understand_date(row.date)));
    doubt.headline = count == 1 ? "A row starts with a bullet and has a date of its own"
                                : spelled(count) + " rows start with a bullet and have dates of "
                                                   "their own";
    doubt.options = {{spelled(count + 1) + " actions", "each row with its own date"},
                     {fmt::format("One action in {} {}", lower(spelled(steps.size())),
                                  steps.size() == 1 ? "step" : "steps"),
                      join(steps, "; ")}};
}

Option option_of(DateReading reading, const Action& action) {
    const auto& target = action.target;
    switch (reading) {
    case DateReading::as_read:
        return {target.milestones.empty() ? "As it stands"
                                          : spelled(target.milestones.size()) + " steps",
                full_meaning(target)};
    case DateReading::one_range: {
        const auto range = as_one_range(target);
        return {"One range", range ? full_meaning(*range) : std::string()};
    }
    case DateReading::no_date: break;
    }
    return {"No date yet, and ask the owner", ""};
}

std::string headline_of_dates(const TargetDate& target, std::size_t bullets) {
    const auto dates = target.milestones.size();
    if (dates == 0) return "A date that can be read in more than one way";
    if (bullets == 0) return spelled(dates) + " dates run together";
    return fmt::format("{} dates for {} {}", spelled(dates), lower(spelled(bullets)),
                       bullets == 1 ? "bullet" : "bullets");
}

} // namespace

Doubt doubt_about(const Joint& joint) {
    const int first = joint.above.place.table == joint.rows.front().place.table
                          ? joint.above.place.last_row
                          : joint.rows.front().place.first_row;
    Doubt doubt;
    doubt.id = joint.id;
    doubt.kind = joint.kind;
    doubt.place = {joint.rows.front().place.table, first, joint.rows.back().place.last_row};
    doubt.section = int(joint.section);
    doubt.evidence = evidence_of(joint);
    doubt.chosen = joint.chosen;
    if (joint.kind == Doubt::Kind::goes_on_from_above)
        describe_row_that_goes_on(joint, doubt);
    else
        describe_bullets_with_dates(joint, doubt);
    return doubt;
}

Doubt doubt_about_dates(const Action& action, std::size_t bullets,
                        const std::vector<DateReading>& readings) {
    Doubt doubt;
    doubt.id = id_of(action.place, "dates");
    doubt.kind = Doubt::Kind::dates_do_not_match;
    doubt.place = action.place;
    doubt.headline = headline_of_dates(action.target, bullets);
    doubt.evidence = {{"Action", {{action.title}}}, {"Date", {{action.date_words, true}}}};
    if (!action.target.doubt.empty()) doubt.evidence.push_back({"Why", {{action.target.doubt}}});
    for (const auto reading : readings) doubt.options.push_back(option_of(reading, action));
    return doubt;
}

std::optional<TargetDate> as_one_range(const TargetDate& target) {
    TargetDate range;
    range.words = target.words;
    range.kind = TargetDate::Kind::range;
    for (const auto& milestone : target.milestones) {
        if (milestone.earliest && (!range.earliest || *milestone.earliest < *range.earliest))
            range.earliest = milestone.earliest;
        if (milestone.latest && (!range.latest || *milestone.latest > *range.latest))
            range.latest = milestone.latest;
    }
    if (!range.earliest || !range.latest || *range.latest < *range.earliest) return std::nullopt;
    return range;
}

Doubt doubt_about_unread_date(const Action& action) {
    Doubt doubt;
    doubt.id = id_of(action.place, "unread-date");
    doubt.kind = Doubt::Kind::date_not_understood;
    doubt.place = action.place;
    doubt.headline = "These words are not a date";
    doubt.evidence = {{"Action", {{action.title}}}, {"Date", {{action.date_words, true}}}};
    return doubt;
}

Doubt doubt_about_heading(const Section& section, int table) {
    Doubt doubt;
    doubt.id = fmt::format("t{}-heading", table);
    doubt.kind = Doubt::Kind::heading_guessed;
    doubt.place = {table, 0, 0};
    doubt.headline = "No heading stands above this table";
    doubt.evidence = {{"Named after", {{section.name, true}}}};
    return doubt;
}

Doubt doubt_about_same_words(const ActionUnder& first, const ActionUnder& second) {
    Doubt doubt;
    doubt.id = id_of(second.action->place, "same");
    doubt.kind = Doubt::Kind::nearly_the_same;
    doubt.place = second.action->place;
    doubt.headline = "Nearly the same words twice";
    const auto& under = *first.objective;
    doubt.evidence = {{"Action",
                       {{second.action->title},
                        {"under"},
                        {second.objective->title, true},
                        {"and under"},
                        {under.title, true},
                        {fmt::format("(table {}, row {})", first.action->place.table,
                                     first.action->place.first_row)}}},
                      {"Dates",
                       {{said_or_blank(first.action->date_words)},
                        {"then " + said_or_blank(second.action->date_words)}}}};
    doubt.options = {{"Keep both", "two actions"}, {"Keep the first", "the second is left out"}};
    return doubt;
}

std::string where(const Section& section, const Place& place) {
    const auto [table, first, last] = place;
    if (first == 0) return fmt::format("{}, table {}", section.name, table);
    if (first == last) return fmt::format("{}, table {}, row {}", section.name, table, first);
    return fmt::format("{}, table {}, rows {} {} {}", section.name, table, first,
                       last == first + 1 ? "and" : "to", last);
}

} // namespace openmasa::imports
