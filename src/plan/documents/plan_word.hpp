#pragma once
// A plan as a Word document. Pure: what is in the PlanDocument is in the file.
#include "core/documents/word_file.hpp"
#include "core/terms/words.hpp"
#include "plan/plan.hpp"
#include <map>
#include <string>
#include <vector>

namespace openmasa::plan_documents {

/// What stands in the plan, for one reader: nothing withdrawn, each in its order.
struct PlanDocument {
    plan::Plan plan;
    /// To say aloud.
    std::string reference;
    std::vector<plan::Section> sections;
    std::vector<plan::Objective> objectives;
    std::vector<plan::Action> actions;
    /// What the owners are called that contribute to actions.
    std::map<OwnerId, std::string> owners{};
    std::string partnership;
    /// The day that it shows.
    Day today{};
    Moment made{};
    terms::Words words{};
};

documents::WordFile plan_as_word(const PlanDocument& document);
/// "business-plan-2025-to-2026.docx": small letters, digits and dashes; "plan.docx" for a title
/// that has none.
std::string file_name_of(const plan::Plan& plan, std::string_view extension);

} // namespace openmasa::plan_documents
