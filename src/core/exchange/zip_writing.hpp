#pragma once
#include <string>
#include <vector>

namespace openmasa::exchange {

struct ZipPart {
    std::string name, content;
};
/// The bytes of a zip file with these parts, in this order. Throws std::runtime_error when it
/// cannot be made.
std::string zipped(const std::vector<ZipPart>& parts);

} // namespace openmasa::exchange
