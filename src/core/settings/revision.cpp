#include "core/settings/revision.hpp"

namespace openmasa::revision {
namespace {

using store::None;
using store::Query;

constexpr Query<std::int64_t(std::string_view)> find_number{
    "revision.find", "SELECT number FROM revision WHERE name = $1"};
constexpr Query<std::int64_t(std::string_view, std::string_view)> add_numbers{
    "revision.add",
    "SELECT CAST(coalesce(sum(number), 0) AS INTEGER) FROM revision WHERE name IN ($1, $2)"};
constexpr Query<None(std::string_view)> add_one{"revision.count_up", R"sql(
    INSERT INTO revision (name, number) VALUES ($1, 1)
    ON CONFLICT (name) DO UPDATE SET number = revision.number + 1)sql"};

} // namespace

std::int64_t number(store::Db& db, std::string_view name) {
    return db.one(find_number, name).value_or(0);
}

std::string stamp(store::Db& db, std::string_view name) {
    return std::to_string(number(db, name));
}

std::string stamp_of_both(store::Db& db, std::string_view one, std::string_view other) {
    return std::to_string(db.one(add_numbers, one, other).value_or(0));
}

std::int64_t count_up(store::Db& db, std::string_view name) {
    db.run(add_one, name);
    return number(db, name);
}

} // namespace openmasa::revision
