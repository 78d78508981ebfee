#include "plan/recording.hpp"
#include "kernel/text.hpp"
#include "plan/progress.hpp"
#include "plan/rules.hpp"
#include "plan/store.hpp"
#include "plan/telling.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::plan {
namespace {

constexpr std::size_t longest_words = 4000;
constexpr std::size_t longest_line = 300;
constexpr auto somebody_was_first = "Somebody changed this action while you were writing.";

bool ticked(const RecordProgress& command, const Step& step) {
    return std::ranges::count(command.steps_done, step.id) > 0;
}

bool steps_change(const RecordProgress& command, const std::vector<Step>& steps) {
    return std::ranges::any_of(
        steps, [&](const Step& s) { return s.done_on.has_value() != ticked(command, s); });
}

void mark_steps(std::vector<Step>& steps, const std::vector<StepId>& done, Day today) {
    for (auto& step : steps) {
        const bool is_done = std::ranges::count(done, step.id) > 0;
        if (is_done && !step.done_on) step.done_on = today;
        if (!is_done) step.done_on.reset();
    }
}

/// Where the evidence is: the link that was given, or the page of the file that comes with it.
std::string link_of(store::Db& db, const Scope& scope, const AddEvidence& command) {
    if (!command.file) return command.link;
    const auto attached =
        files::attach(db, scope, {.kind = "action", .id = command.action.view()}, *command.file);
    return file_path(command.action, attached.id);
}

} // namespace

std::vector<Problem> problems_with(const RecordProgress& command, const Action& action,
                                   const std::vector<Step>& steps) {
    std::vector<Problem> problems;
    if (!command.status) problems.push_back({"status", "Choose how it stands."});
    if (command.status && needs_reason(*command.status) && trimmed(command.stopped_why).empty())
        problems.push_back({"stopped_why", *command.status == Status::blocked
                                               ? "Say what it waits for."
                                               : "Say why it stopped."});
    const bool nothing_new = command.status == action.status && trimmed(command.words).empty() &&
                             command.stopped_why == action.stopped_why &&
                             !steps_change(command, steps);
    if (nothing_new) problems.push_back({"words", "Say what happened, or choose another status."});
    refuse_too_long(problems, "words", command.words, longest_words);
    refuse_too_long(problems, "stopped_why", command.stopped_why, longest_words);
    return problems;
}

std::vector<Problem> problems_with(const AddEvidence& command) {
    std::vector<Problem> problems;
    if (trimmed(command.title).empty()) problems.push_back({"title", "Say what it is."});
    const bool has_link = !trimmed(command.link).empty();
    if (trimmed(command.words).empty() && !has_link && !command.file)
        problems.push_back({"words", "Say what it shows, or give a link to it or a file."});
    if (has_link && command.file)
        problems.push_back({"link", "Give a link or a file, not both: the other one can be added "
                                    "as a further piece."});
    if (!command.link.empty() && !is_web_address(command.link))
        problems.push_back(
            {"link", "This is not a web address. It starts with https:// or http://."});
    refuse_too_long(problems, "title", command.title, longest_line);
    refuse_too_long(problems, "words", command.words, longest_words);
    refuse_too_long(problems, "link", command.link, 2000);
    return problems;
}

void refuse_too_long(std::vector<Problem>& problems, std::string_view field, std::string_view text,
                     std::size_t most) {
    if (text.size() > most)
        problems.push_back({std::string(field),
                            "This is too long: at most " + std::to_string(most) + " characters."});
}

Result<Action> record_progress(store::Db& db, const Scope& scope, const RecordProgress& command) {
    auto action = TRY(find_as_read(db, scope, command.action, command.version));
    auto steps = steps_of(db, action.id);
    if (auto problems = problems_with(command, action, steps); !problems.empty())
        return invalid(std::move(problems));
    add_progress(db, scope, action,
                 {.at = scope.now,
                  .who = {},
                  .before = action.status,
                  .status = *command.status,
                  .words = command.words});
    mark_steps(steps, command.steps_done, scope.today);
    save_steps(db, scope, action.id, steps);
    const bool becomes_blocked =
        *command.status == Status::blocked && action.status != Status::blocked;
    action.status = *command.status;
    action.stopped_why = needs_reason(action.status) ? command.stopped_why : "";
    action.steps_done = count_done(steps);
    action.last_update = scope.today;
    TRY(save_action(db, scope, action, {.verb = "action.progress_recorded"}));
    if (becomes_blocked) tell_chair(db, scope, action);
    return action;
}

Result<Action> add_evidence(store::Db& db, const Scope& scope, const AddEvidence& command) {
    auto action = find_action_to_update(db, scope, command.action);
    if (!action || action->withdrawn) return not_found();
    if (auto problems = problems_with(command); !problems.empty())
        return invalid(std::move(problems));
    add_evidence(db, scope, *action,
                 {.at = scope.now,
                  .who = {},
                  .title = command.title,
                  .words = command.words,
                  .link = link_of(db, scope, command)});
    ++action->evidence;
    TRY(save_action(db, scope, *action, {.verb = "action.evidence_added"}));
    return *action;
}

Result<Action> find_as_read(store::Db& db, const Scope& scope, const ActionId& id,
                            std::int64_t version) {
    auto action = find_action_to_update(db, scope, id);
    if (!action || action->withdrawn) return not_found();
    if (action->version != version) return conflict(somebody_was_first);
    return *action;
}

int count_done(const std::vector<Step>& steps) {
    return static_cast<int>(
        std::ranges::count_if(steps, [](const Step& s) { return s.done_on.has_value(); }));
}

std::vector<StepId> done_among(const std::vector<Step>& steps) {
    std::vector<StepId> done;
    for (const auto& step : steps)
        if (step.done_on) done.push_back(step.id);
    return done;
}

std::string file_path(const ActionId& action, const files::AttachmentId& file) {
    return fmt::format("/actions/{}/files/{}", action.view(), file.view());
}

} // namespace openmasa::plan
