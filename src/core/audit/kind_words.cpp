#include "core/audit/kind_words.hpp"
#include <algorithm>
#include <iterator>

namespace openmasa::audit {
namespace {

constexpr Kind kinds[] = {
    {"account", "account", "Accounts", ""},
    {"action", "action", "Actions", "/actions/"},
    {"agency", "[agency]", "[Agencies]", "/agencies/"},
    {"area", "area", "Areas", ""},
    {"arrangements", "edition of the arrangements", "Safeguarding arrangements", "/arrangements/"},
    {"arrangements_comment", "comment on the arrangements", "Comments on the arrangements", ""},
    {"attachment", "file", "Files", ""},
    {"audit_key", "signing key", "Signing keys", ""},
    {"backup", "backup", "Backups", ""},
    {"bank_holidays", "list of bank holidays", "Bank holidays", ""},
    {"checkpoint", "checkpoint", "Checkpoints", ""},
    {"clock", "clock", "Clocks", "/clocks/"},
    {"clock_rule", "rule of a clock", "Rules of clocks", ""},
    {"comment", "comment", "Comments", ""},
    {"declaration", "declaration of suitability", "Declarations of suitability", "/suitability/"},
    {"directory_entry", "entry in the directory", "Entries in the directory", "/directory/people/"},
    {"download", "download", "Downloads", ""},
    {"figure_load", "load of figures", "Loads of figures", "/indicators/loads/"},
    {"glass", "breaking of the glass", "Broken glass", ""},
    {"group", "group", "Groups", "/groups/"},
    {"import", "imported [plan]", "Imported [plans]", "/imports/"},
    {"indicator", "indicator", "Indicators", "/indicators/"},
    {"job", "work in progress", "Work in progress", "/jobs/"},
    {"link", "link to answer with", "Links to answer with", ""},
    {"mail", "mail", "Mails", ""},
    {"mailing_list", "mailing list", "Mailing lists", "/directory/lists/"},
    {"notice_preference", "choice of mails", "Choices of mails", ""},
    {"objective", "objective", "Objectives", "/objectives/"},
    {"office", "office", "Offices", "/offices/"},
    {"outside_identity", "account elsewhere", "Accounts elsewhere", ""},
    {"owner", "owner", "Owners", ""},
    {"page", "page", "Pages that were refused", ""},
    {"person", "person", "People", "/people/details/"},
    {"plan", "[plan]", "[Plans]", "/plans/"},
    {"recommendation", "recommendation", "Recommendations", "/recommendations/"},
    {"recommendation_response", "answer to a recommendation", "Answers to recommendations", ""},
    {"report", "highlight report", "Highlight reports", ""},
    {"register_import", "imported spreadsheet", "Imported spreadsheets", ""},
    {"restriction", "restriction", "Restrictions", ""},
    {"saved_view", "saved view", "Saved views", "/views/"},
    {"schedule", "schedule", "Schedules", "/jobs/schedules/"},
    {"section", "[priority]", "[Priorities]", "/priorities/"},
    {"session", "session", "Signing in and out", ""},
    {"settings", "settings", "Settings", "/settings"},
    {"succession", "succession", "Successions of [agencies]", ""},
    {"sign_off", "signing of a document", "Signing of documents", ""},
    {"term", "term", "Words and themes", "/terms/"},
    {"token", "token", "Tokens of other programs", ""},
    {"update_request", "request for updates", "Requests for updates", ""},
};

} // namespace

std::span<const Kind> all_kinds() {
    return kinds;
}

const Kind* find_kind(std::string_view kind) {
    const auto* found = std::ranges::find(kinds, kind, &Kind::kind);
    return found == std::end(kinds) ? nullptr : found;
}

} // namespace openmasa::audit
