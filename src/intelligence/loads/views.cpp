#include "intelligence/loads/views.hpp"
#include "intelligence/tabs.hpp"
#include "kernel/text.hpp"
#include "web/pages/layout.hpp"
#include "web/ui/button.hpp"
#include "web/ui/field.hpp"
#include "web/ui/summary_list.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::intelligence {
namespace {

/// So many rows of each kind are on the page; the rest is counted.
constexpr std::size_t most_shown = 200;

Html count_item(std::int64_t count, std::string_view anchor, std::string_view word) {
    const auto name =
        count == 0 || anchor.empty()
            ? html("<span>{}</span>", word)
            : html(R"(<a class="govuk-link govuk-link--no-visited-state" href="#{}">{}</a>)",
                   anchor, word);
    return html(R"(<li{}><b>{}</b>{}</li>
)",
                when(anchor == "refused" && count > 0, html(R"( class="om-counts__doubt")")),
                shown(double(count)), name);
}

std::string_view differing(std::int64_t number) {
    return number == 1 ? "differs from what is here" : "differ from what is here";
}

Html counts(const Preview& seen) {
    return html(R"(<ul class="om-counts" aria-label="What saving would do">
{}{}{}{}{}</ul>
)",
                count_item(seen.counts.refused, "refused", "refused"),
                count_item(std::ssize(seen.doubts), "doubts", "to look at"),
                count_item(seen.counts.revised, "revised", differing(seen.counts.revised)),
                count_item(seen.counts.added, "", "new"),
                count_item(seen.counts.same, "", "the same"));
}

Html section(std::string_view id, const std::string& title, const Html& inside) {
    return html(
        R"(<section class="om-section" aria-labelledby="{}"><h2 class="govuk-heading-m" id="{}">{}</h2>
{}</section>
)",
        id, id, title, inside);
}

Html more_of(std::size_t all) {
    return when(all > most_shown,
                html(R"(<p class="om-quiet">The first {} are shown; {} more are like them.</p>
)",
                     most_shown, shown(double(all - most_shown))));
}

Html table_row(const std::string& what, int line, std::string_view say, const Html& words) {
    return html(
        R"(<tr class="govuk-table__row" role="row"><th scope="row" class="govuk-table__header" role="rowheader"><b class="om-strong">{}</b><span class="om-plan__meta">Line {}</span></th><td class="govuk-table__cell" role="cell" data-say="{}:">{}</td></tr>
)",
        what, line, say, words);
}

template<class Rows, class Words>
Html rows_table(std::string_view caption, std::string_view say, const Rows& rows, std::size_t all,
                Words words) {
    Html lines;
    std::size_t shown_rows = 0;
    for (const auto& row : rows)
        if (++shown_rows <= most_shown) lines += table_row(row.what, row.line, say, words(row));
    return html(
        R"(<table class="govuk-table om-stack om-diff" role="table"><caption class="govuk-visually-hidden">{}</caption>
<thead class="govuk-table__head" role="rowgroup"><tr class="govuk-table__row" role="row"><th scope="col" class="govuk-table__header" role="columnheader">Figure</th><th scope="col" class="govuk-table__header" role="columnheader">{}</th></tr></thead>
<tbody class="govuk-table__body" role="rowgroup">
{}</tbody></table>
{})",
        caption, say, lines, more_of(all));
}

Html what_is_wrong(const Preview& seen) {
    Html sections;
    if (!seen.refused.empty())
        sections +=
            section("refused", fmt::format("{} refused", shown(double(seen.refused.size()))),
                    rows_table("Rows that are refused", "Why", seen.refused, seen.refused.size(),
                               [](const RefusedRow& row) { return escaped(row.why); }));
    if (!seen.doubts.empty())
        sections += section(
            "doubts", fmt::format("{} to look at", shown(double(seen.doubts.size()))),
            html(R"(<p class="om-measure">They are kept as they were published.</p>
{})",
                 rows_table("Figures to look at", "What is odd", seen.doubts, seen.doubts.size(),
                            [](const Doubt& row) { return escaped(row.why); })));
    return sections;
}

Html revisions(const Preview& seen) {
    if (seen.revisions.empty()) return {};
    return section(
        "revised",
        fmt::format("{} {}", shown(double(seen.counts.revised)), differing(seen.counts.revised)),
        rows_table(
            "Figures that differ", "What changes", seen.revisions,
            static_cast<std::size_t>(seen.counts.revised), [](const Revision& row) {
                return html(
                    R"(<del><span class="govuk-visually-hidden">Was: </span>{}</del> <ins><span class="govuk-visually-hidden">Now: </span>{}</ins>)",
                    row.was, row.now);
            }));
}

template<class Item, class Name>
Html names_of(std::string_view one, std::string_view many, const std::vector<Item>& items,
              Name name) {
    Html list;
    std::size_t all = 0;
    for (const auto& item : items) {
        if (!item.is_new) continue;
        if (++all <= most_shown) append(list, "<li>{}</li>\n", name(item));
    }
    if (all == 0) return {};
    return html(
        R"(<details class="govuk-details om-plain-details"><summary class="govuk-details__summary"><span class="govuk-details__summary-text">{} not known yet</span></summary><div class="govuk-details__text"><ul class="govuk-list govuk-list--bullet">
{}</ul>{}</div></details>
)",
        so_many(std::int64_t(all), one, many), list, more_of(all));
}

Html what_is_new(const Preview& seen) {
    return names_of("indicator", "indicators", seen.indicators,
                    [](const PlannedIndicator& one) { return one.indicator.definition.title; }) +
           names_of("area", "areas", seen.areas,
                    [](const PlannedArea& one) { return one.area.name; });
}

Html remarks(const Preview& seen) {
    Html items;
    if (seen.before && seen.before->saved_at)
        append(items, "<li>The same file was loaded on {} by {}.</li>\n",
               spoken_long(london_day(*seen.before->saved_at)), seen.before->who);
    for (const auto& remark : seen.reading.remarks) append(items, "<li>{}</li>\n", remark);
    return when(!items.empty(), html(R"(<ul class="govuk-list govuk-list--bullet">
{}</ul>
)",
                                     items));
}

std::string what_saving_does(const Preview& seen) {
    const auto& counts = seen.counts;
    auto words = "Saving adds " + counted_in(seen.reading.format, counts.added);
    const auto things = things_in(seen.reading.format);
    if (things != "areas" && things != "indicators")
        words += fmt::format(" and revises {}", shown(double(counts.revised)));
    words += ", under your name.";
    if (counts.refused > 0)
        words += fmt::format(" {} left out.", so_many(counts.refused, "row is", "rows are"));
    return words;
}

std::string why_nothing_is_saved(const LoadCounts& counts) {
    if (counts.refused == 0) return "There is nothing to save.";
    return fmt::format("{} refused{}. Nothing can be saved until the file is mended: the reasons "
                       "stand above, line by line.",
                       so_many(counts.refused, "row is", "rows are"),
                       counts.same > 0 ? ", and the rest is here already" : "");
}

Html confirmation(const PreviewPage& page) {
    const auto& counts = page.seen.counts;
    const bool may = page.seen.may_be_saved();
    Html ask;
    if (may && counts.revised > 0)
        ask = ui::checkboxes_field(
            {.name = "revisions",
             .legend = "What differs",
             .items = {{.text = fmt::format("{} may take the place of those that are here; those "
                                            "stay readable as superseded",
                                            shown(double(counts.revised))),
                        .value = "accept"}},
             .legend_classes = "govuk-fieldset__legend--s",
             .classes = "govuk-checkboxes--small"},
            page.problems);
    const auto words = may ? what_saving_does(page.seen) : why_nothing_is_saved(counts);
    return html(
        R"(<section class="om-confirm" aria-labelledby="confirm"><h2 id="confirm">{}</h2>
<p>{}</p>{}<div class="om-confirm__acts">{}<button type="submit" class="om-linkbutton" formaction="{}/leave">Leave it</button></div></section>
)",
        may                  ? "Save all of it, or nothing"
        : counts.refused > 0 ? "Nothing of it can be saved"
                             : "Everything in the file is here already",
        words, ask,
        may ? ui::button(
                  {.text = fmt::format("Load these {}", things_in(page.seen.reading.format))})
            : Html(),
        page.address);
}

/// What kind of file it was; nothing for figures that were entered by hand.
std::optional<Format> format_of(const Load& load) {
    for (int at = 0; at <= static_cast<int>(last_format); ++at)
        if (to_text(static_cast<Format>(at)) == load.format) return static_cast<Format>(at);
    return std::nullopt;
}

/// "12,345 new, 2 revised"; of a file of areas "157 areas new".
std::string what_it_did(const Load& load) {
    const auto& counts = load.counts;
    const auto format = format_of(load);
    const auto things = format ? things_in(*format) : "figures";
    const auto refused = shown(double(counts.refused)) + " refused";
    if (things == "areas" || things == "indicators")
        return fmt::format(
            "{} new, {}",
            counted_in(*format, things == "areas" ? counts.new_areas : counts.new_indicators),
            refused);
    return fmt::format("{} new, {} revised, {} the same, {}", shown(double(counts.added)),
                       shown(double(counts.revised)), shown(double(counts.same)), refused);
}

std::string day_of(const Load& load) {
    return load.saved_at ? openmasa::spoken(london_day(*load.saved_at)) : "Not saved";
}

std::string format_words(const Load& load) {
    const auto format = format_of(load);
    return format ? std::string(spoken(*format)) : load.format;
}

/// Only for one that brought figures and still has them.
Html taking_back(const LoadPage& page) {
    const auto& load = page.load;
    if (!page.may_take_back || !load.saved_at || load.taken_back_at ||
        !counts_figures(load.format) || load.counts.added + load.counts.revised == 0)
        return {};
    std::string words = so_many(load.counts.added, "figure goes", "figures go");
    if (load.counts.revised > 0)
        words =
            fmt::format("{}, and {} again as before", words,
                        so_many(load.counts.revised, "revised one stands", "revised ones stand"));
    return html(
        R"(<form action="/indicators/loads/{}/take-back" method="post">{}<section class="om-confirm" aria-labelledby="take-back"><h2 id="take-back">Was it a mistake?</h2>
<p>{}. The file is kept, and can be loaded again. A figure that a later file has, too, came with this one and goes with it: load the later file again.</p><div class="om-confirm__acts">{}</div></section></form>
)",
        load.id, page.form_token, words,
        ui::button({.text = "Take this load back", .classes = "govuk-button--secondary"}));
}

} // namespace

Html upload_view(const UploadPage& page) {
    return html(
        R"({}{}<form class="om-form" action="/indicators/import" method="post" enctype="multipart/form-data" novalidate>{}
{}<div class="om-form__acts">{}<a class="govuk-link" href="/indicators/loads">Leave it</a></div></form>
)",
        ui::problems_summary(page.problems),
        pages::head(
            {.title = "Load figures",
             .sentence = html("You see what becomes of every row before anything is saved."),
             .verbs = {},
             .facts = {},
             .caption = {}}),
        page.form_token,
        ui::file_field({.name = "file",
                        .label = "The file, as it was published",
                        .hint =
                            "CSV, 20 MB at most: from Explore Education Statistics, the Local "
                            "Authority Interactive Tool (areas first, then the dictionary, then "
                            "figures) or Fingertips; statistical neighbours; outlines of areas as "
                            "GeoJSON.",
                        .accept = ".csv,.geojson,.json",
                        .label_classes = "govuk-label--s"},
                       page.problems),
        ui::button({.text = "Look at the figures"}));
}

Html preview_view(const PreviewPage& page) {
    const auto& seen = page.seen;
    return html(
        R"({}{}{}{}{}{}{}<form action="{}" method="post">{}<input type="hidden" name="state" value="{}">
{}</form>)",
        ui::problems_summary(page.problems),
        pages::head(
            {.title =
                 fmt::format("Check the {} before you load them", things_in(seen.reading.format)),
             .sentence = html("Nothing has been saved yet."),
             .verbs = {},
             .facts = {html(R"(<b class="om-address">{}</b>, {})", page.file_name,
                            spoken(seen.reading.format)),
                       html("{}", counted_in(seen.reading.format, std::int64_t(seen.rows())))},
             .caption = {}}),
        counts(seen), remarks(seen), what_is_new(seen), what_is_wrong(seen), revisions(seen),
        page.address, page.form_token, seen.state, confirmation(page));
}

Html loads_view(const LoadsPage& page) {
    Html rows;
    for (const auto& load : page.loads)
        append(
            rows,
            R"(<tr class="govuk-table__row" role="row"><th scope="row" class="govuk-table__header" role="rowheader"><a class="govuk-link om-address" href="/indicators/loads/{}">{}</a><span class="om-plan__meta">{}</span></th><td class="govuk-table__cell" role="cell" data-say="Loaded:">{}, {}</td><td class="govuk-table__cell" role="cell" data-say="What it did:">{}</td></tr>
)",
            load.id, load.file_name, format_words(load), day_of(load), load.who,
            load.taken_back_at ? "Taken back" : what_it_did(load));
    const auto table = html(
        R"(<table class="govuk-table om-stack" role="table"><caption class="govuk-visually-hidden">Loads, the newest first</caption>
<thead class="govuk-table__head" role="rowgroup"><tr class="govuk-table__row" role="row"><th scope="col" class="govuk-table__header" role="columnheader">File</th><th scope="col" class="govuk-table__header" role="columnheader">Loaded</th><th scope="col" class="govuk-table__header" role="columnheader">What it did</th></tr></thead>
<tbody class="govuk-table__body" role="rowgroup">
{}</tbody></table>
)",
        rows);
    return pages::head(
               {.title = "Loads of figures",
                .sentence = page.loads.empty() ? html("No figures have been loaded yet.")
                                               : html("Each figure says which load it came with."),
                .verbs = when(page.may_load,
                              ui::button({.text = "Load figures", .href = "/indicators/import"})),
                .facts = {},
                .caption = {}}) +
           tabs(Tab::loads) + when(!page.loads.empty(), table);
}

Html load_view(const LoadPage& page) {
    const auto& load = page.load;
    ui::SummaryList list;
    const auto add = [&](std::string_view key, const std::string& value) {
        list.rows.push_back({.key = std::string(key), .value = value});
    };
    add("Kind of file", format_words(load));
    add("Loaded", day_of(load) + ", " + load.who);
    if (load.taken_back_at)
        add("Taken back", openmasa::spoken(london_day(*load.taken_back_at)) +
                              ". Its figures are gone; its file is kept.");
    add(counts_figures(load.format) ? "Figures" : "What it did", what_it_did(load));
    add("New indicators", shown(double(load.counts.new_indicators)));
    add("New areas", shown(double(load.counts.new_areas)));
    list.rows.push_back({.key = "SHA-256 of the file",
                         .value = html(R"(<span class="om-address">{}</span>)", load.digest)});
    return ui::problems_summary(page.problems) +
           pages::head({.title = load.file_name,
                        .sentence = {},
                        .verbs = {},
                        .facts = {},
                        .caption = "Load of figures"}) +
           ui::summary_list(list) + taking_back(page);
}

} // namespace openmasa::intelligence
