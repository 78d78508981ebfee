#include "core/settings/colours.hpp"
#include "core/settings/settings.hpp"
#include "kernel/london_time.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa {
namespace {

constexpr std::size_t longest_line = 150;
constexpr std::array<std::string_view, 7> day_names = {
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};

bool is_email(std::string_view text) {
    const auto at = text.find('@');
    return at != text.npos && at > 0 && text.find('.', at) != text.npos &&
           text.find_first_of(" ,;<>\n") == text.npos && text.find('@', at + 1) == text.npos;
}

bool is_web(std::string_view text) {
    return (text.starts_with("https://") || text.starts_with("http://")) &&
           text.find_first_of(" \n\"<>") == text.npos && text.size() > 10;
}

void check_lines(const Settings& settings, std::vector<Problem>& problems) {
    const std::pair<const char*, const std::string*> lines[] = {
        {"partnership", &settings.partnership},
        {"short_name", &settings.short_name},
        {"area", &settings.area},
        {"front_door", &settings.contacts.front_door},
        {"phone", &settings.contacts.phone},
        {"web", &settings.contacts.web},
        {"email", &settings.contacts.email},
        {"mail_from", &settings.mail_from},
    };
    for (const auto& [field, line] : lines)
        if (line->size() > longest_line)
            problems.push_back(
                {field, fmt::format("This is too long: at most {} characters.", longest_line)});
}

void check_hours(const OfficeHours& hours, std::vector<Problem>& problems) {
    if (std::ranges::none_of(hours.days, [](bool open) { return open; }))
        problems.push_back({"days", "Choose at least one day."});
    const auto opens = time_of_day(hours.opens), closes = time_of_day(hours.closes);
    if (!opens) problems.push_back({"opens", "Write the time as 9am or 09:00."});
    if (!closes) problems.push_back({"closes", "Write the time as 5pm or 17:00."});
    if (opens && closes && *closes <= *opens)
        problems.push_back({"closes", "It must close after it opens."});
}

/// Runs of three and more days as "Monday to Friday", others by name.
void append_run(std::vector<std::string>& parts, std::size_t first, std::size_t last) {
    if (last - first >= 2)
        parts.push_back(fmt::format("{} to {}", day_names[first], day_names[last]));
    else
        for (auto day = first; day <= last; ++day) parts.emplace_back(day_names[day]);
}

} // namespace

std::string spoken(const OfficeHours& hours) {
    std::vector<std::string> parts;
    for (std::size_t day = 0; day < hours.days.size(); ++day) {
        if (!hours.days[day]) continue;
        auto last = day;
        while (last + 1 < hours.days.size() && hours.days[last + 1]) ++last;
        append_run(parts, day, last);
        day = last;
    }
    return fmt::format("{}, {} to {}", join(parts, ", "), hours.opens, hours.closes);
}

const std::string& sender_name(const Settings& settings) {
    return settings.mail_from.empty() ? settings.partnership : settings.mail_from;
}

std::vector<Problem> problems_with(const Settings& settings) {
    std::vector<Problem> problems;
    const auto& contacts = settings.contacts;
    if (settings.partnership.empty())
        problems.push_back({"partnership", "Enter the partnership's name."});
    check_lines(settings, problems);
    if (!contacts.web.empty() && !is_web(contacts.web))
        problems.push_back({"web", "This is not a web address. It starts with https://."});
    if (!contacts.email.empty() && !is_email(contacts.email))
        problems.push_back({"email", "This is not an e-mail address."});
    if (settings.mail_from.find_first_of("<>\"@\n") != std::string::npos)
        problems.push_back(
            {"mail_from", "Write a name only, without an address or quotation marks."});
    if (auto why = colours::why_not(settings.colour); !why.empty())
        problems.push_back({"own_colour", std::move(why)});
    check_hours(settings.hours, problems);
    return problems;
}

} // namespace openmasa
