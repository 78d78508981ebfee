#include "command_line/command.hpp"
#include "core/clocks/bank_holiday_list.hpp"
#include "core/clocks/store.hpp"
#include "kernel/json.hpp"
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>

namespace openmasa::command_line {
namespace {

struct HolidayOptions {
    Common common;
    std::string file;
    bool confirm = false;
};

Result<std::vector<BankHoliday>> read_list(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file || std::filesystem::is_directory(path))
        return invalid("file", fmt::format("There is no file {} that you may read.", path));
    return clocks::read_bank_holidays(std::string{std::istreambuf_iterator<char>(file), {}});
}

struct Report {
    std::vector<BankHoliday> list;
    std::vector<clocks::HolidayDifference> differences;
    bool saved = false;
};

std::string in_words(const Report& report) {
    auto words = fmt::format("{} days, {} to {}. {}\n", report.list.size(),
                             iso(report.list.front().day), iso(report.list.back().day),
                             report.differences.empty() ? "Nothing is different."
                                                        : "Different from what is known:");
    for (const auto& one : report.differences)
        words += fmt::format("  {}  {}  ->  {}\n", iso(one.day), one.was.empty() ? "none" : one.was,
                             one.now.empty() ? "none" : one.now);
    return words + (report.saved ? "Saved.\n" : "Nothing was saved; --confirm saves it.\n");
}

std::string in_json(const Report& report) {
    JsonWriter json;
    json.begin_object().pair("days", report.list.size()).pair("saved", report.saved);
    json.key("different").begin_array();
    for (const auto& one : report.differences)
        json.begin_object()
            .pair("day", iso(one.day))
            .pair("was", one.was)
            .pair("now", one.now)
            .end_object();
    json.end_array().end_object();
    return json.text() + "\n";
}

int import_bank_holidays(const HolidayOptions& options) {
    auto list = read_list(options.file);
    if (!list) return refuse(list.refusal());
    Report report{.list = std::move(list).value()};
    if (options.confirm || has_database(options.common.database)) {
        Open open(options.common.database);
        report.differences = clocks::differences(*clocks::bank_holidays(open.db), report.list);
        const auto version = clocks::bank_holidays_version(open.db);
        open.db.finish();
        report.saved = options.confirm;
        const auto saved = options.confirm ? open.db.atomically([&] {
            return clocks::save_bank_holidays(open.db, scope_now(), report.list, version);
        })
                                           : Result<Done>(Done{});
        if (!saved) return refuse(saved.refusal());
    } else {
        report.differences = clocks::differences({}, report.list);
    }
    std::cout << (options.common.json ? in_json(report) : in_words(report)) << std::flush;
    return Exit::done;
}

} // namespace

void add_import_bank_holidays(Command& import, Chosen& chosen) {
    auto* command =
        import.add_subcommand("bank-holidays", "Bank holidays as GOV.UK publishes them (JSON)");
    auto options = std::make_shared<HolidayOptions>();
    add_database_option(*command, options->common);
    add_json_option(*command, options->common);
    command->add_option("file", options->file, "From https://www.gov.uk/bank-holidays.json")
        ->required();
    command->add_flag("--confirm", options->confirm, "Save it; otherwise only what would change");
    command->callback(
        [options, &chosen] { chosen = [options] { return import_bank_holidays(*options); }; });
}

} // namespace openmasa::command_line
