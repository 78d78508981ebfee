#include "partnership/tabs.hpp"
#include "web/ui/sub_navigation.hpp"

namespace openmasa::partnership {

Html tabs(const terms::Words& words, Tab current) {
    const auto agencies = words.headings(terms::Word::agency);
    const auto tab = [&](Tab which, const std::string& text, const std::string& href) {
        return ui::SubNavigationItem{.text = text, .href = href, .active = which == current};
    };
    return ui::sub_navigation(
        {.items = {tab(Tab::agencies, agencies, "/agencies"),
                   tab(Tab::offices, "Offices", "/offices"), tab(Tab::groups, "Groups", "/groups"),
                   tab(Tab::structure, "Structure", "/structure"),
                   tab(Tab::arrangements, "Arrangements", "/arrangements"),
                   tab(Tab::directory, "Directory", "/directory")},
         .label = "Who is responsible"});
}

} // namespace openmasa::partnership
