#include "plan/content.hpp"
#include "kernel/id_list.hpp"
#include "plan/recommendation_content.hpp"
#include "plan/recommendation_responses.hpp"

namespace openmasa::plan {
namespace {

using history::Content;
using history::Field;
using history::Kept;
using history::Part;
using std::string;

// Raw values: empty is "nothing".

string raw(const std::optional<Day>& day) {
    return day ? iso(*day) : string();
}
template<class Kind> string raw(const std::optional<Id<Kind>>& id) {
    return id ? id->str() : string();
}
/// Nought is nothing: a count that is not there.
string raw(int number) {
    return number == 0 ? string() : std::to_string(number);
}
/// "2 actions"; nothing for none.
string number_of_actions(std::string_view ids) {
    const auto number = ids_in<ActionId>(ids).size();
    return number == 0 ? string() : counted(static_cast<long long>(number), "action");
}
string yes_or_nothing(bool yes) {
    return yes ? "yes" : "";
}

// For people.

string spoken_day(std::string_view day) {
    const auto read = day_from_iso(day);
    return read ? spoken(*read) : string(day);
}
string spoken_status(std::string_view word) {
    Status status{};
    return from_text(word, status) ? string(spoken(status)) : string(word);
}
string spoken_plan_type(std::string_view word) {
    PlanType type{};
    return from_text(word, type) ? string(spoken(type)) : string(word);
}
string spoken_outcome(std::string_view word) {
    Outcome outcome{};
    return from_text(word, outcome) ? string(spoken(outcome)) : string(word);
}
string spoken_yes(std::string_view) {
    return "Yes";
}

constexpr Kept<string> reason[] = {
    {{"why", "Why", Part::brought}, [](const string& why) { return why; }}};

constexpr Kept<Plan> plan_kept[] = {
    {{"title", "Title"}, [](const Plan& p) { return p.title; }},
    {{"period", "Period"}, [](const Plan& p) { return p.period; }},
    {{"edition", "Edition"}, [](const Plan& p) { return p.edition; }},
    {{"withdrawn_why", "Withdrawn"}, [](const Plan& p) { return p.withdrawn_why; }},
    {{"tags", ""}, [](const Plan& p) { return p.tags; }},
    {{"type", "Kind", Part::state, spoken_plan_type},
     [](const Plan& p) {
         return p.type == PlanType::business ? string() : string(to_text(p.type));
     }},
    {{"owner", ""}, [](const Plan& p) { return raw(p.owner); }},
    {{"owner_name", "Owner", Part::echo}, [](const Plan& p) { return p.owner_name.value_or(""); }},
    {{"follows", ""}, [](const Plan& p) { return raw(p.follows); }},
};

constexpr Kept<Section> section_kept[] = {
    {{"name", "Name"}, [](const Section& s) { return s.name; }},
    {{"plan", ""}, [](const Section& s) { return s.plan.str(); }},
    {{"position", "Position"}, [](const Section& s) { return std::to_string(s.position); }},
    {{"code", "Code"}, [](const Section& s) { return s.code; }},
    {{"remark", "Remark"}, [](const Section& s) { return s.remark; }},
    {{"is_priority", "Priority", Part::state, spoken_yes},
     [](const Section& s) { return yes_or_nothing(s.is_priority); }},
    {{"owner", ""}, [](const Section& s) { return raw(s.owner); }},
    {{"owner_name", "Owner", Part::echo},
     [](const Section& s) { return s.owner_name.value_or(""); }},
    {{"chair", "Chair"}, [](const Section& s) { return s.chair; }},
    {{"difference", "The difference we will see"}, [](const Section& s) { return s.difference; }},
    {{"withdrawn_why", "Withdrawn"}, [](const Section& s) { return s.withdrawn_why; }},
    {{"tags", ""}, [](const Section& s) { return s.tags; }},
    {{"adopted_on", "Adopted on", Part::state, spoken_day},
     [](const Section& s) { return raw(s.adopted_on); }},
    {{"adopted_by", "Adopted by"}, [](const Section& s) { return s.adopted_by; }},
    {{"adopted_evidence", "Adopted on the evidence of"},
     [](const Section& s) { return s.adopted_evidence; }},
    {{"stepped_down_on", "Stepped down on", Part::state, spoken_day},
     [](const Section& s) { return raw(s.stepped_down_on); }},
    {{"stepped_down_why", "Why stepped down"}, [](const Section& s) { return s.stepped_down_why; }},
    {{"prevalence", "Prevalence"}, [](const Section& s) { return s.prevalence; }},
    {{"pathways", "Pathways"}, [](const Section& s) { return s.pathways; }},
    {{"commissioning", "Commissioning"}, [](const Section& s) { return s.commissioning; }},
    {{"impact", "Impact and voice"}, [](const Section& s) { return s.impact; }},
    {{"follows", ""}, [](const Section& s) { return raw(s.follows); }},
    {{"reviewed_on", "Reviewed on", Part::state, spoken_day},
     [](const Section& s) { return raw(s.reviewed_on); }},
    {{"review_outcome", "Outcome of the review", Part::state, spoken_outcome},
     [](const Section& s) { return s.review_outcome; }},
    {{"review_words", "Said in the review"}, [](const Section& s) { return s.review_words; }},
};

constexpr Kept<TagNames> names_kept[] = {
    {{"themes", "Themes", Part::echo}, [](const TagNames& n) { return n.themes; }},
    {{"flourish", "FLOURISH domains", Part::echo}, [](const TagNames& n) { return n.flourish; }},
};

constexpr Kept<Objective> objective_kept[] = {
    {{"title", "Title"}, [](const Objective& o) { return o.title; }},
    {{"section", ""}, [](const Objective& o) { return o.section.str(); }},
    {{"position", "Position"}, [](const Objective& o) { return std::to_string(o.position); }},
    {{"words", "Words"}, [](const Objective& o) { return o.words; }},
    {{"withdrawn_why", "Withdrawn"}, [](const Objective& o) { return o.withdrawn_why; }},
};

constexpr Kept<WholeAction> action_kept[] = {
    {{"reference", "Reference"}, [](const WholeAction& w) { return w.action.reference; }},
    {{"plan", ""}, [](const WholeAction& w) { return w.action.plan.str(); }},
    {{"section", ""}, [](const WholeAction& w) { return w.action.section.str(); }},
    {{"section_name", "Priority", Part::echo}, [](const WholeAction& w) { return w.section_name; }},
    {{"objective", ""}, [](const WholeAction& w) { return w.action.objective.str(); }},
    {{"objective_title", "Objective", Part::echo},
     [](const WholeAction& w) { return w.objective_title; }},
    {{"position", "Place in the plan"},
     [](const WholeAction& w) { return std::to_string(w.action.position); }},
    {{"title", "Title"}, [](const WholeAction& w) { return w.action.title; }},
    {{"words", "Action"}, [](const WholeAction& w) { return w.action.words; }},
    {{"owner", ""}, [](const WholeAction& w) { return raw(w.action.owner); }},
    {{"owner_name", "Owner", Part::echo},
     [](const WholeAction& w) { return w.action.owner_name.value_or(""); }},
    {{"date_words", "Target date"}, [](const WholeAction& w) { return w.action.target.words; }},
    {{"date_kind", ""}, [](const WholeAction& w) { return w.action.target.kind; }},
    {{"date_meaning", "Understood as"},
     [](const WholeAction& w) { return w.action.target.meaning; }},
    {{"date_doubt", ""}, [](const WholeAction& w) { return w.action.target.doubt; }},
    {{"earliest", ""}, [](const WholeAction& w) { return raw(w.action.target.earliest); }},
    {{"latest", ""}, [](const WholeAction& w) { return raw(w.action.target.latest); }},
    {{"period_months", ""},
     [](const WholeAction& w) { return raw(w.action.target.period.months); }},
    {{"period_days", ""}, [](const WholeAction& w) { return raw(w.action.target.period.days); }},
    {{"deadline", "Due", Part::state, spoken_day},
     [](const WholeAction& w) { return raw(w.action.deadline); }},
    {{"status", "Status", Part::state, spoken_status},
     [](const WholeAction& w) { return string(to_text(w.action.status)); }},
    {{"stopped_why", "Why blocked or stopped"},
     [](const WholeAction& w) { return w.action.stopped_why; }},
    {{"adopted_on", ""}, [](const WholeAction& w) { return iso(w.action.adopted_on); }},
    {{"last_update", ""}, [](const WholeAction& w) { return raw(w.action.last_update); }},
    {{"steps", ""}, [](const WholeAction& w) { return raw(w.action.steps); }},
    {{"steps_done", ""}, [](const WholeAction& w) { return raw(w.action.steps_done); }},
    {{"evidence", "Pieces of evidence"},
     [](const WholeAction& w) { return raw(w.action.evidence); }},
    {{"withdrawn_why", "Withdrawn"}, [](const WholeAction& w) { return w.action.withdrawn_why; }},
    {{"tags", ""}, [](const WholeAction& w) { return w.action.tags; }},
    {{"lead", ""}, [](const WholeAction& w) { return raw(w.action.lead); }},
    {{"lead_name", "Lead", Part::echo},
     [](const WholeAction& w) { return w.action.lead_name.value_or(""); }},
    {{"contributors", ""}, [](const WholeAction& w) { return w.action.contributors; }},
    {{"contributor_names", "Contributors", Part::echo},
     [](const WholeAction& w) { return w.contributors; }},
    {{"waits_for", ""}, [](const WholeAction& w) { return w.action.waits_for; }},
    // Not which: one of them may be restricted from whoever reads this version.
    {{"waits_for_number", "Waits for", Part::echo},
     [](const WholeAction& w) { return number_of_actions(w.action.waits_for); }},
    {{"follows", ""}, [](const WholeAction& w) { return raw(w.action.follows); }},
    {{"left_behind_why", "Why the next edition left it"},
     [](const WholeAction& w) { return w.action.left_behind_why; }},
    {{"themes", "Themes", Part::echo}, [](const WholeAction& w) { return w.themes; }},
    {{"flourish", "FLOURISH domains", Part::echo}, [](const WholeAction& w) { return w.flourish; }},
};

constexpr Kept<Step> step_kept[] = {
    {{"step.#.id", ""}, [](const Step& s) { return s.id.str(); }},
    {{"step.#.words", "Step #"}, [](const Step& s) { return s.words; }},
    {{"step.#.date_words", "Step #, by when"}, [](const Step& s) { return s.date_words; }},
    {{"step.#.date_meaning", "Step #, understood as"},
     [](const Step& s) { return s.date_meaning; }},
    {{"step.#.earliest", ""}, [](const Step& s) { return raw(s.earliest); }},
    {{"step.#.latest", ""}, [](const Step& s) { return raw(s.latest); }},
    {{"step.#.done_on", "Step #, done", Part::state, spoken_day},
     [](const Step& s) { return raw(s.done_on); }},
};

constexpr Kept<Note> note_kept[] = {
    {{"note.#.heading", "Heading # in the document"}, [](const Note& n) { return n.heading; }},
    {{"note.#.words", "Words under heading #"}, [](const Note& n) { return n.words; }},
};

constexpr Kept<BroughtProgress> progress_kept[] = {
    {{"progress.#.id", "", Part::brought}, [](const BroughtProgress& p) { return p.id; }},
    {{"progress.#.at", "", Part::brought}, [](const BroughtProgress& p) { return iso(p.at); }},
    {{"progress.#.person", "", Part::brought}, [](const BroughtProgress& p) { return p.person; }},
    {{"progress.#.before", "", Part::brought},
     [](const BroughtProgress& p) { return string(to_text(p.before)); }},
    {{"progress.#.status", "", Part::brought},
     [](const BroughtProgress& p) { return string(to_text(p.status)); }},
    {{"progress.#.words", "What happened", Part::brought},
     [](const BroughtProgress& p) { return p.words; }},
    {{"progress.#.true_from", "", Part::brought},
     [](const BroughtProgress& p) { return iso(p.true_from); }},
};

constexpr Kept<BroughtEvidence> evidence_kept[] = {
    {{"piece.#.id", "", Part::brought}, [](const BroughtEvidence& e) { return e.id; }},
    {{"piece.#.at", "", Part::brought}, [](const BroughtEvidence& e) { return iso(e.at); }},
    {{"piece.#.person", "", Part::brought}, [](const BroughtEvidence& e) { return e.person; }},
    {{"piece.#.title", "Evidence", Part::brought},
     [](const BroughtEvidence& e) { return e.title; }},
    {{"piece.#.words", "What it shows", Part::brought},
     [](const BroughtEvidence& e) { return e.words; }},
    {{"piece.#.link", "Link", Part::brought}, [](const BroughtEvidence& e) { return e.link; }},
    {{"piece.#.true_from", "", Part::brought},
     [](const BroughtEvidence& e) { return iso(e.true_from); }},
};

constexpr auto reason_fields = history::fields_of(reason);
constexpr auto named_reason_fields = history::joined(history::fields_of(names_kept), reason_fields);
constexpr auto plan_fields = history::joined(history::fields_of(plan_kept), named_reason_fields);
constexpr auto section_fields =
    history::joined(history::fields_of(section_kept), named_reason_fields);
constexpr auto objective_fields =
    history::joined(history::fields_of(objective_kept), reason_fields);
constexpr auto part_fields = history::joined(
    history::joined(history::fields_of(step_kept), history::fields_of(note_kept)),
    history::joined(history::fields_of(progress_kept), history::fields_of(evidence_kept)));
constexpr auto action_fields =
    history::joined(history::joined(history::fields_of(action_kept), part_fields), reason_fields);

template<class Record, std::size_t Size>
Content content_from(const Kept<Record> (&kept)[Size], const Record& record, std::string_view why) {
    Content content;
    history::put(content, kept, record);
    history::put(content, reason, string(why));
    return content;
}

template<class Record, std::size_t Size>
void put_all(Content& content, const Kept<Record> (&kept)[Size],
             const std::vector<Record>& records) {
    int number = 0;
    for (const auto& record : records) history::put(content, kept, record, ++number);
}

} // namespace

Content content_of(const Plan& plan, std::string_view why, const TagNames& names) {
    auto content = content_from(plan_kept, plan, why);
    history::put(content, names_kept, names);
    return content;
}
Content content_of(const Section& section, std::string_view why, const TagNames& names) {
    auto content = content_from(section_kept, section, why);
    history::put(content, names_kept, names);
    return content;
}
Content content_of(const Objective& objective, std::string_view why) {
    return content_from(objective_kept, objective, why);
}

Content content_of(const WholeAction& whole, std::string_view why) {
    auto content = content_from(action_kept, whole, why);
    put_all(content, step_kept, whole.steps);
    put_all(content, note_kept, whole.notes);
    put_all(content, progress_kept, whole.progress);
    put_all(content, evidence_kept, whole.evidence);
    return content;
}

Content content_of(const BroughtProgress& progress, int number) {
    Content content;
    history::put(content, progress_kept, progress, number);
    return content;
}
Content content_of(const BroughtEvidence& evidence, int number) {
    Content content;
    history::put(content, evidence_kept, evidence, number);
    return content;
}

history::Fields fields_of(std::string_view kind) {
    if (kind == "plan") return plan_fields;
    if (kind == "section") return section_fields;
    if (kind == "objective") return objective_fields;
    if (kind == "action") return action_fields;
    if (kind == recommendations::record_kind) return recommendations::fields();
    if (kind == responses::record_kind) return responses::fields();
    return {};
}

std::string said_label(const terms::Words& words, std::string_view label) {
    if (label == "Priority") return words.heading(terms::Word::priority);
    if (label == "Place in the plan") return words.say("Place in the [plan]");
    return words.say(label);
}

} // namespace openmasa::plan
