#pragma once
// Decisions about the next edition; nothing but values in and out.
#include "kernel/result.hpp"
#include "plan/editions/next_edition.hpp"

namespace openmasa::editions {

/// How many years an edition lasts, by the years that its period, or else its title, names: one
/// from 2025 to 2026, three from 2023 to 2026; one where it names a single year or none.
int years_of(std::string_view period, std::string_view title);
/// The words with every year in them that many later: "2025-26" becomes "2026-27". Years are of
/// four digits, and of two behind a stroke or a dash after one of four.
std::string years_later(std::string_view words, int years);

/// What the form proposes: title and period that follow; every priority goes on unless it has
/// stepped down; every open action goes on unless all its steps are done.
MakeNext proposed(const Edition& edition);

/// What becomes of an action: with a priority that is left, all that is not done is left.
Fate fate_of(const ChosenAction& action, const ChosenPriority& priority);
/// Why it is left: its own reason, or that of its priority.
std::string why_left(const ChosenAction& action, const ChosenPriority& priority);

/// The target date that an action has in the next edition: the new words, or its own where that is
/// still to come or names no last day; otherwise none.
plan::TargetDay next_target(const plan::Action& action, const std::string& new_words, Day today);

/// Everything that is wrong with what was chosen, for what the form showed of the edition.
std::vector<Problem> problems_with(const MakeNext& command, const Edition& edition);

/// The names of a form's fields, by the record that they are about.
std::string field(std::string_view what, std::string_view id);
inline constexpr std::string_view course_field = "course", course_why_field = "course-why",
                                  course_version_field = "course-version", fate_field = "fate",
                                  why_field = "why", date_field = "date",
                                  version_field = "action-version";

} // namespace openmasa::editions
