#include "command_line/command.hpp"
#include "core/clocks/due.hpp"
#include "core/clocks/store.hpp"
#include "kernel/target_date.hpp"
#include <fmt/format.h>
#include <iostream>
#include <memory>
#include <vector>

namespace openmasa::command_line {
namespace {

std::string in_words(const TargetDate& target) {
    const auto shown = [](const std::optional<Day>& day) {
        return day ? iso(*day) : std::string("open");
    };
    auto text = fmt::format(
        "\"{}\"\n  kind      {}\n  meaning   {}\n  earliest  {}\n  latest    {}\n", target.words,
        name(target.kind), meaning(target), shown(target.earliest), shown(target.latest));
    if (target.period) text += fmt::format("  every     {}\n", iso(*target.period));
    for (const auto& step : target.milestones)
        text += fmt::format("  step      {}: {}\n", step.words, meaning(step));
    if (!target.doubt.empty()) text += fmt::format("  doubtful  {}\n", target.doubt);
    return text;
}

int explain_date(const std::string& words, bool as_json) {
    const auto target = understand_date(words);
    if (!as_json) {
        std::cout << in_words(target);
        return Exit::done;
    }
    JsonWriter json;
    write(json, target);
    std::cout << json.text() << "\n";
    return Exit::done;
}

struct DueOptions {
    Common common;
    std::string clock, start;
    std::vector<std::string> pauses;
};

/// "2024-12-20", or "2024-12-20T14:30Z" for a clock that counts hours.
std::optional<Moment> read_moment(const std::string& text) {
    if (text.size() != 17 || text.back() != 'Z') return std::nullopt;
    return moment_from_iso(text.substr(0, 16) + ":00.000Z");
}

/// "2025-03-04/2025-03-06".
std::optional<Pause> read_pause(std::string_view text) {
    const auto slash = text.find('/');
    if (slash == text.npos) return std::nullopt;
    const auto from = day_from_iso(text.substr(0, slash)),
               to = day_from_iso(text.substr(slash + 1));
    if (!from || !to || *to < *from) return std::nullopt;
    return Pause{*from, *to, "by request"};
}

struct Known {
    clocks::RuleBook book;
    BankHolidays holidays;
};

/// The partnership's own where there is a database; otherwise what the program brings.
Known what_is_known(const std::string& database) {
    if (!has_database(database)) return Known{};
    Open open(database);
    return {*clocks::rule_book(open.db), *clocks::bank_holidays(open.db)};
}

Result<clocks::Due> answer(const DueOptions& options) {
    const auto at = read_moment(options.start);
    const auto start = at ? std::optional(london_day(*at)) : day_from_iso(options.start);
    if (!start)
        return invalid("start",
                       fmt::format("\"{}\" is no day. Write it as 2024-12-20.", options.start));
    const auto known = what_is_known(options.common.database);
    const auto* rule = known.book.find(options.clock, *start);
    if (!rule)
        return invalid("clock", fmt::format("There is no clock \"{}\". They are: {}.",
                                            options.clock, fmt::join(known.book.names(), ", ")));
    std::vector<Pause> pauses;
    for (const auto& words : options.pauses) {
        const auto pause = read_pause(words);
        if (!pause)
            return invalid("pause",
                           fmt::format("\"{}\" is no pause. Write 2025-03-04/2025-03-06.", words));
        pauses.push_back(*pause);
    }
    return at ? clocks::due(*rule, *at, known.holidays, pauses)
              : clocks::due(*rule, *start, known.holidays, pauses);
}

int explain_due(const DueOptions& options) {
    const auto due = answer(options);
    if (!due) return refuse(due.refusal());
    if (!options.common.json) {
        std::cout << clocks::in_words(*due);
        return Exit::done;
    }
    JsonWriter json;
    clocks::write(json, *due);
    std::cout << json.text() << "\n";
    return Exit::done;
}

void add_explain_date(Command& explain, Chosen& chosen) {
    auto* date = explain.add_subcommand("date", "A target date as people write it");
    auto words = std::make_shared<std::string>();
    auto common = std::make_shared<Common>();
    date->add_option("words", *words, "For example \"Mid Nov 21\"")->required();
    add_database_option(*date, *common); // as every command; nothing is read from it
    add_json_option(*date, *common);
    date->callback([words, common, &chosen] {
        chosen = [words, common] { return explain_date(*words, common->json); };
    });
}

void add_explain_due(Command& explain, Chosen& chosen) {
    auto* due =
        explain.add_subcommand("due", "When something is due, by which rule, with the working");
    auto options = std::make_shared<DueOptions>();
    due->add_option("clock", options->clock, "For example rapid-review")->required();
    due->add_option("start", options->start,
                    "The day it counts from, 2024-12-20; or a moment, 2024-12-20T14:30Z")
        ->required();
    due->add_option("--pause", options->pauses,
                    "Days that do not count, 2025-03-04/2025-03-06; may be repeated");
    add_database_option(*due, options->common);
    add_json_option(*due, options->common);
    due->callback([options, &chosen] { chosen = [options] { return explain_due(*options); }; });
}

} // namespace

void add_explain(Command& app, Chosen& chosen) {
    auto* explain = app.add_subcommand("explain", "Say how the program understands something");
    explain->require_subcommand();
    add_explain_date(*explain, chosen);
    add_explain_due(*explain, chosen);
}

} // namespace openmasa::command_line
