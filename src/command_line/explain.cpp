#include "command_line/command.hpp"
#include "kernel/target_date.hpp"
#include <fmt/format.h>
#include <iostream>
#include <memory>

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

} // namespace

void add_explain(CLI::App& app, Chosen& chosen) {
    auto* explain = app.add_subcommand("explain", "Say how the program understands something");
    explain->require_subcommand(1);
    auto* date = explain->add_subcommand("date", "A target date as people write it");
    auto words = std::make_shared<std::string>();
    auto common = std::make_shared<Common>();
    date->add_option("words", *words, "For example \"Mid Nov 21\"")->required();
    add_json_option(*date, *common);
    date->callback([words, common, &chosen] {
        chosen = [words, common]() -> int {
            const auto target = understand_date(*words);
            if (!common->json) {
                std::cout << in_words(target);
                return Exit::done;
            }
            JsonWriter json;
            write(json, target);
            std::cout << json.text() << "\n";
            return Exit::done;
        };
    });
}

} // namespace openmasa::command_line
