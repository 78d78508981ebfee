#include "core/routing/form_token.hpp"
#include "core/routing/reply.hpp"
#include "core/terms/store.hpp"
#include "core/terms/tags.hpp"
#include "kernel/text.hpp"
#include "plan/actions/form_reading.hpp"
#include "plan/actions/form_views.hpp"
#include "plan/actions/pages.hpp"
#include "plan/progress.hpp"
#include "plan/store.hpp"
#include <algorithm>

namespace openmasa::plan {
namespace {

std::optional<Action> find_for_form(Context& context) {
    const auto id = context.id<ActionId>();
    auto action = id ? find_action_to_update(context.db, context.scope, *id) : std::nullopt;
    if (action && action->withdrawn) return std::nullopt;
    return action;
}

/// What was saved after the version that this person had read.
std::optional<Meanwhile> what_happened_meanwhile(Context& context, const Action& action,
                                                 std::int64_t read) {
    const auto versions = history::versions(context.db, "action", action.id.view(), 50);
    const auto old = std::ranges::find(versions, read, &history::Version::version);
    if (versions.empty() || old == versions.begin() || old == versions.end()) return std::nullopt;
    Meanwhile other{.who = versions.front().who,
                    .at = versions.front().at,
                    .changes = history::differences(fields_of("action"), old->content,
                                                    versions.front().content)};
    const auto progress = progress_of(context.db, action.id);
    if (!progress.empty() && progress.front().at > old->at) other.words = progress.front().words;
    return other;
}

FormPage form_page(Context& context, Action action, const Refusal* refusal = nullptr) {
    FormPage page{.form_token = form_token::hidden(context),
                  .words = context.words,
                  .action = std::move(action)};
    if (!refusal) return page;
    page.problems = refusal->problems;
    if (refusal->kind == Refusal::Kind::conflict)
        page.meanwhile = what_happened_meanwhile(context, page.action, version_of(context));
    return page;
}

http::Response reply_form(const Context& context, const FormPage& page, const std::string& title,
                          Html form) {
    return reply(context, {.title = title,
                           .crumbs = {{context.words.heading(terms::Word::plan),
                                       "/plans/" + page.action.plan.str()},
                                      {page.action.reference, "/actions/" + page.action.id.str()}},
                           .notice = {},
                           .main = std::move(form),
                           .has_problems = !page.problems.empty()});
}

/// To the action's page when it was saved; otherwise the form again with what is wrong.
template<class Show>
http::Response finish(Context& context, const Result<std::string>& saved, Show show) {
    if (saved) return see_other(*saved);
    if (saved.refusal().kind == Refusal::Kind::not_found) return reply_not_found(context);
    auto action = find_for_form(context);
    if (!action) return reply_not_found(context);
    return show(form_page(context, std::move(*action), &saved.refusal()));
}

/// Keeps the file that came with the form, for somebody who may update the action; then as
/// submit().
Result<std::string> submit_with_file(Context& context, std::optional<files::File>& file,
                                     const std::function<Result<std::string>()>& work) {
    if (const auto* upload = context.form.file("file")) {
        if (!find_for_form(context)) return not_found();
        context.db.finish(); // nothing is held open while the scanner looks
        file = TRY(files::keep(*context.storage, context.scope, *upload, "file"));
    }
    return submit(context, work);
}

std::string page_of(const ActionId& id, std::string_view saved) {
    return "/actions/" + id.str() + "?saved=" + std::string(saved);
}

http::Response reply_progress(Context& context, const FormPage& page, const RecordProgress& typed) {
    return reply_form(context, page, "Record progress",
                      progress_form(page, typed, steps_of(context.db, page.action.id)));
}

http::Response reply_change(Context& context, const FormPage& page, const ChangeAction& typed) {
    return reply_form(context, page, "Change this action",
                      change_form(page, typed, access::list_owners(context.db),
                                  *terms::term_book(context.db), context.scope.today));
}

AddEvidence read_evidence(const Context& context, const ActionId& id) {
    return {.action = id,
            .title = std::string(context.form.text("title")),
            .words = std::string(context.form.text("words")),
            .link = std::string(context.form.text("link"))};
}

/// The ids that were ticked, of all kinds.
std::string read_tags(const http::Form& form) {
    std::vector<std::string> ids;
    for (const auto& kind : terms::tag_kinds)
        for (auto id : form.all(kind.field)) ids.emplace_back(id);
    return join(ids, " ");
}

ChangeAction read_change(const Context& context, const ActionId& id) {
    return {.action = id,
            .version = version_of(context),
            .title = std::string(context.form.text("title")),
            .words = std::string(context.form.text("words")),
            .owner = OwnerId::parse(context.form.text("owner")),
            .new_owner = std::string(context.form.text("new_owner")),
            .date_words = std::string(context.form.text("date_words")),
            .date_words_are_meant = context.form.text("date_words_are_meant") == "yes",
            .tags = read_tags(context.form)};
}

} // namespace

http::Response show_progress_form(Context& context) {
    auto action = find_for_form(context);
    if (!action) return reply_not_found(context);
    const auto steps = steps_of(context.db, action->id);
    const auto typed = as_it_stands(*action, steps);
    return reply_progress(context, form_page(context, std::move(*action)), typed);
}

http::Response post_progress(Context& context) {
    const auto id = context.id<ActionId>();
    if (!id) return reply_not_found(context);
    const auto command = read_progress(context, *id);
    const auto saved = submit(context, [&]() -> Result<std::string> {
        TRY(record_progress(context.db, context.scope, command));
        return page_of(*id, "progress");
    });
    return finish(context, saved,
                  [&](const FormPage& page) { return reply_progress(context, page, command); });
}

http::Response show_evidence_form(Context& context) {
    auto action = find_for_form(context);
    if (!action) return reply_not_found(context);
    const auto page = form_page(context, std::move(*action));
    return reply_form(context, page, "Add evidence", evidence_form(page, {}));
}

http::Response post_evidence(Context& context) {
    const auto id = context.id<ActionId>();
    if (!id) return reply_not_found(context);
    auto command = read_evidence(context, *id);
    const auto saved = submit_with_file(context, command.file, [&]() -> Result<std::string> {
        TRY(add_evidence(context.db, context.scope, command));
        return page_of(*id, "evidence");
    });
    return finish(context, saved, [&](const FormPage& page) {
        return reply_form(context, page, "Add evidence", evidence_form(page, command));
    });
}

http::Response show_change_form(Context& context) {
    auto action = find_for_form(context);
    if (!action) return reply_not_found(context);
    const ChangeAction typed{.action = action->id,
                             .title = action->title,
                             .words = action->words,
                             .owner = action->owner,
                             .date_words = action->target.words,
                             .tags = action->tags};
    return reply_change(context, form_page(context, std::move(*action)), typed);
}

http::Response post_change(Context& context) {
    const auto id = context.id<ActionId>();
    if (!id) return reply_not_found(context);
    const auto command = read_change(context, *id);
    const auto saved = submit(context, [&]() -> Result<std::string> {
        const auto changed = TRY(change_action(context.db, context.scope, command));
        return page_of(*id, !changed.anything     ? "nothing"
                            : changed.target_date ? "date"
                                                  : "change");
    });
    return finish(context, saved,
                  [&](const FormPage& page) { return reply_change(context, page, command); });
}

} // namespace openmasa::plan
