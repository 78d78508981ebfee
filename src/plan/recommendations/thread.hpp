#pragma once
// What recommendations know of the golden thread: sources led to one, one leads on to what it
// stands with and to what took its place, actions carry it out, evidence shows what changed.
#include "core/thread/thread.hpp"
#include "plan/recommendations/views.hpp"

namespace openmasa::recommendations {

/// For Module::thread; at most five statements, for an action alone one.
void follow_thread(Context& context, const thread::Asked& asked, thread::Piece& into);

/// The thread of one recommendation from what its page has read, without what people linked. No
/// statement.
thread::Thread thread_of(const RecommendationPage& page);
thread::Node node_of(const Recommendation& it);

} // namespace openmasa::recommendations
