#include "plan/year/board_views.hpp"
#include "kernel/text.hpp"
#include "plan/rules.hpp"
#include "web/chart/standing_signs.hpp"
#include <fmt/format.h>

namespace openmasa::year {
namespace {

using plan::Status;

Html date_of(const Card& card, ui::Standing standing, Day today) {
    const bool is_open = plan::is_open(card.status);
    const auto words = plan::lines_joined(card.date_words);
    if (card.date_kind == "unknown" && is_open)
        return html(R"(<p class="om-card__when">{}<span class="om-ev--missing">No date</span></p>
)",
                    when(!words.empty(), html("{} ", words)));
    if (words.empty()) return {};
    const auto left = plan::time_to_say(card.status, card.deadline, card.next_step, today).left;
    return html(R"(<p class="om-card__when">{}{}</p>
)",
                words,
                when(!left.empty(),
                     html(R"( <span class="om-card__left{}">{}</span>)",
                          standing == ui::Standing::late ? " om-plan__means--late" : "", left)));
}

Html reason_of(const Card& card) {
    return when(plan::needs_reason(card.status) && !card.stopped_why.empty(),
                html(R"(<p class="om-card__why">{}</p>
)",
                     card.stopped_why));
}

/// What the column does not say by itself.
Html tag_of(ui::Standing standing) {
    const bool says_more = standing == ui::Standing::late || standing == ui::Standing::unproven;
    return when(says_more, html("{} ", ui::standing_tag(standing)));
}

Html owner_of(const Card& card) {
    if (!card.owner.empty())
        return html(R"(<p class="om-card__who">{}</p>
)",
                    card.owner);
    return when(plan::is_open(card.status),
                html(R"(<p class="om-card__who om-ev--missing">No owner</p>
)"));
}

Html verb_of(const BoardCard& card) {
    return when(
        card.may_update && plan::is_open(card.card.status),
        html(
            R"(<p class="om-card__act"><a class="govuk-link govuk-link--no-visited-state" href="/actions/{}/progress">Record progress<span class="govuk-visually-hidden"> on {}</span></a></p>
)",
            card.card.id, card.card.reference));
}

Html card_of(const BoardCard& one, Day today) {
    const auto& card = one.card;
    const auto standing = plan::standing(card.status, card.deadline, card.evidence, today);
    return html(
        R"(<li class="om-card"><p class="om-card__ref">{}<span class="om-nowrap">{}</span> {}</p>
<h4 class="om-card__title"><a class="govuk-link govuk-link--no-visited-state" href="/actions/{}">{}</a></h4>
{}{}{}{}</li>
)",
        tag_of(standing), card.reference, one.tag, card.id, card.title, reason_of(card),
        owner_of(card), date_of(card, standing, today), verb_of(one));
}

ui::Standing sign_of(Status status) {
    return plan::standing(status, std::nullopt, 1, Day{});
}

Html all_of(const Picture& picture, const BoardColumn& column) {
    auto rows = picture.filter;
    rows.statuses = {column.status};
    const auto shown = int(column.cards.size());
    if (column.actions <= shown) return {};
    return html(R"(<p class="om-board__all">{}</p>
)",
                link(picture.list_address(rows), fmt::format("All {}", column.actions)));
}

Html column_part(const Picture& picture, const BoardColumn& column) {
    Html cards;
    for (const auto& card : column.cards) cards += card_of(card, picture.today);
    auto rows = picture.filter;
    rows.statuses = {column.status};
    const auto number = column.actions == 0
                            ? html("0")
                            : link(picture.list_address(rows), std::to_string(column.actions));
    return html(
        R"(<section class="om-board__column" aria-labelledby="column-{}"><h3 class="om-board__name" id="column-{}">{}{} <span class="om-board__count">{}</span></h3>
{}{}</section>
)",
        to_text(column.status), to_text(column.status), chart::sign_in_key(sign_of(column.status)),
        plan::spoken(column.status), number,
        column.cards.empty() ? html(R"(<p class="om-quiet">None.</p>
)")
                             : html(R"(<ul class="om-board__cards">
{}</ul>
)",
                                    cards),
        all_of(picture, column));
}

/// On a phone the columns stand below each other.
Html ways_to_columns(const BoardPage& page) {
    Html ways;
    for (const auto& column : page.columns)
        append(ways, R"(<li><a href="#column-{}">{} <b>{}</b></a></li>
)",
               to_text(column.status), plan::spoken(column.status), column.actions);
    return html(R"(<nav class="om-views om-board__ways" aria-label="Columns"><ul>
{}</ul></nav>
)",
                ways);
}

} // namespace

Html board_view(const BoardPage& page) {
    Html columns;
    for (const auto& column : page.columns) columns += column_part(page.picture, column);
    const Choosing choices{.folder = "board", .label = "Choose actions"};
    return html(
        R"({}<div class="om-pictures om-paper">{}<h2 class="govuk-heading-m om-board__head">Board{}</h2>
<div class="om-picks">{}</div>
{}{}<div class="om-board">
{}</div></div>
)",
        picture_head(page.picture, plan::PlanTab::board), chart::sign_shapes(),
        on_paper(page.picture), choosing(page.picture, choices), chosen_line(page.picture, choices),
        ways_to_columns(page), columns);
}

} // namespace openmasa::year
