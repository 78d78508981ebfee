#pragma once
// A list of open duties that is agreed before anything passes on: what becomes of each, in a form.
#include "core/routing/duties.hpp"
#include "web/html.hpp"
#include "web/http/form.hpp"
#include <string>
#include <string_view>
#include <vector>

namespace openmasa::partnership {

/// What is agreed of one duty.
struct DutyChoice {
    Duty duty;
    Fate fate = Fate::passes;
    /// For one that ends.
    std::string why{};
};
/// Which list was agreed, by whom and when, beside the choices.
struct Agreement {
    /// Stood in the form, so that what came in between is not settled unseen.
    std::string seen;
    std::string by, on;
    std::vector<DutyChoice> choices;
};

/// "passes", for the database and forms.
std::string_view to_text(Fate fate);
bool from_text(std::string_view text, Fate& fate);
/// "Passes on", for people.
std::string_view spoken(Fate fate);

/// Every duty passes, agreed by nobody yet.
Agreement proposed(const std::vector<Duty>& duties, const std::string& on);
/// As a form has it, of those that are open now.
Agreement read_agreement(const http::Form& form, const std::vector<Duty>& duties);
/// Everything that is wrong: a list that is not the one that was seen, something restricted (both
/// without a field), "by", "on", and "why.KEY" of one that ends without a reason.
std::vector<Problem> problems_with(const Agreement& agreement, const OpenDuties& open, Day today);

struct DutiesForm {
    const Agreement& agreement;
    /// "Passes to Norfolk and Suffolk ICB".
    std::string passes, stays;
    const std::vector<Problem>& problems;
};
/// The table with what becomes of each, then who agreed it and when; without the form around it.
Html duties_fields(const DutiesForm& form);
/// The same to read: what, how, where, since.
Html duties_table(const std::vector<Duty>& duties, std::string_view caption);

} // namespace openmasa::partnership
