#include "core/audit/words.hpp"
#include "core/access/role.hpp"
#include "core/audit/kind_words.hpp"
#include "core/history/history.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <array>
#include <cctype>
#include <fmt/format.h>
#include <utility>

namespace openmasa::audit {
namespace {

/// {} is the thing's name, {what} what was changed about it. A verb that is not here is spoken as
/// it is written: thing.lifted as "thing lifted".
struct Verb {
    std::string_view verb, words;
};
constexpr Verb verbs[] = {
    {"account.agency_renamed", "gave the [agency] or office of {} its new name"},
    {"account.changed_by_import", "changed {} by an import"},
    {"account.duties_taken_over", "handed duties over to {}"},
    {"account.ended", "ended the account of {}"},
    {"account.invited", "made a one-time link for {}"},
    {"account.link_asked_for", "asked for a link to choose another password"},
    {"account.made", "made an account for {}"},
    {"account.password_chosen", "chose a password for {}"},
    {"account.recovery_code_used", "used a recovery code of {}"},
    {"account.recovery_codes_renewed", "made new recovery codes for {}"},
    {"account.renamed", "gave another name to the account of {}"},
    {"account.reopened", "opened the account of {} again"},
    {"account.role_changed", "changed the roles of {}"},
    {"account.role_ended", "ended a role of {}"},
    {"account.role_given", "gave a role to {}"},
    {"account.second_step_off", "took the second step off the sign-in of {}"},
    {"account.second_step_on", "added a second step to the sign-in of {}"},
    {"account.sessions_ended", "ended sessions of {}"},
    {"action.added", "added {}"},
    {"action.brought_back", "brought {} back"},
    {"action.carried_on", "carried {} on into the next edition"},
    {"action.carried_over", "kept {} in a newer form"},
    {"action.changed", "changed {what} of {}"},
    {"action.changed_by_import", "changed {} by a revised [plan]"},
    {"action.evidence_added", "added evidence to {}"},
    {"action.follows_said", "said what {} carries on"},
    {"action.left_behind", "left {} behind with its edition"},
    {"action.moved", "moved {}"},
    {"action.not_left_behind", "took back that {} was left behind"},
    {"action.passed_on", "passed {} on to whoever answers for it next"},
    {"action.progress_imported", "brought in progress on {} from a document"},
    {"action.progress_recorded", "recorded progress on {}"},
    {"action.put_back", "put an earlier version of {} back"},
    {"action.withdrawn", "withdrew {}"},
    {"actions.downloaded", "downloaded a list of actions"},
    {"agencies.downloaded", "downloaded a list of [agencies]"},
    {"agency.added", "added the [agency] {}"},
    {"agency.changed", "changed {what} of the [agency] {}"},
    {"arrangement_checklist.downloaded", "downloaded the checklist of the arrangements"},
    {"arrangement_comments.downloaded", "downloaded the comments on the arrangements"},
    {"arrangement_consultation.downloaded", "downloaded the consultation on the arrangements"},
    {"arrangement_milestones.downloaded", "downloaded the milestones of the arrangements"},
    {"arrangement_sections.downloaded", "downloaded the sections of the arrangements"},
    {"arrangement_signatures.downloaded", "downloaded the signatures of the arrangements"},
    {"arrangements.added", "began the arrangements {}"},
    {"arrangements.changed", "changed {what} of the arrangements {}"},
    {"arrangements.consulted", "sent the arrangements {} out for consultation"},
    {"arrangements.corrected", "corrected the published arrangements {}"},
    {"arrangements.document_taken", "downloaded the arrangements {} as a document"},
    {"arrangements.downloaded", "downloaded a list of the arrangements"},
    {"arrangements.file_added", "added a file to the arrangements {}"},
    {"arrangements.judged", "judged {what} of the arrangements {}"},
    {"arrangements.offered", "put the arrangements {} for signature"},
    {"arrangements.published", "published the arrangements {}"},
    {"arrangements.sent_back", "sent the arrangements {} back for changes"},
    {"arrangements.signed", "gave the arrangements {} their last signature"},
    {"arrangements.superseded", "let a later edition supersede the arrangements {}"},
    {"arrangements.taken_back", "took the arrangements {} back to the draft"},
    {"arrangements.withdrawn", "withdrew the arrangements {}"},
    {"arrangements_comment.added", "commented on the section {} of the arrangements"},
    {"arrangements_comment.answered", "answered a comment on the section {} of the arrangements"},
    {"arrangements_comment.withdrawn", "withdrew a comment on the section {} of the arrangements"},
    {"attachment.downloaded", "downloaded {}"},
    {"attachment.seen", "looked at {}"},
    {"audit.downloaded", "downloaded a part of this log"},
    {"audit.inspected", "downloaded a part of this log with its proof"},
    {"audit.key_made", "made the key that signs checkpoints"},
    {"backup.made", "made a backup"},
    {"bank_holidays.brought_in", "brought in a list of bank holidays"},
    {"checkpoint.downloaded", "downloaded a checkpoint"},
    {"clock.paused", "paused the clock {}"},
    {"clock.restarted", "let the clock {} run again"},
    {"clock.started", "started the clock {}"},
    {"clock.stopped", "stopped the clock {}"},
    {"clock_rule.added", "added a rule for the clock {}"},
    {"clock_rule.withdrawn", "withdrew a rule of the clock {}"},
    {"comment.added", "added a comment"},
    {"comment.withdrawn", "withdrew a comment"},
    {"comparison.downloaded", "downloaded the comparison of {} with the edition before"},
    {"declaration.kept", "kept a declaration of suitability in confidence"},
    {"destruction.confirmed", "confirmed that {} is destroyed"},
    {"destruction.declined", "declined to destroy {}"},
    {"destruction.proposed", "proposed to destroy {}"},
    {"directory.downloaded", "took people of the directory away"},
    {"directory_entry.kept", "kept their entry in the directory"},
    {"file.downloaded", "downloaded a file of {}"},
    {"file.seen", "looked at a file of {}"},
    {"glass.broken", "broke the glass of a restricted record"},
    {"glass.refused", "tried to break the glass of a record, and was refused"},
    {"glass.reviewed", "reviewed a breaking of the glass"},
    {"group.added", "added the group {}"},
    {"group.changed", "changed {what} of the group {}"},
    {"group.deputy_named", "named a deputy in the group {}"},
    {"group.deputy_took_over", "made a deputy the holder of a seat in the group {}"},
    {"group.ended", "ended the group {}"},
    {"group.guest_invited", "invited somebody to the group {}"},
    {"group.member_left", "ended the place of somebody who left in the group {}"},
    {"group.person_put_right", "put right who sat in the group {}"},
    {"group.person_removed", "took away somebody who never sat in the group {}"},
    {"group.quorum_set", "set what makes a quorum in the group {}"},
    {"group.seat_added", "added a seat to the group {}"},
    {"group.seat_changed", "changed a seat of the group {}"},
    {"group.seat_ended", "ended a seat of the group {}"},
    {"group.seat_handed_on", "changed who fills a seat of the group {}"},
    {"group.terms_adopted", "adopted the terms of reference of the group {}"},
    {"group.terms_written", "wrote the terms of reference of the group {}"},
    {"groups.downloaded", "downloaded a list of groups"},
    {"hold.lifted", "lifted the legal hold on {}"},
    {"hold.set", "put {} on legal hold"},
    {"import.left", "left an imported [plan] unsaved"},
    {"import.saved", "saved an imported [plan]"},
    {"import.uploaded", "uploaded [a plan] to look at"},
    {"job.asked", "asked for work that takes longer than a page"},
    {"job.cancelled", "cancelled work in progress"},
    {"job.fetched", "downloaded what work in progress had made"},
    {"job.tried_again", "had failed work tried again"},
    {"link.given", "gave a link that needs no account"},
    {"link.revoked", "took back a link that needs no account"},
    {"link.used", "used a link that needs no account"},
    {"mail.tried_again", "had a mail tried again"},
    {"mailing_list.added", "added the mailing list {}"},
    {"mailing_list.changed", "changed {what} of the mailing list {}"},
    {"mailing_list.taken", "downloaded the mailing list {}"},
    {"mailing_list.withdrawn", "withdrew the mailing list {}"},
    {"notice_preference.changed", "chose what they are told by mail"},
    {"objective.added", "added the objective {}"},
    {"objective.brought_back", "brought the objective {} back"},
    {"objective.carried_over", "kept the objective {} in a newer form"},
    {"objective.put_back", "put an earlier version of the objective {} back"},
    {"objective.saved", "changed {what} of the objective {}"},
    {"objective.withdrawn", "withdrew the objective {}"},
    {"office.added", "added the office {}"},
    {"office.changed", "changed {what} of the office {}"},
    {"office.handed_over", "handed the office {} over"},
    {"office.holder_left", "ended the hold of somebody who left on the office {}"},
    {"office.holder_put_right", "put right who held the office {}"},
    {"office.holder_removed", "took away somebody who never held the office {}"},
    {"offices.downloaded", "downloaded a list of offices"},
    {"outside_identity.ended", "ended an account elsewhere that signed somebody in"},
    {"outside_identity.joined", "joined an account elsewhere with an account"},
    {"outside_identity.used", "signed in with an account elsewhere"},
    {"owed.downloaded", "downloaded what somebody owes"},
    {"owner.made", "added the owner {}"},
    {"page.refused", "asked for a page that is not there, or not open to them"},
    {"people.downloaded", "downloaded a list of people"},
    {"person.added", "wrote down {}"},
    {"person.card_taken", "took the contact card of {}"},
    {"person.changed", "changed {what} of {}"},
    {"plan.added", "added the [plan] {}"},
    {"plan.brought_back", "brought the [plan] {} back"},
    {"plan.calendar_fetched", "let a calendar program fetch the dates of the [plan] {}"},
    {"plan.calendar_taken", "downloaded the dates of the [plan] {} for a calendar"},
    {"plan.carried_over", "kept the [plan] {} in a newer form"},
    {"plan.document_taken", "downloaded the [plan] {} as a document"},
    {"plan.follows_said", "said which edition the [plan] {} follows"},
    {"plan.passed_on", "passed the [plan] {} on to whoever answers for it next"},
    {"plan.put_back", "put an earlier version of the [plan] {} back"},
    {"plan.saved", "changed {what} of the [plan] {}"},
    {"plan.withdrawn", "withdrew the [plan] {}"},
    {"plans.downloaded", "downloaded a list of [plans]"},
    {"record.restricted", "restricted who may read a record"},
    {"register_import.left", "left a spreadsheet unsaved"},
    {"register_import.saved", "saved the rows of a spreadsheet"},
    {"register_import.uploaded", "uploaded a spreadsheet to look at"},
    {"restricted.read", "read {}, which is restricted"},
    {"report.worded", "wrote the covering words of the highlight report of {}"},
    {"restriction.changed", "changed who may read a restricted record"},
    {"restriction.lifted", "lifted a restriction"},
    {"saved_view.added", "saved the view {}"},
    {"saved_view.brought_back", "brought back the view {}"},
    {"saved_view.changed", "changed the view {}"},
    {"saved_view.withdrawn", "withdrew the view {}"},
    {"schedule.changed", "changed when work is done by itself"},
    {"seats.downloaded", "downloaded a list of seats"},
    {"section.added", "added the [priority] {}"},
    {"section.brought_back", "brought the [priority] {} back"},
    {"section.carried_over", "kept the [priority] {} in a newer form"},
    {"section.follows_said", "said what the [priority] {} carries on"},
    {"section.left_behind", "left the [priority] {} with its edition"},
    {"section.passed_on", "passed the [priority] {} on to whoever answers for it next"},
    {"section.put_back", "put an earlier version of the [priority] {} back"},
    {"section.report_taken", "downloaded the highlight report of the [priority] {}"},
    {"section.reviewed", "kept a review of the [priority] {}"},
    {"section.saved", "changed {what} of the [priority] {}"},
    {"section.stepped_down", "said that the [priority] {} steps down"},
    {"section.withdrawn", "withdrew the [priority] {}"},
    {"session.ended", "signed out"},
    {"session.proved", "showed again who they are"},
    {"session.refused", "failed to sign in"},
    {"session.started", "signed in"},
    {"settings.saved", "saved the settings"},
    {"structure.downloaded", "took the chart of the structure away"},
    {"succession.agreed", "agreed what passes on: {}"},
    {"succession.carried_out", "passed on what was agreed: {}"},
    {"succession.dropped", "said that it does not come to it: {}"},
    {"succession.proposed", "said that one [agency] is followed by another: {}"},
    {"sign_off.offered", "put {} for signature"},
    {"sign_off.sent_back", "sent {} back for changes"},
    {"sign_off.signed", "signed {}"},
    {"sign_off.withdrawn", "took {} back from signature"},
    {"term.added", "added the term {}"},
    {"term.brought_back", "brought back the term {}"},
    {"term.changed", "changed {what} of the term {}"},
    {"term.withdrawn", "withdrew the term {}"},
    {"terms.downloaded", "downloaded a list of words and themes"},
    {"token.made", "made a token for another program"},
    {"token.revoked", "took back a token of another program"},
    {"update_request.asked", "asked how actions of {} stand"},
    {"update_request.closed", "closed the request for updates of {}"},
    {"update_request.reminded", "reminded those who owe updates of {}"},
    {"users.downloaded", "downloaded a list of users"},
};

/// "second_step.used" as "second step used".
std::string as_written(std::string_view word) {
    std::string text(word);
    std::ranges::replace_if(
        text, [](char c) { return c == '_' || c == '.'; }, ' ');
    return text;
}

std::string with_capital(std::string text) {
    if (!text.empty())
        text[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
    return text;
}

std::string replaced(std::string text, std::string_view what, std::string_view with) {
    if (const auto at = text.find(what); at != text.npos) text.replace(at, what.size(), with);
    return text;
}

/// Content that cannot be read is for `openmasa verify` to report; here it says nothing.
history::Content readable(const std::string& content) {
    if (content.empty()) return {};
    try {
        return history::content_without_day(content);
    } catch (const store::Fault&) {
        return {};
    }
}

/// What a history calls by a name of its own, as people say it.
constexpr std::pair<std::string_view, std::string_view> topics_by_name[] = {
    {"date words", "target date"},
    {"objective title", "objective"},
    {"owner name", "owner"},
    {"section", "[priority]"},
    {"section name", "[priority]"},
    {"step", "steps"},
    {"stopped why", "reason for stopping"},
    {"tags", "themes"},
};

/// "step.2.words" is about steps, "Target date" and "date_words" about the target date.
std::string topic_of(std::string_view key) {
    auto topic = lower(as_written(key.substr(0, key.find('.'))));
    for (const auto& [name, spoken] : topics_by_name)
        if (topic == name) return std::string(spoken);
    return topic;
}

/// What follows from something else that was changed is no news; what a version brought with it
/// (progress, a piece of evidence) its verb says.
bool follows(std::string_view topic) {
    constexpr std::array<std::string_view, 19> echoes = {
        "understood as", "due",          "deadline",  "earliest",   "latest",
        "meaning",       "kind",         "period",    "steps done", "true from",
        "last update",   "position",     "date kind", "date doubt", "period months",
        "period days",   "date meaning", "progress",  "piece"};
    return std::ranges::count(echoes, topic) > 0;
}

std::string value_in(const history::Content& content, std::string_view key) {
    const auto found = std::ranges::find(content, key, [](const auto& pair) { return pair.first; });
    return found == content.end() ? std::string() : found->second;
}

/// "the target date and the owner"; empty when there is nothing to compare.
std::string what_changed(const LoggedAct& act) {
    const auto before = readable(act.before), after = readable(act.content);
    if (before.empty() || after.empty()) return {};
    std::vector<std::string> topics;
    const auto compare = [&](const history::Content& one, const history::Content& other) {
        for (const auto& [key, value] : one)
            if (const auto topic = topic_of(key); value_in(other, key) != value &&
                                                  !follows(topic) &&
                                                  std::ranges::count(topics, "the " + topic) == 0)
                topics.push_back("the " + topic);
    };
    compare(after, before);
    compare(before, after);
    if (topics.size() > 3) topics = {topics[0], topics[1], "more"};
    if (topics.size() < 2) return join(topics, "");
    const auto last = topics.back();
    topics.pop_back();
    return join(topics, ", ") + " and " + last;
}

std::string words_of(const LoggedAct& act, const terms::Words& local) {
    const auto* verb = std::ranges::find(verbs, act.verb, &Verb::verb);
    if (verb == std::end(verbs)) return as_written(act.verb) + ": {}";
    const auto what = local.say(what_changed(act));
    const auto words = local.say(verb->words);
    return what.empty() ? replaced(words, "{what} of ", "") : replaced(words, "{what}", what);
}

std::string one_right(std::string_view right, const OwnerNames& owners) {
    const auto blank = right.find(' ');
    const auto word = right.substr(0, blank);
    Role role{};
    if (!from_text(word, role)) {
        if (word == "link") return "by a link";
        if (word == "token") return "by an access token";
        if (word == "break_glass") return "by breaking the glass";
        return {};
    }
    const auto said = openmasa::spoken(role, owners.words);
    const auto within = blank == right.npos ? std::string_view() : right.substr(blank + 1);
    if (within.starts_with("on ")) return said + " on one record";
    const auto owner = owners.of(within);
    return fmt::format("{}{}{}", said, owner.empty() ? "" : " for ", owner);
}

} // namespace

SpokenAct spoken(const LoggedAct& act, const terms::Words& local) {
    const auto words = words_of(act, local);
    const auto hole = words.find("{}");
    if (hole == words.npos) return {words, {}, {}};
    return {words.substr(0, hole), name_of_record(act.kind, act.content, local),
            words.substr(hole + 2)};
}

std::string in_one_line(const LoggedAct& act, const terms::Words& local) {
    const auto said = spoken(act, local);
    return said.before + said.name + said.after;
}

std::string spoken_verb(std::string_view verb, const terms::Words& local) {
    const LoggedAct act{.verb = std::string(verb),
                        .kind = std::string(verb.substr(0, verb.find('.')))};
    return with_capital(in_one_line(act, local));
}

std::string spoken_kind(std::string_view kind, const terms::Words& local) {
    const auto* found = find_kind(kind);
    return found ? local.say(found->several) : with_capital(as_written(kind));
}

std::string one_of_kind(std::string_view kind, const terms::Words& local) {
    const auto* found = find_kind(kind);
    return found ? local.say(found->one) : as_written(kind);
}

std::string name_of_record(std::string_view kind, const std::string& content,
                           const terms::Words& local) {
    const auto read = readable(content);
    for (std::string_view key :
         {"Reference", "reference", "Name", "known_as", "name", "Title", "title", "file_name"})
        if (auto value = value_in(read, key); !value.empty()) return one_line(value);
    const auto one = one_of_kind(kind, local);
    const bool vowel =
        std::string_view("aeiou").find(one.empty() ? 'x' : one[0]) != std::string::npos;
    return fmt::format("{} {}", vowel ? "an" : "a", one);
}

std::string address_of(std::string_view kind, std::string_view id) {
    const auto* found = find_kind(kind);
    if (!found || found->address.empty()) return {};
    const bool with_id = found->address.ends_with('/');
    if (with_id && !is_id_text(id)) return {};
    return fmt::format("{}{}", found->address, with_id ? id : std::string_view());
}

std::string log_address_of(std::string_view path) {
    for (const auto& kind : all_kinds()) {
        if (!kind.address.ends_with('/') || !path.starts_with(kind.address)) continue;
        const auto id = path.substr(kind.address.size());
        if (is_id_text(id)) return fmt::format("/audit/records/{}/{}", kind.kind, id);
    }
    return {};
}

std::string OwnerNames::of(std::string_view id) const {
    const auto found = std::ranges::find(names, id, [](const auto& pair) { return pair.first; });
    return found == names.end() ? std::string() : found->second;
}

std::string spoken_right(std::string_view right, const OwnerNames& owners) {
    std::vector<std::string> said;
    for (auto one : split(right, ','))
        if (auto words = one_right(trimmed(one), owners); !words.empty())
            said.push_back(std::move(words));
    return join(said, ", ");
}

} // namespace openmasa::audit
