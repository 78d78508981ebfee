#pragma once
#include "plan/imports/preview_views.hpp"

namespace openmasa::imports {

/// How many places ask for a decision: doubts with options, and similar words.
int decisions(const Preview& preview);
/// Every place where the document could be read in more than one way.
Html doubtful_section(const PreviewPage& page);
/// What a person should know, with nothing to choose.
Html remarks_section(const PreviewPage& page);

} // namespace openmasa::imports
