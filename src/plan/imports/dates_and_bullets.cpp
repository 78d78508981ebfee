#include "plan/imports/dates_and_bullets.hpp"
#include "kernel/text.hpp"
#include "plan/imports/doubts.hpp"
#include "plan/imports/statuses.hpp"
#include "plan/imports/wording.hpp"
#include <algorithm>

namespace openmasa::imports {
namespace {

/// Nobody writes a date this long; a cell that holds more is not asked for one.
constexpr std::size_t longest_date_cell = 2'000;

TargetDate read_date(const std::string& words) {
    if (words.size() <= longest_date_cell) return understand_date(words);
    TargetDate unread;
    unread.words = words;
    return unread;
}

/// Adds what a further row says; the same words again ("see above", a merged cell) add nothing.
void add_words(std::string& words, const std::string& more, std::string_view between) {
    if (more.empty() || words == more) return;
    if (!words.empty()) words += between;
    words += more;
}

void add_notes(std::vector<Note>& notes, const std::vector<Note>& more) {
    for (const auto& note : more) {
        const auto known = std::ranges::find(notes, note.header, &Note::header);
        if (known == notes.end())
            notes.push_back(note);
        else
            add_words(known->words, note.words, "\n");
    }
}

void read_row(const PlanRow& row, bool is_first, Action& action) {
    if (is_first || row.has_own_date()) {
        if (!row.date.empty() && !action.date_words.empty()) action.date_words += '\n';
        action.date_words += row.date;
    }
    add_words(action.reference, row.reference, ", ");
    add_words(action.owner, row.owner, "\n");
    add_words(action.status_words, row.status, "\n");
    add_words(action.progress, row.progress, "\n");
    add_notes(action.notes, row.notes);
    if (!action.status) action.status = status_of_colour(row.status_fill);
    if (row.table == action.place.table) action.place.last_row = row.number;
}

std::vector<word::Line> lines_of(const ActionRows& rows) {
    std::vector<word::Line> lines;
    for (const auto& row : rows.rows)
        lines.insert(lines.end(), row.action.begin(), row.action.end());
    return lines;
}

Action read_words(const ActionRows& rows, const std::vector<word::Line>& lines) {
    const PlanRow& first = rows.rows.front();
    Action action;
    action.place = {first.table, first.number, first.number};
    action.title = rows.title;
    if (action.title.empty() && !lines.empty()) action.title = as_title(lines.front().text);
    action.text = whole_text(lines);
    for (const auto& row : rows.rows) read_row(row, &row == &first, action);
    if (const auto said = status_of_words(action.status_words)) action.status = said;
    if (!action.status) action.status = status_said_alone(action.progress);
    return action;
}

/// A person said that rows with dates of their own are steps of the action.
std::vector<Step> steps_of_rows(const ActionRows& rows) {
    std::vector<Step> steps;
    for (const auto& row : rows.rows)
        if (row.has_own_date() && !row.action.empty())
            steps.push_back({as_title(row.action.front().text), read_date(row.date)});
    return steps;
}

/// "Paired with the bullets in order only when their numbers agree."
std::vector<Step> pair_with_bullets(const std::vector<std::string>& bullets, TargetDate& target) {
    std::vector<Step> steps;
    if (bullets.size() != target.milestones.size()) return steps;
    for (std::size_t at = 0; at < bullets.size(); ++at)
        steps.push_back({bullets[at], target.milestones[at]});
    // Which date belongs to what was the doubt; now it is known.
    target.doubt.clear();
    return steps;
}

std::vector<std::string> bullets_of(const std::vector<word::Line>& lines) {
    std::vector<std::string> bullets;
    for (const auto& line : lines)
        if (line.mark != word::Mark::none) bullets.push_back(line.text);
    return bullets;
}

std::vector<DateReading> readings_of(const TargetDate& target) {
    if (as_one_range(target))
        return {DateReading::as_read, DateReading::one_range, DateReading::no_date};
    return {DateReading::as_read, DateReading::no_date};
}

void apply(DateReading reading, Action& action) {
    switch (reading) {
    case DateReading::as_read: break;
    case DateReading::one_range:
        if (auto range = as_one_range(action.target)) action.target = std::move(*range);
        break;
    case DateReading::no_date: action.target = TargetDate(); break;
    }
}

void ask_about_date(std::size_t bullets, const Choices& choices, Action& action,
                    std::vector<Doubt>& doubts) {
    const auto readings = readings_of(action.target);
    Doubt doubt = doubt_about_dates(action, bullets, readings);
    doubt.chosen = chosen(choices, doubt.id, int(readings.size()));
    apply(readings[std::size_t(doubt.chosen)], action);
    doubts.push_back(std::move(doubt));
}

} // namespace

Action read_action(const ActionRows& rows, const Choices& choices, std::vector<Doubt>& doubts) {
    const auto lines = lines_of(rows);
    Action action = read_words(rows, lines);
    action.target = read_date(action.date_words);
    if (rows.rows_are_steps) {
        action.steps = steps_of_rows(rows);
        return action;
    }
    const auto bullets = bullets_of(lines);
    const bool several = action.target.kind == TargetDate::Kind::milestones;
    if (several) action.steps = pair_with_bullets(bullets, action.target);
    if ((several && action.steps.empty()) || (!several && !action.target.doubt.empty()))
        ask_about_date(bullets.size(), choices, action, doubts);
    else if (action.target.kind == TargetDate::Kind::unknown && !action.date_words.empty())
        doubts.push_back(doubt_about_unread_date(action));
    return action;
}

} // namespace openmasa::imports
