#pragma once
// What a record's own page shows of the golden thread.
#include "core/routing/context.hpp"
#include "core/thread/thread.hpp"
#include "web/html.hpp"

namespace openmasa::thread {

/// Only what leads straight to it, and what comes straight of it.
Thread beside(Context& context, Node here);

/// A step back and a step on, with the way to all of it, for a record that the page has found for
/// this person. Where nothing is linked it is empty, but for one quiet line to those who may link
/// something. One statement, and one or two of each feature that tells links of such a record.
Html section(Context& context, At here);

} // namespace openmasa::thread
