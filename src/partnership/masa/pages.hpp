#pragma once
// The handlers behind routes.cpp, and what they have in common.
#include "core/routing/context.hpp"
#include "core/signoff/views.hpp"
#include "partnership/masa/signing_views.hpp"

namespace openmasa::masa {

/// The edition of the address, for somebody who may see it.
std::optional<MasaEdition> asked_edition(Context& context);
/// The edition of the address in the version of the form; nothing when the address names none.
std::optional<Read> read_of(const Context& context);
std::string text(const Context& context, std::string_view name);
/// "Saved." where an action led here.
std::string notice_of(const Context& context);
/// The files that are part of its words, as they stood on the day that is looked at.
std::vector<files::Attachment> files_shown(Context& context, const MasaEdition& edition);
/// Where the files of an edition are fetched, those that were left out too.
FileLinks links_to_files(Context& context, const MasaId& id);
/// Whoever holds the offices whose turn it is; a statement for each.
signoff::HoldersNow holders_of(Context& context, const signoff::SignOff& sign_off);

// list_pages.cpp
http::Response show_list(Context& context);
http::Response show_begin(Context& context);
http::Response post_begin(Context& context);
http::Response show_earlier(Context& context);
http::Response post_earlier(Context& context);

// edition_pages.cpp
http::Response show_edition(Context& context);
http::Response show_say(Context& context);
http::Response post_say(Context& context);
http::Response post_consult(Context& context);
http::Response show_withdraw(Context& context);
http::Response post_withdraw(Context& context);

// words_pages.cpp
http::Response show_words(Context& context);
http::Response post_file(Context& context);
http::Response download_file(Context& context);
http::Response post_leave_out(Context& context);
http::Response show_section(Context& context);
http::Response post_section(Context& context);

// part_pages.cpp
http::Response show_checklist(Context& context);
http::Response show_check(Context& context);
http::Response post_check(Context& context);
http::Response show_milestone(Context& context);
http::Response post_milestone(Context& context);
http::Response show_consultation(Context& context);
http::Response post_consultation(Context& context);

// comment_pages.cpp
http::Response show_section_comments(Context& context);
http::Response post_section_comment(Context& context);
http::Response show_comments(Context& context);
http::Response show_answer(Context& context);
http::Response post_answer(Context& context);
http::Response show_withdraw_comment(Context& context);
http::Response post_withdraw_comment(Context& context);

// signing_pages.cpp
http::Response show_offer(Context& context);
http::Response post_offer(Context& context);
http::Response show_sign(Context& context);
http::Response post_sign(Context& context);
http::Response post_send_back(Context& context);
http::Response show_take_back(Context& context);
http::Response post_take_back(Context& context);

// publication_pages.cpp
http::Response show_publish(Context& context);
http::Response post_publish(Context& context);
http::Response show_published(Context& context);
http::Response download_word(Context& context);
http::Response download_pdf(Context& context);
http::Response download_bytes(Context& context);
http::Response show_correct(Context& context);
http::Response post_correct(Context& context);
http::Response show_compared(Context& context);

} // namespace openmasa::masa
