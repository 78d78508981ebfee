#pragma once
// Everybody who is listed on a day with all the words that lead to them, kept in memory while
// nothing of it changes: a search of thousands of people reads no more than those it finds.
#include "partnership/directory/entry.hpp"
#include "store/db.hpp"
#include <cstdint>
#include <memory>

namespace openmasa::directory {

struct BookEntry {
    PersonId id;
    std::string name{};
    /// In small letters, a line each: name, position, agency and its sector, offices, groups,
    /// seats, what they can be asked about.
    std::string text{};
    /// A bit for each role, since what roles are called is the partnership's own.
    std::uint32_t roles = 0;
    bool is_listed = false;
};
/// By name.
using Book = std::vector<BookEntry>;

/// Whom every word leads to, at most so many, in the order of the book. Pure.
std::vector<PersonId> found_in(const Book& book, const std::vector<std::string>& words,
                               const terms::Words& local, std::size_t most);

/// As of that day. One statement where it is remembered, of today and of the last other day that
/// was asked for; seven to make it anew after people, offices, groups, agencies or roles changed.
std::shared_ptr<const Book> book_of(store::Db& db, Day on, bool is_past);

} // namespace openmasa::directory
