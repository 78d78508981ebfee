#include "core/restriction/single_records.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <set>

namespace openmasa::restriction {
namespace {

using Names = std::set<std::string, std::less<>>;
using Ids = std::map<std::string, Names, std::less<>>;

/// Tables with what a row of theirs must fulfil, at least one of it, to be seen.
using Reasons = std::map<std::string, std::vector<std::string>, std::less<>>;

std::string quoted(const Names& ids) {
    std::vector<std::string> all;
    for (const auto& id : ids) all.push_back(store::lens::literal_id(id));
    return join(all, ", ");
}

class SingleRecords {
public:
    SingleRecords(store::Db& db, const Scope& scope, const AllKinds& all)
        : db_(db), scope_(scope), all_(all) {}

    store::Lens lens() {
        find_records();
        for (const auto& area : all_)
            for (const auto& kind : area.kinds) add_records(kind);
        for (const auto& area : all_)
            for (const auto& one : area.hangs) add_what_hangs(one);
        for (const auto& area : all_)
            for (const auto& one : area.about) add_what_is_about(one);
        store::Lens lens;
        for (const auto& [table, reasons] : reasons_)
            lens.put(table, fmt::format("SELECT t.* FROM {{{}}} AS t WHERE {}", table,
                                        reasons.empty() ? "1 = 0" : join(reasons, " OR ")));
        return lens;
    }

private:
    /// What roles are held on, and what that stands in as far as no role reaches it.
    void find_records() {
        for (const auto& held : scope_.holdings) {
            const auto* kind = held.record ? find_kind(all_, held.record->kind) : nullptr;
            if (!kind) continue;
            held_[held.record->kind].insert(held.record->id);
            if (!kind->within) continue;
            for (const auto& around : kind->within(db_, held.record->id))
                if (!scope_.reads(around.id)) around_[around.kind].insert(around.id);
        }
    }

    void add_records(const Kind& kind) {
        auto& reasons = reasons_[std::string(kind.kind)];
        for (const auto* ids : {&held_, &around_})
            if (const auto found = ids->find(kind.kind); found != ids->end())
                reasons.push_back(fmt::format("t.id IN ({})", quoted(found->second)));
    }

    /// A table with the same id as its parent is the parent once more, at other times.
    void add_what_hangs(const Hangs& one) {
        auto& reasons = reasons_[std::string(one.table)];
        if (one.column == "id")
            reasons = reasons_[std::string(one.parent)];
        else
            reasons.push_back(fmt::format("t.{} IN ({})", one.column, reached(one.parent)));
    }

    /// Those that are read, without those that only their names are read of.
    std::string reached(std::string_view table) const {
        const auto names_only = around_.find(table);
        return fmt::format("SELECT p.id FROM {} AS p{}", table,
                           names_only == around_.end() ? std::string()
                                                       : fmt::format(" WHERE p.id NOT IN ({})",
                                                                     quoted(names_only->second)));
    }

    bool is_itself_about(std::string_view table) const {
        return std::ranges::any_of(all_, [&](const Kinds& area) {
            return std::ranges::find(area.about, table, &About::table) != area.about.end();
        });
    }

    /// A comment is about a record, never about another comment; the log is about either, and about
    /// what is no record: one's own sessions.
    void add_what_is_about(const About& one) {
        const bool is_record = find_kind(all_, one.table) != nullptr;
        auto& reasons = reasons_[std::string(one.table)];
        Names kinds;
        for (const auto& area : all_)
            for (const auto& kind : area.kinds) {
                kinds.emplace("'" + std::string(kind.kind) + "'");
                if (is_record && is_itself_about(kind.kind)) continue;
                reasons.push_back(fmt::format("(t.{} = '{}' AND t.{} IN ({}))", one.kind_column,
                                              kind.kind, one.id_column, reached(kind.kind)));
            }
        if (!is_record)
            reasons.push_back(fmt::format("t.{} NOT IN ({})", one.kind_column,
                                          join({kinds.begin(), kinds.end()}, ", ")));
    }

    store::Db& db_;
    const Scope& scope_;
    const AllKinds& all_;
    Ids held_, around_;
    Reasons reasons_;
};

} // namespace

void reach_single_records(store::Db& db, Scope& scope, const AllKinds& all) {
    for (auto& held : scope.holdings) {
        const auto* kind = held.record ? find_kind(all, held.record->kind) : nullptr;
        if (!kind) continue;
        held.reached = kind->parts ? kind->parts(db, held.record->id) : std::vector<std::string>{};
        held.reached.push_back(held.record->id);
    }
}

store::Lens lens_of_single_records(store::Db& db, const Scope& scope, const AllKinds& all) {
    return SingleRecords(db, scope, all).lens();
}

} // namespace openmasa::restriction
