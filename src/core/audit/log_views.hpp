#pragma once
// Pages of the log, from ready data.
#include "core/audit/checkpoint.hpp"
#include "core/audit/words.hpp"
#include "web/html.hpp"

namespace openmasa::audit {

struct LogPage {
    std::vector<LoggedAct> acts;
    LogFilter filter;
    OwnerNames owners;
    /// "/audit", "/audit/people/ID": what the filter's query is added to.
    std::string address;
    /// Names lead to everything done to a record; otherwise to the record itself.
    bool may_read_audit = false;
    /// On a person's own page it is not said who did it.
    bool names_people = true;
    /// More entries are older than these.
    bool has_older = false;
};

/// The entries by day, newest first, and the ways to older and newer ones.
Html log_list(const LogPage& page);

struct LogChoices {
    std::vector<KnownPerson> people;
    std::vector<std::string> verbs, kinds;
};
/// The whole log: its filter, its list, its download.
Html whole_log_view(const LogPage& page, const LogChoices& choices);

/// Everything done to one record. `own_address` is its own page, empty when there is none.
struct RecordPage {
    std::string kind, id, name, own_address;
    LogPage log;
};
Html record_view(const RecordPage& page);
/// What one person has done; `known_as` is empty on the page about oneself.
Html person_view(const std::string& known_as, const LogPage& page);

struct InspectionPage {
    std::vector<KnownPerson> people;
    /// The log is too long to be sent by a page; the command line writes it.
    bool is_too_long = false;
};
Html inspection_view(const InspectionPage& page);

struct CheckpointsPage {
    std::vector<Checkpoint> newest;
    std::string fingerprint;
};
Html checkpoints_view(const CheckpointsPage& page);

} // namespace openmasa::audit
