#include "core/notices/kind.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::notices {
namespace {

struct Words {
    Kind kind;
    std::string_view name;
    Weight weight;
    bool has_secret_path;
    /// For a list; for one in a mail; for several, after their number.
    std::string_view listed, one, several;
    std::string_view advice;
};

constexpr Words all_words[] = {
    {Kind::password_link, "password_link", Weight::alone, true, "A link to choose a password",
     "a link to choose a password", "links to choose a password",
     "Somebody, probably you, asked for a link to choose a password. It works once. If it was not "
     "you, do nothing: your password stays as it is."},
    {Kind::new_sign_in, "new_sign_in", Weight::alone, false, "Somebody signed in to your account",
     "sign-in to your account", "sign-ins to your account",
     "Somebody signed in to your account from a place that it has not been used from. If it was "
     "you, there is nothing to do. If not, end that session and choose another password."},
    {Kind::security_changed, "security_changed", Weight::alone, false,
     "The security of your account was changed", "change to the security of your account",
     "changes to the security of your account",
     "If it was you, there is nothing to do. If not, tell the [business unit] "
     "at once."},
    {Kind::emergency_access, "emergency_access", Weight::alone, false,
     "A restricted record was opened in an emergency",
     "restricted record was opened in an emergency",
     "restricted records were opened in an emergency",
     "Who did it and why is on the page. It must be reviewed within five working days."},
    {Kind::link_given, "link_given", Weight::alone, true, "You are asked for an answer",
     "answer is asked of you", "answers are asked of you",
     "It takes about two minutes and needs no account. The link is yours alone: do not pass it on."},
    {Kind::action_given, "action_given", Weight::ordinary, false, "An action was given to you",
     "action was given to you", "actions were given to you", ""},
    {Kind::action_due, "action_due", Weight::ordinary, false, "An action is due or late",
     "action of yours is due soon or late", "actions of yours are due soon or late", ""},
    {Kind::update_asked, "update_asked", Weight::needed, false, "You are asked how actions stand",
     "update is asked of you", "updates are asked of you", ""},
    {Kind::action_blocked, "action_blocked", Weight::needed, false, "An action is blocked",
     "action of yours is blocked", "actions of yours are blocked", ""},
    {Kind::mentioned, "mentioned", Weight::ordinary, false, "Somebody mentioned you",
     "comment mentions you", "comments mention you", ""},
    {Kind::commented, "commented", Weight::ordinary, false, "A comment on something of yours",
     "comment on something of yours", "comments on something of yours", ""},
    {Kind::answered, "answered", Weight::ordinary, false, "An answer that you asked for",
     "answer that you asked for", "answers that you asked for", ""},
    {Kind::review_due, "review_due", Weight::needed, false, "Something needs your review",
     "thing needs your review", "things need your review", ""},
    {Kind::signature_asked, "signature_asked", Weight::needed, false,
     "A document waits for your signature", "document waits for your signature",
     "documents wait for your signature", ""},
    {Kind::recommendation_moved, "recommendation_moved", Weight::ordinary, false,
     "A recommendation moved on", "recommendation of yours moved on",
     "recommendations of yours moved on", ""},
    {Kind::response_asked, "response_asked", Weight::needed, false,
     "You are asked what was done about a recommendation", "recommendation waits for your answer",
     "recommendations wait for your answer", ""},
    {Kind::return_due, "return_due", Weight::needed, false, "Figures are due or late",
     "return of figures is due soon or late", "returns of figures are due soon or late", ""},
    {Kind::work_done, "work_done", Weight::ordinary, false, "Work that you asked for has ended",
     "piece of work that you asked for has ended", "pieces of work that you asked for have ended",
     ""},
};

const Words& words_of(Kind kind) {
    return *std::ranges::find(all_words, kind, &Words::kind);
}

} // namespace

std::string_view to_text(Kind kind) {
    return words_of(kind).name;
}

bool from_text(std::string_view text, Kind& kind) {
    const auto* found = std::ranges::find(all_words, text, &Words::name);
    if (found == std::end(all_words)) return false;
    kind = found->kind;
    return true;
}

Weight weight_of(Kind kind) {
    return words_of(kind).weight;
}

bool has_secret_path(Kind kind) {
    return words_of(kind).has_secret_path;
}

std::string spoken(Kind kind, int how_many) {
    const auto& words = words_of(kind);
    return fmt::format("{} {}", how_many, how_many == 1 ? words.one : words.several);
}

std::string_view spoken(Kind kind) {
    return words_of(kind).listed;
}

std::string advice(Kind kind, const terms::Words& local) {
    return local.say(words_of(kind).advice);
}

} // namespace openmasa::notices
