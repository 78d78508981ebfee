#include "core/clocks/clock_store.hpp"
#include "core/clocks/pages.hpp"
#include "core/clocks/store.hpp"
#include "core/references/references.hpp"
#include "core/routing/form_token.hpp"
#include "core/routing/named_pages.hpp"
#include "core/routing/reply.hpp"
#include "core/routing/route.hpp"
#include "core/routing/version_read.hpp"
#include "kernel/london_time.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::clocks {
namespace {

constexpr int most_running = 100, most_on_home = 5;
constexpr int most_versions = 100;

/// "A-2026-014: Board review", or as much of it as there is.
std::string called(const Clock& clock, const std::string& reference, const std::string& title) {
    if (reference.empty()) return title.empty() ? clock.kind : title;
    return title.empty() ? reference : fmt::format("{}: {}", reference, title);
}

using Records = std::vector<std::pair<std::string, std::string>>;

/// Nothing for a clock of a record that this person may not see.
std::optional<ShownClock> shown(Context& context, Clock clock, const std::string& reference,
                                const NamedPages& pages) {
    const auto page = pages.find({clock.kind, clock.record});
    if (page == pages.end()) return std::nullopt;
    auto when = due(clock, *rule_book(context.db), *bank_holidays(context.db), context.scope.today);
    if (!when) return std::nullopt;
    auto about = called(clock, reference, page->second.title);
    return ShownClock{std::move(clock), std::move(*when), std::move(about), page->second.address};
}

/// The clock of the address with what it is about, if this person may see that.
std::optional<ShownClock> asked(Context& context) {
    const auto id = context.id<ClockId>();
    auto clock = id ? find_clock(context.db, *id) : std::nullopt;
    if (clock && context.as_at) clock = as_it_stood(context.db, std::move(*clock));
    if (!clock) return std::nullopt;
    const auto reference = references::of(context.db, clock->kind, clock->record);
    const auto pages = named_pages(context, {{clock->kind, clock->record}});
    return shown(context, std::move(*clock), reference, pages);
}

http::Response reply_page(const Context& context, const std::string& title, Html main,
                          bool has_problems = false) {
    return reply(context, {.title = title,
                           .crumbs = {{"Clocks", "/clocks"}},
                           .notice = context.form.text("saved") == "yes" ? "Saved." : "",
                           .main = std::move(main),
                           .has_problems = has_problems});
}

std::string page_of_clock(const Clock& clock) {
    return "/clocks/" + clock.id.str();
}

/// Those of the day; of now at most `most`, the first due.
std::vector<ListedClock> running(Context& context, int most) {
    return context.as_at ? running_then(context.db) : running_clocks(context.db, most);
}

} // namespace

RunningPage read_running(Context& context, int most) {
    RunningPage page{.clocks = {}, .today = context.scope.today, .now = context.scope.now};
    const auto limit = static_cast<std::size_t>(most);
    auto all = running(context, most + 1);
    page.more = all.size() > limit;
    Records records;
    for (const auto& one : all) records.emplace_back(one.clock.kind, one.clock.record);
    const auto pages = named_pages(context, records);
    for (auto& one : all)
        if (auto seen = shown(context, std::move(one.clock), one.reference, pages))
            page.clocks.push_back(std::move(*seen));
    std::ranges::stable_sort(page.clocks, {}, [](const ShownClock& one) { return one.due.due; });
    if (page.clocks.size() > limit)
        page.clocks.erase(page.clocks.begin() + most, page.clocks.end());
    return page;
}

namespace {

/// Those who keep the clocks, and those who answer for the partnership. Of others it is said under
/// "What needs you" what they are to do.
bool watches_clocks(const Scope& scope) {
    return scope.may(Permission::keep_clocks) ||
           std::ranges::any_of(scope.holdings, [](const Holding& holding) {
               return holding.role == Role::lead_partner ||
                      holding.role == Role::delegated_partner || holding.role == Role::scrutineer;
           });
}

} // namespace

Html home_card(Context& context) {
    if (!watches_clocks(context.scope)) return {};
    return home_card(read_running(context, most_on_home));
}

Section read_section(Context& context, std::string_view kind, std::string_view record) {
    Section section{.kind = std::string(kind),
                    .record = std::string(record),
                    .clocks = {},
                    .may_keep = !context.as_at && context.scope.may(Permission::keep_clocks),
                    .today = context.scope.today,
                    .now = context.scope.now};
    auto& db = context.db;
    auto clocks = context.as_at ? about_then(db, kind, record) : about(db, kind, record);
    if (clocks.empty()) return section;
    const auto rules = rule_book(db);
    const auto holidays = bank_holidays(db);
    for (auto& clock : clocks)
        if (auto when = due(clock, *rules, *holidays, context.scope.today))
            section.clocks.push_back({std::move(clock), std::move(*when), {}, {}});
    return section;
}

http::Response show_running(Context& context) {
    return reply(context, {.title = "Clocks",
                           .crumbs = {},
                           .main = running_view(read_running(context, most_running))});
}

http::Response show_clock(Context& context) {
    auto clock = asked(context);
    if (!clock) return reply_not_found(context);
    const ClockPage page{
        .shown = std::move(*clock),
        .versions = history::versions(context.db, "clock", context.captured("id"), most_versions),
        .may_keep = !context.as_at && context.scope.may(Permission::keep_clocks),
        .today = context.scope.today,
        .now = context.scope.now};
    return reply_page(context, page.shown.due.rule.title, clock_view(page));
}

namespace {

/// Everything on the form "Start a clock", as it was typed.
StartPage read_start(Context& context) {
    const auto& form = context.form;
    const auto text = [&](std::string_view name) { return std::string(form.text(name)); };
    StartPage page{.form_token = form_token::hidden(context),
                   .kind = text("kind"),
                   .record = text("record"),
                   .back = {},
                   .clocks = {{.text = "Choose a clock", .value = ""}},
                   .clock = text("clock"),
                   .from = text("from"),
                   .at = text("at"),
                   .note = text("note"),
                   .problems = {}};
    const auto book = rule_book(context.db);
    for (auto name : book->names())
        if (const auto* rule = book->find(name, context.scope.today))
            page.clocks.push_back({.text = rule->title, .value = std::string(name)});
    return page;
}

/// What was typed, understood; everything that is wrong with a day or a time.
Result<StartClock> command_of(const StartPage& page) {
    std::vector<Problem> problems;
    StartClock command{
        .kind = page.kind, .record = page.record, .rule = page.clock, .note = page.note};
    const auto from = typed_day(page.from);
    if (page.clock.empty()) problems.push_back({"clock", "Choose a clock."});
    if (!from)
        problems.push_back({"from", "Enter the day that it counts from, as 20 December 2026."});
    if (from && !trimmed(page.at).empty()) {
        const auto at = typed_moment(*from, page.at, "at");
        if (at)
            command.at = *at;
        else
            problems.push_back(at.refusal().problems.front());
    }
    if (!problems.empty()) return invalid(std::move(problems));
    command.from = *from;
    return command;
}

http::Response reply_start(const Context& context, const StartPage& page) {
    return reply_page(context, "Start a clock", start_view(page), !page.problems.empty());
}

} // namespace

http::Response show_start(Context& context) {
    auto page = read_start(context);
    const auto record = page_of(context, page.kind, page.record);
    if (!record) return reply_not_found(context);
    page.back = *record;
    return reply_start(context, page);
}

http::Response post_start(Context& context) {
    auto page = read_start(context);
    const auto record = page_of(context, page.kind, page.record);
    if (!record) return reply_not_found(context);
    page.back = *record;
    const auto saved = submit(context, [&]() -> Result<std::string> {
        const auto command = TRY(command_of(page));
        const auto clock = TRY(start(context.db, context.scope, command));
        return page_of_clock(clock) + "?saved=yes";
    });
    if (saved) return see_other(*saved);
    page.problems = saved.refusal().problems;
    return reply_start(context, page);
}

namespace {

enum class Step { pause, restart, stop };

StepPage step_page(Context& context, Step step, const ShownClock& shown) {
    StepPage page{.form_token = form_token::hidden(context),
                  .sentence = shown.due.rule.title + ", about " + shown.about,
                  .back = page_of_clock(shown.clock),
                  .version = shown.clock.version,
                  .day = spoken_long(context.scope.today)};
    switch (step) {
    case Step::pause:
        page.title = "Pause this clock";
        page.day_field = "from";
        page.day_label = "Which is the first day that does not count?";
        page.words_label = "Why does it stand still?";
        page.button = "Pause this clock";
        break;
    case Step::restart:
        page.title = "Let this clock run again";
        page.day_field = "on";
        page.day_label = "Which is the first day that counts again?";
        page.button = "Let it run again";
        break;
    case Step::stop:
        page.title = "Stop this clock";
        page.day_field = "on";
        page.day_label = "On which day did it stop?";
        page.words_label = "What was done, or why does it no longer count?";
        page.button = "Stop this clock";
        break;
    }
    return page;
}

Result<Clock> take(Context& context, Step step, const ClockId& id, const StepPage& page) {
    const auto day = typed_day(page.day);
    if (!day) return invalid(std::string(page.day_field), "Write the day as 20 December 2026.");
    auto& db = context.db;
    const auto& scope = context.scope;
    switch (step) {
    case Step::pause: return pause(db, scope, {id, page.version, *day, page.words});
    case Step::restart: return restart(db, scope, {id, page.version, *day});
    case Step::stop: return stop(db, scope, {id, page.version, *day, page.words});
    }
    return not_found();
}

http::Response show_step(Context& context, Step step) {
    const auto clock = asked(context);
    if (!clock || clock->clock.is_stopped()) return reply_not_found(context);
    const auto page = step_page(context, step, *clock);
    return reply_page(context, page.title, step_view(page));
}

http::Response post_step(Context& context, Step step) {
    const auto clock = asked(context);
    if (!clock) return reply_not_found(context);
    auto page = step_page(context, step, *clock);
    page.day = context.form.text(page.day_field);
    page.words = context.form.text("why");
    page.version = version_read(context.form);
    const auto saved = submit(context, [&]() -> Result<std::string> {
        TRY(take(context, step, clock->clock.id, page));
        return page.back + "?saved=yes";
    });
    if (saved) return see_other(*saved);
    page.problems = saved.refusal().problems;
    page.version = clock->clock.version; // what happened meanwhile is told; sent again, it counts
    return reply_page(context, page.title, step_view(page), true);
}

} // namespace

http::Response show_pause(Context& context) {
    return show_step(context, Step::pause);
}
http::Response post_pause(Context& context) {
    return post_step(context, Step::pause);
}
http::Response show_restart(Context& context) {
    return show_step(context, Step::restart);
}
http::Response post_restart(Context& context) {
    return post_step(context, Step::restart);
}
http::Response show_stop(Context& context) {
    return show_step(context, Step::stop);
}
http::Response post_stop(Context& context) {
    return post_step(context, Step::stop);
}

} // namespace openmasa::clocks
