#include "core/clocks/pages.hpp"
#include "core/comments/pages.hpp"
#include "core/files/pages.hpp"
#include "core/restriction/views.hpp"
#include "core/routing/reply.hpp"
#include "core/terms/store.hpp"
#include "core/thread/pages.hpp"
#include "plan/actions/action_views.hpp"
#include "plan/actions/actions.hpp"
#include "plan/actions/pages.hpp"
#include "plan/plan_head.hpp"
#include "plan/rules.hpp"
#include "plan/store.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::plan {
namespace {

/// How many versions the page shows; more is for the day when somebody needs them.
constexpr int shown_versions = 200;

/// A day's meaning is "by this day": beside its words it is written out.
std::string date_notice(const TargetDay& target) {
    if (target.words.empty()) return "Saved. It has no target date now.";
    if (target.kind == name(TargetDate::Kind::unknown))
        return fmt::format("Saved. {} is no date: it has none yet.", lines_joined(target.words));
    const bool is_day = target.kind == name(TargetDate::Kind::day) && target.latest;
    return fmt::format("Saved. {} is read as: {}.", lines_joined(target.words),
                       is_day ? "by " + spoken(*target.latest) : target.meaning);
}

std::string notice_of(const Context& context, const Action& action) {
    const auto saved = context.form.text("saved");
    if (saved == "progress") return "Saved: your progress is recorded.";
    if (saved == "evidence") return "Saved: your evidence is added.";
    if (saved == "who") return "Saved: who does it, and what it waits for.";
    if (saved == "change") return "Saved: the action is changed.";
    if (saved == "added" && action.target.words.empty()) return "Saved: the action is added.";
    if (saved == "date" || saved == "added") return date_notice(action.target);
    if (saved == "moved") return fmt::format("Saved: it is {} here.", action.reference);
    if (saved == "nothing") return "Nothing was changed.";
    return {};
}

files::About about(const ActionId& action) {
    return {.kind = "action", .id = action.view()};
}

/// Those that a piece of evidence leads to are all that the page shows.
std::vector<files::Attachment> files_of(store::Db& db, const ActionId& action,
                                        const std::vector<Evidence>& evidence) {
    const bool has_any = std::ranges::any_of(
        evidence, [](const Evidence& one) { return one.link.starts_with('/'); });
    return has_any ? files::attachments_of(db, about(action)) : std::vector<files::Attachment>();
}

ActionPage read_page(Context& context, Action action) {
    auto& db = context.db;
    const auto& scope = context.scope;
    auto parts = parts_of(db, action.id);
    auto recorded = recorded_of(db, action.id);
    ActionPage page{
        .words = context.words,
        .place = place_of(db, action),
        .steps = std::move(parts.steps),
        .notes = std::move(parts.notes),
        .progress = std::move(recorded.progress),
        .evidence = std::move(recorded.evidence),
        .versions = history::versions(db, "action", action.id.view(), shown_versions),
        .acts = acts_on(db, action.id, shown_versions),
        .thread = thread::section(context, {"action", action.id.str()}),
        .comments =
            comments::section(context, "action", action.id.view(),
                              action.withdrawn ? comments::Record::closed : comments::Record::open),
        .clocks = clocks::read_section(context, "action", action.id.view()),
        .part = taking_part(db, action),
        .terms =
            action.tags.empty() ? std::make_shared<const terms::TermBook>() : terms::term_book(db),
        .may_update = scope.may(Permission::update_action, action.owner, action.id.view()),
        .may_change = scope.may(Permission::edit_plan),
        .today = scope.today,
        .restriction = restriction::notice(scope, "action", action.id.view()),
        .restrict_path = restriction::path_to_restrict(scope, "action", action.id.view())};
    page.files = files_of(db, action.id, page.evidence);
    page.action = std::move(action);
    return page;
}

} // namespace

http::Response show_action(Context& context) {
    const auto id = context.id<ActionId>();
    auto action = id ? find_action(context.db, context.scope, *id) : std::nullopt;
    if (!action) return reply_not_found(context);
    const auto page = read_page(context, std::move(*action));
    return reply(
        context,
        {.title = page.action.title,
         .crumbs = {{context.words.heading(terms::Word::plan), "/plans/" + page.action.plan.str()},
                    {page.place.section_name, "/priorities/" + page.action.section.str()},
                    {page.place.objective_title, "/objectives/" + page.action.objective.str()}},
         .notice = notice_of(context, page.action),
         .main = action_view(page)});
}

namespace {

/// Whoever may read the action may have its files; nobody else learns that there is one.
http::Response with_file(Context& context,
                         http::Response (*answer)(Context& context, const files::Shown& shown)) {
    const auto id = context.id<ActionId>();
    const auto file = context.id<files::AttachmentId>("file");
    const auto action = id && file ? find_action(context.db, context.scope, *id) : std::nullopt;
    auto found = action ? files::find_attachment(context.db, about(*id), *file) : std::nullopt;
    if (!found) return reply_not_found(context);
    return answer(context, {.about = about(*id),
                            .attachment = std::move(*found),
                            .address = file_path(*id, *file),
                            .crumbs = {{context.words.heading(terms::Word::plan),
                                        "/plans/" + action->plan.str()},
                                       {action->title, "/actions/" + id->str()}}});
}

} // namespace

http::Response download_file(Context& context) {
    return with_file(context, files::reply_attachment);
}

http::Response show_file(Context& context) {
    return with_file(context, files::show_attachment);
}

http::Response show_picture(Context& context) {
    return with_file(context, files::reply_picture);
}

} // namespace openmasa::plan
