#include "core/routing/form_token.hpp"
#include "core/routing/reply.hpp"
#include "partnership/masa/form_frame.hpp"
#include "partnership/masa/pages.hpp"
#include "partnership/masa/part_views.hpp"
#include <algorithm>

namespace openmasa::masa {
namespace {

/// A part's form in the frame, filled in by `view`.
template<class Page>
http::Response reply_part(Context& context, MasaEdition edition, Page page, std::string title,
                          Html (*view)(const Page& page)) {
    page.form_token = form_token::hidden(context);
    page.edition = std::move(edition);
    return reply(context, {.title = std::move(title),
                           .crumbs = crumbs(page.edition),
                           .notice = {},
                           .main = view(page),
                           .has_problems = !page.problems.empty()});
}

/// The part of the address among `parts`, or a new one; nothing when there is none of that id.
template<class Part>
std::optional<Part> asked_part(const Context& context, const std::vector<Part>& parts) {
    if (context.captured("part") == "new") return Part{.id = context.scope.new_id<MasaPartId>()};
    const auto id = MasaPartId::parse(context.captured("part"));
    const auto found = std::ranges::find(parts, id.value_or(MasaPartId{}), &Part::id);
    return id && found != parts.end() ? std::optional(*found) : std::nullopt;
}

bool is_new(const Context& context) {
    return context.captured("part") == "new";
}
bool goes(const Context& context) {
    return context.form.text("away") == "yes";
}

std::string milestone_title(const Context& context) {
    return is_new(context) ? "Add a milestone" : "Change this milestone";
}
std::string consultation_title(const Context& context) {
    return is_new(context) ? "Add somebody who was asked" : "Change what was asked";
}

MasaConsultation typed_consultation(const Context& context, MasaConsultation typed) {
    if (!from_text(context.form.text("kind"), typed.kind))
        typed.kind = partnership::Consulted::agency;
    typed.whom = text(context, "whom");
    typed.when = text(context, "when");
    typed.how = text(context, "how");
    typed.said = text(context, "said");
    typed.came_of_it = text(context, "came_of_it");
    return typed;
}

/// What guidance asked for when it counted for this edition.
const partnership::RequiredContent* asked_content(const Context& context,
                                                  const MasaEdition& edition) {
    return partnership::required_content(context.captured("item"),
                                         guidance_day(edition, context.scope.today));
}

CheckPage check_page(const MasaEdition& edition, const partnership::RequiredContent& content) {
    CheckPage page{.content = &content, .judged = {}, .words = {}};
    if (const auto* check = partnership::check_of(edition, content.key)) {
        page.judged = to_text(check->judged);
        page.words = check->words;
    }
    return page;
}

Judge judgement_of(const Context& context, const Read& read) {
    Judge command{.read = read,
                  .item = std::string(context.captured("item")),
                  .judged = {},
                  .words = text(context, "words")};
    MasaCheck::Judged judged{};
    if (from_text(context.form.text("judged"), judged)) command.judged = judged;
    return command;
}

} // namespace

http::Response show_checklist(Context& context) {
    auto edition = asked_edition(context);
    if (!edition) return reply_not_found(context);
    const bool may_judge = takes_notes(*edition) && context.scope.may(Permission::edit_agencies);
    const ChecklistPage page{
        .edition = std::move(*edition), .today = context.scope.today, .may_judge = may_judge};
    return reply(context, {.title = "Required contents",
                           .crumbs = crumbs(page.edition),
                           .notice = notice_of(context),
                           .main = checklist_view(page)});
}

http::Response show_check(Context& context) {
    auto edition = asked_edition(context);
    const auto* content = edition ? asked_content(context, *edition) : nullptr;
    if (!edition || !content) return reply_not_found(context);
    auto page = check_page(*edition, *content);
    return reply_part(context, std::move(*edition), std::move(page), std::string(content->heading),
                      check_view);
}

http::Response post_check(Context& context) {
    const auto read = read_of(context);
    auto edition = asked_edition(context);
    const auto* content = edition ? asked_content(context, *edition) : nullptr;
    if (!read || !edition || !content) return reply_not_found(context);
    const auto command = judgement_of(context, *read);
    const auto saved = submit(context, [&]() -> Result<std::string> {
        TRY(judge(context.db, context.scope, command));
        return address(read->id, "checklist") + "?saved=yes";
    });
    if (saved) return see_other(*saved);
    if (saved.refusal().kind == Refusal::Kind::not_found) return reply_not_found(context);
    edition->version = read->version;
    CheckPage page{.content = content,
                   .judged = text(context, "judged"),
                   .words = command.words,
                   .problems = saved.refusal().problems};
    return reply_part(context, std::move(*edition), std::move(page), std::string(content->heading),
                      check_view);
}

http::Response show_milestone(Context& context) {
    auto edition = asked_edition(context);
    auto typed = edition ? asked_part(context, edition->milestones) : std::nullopt;
    if (!typed) return reply_not_found(context);
    auto done = typed->done_on ? spoken_long(*typed->done_on) : "";
    return reply_part(context, std::move(*edition),
                      MilestonePage{.typed = std::move(*typed),
                                    .done_on = std::move(done),
                                    .is_new = is_new(context)},
                      milestone_title(context), milestone_view);
}

http::Response post_milestone(Context& context) {
    const auto read = read_of(context);
    auto edition = asked_edition(context);
    auto typed = edition ? asked_part(context, edition->milestones) : std::nullopt;
    if (!read || !typed) return reply_not_found(context);
    typed->what = text(context, "what");
    typed->target = text(context, "target");
    typed->note = text(context, "note");
    const auto saved = submit(context, [&]() -> Result<std::string> {
        if (goes(context))
            TRY(take_away(context.db, context.scope, *read, PartOf::milestones, typed->id));
        else
            TRY(write(context.db, context.scope,
                      WriteMilestone{*read, *typed, text(context, "done_on")}));
        return address(read->id) + "?saved=yes";
    });
    if (saved) return see_other(*saved);
    if (saved.refusal().kind == Refusal::Kind::not_found) return reply_not_found(context);
    edition->version = read->version;
    return reply_part(context, std::move(*edition),
                      MilestonePage{.typed = std::move(*typed),
                                    .done_on = text(context, "done_on"),
                                    .is_new = is_new(context),
                                    .problems = saved.refusal().problems},
                      milestone_title(context), milestone_view);
}

http::Response show_consultation(Context& context) {
    auto edition = asked_edition(context);
    auto typed = edition ? asked_part(context, edition->consultation) : std::nullopt;
    if (!typed) return reply_not_found(context);
    return reply_part(context, std::move(*edition),
                      ConsultationPage{.typed = std::move(*typed), .is_new = is_new(context)},
                      consultation_title(context), consultation_view);
}

http::Response post_consultation(Context& context) {
    const auto read = read_of(context);
    auto edition = asked_edition(context);
    auto typed = edition ? asked_part(context, edition->consultation) : std::nullopt;
    if (!read || !typed) return reply_not_found(context);
    typed = typed_consultation(context, std::move(*typed));
    const auto saved = submit(context, [&]() -> Result<std::string> {
        if (goes(context))
            TRY(take_away(context.db, context.scope, *read, PartOf::consultation, typed->id));
        else
            TRY(write(context.db, context.scope, WriteConsultation{*read, *typed}));
        return address(read->id) + "?saved=yes";
    });
    if (saved) return see_other(*saved);
    if (saved.refusal().kind == Refusal::Kind::not_found) return reply_not_found(context);
    edition->version = read->version;
    return reply_part(context, std::move(*edition),
                      ConsultationPage{.typed = std::move(*typed),
                                       .is_new = is_new(context),
                                       .problems = saved.refusal().problems},
                      consultation_title(context), consultation_view);
}

} // namespace openmasa::masa
