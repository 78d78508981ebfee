#include "core/access/store.hpp"
#include "core/audit/downloads.hpp"
#include "core/routing/form_token.hpp"
#include "core/routing/reply.hpp"
#include "core/routing/version_read.hpp"
#include "intelligence/returns/actions.hpp"
#include "intelligence/returns/entry_views.hpp"
#include "intelligence/returns/pages.hpp"
#include "intelligence/returns/return_file.hpp"
#include "intelligence/returns/rules.hpp"
#include "intelligence/returns/store.hpp"
#include "intelligence/returns/typed_figures.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::intelligence {
namespace {

/// So many rows a form has at most.
constexpr std::size_t most_rows = 150;

/// The agency in the route's {agency}, for whom this person enters figures.
std::optional<access::Owner> agency_of(Context& context) {
    const auto id = context.id<OwnerId>("agency");
    if (!id || !may_return(context.scope, *id)) return std::nullopt;
    for (auto& owner : access::list_owners(context.db, access::OwnerType::agency))
        if (owner.id == *id) return std::move(owner);
    return std::nullopt;
}

/// What an agency owes, has returned in the last year, and owes next.
struct Owed {
    std::vector<OwedFigure> open, returned, coming;
};
Owed owed_by(const ReturnsBook& book, const OwnerId& agency, Day today) {
    Owed owed;
    for (auto& one : calendar_of(book, today)) {
        if (one.owner != agency) continue;
        if (one.figure)
            owed.returned.push_back(one);
        else if (can_be_returned(one, today))
            owed.open.push_back(one);
        else
            owed.coming.push_back(one);
    }
    std::ranges::reverse(owed.returned);
    return owed;
}

/// A returned figure as somebody would have typed it, to be corrected.
TypedFigure as_returned(const FigureKey& key, const ReturnedFigure& figure) {
    TypedFigure typed{.key = key, .note = figure.note, .read = figure.load};
    const auto read = read_figure(figure.text.value);
    if (read && read->symbol) {
        typed.none = figure.text.value;
    } else if (figure.text.numerator && figure.text.denominator) {
        typed.numerator = *figure.text.numerator;
        typed.denominator = *figure.text.denominator;
    } else {
        typed.value = figure.text.value;
    }
    return typed;
}

/// Rows that wait, each with what was typed into it; what was typed into others follows.
std::vector<TypedFigure> rows_of(const std::vector<OwedFigure>& open,
                                 const std::vector<TypedFigure>& typed) {
    std::vector<TypedFigure> rows;
    for (std::size_t at = 0; at < std::min(open.size(), most_rows); ++at)
        rows.push_back({.key = key_of(open[at])});
    for (const auto& one : typed) {
        const auto row = std::ranges::find(rows, one.key, &TypedFigure::key);
        if (row == rows.end())
            rows.push_back(one);
        else
            *row = one;
    }
    return rows;
}

void add_correction(const Context& context, const ReturnsBook& book, const OwnerId& agency,
                    std::vector<TypedFigure>& typed) {
    FigureKey key;
    if (!from_text(context.form.text("correct"), key)) return;
    const auto row = entry_row(book, key);
    if (row && row->owner == agency && row->now) typed.push_back(as_returned(key, *row->now));
}

/// What was typed, and what came of it.
struct Typed {
    std::vector<TypedFigure> figures{};
    std::vector<Problem> problems{};
    std::string file_name{};
    ReadReturn file{};
    bool is_typed = false;
};

std::string saved_words(const Context& context) {
    if (!context.form.has("saved")) return {};
    const auto number = whole_number(context.form.text("saved"));
    if (number == 0) return "Nothing changed: these figures are here already.";
    return counted(number, "figure is", "figures are") + " returned.";
}

http::Response reply_return(Context& context, const access::Owner& agency, Typed typed) {
    const auto kept = returns_book(context.db, context.scope);
    const auto& book = *kept;
    auto owed = owed_by(book, agency.id, context.scope.today);
    if (!typed.is_typed) add_correction(context, book, agency.id, typed.figures);
    const auto rows = rows_of(owed.open, typed.figures);
    const auto address = "/returns/" + agency.id.str();
    const bool has_problems = !typed.problems.empty();
    AgencyReturnPage page{.words = context.words,
                          .name = agency.name,
                          .address = address,
                          .form = {.form_token = form_token::hidden(context),
                                   .today = context.scope.today,
                                   .address = address,
                                   .rows = judge_entries(book, rows, context.scope.today),
                                   .is_typed = typed.is_typed,
                                   .problems = std::move(typed.problems)},
                          .returned = std::move(owed.returned),
                          .coming = std::move(owed.coming),
                          .more = owed.open.size() - std::min(owed.open.size(), most_rows),
                          .file_name = std::move(typed.file_name),
                          .file = std::move(typed.file)};
    if (!page.file_name.empty())
        for (const auto& row : page.form.rows)
            page.form.problems.insert(page.form.problems.end(), row.problems.begin(),
                                      row.problems.end());
    return reply(context, {.title = "Return figures",
                           .crumbs = {{"Figures", "/indicators"}, {"Returns", "/returns"}},
                           .notice = saved_words(context),
                           .main = agency_return_view(page),
                           .has_problems = has_problems || !page.form.problems.empty()});
}

http::Response download(Context& context, std::string_view ending,
                        std::string (*made)(std::span<const OwedFigure>),
                        std::string_view media_type) {
    const auto agency = agency_of(context);
    if (!agency) return reply_not_found(context);
    const auto book = returns_book(context.db, context.scope);
    const auto owed = owed_by(*book, agency->id, context.scope.today).open;
    audit::record_download(context.db, context.scope,
                           {.verb = "return.downloaded",
                            .filter = fmt::format("agency={}", agency->id.view()),
                            .rows = std::ssize(owed)});
    return reply_download(made(owed), media_type,
                          fmt::format("return-{}.{}", iso(context.scope.today), ending));
}

} // namespace

http::Response show_return(Context& context) {
    const auto agency = agency_of(context);
    return agency ? reply_return(context, *agency, {}) : reply_not_found(context);
}

http::Response post_return(Context& context) {
    const auto agency = agency_of(context);
    if (!agency) return reply_not_found(context);
    auto command = read_typed(context.form);
    command.agency = agency->id;
    const auto saved = submit(context, [&]() -> Result<std::string> {
        const auto counts = TRY(enter(context.db, context.scope, command));
        return fmt::format("/returns/{}?saved={}", agency->id.view(),
                           counts.added + counts.revised);
    });
    if (saved) return see_other(*saved);
    if (saved.refusal().kind == Refusal::Kind::not_found) return reply_not_found(context);
    context.db.finish(); // the newest state
    return reply_return(context, *agency,
                        {.figures = std::move(command.figures),
                         .problems = saved.refusal().problems,
                         .is_typed = true});
}

http::Response post_return_file(Context& context) {
    const auto agency = agency_of(context);
    if (!agency) return reply_not_found(context);
    const auto* file = context.form.file("file");
    if (!file) return reply_return(context, *agency, {.problems = {{"file", "Choose the file."}}});
    const auto sheet = sheet::read_sheet(file->content);
    if (!sheet) return reply_return(context, *agency, {.problems = sheet.refusal().problems});
    const auto read = read_return(*sheet, *returns_book(context.db, context.scope), agency->id);
    if (!read) return reply_return(context, *agency, {.problems = read.refusal().problems});
    return reply_return(
        context, *agency,
        {.figures = read->figures, .file_name = file->file_name, .file = *read, .is_typed = true});
}

http::Response download_template_csv(Context& context) {
    return download(context, "csv", template_csv, "text/csv; charset=utf-8");
}

http::Response download_template_xlsx(Context& context) {
    return download(context, "xlsx", template_xlsx,
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
}

} // namespace openmasa::intelligence
