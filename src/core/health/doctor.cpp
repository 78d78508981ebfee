#include "core/health/doctor.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::health {
namespace {

constexpr std::uint64_t megabyte = 1 << 20;
/// Below this a day's work may not fit.
constexpr auto least_room = 200 * megabyte;
constexpr auto backup_is_recent = std::chrono::hours(36),
               backup_is_old = std::chrono::hours(24 * 8);
/// A program that serves makes one a day.
constexpr auto checkpoint_is_recent = std::chrono::hours(48);
constexpr auto mail_may_fail = std::chrono::hours(1);
/// The log is begun anew every 4 MB; ten times that means that something keeps it from it.
constexpr auto longest_log = 40 * megabyte;

std::string megabytes(std::uint64_t bytes) {
    return fmt::format("{} MB", (bytes + megabyte - 1) / megabyte);
}

Finding of_records(const Facts& facts) {
    if (facts.damage.empty()) return {Grade::well, "The records can be read and are whole."};
    return {Grade::trouble, fmt::format("The records are damaged: {}. Stop the program and go back "
                                        "to the newest backup that verify calls sound.",
                                        facts.damage.front())};
}

Finding of_room(const Facts& facts) {
    const auto room = megabytes(facts.free_bytes);
    if (facts.free_bytes < least_room)
        return {Grade::trouble,
                fmt::format("Only {} are left on the disk. Make room today: when it "
                            "is full nothing can be saved.",
                            room)};
    if (facts.free_bytes < 2 * facts.records_bytes)
        return {Grade::look, fmt::format("{} are left on the disk, less than twice the {} of the "
                                         "records. Make room for growth and for backups.",
                                         room, megabytes(facts.records_bytes))};
    return {Grade::well,
            fmt::format("The records take {}; {} are free.", megabytes(facts.records_bytes), room)};
}

Finding of_log(const Facts& facts) {
    if (facts.log_bytes <= longest_log)
        return {Grade::well, "The write-ahead log is short, as it should be."};
    return {Grade::look,
            fmt::format("The write-ahead log has grown to {}. Another program may hold "
                        "the file open; if not, restart OpenMASA.",
                        megabytes(facts.log_bytes))};
}

Finding of_privacy(const Facts& facts) {
    if (!facts.open_to_others)
        return {Grade::well, "No other user of this machine can read the records."};
    return {Grade::trouble, "Other users of this machine can read the records. Take their rights "
                            "away: chmod 600 for the files, 700 for the folder."};
}

Finding of_place(const Facts& facts) {
    if (!facts.on_network) return {Grade::well, "The records are on a disk of this machine."};
    return {Grade::trouble, "The records are on another machine's disk. Saved work can be lost "
                            "there: move them to a local disk."};
}

Finding of_clock(const Facts& facts) {
    if (!facts.newest_entry || *facts.newest_entry <= facts.now)
        return {Grade::well, "The machine's clock agrees with the records."};
    return {Grade::trouble, fmt::format("The newest entry was made at {}, which by the machine's "
                                        "clock is still to come. Set the clock.",
                                        openmasa::spoken(*facts.newest_entry))};
}

Finding of_people(const Facts& facts) {
    if (facts.keepers > 0)
        return {Grade::well, fmt::format("{} people have an account.", facts.accounts)};
    return {Grade::trouble, "Nobody can look after the records and the people. Add somebody: "
                            "openmasa user add EMAIL --name NAME --role business-unit"};
}

/// A copy that somebody makes of the file in another way is not known here.
Finding of_backup(const Facts& facts) {
    if (!facts.newest_backup)
        return {Grade::look, "No backup was made yet. Make one every night: openmasa backup FILE"};
    const auto age = facts.now - *facts.newest_backup;
    const auto when = openmasa::spoken(*facts.newest_backup);
    if (age <= backup_is_recent)
        return {Grade::well, fmt::format("The newest backup was made on {}.", when)};
    return {age > backup_is_old ? Grade::trouble : Grade::look,
            fmt::format("The newest backup was made on {}. Make one every night, and see why the "
                        "last ones were not made.",
                        when)};
}

Finding of_files(const Facts& facts) {
    if (facts.files > 0 && !facts.has_files_folder)
        return {Grade::trouble,
                fmt::format("The folder of files, {}, is not there, and the records name {} in it. "
                            "Put it back, or say in OPENMASA_FILES where it is.",
                            facts.files_folder, counted(facts.files, "file"))};
    if (facts.has_files_folder && facts.room_for_files < least_room)
        return {Grade::trouble,
                fmt::format("Only {} are left on the disk of the folder of files, {}. Make room "
                            "today: when it is full no file can be attached.",
                            megabytes(facts.room_for_files), facts.files_folder)};
    return {Grade::well, fmt::format("The records name {} in the folder {}.",
                                     counted(facts.files, "file"), facts.files_folder)};
}

Finding of_checkpoint(const Facts& facts) {
    if (!facts.newest_entry) return {Grade::well, "Nothing is in the audit log yet."};
    if (!facts.newest_checkpoint)
        return {Grade::look, "The audit log was never signed. It is signed while openmasa serve "
                             "runs, or by openmasa checkpoint."};
    const auto when = openmasa::spoken(*facts.newest_checkpoint);
    if (facts.signed_elsewhere)
        return {Grade::look,
                fmt::format("The audit log was signed at {} with another key than the audit.key "
                            "that is here. Programs that serve one database need the same "
                            "$OPENMASA_DATA; if the key was lost, keep the checkpoints of both.",
                            when)};
    if (*facts.newest_entry - *facts.newest_checkpoint <= checkpoint_is_recent)
        return {Grade::well, fmt::format("The audit log was signed at {}.", when)};
    return {Grade::look,
            fmt::format("The audit log was last signed at {}, and much was written since. It is "
                        "signed daily while openmasa serve runs: look for why in its log.",
                        when)};
}

Finding of_work(const Facts& facts) {
    if (facts.undone_work > 0)
        return {
            Grade::trouble,
            fmt::format("{} due for more than ten minutes and nobody does it. See that openmasa "
                        "serve runs, and what its log says.",
                        counted(facts.undone_work, "piece of work is", "pieces of work are"))};
    if (facts.failed_work > 0)
        return {
            Grade::look,
            fmt::format("{} failed in the last week. The page Everybody's work in progress says "
                        "why, and tries again.",
                        counted(facts.failed_work, "piece of work", "pieces of work"))};
    return {Grade::well, "No work is stuck."};
}

Finding of_mail(const Facts& facts) {
    if (facts.mail_host.empty())
        return {Grade::well,
                "No mail server is set: mails are kept, and the page Outbox shows them."};
    if (facts.mail_failing_since && facts.now - *facts.mail_failing_since > mail_may_fail)
        return {Grade::trouble,
                fmt::format("The mail server {} was not reached since {}. The page "
                            "Outbox says why; mails wait meanwhile.",
                            facts.mail_host, openmasa::spoken(*facts.mail_failing_since))};
    if (facts.dead_mails > 0)
        return {Grade::look, fmt::format("{} given up in the last week. The page Outbox says why, "
                                         "and tries again.",
                                         counted(facts.dead_mails, "mail was", "mails were"))};
    return {Grade::well, "Mails get through."};
}

Finding of_example(const Facts& facts) {
    if (!facts.is_example) return {Grade::well, "These are a partnership's own records."};
    return {Grade::look, "These are the example partnership's records. Make a database of your own "
                         "before real work begins: openmasa init --partnership NAME"};
}

} // namespace

std::string_view spoken(Grade grade) {
    switch (grade) {
    case Grade::well: return "Well";
    case Grade::look: return "Look at this";
    case Grade::trouble: return "Trouble";
    }
    return {};
}

namespace {

/// A server without one works: pages print from every browser.
Finding of_pdf(const Facts& facts) {
    if (facts.why_no_pdf.empty()) return {Grade::well, "Reports can be made as PDF."};
    return {Grade::look, facts.why_no_pdf + " Reports print from any browser and leave as Word; "
                                            "for PDF see \u201CDocuments\u201D in operating.md."};
}

} // namespace

std::vector<Finding> examine(const Facts& facts) {
    std::vector<Finding> findings = {of_records(facts),    of_files(facts),  of_clock(facts),
                                     of_people(facts),     of_work(facts),   of_mail(facts),
                                     of_checkpoint(facts), of_backup(facts), of_pdf(facts),
                                     of_example(facts)};
    if (!facts.file.empty())
        findings.insert(findings.begin() + 1,
                        {of_room(facts), of_log(facts), of_privacy(facts), of_place(facts)});
    return findings;
}

Grade worst(const std::vector<Finding>& findings) {
    auto worst = Grade::well;
    for (const auto& finding : findings) worst = std::max(worst, finding.grade);
    return worst;
}

} // namespace openmasa::health
