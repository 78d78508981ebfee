#include "core/registers/report.hpp"
#include "kernel/json.hpp"
#include "kernel/text.hpp"
#include <fmt/format.h>

namespace openmasa::registers {
namespace {

constexpr Fate fates[] = {Fate::added, Fate::changed, Fate::same, Fate::refused, Fate::gone};

void write_row(JsonWriter& json, const JudgedRow& row) {
    json.begin_object()
        .pair("row", row.number)
        .pair("name", row.name)
        .pair("fate", to_text(row.fate));
    json.key("changes").begin_array();
    for (const auto& change : row.changes)
        json.begin_object()
            .pair("column", change.label)
            .pair("was", change.was)
            .pair("now", change.now)
            .end_object();
    json.end_array().key("problems").begin_array();
    for (const auto& problem : row.problems)
        json.begin_object().pair("column", problem.field).pair("words", problem.words).end_object();
    json.end_array().end_object();
}

std::string shown(std::string_view text) {
    return text.empty() ? std::string("nothing") : shortened(one_line(text), 60);
}

std::string words_of(const JudgedRow& row) {
    auto words = fmt::format("  row {}: {}\n", row.number, row.name.empty() ? "?" : row.name);
    for (const auto& problem : row.problems)
        words += fmt::format("    {}: {}\n", problem.field, problem.words);
    for (const auto& change : row.changes)
        words +=
            fmt::format("    {}: {} -> {}\n", change.label, shown(change.was), shown(change.now));
    return words;
}

std::string rows_with(const Preview& preview, Fate fate, std::string_view heading) {
    std::string words;
    for (const auto& row : preview.rows)
        if (row.fate == fate) words += words_of(row);
    return words.empty() ? words : fmt::format("\n{}:\n{}", heading, words);
}

std::string_view what_now(const Preview& preview, bool saved) {
    if (saved) return "\nSaved.\n";
    if (preview.policy == Policy::stop && preview.count(Fate::refused) > 0)
        return "\nNothing has been saved. Mend the refused rows, or leave them out with "
               "--policy skip.\n";
    if (!preview.may_be_saved()) return "\nThere is nothing to save.\n";
    return "\nNothing has been saved. Save it with --confirm.\n";
}

} // namespace

std::string report_json(const Preview& preview, bool saved) {
    JsonWriter json;
    json.begin_object()
        .pair("kind", preview.which.kind)
        .pair("policy", to_text(preview.policy))
        .pair("saved", saved)
        .pair("may_be_saved", preview.may_be_saved());
    json.key("counts").begin_object();
    for (auto fate : fates) json.pair(to_text(fate), preview.count(fate));
    json.end_object().key("rows").begin_array();
    for (const auto& row : preview.rows)
        if (row.fate != Fate::same) write_row(json, row);
    json.end_array().key("gone").begin_array();
    for (const auto& name : preview.gone) json.value(name);
    json.end_array().key("remarks").begin_array();
    for (const auto& remark : preview.remarks) json.value(remark);
    json.end_array().end_object();
    return json.text() + "\n";
}

std::string report_words(const Preview& preview, bool saved) {
    std::string words = fmt::format("{}: ", preview.which.title);
    for (auto fate : fates)
        words += fmt::format("{}{} {}", fate == Fate::added ? "" : ", ", preview.count(fate),
                             to_text(fate));
    words += "\n";
    for (const auto& remark : preview.remarks) words += remark + "\n";
    words += rows_with(preview, Fate::refused, "Refused");
    words += rows_with(preview, Fate::changed, "Changed");
    words += rows_with(preview, Fate::added, "New");
    return words + std::string(what_now(preview, saved));
}

} // namespace openmasa::registers
