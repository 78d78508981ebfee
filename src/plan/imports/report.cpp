#include "plan/imports/report.hpp"
#include "kernel/text.hpp"
#include "plan/imports/draft_json.hpp"
#include <fmt/format.h>

namespace openmasa::imports {
namespace {

constexpr Fate all_fates[] = {Fate::added, Fate::changed, Fate::same, Fate::gone};

void write_counts(JsonWriter& json, const Preview& seen) {
    const auto counts = count(seen.draft);
    json.key("counts").begin_object();
    json.pair("sections", counts.sections).pair("priorities", counts.priorities);
    json.pair("without_owner", counts.without_owner).pair("objectives", counts.objectives);
    json.pair("actions", counts.actions)
        .pair("without_date", counts.without_date)
        .pair("doubtful", counts.doubtful);
    for (auto fate : all_fates) json.pair(name(fate), seen.comparison.count(fate));
    json.end_object();
}

void write_change(JsonWriter& json, const Preview& seen, const Match& match) {
    json.begin_object().pair("fate", name(match.fate));
    const auto* old = match.existing ? &seen.existing.actions[*match.existing] : nullptr;
    json.key("reference");
    old ? json.value(old->reference) : json.null();
    json.pair("title", match.spot ? action_at(seen.draft, *match.spot).title : old->title);
    json.key("changes").begin_array();
    for (const auto& change : match.changes)
        json.begin_object()
            .pair("name", change.name)
            .pair("was", change.was)
            .pair("now", change.now)
            .end_object();
    json.end_array().end_object();
}

std::string doubt_words(const Doubt& doubt) {
    auto text = fmt::format("  {} ({})\n", doubt.headline, doubt.where);
    if (!doubt.options.empty())
        text += fmt::format("    understood as: {}\n",
                            one_line(doubt.options[doubt.chosen].label + " " +
                                     doubt.options[doubt.chosen].meaning));
    return text;
}

std::string action_words(const Action& action) {
    const auto words = one_line(action.date_words);
    const auto reading = in_full(action.target);
    return fmt::format("    {}\n      {}\n", action.title,
                       words.empty() ? "no date" : fmt::format("\"{}\": {}", words, reading));
}

std::string plan_words(const Draft& draft) {
    std::string text;
    for (const auto& section : draft.sections) {
        text +=
            fmt::format("\n{}{}\n", section.name, section.is_priority ? "" : " (not a priority)");
        text += fmt::format("  owner: {}\n", section.owner.empty() ? "none" : section.owner);
        for (const auto& objective : section.objectives) {
            text += fmt::format("  {}\n", objective.title);
            for (const auto& action : objective.actions) text += action_words(action);
        }
    }
    return text;
}

} // namespace

std::string report_json(const Preview& seen, const std::optional<std::string>& saved) {
    JsonWriter json;
    json.begin_object().pair("saved", saved).pair("edition", seen.edition);
    write_counts(json, seen);
    json.key("changes").begin_array();
    for (const auto& match : seen.comparison.matches) write_change(json, seen, match);
    json.end_array();
    json.key("plan");
    write(json, seen.draft);
    json.end_object();
    return json.text() + "\n";
}

std::string report_words(const Preview& seen, const std::optional<std::string>& saved) {
    const auto counts = count(seen.draft);
    auto text =
        fmt::format("{}\n{} ({} priorities, {} without an owner), {}, {}, {} without any date\n",
                    seen.draft.title, counted(counts.sections, "section"), counts.priorities,
                    counts.without_owner, counted(counts.objectives, "objective"),
                    counted(counts.actions, "action"), counts.without_date);
    const auto& done = seen.comparison;
    text += fmt::format("{} new, {} changed, {} the same, {} gone\n", done.count(Fate::added),
                        done.count(Fate::changed), done.count(Fate::same), done.count(Fate::gone));
    if (!seen.draft.doubts.empty()) text += "\nDoubtful:\n";
    for (const auto& doubt : seen.draft.doubts) text += doubt_words(doubt);
    text += plan_words(seen.draft);
    text +=
        saved ? fmt::format("\nSaved as plan {}.\n", *saved)
              : "\nNothing has been saved. Save it with --confirm, or on the page /plans/import,\n"
                "where doubtful rows can be decided.\n";
    return text;
}

} // namespace openmasa::imports
