#include "core/routing/places.hpp"
#include <algorithm>

namespace openmasa::places {
namespace {

using enum Permission;

constexpr std::string_view administration_page = "/administration";

constexpr Place bar[] = {
    {"Home", "/", own_account},
    {"Plan", "/plans", read_plan, {}, Named{terms::Word::plan, Named::Form::one}},
    {"Recommendations", "/recommendations", read_plan},
    {"Partnership", "/agencies", read_agencies},
    {"Figures", "/indicators", read_figures},
    {"Clocks", "/clocks", own_account},
    {"Administration", administration_page, own_account},
};

/// Pages that are found under a place whose address they do not start with.
struct Below {
    std::string_view start, place;
};
constexpr Below below[] = {
    {"/priorities", "/plans"},
    {"/objectives", "/plans"},
    {"/actions", "/plans"},
    {"/imports", "/plans"},
    {"/links", "/plans"},
    {"/owners", "/plans"},
    {"/gaps", "/plans"},
    {"/offices", "/agencies"},
    {"/groups", "/agencies"},
    {"/seats", "/agencies"},
    {"/structure", "/agencies"},
    {"/directory", "/agencies"},
    {"/arrangements", "/agencies"},
    {"/returns", "/indicators"},
};

constexpr Place partnership[] = {
    {"Settings", "/settings", edit_settings,
     "The partnership's name, whom to turn to, office hours and colour."},
    {"Words and themes", "/terms", edit_settings,
     "What this partnership calls things, its themes and the FLOURISH domains."},
    {"Bank holidays", "/clocks/bank-holidays", edit_settings,
     "See which days do not count, and bring in the list as GOV.UK publishes it."},
    {"Keeping and destroying", "/retention", edit_plan,
     "What has been kept as long as the rules ask, legal holds, and certificates."},
};

constexpr Place people[] = {
    {"People", "/people", give_accounts,
     "Everybody whom the partnership knows; who has an account and what they may do."},
    {"Users", "/users", administer,
     "Accounts and their roles as a spreadsheet has them; bring in many at once."},
};

constexpr Place rights[] = {
    {"Who may do what", "/rights", read_rights,
     "What each role allows, who holds it, and why somebody may do something."},
};

constexpr Place program[] = {
    {"Audit", "/audit", read_audit,
     "See who did what, when and with what right; keep checkpoints; give an inspector a part of it."},
    {"Outbox", "/outbox", administer, "See the mails that went out, and those that could not."},
    {"Work in progress", "/jobs/all", administer,
     "See long work that is under way or due, and what could not be finished."},
};

constexpr Group groups[] = {
    {"The partnership", partnership},
    {"People", people},
    {"Rights", rights},
    {"The program", program},
};

/// "/plans" and "/plans/1", not "/plansandmore".
bool is_at_or_below(std::string_view path, std::string_view place) {
    return path.starts_with(place) && (path.size() == place.size() || path[place.size()] == '/');
}

} // namespace

std::string Place::spoken(const terms::Words& words) const {
    if (!named) return std::string(text);
    return named->form == Named::Form::one ? words.heading(named->word)
                                           : words.headings(named->word);
}

std::vector<Place> in_the_bar(const Scope& scope) {
    std::vector<Place> open;
    for (const auto& place : bar) {
        const bool is_there = place.href != administration_page || may_administer_anything(scope);
        if (is_there && scope.may(place.permission)) open.push_back(place);
    }
    return open;
}

std::string_view bar_place_of(std::string_view path) {
    if (path == "/") return "/";
    for (const auto& [start, place] : below)
        if (is_at_or_below(path, start)) return place;
    for (const auto& place : bar)
        if (place.href != "/" && is_at_or_below(path, place.href)) return place.href;
    for (const auto& group : groups)
        for (const auto& place : group.places)
            if (is_at_or_below(path, place.href)) return administration_page;
    return {};
}

std::span<const Group> administration() {
    return groups;
}

bool may_administer_anything(const Scope& scope) {
    return std::ranges::any_of(groups, [&](const Group& group) {
        return std::ranges::any_of(group.places,
                                   [&](const Place& place) { return scope.may(place.permission); });
    });
}

} // namespace openmasa::places
