#include "plan/updates/answering.hpp"
#include "core/notices/notice.hpp"
#include "kernel/text.hpp"
#include "plan/recording.hpp"
#include "plan/rules.hpp"
#include "plan/store.hpp"
#include "plan/updates/store.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::updates {
namespace {

constexpr auto nothing_changed_words = "Nothing has changed.";

bool is_blank(std::string_view text) {
    return trimmed(text).empty();
}

/// Why it is blocked or stopped: what was just said, unless it was so before and has its reason.
std::string reason(const Answer& answer, const Asked& asked) {
    if (!answer.status || !plan::needs_reason(*answer.status)) return {};
    const bool is_new = *answer.status != asked.status || is_blank(asked.stopped_why);
    return is_new ? answer.words : asked.stopped_why;
}

plan::RecordProgress progress_of(const Answer& answer, const Asked& asked) {
    return {.action = answer.action,
            .version = answer.version,
            .status = answer.status,
            .words = answer.nothing_changed ? nothing_changed_words : answer.words,
            .stopped_why = reason(answer, asked)};
}

plan::AddEvidence evidence_of(const Answer& answer, Day today) {
    const auto text = one_line(answer.evidence);
    plan::AddEvidence evidence{.action = answer.action,
                               .title = fmt::format("Given with the update of {}", spoken(today))};
    (plan::is_web_address(text) ? evidence.link : evidence.words) = text;
    return evidence;
}

/// The reason is asked for in the one field for words.
std::string_view field_here(std::string_view field) {
    if (field == "stopped_why") return "words";
    return field == "link" || field == "title" ? "evidence" : field;
}

bool contradicts_itself(const Answer& answer) {
    return answer.nothing_changed && (!is_blank(answer.words) || answer.status != answer.stood);
}

const Asked* find(const std::vector<Asked>& asked, const plan::ActionId& id) {
    const auto found = std::ranges::find(asked, id, &Asked::id);
    return found == asked.end() ? nullptr : &*found;
}

Result<Done> record(store::Db& db, const Scope& scope, const Answer& answer, const Asked& asked) {
    auto command = progress_of(answer, asked);
    command.steps_done = plan::done_among(plan::steps_of(db, answer.action));
    TRY(plan::record_progress(db, scope, command));
    if (!is_blank(answer.evidence))
        TRY(plan::add_evidence(db, scope, evidence_of(answer, scope.today)));
    return Done{};
}

void tell_asker(store::Db& db, const Scope& scope, const Request& request) {
    if (!request.asked_by) return;
    notices::tell(
        db, scope,
        {.person = request.asked_by,
         .kind = notices::Kind::answered,
         .about_kind = "update_request",
         .about_id = request.id.view(),
         .path = fmt::format("/plans/{}/updates/{}", request.plan.view(), request.id.view())});
}

/// The answers that were touched, to actions that are asked about.
struct Touched {
    const Answer* answer;
    const Asked* asked;

    /// Somebody changed the action after it was read.
    bool is_overtaken() const { return answer->version != asked->version; }
};
std::vector<Touched> touched(const std::vector<Answer>& answers, const std::vector<Asked>& asked) {
    std::vector<Touched> all;
    for (const auto& answer : answers)
        if (const auto* about = find(asked, answer.action); about && !is_untouched(answer))
            all.push_back({&answer, about});
    return all;
}

std::vector<Problem> problems_among(const std::vector<Touched>& answers) {
    std::vector<Problem> problems;
    for (const auto& one : answers) {
        if (one.is_overtaken()) continue;
        for (auto& problem : problems_with(*one.answer, *one.asked))
            problems.push_back(std::move(problem));
    }
    if (answers.empty())
        problems.push_back({"",
                            "Nothing was filled in yet. Say how one action stands, or tick that "
                            "nothing has changed."});
    return problems;
}

} // namespace

bool is_untouched(const Answer& answer) {
    const bool same_status = !answer.status || answer.status == answer.stood;
    return same_status && is_blank(answer.words) && is_blank(answer.evidence) &&
           !answer.nothing_changed;
}

std::vector<Problem> problems_with(const Answer& answer, const Asked& asked) {
    std::vector<Problem> problems;
    if (contradicts_itself(answer)) {
        problems.push_back({field_of("same", asked.id),
                            fmt::format("{}: you ticked that nothing has changed, and said "
                                        "something else. Take one of the two away.",
                                        asked.reference)});
        return problems;
    }
    plan::Action action;
    action.status = asked.status;
    action.stopped_why = asked.stopped_why;
    auto found = plan::problems_with(progress_of(answer, asked), action, {});
    if (!is_blank(answer.evidence))
        for (auto& problem : plan::problems_with(evidence_of(answer, Day{})))
            found.push_back({"evidence", std::move(problem.words)});
    for (const auto& problem : found) {
        const auto field = field_of(field_here(problem.field), asked.id);
        if (std::ranges::count(problems, field, &Problem::field) == 0)
            problems.push_back({field, fmt::format("{}: {}", asked.reference, problem.words)});
    }
    return problems;
}

std::string field_of(std::string_view name, const plan::ActionId& action) {
    return fmt::format("{}_{}", name, action.view());
}

std::vector<Asked> asked_of(store::Db& db, const Scope& scope, const RequestId& request) {
    auto asked = asked_in(db, request);
    std::erase_if(asked, [&](const Asked& one) {
        return !scope.may(Permission::update_action, one.owner, one.id.view());
    });
    return asked;
}

Result<Answered> answer(store::Db& db, const Scope& scope, const Request& request,
                        const std::vector<Answer>& answers) {
    const auto now = find_request(db, request.id);
    const auto asked = asked_of(db, scope, request.id);
    if (!now || !now->is_open() || asked.empty()) return not_found();
    const auto all = touched(answers, asked);
    if (auto problems = problems_among(all); !problems.empty()) return invalid(std::move(problems));
    Answered done;
    for (const auto& one : all) {
        if (one.is_overtaken()) {
            done.overtaken.push_back(one.asked->id);
            continue;
        }
        TRY(record(db, scope, *one.answer, *one.asked));
        ++done.recorded;
    }
    if (done.recorded > 0) tell_asker(db, scope, *now);
    return done;
}

} // namespace openmasa::updates
