#pragma once
// What stands in a table now, held against what the history says it is. An area's verify() hands
// over every row of a table; who changed one with another program is found by this.
//     audit::Newest newest(db, "action");
//     db.each(list_every_action, [&](Row&& row) { newest.compare(current(row), verdict); });
//     newest.report_missing(verdict);
#include "core/audit/audit.hpp"
#include "core/history/description.hpp"
#include <map>

namespace openmasa::audit {

/// A record as its table has it.
struct Current {
    std::string_view id;
    /// The table's own count of versions; 0 when it keeps none.
    std::int64_t version = 0;
    Content content;
};

/// The newest version of every record of one kind.
class Newest {
public:
    /// `fields` describe what the kind keeps: only what is the record's own state is compared.
    Newest(store::Db& db, std::string_view kind, history::Fields fields = {});
    void compare(const Current& current, Verdict& verdict);
    /// The records that have a history and were not compared: their rows are gone. At the end.
    void report_missing(Verdict& verdict) const;

private:
    struct Known {
        std::int64_t version;
        std::string content;
        /// Nothing of it is here any more; what is left in the table says nothing.
        bool destroyed = false;
        bool compared = false;
    };
    std::string kind_;
    history::Fields fields_;
    std::map<std::string, Known, std::less<>> known_;
};

/// "Action FF 3": a record by its kind and the first thing that its content says.
std::string called(std::string_view kind, const Content& content);

} // namespace openmasa::audit
