#include "core/settings/settings.hpp"
#include "core/audit/audit.hpp"
#include "core/settings/revision.hpp"
#include "core/terms/store.hpp"
#include <algorithm>

namespace openmasa {
namespace {

using store::None;
using store::Query;

constexpr std::string_view revision_name = "settings";

struct Setting {
    std::string name, value;
};

constexpr Query<Setting()> list_settings{"settings.list", "SELECT name, value FROM setting"};
constexpr Query<None(std::string_view, std::string_view)> save_setting{
    "settings.save",
    "INSERT INTO setting (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = $2"};

/// A setting that is one line of text: its name in the database, how the history calls it.
struct Line {
    std::string_view name, called;
    std::string Settings::*settings = nullptr;
    std::string Contacts::*contacts = nullptr;

    std::string& of(Settings& all) const {
        return settings ? all.*settings : all.contacts.*contacts;
    }
};
constexpr Line lines[] = {
    {"partnership", "Name", &Settings::partnership},
    {"short_name", "Short name", &Settings::short_name},
    {"area", "Area", &Settings::area},
    {"front_door", "Front door", nullptr, &Contacts::front_door},
    {"phone", "Front door, telephone", nullptr, &Contacts::phone},
    {"web", "Front door, web address", nullptr, &Contacts::web},
    {"email", "Business unit, e-mail", nullptr, &Contacts::email},
    {"colour", "Colour", &Settings::colour},
    {"mail_from", "Mails are from", &Settings::mail_from},
};

std::string as_digits(const std::array<bool, 7>& days) {
    std::string digits;
    for (bool open : days) digits += open ? '1' : '0';
    return digits;
}

void read_one(Settings& settings, const Setting& one) {
    for (const auto& line : lines)
        if (line.name == one.name) line.of(settings) = one.value;
    if (one.name == "example") settings.example = one.value == "yes";
    if (one.name == "opens") settings.hours.opens = one.value;
    if (one.name == "closes") settings.hours.closes = one.value;
    if (one.name == "days")
        for (std::size_t day = 0; day < 7 && day < one.value.size(); ++day)
            settings.hours.days[day] = one.value[day] == '1';
}

audit::Content content_of(Settings settings) {
    audit::Content content;
    for (const auto& line : lines)
        content.emplace_back(std::string(line.called), line.of(settings));
    content.emplace_back("Office hours", spoken(settings.hours));
    return content;
}

} // namespace

Settings read_settings(store::Db& db) {
    Settings settings;
    for (const auto& one : db.all(list_settings)) read_one(settings, one);
    settings.version = revision::number(db, revision_name);
    return settings;
}

std::shared_ptr<const Settings> current_settings(store::Db& db) {
    const auto stamp = revision::stamp_of_both(db, revision_name, terms::revision_name);
    return db.remembered<Settings>("settings", stamp, [&] {
        auto settings = read_settings(db);
        settings.local_words = terms::local_words(db);
        return settings;
    });
}

void save_settings(store::Db& db, const Scope& scope, const Settings& settings) {
    auto all = settings;
    for (const auto& line : lines) db.run(save_setting, line.name, line.of(all));
    db.run(save_setting, "example", settings.example ? "yes" : "no");
    db.run(save_setting, "days", as_digits(settings.hours.days));
    db.run(save_setting, "opens", settings.hours.opens);
    db.run(save_setting, "closes", settings.hours.closes);
    audit::record(db, scope,
                  {.verb = "settings.saved",
                   .kind = "settings",
                   .id = "settings",
                   .version = revision::count_up(db, revision_name),
                   .content = content_of(settings)});
}

Result<Done> change_settings(store::Db& db, const Scope& scope, const Settings& settings) {
    if (!scope.may(Permission::edit_settings)) return not_found();
    if (auto problems = problems_with(settings); !problems.empty())
        return invalid(std::move(problems));
    const auto now = read_settings(db);
    if (now.version != settings.version)
        return conflict("Somebody changed the settings while you were writing.");
    auto changed = settings;
    changed.example = now.example;
    save_settings(db, scope, changed);
    return Done{};
}

} // namespace openmasa
