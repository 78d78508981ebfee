#pragma once
// The forms of a recommendation: adding one, its sources, its steps, evidence, the actions that
// carry it out, joining and parting. Ready data in, HTML out.
#include "plan/meanwhile.hpp"
#include "plan/recommendations/actions.hpp"
#include "plan/recommendations/adding.hpp"
#include "plan/recommendations/already.hpp"
#include "plan/recommendations/views.hpp"

namespace openmasa::recommendations {

/// What every form about one recommendation needs.
struct FormPage {
    Html token;
    Recommendation it;
    terms::Words words{};
    std::vector<Problem> problems{};
    std::optional<plan::Meanwhile> meanwhile{};
};

/// One that says much the same, as it is offered.
struct Offered {
    Known it;
    double likeness = 0;
    std::vector<std::string> shared{};
};

struct AddPage {
    Html token;
    std::string title;
    SourceWords source;
    /// Set once somebody has typed it: those to choose among, the most alike first.
    std::vector<Offered> offered{};
    /// What was chosen among them: an id, "new", or nothing yet.
    std::string chosen{};
    std::vector<Problem> problems{};
};
Html add_view(const AddPage& page);

/// For a new source, and for one that is put right.
struct SourcePage {
    FormPage form;
    std::optional<SourceId> source{};
    SourceWords typed;
    bool may_be_removed = false;
};
Html source_view(const SourcePage& page);

struct MovePage {
    FormPage form;
    const Row* row = nullptr;
    std::vector<Missing> missing{};
    MakeMove typed;
};
Html move_view(const MovePage& page);

Html evidence_view(const FormPage& form, const AddEvidence& typed);
/// `typed`: the references of the actions.
Html actions_view(const FormPage& form, const std::string& typed);

struct JoinPage {
    FormPage form;
    std::vector<Offered> offered{};
    /// The id that was chosen, or a reference that was typed.
    std::string chosen{}, other{}, why{};
};
Html join_view(const JoinPage& page);

/// A form that asks for nothing but why.
struct WhyPage {
    FormPage form;
    std::string_view title, sentence, button, below;
    std::string why{};
};
Html why_view(const WhyPage& page);

} // namespace openmasa::recommendations
