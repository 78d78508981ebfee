#include "core/clocks/module.hpp"
#include "core/clocks/pages.hpp"
#include "core/clocks/store.hpp"
#include "core/clocks/views.hpp"
#include "core/routing/form_token.hpp"
#include "core/routing/reply.hpp"
#include "core/routing/version_read.hpp"
#include <algorithm>
#include <charconv>

namespace openmasa::clocks {
namespace {

http::Response reply_page(const Context& context, const std::string& title, Html main,
                          std::string notice = {}, bool has_problems = false) {
    return reply(context, {.title = title,
                           .crumbs = {},
                           .notice = std::move(notice),
                           .main = std::move(main),
                           .has_problems = has_problems});
}

/// Nothing is asked yet when only a clock was chosen, or nothing at all.
http::Response show_due(Context& context) {
    const auto book = rule_book(context.db);
    const auto& form = context.form;
    DuePage page{.question = {.clock = std::string(form.text("clock")),
                              .from = std::string(form.text("from")),
                              .at = std::string(form.text("at")),
                              .pauses = std::string(form.text("pauses")),
                              .group = std::string(form.text("group"))},
                 .names = book->names(),
                 .book = book.get()};
    if (form.has("from")) {
        auto answered = answer(page.question, *book, *bank_holidays(context.db));
        if (answered)
            page.due = std::move(answered).value();
        else
            page.problems = answered.refusal().problems;
    }
    return reply_page(context, page.due ? page.due->rule.title : "Work out a date", due_view(page),
                      {}, !page.problems.empty());
}

int year_asked(const Context& context) {
    const auto text = context.form.text("year");
    int year = 0;
    std::from_chars(text.data(), text.data() + text.size(), year);
    const auto today = std::chrono::year_month_day(context.scope.today);
    return year ? std::clamp(year, 1978, 2200) : int(today.year());
}

http::Response show_holidays(Context& context) {
    const auto holidays = bank_holidays(context.db);
    const int first = year_asked(context);
    return reply_page(
        context, "Bank holidays",
        holidays_view({.holidays = holidays.get(),
                       .first_year = first,
                       .last_year = first + 3,
                       .may_bring_in = context.scope.may(Permission::edit_settings)}),
        context.form.text("saved") == "list" ? "Saved: every clock counts by this list now." : "");
}

http::Response show_import(Context& context, std::vector<Problem> problems) {
    const HolidayImportPage page{.form_token = form_token::hidden(context),
                                 .problems = std::move(problems)};
    return reply_page(context, "Bring in bank holidays", holiday_import_view(page), {},
                      !page.problems.empty());
}

http::Response import_form(Context& context) {
    return show_import(context, {});
}

http::Response show_preview(Context& context, std::vector<BankHoliday> list,
                            std::vector<Problem> problems = {}) {
    HolidayPreview page{.form_token = form_token::hidden(context),
                        .list = std::move(list),
                        .version = bank_holidays_version(context.db),
                        .problems = std::move(problems)};
    page.differences = differences(*bank_holidays(context.db), page.list);
    return reply_page(context, "Look at the list", holiday_preview_view(page), {},
                      !page.problems.empty());
}

http::Response look_at_list(Context& context) {
    const auto* file = context.form.file("file");
    if (!file) return show_import(context, {{"file", "Choose the file."}});
    auto list = read_bank_holidays(file->content);
    if (!list) return show_import(context, list.refusal().problems);
    return show_preview(context, std::move(list).value());
}

http::Response save_list(Context& context) {
    const auto list = from_lines(context.form.text("list"));
    if (!list) return show_import(context, list.refusal().problems);
    const auto version = version_read(context.form);
    const auto saved = submit(context, [&]() -> Result<std::string> {
        TRY(save_bank_holidays(context.db, context.scope, *list, version));
        return std::string("/clocks/bank-holidays?saved=list");
    });
    return saved ? see_other(*saved) : show_preview(context, *list, saved.refusal().problems);
}

constexpr Route routes[] = {
    // Two or three statements for each of at most a hundred clocks.
    {Method::Get, "/clocks", Permission::own_account, show_running, Budget{320},
     Past::from_history},
    {Method::Get, "/clocks/rules", Permission::own_account, show_rules, Budget{6}},
    {Method::Get, "/clocks/rules/add", Permission::edit_settings, show_add_rule, Budget{5}},
    {Method::Post, "/clocks/rules/add", Permission::edit_settings, post_add_rule, Budget{20}},
    {Method::Get, "/clocks/rules/{id}/withdraw", Permission::edit_settings, show_withdraw_rule,
     Budget{5}},
    {Method::Post, "/clocks/rules/{id}/withdraw", Permission::edit_settings, post_withdraw_rule,
     Budget{20}},
    {Method::Get, "/clocks/start", Permission::keep_clocks, show_start, Budget{6}},
    {Method::Post, "/clocks/start", Permission::keep_clocks, post_start, Budget{24}},
    {Method::Get, "/clocks/due", Permission::own_account, show_due, Budget{7}},
    {Method::Get, "/clocks/bank-holidays", Permission::own_account, show_holidays, Budget{5}},
    {Method::Get, "/clocks/bank-holidays/import", Permission::edit_settings, import_form,
     Budget{3}},
    {Method::Post, "/clocks/bank-holidays/import", Permission::edit_settings, look_at_list,
     Budget{7}},
    // One statement for each of the hundred and more days.
    {Method::Post, "/clocks/bank-holidays", Permission::edit_settings, save_list, Budget{400}},
    {Method::Get, "/clocks/{id}", Permission::own_account, show_clock, Budget{14},
     Past::from_history},
    {Method::Get, "/clocks/{id}/pause", Permission::keep_clocks, show_pause, Budget{11}},
    {Method::Post, "/clocks/{id}/pause", Permission::keep_clocks, post_pause, Budget{32}},
    {Method::Get, "/clocks/{id}/restart", Permission::keep_clocks, show_restart, Budget{11}},
    {Method::Post, "/clocks/{id}/restart", Permission::keep_clocks, post_restart, Budget{32}},
    {Method::Get, "/clocks/{id}/stop", Permission::keep_clocks, show_stop, Budget{11}},
    {Method::Post, "/clocks/{id}/stop", Permission::keep_clocks, post_stop, Budget{32}},
};

constexpr restriction::Kind own_kinds[] = {{.kind = "clock", .called = "Clock"}};
constexpr restriction::Hangs own_hangs[] = {{"clock_pause", "clock_id", "clock"}};
/// Hidden with what they are about.
constexpr restriction::About own_about[] = {{"clock", "kind", "record_id"}};

} // namespace

Module module() {
    return {.name = "clocks",
            .routes = routes,
            .kinds = {.kinds = own_kinds, .hangs = own_hangs, .about = own_about}};
}

} // namespace openmasa::clocks
