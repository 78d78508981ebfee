// What changed: progress, evidence and editions by day, newest first.
#include "kernel/text.hpp"
#include "plan/home/views.hpp"
#include "plan/tally_views.hpp"
#include <algorithm>
#include <span>

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

std::string words_of(const Change& change) {
    return shortened(one_line(change.words), most_bytes_of_words);
}

Html by(const Change& change) {
    return html(R"(<span class="om-feed__by">{}</span>)", change.who);
}

Html progress_view(const Change& change) {
    const auto words = words_of(change);
    return html("{}{} {}", change.before != change.status ? move(change) : html(" was updated"),
                words.empty() ? html(".") : html(": “{}”", words), by(change));
}

/// What happened to the thing that is named before it.
Html news_of(const Change& change) {
    switch (change.what) {
    case News::progress: return progress_view(change);
    case News::evidence: return html(" has new evidence: “{}” {}", words_of(change), by(change));
    case News::edition: break;
    }
    return html(" was saved from “{}” {}", words_of(change), by(change));
}

Html change_view(const Change& change) {
    const bool is_plan = change.what == News::edition;
    return html(
        R"(<li><a class="govuk-link govuk-link--no-visited-state" href="/{}/{}{}">{}</a>{}</li>
)",
        is_plan ? "plans" : "actions", change.id, is_plan ? "/editions" : "", change.title,
        news_of(change));
}

std::string day_name(Day day, Day today) {
    if (day == today) return "Today";
    return day + std::chrono::days{1} == today ? "Yesterday" : spoken_without_year(day);
}

Html feed(std::span<const Change> changes, Day today) {
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

/// That there were more than these, where it is so.
Html how_many(const std::vector<Change>& changes) {
    if (changes.size() <= most_changes) return {};
    return html(R"(<p class="om-quiet">The newest {} are here.</p>
)",
                plan::spelled(most_changes));
}

Html way_to_changes(const Home& home) {
    if (home.plans.empty()) return {};
    return html(
        R"(<p class="om-small"><a class="govuk-link govuk-link--no-visited-state" href="/plans/{}/changes">What changed since a day of your choice</a></p>)",
        home.plans.front().id);
}

} // namespace

Html changes_view(const Home& home) {
    return html(
        R"(<section aria-labelledby="changed"><h2 class="govuk-heading-m" id="changed">What changed in the last 14 days</h2>
{}{}</section>
)",
        home.changes.empty()
            ? html(R"(<p class="om-quiet">Nothing has been recorded.</p>)")
            : how_many(home.changes) +
                  feed(std::span(home.changes)
                           .first(std::min<std::size_t>(home.changes.size(), most_changes)),
                       home.today),
        way_to_changes(home));
}

} // namespace openmasa::home
