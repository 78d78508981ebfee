#include "plan/imports/grouping.hpp"
#include "kernel/text.hpp"
#include "plan/imports/wording.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::imports {
namespace {

/// A date in a doubt; longer ones are no dates.
constexpr std::size_t longest_date = 160;

word::Line line_of(std::string words) {
    word::Line line;
    line.text = std::move(words);
    return line;
}

class Grouping {
public:
    explicit Grouping(const Choices& choices) : choices_(choices) {}
    void take(TableInItsPlace table);
    Grouped finish();

private:
    void open_section(const TableInItsPlace& table);
    void open_section(Section head, std::string key, int table);
    void add_to_section(const TableInItsPlace& table);
    bool continues_section(const NameAndRemark& heading) const;

    void take(PlanRow row);
    void take_banner(const PlanRow& row);
    void place_objective(const PlanRow& row);
    bool goes_on(const std::vector<word::Line>& words) const;
    void open_objective(std::vector<word::Line> words, bool is_heading);

    void take_action(PlanRow row);
    bool continues(const PlanRow& row) const;
    bool is_dated_bullet(const PlanRow& row) const;
    bool join_as_one(const PlanRow& row);
    bool join_as_step(const PlanRow& row);
    void extend(PlanRow row);
    void open_action(PlanRow row);

    SectionRows& section() { return grouped_.sections.back(); }
    ObjectiveRows& objective() { return section().objectives[objective_]; }
    const ObjectiveRows& objective() const {
        return grouped_.sections.back().objectives[objective_];
    }
    const ActionRows* above() const;
    RowInBrief above_in_brief() const;

    const Choices& choices_;
    Grouped grouped_;
    std::string section_key_;
    bool has_objective_column_ = false, has_date_column_ = false;
    std::string objective_heading_;
    /// The objective that rows go to, and all of the section by their words.
    std::size_t objective_ = 0;
    std::map<std::string, std::size_t> known_objectives_;
    /// The joint that dated bullet rows one under the other belong to; npos outside a run.
    static constexpr std::size_t npos = std::size_t(-1);
    std::size_t run_ = npos;
};

// --- sections -----------------------------------------------------------------------------------

Section head_of(const NameAndRemark& heading) {
    Section head;
    head.name = heading.name;
    head.remark = heading.remark;
    head.is_priority = is_priority(heading.name);
    return head;
}

void Grouping::open_section(Section head, std::string key, int table) {
    section_key_ = std::move(key);
    objective_heading_.clear();
    known_objectives_.clear();
    run_ = npos;
    SectionRows section;
    section.head = std::move(head);
    section.first_table = table;
    grouped_.sections.push_back(std::move(section));
}

/// "Business crucial activity, cont." is no section of its own.
bool Grouping::continues_section(const NameAndRemark& heading) const {
    return !grouped_.sections.empty() && says_continued(heading.name) &&
           normalised(without_continued(heading.name)) ==
               normalised(grouped_.sections.back().head.name);
}

void Grouping::open_section(const TableInItsPlace& here) {
    const auto& [table, setting] = here;
    const bool named_inside =
        !table.section_name.empty() &&
        (setting.is_guessed || starts_with_phrase(table.section_name, "priority"));
    const auto heading = named_inside ? name_and_remark(table.section_name) : setting.heading;
    std::string key = named_inside ? fmt::format("table {}", table.number)
                                   : fmt::format("heading {}", setting.key);
    if (continues_section(heading)) {
        section_key_ = std::move(key);
    } else if (grouped_.sections.empty() || key != section_key_) {
        open_section(head_of(heading), std::move(key), table.number);
        section().name_is_guessed = setting.is_guessed && !named_inside;
    }
}

void Grouping::add_to_section(const TableInItsPlace& here) {
    const auto& [table, setting] = here;
    Section& head = section().head;
    const auto fill = [](std::string& words, const std::string& first, const std::string& second) {
        if (words.empty()) words = first.empty() ? second : first;
    };
    fill(head.owner, table.officers.owner, setting.officers.owner);
    fill(head.chair, table.officers.chair, setting.officers.chair);
    for (const auto* lines : {&setting.difference, &table.difference})
        head.difference.insert(head.difference.end(), lines->begin(), lines->end());
}

void Grouping::take(TableInItsPlace here) {
    open_section(here);
    add_to_section(here);
    has_objective_column_ = has(here.table.columns, ColumnKind::objective);
    has_date_column_ = has(here.table.columns, ColumnKind::date);
    if (here.setting.objective != objective_heading_) {
        objective_heading_ = here.setting.objective;
        if (!objective_heading_.empty()) open_objective({line_of(objective_heading_)}, true);
    }
    for (auto& row : here.table.rows) take(std::move(row));
}

// --- objectives ---------------------------------------------------------------------------------

void Grouping::take(PlanRow row) {
    if (!row.banner.empty()) return take_banner(row);
    place_objective(row);
    if (!row.action.empty() || row.action_merged || above() != nullptr) take_action(std::move(row));
}

/// A line across the table: above a column of objectives it names a section, else an objective.
void Grouping::take_banner(const PlanRow& row) {
    run_ = npos;
    if (!has_objective_column_ && !starts_with_phrase(row.banner, "priority"))
        return open_objective({line_of(row.banner)}, true);
    Section head = head_of(name_and_remark(row.banner));
    if (section().objectives.empty()) {
        // What stands above the table is about the section that this line names.
        head.owner = section().head.owner;
        head.chair = section().head.chair;
        head.difference = section().head.difference;
        grouped_.sections.pop_back();
    }
    open_section(std::move(head), fmt::format("row {} {}", row.table, row.number), row.table);
}

/// A blank cell means the objective above. So do the same words again, "... cont.", and words that
/// go on from the row above: a heading and its text split over two rows are one objective.
void Grouping::place_objective(const PlanRow& row) {
    const auto& words = row.objective;
    if (section().objectives.empty() && words.empty())
        return open_objective({line_of(section().head.name)}, true);
    if (section().objectives.empty()) return open_objective(words, false);
    if (words.empty() || says_continued(words.front().text) || says_continued(words.back().text))
        return;
    const auto known = known_objectives_.find(normalised(whole_text(words)));
    if (known != known_objectives_.end()) {
        objective_ = known->second;
    } else if (goes_on(words)) {
        known_objectives_.emplace(normalised(whole_text(words)), objective_);
        objective().words.insert(objective().words.end(), words.begin(), words.end());
    } else {
        open_objective(words, false);
    }
}

/// The objective above is only a heading, or ends amid a sentence that these words take up.
bool Grouping::goes_on(const std::vector<word::Line>& words) const {
    const auto& above = objective().words;
    if (above.empty()) return false;
    const bool heading_alone = above.size() == 1 && is_lead_line(above.front().text);
    if (heading_alone) return !(words.size() == 1 && is_lead_line(words.front().text));
    return starts_small(words.front().text) && !starts_small(above.front().text) &&
           !ends_sentence(above.back().text);
}

void Grouping::open_objective(std::vector<word::Line> words, bool is_heading) {
    run_ = npos;
    objective_ = section().objectives.size();
    known_objectives_.emplace(normalised(whole_text(words)), objective_);
    if (!words.empty()) words.back().text = without_continued(words.back().text);
    section().objectives.push_back({std::move(words), is_heading, {}});
}

// --- actions ------------------------------------------------------------------------------------

const ActionRows* Grouping::above() const {
    const auto& actions = objective().actions;
    return actions.empty() ? nullptr : &actions.back();
}

std::string id_of(const PlanRow& row, std::string_view what) {
    return fmt::format("t{}r{}-{}", row.table, row.number, what);
}

/// A row without an action adds to the one above. A bullet without a date of its own continues
/// it, and with one it is an action; both are what the rule says and a person may say otherwise.
void Grouping::take_action(PlanRow row) {
    if (above() == nullptr || row.action.empty()) {
        above() == nullptr ? open_action(std::move(row)) : extend(std::move(row));
        return;
    }
    if (continues(row))
        join_as_one(row) ? extend(std::move(row)) : open_action(std::move(row));
    else if (is_dated_bullet(row))
        join_as_step(row) ? extend(std::move(row)) : open_action(std::move(row));
    else
        open_action(std::move(row));
}

/// Also "Scoping, cont." and words in the middle of a sentence, where a page ended.
bool Grouping::continues(const PlanRow& row) const {
    if (row.has_own_date() || !row.reference.empty()) return false;
    const bool bullet = row.starts_with_bullet() &&
                        (has_date_column_ || !above()->rows.front().starts_with_bullet());
    if (bullet || says_continued(row.action.front().text)) return true;
    const auto& last = above()->rows.back().action;
    return starts_small(row.action.front().text) && !last.empty() &&
           !ends_sentence(last.back().text) && !starts_small(last.front().text);
}

/// Under an action that is no bullet itself: where every action is a bullet, a bullet says nothing.
bool Grouping::is_dated_bullet(const PlanRow& row) const {
    return row.starts_with_bullet() && row.has_own_date() &&
           (run_ != npos || !above()->rows.front().starts_with_bullet());
}

RowInBrief in_brief(const PlanRow& row) {
    std::string title = row.starts_with_bullet() ? "\u2022 " : "";
    if (!row.action.empty()) title += as_title(row.action.front().text);
    return {.place = {row.table, row.number, row.number},
            .title = std::move(title),
            .date = shortened(one_line(row.date), longest_date)};
}

RowInBrief Grouping::above_in_brief() const {
    RowInBrief brief = in_brief(above()->rows.front());
    brief.place.last_row = above()->rows.back().number;
    return brief;
}

bool Grouping::join_as_one(const PlanRow& row) {
    Joint joint{.kind = Doubt::Kind::goes_on_from_above,
                .id = id_of(row, "goes-on"),
                .section = grouped_.sections.size() - 1,
                .above = above_in_brief(),
                .rows = {in_brief(row)},
                .chosen = 0};
    joint.chosen = chosen(choices_, joint.id, 2);
    grouped_.joints.push_back(joint);
    if (joint.chosen != 0) run_ = npos;
    return joint.chosen == 0;
}

bool Grouping::join_as_step(const PlanRow& row) {
    if (run_ == npos) {
        run_ = grouped_.joints.size();
        Joint joint{.kind = Doubt::Kind::bullet_rows_with_dates,
                    .id = id_of(row, "bullets"),
                    .section = grouped_.sections.size() - 1,
                    .above = above_in_brief(),
                    .rows = {},
                    .chosen = 0};
        joint.chosen = chosen(choices_, joint.id, 2);
        grouped_.joints.push_back(std::move(joint));
    }
    Joint& run = grouped_.joints[run_];
    run.rows.push_back(in_brief(row));
    if (run.chosen != 0) objective().actions.back().rows_are_steps = true;
    return run.chosen != 0;
}

void Grouping::extend(PlanRow row) {
    objective().actions.back().rows.push_back(std::move(row));
}

void Grouping::open_action(PlanRow row) {
    if (!row.starts_with_bullet()) run_ = npos;
    if (row.action.empty()) return;
    ActionRows opened;
    opened.rows.push_back(std::move(row));
    objective().actions.push_back(std::move(opened));
}

/// Headings that no row came under go: their rows had objectives of their own.
Grouped Grouping::finish() {
    for (auto& section : grouped_.sections)
        std::erase_if(section.objectives, [](const ObjectiveRows& objective) {
            return objective.is_heading && objective.actions.empty();
        });
    return std::move(grouped_);
}

} // namespace

Grouped group(std::vector<TableInItsPlace> tables, const Choices& choices) {
    Grouping grouping(choices);
    for (auto& table : tables) grouping.take(std::move(table));
    return grouping.finish();
}

int chosen(const Choices& choices, std::string_view id, int options) {
    const auto choice = choices.find(id);
    if (choice == choices.end() || choice->second < 0 || choice->second >= options) return 0;
    return choice->second;
}

} // namespace openmasa::imports
