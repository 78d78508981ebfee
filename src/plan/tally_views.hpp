#pragma once
// Counts as words and links. Ready data only.
#include "core/terms/words.hpp"
#include "plan/tally.hpp"
#include "web/html.hpp"
#include <string>
#include <vector>

namespace openmasa::plan {

/// "nought" to "ten" in words, then digits.
std::string spelled(int number);
/// The same at the start of a sentence: "Five".
std::string spelled_first(int number);

/// "one", "one and two", "one, two, and three".
Html listed(const std::vector<Html>& parts);

/// A link to exactly the rows that a number counts.
struct CountLink {
    Counted rows;
    PlanId plan;
    std::optional<SectionId> section;
};
/// The number as such a link; a quiet 0 when there are none.
Html number_link(const CountLink& link, const Tally& tally);

/// How its actions stand, drawn, with what the colours mean; nothing where there are none.
Html standing_bar(const Tally& tally);

/// "52 actions in four priorities and Business crucial activity. 4 are late, 6 have no date, 4 have
/// no owner, and 2 are done but nothing shows it." Each count is a link.
Html plan_sentence(const terms::Words& words, const PlanId& plan, const Tally& tally,
                   const std::vector<Section>& sections);
/// The same for one section, without saying where the actions are.
Html section_sentence(const Section& section, const Tally& tally);

} // namespace openmasa::plan
