// What is said of an action that changed.
#include "kernel/text.hpp"
#include "plan/owed/changes_views.hpp"
#include "plan/owner_link.hpp"
#include <algorithm>

namespace openmasa::owed {
namespace {

constexpr std::size_t most_bytes_of_words = 240, most_evidence = 3;

std::string quoted(std::string_view words) {
    return "“" + shortened(one_line(words), most_bytes_of_words) + "”";
}

Html owner_named(const Side& side) {
    return side.owner ? plan::owner_link(*side.owner, side.owner_name) : html("nobody");
}

Html date_moved(const ChangedAction& action) {
    const auto &now = action.now.date_words, &before = action.before->date_words;
    if (before.empty()) return html("It has a date: {}.", quoted(now));
    if (now.empty()) return html("It has no date any more; it was {}.", quoted(before));
    return html("The date moved from {} to {}.", quoted(before), quoted(now));
}

Html words_changed(const ChangedAction& action) {
    const bool is_renamed = action.now.title != action.before->title;
    return html(
        R"({} <a class="govuk-link govuk-link--no-visited-state" href="/history/action/{}">See both<span class="govuk-visually-hidden"> versions of {}</span></a>)",
        is_renamed ? html("Other words; it was called {}.", quoted(action.before->title))
                   : html("Other words."),
        action.id, action.reference);
}

Html evidence_added(const ChangedAction& action) {
    Html titles;
    const auto shown = std::min(action.evidence.size(), most_evidence);
    for (std::size_t at = 0; at < shown; ++at)
        append(titles, "{}{}", at == 0 ? "" : ", ", quoted(action.evidence[at]));
    if (action.evidence.size() > shown)
        append(titles, " and {} more", action.evidence.size() - shown);
    return html("Evidence: {}.", titles);
}

Html progress_made(const ChangedAction& action) {
    const auto times = action.progress == 1 ? std::string("Progress")
                                            : counted(action.progress, "record") + " of progress";
    if (action.progress_words.empty()) return html("{}, without words.", times);
    return html(R"({}{} {} <span class="om-feed__by">{}</span>)", times,
                action.progress == 1 ? ":" : ", the newest:", quoted(action.progress_words),
                action.progress_by);
}

Html sentence(const ChangedAction& action, Move move) {
    const auto& now = action.now;
    const auto was = [&] { return lower(plan::spoken(action.before->status)); };
    switch (move) {
    case Move::added: return html("New.");
    case Move::done: return html("Done; it was {}.", was());
    case Move::stopped: return html("Stopped: {}.", quoted(action.stopped_why));
    case Move::status: return html("From {} to {}.", was(), lower(plan::spoken(now.status)));
    case Move::date: return date_moved(action);
    case Move::owner: return html("From {} to {}.", owner_named(*action.before), owner_named(now));
    case Move::words: return words_changed(action);
    case Move::place: return html("It was moved here.");
    case Move::withdrawn: return html("Withdrawn: {}.", quoted(action.withdrawn_why));
    case Move::brought_back: return html("Brought back.");
    case Move::evidence: return evidence_added(action);
    case Move::progress: return progress_made(action);
    }
    return {};
}

} // namespace

std::vector<Html> sentences_of(const ChangedAction& action) {
    std::vector<Html> said;
    for (auto move : moves_of(action)) said.push_back(sentence(action, move));
    return said;
}

} // namespace openmasa::owed
