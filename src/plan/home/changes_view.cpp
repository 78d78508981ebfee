// What changed: progress by day, newest first.
#include "kernel/text.hpp"
#include "plan/home/views.hpp"
#include "plan/tally_views.hpp"

namespace openmasa::home {
namespace {

using plan::Status;

constexpr std::size_t most_bytes_of_words = 160;

/// "went from not started to in progress".
Html move(const Change& change) {
    if (change.status == Status::done) return html(" is done");
    if (change.status == Status::stopped) return html(" was stopped");
    return html(" went from {} to {}", lower(spoken(change.before)), lower(spoken(change.status)));
}

Html change_view(const Change& change) {
    const bool has_moved = change.before != change.status;
    const auto words = shortened(one_line(change.words), most_bytes_of_words);
    return html(
        R"(<li><a class="govuk-link govuk-link--no-visited-state" href="/actions/{}">{}</a>{}{} <span class="om-feed__by">{}</span></li>
)",
        change.action, change.title, has_moved ? move(change) : html(" was updated"),
        words.empty() ? html(".") : html(": “{}”", words), change.who);
}

std::string day_name(Day day, Day today) {
    if (day == today) return "Today";
    return day + std::chrono::days{1} == today ? "Yesterday" : spoken_without_year(day);
}

Html feed(const std::vector<Change>& changes, Day today) {
    Html days;
    for (std::size_t at = 0; at < changes.size();) {
        const auto day = london_day(changes[at].at);
        Html items;
        for (; at < changes.size() && london_day(changes[at].at) == day; ++at)
            items += change_view(changes[at]);
        append(days, R"(<div class="om-feed__day"><h3>{}</h3><ul>
{}</ul></div>
)",
               day_name(day, today), items);
    }
    return html(R"(<div class="om-feed">
{}</div>
)",
                days);
}

/// How many there were, when not all of them are shown.
Html how_many(const std::vector<Change>& changes) {
    const int in_all = changes.front().in_all;
    if (in_all <= int(changes.size())) return {};
    return html(R"(<p class="om-quiet">{} updates; the newest {} are here.</p>
)",
                in_all, plan::spelled(int(changes.size())));
}

} // namespace

Html changes_view(const Home& home) {
    return html(
        R"(<section aria-labelledby="changed"><h2 class="govuk-heading-m" id="changed">What changed in the last 14 days</h2>
{}</section>
)",
        home.changes.empty() ? html(R"(<p class="om-quiet">Nothing has been recorded.</p>)")
                             : how_many(home.changes) + feed(home.changes, home.today));
}

} // namespace openmasa::home
