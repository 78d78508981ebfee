#include "core/routing/form_token.hpp"
#include "core/routing/reply.hpp"
#include "core/terms/store.hpp"
#include "core/terms/tags.hpp"
#include "kernel/text.hpp"
#include "plan/actions/form_frame.hpp"
#include "plan/actions/form_reading.hpp"
#include "plan/actions/form_views.hpp"
#include "plan/actions/pages.hpp"
#include "plan/progress.hpp"
#include "plan/store.hpp"
#include <algorithm>

namespace openmasa::plan {
namespace {

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
    return finish_form(context, saved, [&](const FormPage& page) {
        return reply_progress(context, page, command);
    });
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
    return finish_form(context, saved, [&](const FormPage& page) {
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
    return finish_form(context, saved,
                       [&](const FormPage& page) { return reply_change(context, page, command); });
}

} // namespace openmasa::plan
