#pragma once
// What is this partnership's own: data, never an `if` in the code. Read anew when somebody changed
// it (core/settings/revision.hpp), so a change shows with the next page in every worker.
#include "core/access/scope.hpp"
#include "core/terms/words.hpp"
#include "kernel/result.hpp"
#include "store/db.hpp"
#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace openmasa {

/// Where people turn to; each may be empty.
struct Contacts {
    /// Who takes a worry about a child: the front door.
    std::string front_door, phone, web;
    /// Who answers questions about the program: the business unit.
    std::string email;
    bool operator==(const Contacts&) const = default;
};

/// When the business unit can be reached. It changes no statutory clock: those count by
/// kernel/working_days.hpp.
struct OfficeHours {
    /// Monday first.
    std::array<bool, 7> days = {true, true, true, true, true, false, false};
    std::string opens = "9am", closes = "5pm";
    bool operator==(const OfficeHours&) const = default;
};
/// "Monday to Friday, 9am to 5pm".
std::string spoken(const OfficeHours& hours);

struct Settings {
    std::string partnership = "Safeguarding Children Partnership";
    /// "NSCP"; may be empty.
    std::string short_name;
    /// "Norfolk and Waveney"; may be empty.
    std::string area;
    Contacts contacts;
    OfficeHours hours;
    /// Of the bar and the buttons, "#123a45"; colours.hpp says which will do.
    std::string colour = "#123a45";
    /// Who mails are from, as readers see it; empty: the partnership's name.
    std::string mail_from;
    /// Set when the records are the example's: every page then says so.
    bool example = false;
    /// What the partnership calls otherwise (core/terms); kept there, not with the settings.
    std::vector<terms::LocalWord> local_words{};
    /// Counts up with every change.
    std::int64_t version = 0;
};

/// The name that mails come from.
const std::string& sender_name(const Settings& settings);

Settings read_settings(store::Db& db);
/// The same, remembered until somebody changes it: one small query.
std::shared_ptr<const Settings> current_settings(store::Db& db);
/// Inside db.atomically() only; leaves an audit entry and a version in the history.
void save_settings(store::Db& db, const Scope& scope, const Settings& settings);

/// Everything that is wrong, by the field's name on the form.
std::vector<Problem> problems_with(const Settings& settings);
/// Saves over the version in `settings`. Inside atomically(). Refused when the person may not, when
/// something is wrong, and as a conflict when somebody was first.
Result<Done> change_settings(store::Db& db, const Scope& scope, const Settings& settings);

} // namespace openmasa
