#include "core/registers/list_page.hpp"
#include "core/registers/local.hpp"
#include <algorithm>
#include <map>

namespace openmasa::registers {
namespace {

/// Counts the values of the columns that filter, and the rows of the fixed views, over all rows.
class Counting {
public:
    explicit Counting(const Register& which) {
        for (std::size_t at = 0; at < which.columns.size(); ++at)
            if (which.columns[at].filters) values_[at];
        for (const auto& view : which.views)
            fixed_.push_back(read_selection(which, http::read_query(view.query)));
        counts_.resize(fixed_.size());
    }
    void add(const Cells& row) {
        ++all_;
        for (auto& [at, values] : values_) ++values[row[at]];
        for (std::size_t at = 0; at < fixed_.size(); ++at)
            counts_[at] += lets_through(fixed_[at], row);
    }
    void finish(ListPage& page) const {
        page.all = all_;
        page.in_fixed_views = counts_;
        for (const auto& [at, values] : values_)
            for (const auto& [value, rows] : values) page.values.push_back({at, value, rows});
    }

private:
    static bool lets_through(const Selection& selection, const Cells& row) {
        return std::ranges::all_of(selection.chosen, [&](const Selection::Chosen& one) {
            return row[one.column] == (one.value == nothing ? std::string_view() : one.value);
        });
    }
    std::map<std::size_t, std::map<std::string, int>> values_;
    std::vector<Selection> fixed_;
    std::vector<int> counts_;
    int all_ = 0;
};

/// Takes the rows of one page out of all that are chosen.
void read_rows(ListPage& page, const EachRow& all) {
    std::vector<Cells> chosen;
    selected(all, page.which, page.selection)([&](const Cells& row) { chosen.push_back(row); });
    page.paging = listing::paging(page.selection.page, static_cast<int>(chosen.size()));
    page.selection.page = page.paging.page;
    const auto first = static_cast<std::size_t>(page.paging.offset());
    const auto count = std::min<std::size_t>(listing::rows_a_page, chosen.size() - first);
    for (std::size_t at = first; at < first + count; ++at)
        page.rows.push_back(std::move(chosen[at]));
}

} // namespace

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
                  .none = std::move(options.none),
                  .more = std::move(options.more)};
    Counting counting(which);
    std::vector<Cells> all;
    which.each(context.db, context.scope, [&](const Cells& row) {
        counting.add(row);
        all.push_back(row);
    });
    counting.finish(page);
    read_rows(page, [&](const TakeRow& take) {
        for (const auto& row : all) take(row);
    });
    page.views = views::strip(context, std::string(which.kind), "", page.address,
                              canonical_query(which, context.request.query));
    return list_view(page);
}

} // namespace openmasa::registers
