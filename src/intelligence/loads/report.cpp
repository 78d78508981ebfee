#include "intelligence/loads/report.hpp"
#include "kernel/json.hpp"
#include "kernel/london_time.hpp"
#include "kernel/text.hpp"
#include <fmt/format.h>

namespace openmasa::intelligence {
namespace {

/// So many of each kind are printed; the rest is counted.
constexpr std::size_t most_printed = 20;

template<class Rows, class Line>
void add_rows(std::string& words, std::string_view heading, const Rows& rows, Line line,
              std::size_t all) {
    if (rows.empty()) return;
    words += fmt::format("\n{}\n", heading);
    std::size_t printed = 0;
    for (const auto& row : rows) {
        if (printed++ == most_printed) break;
        words += line(row);
    }
    if (all > most_printed)
        words += fmt::format("  ... and {} more\n", shown(double(all - most_printed)));
}

std::string ending(const Preview& seen, bool saved) {
    if (saved) return "\nSaved.\n";
    if (!seen.may_be_saved())
        return seen.counts.refused > 0
                   ? "\nNothing can be saved until the refused lines are mended.\n"
                   : "\nThere is nothing to save.\n";
    return fmt::format("\nNothing was saved; --confirm saves it{}.\n",
                       seen.counts.revised ? ", with --revisions those that differ" : "");
}

} // namespace

std::string report_words(const Preview& seen, bool saved) {
    const auto& counts = seen.counts;
    auto words = fmt::format(
        "{}: {}\n  new {}, revised {}, the same {}, refused {}\n", spoken(seen.reading.format),
        counted_in(seen.reading.format, std::int64_t(seen.rows())), shown(double(counts.added)),
        shown(double(counts.revised)), shown(double(counts.same)), shown(double(counts.refused)));
    if (counts.new_indicators || counts.new_areas)
        words += fmt::format("  not known yet: {} and {}\n",
                             so_many(counts.new_indicators, "indicator", "indicators"),
                             so_many(counts.new_areas, "area", "areas"));
    if (seen.before && seen.before->saved_at)
        words +=
            fmt::format("  The same file was loaded on {} by {}.\n",
                        openmasa::spoken(london_day(*seen.before->saved_at)), seen.before->who);
    for (const auto& remark : seen.reading.remarks) words += "  " + remark + "\n";
    add_rows(
        words, "Revised:", seen.revisions,
        [](const Revision& one) {
            return fmt::format("  line {}: {}: {} -> {}\n", one.line, one.what, one.was, one.now);
        },
        static_cast<std::size_t>(counts.revised));
    const auto with_why = [](const auto& one) {
        return fmt::format("  line {}: {}: {}\n", one.line, one.what, one.why);
    };
    add_rows(words, "To look at:", seen.doubts, with_why, seen.doubts.size());
    add_rows(words, "Refused:", seen.refused, with_why, seen.refused.size());
    return words + ending(seen, saved);
}

std::string report_json(const Preview& seen, bool saved) {
    const auto& counts = seen.counts;
    JsonWriter json;
    json.begin_object()
        .pair("format", to_text(seen.reading.format))
        .pair("figures", seen.reading.figures.size())
        .pair("new", counts.added)
        .pair("revised", counts.revised)
        .pair("same", counts.same)
        .pair("refused", counts.refused)
        .pair("new_indicators", counts.new_indicators)
        .pair("new_areas", counts.new_areas)
        .pair("saved", saved);
    json.key("revisions").begin_array();
    for (const auto& one : seen.revisions)
        json.begin_object()
            .pair("line", one.line)
            .pair("what", std::string_view(one.what))
            .pair("was", std::string_view(one.was))
            .pair("now", std::string_view(one.now))
            .end_object();
    json.end_array();
    const auto rows = [&](std::string_view key, const auto& list) {
        json.key(key).begin_array();
        for (const auto& one : list)
            json.begin_object()
                .pair("line", one.line)
                .pair("what", std::string_view(one.what))
                .pair("why", std::string_view(one.why))
                .end_object();
        json.end_array();
    };
    rows("to_look_at", seen.doubts);
    rows("refused_rows", seen.refused);
    json.end_object();
    return json.text() + "\n";
}

} // namespace openmasa::intelligence
