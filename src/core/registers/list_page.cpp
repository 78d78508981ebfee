#include "core/registers/list_page.hpp"
#include "core/registers/as_at.hpp"
#include "core/registers/counts.hpp"
#include "core/registers/local.hpp"
#include "core/registers/selected.hpp"
#include <algorithm>

namespace openmasa::registers {
namespace {

/// The selection of rows that no table holds. Versions have no order of their own: it is that of
/// the first column.
EachRow selected_then(const EachRow& all, const Register& which, Selection selection) {
    if (!selection.sort) selection.sort = 0;
    return selected(all, which, selection);
}

/// Those of the page among all that its words find.
void read_found(Context& context, ListPage& page) {
    auto selection = page.selection;
    selection.page = 1;
    selection.columns.clear();
    const auto ids = found_ids(context.db, context.scope, page.which, selection);
    page.paging = listing::paging(page.selection.page, static_cast<int>(ids->size()));
    const auto from = std::min<std::ptrdiff_t>(page.paging.offset(), std::ssize(*ids));
    const auto to = std::min<std::ptrdiff_t>(from + listing::rows_a_page, std::ssize(*ids));
    rows_with_ids(context.db, context.scope, page.which, page.selection,
                  {ids->begin() + from, ids->begin() + to})(
        [&](const Cells& row) { page.rows.push_back(row); });
}

/// Fills the page from the database, which selects, orders and counts.
void read_now(Context& context, ListPage& page, std::shared_ptr<const Counts>& counts) {
    auto& db = context.db;
    counts = counts_of(db, context.scope, page.which);
    if (!page.selection.words.empty()) return read_found(context, page);
    page.paging = listing::paging(page.selection.page, counts->chosen(page.selection));
    selected_rows(db, context.scope, page.which, page.selection,
                  page.paging)([&](const Cells& row) { page.rows.push_back(row); });
}

/// The same from the history, all of whose rows are read once.
void read_then(Context& context, ListPage& page, std::shared_ptr<const Counts>& counts) {
    std::vector<Cells> all, chosen;
    rows_from_history(context.db, page.which,
                      context.as_at->day)([&](const Cells& row) { all.push_back(row); });
    const EachRow again = [&](const TakeRow& take) { std::ranges::for_each(all, take); };
    counts = std::make_shared<const Counts>(counted_in(again, page.which));
    selected_then(again, page.which,
                  page.selection)([&](const Cells& row) { chosen.push_back(row); });
    page.paging = listing::paging(page.selection.page, static_cast<int>(chosen.size()));
    const EachRow each = [&](const TakeRow& take) { std::ranges::for_each(chosen, take); };
    of_page(each, page.paging)([&](const Cells& row) { page.rows.push_back(row); });
}

} // namespace

bool shows_past(const Context& context, const Register& which) {
    return context.as_at && is_from_versions(which, context.as_at->as_known_then);
}

EachRow rows_of(Context& context, const Register& which, const Selection& selection) {
    if (!shows_past(context, which))
        return selected_rows(context.db, context.scope, which, selection);
    return selected_then(rows_from_history(context.db, which, context.as_at->day), which,
                         selection);
}

Html list_of(Context& context, const Register& own, ListOptions options) {
    const LocalRegister local(own, context.words);
    const auto& which = *local;
    ListPage page{.which = which,
                  .address = std::string(which.address),
                  .selection = read_selection(which, context.form),
                  .paging = {},
                  .rows = {},
                  .values = {},
                  .in_fixed_views = {},
                  .views = {},
                  .is_past = shows_past(context, which),
                  .none = shows_past(context, which) ? "Nothing stood in this list on that day."
                                                     : std::move(options.none),
                  .more = std::move(options.more)};
    std::shared_ptr<const Counts> counts;
    page.is_past ? read_then(context, page, counts) : read_now(context, page, counts);
    page.selection.page = page.paging.page;
    page.all = counts->all();
    page.values = counts->values();
    for (const auto& view : which.views)
        page.in_fixed_views.push_back(
            counts->chosen(read_selection(which, http::read_query(view.query))));
    page.views = views::strip(context, std::string(which.kind), "", page.address,
                              canonical_query(which, context.request.query));
    return list_view(page);
}

} // namespace openmasa::registers
