#include "core/restriction/kinds.hpp"

namespace openmasa::restriction {

const Kind* find_kind(const AllKinds& all, std::string_view kind) {
    for (const auto& area : all)
        for (const auto& one : area.kinds)
            if (one.kind == kind) return &one;
    return nullptr;
}

} // namespace openmasa::restriction
