#include "plan/imports/draft_json.hpp"

namespace openmasa::imports {
namespace {

void write_counts(JsonWriter& json, const Draft& draft) {
    const Counts counts = count(draft);
    json.key("counts").begin_object();
    json.pair("sections", counts.sections).pair("priorities", counts.priorities);
    json.pair("without_owner", counts.without_owner).pair("objectives", counts.objectives);
    json.pair("actions", counts.actions).pair("without_date", counts.without_date);
    json.pair("doubtful", counts.doubtful).pair("tables", draft.tables).pair("rows", draft.rows);
    json.pair("other_tables", draft.other_tables).end_object();
}

void write_place(JsonWriter& json, const Place& place) {
    json.key("place").begin_object().pair("table", place.table);
    json.pair("first_row", place.first_row).pair("last_row", place.last_row).end_object();
}

void write_strings(JsonWriter& json, std::string_view key, const std::vector<std::string>& all) {
    json.key(key).begin_array();
    for (const auto& one : all) json.value(one);
    json.end_array();
}

void write_date(JsonWriter& json, const TargetDate& target) {
    json.key("target");
    write(json, target);
}

void write_steps(JsonWriter& json, const std::vector<Step>& steps) {
    json.key("steps").begin_array();
    for (const auto& step : steps) {
        json.begin_object().pair("words", step.words);
        write_date(json, step.target);
        json.end_object();
    }
    json.end_array();
}

void write_notes(JsonWriter& json, const std::vector<Note>& notes) {
    json.key("notes").begin_array();
    for (const auto& note : notes)
        json.begin_object().pair("header", note.header).pair("words", note.words).end_object();
    json.end_array();
}

void write_action(JsonWriter& json, const Action& action) {
    json.begin_object().pair("reference", action.reference).pair("title", action.title);
    json.pair("text", action.text).pair("owner", action.owner);
    json.pair("date_words", action.date_words);
    write_date(json, action.target);
    write_steps(json, action.steps);
    json.pair("status_words", action.status_words).key("status");
    action.status ? json.value(name(*action.status)) : json.null();
    json.pair("progress", action.progress);
    write_notes(json, action.notes);
    write_place(json, action.place);
    write_strings(json, "doubts", action.doubts);
    json.end_object();
}

void write_objective(JsonWriter& json, const Objective& objective) {
    json.begin_object().pair("title", objective.title).pair("text", objective.text);
    json.key("actions").begin_array();
    for (const auto& action : objective.actions) write_action(json, action);
    json.end_array().end_object();
}

void write_section(JsonWriter& json, const Section& section) {
    json.begin_object().pair("name", section.name).pair("remark", section.remark);
    json.pair("is_priority", section.is_priority).pair("owner", section.owner);
    json.pair("chair", section.chair);
    write_strings(json, "difference", section.difference);
    json.key("objectives").begin_array();
    for (const auto& objective : section.objectives) write_objective(json, objective);
    json.end_array().end_object();
}

void write_evidence(JsonWriter& json, const Doubt& doubt) {
    json.key("evidence").begin_array();
    for (const auto& evidence : doubt.evidence) {
        json.begin_object().pair("label", evidence.label).key("words").begin_array();
        for (const auto& fragment : evidence.fragments)
            json.begin_object()
                .pair("words", fragment.words)
                .pair("marked", fragment.marked)
                .end_object();
        json.end_array().end_object();
    }
    json.end_array();
}

void write_options(JsonWriter& json, const Doubt& doubt) {
    json.key("options").begin_array();
    for (const auto& option : doubt.options)
        json.begin_object()
            .pair("label", option.label)
            .pair("meaning", option.meaning)
            .end_object();
    json.end_array().pair("chosen", doubt.chosen);
}

void write_doubt(JsonWriter& json, const Doubt& doubt) {
    json.begin_object().pair("id", doubt.id).pair("kind", name(doubt.kind));
    json.pair("where", doubt.where);
    write_place(json, doubt.place);
    json.pair("section", doubt.section).pair("objective", doubt.objective);
    json.pair("action", doubt.action).pair("headline", doubt.headline);
    write_evidence(json, doubt);
    write_options(json, doubt);
    json.end_object();
}

} // namespace

void write(JsonWriter& json, const Draft& draft) {
    json.begin_object().pair("title", draft.title).pair("period", draft.period);
    json.pair("edition", draft.edition);
    write_counts(json, draft);
    json.key("sections").begin_array();
    for (const auto& section : draft.sections) write_section(json, section);
    json.end_array().key("doubts").begin_array();
    for (const auto& doubt : draft.doubts) write_doubt(json, doubt);
    json.end_array().end_object();
}

} // namespace openmasa::imports
