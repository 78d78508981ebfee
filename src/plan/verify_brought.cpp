// Progress and evidence, held word for word against the version of their action that brought them.
#include "plan/content.hpp"
#include "plan/verify.hpp"
#include <algorithm>
#include <cctype>
#include <fmt/format.h>
#include <map>

namespace openmasa::plan {
namespace {

using history::Content;
using store::Query;

template<class Brought> struct BroughtRow {
    std::string action;
    std::int64_t version;
    std::string reference;
    Brought brought;
};
constexpr Query<BroughtRow<BroughtProgress>()> list_progress{"plan.verify_progress", R"sql(
    SELECT a.id, g.of_version, a.reference, g.id, g.at, coalesce(g.person_id, ''), g.status_before, g.status, g.words,
           g.true_from
    FROM progress g JOIN action a ON a.id = g.action_id ORDER BY g.at, g.id)sql"};
constexpr Query<BroughtRow<BroughtEvidence>()> list_evidence{"plan.verify_evidence", R"sql(
    SELECT a.id, e.of_version, a.reference, e.id, e.at, coalesce(e.person_id, ''), e.title, e.words, e.link, e.true_from
    FROM evidence e JOIN action a ON a.id = e.action_id ORDER BY e.at, e.id)sql"};

struct VersionRow {
    std::string action;
    std::int64_t version;
    std::string content;
};
constexpr Query<VersionRow()> list_versions{"plan.verify_brought", R"sql(
    SELECT record_id, version, content FROM history WHERE kind = 'action' ORDER BY record_id, version)sql"};

/// "progress.2.words" is "progress.words": which of several it is does not matter here.
std::string without_number(std::string_view key) {
    const auto from = key.find('.'), to = key.rfind('.');
    return std::string(key.substr(0, from)).append(key.substr(to));
}

Content without_numbers(Content content) {
    for (auto& [key, value] : content) key = without_number(key);
    return content;
}

/// One progress or piece of evidence as a version has it.
struct Piece {
    std::string_view what;
    std::string number;
    Content content;
};

/// "progress.2." of "progress.2.words"; nothing for a key of another sort.
std::string_view number_of(std::string_view key, std::string_view sort) {
    if (!key.starts_with(sort) || key.size() <= sort.size() || key[sort.size()] != '.') return {};
    return key.substr(0, key.rfind('.'));
}

std::vector<Piece> pieces_in(const Content& version) {
    std::vector<Piece> pieces;
    for (const auto& pair : version)
        for (const auto& [sort, what] :
             {std::pair{"progress", "the progress"}, std::pair{"piece", "the evidence"}}) {
            const auto number = number_of(pair.first, sort);
            if (number.empty()) continue;
            if (pieces.empty() || pieces.back().number != number)
                pieces.push_back({.what = what, .number = std::string(number), .content = {}});
            pieces.back().content.emplace_back(without_number(pair.first), pair.second);
        }
    return pieces;
}

std::string_view value_in(const Content& piece, std::string_view end) {
    const auto found =
        std::ranges::find_if(piece, [&](const auto& pair) { return pair.first.ends_with(end); });
    return found == piece.end() ? std::string_view() : std::string_view(found->second);
}

class Rows {
public:
    explicit Rows(audit::Verdict& verdict) : verdict_(verdict) {}

    template<class Brought> void add(BroughtRow<Brought>&& row, std::string_view what) {
        ++verdict_.contributions;
        auto id = row.brought.id;
        order_.push_back(id);
        rows_.emplace(std::move(id),
                      Row{what, std::move(row.action), row.version, std::move(row.reference),
                          without_numbers(content_of(row.brought))});
    }
    void compare(const VersionRow& version, const Content& content, const Piece& piece) {
        const auto found = rows_.find(value_in(piece.content, ".id"));
        if (found == rows_.end())
            return report(history::value_of(content, "reference"), piece.what, piece.content,
                          "is not there any more: somebody deleted it");
        auto& row = found->second;
        row.compared = true;
        const bool same = row.action == version.action && row.version == version.version &&
                          row.content == piece.content;
        if (!same)
            report(row.reference, row.what, piece.content,
                   "is not what its history says: somebody changed it");
    }
    void report_added() {
        for (const auto& id : order_)
            if (const auto& row = rows_.at(id); !row.compared)
                report(row.reference, row.what, row.content, "has no history: somebody added it");
    }

private:
    struct Row {
        std::string_view what;
        std::string action;
        std::int64_t version;
        std::string reference;
        Content content;
        bool compared = false;
    };
    void report(std::string_view reference, std::string_view what, const Content& piece,
                std::string_view how) {
        const auto at = moment_from_iso(value_in(piece, ".at"));
        verdict_.faults.push_back(fmt::format("Action {}: {} of {} {} behind the program.",
                                              reference, what, at ? spoken(*at) : "another day",
                                              how));
    }

    audit::Verdict& verdict_;
    std::map<std::string, Row, std::less<>> rows_;
    std::vector<std::string> order_;
};

/// Empty when it cannot be read, which audit::verify() has said by then.
Content readable(const std::string& content) {
    try {
        return history::content_from_json(content);
    } catch (const store::Fault&) {
        return {};
    }
}

} // namespace

void verify_brought(store::Db& db, audit::Verdict& verdict) {
    Rows rows(verdict);
    db.each(list_progress,
            [&](BroughtRow<BroughtProgress>&& row) { rows.add(std::move(row), "the progress"); });
    db.each(list_evidence,
            [&](BroughtRow<BroughtEvidence>&& row) { rows.add(std::move(row), "the evidence"); });
    db.each(list_versions, [&](VersionRow&& version) {
        if (version.content.find(".true_from\"") == std::string::npos) return;
        const auto content = readable(version.content);
        for (const auto& piece : pieces_in(content)) rows.compare(version, content, piece);
    });
    rows.report_added();
}

} // namespace openmasa::plan
