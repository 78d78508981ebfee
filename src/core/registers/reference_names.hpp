#pragma once
// What versions in the history keep by id, by name.
#include "core/registers/register.hpp"
#include <map>

namespace openmasa::registers {

using NamesById = std::map<std::string, std::string, std::less<>>;

/// Of everything that the register's references may name; empty where it has none.
NamesById names_by_id(store::Db& db, const Register& which);
/// What a version keeps under the column's key, as a cell: a reference by its name, "no" for
/// nothing where it holds yes or no.
std::string cell_of_version(const Column& column, std::string_view kept, const NamesById& names);

} // namespace openmasa::registers
