#pragma once
// Documents made in a test or read from tests/fixtures/word, and what was read from them.
#include "kernel/test_repository.hpp"
#include "kernel/text.hpp"
#include "plan/imports/reading.hpp"
#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <iterator>

namespace openmasa::imports::test {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

// --- documents to read ---------------------------------------------------------------------------

inline word::Paragraph heading(std::string text, int level = 2) {
    return {.text = std::move(text), .heading_level = level};
}
inline word::Paragraph words(std::string text) {
    return {.text = std::move(text)};
}

/// A cell from its lines; "\u2022 " starts a bullet.
inline word::Cell cell(const std::string& text, int column) {
    word::Cell made;
    made.column = column;
    if (text.empty()) return made;
    for (auto line : split(text, '\n')) {
        word::Line one;
        if (line.starts_with("\u2022 ")) {
            one.mark = word::Mark::bullet;
            one.typed_mark = "\u2022";
            line.remove_prefix(4);
        }
        one.text = line;
        made.lines.push_back(one);
    }
    return made;
}

using Rows = std::vector<std::vector<std::string>>;

inline word::Table table(const Rows& rows) {
    word::Table made;
    for (const auto& texts : rows) {
        word::Row row;
        for (const auto& text : texts) row.cells.push_back(cell(text, int(row.cells.size())));
        made.columns = std::max(made.columns, int(row.cells.size()));
        made.rows.push_back(std::move(row));
    }
    return made;
}

/// A plan of one section, "Neglect", whose rows stand under Objective, Action, Target date.
inline word::Document plan(Rows rows) {
    rows.insert(rows.begin(), {"Objective", "Action", "Target date"});
    return {{heading("Safeguarding plan 2025-26", 1), heading("Neglect"), table(rows)}};
}

inline Draft read(const word::Document& document, const Choices& choices = {}) {
    auto draft = read_plan(document, choices);
    if (draft) return std::move(draft).value();
    ADD_FAILURE() << draft.refusal().problems[0].words;
    return {};
}

inline std::string bytes_of(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    EXPECT_TRUE(in) << path;
    return {std::istreambuf_iterator<char>(in), {}};
}

inline word::Document document(const std::string& name) {
    auto read = word::read_word(bytes_of(in_repository("tests/fixtures/word/") + name));
    if (read) return std::move(read).value();
    ADD_FAILURE() << read.refusal().problems[0].words;
    return {};
}

inline Draft fixture(const std::string& name, const Choices& choices = {}) {
    return read(document(name), choices);
}

// --- what was read -------------------------------------------------------------------------------

inline std::vector<Action> actions(const Draft& draft) {
    std::vector<Action> all;
    for (const auto& section : draft.sections)
        for (const auto& objective : section.objectives)
            all.insert(all.end(), objective.actions.begin(), objective.actions.end());
    return all;
}

/// "Objective: action, action", one for each objective.
inline std::vector<std::string> outline(const Draft& draft) {
    std::vector<std::string> lines;
    for (const auto& section : draft.sections)
        for (const auto& objective : section.objectives) {
            std::vector<std::string> titles;
            for (const auto& action : objective.actions) titles.push_back(action.title);
            lines.push_back(objective.title + ": " + join(titles, ", "));
        }
    return lines;
}

inline std::vector<std::string> doubts(const Draft& draft) {
    std::vector<std::string> ids;
    for (const auto& doubt : draft.doubts) ids.push_back(doubt.id);
    return ids;
}

inline const Doubt& doubt(const Draft& draft, std::string_view id) {
    for (const auto& one : draft.doubts)
        if (one.id == id) return one;
    static const Doubt none;
    ADD_FAILURE() << "no doubt " << id;
    return none;
}

inline std::vector<std::string> labels(const Doubt& doubt) {
    std::vector<std::string> all;
    for (const auto& option : doubt.options) all.push_back(option.label);
    return all;
}

inline std::string refusal(const word::Document& document) {
    const auto draft = read_plan(document);
    if (draft) return "(it was read)";
    EXPECT_EQ(draft.refusal().problems.at(0).field, "file");
    return draft.refusal().problems.at(0).words;
}

} // namespace openmasa::imports::test
