#pragma once
// The pages of the directory. Ready data only.
#include "core/terms/words.hpp"
#include "kernel/result.hpp"
#include "partnership/directory/actions.hpp"
#include "partnership/directory/search_store.hpp"
#include "web/html.hpp"

namespace openmasa::directory {

struct SearchPage {
    terms::Words words{};
    /// As typed; empty before anything was looked for.
    std::string typed{};
    Found found{};
    std::vector<std::string> agencies{};
    /// May take what was found away as a file.
    bool may_take = false;
};
Html search_view(const SearchPage& page);

struct PersonPage {
    terms::Words words{};
    Listed person;
    Day today{};
    bool is_own = false;
    /// May say that they leave, and see people who are not listed.
    bool may_say_left = false;
};
Html person_view(const PersonPage& page);

struct OwnPage {
    Html form_token;
    Listed person;
    KeepEntry typed;
    std::vector<Problem> problems{};
};
Html own_view(const OwnPage& page);

} // namespace openmasa::directory
