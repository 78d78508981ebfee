#pragma once
// One table per kind of thing: state x move x who -> new state, what must be complete first, what
// is said with the move, which clocks start and stop, who is told. The table is data, written once
// by the feature in its own enums; what a page offers and what an action refuses both ask it.
//
//     struct Words { using State = ..., Move = ..., Need = ..., Asked = ..., Clock = ..., Told =
//     ...; }; constexpr transitions::Row<Words> table[] = {{.move = Move::start, .from = ..., .to =
//     ...}};
#include "core/access/role.hpp"
#include <cstdint>
#include <initializer_list>
#include <span>
#include <vector>

namespace openmasa::transitions {

/// Some values of an enum with at most 64, in the enum's order.
template<class Enum> class Set {
public:
    constexpr Set() = default;
    constexpr Set(std::initializer_list<Enum> members) {
        for (const auto member : members) bits_ |= bit(member);
    }
    constexpr bool has(Enum member) const { return (bits_ & bit(member)) != 0; }
    constexpr Set with(Enum member) const {
        Set more = *this;
        more.bits_ |= bit(member);
        return more;
    }
    constexpr bool empty() const { return bits_ == 0; }
    constexpr bool operator==(const Set&) const = default;

private:
    static constexpr std::uint64_t bit(Enum member) {
        return std::uint64_t{1} << static_cast<unsigned>(member);
    }
    std::uint64_t bits_ = 0;
};

/// In state `from` this move leads to state `to`.
template<class Words> struct Row {
    typename Words::Move move;
    typename Words::State from, to;
    Permission who;
    /// What must be there before; what is not is listed as missing.
    Set<typename Words::Need> complete{};
    /// What is said with the move itself.
    Set<typename Words::Asked> asks{};
    Set<typename Words::Clock> starts{}, stops{};
    Set<typename Words::Told> tells{};
};
template<class Words> using Table = std::span<const Row<Words>>;

/// The row of a cell; none where the move is not open.
template<class Words>
constexpr const Row<Words>* find_row(Table<Words> table, typename Words::State from,
                                     typename Words::Move move) {
    for (const auto& row : table)
        if (row.from == from && row.move == move) return &row;
    return nullptr;
}

/// Those that lead on from a state, in the table's order.
template<class Words>
std::vector<const Row<Words>*> rows_from(Table<Words> table, typename Words::State from) {
    std::vector<const Row<Words>*> rows;
    for (const auto& row : table)
        if (row.from == from) rows.push_back(&row);
    return rows;
}

/// Whether each cell stands in it at most once and no move leads back to where it started: asserted
/// where a table is written.
template<class Words> constexpr bool is_sound(Table<Words> table) {
    for (std::size_t at = 0; at < table.size(); ++at) {
        if (table[at].from == table[at].to) return false;
        for (std::size_t other = at + 1; other < table.size(); ++other)
            if (table[at].from == table[other].from && table[at].move == table[other].move)
                return false;
    }
    return true;
}

/// Whether moves lead to every state of `all` from `start`.
template<class Words>
constexpr bool reaches_all(Table<Words> table, typename Words::State start,
                           std::span<const typename Words::State> all) {
    Set<typename Words::State> reached{start};
    for (std::size_t round = 0; round < all.size(); ++round)
        for (const auto& row : table)
            if (reached.has(row.from)) reached = reached.with(row.to);
    for (const auto state : all)
        if (!reached.has(state)) return false;
    return true;
}

} // namespace openmasa::transitions
