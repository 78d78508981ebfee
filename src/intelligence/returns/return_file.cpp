#include "intelligence/returns/return_file.hpp"
#include "core/exchange/csv.hpp"
#include "core/exchange/xlsx_out.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <map>

namespace openmasa::intelligence {
namespace {

enum Column { id, figure, area, period, due, ask, numerator, denominator, value, none, note };
constexpr std::array<std::string_view, 11> names = {
    "id",        "figure",      "area",  "period",    "due", "what to enter",
    "numerator", "denominator", "value", "no figure", "note"};
constexpr std::array<double, 11> widths = {24, 44, 18, 18, 14, 50, 12, 12, 12, 20, 40};
using Cells = std::array<std::string, names.size()>;

constexpr std::array<std::string_view, 4> no_figure_words = {
    "Not available", "Not applicable", "Too few to tell", "Not reliable enough"};

std::string asked(const Definition& is) {
    if (has_parts(is))
        return fmt::format("numerator: {}; denominator: {}", is.numerator, is.denominator);
    return "value: " + (is.counts.empty() ? is.title : one_line(is.counts));
}

Cells blank_cells(const AskedIndicator& what, const Area& where, const FigurePeriod& when,
                  Day due_by) {
    const auto& is = what.indicator.definition;
    Cells cells;
    cells[id] = to_text(FigureKey{what.indicator.number, where.number, when.number()});
    cells[figure] = is.title;
    cells[area] = where.name;
    cells[period] = openmasa::spoken(when);
    cells[due] = iso(due_by);
    cells[ask] = asked(is);
    return cells;
}

Cells blank_cells(const OwedFigure& owed) {
    return blank_cells(*owed.what, *owed.area, owed.period, owed.due);
}

Cells filled_cells(const JudgedFigure& judged) {
    const auto& row = judged.row;
    auto cells = blank_cells(*row.what, *row.area, row.period, row.due);
    cells[numerator] = judged.typed.numerator;
    cells[denominator] = judged.typed.denominator;
    cells[value] = judged.typed.value;
    cells[none] = judged.typed.none;
    cells[note] = judged.typed.note;
    return cells;
}

template<class Range> void append_line(std::string& csv, const Range& cells) {
    const std::vector<std::string_view> views(cells.begin(), cells.end());
    csv::append_line(csv, views);
}

/// The symbol that a cell names by itself or in words; what it says otherwise.
std::string symbol_in(std::string_view cell) {
    const auto word = lower(trimmed(cell));
    for (const auto& one : no_figure_choices())
        if (lower(one.words) == word) return std::string(one.symbol);
    return word;
}

class Reading {
public:
    Reading(const sheet::Sheet& sheet, const ReturnsBook& book, const OwnerId& agency)
        : sheet_(sheet), book_(book), agency_(agency) {
        for (std::size_t at = 0; at < sheet.names.size(); ++at)
            places_.emplace(lower(one_line(sheet.names[at])), at);
    }

    bool has(Column column) const { return places_.contains(names[column]); }

    ReadReturn take() {
        for (const auto& row : sheet_.rows) read(row);
        std::ranges::stable_sort(read_.refused, {}, &RefusedLine::line);
        return std::move(read_);
    }

private:
    std::string cell(const sheet::Row& row, Column column) const {
        const auto found = places_.find(names[column]);
        if (found == places_.end() || found->second >= row.cells.size()) return {};
        return std::string(csv::without_guard(trimmed(row.cells[found->second])));
    }

    void refuse(const sheet::Row& row, std::string why) {
        read_.refused.push_back({.line = row.number,
                                 .what = one_line(fmt::format("{} {} {}", cell(row, figure),
                                                              cell(row, area), cell(row, period))),
                                 .why = std::move(why)});
    }

    void read(const sheet::Row& row) {
        TypedFigure typed{.value = cell(row, value),
                          .numerator = cell(row, numerator),
                          .denominator = cell(row, denominator),
                          .none = symbol_in(cell(row, none)),
                          .note = cleaned(cell(row, note))};
        if (is_blank(typed)) {
            ++read_.blank;
            return;
        }
        if (!from_text(cell(row, id), typed.key))
            return refuse(row, "Its id is none that the template has.");
        const auto asked_row = entry_row(book_, typed.key);
        if (!asked_row || asked_row->owner != agency_)
            return refuse(row, "This figure is not asked of them.");
        if (asked_row->now) typed.read = asked_row->now->load;
        const auto [first, is_new] = lines_.try_emplace(typed.key, row.number);
        if (is_new) {
            read_.figures.push_back(std::move(typed));
            return;
        }
        const auto before = std::ranges::find(read_.figures, typed.key, &TypedFigure::key);
        if (before != read_.figures.end() && *before == typed)
            return refuse(row, fmt::format("Line {} has the same figure.", first->second));
        refuse_both(row, first->second, before);
    }

    /// Nobody knows which of two figures is meant: neither is taken.
    void refuse_both(const sheet::Row& row, int first_line,
                     std::vector<TypedFigure>::iterator before) {
        const auto why =
            fmt::format("Lines {} and {} have different figures for the same. Neither is taken.",
                        first_line, row.number);
        if (before != read_.figures.end()) {
            read_.figures.erase(before);
            const auto first = std::ranges::find(sheet_.rows, first_line, &sheet::Row::number);
            if (first != sheet_.rows.end()) refuse(*first, why);
        }
        refuse(row, why);
    }

    const sheet::Sheet& sheet_;
    const ReturnsBook& book_;
    const OwnerId& agency_;
    std::map<std::string, std::size_t, std::less<>> places_;
    std::map<FigureKey, int> lines_;
    ReadReturn read_;
};

} // namespace

std::string template_csv(std::span<const OwedFigure> owed) {
    std::string csv = "\xEF\xBB\xBF"; // so that a spreadsheet reads it as UTF-8
    append_line(csv, names);
    for (const auto& one : owed) append_line(csv, blank_cells(one));
    return csv;
}

std::string template_xlsx(std::span<const OwedFigure> owed) {
    std::vector<xlsx::ColumnLook> columns;
    for (std::size_t at = 0; at < names.size(); ++at)
        columns.push_back({.head = names[at],
                           .width = widths[at],
                           .wraps = at == figure || at == ask || at == note});
    columns[none].choices = no_figure_words;
    xlsx::Workbook book;
    book.begin_sheet("Return", columns);
    for (const auto& one : owed) {
        for (const auto& cell : blank_cells(one))
            if (cell.empty())
                book.blank();
            else
                book.words(cell);
        book.end_row();
    }
    std::string bytes;
    book.finish([&](std::string_view piece) { bytes += piece; });
    return bytes;
}

std::string csv_of(std::span<const JudgedFigure> judged) {
    std::string csv;
    append_line(csv, names);
    for (const auto& one : judged)
        if (!is_blank(one.typed)) append_line(csv, filled_cells(one));
    return csv;
}

Result<ReadReturn> read_return(const sheet::Sheet& sheet, const ReturnsBook& book,
                               const OwnerId& agency) {
    Reading reading(sheet, book, agency);
    if (!reading.has(id) || !(reading.has(value) || reading.has(numerator)))
        return invalid("file", "This is not the file of this page: it has no columns “id” and "
                               "“value”. Take the file to fill in from here.");
    auto read = reading.take();
    if (read.figures.size() > most_in_a_file)
        return invalid("file", fmt::format("It holds {} figures; send at most {} at once.",
                                           read.figures.size(), most_in_a_file));
    return read;
}

} // namespace openmasa::intelligence
