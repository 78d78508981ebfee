#include "core/registers/register.hpp"

namespace openmasa::registers {

const std::string& Proposed::operator[](std::string_view key) const {
    return cells.at(place_of(which.columns, key));
}

bool Proposed::changes(std::string_view key) const {
    const auto place = place_of(which.columns, key);
    return is_new() ? !cells.at(place).empty() : cells.at(place) != before.at(place);
}

} // namespace openmasa::registers
