#include "plan/year/lane_views.hpp"
#include "plan/rules.hpp"
#include "web/chart/standing_signs.hpp"

namespace openmasa::year {
namespace {

using chart::per_cent;
using What = Mark::What;

void append_use(Html& to, std::string_view shape, double x) {
    append(to, R"(<use href="#om-{}" x="{}%" y="50%"/>)", shape, per_cent(x));
}

void append_line(Html& to, std::string_view name, const Mark& mark) {
    append(to, R"(<line class="{}" x1="{}%" x2="{}%" y1="50%" y2="50%"/>)", name,
           per_cent(mark.from), per_cent(mark.to));
}

} // namespace

const Html& mark_shapes() {
    static const auto shapes = html(
        R"(<svg class="om-shapes" width="0" height="0" aria-hidden="true" focusable="false"><defs><path id="om-earlier" class="om-more" d="M-9-4.5-14 0-9 4.5"/><path id="om-later" class="om-more" d="M9-4.5 14 0 9 4.5"/><path id="om-gate" class="om-gate" d="M0-7V7M3-4 8 0 3 4Z"/><path id="om-gate-late" class="om-gate om-gate--late" d="M0-7V7M3-4 8 0 3 4Z"/><path id="om-tick" class="om-tick" d="M0-6V6"/><circle id="om-step" class="om-step" r="4"/><circle id="om-step-done" class="om-step om-step--done" r="4.5"/></defs></svg>
)");
    return shapes;
}

void append_mark(Html& to, const Mark& mark, ui::Standing standing) {
    switch (mark.what) {
    case What::bar: return chart::append_bar(to, standing, mark.from, mark.to);
    case What::fading_bar:
        return chart::append_bar(to, standing, mark.from, mark.to, chart::End::fades);
    case What::tie: return append_line(to, "om-tie", mark);
    case What::overdue: return append_line(to, "om-overdue", mark);
    case What::gate: return append_use(to, "gate", mark.from);
    case What::gate_late: return append_use(to, "gate-late", mark.from);
    case What::tick: return append_use(to, "tick", mark.from);
    case What::step: return append_use(to, "step", mark.from);
    case What::step_done: return append_use(to, "step-done", mark.from);
    case What::earlier: return append_use(to, "earlier", mark.from);
    case What::later: return append_use(to, "later", mark.from);
    }
}

void append_told(Html& to, const TimelineRow& row) {
    append(to, "<title>{}: {}. {}. {}</title>", row.action.reference, row.action.title,
           plan::lines_joined(row.action.date_words), ui::spoken(row.lane.standing));
}

} // namespace openmasa::year
