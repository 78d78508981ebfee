#include "core/audit/newest.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <cctype>
#include <fmt/format.h>

namespace openmasa::audit {
namespace {

using store::Query;

constexpr auto behind = "somebody changed it behind the program.";

struct VersionRow {
    std::string_view id;
    std::int64_t version;
    std::string_view content;
    bool destroyed;
};
constexpr Query<VersionRow(std::string_view)> list_newest{"history.list_newest", R"sql(
    SELECT h.record_id, h.version, h.content, h.destroyed_under IS NOT NULL FROM history h
    JOIN (SELECT record_id, max(version) AS version FROM history WHERE kind = $1 GROUP BY record_id) newest
      ON newest.record_id = h.record_id AND newest.version = h.version
    WHERE h.kind = $1)sql"};

/// Empty when it cannot be read: verify() has said so by then, and the other records matter too.
Content readable(const std::string& content) {
    try {
        return history::content_without_day(content);
    } catch (const store::Fault&) {
        return {};
    }
}

/// The names whose values differ, for the sentence; their values stay in the file.
std::string names_of_differences(history::Fields fields, const Content& recorded,
                                 const Content& current) {
    std::vector<std::string> names;
    for (const auto* all : {&current, &recorded})
        for (const auto& pair : *all) {
            const auto& other = all == &current ? recorded : current;
            const auto name = history::name_of(fields, pair.first);
            if (!std::ranges::count(other, pair) && !std::ranges::count(names, name))
                names.push_back(name);
        }
    return join(names, ", ");
}

} // namespace

Newest::Newest(store::Db& db, std::string_view kind, history::Fields fields)
    : kind_(kind), fields_(fields) {
    db.each(
        list_newest,
        [&](VersionRow&& row) {
            known_.emplace(row.id, Known{row.version, std::string(row.content), row.destroyed});
        },
        kind);
}

void Newest::compare(const Current& current, Verdict& verdict) {
    ++verdict.records;
    const auto found = known_.find(current.id);
    if (found == known_.end()) {
        verdict.faults.push_back(
            fmt::format("{} has no history: somebody added it behind the program.",
                        called(kind_, current.content)));
        return;
    }
    auto& known = found->second;
    known.compared = true;
    if (known.destroyed) return;
    const auto recorded = readable(known.content);
    const auto was = history::state_of(fields_, recorded);
    const auto is = history::state_of(fields_, current.content);
    if (was != is) {
        verdict.faults.push_back(fmt::format("{} is not what its history says ({}): {}",
                                             called(kind_, was.empty() ? is : was),
                                             names_of_differences(fields_, was, is), behind));
    } else if (current.version != 0 && current.version != known.version) {
        verdict.faults.push_back(fmt::format("{} is in version {}, its history ends with {}: {}",
                                             called(kind_, current.content), current.version,
                                             known.version, behind));
    }
}

void Newest::report_missing(Verdict& verdict) const {
    for (const auto& [id, known] : known_)
        if (!known.compared && !known.destroyed)
            verdict.faults.push_back(fmt::format(
                "{} is gone, its history is there: somebody deleted it behind the program.",
                called(kind_, readable(known.content))));
}

std::string called(std::string_view kind, const Content& content) {
    auto name = fmt::format("{} {}", kind, content.empty() ? "without a name" : content[0].second);
    name[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(name[0])));
    return name;
}

} // namespace openmasa::audit
