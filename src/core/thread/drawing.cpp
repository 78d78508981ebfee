#include "core/thread/drawing.hpp"
#include "kernel/text.hpp"
#include "web/pages/pieces.hpp"
#include <algorithm>
#include <fmt/format.h>
#include <map>

namespace openmasa::thread {
namespace {

// In the picture's own units.
constexpr int width = 1200, box_width = 178, line_height = 18, padding = 24, between = 22,
              head_height = 34, most_step = 326;
/// Characters that a line of a box holds, and lines.
constexpr std::size_t line_characters = 20, most_lines = 3;
/// More of a stage than these stand in the list alone.
constexpr std::size_t most_drawn = 8;

/// Words in lines of so many characters; what does not fit ends in an ellipsis.
std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    const auto line = one_line(text);
    for (const auto word : split(line, ' ')) {
        const auto has_room = [&] {
            return !lines.empty() && lines.back().size() + 1 + word.size() <= line_characters;
        };
        if (has_room())
            lines.back() += " " + std::string(word);
        else if (lines.size() == most_lines) {
            lines.back() = shortened(lines.back() + " \u2026", line_characters);
            break;
        } else
            lines.push_back(shortened(std::string(word), line_characters));
    }
    return lines;
}

struct Box {
    const Node* node = nullptr;
    int x = 0, y = 0, height = 0;
    std::vector<std::string> lines{};

    int middle() const { return y + height / 2; }
};

struct Picture {
    std::vector<Box> boxes;
    std::vector<std::pair<int, Stage>> heads;
    int height = 0;

    const Box* find(const At& at) const {
        const auto found =
            std::ranges::find_if(boxes, [&](const Box& box) { return box.node->at == at; });
        return found == boxes.end() ? nullptr : &*found;
    }
};

int height_of(const Box& box) {
    return padding + line_height * static_cast<int>(box.lines.size() + !box.node->sub.empty());
}

/// The boxes of one stage below one another, in the middle of the picture's height.
int stack(std::vector<Box>& boxes) {
    int y = 0;
    for (auto& box : boxes) {
        box.height = height_of(box);
        box.y = y;
        y += box.height + between;
    }
    return boxes.empty() ? 0 : y - between;
}

Picture laid_out(const std::vector<Column>& columns) {
    Picture picture;
    std::vector<std::vector<Box>> stacks;
    int tallest = 0;
    const int step =
        columns.size() < 2
            ? 0
            : std::min((width - 2 - box_width) / static_cast<int>(columns.size() - 1), most_step);
    for (std::size_t at = 0; at < columns.size(); ++at) {
        const int x = 1 + step * static_cast<int>(at);
        picture.heads.emplace_back(x, columns[at].stage);
        std::vector<Box> boxes;
        for (const auto* node : columns[at].nodes)
            if (boxes.size() < most_drawn)
                boxes.push_back({.node = node, .x = x, .lines = lines_of(node->title)});
        tallest = std::max(tallest, stack(boxes));
        stacks.push_back(std::move(boxes));
    }
    for (auto& boxes : stacks) {
        const int own = boxes.empty() ? 0 : boxes.back().y + boxes.back().height;
        for (auto& box : boxes) {
            box.y += head_height + (tallest - own) / 2;
            picture.boxes.push_back(std::move(box));
        }
    }
    picture.height = head_height + tallest + 4;
    return picture;
}

Html curve(const Box& from, const Box& to) {
    const int x1 = from.x + box_width, x2 = to.x, y1 = from.middle(), y2 = to.middle();
    const int half = (x1 + x2) / 2;
    return html(
        R"(<path class="om-tm__line{}" d="M{} {} C{} {} {} {} {} {}"/>
)",
        to.node->waits ? " om-tm__line--wait" : "", x1, y1, half, y1, half, y2, x2, y2);
}

/// Between two of one stage: straight down, or up.
Html straight(const Box& from, const Box& to) {
    const bool goes_down = from.y < to.y;
    const auto &upper = goes_down ? from : to, &lower = goes_down ? to : from;
    return html(R"(<path class="om-tm__line{}" d="M{} {} V{}"/>
)",
                to.node->waits ? " om-tm__line--wait" : "", upper.x + box_width / 2,
                upper.y + upper.height, lower.y);
}

Html text_of(const Box& box) {
    Html spans;
    int y = box.y + padding;
    for (const auto& line : box.lines) {
        append(spans, R"(<tspan x="{}" y="{}">{}</tspan>)", box.x + 12, y, line);
        y += line_height;
    }
    return html(R"(<text class="om-tm__name">{}</text>{})", spans,
                when(!box.node->sub.empty(),
                     html(R"(<text class="om-tm__sub" x="{}" y="{}">{}</text>)", box.x + 12, y,
                          shortened(box.node->sub, line_characters + 1))));
}

Html box_view(const Thread& thread, const Box& box) {
    const bool is_here = box.node->at == thread.here;
    const auto shape =
        html(R"(<rect class="om-tm__box{}" x="{}" y="{}" width="{}" height="{}" rx="4"/>{})",
             is_here           ? " om-tm__box--here"
             : box.node->waits ? " om-tm__box--wait"
                               : "",
             box.x, box.y, box_width, box.height, text_of(box));
    // The list has the links that keys reach; two of each would be heard twice.
    return is_here || box.node->href.empty() ? html("<g>{}</g>\n", shape)
                                             : html(R"(<a href="{}" tabindex="-1">{}</a>
)",
                                                    box.node->href, shape);
}

Html knot(const Box& box) {
    return html(R"(<circle class="om-tm__knot{}" cx="{}" cy="{}" r="5"/>
)",
                box.node->waits ? " om-tm__knot--wait" : "", box.x, box.middle());
}

} // namespace

std::vector<Column> columns_of(const Thread& thread) {
    std::vector<Column> columns;
    for (const auto stage : all_stages) {
        Column column{stage, {}};
        for (const auto& node : thread.nodes)
            if (node.stage == stage) column.nodes.push_back(&node);
        if (!column.nodes.empty()) columns.push_back(std::move(column));
    }
    return columns;
}

Html drawn(const Thread& thread) {
    if (thread.nodes.size() < 2) return {};
    const auto picture = laid_out(columns_of(thread));
    Html heads, lines, boxes, knots;
    for (const auto& [x, stage] : picture.heads)
        append(heads, R"(<text class="om-tm__head" x="{}" y="16">{}</text>
)",
               x, spoken(stage));
    for (const auto& link : thread.links) {
        const auto *from = picture.find(link.from), *to = picture.find(link.to);
        if (!from || !to || from->x > to->x) continue;
        if (from->x == to->x) {
            lines += straight(*from, *to);
            continue;
        }
        lines += curve(*from, *to);
        knots += knot(*to);
    }
    for (const auto& box : picture.boxes) boxes += box_view(thread, box);
    return html(
        R"(<figure class="om-thread-map" aria-hidden="true"><svg viewBox="0 0 {} {}" focusable="false">
{}{}{}{}</svg></figure>
)",
        width, picture.height, heads, lines, boxes, knots);
}

namespace {

/// "added by Head of delivery on 3 Mar 2026, in part: both ask for one record".
Html about_link(const Link& link, bool may_change) {
    if (link.id.empty()) return {};
    const auto strength = spoken(link.strength);
    return html(R"( <span class="om-quiet">Linked by {}{}{}: {}</span> {})", link.who,
                link.on ? " on " + openmasa::spoken(*link.on) : "",
                strength.empty() ? "" : ", " + std::string(strength), link.why,
                when(may_change, pages::link("/thread/links/" + link.id, "Take it back")));
}

/// What was said of the links between it and what is shown; of several the one that people added.
Html about_links(const Thread& thread, const Node& node) {
    Html said;
    for (const auto& link : thread.links)
        if (link.from == node.at || link.to == node.at) said += about_link(link, thread.may_change);
    return said;
}

/// What ends a sentence does not go on with a comma.
std::string title_before(const Node& node, std::string_view sub) {
    const bool is_sentence = node.title.ends_with('.') && !node.title.ends_with("..");
    return is_sentence && !sub.empty() ? node.title.substr(0, node.title.size() - 1) : node.title;
}

Html item(const Thread& thread, const Node& node, const std::string& sub) {
    const bool is_here = node.at == thread.here;
    const auto title = title_before(node, sub);
    const auto name = is_here || node.href.empty() ? escaped(title) : pages::link(node.href, title);
    return html("<li>{}{}{}</li>\n", name, sub.empty() ? "" : ", " + sub,
                is_here ? Html() : about_links(thread, node));
}

} // namespace

Html as_list(const Thread& thread) {
    Html stages;
    for (const auto& column : columns_of(thread)) {
        Html items;
        for (const auto* node : column.nodes) items += item(thread, *node, node->sub);
        const bool is_here = std::ranges::any_of(
            column.nodes, [&](const Node* node) { return node->at == thread.here; });
        const bool waits = std::ranges::all_of(column.nodes, &Node::waits);
        append(stages, R"(<li{}><h3>{}{}</h3>
<ul>
{}</ul></li>
)",
               is_here ? html(R"( class="om-thread__here")")
                       : when(waits, html(R"( class="om-thread__wait")")),
               spoken(column.stage), is_here ? ", this one" : "", items);
    }
    return html(R"(<ol class="om-thread">
{}</ol>
)",
                stages);
}

namespace {

/// The nodes at the far end of its links, each with its stage where that says more than its title.
Html beside(const Thread& thread, bool led_here, std::string_view title) {
    Html items;
    bool waits = true;
    for (const auto& node : thread.nodes) {
        const bool is_beside = std::ranges::any_of(thread.links, [&](const Link& link) {
            return led_here ? link.from == node.at && link.to == thread.here
                            : link.to == node.at && link.from == thread.here;
        });
        if (!is_beside) continue;
        items += item(thread, node, node.sub);
        waits = waits && node.waits;
    }
    if (items.empty()) return {};
    return html(R"(<li{}><h3>{}</h3>
<ul>
{}</ul></li>
)",
                when(waits, html(R"( class="om-thread__wait")")), title, items);
}

} // namespace

Html section_view(const Thread& thread) {
    const auto all = "/thread/" + thread.here.kind + "/" + thread.here.id;
    const auto links =
        beside(thread, true, "What led here") + beside(thread, false, "What came of it");
    if (links.empty())
        return when(
            thread.may_change,
            html(
                R"(<p class="govuk-body om-quiet">Nothing led here yet, and nothing came of it: {}.</p>
)",
                pages::link(all + "/add", "link what did")));
    return pages::section(
        "thread", "The golden thread",
        html(R"(<ol class="om-thread">
{}</ol>
<p class="govuk-body">{}{}</p>
)",
             links, pages::link(all, "All of the thread"),
             when(thread.may_change, html(", or {}", pages::link(all + "/add", "link more")))));
}

Html thread_view(const Thread& thread) {
    if (thread.nodes.size() < 2)
        return pages::quiet(
            "Nothing is linked to it yet, neither what led here nor what came of it.");
    return drawn(thread) +
           html(
               R"(<details class="govuk-details om-plain-details om-fold-narrow"><summary class="govuk-details__summary"><span class="govuk-details__summary-text">The same as a list</span></summary>
<div class="govuk-details__text">{}</div></details>
)",
               as_list(thread)) +
           when(thread.is_cut, pages::quiet("The thread is longer than what is shown here."));
}

} // namespace openmasa::thread
