#include "partnership/groups/form_pages.hpp"
#include "core/routing/form_token.hpp"
#include "core/routing/reply.hpp"
#include "core/routing/version_read.hpp"
#include "kernel/text.hpp"
#include "partnership/group_rules.hpp"
#include "partnership/group_store.hpp"
#include "partnership/groups/form_views.hpp"
#include "partnership/quorum_rules.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::groups {
namespace {

using partnership::Member;

std::string text(const Context& context, std::string_view name) {
    return std::string(context.form.text(name));
}

http::Response reply_form(Context& context, const Group& group, std::string_view title,
                          bool has_problems, Html main) {
    return reply(context, {.title = std::string(title),
                           .crumbs = crumbs_below(group),
                           .notice = {},
                           .main = std::move(main),
                           .has_problems = has_problems});
}

FormPage page_of(Context& context, Group group, std::vector<Problem> problems) {
    return {.form_token = form_token::hidden(context),
            .group = std::move(group),
            .today = context.scope.today,
            .problems = std::move(problems)};
}

/// Does the work and leads to the group; else shows the form again with everything that is wrong.
http::Response save(Context& context, const std::function<Result<Done>()>& work,
                    const std::function<http::Response(Group, std::vector<Problem>)>& again) {
    const auto saved = submit(context, [&]() -> Result<std::string> {
        TRY(work());
        return fmt::format("/groups/{}?saved=yes", context.captured("id"));
    });
    if (saved) return see_other(*saved);
    auto group = group_of(context);
    if (!group || saved.refusal().kind == Refusal::Kind::not_found) return reply_not_found(context);
    return again(std::move(*group), saved.refusal().problems);
}

// --- quorum -------------------------------------------------------------------------------------

http::Response reply_quorum(Context& context, Group group, const SetQuorum& typed,
                            std::vector<Problem> problems) {
    const auto page = page_of(context, std::move(group), std::move(problems));
    return reply_form(context, page.group, "Set the quorum", !page.problems.empty(),
                      quorum_form(page, typed));
}

SetQuorum stands_now(const Group& group, Day today) {
    SetQuorum stands{.group = group.id, .from = spoken_long(today)};
    const auto* quorum = partnership::quorum_on(group, today);
    if (!quorum) return stands;
    if (quorum->least) stands.least = std::to_string(quorum->least);
    if (quorum->share_in)
        stands.share = fmt::format("{} of {}", quorum->share_of, quorum->share_in);
    for (const auto& agency : quorum->agencies) stands.agencies.push_back(agency.id);
    return stands;
}

// --- guests -------------------------------------------------------------------------------------

http::Response reply_invite(Context& context, Group group, const Invite& typed,
                            std::vector<Problem> problems) {
    const auto page = page_of(context, std::move(group), std::move(problems));
    return reply_form(context, page.group, "Invite somebody", !page.problems.empty(),
                      invite_form(page, typed));
}

const Member* asked_guest(const Context& context, const Group& group) {
    const auto id = MemberId::parse(context.captured("guest"));
    const auto found = std::ranges::find(group.guests, id.value_or(MemberId{}), &Member::id);
    return id && found != group.guests.end() ? &*found : nullptr;
}

http::Response reply_guest(Context& context, const Group& group, const PutGuestRight& typed,
                           std::vector<Problem> problems) {
    const auto* guest = asked_guest(context, group);
    if (!guest) return reply_not_found(context);
    const auto page = page_of(context, group, std::move(problems));
    return reply_form(context, page.group, guest->known_as, !page.problems.empty(),
                      guest_form(page, *guest, typed));
}

// --- the end ------------------------------------------------------------------------------------

/// What the group answers for, and each of its seats.
OpenDuties duties_of_all(Context& context, const Group& group) {
    return duties_of(context, {.owner = group.id, .person = {}, .with_seats = true});
}

http::Response reply_end(Context& context, Group group, const EndGroup& typed,
                         std::vector<Problem> problems) {
    const auto open = hindrances(group, duties_of_all(context, group), context.scope.today);
    const auto page = page_of(context, std::move(group), std::move(problems));
    return reply_form(context, page.group, "End the group", !page.problems.empty(),
                      end_form(page, open, typed));
}

} // namespace

std::optional<Group> group_of(Context& context) {
    const auto id = context.id<OwnerId>();
    return id ? partnership::find_group(context.db, context.scope, *id, context.scope.today)
              : std::nullopt;
}

std::vector<pages::Crumb> crumbs_below(const Group& group) {
    return {{"Groups", "/groups"}, {group.name, "/groups/" + group.id.str()}};
}

http::Response show_quorum(Context& context) {
    auto group = group_of(context);
    if (!group) return reply_not_found(context);
    const auto stands = stands_now(*group, context.scope.today);
    return reply_quorum(context, std::move(*group), stands, {});
}

http::Response post_quorum(Context& context) {
    const auto id = context.id<OwnerId>();
    if (!id) return reply_not_found(context);
    SetQuorum command{.group = *id,
                      .version = version_read(context.form),
                      .from = text(context, "from"),
                      .least = text(context, "least"),
                      .share = text(context, "share")};
    for (const auto value : context.form.all("agencies"))
        if (const auto agency = OwnerId::parse(value)) command.agencies.push_back(*agency);
    return save(
        context, [&] { return set_quorum(context.db, context.scope, command); },
        [&](Group group, std::vector<Problem> problems) {
            return reply_quorum(context, std::move(group), command, std::move(problems));
        });
}

http::Response show_invite(Context& context) {
    auto group = group_of(context);
    if (!group) return reply_not_found(context);
    const Invite empty{.group = group->id, .from = spoken_long(context.scope.today)};
    return reply_invite(context, std::move(*group), empty, {});
}

http::Response post_invite(Context& context) {
    const auto id = context.id<OwnerId>();
    if (!id) return reply_not_found(context);
    const bool observes = text(context, "part") == "observer";
    const Invite command{.group = *id,
                         .version = version_read(context.form),
                         .part = observes ? partnership::Part::observer : partnership::Part::guest,
                         .who = text(context, "who"),
                         .from = text(context, "from"),
                         .to = text(context, "to"),
                         .note = text(context, "note")};
    return save(
        context, [&] { return invite(context.db, context.scope, command); },
        [&](Group group, std::vector<Problem> problems) {
            return reply_invite(context, std::move(group), command, std::move(problems));
        });
}

http::Response show_guest(Context& context) {
    const auto group = group_of(context);
    const auto* guest = group ? asked_guest(context, *group) : nullptr;
    if (!guest) return reply_not_found(context);
    return reply_guest(context, *group,
                       {.group = group->id,
                        .guest = guest->id,
                        .from = spoken_long(guest->from),
                        .to = guest->to ? spoken_long(*guest->to) : "",
                        .note = guest->note},
                       {});
}

http::Response post_guest(Context& context) {
    const auto id = context.id<OwnerId>();
    const auto guest = MemberId::parse(context.captured("guest"));
    if (!id || !guest) return reply_not_found(context);
    const PutGuestRight command{.group = *id,
                                .guest = *guest,
                                .version = version_read(context.form),
                                .from = text(context, "from"),
                                .to = text(context, "to"),
                                .note = text(context, "note"),
                                .never_was = text(context, "never_was") == "yes"};
    return save(
        context, [&] { return put_right(context.db, context.scope, command); },
        [&](const Group& group, std::vector<Problem> problems) {
            return reply_guest(context, group, command, std::move(problems));
        });
}

http::Response show_end(Context& context) {
    auto group = group_of(context);
    if (!group) return reply_not_found(context);
    const EndGroup empty{.group = group->id};
    return reply_end(context, std::move(*group), empty, {});
}

http::Response post_end(Context& context) {
    const auto id = context.id<OwnerId>();
    if (!id) return reply_not_found(context);
    const EndGroup command{
        .group = *id, .version = version_read(context.form), .to = text(context, "to")};
    return save(
        context,
        [&]() -> Result<Done> {
            const auto group = group_of(context);
            if (!group) return not_found();
            return end(context.db, context.scope, command, duties_of_all(context, *group));
        },
        [&](Group group, std::vector<Problem> problems) {
            return reply_end(context, std::move(group), command, std::move(problems));
        });
}

} // namespace openmasa::groups
