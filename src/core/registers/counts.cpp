#include "core/registers/counts.hpp"
#include "core/audit/audit.hpp"
#include "core/routing/version_read.hpp"
#include <fmt/format.h>
#include <map>

namespace openmasa::registers {
Counts::Counts(const Register& which, const EachRow& alike)
    : filters_(columns_that_filter(which.columns)) {
    alike([&](const Cells& row) {
        groups_.push_back(
            {{row.begin(), row.end() - 1}, static_cast<int>(whole_number(row.back()))});
    });
    values_ = values_of_groups();
}

int Counts::all() const {
    return chosen({});
}

int Counts::chosen(const Selection& selection) const {
    int rows = 0;
    for (const auto& group : groups_)
        if (lets_through(selection, group)) rows += group.rows;
    return rows;
}

bool Counts::lets_through(const Selection& selection, const Group& group) const {
    for (std::size_t at = 0; at < filters_.size(); ++at) {
        const auto chosen = selection.value_of(filters_[at]);
        if (!chosen.empty() && group.values[at] != (chosen == nothing ? "" : chosen)) return false;
    }
    return true;
}

std::vector<FilterValue> Counts::values_of_groups() const {
    std::vector<FilterValue> values;
    for (std::size_t at = 0; at < filters_.size(); ++at) {
        std::map<std::string, int> rows;
        for (const auto& group : groups_) rows[group.values[at]] += group.rows;
        for (const auto& [value, count] : rows) values.push_back({filters_[at], value, count});
    }
    return values;
}

std::shared_ptr<const Counts> counts_of(store::Db& db, const Scope& scope, const Register& which) {
    // What the register hands over by itself may be other rows for another reader.
    if (!which.source)
        return std::make_shared<const Counts>(counted_in(all_rows(db, scope, which), which));
    const auto key = fmt::format("registers/{}/{}", which.kind, scope.may(which.read));
    return db.remembered_as_seen<Counts>(
        key, fmt::format("{} {}", audit::newest_number(db), iso(scope.today)),
        [&] { return Counts(which, rows_alike(db, scope, which)); });
}

Counts counted_in(const EachRow& all, const Register& which) {
    std::map<Cells, int> alike;
    const auto filters = columns_that_filter(which.columns);
    all([&](const Cells& row) {
        Cells values;
        for (auto at : filters) values.push_back(row[at]);
        ++alike[values];
    });
    return Counts(which, [&](const TakeRow& take) {
        for (const auto& [values, rows] : alike) {
            auto group = values;
            group.push_back(std::to_string(rows));
            take(group);
        }
    });
}

} // namespace openmasa::registers
