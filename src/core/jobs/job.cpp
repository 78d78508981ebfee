#include "core/jobs/job.hpp"
#include <algorithm>
#include <array>

namespace openmasa::jobs {
namespace {

struct Words {
    State state;
    std::string_view name, spoken;
};
constexpr std::array all_words = {
    Words{State::waiting, "waiting", "Waiting"}, Words{State::running, "running", "Under way"},
    Words{State::done, "done", "Done"}, Words{State::failed, "failed", "Failed"},
    Words{State::cancelled, "cancelled", "Cancelled"}};

} // namespace

std::string_view to_text(State state) {
    return std::ranges::find(all_words, state, &Words::state)->name;
}

bool from_text(std::string_view text, State& state) {
    const auto* found = std::ranges::find(all_words, text, &Words::name);
    if (found == all_words.end()) return false;
    state = found->state;
    return true;
}

std::string_view spoken(State state) {
    return std::ranges::find(all_words, state, &Words::state)->spoken;
}

} // namespace openmasa::jobs
