#pragma once
// Where people go from the bar, and what stands on the page "Administration". A feature whose page
// is for the few who keep the program running adds its line to places.cpp; the page shows a person
// only what they may open, and the bar names it only when there is anything.
#include "core/access/scope.hpp"
#include "core/terms/words.hpp"
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace openmasa::places {

/// A place that has its name from a word which the partnership may call otherwise.
struct Named {
    terms::Word word;
    enum class Form { one, several } form;
};

struct Place {
    std::string_view text, href;
    Permission permission;
    /// What somebody does there, in one sentence; only on the page "Administration".
    std::string_view about{};
    std::optional<Named> named{};

    /// As the bar says it.
    std::string spoken(const terms::Words& words) const;
};

/// Places of one kind, under their heading.
struct Group {
    std::string_view heading;
    std::span<const Place> places;
};

/// In the order of the bar, as far as this person may open them.
std::vector<Place> in_the_bar(const Scope& scope);
/// The place under which the page at `path` is found; empty when it is under none.
std::string_view bar_place_of(std::string_view path);

/// Everything on the page "Administration", whoever asks.
std::span<const Group> administration();
/// Whether this person may open anything there.
bool may_administer_anything(const Scope& scope);

} // namespace openmasa::places
