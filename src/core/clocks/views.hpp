#pragma once
// Pages of the clocks: the rules, a due date with its working, bank holidays. Ready data only.
#include "core/clocks/bank_holiday_list.hpp"
#include "core/clocks/question.hpp"
#include "web/html.hpp"
#include <string>
#include <vector>

namespace openmasa::clocks {

enum class Tab { running, rules, due, holidays };
/// Title, sentence and the tabs of all these pages.
Html clocks_head(Tab current, Html sentence, Html verbs = {});

Html rules_view(const RuleBook& book, Day today);

/// A due date with its working: from when, what counted, whose, which clause of which edition.
Html working_view(const Due& due);

struct DuePage {
    Question question;
    std::vector<std::string_view> names;
    const RuleBook* book = nullptr;
    std::optional<Due> due;
    std::vector<Problem> problems;
};
Html due_view(const DuePage& page);
/// "Check against current guidance." set apart; nothing for a rule that was read.
Html caution_view(const Rule& rule);

struct HolidaysPage {
    const BankHolidays* holidays = nullptr;
    int first_year = 0, last_year = 0;
    bool may_bring_in = false;
};
Html holidays_view(const HolidaysPage& page);

struct HolidayImportPage {
    Html form_token;
    std::vector<Problem> problems;
};
Html holiday_import_view(const HolidayImportPage& page);

struct HolidayPreview {
    Html form_token;
    std::vector<BankHoliday> list;
    std::vector<HolidayDifference> differences;
    std::int64_t version = 0;
    std::vector<Problem> problems;
};
Html holiday_preview_view(const HolidayPreview& page);

} // namespace openmasa::clocks
