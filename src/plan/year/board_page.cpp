#include "core/restriction/views.hpp"
#include "core/routing/reply.hpp"
#include "plan/year/board_views.hpp"
#include "plan/year/pages.hpp"
#include "plan/year/store.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::year {
namespace {

BoardColumn column_of(plan::Status status, const std::vector<StatusCount>& counts) {
    const auto found = std::ranges::find(counts, status, &StatusCount::status);
    return {.status = status, .actions = found == counts.end() ? 0 : found->actions};
}

std::vector<BoardColumn> read_columns(Context& context, const Picture& picture) {
    auto& db = context.db;
    const auto& scope = context.scope;
    const auto counts = count_by_status(db, scope, picture.plan.id, picture.filter);
    std::vector<BoardColumn> columns;
    for (auto status : plan::all_statuses) columns.push_back(column_of(status, counts));
    for (auto& card : first_cards(db, scope, picture.plan.id, picture.filter)) {
        const auto column = std::ranges::find(columns, card.status, &BoardColumn::status);
        const bool may = scope.may(Permission::update_action, card.owner_id, card.id.view());
        auto tag = restriction::tag(scope, "action", card.id.view());
        if (column != columns.end())
            column->cards.push_back({std::move(card), may, std::move(tag)});
    }
    return columns;
}

} // namespace

http::Response show_board(Context& context) {
    auto picture = read_picture(context);
    if (!picture) return reply_not_found(context);
    picture->filter.statuses.clear();
    picture->filter.only_open = false;
    BoardPage page{.picture = std::move(*picture), .columns = {}};
    page.columns = read_columns(context, page.picture);
    return reply(context, {.title = fmt::format("Board, {}", page.picture.plan.title),
                           .main = board_view(page)});
}

} // namespace openmasa::year
