#pragma once
// Pages of the clocks that run: the list, one clock with its working, the forms. Ready data only.
#include "core/audit/audit.hpp"
#include "core/clocks/clock.hpp"
#include "kernel/result.hpp"
#include "web/html.hpp"
#include "web/ui/select.hpp"

namespace openmasa::clocks {

/// A clock that this person may see, with when it is due.
struct ShownClock {
    Clock clock;
    Due due;
    /// What it is about, and its page: "A-2026-014", or the record's title.
    std::string about, page;
};

struct RunningPage {
    /// The latest first.
    std::vector<ShownClock> clocks;
    /// There are more than were looked at.
    bool more = false;
    Day today{};
    Moment now{};
};
Html running_view(const RunningPage& page);

struct ClockPage {
    ShownClock shown;
    std::vector<history::Version> versions;
    bool may_keep = false;
    Day today{};
    Moment now{};
};
Html clock_view(const ClockPage& page);

/// Clocks about one record, below its page.
struct Section {
    std::string kind, record;
    std::vector<ShownClock> clocks;
    bool may_keep = false;
    Day today{};
    Moment now{};
};
/// Nothing where there is no clock and this person may start none.
Html section_view(const Section& section);

/// Those that are late or soon due, with the way to all of them; nothing for none.
Html home_card(const RunningPage& page);

struct StartPage {
    Html form_token;
    std::string kind, record, back;
    std::vector<ui::SelectItem> clocks;
    std::string clock, from, at, note;
    std::vector<Problem> problems;
};
Html start_view(const StartPage& page);

/// To pause, restart or stop: a day, and words where they are needed.
struct StepPage {
    Html form_token;
    std::string title, sentence;
    /// The names and labels of the fields; without a label the words are not asked.
    std::string_view day_field, day_label, words_label;
    std::string button, back;
    std::int64_t version = 0;
    std::string day, words;
    std::vector<Problem> problems;
};
Html step_view(const StepPage& page);

} // namespace openmasa::clocks
