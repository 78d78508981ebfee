#pragma once
// Which way of an indicator is the better one, as its definition says it.

namespace openmasa::statistics {

enum class Polarity { high_is_good, low_is_good, no_judgement };

} // namespace openmasa::statistics
