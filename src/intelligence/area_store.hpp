#pragma once
// Areas as the database has them.
#include "core/access/scope.hpp"
#include "intelligence/area.hpp"
#include "store/db.hpp"
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace openmasa::intelligence {

/// All areas, found by number, code or name.
class AreaBook {
public:
    /// With the codes of every area, also those it no longer has.
    static AreaBook read(store::Db& db);

    const std::vector<Area>& all() const { return areas_; }
    const Area* find(AreaNumber number) const;
    /// By either scheme's code, as it is or was.
    const Area* with_ons(std::string_view code) const;
    const Area* with_dfe(std::string_view code) const;
    /// The only one of that level with this name (plain_name()); nothing when there are two.
    const Area* called(std::string_view name, AreaLevel level) const;
    const Area* ours() const;

private:
    struct CodeRow;
    const Area* at(const std::map<std::string, std::size_t, std::less<>>& index,
                   std::string_view key) const;
    std::vector<Area> areas_;
    std::map<AreaNumber, std::size_t> by_number_;
    std::map<std::string, std::size_t, std::less<>> by_ons_, by_dfe_, by_name_;
};

// Inside atomically().
AreaNumber next_area_number(store::Db& db);
/// The area with its codes; it has a number of its own.
void add_area(store::Db& db, const Area& area);
/// One more code of an area: "ons" or "dfe".
void add_code(store::Db& db, std::string_view scheme, std::string_view code, AreaNumber area);
void place_within(store::Db& db, AreaNumber area, AreaNumber within);
/// Which area is the partnership's own; with an audit entry.
void choose_ours(store::Db& db, const Scope& scope, const Area& area);

} // namespace openmasa::intelligence
