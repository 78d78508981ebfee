#pragma once
// The settings' form with how the colour looks, and every change. Ready data only.
#include "core/audit/audit.hpp"
#include "core/settings/settings.hpp"
#include "kernel/result.hpp"
#include "web/html.hpp"
#include <vector>

namespace openmasa::settings {

struct SettingsPage {
    Html form_token;
    /// What is saved, or what was typed.
    Settings settings;
    terms::Words words{};
    /// Set when the person asked to see how it looks: nothing was saved.
    bool is_look = false;
    /// Newest first.
    std::vector<history::Version> versions;
    std::vector<Problem> problems;
};
Html settings_view(const SettingsPage& page);

} // namespace openmasa::settings
