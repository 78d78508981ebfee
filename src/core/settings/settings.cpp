#include "core/settings/settings.hpp"
#include "core/audit/audit.hpp"

namespace openmasa {
namespace {

using store::None;
using store::Query;

struct Setting {
    std::string name, value;
};

constexpr Query<Setting()> list_settings{"settings.list", "SELECT name, value FROM setting"};
constexpr Query<None(std::string_view, std::string_view)> save_setting{
    "settings.save",
    "INSERT INTO setting (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = $2"};

} // namespace

Settings read_settings(store::Db& db) {
    Settings settings;
    for (const auto& [name, value] : db.all(list_settings)) {
        if (name == "partnership") settings.partnership = value;
        if (name == "example") settings.example = value == "yes";
    }
    return settings;
}

void save_settings(store::Db& db, const Scope& scope, const Settings& settings) {
    db.run(save_setting, "partnership", settings.partnership);
    db.run(save_setting, "example", settings.example ? "yes" : "no");
    audit::record(db, scope,
                  {.verb = "settings.saved", .kind = "settings", .id = "settings", .content = {}});
}

} // namespace openmasa
