#pragma once
// Pages: the list of editions, and the forms that begin one.
#include "core/terms/words.hpp"
#include "partnership/masa/publishing.hpp"
#include "web/ui/field.hpp"

namespace openmasa::masa {

struct ListPage {
    terms::Words words{};
    Day today{};
    /// The newest first.
    std::vector<MasaEdition> editions;
    /// By when the one in force is reviewed, under which rule.
    std::string review;
    bool review_is_late = false;
    bool may_change = false;
    /// The day that was asked about, as it was typed, and as it was understood.
    std::string asked;
    std::optional<Day> on{};
    std::vector<Problem> problems{};
};
Html list_view(const ListPage& page);

struct BeginPage {
    Html form_token;
    /// The one in force, whose words are taken up.
    std::optional<MasaEdition> before{};
    Begin typed;
    std::vector<Problem> problems{};
};
Html begin_view(const BeginPage& page);

struct EarlierPage {
    Html form_token;
    Earlier typed;
    std::vector<Problem> problems{};
};
Html earlier_view(const EarlierPage& page);

} // namespace openmasa::masa
