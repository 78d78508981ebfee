#include "core/registers/reference_names.hpp"
#include "core/access/store.hpp"
#include <algorithm>

namespace openmasa::registers {

NamesById names_by_id(store::Db& db, const Register& which) {
    NamesById names;
    const auto refers = [](const Column& column) { return column.holds == Holds::reference; };
    if (!std::ranges::any_of(which.columns, refers)) return names;
    for (const auto& owner : access::list_owners(db)) names[owner.id.str()] = owner.name;
    return names;
}

std::string cell_of_version(const Column& column, std::string_view kept, const NamesById& names) {
    if (column.holds == Holds::yes_no && kept.empty()) return "no";
    const auto name = column.holds == Holds::reference ? names.find(kept) : names.end();
    return name == names.end() ? std::string(kept) : name->second;
}

} // namespace openmasa::registers
