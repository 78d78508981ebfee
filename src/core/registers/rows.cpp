#include "core/registers/rows.hpp"
#include "core/audit/audit.hpp"
#include "core/registers/selected.hpp"
#include "core/routing/version_read.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <fmt/format.h>
#include <map>

namespace openmasa::registers {
namespace {

/// Adds to a query what a register and its reader make of it.
class Composing {
public:
    Composing(RowsQuery& query, const Register& which, const Scope& scope)
        : which_(which), scope_(scope), query_(query) {}

    void add_cell(std::size_t at) {
        const auto& cell = which_.source->cells[at];
        if (cell.add)
            cell.add(query_, scope_);
        else
            query_.add("(").add(cell.sql).add(")");
    }
    void add_cells() {
        for (std::size_t at = 0; at < which_.columns.size(); ++at) {
            query_.add(at == 0 ? comma_none : comma);
            add_cell(at);
        }
    }
    /// The same, but what would have to be worked out and is not in the list stays empty.
    void add_cells_of_page(const Selection& selection) {
        const auto& chosen = selection.columns;
        const auto shown = chosen.empty() ? usual_columns(which_.columns) : chosen;
        for (std::size_t at = 0; at < which_.columns.size(); ++at) {
            query_.add(at == 0 ? comma_none : comma);
            if (which_.source->cells[at].add && std::ranges::count(shown, at) == 0)
                query_.add("''");
            else
                add_cell(at);
        }
    }
    void add_source() { query_.add("FROM").add(which_.source->from).add("WHERE TRUE"); }
    void add_is(std::size_t at, std::string_view value) {
        query_.add("AND");
        add_cell(at);
        query_.add("= $", value);
    }
    /// Of those ids, at least one.
    void add_ids(std::span<const std::string> ids) {
        query_.add("AND");
        add_cell(place_with(which_.columns, Use::id));
        query_.add("IN ($", ids.front());
        for (const auto& id : ids.subspan(1)) query_.add(", $", id);
        query_.add(")");
    }
    void add_filter(const Selection& selection) {
        for (const auto& one : selection.chosen)
            add_is(one.column, one.value == nothing ? std::string_view() : one.value);
        for (const auto& word : words_to_find(selection)) add_word(word);
    }
    /// What is empty comes last, whichever way; rows that are alike stay in the register's order.
    void add_order(const Selection& selection) {
        query_.add("ORDER BY");
        if (selection.sort) add_order_by(*selection.sort, selection.descending);
        query_.add(which_.source->order);
    }
    /// By the first `columns` of what is selected.
    void add_groups(std::size_t columns) {
        static constexpr store::SqlPiece<0> numbers[] = {"1",   ", 2", ", 3", ", 4",
                                                         ", 5", ", 6", ", 7", ", 8"};
        if (columns == 0) return;
        for (store::SqlPiece<0> clause : {store::SqlPiece<0>("GROUP BY"), {"ORDER BY"}}) {
            query_.add(clause);
            for (const auto& number : std::span(numbers).first(columns)) query_.add(number);
        }
    }

private:
    static constexpr store::SqlPiece<0> comma = ",", comma_none = "";

    /// Somewhere in the row as people read it (spoken_cell()), as far as small and large letters
    /// are alike, without the ids that nobody reads. A cell that cannot hold the word is not worked
    /// out.
    void add_word(std::string_view word) {
        query_.add("AND (FALSE");
        for (std::size_t at = 0; at < which_.columns.size(); ++at) {
            const auto& column = which_.columns[at];
            if (!is_searched(column)) continue;
            if (!column.choices.empty())
                add_choices_with(at, word);
            else if (may_hold(column, word))
                add_cell_with(at, word);
        }
        query_.add(")");
    }
    static bool may_hold(const Column& column, std::string_view word) {
        const bool digits = word.find_first_not_of("0123456789") == word.npos;
        if (column.holds == Holds::number) return digits;
        if (column.holds == Holds::yes_no)
            return std::string_view("yes").find(word) != word.npos ||
                   std::string_view("no").find(word) != word.npos;
        if (column.holds != Holds::day || digits) return true;
        for (unsigned month = 1; month <= 12; ++month)
            if (lower(month_short(month)).find(word) != std::string::npos) return true;
        return false;
    }
    void add_cell_with(std::size_t at, std::string_view word) {
        if (const auto find = which_.source->cells[at].find) {
            query_.add("OR");
            return find(query_, word, anywhere(word));
        }
        query_.add("OR lower(");
        which_.columns[at].holds == Holds::day ? add_day(at) : add_cell(at);
        query_.add(") LIKE $ ESCAPE '!'", anywhere(word));
    }
    /// Those whose labels hold it.
    void add_choices_with(std::size_t at, std::string_view word) {
        bool any = false;
        for (const auto& choice : which_.columns[at].choices) {
            if (lower(choice.label).find(word) == std::string::npos) continue;
            if (!any) {
                query_.add("OR");
                add_cell(at);
                query_.add("IN ($", choice.value);
            } else {
                query_.add(", $", choice.value);
            }
            any = true;
        }
        if (any) query_.add(")");
    }
    /// "2026-01-03" as "3 Jan 2026".
    void add_day(std::size_t at) {
        query_.add("CASE WHEN");
        add_cell(at);
        query_.add("= '' THEN '' ELSE ltrim(substr(");
        add_cell(at);
        query_.add(", 9, 2), '0') || ' ' || CASE substr(");
        add_cell(at);
        query_.add(", 6, 2)");
        for (unsigned month = 1; month <= 12; ++month)
            query_.add("WHEN $ THEN $", iso(day(2000, month, 1)).substr(5, 2), month_short(month));
        query_.add("ELSE '' END || ' ' || substr(");
        add_cell(at);
        query_.add(", 1, 4) END");
    }
    /// Numbers are digits without leading noughts: the longer one is more.
    void add_order_by(std::size_t at, bool descending) {
        const auto add_key = [&](store::SqlPiece<0> before, store::SqlPiece<0> after) {
            query_.add(before);
            add_cell(at);
            query_.add(after).add(descending ? downwards : upwards);
        };
        query_.add("CASE WHEN");
        add_cell(at);
        query_.add("= '' THEN 1 ELSE 0 END,");
        if (which_.columns[at].holds == Holds::number) add_key("length(", ")");
        add_key("lower(", ")");
    }
    static constexpr store::SqlPiece<0> downwards = "DESC,", upwards = ",";

    /// What LIKE finds wherever the word stands; its own signs in it are only themselves.
    static std::string anywhere(std::string_view word) {
        std::string pattern = "%";
        for (char c : word) {
            if (c == '%' || c == '_' || c == '!') pattern += '!';
            pattern += c;
        }
        return pattern + '%';
    }

    const Register& which_;
    const Scope& scope_;
    RowsQuery& query_;
};

bool may_read(const Scope& scope, const Register& which) {
    return scope.may(which.read);
}

void hand_over(store::Db& db, const RowsQuery& query, const TakeRow& take) {
    db.each(query, [&](Cells&& row) { take(row); });
}

} // namespace

EachRow all_rows(store::Db& db, const Scope& scope, const Register& which) {
    return selected_rows(db, scope, which, {});
}

void compose_rows(RowsQuery& query, const Scope& scope, const Register& which,
                  const Selection& selection, const std::optional<listing::Paging>& paging) {
    Composing composing(query, which, scope);
    query.add("SELECT");
    paging ? composing.add_cells_of_page(selection) : composing.add_cells();
    composing.add_source();
    composing.add_filter(selection);
    composing.add_order(selection);
    if (paging) query.add("LIMIT $ OFFSET $", listing::rows_a_page, paging->offset());
}

EachRow selected_rows(store::Db& db, const Scope& scope, const Register& which,
                      const Selection& selection, const std::optional<listing::Paging>& paging) {
    return [&db, &scope, &which, selection, paging](const TakeRow& take) {
        if (!may_read(scope, which)) return;
        if (!which.source) {
            const EachRow all = [&](const TakeRow& to) { which.each(db, scope, to); };
            return of_page(selected(all, which, selection), paging)(take);
        }
        RowsQuery query("registers.rows");
        compose_rows(query, scope, which, selection, paging);
        hand_over(db, query, take);
    };
}

std::shared_ptr<const Ids> found_ids(store::Db& db, const Scope& scope, const Register& which,
                                     const Selection& selection) {
    const auto id = place_with(which.columns, Use::id);
    const auto read = [&] {
        Ids ids;
        if (!may_read(scope, which)) return ids;
        if (!which.source) {
            selected_rows(db, scope, which,
                          selection)([&](const Cells& row) { ids.push_back(row[id]); });
            return ids;
        }
        RowsQuery query("registers.found");
        Composing composing(query, which, scope);
        query.add("SELECT");
        composing.add_cell(id);
        composing.add_source();
        composing.add_filter(selection);
        composing.add_order(selection);
        hand_over(db, query, [&](const Cells& row) { ids.push_back(row.front()); });
        return ids;
    };
    // What the register hands over by itself may be other rows for another reader.
    if (!which.source) return std::make_shared<const Ids>(read());
    const auto key = fmt::format("registers/{}/{}/{}", which.kind, scope.may(which.read),
                                 to_query(which, selection));
    return db.remembered_as_seen<Ids>(
        key, fmt::format("{} {}", audit::newest_number(db), iso(scope.today)), read);
}

EachRow rows_with_ids(store::Db& db, const Scope& scope, const Register& which,
                      const Selection& selection, Ids ids) {
    return [&db, &scope, &which, selection, ids = std::move(ids)](const TakeRow& take) {
        if (ids.empty() || !may_read(scope, which)) return;
        std::map<std::string, Cells, std::less<>> rows;
        const auto id = place_with(which.columns, Use::id);
        const TakeRow keep = [&](const Cells& row) { rows.emplace(row[id], row); };
        if (which.source) {
            RowsQuery query("registers.rows_with_ids");
            Composing composing(query, which, scope);
            query.add("SELECT");
            composing.add_cells_of_page(selection);
            composing.add_source();
            composing.add_ids(ids);
            hand_over(db, query, keep);
        } else {
            which.each(db, scope, keep);
        }
        for (const auto& one : ids)
            if (const auto row = rows.find(one); row != rows.end()) take(row->second);
    };
}

std::optional<Cells> find_row(store::Db& db, const Scope& scope, const Register& which,
                              std::string_view id) {
    if (!may_read(scope, which)) return std::nullopt;
    RowsQuery query("registers.find_row");
    Composing composing(query, which, scope);
    query.add("SELECT");
    composing.add_cells();
    composing.add_source();
    composing.add_is(place_with(which.columns, Use::id), id);
    std::optional<Cells> found;
    hand_over(db, query, [&](const Cells& row) { found = row; });
    return found;
}

EachRow rows_alike(store::Db& db, const Scope& scope, const Register& which) {
    return [&db, &scope, &which](const TakeRow& take) {
        if (!may_read(scope, which)) return;
        const auto filters = columns_that_filter(which.columns);
        RowsQuery query("registers.rows_alike");
        Composing composing(query, which, scope);
        query.add("SELECT");
        for (auto at : filters) {
            composing.add_cell(at);
            query.add(",");
        }
        query.add("count(*)");
        composing.add_source();
        composing.add_groups(filters.size());
        hand_over(db, query, take);
    };
}

} // namespace openmasa::registers
