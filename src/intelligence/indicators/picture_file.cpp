#include "intelligence/indicators/picture_file.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <charconv>
#include <fmt/format.h>

namespace openmasa::intelligence {
namespace {

/// A class of the page's stylesheet (web/look) and the attributes that look the same.
struct Look {
    std::string_view of, attributes;
};
constexpr Look looks[] = {
    {"om-xmr__band", R"( fill="#f4f2ec")"},
    {"om-xmr__grid", R"( stroke="#e3e0d6" stroke-width="1")"},
    {"om-xmr__limit", R"( stroke="#6f7a82" stroke-width="1.5" stroke-dasharray="6 4")"},
    {"om-xmr__mean", R"( stroke="#6f7a82" stroke-width="1.5")"},
    {"om-xmr__line", R"( stroke="#5d6870" stroke-width="2" stroke-linecap="round")"},
    {"om-xmr__value", R"( font-weight="600" fill="#14212b")"},
    {"om-xmr__value--last", R"( font-size="17")"},
    {"om-pt", R"( stroke="#fff" stroke-width="1.5")"},
    {"om-pt--common", R"( fill="#5d6870")"},
    {"om-pt--better", R"( fill="#1b6cb0")"},
    {"om-pt--worse", R"( fill="#bd4a07")"},
    {"om-pt--neither", R"( fill="#6b48a3")"},
    {"om-pt__at", R"( overflow="visible")"},
    {"om-strip__ref", R"( stroke="#14212b" stroke-width="1.25" stroke-dasharray="2 2")"},
    {"om-strip__ci", R"( stroke="#87929a" stroke-width="4")"},
    {"om-strip__ci--me", R"( stroke="#a8740f" stroke-width="5")"},
    {"om-strip__pt", R"( stroke="#fff" stroke-width="1.5" fill="#5d6870")"},
    {"om-strip__pt--me", R"( fill="#14212b")"},
    {"om-map__none", R"svg( fill="url(#om-hatch)")svg"},
    {"om-map__own", R"( fill="none")"},
    {"om-map__name", R"( font-size="13" font-weight="600" fill="#14212b")"},
    {"om-shade--1", R"( fill="#e3eef3")"},
    {"om-shade--2", R"( fill="#b9d6e4")"},
    {"om-shade--3", R"( fill="#82b4cd")"},
    {"om-shade--4", R"( fill="#3f86ab")"},
    {"om-strip__england", R"( font-weight="600" fill="#14212b")"},
};

std::string px(double value) {
    return fmt::format("{:.0f}", value);
}

/// Of several classes that give the same attribute the last one has it, as in the stylesheet.
std::string attributes_of(std::string_view classes) {
    std::vector<std::pair<std::string, std::string>> all;
    for (const auto one : split(classes, ' ')) {
        const auto* look = std::ranges::find(looks, one, &Look::of);
        if (look == std::end(looks)) continue;
        auto rest = look->attributes;
        while (!rest.empty()) {
            const auto equals = rest.find("=\""), end = rest.find('"', equals + 2);
            const std::string name(rest.substr(1, equals - 1));
            const std::string value(rest.substr(equals + 2, end - equals - 2));
            const auto before =
                std::ranges::find(all, name, &std::pair<std::string, std::string>::first);
            if (before == all.end())
                all.emplace_back(name, value);
            else
                before->second = value;
            rest.remove_prefix(end + 1);
        }
    }
    std::string attributes;
    for (const auto& [name, value] : all) attributes += fmt::format(R"( {}="{}")", name, value);
    return attributes;
}

std::string pixels(std::string_view per_cent, double width) {
    double number = 0;
    std::from_chars(per_cent.data(), per_cent.data() + per_cent.size(), number);
    return fmt::format("{:.2f}", number * width / 100);
}

} // namespace

Html drawn_for(const Html& markup, double width) {
    std::string drawn;
    auto rest = markup.view();
    // A quote within words is written otherwise, so that =" is an attribute's.
    for (auto at = rest.find("=\""); at != rest.npos; at = rest.find("=\"")) {
        const auto space = rest.rfind(' ', at), end = rest.find('"', at + 2);
        const auto name = rest.substr(space + 1, at - space - 1);
        const auto value = rest.substr(at + 2, end - at - 2);
        drawn += rest.substr(0, space);
        if (name == "class")
            drawn += attributes_of(value);
        else if (value.ends_with('%'))
            drawn += fmt::format(R"( {}="{}")", name, pixels(value, width));
        else
            drawn += fmt::format(R"( {}="{}")", name, value);
        rest.remove_prefix(end + 1);
    }
    return trusted_html(drawn.append(rest));
}

std::vector<std::string> broken_into(std::string_view words, std::size_t longest) {
    std::vector<std::string> lines;
    for (const auto word : split(words, ' ')) {
        if (word.empty()) continue;
        const bool fits = !lines.empty() && lines.back().size() + 1 + word.size() <= longest;
        if (fits)
            lines.back().append(" ").append(word);
        else
            lines.emplace_back(word);
    }
    return lines;
}

std::string write_picture(const PictureFile& picture) {
    constexpr double edge = (picture_width - picture_inside) / 2;
    Html words;
    double y = edge + 12;
    const auto write = [&](std::string_view text, std::size_t longest, std::string_view look,
                           double step) {
        for (const auto& line : broken_into(text, longest)) {
            append(words, "<text x=\"{}\" y=\"{}\"{}>{}</text>\n", px(edge), px(y),
                   trusted_html(std::string(look)), line);
            y += step;
        }
    };
    write(picture.title, 96, R"( font-size="18" font-weight="600" fill="#14212b")", 24);
    write(picture.sub, 132, R"( font-size="14")", 20);
    const double top = y - 4;
    y = top + picture.height + 24;
    for (const auto& line : picture.foot) write(line, 142, R"( font-size="13")", 18);
    return html(
               R"svg(<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="{}" height="{}" viewBox="0 0 {} {}" role="img" font-family="'Segoe UI', Roboto, 'Liberation Sans', Arial, sans-serif" font-size="14" fill="#4b5963">
<title>{}</title>
<desc>{}</desc>
<rect width="{}" height="{}" fill="#fff"/>
{}<g transform="translate({} {})">
{}</g>
</svg>
)svg",
               px(picture_width), px(y), px(picture_width), px(y), picture.title, picture.sub,
               px(picture_width), px(y), words, px(edge), px(top), picture.drawing)
        .take();
}

} // namespace openmasa::intelligence
