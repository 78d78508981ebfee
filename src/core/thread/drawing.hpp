#pragma once
// A thread as a picture, by stages from left to right, and as a nested list that says everything.
// Ready data in, HTML out; the picture says no more than the list.
#include "core/thread/thread.hpp"
#include "web/html.hpp"

namespace openmasa::thread {

/// The stages that have nodes, each with its own in their order.
struct Column {
    Stage stage;
    std::vector<const Node*> nodes;
};
std::vector<Column> columns_of(const Thread& thread);

/// SVG, for wide pages; nothing where there is only one node.
Html drawn(const Thread& thread);
/// The same as a list, with who added a link, when, how strongly and why.
Html as_list(const Thread& thread);
/// On a record's own page: what leads straight to it and what comes straight of it, with the way to
/// all of it; one quiet line to those who may change it where nothing does.
Html section_view(const Thread& thread);
/// Both, the list folded below the picture on a wide page; words where nothing is linked yet.
Html thread_view(const Thread& thread);

} // namespace openmasa::thread
