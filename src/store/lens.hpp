#pragma once
// What a handle's reads see instead of a table: as it was on a day, or without what a person may
// not read. No query knows of it; each keeps its one text.
//
//     Lens lens;
//     lens.put("action", "SELECT a.* FROM {action} AS a WHERE a.id <> " + lens::literal(hidden));
//     db.look_through(std::move(lens));
#include "kernel/day.hpp"
#include "kernel/id.hpp"
#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace openmasa::store {

class Lens {
public:
    /// From now on `table` is what `select` gives: exactly the table's columns, under their names.
    /// In it, {table} is what was seen before (the table itself, or what an earlier put() made of
    /// it) and wants an alias: FROM {action} AS a. Another table's plain name is that table as seen
    /// through this lens, whenever it was put; two must not name each other.
    void put(std::string_view table, std::string_view select);
    /// All of `other` on top of this one.
    void put_all(const Lens& other);
    bool empty() const { return shadows_.empty(); }
    /// All that it shows instead, as one text: equal texts show the same. Empty for an empty one.
    std::string words() const;
    /// `text` with the shadows of the tables that it names in front. `schema` is where the tables
    /// themselves stand ("main").
    std::string over(std::string_view text, std::string_view schema) const;

private:
    struct Shadow {
        std::string table, select;
    };
    void add_needed_by(std::string_view text, std::vector<const Shadow*>& needed) const;

    std::vector<Shadow> shadows_;
};

/// A lens that is ready: it changes no more, and many handles may look through it at once. What it
/// made of a text is kept for the next time.
class ReadyLens {
public:
    explicit ReadyLens(Lens lens);
    const Lens& lens() const { return lens_; }
    /// No other in this process has it.
    std::uint64_t number() const { return number_; }
    /// As Lens::over().
    std::string over(std::string_view text, std::string_view schema) const;

private:
    Lens lens_;
    std::uint64_t number_;
    mutable std::mutex mutex_;
    mutable std::unordered_map<std::string, std::string> composed_;
};

/// What may stand in a select as it is: ids, days and moments, quoted. Never words.
namespace lens {
std::string literal(Day day);
std::string literal(Moment moment);
std::string literal_id(std::string_view id);
template<class Kind> std::string literal(const Id<Kind>& id) {
    return literal_id(id.view());
}
} // namespace lens

} // namespace openmasa::store
