#include "core/audit/log_columns.hpp"
#include "core/access/store.hpp"
#include "core/exchange/csv.hpp"
#include <vector>

namespace openmasa::audit {
namespace {

void append_line(std::string& csv, const std::vector<std::string>& cells) {
    const std::vector<std::string_view> views(cells.begin(), cells.end());
    csv::append_line(csv, views);
}

} // namespace

OwnerNames owner_names(store::Db& db, const terms::Words& words) {
    OwnerNames owners{.names = {}, .words = words};
    for (auto& owner : access::list_owners(db))
        owners.names.emplace_back(owner.id.str(), std::move(owner.name));
    return owners;
}

void append_log_head(std::string& csv) {
    csv += "\xEF\xBB\xBF";
    append_line(csv, {"entry", "at", "who", "person", "from", "right", "what", "verb", "kind",
                      "record", "version"});
}

void append_log_line(std::string& csv, const LoggedAct& act, const OwnerNames& owners) {
    append_line(csv, {std::to_string(act.sequence), iso(act.at), act.who,
                      act.person ? act.person->str() : "", act.from,
                      spoken_right(act.right, owners), in_one_line(act, owners.words), act.verb,
                      act.kind, act.id, std::to_string(act.version)});
}

} // namespace openmasa::audit
