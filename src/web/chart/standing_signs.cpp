#include "web/chart/standing_signs.hpp"
#include "kernel/text.hpp"
#include "web/chart/time_axis.hpp"

namespace openmasa::chart {
namespace {

using ui::Standing;

/// What the shapes and the classes of a standing are called.
std::string_view name_of(Standing standing) {
    switch (standing) {
    case Standing::not_started: return "not-started";
    case Standing::in_progress: return "on-track";
    case Standing::at_risk: return "at-risk";
    case Standing::blocked: return "blocked";
    case Standing::late: return "late";
    case Standing::done: return "done";
    case Standing::unproven: return "unproven";
    case Standing::stopped: return "stopped";
    }
    return {};
}

constexpr std::string_view tick = "M-3.3 .1-2-1.2-.8 0 2.1-2.9 3.4-1.6-.8 2.6z";

/// Around 0,0, some 13 pixels across.
Html shape_of(Standing standing) {
    switch (standing) {
    case Standing::not_started: return html(R"(<circle class="om-sign__ring" r="5.5"/>)");
    case Standing::in_progress:
        return html(
            R"(<circle class="om-sign__ring" r="5.5"/><path class="om-sign__in" d="M0-5.5a5.5 5.5 0 0 1 0 11z"/>)");
    case Standing::at_risk: return html(R"(<path class="om-sign__in" d="M0-7 7.3 6H-7.3z"/>)");
    case Standing::late: return html(R"(<path class="om-sign__in" d="M0-8 8 0 0 8-8 0z"/>)");
    case Standing::done:
        return html(R"(<circle class="om-sign__in" r="6.5"/><path class="om-sign__tick" d="{}"/>)",
                    tick);
    case Standing::unproven:
        return html(
            R"(<circle class="om-sign__ring om-sign__ring--broken" r="6"/><path class="om-sign__in" d="{}"/>)",
            tick);
    case Standing::blocked:
        return html(
            R"(<circle class="om-sign__ring" r="5.5"/><path class="om-sign__in" d="M-2.6-3h1.8v6h-1.8zM.8-3h1.8v6H.8z"/>)");
    case Standing::stopped:
        return html(
            R"(<circle class="om-sign__ring" r="5.5"/><path class="om-sign__in" d="M-3.2-1.1h6.4v2.2h-6.4z"/>)");
    }
    return {};
}

Html shapes_of(Standing standing) {
    const auto name = name_of(standing);
    return html(
        R"(<g id="om-sign-{}" class="om-sign om-sign--{}">{}</g><linearGradient id="om-fade-{}"><stop offset=".35" class="om-fade om-fade--{}"/><stop offset="1" class="om-fade om-fade--{} om-fade--out"/></linearGradient>
)",
        name, name, shape_of(standing), name, name, name);
}

} // namespace

const Html& sign_shapes() {
    static const auto shapes = [] {
        Html all;
        for (auto standing : ui::standings_in_bars) all += shapes_of(standing);
        return html(
            R"(<svg class="om-shapes" width="0" height="0" aria-hidden="true" focusable="false"><defs>
{}</defs></svg>
)",
            all);
    }();
    return shapes;
}

void append_sign(Html& to, Standing standing, double x) {
    append(to, R"(<use href="#om-sign-{}" x="{}%" y="50%"/>)", name_of(standing), per_cent(x));
}

Html sign_in_key(Standing standing) {
    return html(
        R"(<svg aria-hidden="true" focusable="false"><use href="#om-sign-{}" x="7" y="7"/></svg>)",
        name_of(standing));
}

void append_bar(Html& to, Standing standing, double from, double to_x, End end) {
    const auto name = name_of(standing);
    append(to, R"(<rect class="om-span om-span--{}" x="{}%" y="50%" width="{}%" height="10")",
           end == End::fades ? std::string_view("open") : name, per_cent(from),
           per_cent(to_x - from));
    if (end == End::fades) append(to, R"x( fill="url(#om-fade-{})")x", name);
    append(to, "/>");
}

const Html& sign_key_items() {
    static const auto items = [] {
        Html all;
        for (auto standing : ui::standings_in_bars)
            append(all, "<li>{}{}</li>\n", sign_in_key(standing), lower(ui::spoken(standing)));
        return all;
    }();
    return items;
}

} // namespace openmasa::chart
