#pragma once
// The forms to record progress, add evidence and change an action, with what is wrong and what was
// typed. Ready data only.
#include "core/access/store.hpp"
#include "plan/actions/action_views.hpp"
#include "plan/actions/actions.hpp"
#include "plan/meanwhile.hpp"
#include "web/ui/field.hpp"

namespace openmasa::plan {

struct FormPage {
    Html form_token;
    terms::Words words{};
    Action action;
    std::vector<Problem> problems;
    std::optional<Meanwhile> meanwhile;
};

enum class Sends { words, files };
/// The page around an action's questions; `below` is where its form is sent: "progress".
Html action_form(const FormPage& page, std::string_view title, std::string_view below,
                 const Html& fields, std::string_view button, Sends sends = Sends::words);
/// The questions alone, for a form of another frame.
Html progress_fields(const RecordProgress& typed, const std::vector<Step>& steps,
                     ui::Problems problems);
Html progress_form(const FormPage& page, const RecordProgress& typed,
                   const std::vector<Step>& steps);
Html evidence_form(const FormPage& page, const AddEvidence& typed);
Html change_form(const FormPage& page, const ChangeAction& typed,
                 const std::vector<access::Owner>& owners, const terms::TermBook& book, Day today);

} // namespace openmasa::plan
