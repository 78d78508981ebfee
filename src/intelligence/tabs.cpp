#include "intelligence/tabs.hpp"
#include "web/ui/sub_navigation.hpp"

namespace openmasa::intelligence {

Html tabs(Tab current) {
    return ui::sub_navigation(
        {.items = {{.text = "Indicators",
                    .href = "/indicators",
                    .active = current == Tab::indicators},
                   {.text = "Returns", .href = "/returns", .active = current == Tab::returns},
                   {.text = "Loads", .href = "/indicators/loads", .active = current == Tab::loads},
                   {.text = "Areas", .href = "/indicators/areas", .active = current == Tab::areas}},
         .label = "Figures"});
}

} // namespace openmasa::intelligence
