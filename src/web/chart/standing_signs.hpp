#pragma once
// How something stands, drawn: the shapes of the tags as signs on a chart, and bars that carry the
// same look. A shape, then a colour; the word stands beside the drawing.
//     append(page, "{}", chart::sign_shapes());                    once on a page
//     chart::append_sign(svg, Standing::late, 41.5);                half way down its svg
#include "web/html.hpp"
#include "web/ui/marks.hpp"

namespace openmasa::chart {

/// The shapes that the signs refer to, drawn nowhere themselves. Once on a page that has any.
const Html& sign_shapes();

/// A sign at `x` per cent across and half way down.
void append_sign(Html& to, ui::Standing standing, double x);
/// The same at a place in pixels, for a key.
Html sign_in_key(ui::Standing standing);

enum class End { closed, fades };
/// A bar from `from` to `to` per cent; one that fades has no end.
void append_bar(Html& to, ui::Standing standing, double from, double to_x, End end = End::closed);

/// Signs with their words, for above a chart.
const Html& sign_key_items();

} // namespace openmasa::chart
