#include "plan/position/statement_parts.hpp"
#include "kernel/enum_words.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::position {
namespace {

constexpr EnumWords<Came> came_words[] = {
    {Came::accepted, "accepted", "Accepted"},
    {Came::reopened, "reopened", "Opened again"},
    {Came::parted, "parted", "Parted from another one"},
    {Came::brought_back, "brought_back", "Brought back"},
};
constexpr EnumWords<Went> went_words[] = {
    {Went::embedded, "embedded", "Embedded"},
    {Went::superseded, "superseded", "Superseded"},
    {Went::closed, "closed", "Closed with a reason"},
    {Went::not_accepted, "not_accepted", "No longer accepted"},
    {Went::joined, "joined", "Joined to another one"},
    {Went::withdrawn, "withdrawn", "Withdrawn"},
    {Went::undecided, "undecided", "To be decided again"},
};
static_assert(is_whole(came_words, all_came.back()));
static_assert(is_whole(went_words, all_went.back()));

constexpr std::string_view minus = "\u2212";

Cell number(int value, std::string href = {}) {
    return {.words = std::to_string(value), .number = value, .href = std::move(href)};
}
/// "+7", "−9", "0".
Cell signed_number(int value) {
    auto words = fmt::format("{}{}",
                             value > 0   ? std::string_view("+")
                             : value < 0 ? minus
                                         : "",
                             value < 0 ? -value : value);
    return {.words = std::move(words), .number = value};
}
/// A figure that leads to the list it counts; nought leads nowhere.
Cell counted_in(int value, std::string list) {
    return number(value, value > 0 ? std::move(list) : std::string());
}

Cell words(std::string text) {
    return {.words = std::move(text)};
}

Cell day_cell(Day day) {
    return {.words = spoken(day), .day = day};
}

// --- by home and kind ----------------------------------------------------------------------------

/// Nothing, for the sum of all homes.
Line home_line(const HomeRow& row, const HomeRow* home, Cell name) {
    Line line{.cells = {std::move(name)}};
    for (std::size_t kind = 0; kind < kind_columns; ++kind)
        line.cells.push_back(counted_in(row.of_kind[kind], list_address(home, kind)));
    line.cells.push_back(counted_in(row.all, list_address(home, std::nullopt)));
    return line;
}

std::string kind_of_home(const HomeRow& row, const terms::Words& words) {
    if (row.name.empty()) return {};
    return row.home == Home::priority ? words.heading(terms::Word::priority) : "Sector";
}

std::vector<std::string> not_counted(const StatementFacts& facts) {
    std::vector<std::string> notes{"Outstanding: accepted, and something is still to be done or to "
                                   "be shown."};
    const auto joined = facts.position.joined;
    if (joined > 0)
        notes.push_back(fmt::format("{} with another one that says much the same, and {} counted "
                                    "there.",
                                    counted(joined, "stands", "stand"),
                                    joined == 1 ? "is" : "are"));
    return notes;
}

} // namespace

Part homes_part(const StatementFacts& facts) {
    const auto& position = facts.position;
    Part part{.anchor = "homes", .sheet = "Home and kind", .heading = "By home and kind"};
    part.notes = not_counted(facts);
    if (position.homes.empty()) {
        part.sentences = {"None."};
        return part;
    }
    Table table{.caption = "Outstanding recommendations by home and kind",
                .heads = {{"Home", false, "Of"}}};
    for (std::size_t kind = 0; kind < kind_columns; ++kind)
        table.heads.push_back({std::string(name_of_column(kind)), true});
    table.heads.push_back({"All", true});
    for (const auto& row : position.homes)
        table.lines.push_back(home_line(
            row, &row,
            {.words = name_of(row, facts.words), .more = kind_of_home(row, facts.words)}));
    table.lines.push_back(home_line(position.all, nullptr, words("All")));
    table.lines.back().is = Line::Is::sum;
    part.table = std::move(table);
    return part;
}

// --- opened and closed ---------------------------------------------------------------------------

namespace {

void add(Table& table, std::string_view said, Cell figure, Line::Is is) {
    table.lines.push_back({.cells = {words(std::string(said)), std::move(figure)}, .is = is});
}

void add_opened(Table& table, const Flow& flow) {
    add(table, "Opened", signed_number(flow.opened()), Line::Is::itself);
    for (const auto way : all_came)
        if (is_opening(way)) add(table, spoken(way), signed_number(flow.of(way)), Line::Is::part);
}

void add_closed(Table& table, const Flow& flow) {
    add(table, "Closed", signed_number(-flow.closed()), Line::Is::itself);
    for (const auto way : all_went)
        if (is_closing(way)) add(table, spoken(way), signed_number(-flow.of(way)), Line::Is::part);
}

/// Only what happened.
void add_others(Table& table, const Flow& flow) {
    for (const auto way : all_came)
        if (!is_opening(way) && flow.of(way) > 0)
            add(table, spoken(way), signed_number(flow.of(way)), Line::Is::itself);
    for (const auto way : all_went)
        if (!is_closing(way) && flow.of(way) > 0)
            add(table, spoken(way), signed_number(-flow.of(way)), Line::Is::itself);
}

} // namespace

Part flow_part(const StatementFacts& facts) {
    const auto& position = facts.position;
    const auto& flow = position.flow;
    Part part{.anchor = "flow",
              .sheet = "Opened and closed",
              .heading = "Opened and closed since " + spoken_long(position.then)};
    Table table{.caption = fmt::format("From {} to {}", spoken_long(position.then),
                                       spoken_long(position.now)),
                .heads = {{"What happened"}, {"Recommendations", true}}};
    add(table, "Outstanding on " + spoken_long(position.then), number(flow.then), Line::Is::sum);
    add_opened(table, flow);
    add_closed(table, flow);
    add_others(table, flow);
    add(table, "Outstanding on " + spoken_long(position.now), number(flow.now), Line::Is::sum);
    add(table, "Net", signed_number(flow.net()), Line::Is::itself);
    part.table = std::move(table);
    part.notes = {
        fmt::format("Counted is what was so at the end of a day, from {} to {}. Opened: accepted, "
                    "or opened again after it had ended. Closed: embedded, superseded, closed with "
                    "a reason, or no longer accepted. What was opened on one day and closed on a "
                    "later one is in both.",
                    spoken_long(position.then), spoken_long(position.now)),
        "What was joined to another one is counted there from then on: it closes nothing."};
    return part;
}

// --- ages ----------------------------------------------------------------------------------------

namespace {

/// Its words in days, as its number is.
Cell median_cell(const Ages& ages) {
    return {.words = counted(*ages.median, "day"), .number = *ages.median};
}

} // namespace

Part ages_part(const StatementFacts& facts) {
    const auto& position = facts.position;
    const auto &accepted = position.since_accepted, &recommended = position.since_recommended;
    Part part{.anchor = "ages", .sheet = "Ages", .heading = "How old they are"};
    if (position.all.all == 0) {
        part.sentences = {"None is outstanding."};
        return part;
    }
    part.sentences = {fmt::format("Median age: {} since accepted, {} since first recommended.",
                                  in_months(*accepted.median, position.now),
                                  in_months(*recommended.median, position.now))};
    Table table{.caption = "Outstanding recommendations by age",
                .heads = {{"Age"}, {"Since accepted", true}, {"Since first recommended", true}}};
    for (std::size_t band = 0; band < age_bands.size(); ++band)
        table.lines.push_back(
            {.cells = {words(std::string(age_bands[band].words)), number(accepted.in_band[band]),
                       number(recommended.in_band[band])}});
    table.lines.push_back(
        {.cells = {words("All"), number(position.all.all), number(position.all.all)},
         .is = Line::Is::sum});
    table.lines.push_back(
        {.cells = {words("Median, in days"), median_cell(accepted), median_cell(recommended)}});
    part.table = std::move(table);
    part.notes = {"Since accepted: from the day on which it was last accepted or opened again. "
                  "Since first recommended: from the earliest day on a source of its own, or of "
                  "one that stands with it."};
    return part;
}

// --- lists ---------------------------------------------------------------------------------------

namespace {

/// Its reference and title; what the reader may not see has no line, so there is always a name.
Cell name_cell(const RecommendationId& id, const Names& names) {
    const auto found = names.find(id);
    if (found == names.end()) return {.words = "Recommendation", .href = record_address(id)};
    return {.words = one_line(found->second.title),
            .href = record_address(id),
            .more = found->second.reference};
}

std::string reference_of(const RecommendationId& id, const Names& names) {
    const auto found = names.find(id);
    return found == names.end() ? std::string("another one") : found->second.reference;
}

} // namespace

std::string_view spoken(Came came) {
    return words_of(came_words, came).spoken;
}
std::string_view spoken(Went went) {
    return words_of(went_words, went).spoken;
}

std::string said_otherwise(const Flow& flow) {
    std::string said;
    for (const auto way : all_came)
        if (!is_opening(way) && flow.of(way) > 0)
            said += fmt::format("; {} {}", flow.of(way), lower(spoken(way)));
    for (const auto way : all_went)
        if (!is_closing(way) && flow.of(way) > 0)
            said += fmt::format("; {} {}", flow.of(way), lower(spoken(way)));
    return said;
}

std::string spoken_stand(const std::optional<Stand>& stand, const Names& names) {
    if (!stand) return "New";
    if (stand->withdrawn) return "Withdrawn";
    if (stand->joined_to) return "With " + reference_of(*stand->joined_to, names);
    return std::string(spoken(stand->state));
}

Part late_part(const StatementFacts& facts) {
    const auto& position = facts.position;
    Part part{.anchor = "late", .sheet = "Late", .heading = "Late"};
    part.notes = {"Late: accepted or in progress, and the day by which it was to be carried out "
                  "has passed."};
    if (position.late.empty()) {
        part.sentences = {"None is late."};
        return part;
    }
    part.sentences = {
        fmt::format("{} late, the longest first.",
                    counted(static_cast<long long>(position.late.size()), "is", "are"))};
    part.list = "/recommendations?late=yes";
    Table table{.caption = "Late recommendations",
                .heads = {{"Recommendation", false, "Reference"},
                          {"Lead"},
                          {"State"},
                          {"Due", false, "As written"},
                          {"Days late", true}}};
    for (const auto& one : position.late) {
        if (table.lines.size() == facts.most_listed) break;
        const auto named = facts.names.find(one.id);
        const auto known = named == facts.names.end() ? Named{} : named->second;
        auto due = day_cell(one.due);
        if (known.due_words != due.words) due.more = known.due_words;
        table.lines.push_back(
            {.cells = {name_cell(one.id, facts.names),
                       words(known.owner.empty() ? "Nobody" : known.owner),
                       words(std::string(spoken(one.state))), std::move(due),
                       number(static_cast<int>((position.now - one.due).count()))}});
    }
    part.left_out = static_cast<int>(position.late.size() - table.lines.size());
    part.table = std::move(table);
    return part;
}

Part moved_part(const StatementFacts& facts) {
    const auto& position = facts.position;
    Part part{.anchor = "moved",
              .sheet = "What moved",
              .heading = "What moved since " + spoken_long(position.then)};
    if (position.moved.empty()) {
        part.sentences = {"Nothing moved."};
        return part;
    }
    part.sentences = {counted(static_cast<long long>(position.moved.size()), "step") +
                      ", the newest first."};
    Table table{
        .caption = "What moved",
        .heads = {
            {"Day"}, {"Recommendation", false, "Reference"}, {"From"}, {"To"}, {"Decided by"}}};
    for (const auto& one : position.moved) {
        if (table.lines.size() == facts.most_listed) break;
        const auto by = facts.deciders.find({one.id, one.after.from});
        table.lines.push_back({.cells = {day_cell(one.after.from), name_cell(one.id, facts.names),
                                         words(spoken_stand(one.before, facts.names)),
                                         words(spoken_stand(one.after, facts.names)),
                                         words(by == facts.deciders.end() ? "" : by->second)}});
    }
    part.left_out = static_cast<int>(position.moved.size() - table.lines.size());
    part.table = std::move(table);
    return part;
}

} // namespace openmasa::position
