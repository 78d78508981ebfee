#include "partnership/structure/drawing.hpp"
#include "kernel/text.hpp"
#include "partnership/structure/box_words.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::structure {
namespace {

// The visual language: ink, quiet, harbour, the edge that means something, at risk, late.
constexpr std::string_view ink = "#14212b", quiet = "#4b5963", harbour = "#123a45",
                           edge = "#7b868e", blue = "#19648c", late = "#b3261e";
constexpr std::string_view faces =
    "Segoe UI, system-ui, Roboto, Liberation Sans, Arial, sans-serif";
constexpr int title_height = 34, legend_height = 38, legend_step = 16;

/// What a box's change looks like beside its words: the ground of it and its edge.
struct ChangeLook {
    std::string_view ground, edge, words;
};
ChangeLook look_of(Change change) {
    switch (change) {
    case Change::none: return {"#ffffff", edge, ink};
    case Change::added: return {"#e6f1ea", "#1c6b46", "#0f4a2f"};
    case Change::changed: return {"#fbeed9", "#9a5b00", "#6b3f00"};
    case Change::ended: return {"#eeeeea", "#4b5963", "#14212b"};
    }
    return {};
}

std::string_view colour_of(Words::What what, const ChangeLook& look) {
    switch (what) {
    case Words::What::name: return ink;
    case Words::What::kind:
    case Words::What::chair: return quiet;
    case Words::What::vacancies: return late;
    case Words::What::change: return look.words;
    }
    return ink;
}

/// What is said of a box where it is not seen: all of its words in one line.
std::string told(const Box& box) {
    std::vector<std::string> parts{box.name};
    for (const auto& part : {box.kind, box.chair, vacancy_words(box.vacancies), box.change_words})
        if (!part.empty()) parts.push_back(part);
    return join(parts, ". ");
}

class Picture {
public:
    Picture(const std::vector<Box>& boxes, const Layout& layout, const Drawing& drawing)
        : boxes_(boxes), layout_(layout), drawing_(drawing) {}

    Html drawn() {
        for (const auto& line : layout_.lines) add_line(line);
        for (const auto& heading : layout_.headings) add_heading(heading);
        for (const auto& placed : layout_.boxes) add_box(placed);
        const int head = is_file() ? title_height : 0;
        const int width = std::max(layout_.width, is_file() ? 480 : 320);
        Html legend = this->legend(width, head + layout_.height + 6);
        const int height = head + layout_.height + legend_height_;
        return html(
            R"svg(<svg xmlns="http://www.w3.org/2000/svg" class="om-structure__svg" width="{}" height="{}" viewBox="0 0 {} {}" {} font-family="{}" font-size="11" fill="{}">{}
{}<g transform="translate(0 {})">
{}</g>
{}</svg>
)svg",
            width, height, width, height, role(), faces, ink, said(),
            when(
                is_file(),
                html(
                    R"(<rect width="100%" height="100%" fill="#ffffff"/><text x="12" y="26" font-size="17" font-weight="600">{}</text>
)",
                    drawing_.title)),
            head, made_, legend);
    }

private:
    bool is_file() const { return drawing_.what == Drawing::For::file; }

    Html role() const {
        if (drawing_.what == Drawing::For::paper) return html(R"(aria-hidden="true")");
        return html(R"(role="{}" aria-labelledby="structure-title structure-words")",
                    is_file() ? "img" : "group");
    }
    Html said() const {
        if (drawing_.what == Drawing::For::paper) return {};
        return html(R"(<title id="structure-title">{}</title><desc id="structure-words">{}</desc>)",
                    drawing_.title, drawing_.description);
    }

    void add_line(const Line& line) {
        std::string points;
        for (const auto& point : line.points)
            points += fmt::format("{}{},{}", points.empty() ? "" : " ", point.x, point.y);
        append(made_, R"(<polyline points="{}" fill="none" stroke="{}" stroke-width="{}"{}/>
)",
               points, line.is_joint ? blue : edge, line.is_joint ? "1.6" : "1.2",
               when(line.is_joint, html(R"( stroke-dasharray="5 4")")));
    }

    void add_heading(const Heading& heading) {
        append(made_, R"(<text x="{}" y="{}" font-size="12" font-weight="600">{}</text>
)",
               heading.x, heading.y, heading.words);
    }

    void add_box(const Placed& placed) {
        const auto& box = boxes_[placed.box];
        append(made_, R"(<a href="{}{}"{}><title>{}</title>{}{}</a>
)",
               drawing_.site, box.href, when(!is_file(), html(R"( tabindex="-1")")), told(box),
               frame(placed, box), words(placed, box));
    }

    Html frame(const Placed& placed, const Box& box) const {
        const auto look = look_of(box.change);
        const bool is_heavy = box.is_leading || box.change != Change::none;
        const bool is_dashed = box.is_external || box.change == Change::ended;
        return html(
            R"(<rect x="{}" y="{}" width="{}" height="{}" rx="3" fill="{}" stroke="{}" stroke-width="{}"{}/>)",
            placed.x, placed.y, placed.width, placed.height, look.ground,
            box.is_leading && box.change == Change::none ? harbour : look.edge,
            is_heavy ? "2" : "1", when(is_dashed, html(R"( stroke-dasharray="6 3")")));
    }

    Html words(const Placed& placed, const Box& box) const {
        Html made;
        for (const auto& line : placed.words)
            append(made, R"(<text x="{}" y="{}" font-size="{}"{} fill="{}">{}</text>)",
                   placed.x + box_padding, placed.y + line.y, fmt::format("{}", size_of(line.what)),
                   when(is_bold(line.what), html(R"( font-weight="600")")),
                   colour_of(line.what, look_of(box.change)), line.text);
        return made;
    }

    // --- what the signs mean --------------------------------------------------------------------

    /// In a row below the chart, in as many lines as the width asks for; only what the chart shows.
    Html legend(int width, int top) {
        Html made;
        int x = 12, y = top + 10;
        for (const auto& [sign, meaning] : signs()) {
            const int wide = 44 + static_cast<int>(width_of(meaning, 11, false));
            if (x > 12 && x + wide > width) {
                x = 12;
                y += legend_step;
            }
            append(made, R"svg(<g transform="translate({} {})">{}<text x="32" y="4">{}</text></g>
)svg",
                   x, y, sign, meaning);
            x += wide;
        }
        legend_height_ = y - top + 22;
        return made;
    }

    struct Sign {
        Html drawn;
        std::string meaning;
    };
    std::vector<Sign> signs() const {
        std::vector<Sign> all;
        const auto any = [&](auto which) { return std::ranges::any_of(boxes_, which); };
        const auto has_line = [&](bool is_joint) {
            return std::ranges::count(layout_.lines, is_joint, &Line::is_joint) > 0;
        };
        if (has_line(false)) all.push_back({line_sign(edge, false), "reports to what is above"});
        if (has_line(true)) all.push_back({line_sign(blue, true), "reports there too"});
        if (any([](const Box& box) { return box.is_leading; }))
            all.push_back(
                {box_sign("#ffffff", harbour, "2", false), "statutory, or the whole partnership"});
        if (any([](const Box& box) { return box.is_external; }))
            all.push_back({box_sign("#ffffff", edge, "1", true), "a board of others"});
        for (const auto& [shown, words] :
             {std::pair(Change::added, "new"), std::pair(Change::changed, "changed"),
              std::pair(Change::ended, "ended")}) {
            const auto change = shown;
            if (!any([&](const Box& box) { return box.change == change; })) continue;
            const auto look = look_of(change);
            all.push_back({box_sign(look.ground, look.edge, "2", change == Change::ended), words});
        }
        return all;
    }
    static Html line_sign(std::string_view colour, bool is_dashed) {
        return html(R"(<path d="M0 0H26" stroke="{}" stroke-width="1.6"{}/>)", colour,
                    when(is_dashed, html(R"( stroke-dasharray="5 4")")));
    }
    static Html box_sign(std::string_view ground, std::string_view its_edge,
                         std::string_view thickness, bool is_dashed) {
        return html(
            R"(<rect x="1" y="-6" width="24" height="12" rx="2" fill="{}" stroke="{}" stroke-width="{}"{}/>)",
            ground, its_edge, thickness, when(is_dashed, html(R"( stroke-dasharray="6 3")")));
    }

    const std::vector<Box>& boxes_;
    const Layout& layout_;
    const Drawing& drawing_;
    Html made_;
    int legend_height_ = legend_height;
};

} // namespace

Html draw(const std::vector<Box>& boxes, const Layout& layout, const Drawing& drawing) {
    return Picture(boxes, layout, drawing).drawn();
}

} // namespace openmasa::structure
