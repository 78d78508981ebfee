#include "web/http/body_budget.hpp"
#include <algorithm>
#include <bit>
#include <utility>

namespace openmasa::http {

bool BodyBudget::take(std::size_t bytes) {
    const auto kept = bytes <= small_body ? 0 : most_ / 4;
    if (taken_ + bytes > most_ - kept) return false;
    taken_ += bytes;
    return true;
}

/// While the body moves, its old and its new memory are both held, and both count.
bool BodyRoom::grow(std::size_t size, std::size_t most) {
    if (size <= taken_) return true;
    const auto wanted = std::min(std::bit_ceil(size), most);
    if (!budget_.take(wanted)) return false;
    const auto before = std::exchange(taken_, taken_ + wanted);
    std::string larger; // a string that grows by itself takes twice as much as it says
    larger.reserve(wanted);
    larger.append(body_);
    body_ = std::move(larger);
    budget_.give_back(before);
    taken_ = wanted;
    return true;
}

void BodyRoom::end() {
    std::string().swap(body_); // to assign an empty string would keep the memory
    budget_.give_back(std::exchange(taken_, 0));
}

} // namespace openmasa::http
