// The one unit that knows where the repository is, so that every other test compiles to the same
// in any folder.
#include "kernel/test_repository.hpp"

namespace openmasa {

std::string in_repository(std::string_view path) {
    return OPENMASA_ROOT "/" + std::string(path);
}

} // namespace openmasa
