#include "plan/position/statement.hpp"
#include "kernel/text.hpp"
#include "kernel/working_days.hpp"
#include "plan/position/statement_parts.hpp"
#include "web/http/percent.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::position {
namespace {

std::string upper_first(std::string words) {
    if (!words.empty()) words.front() = upper(words.substr(0, 1)).front();
    return words;
}

/// "27 recommendations were outstanding on 31 March 2025."
std::string headline_of(const StatementFacts& facts) {
    const auto& position = facts.position;
    const auto on = " on " + spoken_long(position.now);
    if (position.recommendations == 0)
        return "Nobody had recommended anything by " + spoken_long(position.now) + ".";
    if (position.all.all == 0)
        return fmt::format("No recommendation {} outstanding{}.", facts.is_past ? "was" : "is", on);
    const bool is_one = position.all.all == 1;
    return fmt::format("{} {} outstanding{}.", counted(position.all.all, "recommendation"),
                       facts.is_past ? (is_one ? "was" : "were") : (is_one ? "is" : "are"), on);
}

/// "Since 31 December 2024, 7 were opened and 10 closed; 2 joined to another one: 5 fewer."
std::string since_then(const Position& position) {
    const auto& flow = position.flow;
    const auto said = fmt::format("Since {}, {} opened and {} closed", spoken_long(position.then),
                                  counted(flow.opened(), "was", "were"), flow.closed());
    return said + said_otherwise(flow) + ": " + compared(flow.net()) + ".";
}

std::vector<Cell> sentences_of(const StatementFacts& facts) {
    const auto& position = facts.position;
    std::vector<Cell> sentences;
    if (position.recommendations == 0) return sentences;
    sentences.push_back({.words = since_then(position)});
    if (position.waiting == 0) return sentences;
    const bool is_one = position.waiting == 1;
    sentences.push_back(
        {.words =
             fmt::format("{} more {} for a decision and {} not counted among them.",
                         position.waiting, facts.is_past ? "waited" : (is_one ? "waits" : "wait"),
                         facts.is_past ? (is_one ? "was" : "were") : (is_one ? "is" : "are")),
         .href = "/recommendations?standing=waits"});
    return sentences;
}

} // namespace

std::string compared(int difference) {
    if (difference == 0) return "as many";
    return fmt::format("{} {}", difference > 0 ? difference : -difference,
                       difference > 0 ? "more" : "fewer");
}

std::string in_months(int days, Day today) {
    const auto began = today - std::chrono::days{days};
    int months = 0;
    while (months_after(began, months + 1) <= today) ++months;
    return months < 2 ? counted(days, "day") : counted(months, "month");
}

std::string record_address(const RecommendationId& id) {
    return "/recommendations/" + id.str();
}

std::string list_address(const HomeRow* home, const std::optional<std::size_t>& kind_column) {
    std::string address = "/recommendations?standing=outstanding";
    constexpr std::string_view nothing = "-"; // core/registers/selection.hpp
    if (home) {
        if (home->home == Home::sector) return {};
        address += fmt::format("&home={}", home->home ? to_text(*home->home) : nothing);
    }
    if (home && home->home == Home::priority)
        address += "&priority=" +
                   (home->name.empty() ? std::string(nothing) : http::percent_encoded(home->name));
    if (!kind_column) return address;
    const bool is_said = *kind_column + 1 < kind_columns;
    return address +
           fmt::format("&kind={}",
                       is_said ? to_text(recommendations::all_kinds.at(*kind_column)) : nothing);
}

std::string name_of(const HomeRow& home, const terms::Words& words) {
    if (!home.home) return "Not filed yet";
    switch (*home.home) {
    case Home::priority:
        return home.name.empty() ? words.say("[A priority], not named here") : home.name;
    case Home::sector: return upper_first(home.name);
    case Home::other: return "Other";
    }
    return {};
}

std::string_view name_of_column(std::size_t kind_column) {
    return kind_column + 1 < kind_columns ? spoken(recommendations::all_kinds.at(kind_column))
                                          : "Not said";
}

std::vector<RecommendationId> ids_to_name(const Position& position, std::size_t most_listed) {
    std::vector<RecommendationId> ids;
    for (const auto& one : position.late)
        if (ids.size() < most_listed) ids.push_back(one.id);
    const auto moved = std::min(most_listed, position.moved.size());
    for (std::size_t at = 0; at < moved; ++at) {
        const auto& one = position.moved[at];
        ids.push_back(one.id);
        if (one.after.joined_to) ids.push_back(*one.after.joined_to);
        if (one.before && one.before->joined_to) ids.push_back(*one.before->joined_to);
    }
    std::ranges::sort(ids);
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    return ids;
}

Statement statement_of(const StatementFacts& facts) {
    Statement statement{.title = "Position statement",
                        .headline = headline_of(facts),
                        .sentences = sentences_of(facts)};
    if (facts.position.recommendations == 0) return statement;
    statement.parts = {homes_part(facts), flow_part(facts), ages_part(facts), late_part(facts),
                       moved_part(facts)};
    return statement;
}

} // namespace openmasa::position
