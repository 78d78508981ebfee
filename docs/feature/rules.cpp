#include "AREA/THINGS/rules.hpp"
#include "kernel/text.hpp"

namespace openmasa::THINGS {
namespace {

constexpr std::size_t longest_title = 300;

} // namespace

std::vector<Problem> problems_with(const AddPascalThing& command) {
    if (trimmed(command.title).empty()) return {{"title", "Give the SAID_THING a title."}};
    if (command.title.size() > longest_title)
        return {{"title", "This is too long: at most 300 characters."}};
    return {};
}

} // namespace openmasa::THINGS
