#include "core/audit/log_columns.hpp"
#include "core/access/store.hpp"
#include "web/listing/download.hpp"

namespace openmasa::audit {

OwnerNames owner_names(store::Db& db) {
    OwnerNames owners;
    for (auto& owner : access::list_owners(db))
        owners.names.emplace_back(owner.id.str(), std::move(owner.name));
    return owners;
}

void append_log_head(std::string& csv) {
    csv += "\xEF\xBB\xBF";
    listing::append_csv_line(csv, {"entry", "at", "who", "person", "from", "right", "what", "verb",
                                   "kind", "record", "version"});
}

void append_log_line(std::string& csv, const LoggedAct& act, const OwnerNames& owners) {
    listing::append_csv_line(csv, {std::to_string(act.sequence), iso(act.at), act.who,
                                   act.person ? act.person->str() : "", act.from,
                                   spoken_right(act.right, owners), in_one_line(act), act.verb,
                                   act.kind, act.id, std::to_string(act.version)});
}

} // namespace openmasa::audit
