#pragma once
// What `openmasa doctor` says: what it found out about the machine and the records, and a sentence
// about each with what to do. The rules are pure; collecting facts is the command's business.
#include "kernel/day.hpp"
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace openmasa::health {

struct Facts {
    Moment now{};
    /// What the database's own check of its file says; empty when all is well.
    std::vector<std::string> damage;
    /// The file that holds the records; empty when a server does, which has its own keepers: then
    /// nothing is said of file, disk and log.
    std::string file;
    std::uint64_t records_bytes = 0, log_bytes = 0, free_bytes = 0;
    /// The records or their folder can be read by other users of the machine.
    bool open_to_others = false;
    /// The folder is on a file system of another machine (NFS, SMB).
    bool on_network = false;
    std::optional<Moment> newest_entry, newest_backup, newest_checkpoint;
    /// The newest checkpoint was signed with another key than the one that is here.
    bool signed_elsewhere = false;
    /// Where files are kept, how many the records name, whether the folder is there, and how much
    /// room its disk has.
    std::string files_folder;
    std::int64_t files = 0;
    bool has_files_folder = true;
    std::uint64_t room_for_files = 0;
    /// Work that failed in the last week, and work that was due ten minutes ago and nobody does.
    std::int64_t failed_work = 0, undone_work = 0;
    /// Mails that were given up in the last week; the mail server's name, and since when it cannot
    /// be reached.
    std::int64_t dead_mails = 0;
    std::string mail_host;
    std::optional<Moment> mail_failing_since;
    /// Accounts that are open, and those of them whose holders may do everything in the plan.
    int accounts = 0, keepers = 0;
    bool is_example = false;
    /// Why no PDF can be made, as a sentence; empty when one can (core/documents/pdf.hpp).
    std::string why_no_pdf{};
};

enum class Grade { well, look, trouble };
std::string_view spoken(Grade grade);

struct Finding {
    Grade grade = Grade::well;
    /// One sentence; when it is not well, a second says what to do.
    std::string words;
};

/// What counts as of late for failed work and mails, and how long due work may wait.
inline constexpr auto lately = std::chrono::hours{24 * 7};
inline constexpr auto patience = std::chrono::minutes{10};

/// One finding for each thing looked at, in a fixed order.
std::vector<Finding> examine(const Facts& facts);
/// The worst of them.
Grade worst(const std::vector<Finding>& findings);

} // namespace openmasa::health
