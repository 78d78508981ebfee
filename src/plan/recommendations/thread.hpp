#pragma once
// What recommendations know of the golden thread: sources led to one, actions carry it out,
// evidence shows what changed.
#include "core/thread/thread.hpp"
#include "plan/recommendation_store.hpp"

namespace openmasa::recommendations {

/// For Module::thread; at most four statements, for an action alone one.
void follow_thread(Context& context, const thread::Asked& asked, thread::Piece& into);

/// The thread of one recommendation from what its page has read, without what people linked. No
/// statement.
thread::Thread thread_of(const Whole& whole, const std::vector<SourceOf>& sources);
thread::Node node_of(const Recommendation& it);

} // namespace openmasa::recommendations
