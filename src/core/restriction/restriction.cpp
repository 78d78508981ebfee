#include "core/restriction/restriction.hpp"
#include <algorithm>

namespace openmasa::restriction {
namespace {

bool is(const Name& name, const Reader& reader) {
    if (name.person) return name.person == reader.person;
    return name.owner && std::ranges::count(reader.owners, *name.owner) > 0;
}

bool is_on(const std::vector<Name>& names, bool denied, const Reader& reader) {
    return std::ranges::any_of(
        names, [&](const Name& name) { return name.denied == denied && is(name, reader); });
}

} // namespace

Sight sight_of(const std::vector<Name>& names, const Reader& reader, Moment now) {
    if (!reader.person || is_on(names, true, reader)) return Sight::hidden;
    if (is_on(names, false, reader)) return Sight::named;
    return reader.glass_until && now < *reader.glass_until ? Sight::broken_glass : Sight::hidden;
}

} // namespace openmasa::restriction
