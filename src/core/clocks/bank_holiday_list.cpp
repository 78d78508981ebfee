#include "core/clocks/bank_holiday_list.hpp"
#include <optional>
#include <rapidjson/document.h>

namespace openmasa::clocks {
namespace {

std::optional<BankHoliday> read_one(const rapidjson::Value& event) {
    if (!event.IsObject() || !event.HasMember("title") || !event.HasMember("date"))
        return std::nullopt;
    const auto &title = event["title"], &date = event["date"];
    if (!title.IsString() || !date.IsString()) return std::nullopt;
    const auto when = day_from_iso({date.GetString(), date.GetStringLength()});
    if (!when) return std::nullopt;
    return BankHoliday{*when, std::string(title.GetString(), title.GetStringLength())};
}

Refusal not_the_list() {
    return invalid("file", "This is not the list of bank holidays as GOV.UK publishes it. Get "
                           "https://www.gov.uk/bank-holidays.json and choose that file.");
}

} // namespace

Result<std::vector<BankHoliday>> read_bank_holidays(std::string_view json) {
    rapidjson::Document document;
    document.Parse(json.data(), json.size());
    if (document.HasParseError() || !document.IsObject() ||
        !document.HasMember("england-and-wales"))
        return not_the_list();
    const auto& division = document["england-and-wales"];
    if (!division.IsObject() || !division.HasMember("events") || !division["events"].IsArray())
        return not_the_list();
    std::vector<BankHoliday> holidays;
    for (const auto& event : division["events"].GetArray()) {
        auto one = read_one(event);
        if (!one) return not_the_list();
        holidays.push_back(std::move(*one));
    }
    if (holidays.empty()) return not_the_list();
    return holidays;
}

} // namespace openmasa::clocks
