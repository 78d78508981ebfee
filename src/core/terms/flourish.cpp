#include "core/terms/flourish.hpp"

namespace openmasa::terms {
namespace {

// Source: the multi-agency safeguarding arrangements of Norfolk name the eight domains of the
// outcomes framework kept by its Children and Young People's Strategic Alliance; the annual report
// and the business plan say three of them in other words, which stand beside.
constexpr auto source =
    "FLOURISH outcomes framework, Norfolk Children and Young People's Strategic Alliance; named in "
    "the multi-agency safeguarding arrangements";

Term domain(int position, std::string name, std::string also_called, std::string about) {
    return {.id = {},
            .kind = Kind::flourish,
            .stands_for = {},
            .name = std::move(name),
            .several = {},
            .also_called = std::move(also_called),
            .about = std::move(about),
            .source = source,
            .position = position,
            .from = {},
            .to = {},
            .withdrawn_why = {}};
}

} // namespace

std::span<const Term> flourish_domains() {
    static const std::vector<Term> all = {
        domain(1, "Family and friends", "Friends and family",
               "Safe, supported and connected by the people around them."),
        domain(2, "Learning", "", "Reaching what they can, and ready for adult life."),
        domain(3, "Opportunity", "Opportunities", "A wide choice of things to do and be good at."),
        domain(4, "Understood", "Understanding", "Listened to, with a part in what is decided."),
        domain(5, "Resilience", "", "Able to decide and to meet what life brings."),
        domain(6, "Individual", "", "Respected as who they are, and respecting others."),
        domain(7, "Safe and secure", "", "Kept safe, and helped to see a risk and act on it."),
        domain(8, "Healthy", "", "Support and knowledge for a healthy, happy life."),
    };
    return all;
}

} // namespace openmasa::terms
