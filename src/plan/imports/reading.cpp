#include "plan/imports/reading.hpp"
#include "kernel/text.hpp"
#include "plan/imports/dates_and_bullets.hpp"
#include "plan/imports/doubts.hpp"
#include "plan/imports/grouping.hpp"
#include "plan/imports/own_document.hpp"
#include "plan/imports/wording.hpp"
#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <set>
#include <tuple>

namespace openmasa::imports {
namespace {

// --- tables -------------------------------------------------------------------------------------

/// The tables that hold the plan; counts those and the others.
std::vector<TableInItsPlace> read_tables(const word::Document& document, Draft& draft) {
    std::vector<TableInItsPlace> tables;
    auto settings = read_settings(document);
    int number = 0;
    const std::vector<Column>* carried_on = nullptr;
    for (const auto& block : document.blocks) {
        const auto* words = std::get_if<word::Table>(&block);
        if (words == nullptr) continue;
        Setting& setting = settings[std::size_t(number++)];
        if (!setting.follows_a_table) carried_on = nullptr;
        auto table = read_plan_table(*words, number, carried_on);
        if (!table) {
            ++draft.other_tables;
            carried_on = nullptr;
            continue;
        }
        ++draft.tables;
        draft.rows += int(words->rows.size());
        tables.push_back({std::move(*table), std::move(setting)});
        carried_on = &tables.back().table.columns;
    }
    return tables;
}

Refusal no_plan_in(const Draft& draft) {
    const std::string what =
        draft.other_tables == 0
            ? "This Word file has no tables, so there are no actions to read."
            : fmt::format("This Word file has {}, but none with the headings of "
                          "[a plan].",
                          counted(draft.other_tables, "table"));
    return invalid("file", fmt::format("{} Put the [plan] in a table with the headings {}, and "
                                       "choose it again.",
                                       what, headings_looked_for));
}

// --- sections, objectives, actions --------------------------------------------------------------

Objective read_objective(const ObjectiveRows& rows, const Choices& choices,
                         std::vector<Doubt>& doubts) {
    Objective objective;
    objective.title = rows.title.empty() ? objective_title(rows.words) : rows.title;
    objective.text = whole_text(rows.words);
    for (const auto& action : rows.actions)
        objective.actions.push_back(read_action(action, choices, doubts));
    return objective;
}

void read_section(const SectionRows& rows, const Choices& choices, Draft& draft) {
    const auto first_doubt = draft.doubts.size();
    Section section = rows.head;
    for (const auto& objective : rows.objectives)
        section.objectives.push_back(read_objective(objective, choices, draft.doubts));
    if (rows.name_is_guessed)
        draft.doubts.push_back(doubt_about_heading(section, rows.first_table));
    for (auto at = first_doubt; at < draft.doubts.size(); ++at)
        draft.doubts[at].section = int(draft.sections.size());
    draft.sections.push_back(std::move(section));
}

void put_front(Front front, Draft& draft) {
    draft.title = std::move(front.title);
    draft.period = std::move(front.period);
    draft.edition = std::move(front.edition);
}

/// Two actions of ours with the same words are two: each has its reference.
void read_own_parts(OwnDocument own, const Choices& choices, Draft& draft) {
    draft.tables = own.tables;
    draft.rows = own.rows;
    draft.other_tables = own.other_tables;
    put_front(std::move(own.front), draft);
    for (const auto& section : own.grouped.sections) read_section(section, choices, draft);
}

// --- the same words twice -----------------------------------------------------------------------

/// Every action is compared with every other; a document with more is not one plan.
constexpr std::size_t most_compared = 1'000;
constexpr double nearly_the_same = 0.8;
/// Enough where the titles are the same as well.
constexpr double nearly_the_same_below_a_title = 0.5;
/// "Annual report" twice is not enough to ask about; "Relationship based practice" is.
constexpr std::size_t fewest_words = 3;

struct Compared {
    int section = 0;
    ActionUnder under;
    std::string title;
    plan::WordSet words;
};

std::vector<Compared> all_actions(const Draft& draft) {
    std::vector<Compared> all;
    for (int at = 0; const auto& section : draft.sections) {
        for (const auto& objective : section.objectives)
            for (const auto& action : objective.actions)
                all.push_back({at,
                               {&action, &objective},
                               normalised(action.title),
                               plan::WordSet(action.text)});
        ++at;
    }
    return all;
}

bool are_alike(const Compared& first, const Compared& second) {
    if (first.words.size() < fewest_words) return false;
    const double needed =
        first.title == second.title ? nearly_the_same_below_a_title : nearly_the_same;
    return first.words.likeness(second.words) >= needed;
}

void find_same_words(const Choices& choices, Draft& draft) {
    const auto all = all_actions(draft);
    if (all.size() > most_compared) return;
    for (auto second = all.begin(); second != all.end(); ++second) {
        const auto first = std::find_if(
            all.begin(), second, [&](const Compared& one) { return are_alike(one, *second); });
        if (first == second) continue;
        Doubt doubt = doubt_about_same_words(first->under, second->under);
        doubt.section = second->section;
        doubt.chosen = chosen(choices, doubt.id, 2);
        draft.doubts.push_back(std::move(doubt));
    }
}

void leave_out_second_ones(Draft& draft) {
    std::set<std::pair<int, int>> left_out;
    for (const auto& doubt : draft.doubts)
        if (doubt.kind == Doubt::Kind::nearly_the_same && doubt.chosen == 1)
            left_out.emplace(doubt.place.table, doubt.place.first_row);
    const auto is_left_out = [&](const Action& action) {
        return left_out.contains({action.place.table, action.place.first_row});
    };
    for (auto& section : draft.sections)
        for (auto& objective : section.objectives) std::erase_if(objective.actions, is_left_out);
}

// --- doubts -------------------------------------------------------------------------------------

/// Which doubts touch a row; there may be several.
using DoubtsByRow = std::multimap<std::pair<int, int>, Doubt*>;

DoubtsByRow doubts_by_row(Draft& draft) {
    DoubtsByRow by_row;
    for (auto& doubt : draft.doubts)
        for (int row = doubt.place.first_row; row <= doubt.place.last_row; ++row)
            by_row.emplace(std::pair(doubt.place.table, row), &doubt);
    return by_row;
}

void point_to(Action& action, int objective, int index, const DoubtsByRow& by_row) {
    std::set<const Doubt*> known;
    for (int row = action.place.first_row; row <= action.place.last_row; ++row) {
        const auto [first, last] = by_row.equal_range({action.place.table, row});
        for (auto at = first; at != last; ++at) {
            Doubt& doubt = *at->second;
            if (!known.insert(&doubt).second) continue;
            action.doubts.push_back(doubt.id);
            if (doubt.action >= 0) continue;
            doubt.objective = objective;
            doubt.action = index;
        }
    }
}

/// Actions and doubts point to each other, each doubt to the first action that it is about.
void tie_together(Draft& draft) {
    const auto by_row = doubts_by_row(draft);
    for (auto& section : draft.sections)
        for (int objective = 0; auto& one : section.objectives) {
            for (int index = 0; auto& action : one.actions)
                point_to(action, objective, index++, by_row);
            ++objective;
        }
}

void put_choices_first(Draft& draft) {
    const auto order = [](const Doubt& doubt) {
        return std::tuple(doubt.options.empty(), doubt.place.table, doubt.place.first_row);
    };
    std::ranges::stable_sort(draft.doubts, {}, order);
    for (auto& doubt : draft.doubts)
        doubt.where = where(draft.sections[std::size_t(doubt.section)], doubt.place);
}

} // namespace

Result<Draft> read_plan(const word::Document& document, const Choices& choices) {
    Draft draft;
    if (auto own = read_own(document)) {
        read_own_parts(std::move(*own), choices, draft);
    } else {
        auto tables = read_tables(document, draft);
        if (tables.empty()) return no_plan_in(draft);
        put_front(read_front(document), draft);
        const Grouped grouped = group(std::move(tables), choices);
        for (const auto& section : grouped.sections) read_section(section, choices, draft);
        for (const auto& joint : grouped.joints) draft.doubts.push_back(doubt_about(joint));
        find_same_words(choices, draft);
        leave_out_second_ones(draft);
    }
    put_choices_first(draft);
    tie_together(draft);
    return draft;
}

} // namespace openmasa::imports
