#include "core/settings/revision.hpp"
#include <map>

namespace openmasa::revision {
namespace {

using store::None;
using store::Query;

struct Row {
    std::string name;
    std::int64_t number;
};
constexpr Query<Row()> list_numbers{"revision.list",
                                    "SELECT name, number FROM revision ORDER BY name"};
constexpr Query<None(std::string_view)> add_one{"revision.count_up", R"sql(
    INSERT INTO revision (name, number) VALUES ($1, 1)
    ON CONFLICT (name) DO UPDATE SET number = revision.number + 1)sql"};

/// There are as many as there are things that are remembered: a page that asks for several reads
/// them once.
using Numbers = std::map<std::string, std::int64_t, std::less<>>;

Numbers read_numbers(store::Db& db) {
    Numbers numbers;
    for (auto& row : db.all(list_numbers)) numbers.emplace(std::move(row.name), row.number);
    return numbers;
}

} // namespace

std::int64_t number(store::Db& db, std::string_view name) {
    const auto numbers = db.once<Numbers>("revisions", [&] { return read_numbers(db); });
    const auto found = numbers->find(name);
    return found == numbers->end() ? 0 : found->second;
}

std::string stamp(store::Db& db, std::string_view name) {
    return std::to_string(number(db, name));
}

std::string stamp_of_both(store::Db& db, std::string_view one, std::string_view other) {
    return std::to_string(number(db, one) + number(db, other));
}

std::int64_t count_up(store::Db& db, std::string_view name) {
    db.run(add_one, name);
    return number(db, name);
}

} // namespace openmasa::revision
