#include "core/registers/selected.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <compare>

namespace openmasa::registers {
namespace {

class Test {
public:
    Test(const Register& which, const Selection& selection)
        : which_(which), selection_(selection), words_(words_to_find(selection)) {}
    bool lets_through(const Cells& row) const {
        for (const auto& one : selection_.chosen)
            if (row[one.column] != (one.value == nothing ? std::string_view() : one.value))
                return false;
        if (words_.empty()) return true;
        const auto all = searched(row);
        return std::ranges::all_of(
            words_, [&](const std::string& word) { return all.find(word) != all.npos; });
    }

private:
    std::string searched(const Cells& row) const {
        std::string all;
        for (std::size_t at = 0; at < row.size(); ++at) {
            const auto& column = which_.columns[at];
            if (!is_searched(column)) continue;
            all += lower(spoken_cell(column, row[at])) + '\n';
        }
        return all;
    }
    const Register& which_;
    const Selection& selection_;
    std::vector<std::string> words_;
};

/// What is empty comes last, whichever way.
class Order {
public:
    Order(const Register& which, const Selection& selection)
        : at_(*selection.sort), descending_(selection.descending),
          by_number_(which.columns[at_].holds == Holds::number) {}
    bool operator()(const Cells& one, const Cells& other) const {
        const auto &a = one[at_], &b = other[at_];
        if (a.empty() || b.empty()) return !a.empty() && b.empty();
        const auto order = by_number_ ? compare_numbers(a, b) : lower(a) <=> lower(b);
        return descending_ ? order > 0 : order < 0;
    }

private:
    /// Digits without leading noughts: the longer one is more.
    static std::strong_ordering compare_numbers(const std::string& a, const std::string& b) {
        return a.size() != b.size() ? a.size() <=> b.size() : a <=> b;
    }
    std::size_t at_;
    bool descending_, by_number_;
};

} // namespace

EachRow selected(const EachRow& all, const Register& which, const Selection& selection) {
    return [all, &which, selection](const TakeRow& take) {
        const Test test(which, selection);
        if (!selection.sort) {
            all([&](const Cells& row) {
                if (test.lets_through(row)) take(row);
            });
            return;
        }
        std::vector<Cells> rows;
        all([&](const Cells& row) {
            if (test.lets_through(row)) rows.push_back(row);
        });
        std::ranges::stable_sort(rows, Order(which, selection));
        for (const auto& row : rows) take(row);
    };
}

EachRow of_page(const EachRow& all, const std::optional<listing::Paging>& paging) {
    if (!paging) return all;
    return [all, offset = paging->offset()](const TakeRow& take) {
        int at = 0;
        all([&](const Cells& row) {
            if (at >= offset && at < offset + listing::rows_a_page) take(row);
            ++at;
        });
    };
}

} // namespace openmasa::registers
