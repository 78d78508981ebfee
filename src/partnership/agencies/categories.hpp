#pragma once
// The categories of relevant agencies in the 2018 Regulations, as effective-dated data with their
// clause, and what an agency says of its own: one a line, from when to when.
#include "kernel/day.hpp"
#include "kernel/result.hpp"
#include "partnership/agencies/kinds.hpp"
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace openmasa::agencies {

/// What an agency is asked under. Section 11 of the Children Act 2004; sections 175 and 157 of the
/// Education Act 2002.
enum class AskedUnder { section_11, section_175, section_157 };
/// "Section 11".
std::string_view spoken(AskedUnder duty);
/// "Children Act 2004, section 11".
std::string_view clause_of(AskedUnder duty);

/// A row of the Schedule. A row that changes gets a new one; the old one keeps its end.
struct Category {
    /// As the list of an agency names it.
    std::string_view name;
    /// "Education and childcare".
    std::string_view part;
    std::string_view clause;
    /// The first day it is in force, and the last if it has ended.
    Day since;
    std::optional<Day> until;
    /// Not yet read in the live text: pages say "check against current guidance".
    bool to_be_checked;
    /// What an agency of it is asked under.
    std::optional<AskedUnder> asked_under;
};
/// In the Schedule's order.
std::span<const Category> all_categories();
/// However it is written; null when there is none of that name.
const Category* find_category(std::string_view name);

/// That an agency is of a category, from a day on and perhaps to one.
struct InCategory {
    const Category* category;
    std::optional<Day> from, to;
};
/// "Academy from 2024-09-01 to 2026-08-31", one a line, as stored and exported; days may be written
/// as people do. Every line that cannot be read is a problem with the field "categories", and one
/// that stands twice for the same day is, too.
Result<std::vector<InCategory>> read_categories(std::string_view lines);
/// The canonical lines.
std::string written(const std::vector<InCategory>& categories);
/// Those of a canonical text; nothing where it is none.
std::vector<InCategory> categories_in(std::string_view lines);
/// Those of a day.
std::vector<const Category*> on_day(const std::vector<InCategory>& categories, Day day);

/// Whether a duty follows from what an agency is; unset where nothing tells.
struct Kinds {
    AgencyKind kind = AgencyKind::not_said;
    Phase phase = Phase::none;
    std::vector<const Category*> categories{};
};
std::optional<bool> follows(AskedUnder duty, const Kinds& kinds);
/// From what it follows: "Maintained school", "Local authority".
std::vector<std::string_view> grounds(AskedUnder duty, const Kinds& kinds);

} // namespace openmasa::agencies
