#pragma once
// What waits for whom, and in which words; nothing but values in and out.
#include "plan/home/home.hpp"

namespace openmasa::home {

/// For an action owner: own actions as the store orders them. For the business unit: documents to
/// save, late actions, gaps of the plan. For a reader: what to look at.
Needs needs_of(const Home& home);

/// "53 days late" or the day and how far off it is; from the deadline alone.
Need when_of(const WaitingAction& action, Day today);

} // namespace openmasa::home
