#include "core/transitions/diagram.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::transitions {
namespace {

// The visual language: ink, quiet, harbour, the edge that means something (docs, structure chart).
constexpr std::string_view ink = "#14212b", quiet = "#4b5963", harbour = "#123a45",
                           edge = "#7b868e", guide = "#d9dee1", ground_now = "#e6f1ea";
constexpr std::string_view faces =
    "Segoe UI, system-ui, Roboto, Liberation Sans, Arial, sans-serif";

// All in pixels. The heads of the lanes are written upwards at an angle.
constexpr int margin = 8, head = 156, box_width = 176, box_height = 34, step = 48, lane_width = 40,
              first_lane = margin + box_width + 30;

int middle_of(std::size_t state) {
    return head + static_cast<int>(state) * step + box_height / 2;
}
int lane_at(std::size_t lane) {
    return first_lane + static_cast<int>(lane) * lane_width;
}

Html box(const DrawnState& state, std::size_t at, bool is_now) {
    const int y = middle_of(at) - box_height / 2;
    Html drawn = html(
        R"(<rect x="{}" y="{}" width="{}" height="{}" rx="{}" fill="{}" stroke="{}" stroke-width="{}"/>
)",
        margin, y, box_width, box_height, state.is_start ? box_height / 2 : 4,
        is_now ? ground_now : std::string_view("#ffffff"), is_now ? harbour : edge, is_now ? 3 : 1);
    if (state.is_end)
        append(drawn,
               R"(<rect x="{}" y="{}" width="{}" height="{}" rx="2" fill="none" stroke="{}"/>
)",
               margin + 3, y + 3, box_width - 6, box_height - 6, edge);
    append(drawn, R"(<text x="{}" y="{}" font-size="14" fill="{}" font-weight="{}">{}</text>
)",
           margin + 14, middle_of(at) + 5, ink,
           is_now ? std::string_view("700") : std::string_view("400"), state.words);
    return drawn;
}

/// From a state's box to the last lane that has a dot or an arrow at it.
Html guide_of(const std::vector<Lane>& lanes, std::size_t state) {
    std::optional<std::size_t> last;
    for (std::size_t at = 0; at < lanes.size(); ++at)
        if (lanes[at].to == state || std::ranges::count(lanes[at].from, state)) last = at;
    if (!last) return {};
    return html(R"(<line x1="{}" y1="{}" x2="{}" y2="{}" stroke="{}"/>
)",
                margin + box_width, middle_of(state), lane_at(*last), middle_of(state), guide);
}

std::string told(const Diagram& diagram, const Lane& lane) {
    std::vector<std::string> from;
    for (const auto state : lane.from) from.push_back(diagram.states[state].words);
    return fmt::format("{}: from {} to {}", lane.words, join(from, ", "),
                       diagram.states[lane.to].words);
}

/// The dots, the line, and from a ring the arrow into the box, along the row of its state.
Html lane_drawn(const Diagram& diagram, const Lane& lane, std::size_t at) {
    const int x = lane_at(at), to = middle_of(lane.to);
    int top = to, bottom = to;
    for (const auto state : lane.from) {
        top = std::min(top, middle_of(state));
        bottom = std::max(bottom, middle_of(state));
    }
    Html drawn = html(R"(<g><title>{}</title>
<line x1="{}" y1="{}" x2="{}" y2="{}" stroke="{}" stroke-width="2"/>
)",
                      told(diagram, lane), x, top, x, bottom, harbour);
    for (const auto state : lane.from)
        append(drawn, R"(<circle cx="{}" cy="{}" r="5" fill="{}"/>
)",
               x, middle_of(state), harbour);
    const int tip = margin + box_width + 3;
    append(drawn, R"svg(<line x1="{}" y1="{}" x2="{}" y2="{}" stroke="{}" stroke-width="2"/>
<path d="M{} {}l10 -5v10z" fill="{}"/>
<circle cx="{}" cy="{}" r="4" fill="#ffffff" stroke="{}" stroke-width="2"/>
<text x="{}" y="{}" font-size="13" fill="{}" transform="rotate(-55 {} {})">{}</text></g>
)svg",
           x, to, tip + 8, to, harbour, tip, to, harbour, x, to, harbour, x + 4, head - 8, quiet,
           x + 4, head - 8, lane.words);
    return drawn;
}

} // namespace

std::string who_may(Permission permission, const terms::Words& words) {
    std::vector<std::string> everywhere, theirs;
    for (const auto role : all_roles) {
        const auto far = reach(role, permission);
        if (far == Reach::everywhere) everywhere.push_back(spoken(role, words));
        if (far == Reach::within) theirs.push_back(spoken(role, words));
    }
    if (!theirs.empty()) everywhere.push_back(join(theirs, ", ") + " (of what is theirs)");
    return join(everywhere, ", ");
}

std::vector<Lane> lanes_of(const Diagram& diagram) {
    std::vector<Lane> lanes;
    for (const auto& move : diagram.moves) {
        const auto same = std::ranges::find_if(lanes, [&](const Lane& lane) {
            return lane.words == move.words && lane.to == move.to;
        });
        if (same == lanes.end())
            lanes.push_back({move.words, {move.from}, move.to});
        else
            same->from.push_back(move.from);
    }
    return lanes;
}

Html drawn(const Diagram& diagram) {
    const auto lanes = lanes_of(diagram);
    const int width = lane_at(lanes.size()) + 80,
              height = head + static_cast<int>(diagram.states.size()) * step;
    Html inside;
    for (std::size_t at = 0; at < diagram.states.size(); ++at) inside += guide_of(lanes, at);
    for (std::size_t at = 0; at < lanes.size(); ++at) inside += lane_drawn(diagram, lanes[at], at);
    for (std::size_t at = 0; at < diagram.states.size(); ++at)
        inside += box(diagram.states[at], at, diagram.now == at);
    return html(
        R"(<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 {} {}" width="{}" height="{}" font-family="{}"><title>{}</title>
{}</svg>
)",
        width, height, width, height, faces, diagram.title, inside);
}

namespace {

/// On a narrow screen each says what it is; what says nothing is left out there.
Html said_cell(std::string_view name, const std::string& words) {
    return html(R"(<td class="govuk-table__cell{}" role="cell" data-say="{}:">{}</td>)",
                words.empty() ? " om-stack__skip" : "", name, words);
}

constexpr std::string_view heads[] = {"From",         "Move",   "To",  "Who may", "Complete before",
                                      "Said with it", "Clocks", "Told"};

Html move_row(const Diagram& diagram, const DrawnMove& move) {
    const std::string* said[] = {&move.words, &diagram.states[move.to].words,
                                 &move.who,   &move.complete,
                                 &move.said,  &move.clocks,
                                 &move.told};
    Html cells;
    for (std::size_t at = 0; at < std::size(said); ++at)
        cells += said_cell(heads[at + 1], *said[at]);
    return html(
        R"(<tr class="govuk-table__row" role="row"><th scope="row" class="govuk-table__header" role="rowheader">{}</th>{}</tr>
)",
        diagram.states[move.from].words, cells);
}

} // namespace

Html as_table(const Diagram& diagram) {
    Html rows, names;
    for (const auto& move : diagram.moves) rows += move_row(diagram, move);
    for (const auto name : heads)
        append(names, R"(<th scope="col" class="govuk-table__header" role="columnheader">{}</th>)",
               name);
    return html(
        R"(<div class="om-wide" role="region" aria-label="{}, as a table" tabindex="0"><table class="govuk-table om-stack" role="table"><caption class="govuk-table__caption">{}</caption>
<thead class="govuk-table__head" role="rowgroup"><tr class="govuk-table__row" role="row">{}</tr></thead>
<tbody class="govuk-table__body" role="rowgroup">
{}</tbody></table></div>
)",
        diagram.title, diagram.title, names, rows);
}

} // namespace openmasa::transitions
