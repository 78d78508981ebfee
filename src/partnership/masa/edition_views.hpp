#pragma once
// The page of one edition. Ready data only.
#include "core/clocks/clock_views.hpp"
#include "core/files/attachment.hpp"
#include "core/history/history.hpp"
#include "core/signoff/views.hpp"
#include "partnership/masa/comments.hpp"
#include "partnership/masa/publishing.hpp"

namespace openmasa::masa {

struct EditionPage {
    MasaEdition edition;
    Day today{};
    bool may_change = false;
    /// What the edition before is called.
    std::string follows_title;
    /// What keeps it from being put for signature; only while it can be.
    std::vector<partnership::Missing> missing{};
    /// Every version that was put for signature, the newest first.
    std::vector<signoff::SignOff> sign_offs{};
    signoff::HoldersNow holders{};
    /// This person holds an office whose turn it is.
    bool may_sign = false;
    std::vector<files::Attachment> files{};
    /// What was said of its sections, the oldest first.
    std::vector<Comment> comments{};
    clocks::Section clocks{};
    /// What led here and what came of it.
    Html thread{};
    std::vector<history::Version> versions{};
    Html form_token;
};
Html edition_view(const EditionPage& page);

} // namespace openmasa::masa
