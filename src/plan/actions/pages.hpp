#pragma once
// The handlers behind routes.cpp: each reads what its page needs and hands it to a view.
#include "core/routing/context.hpp"

namespace openmasa::plan {

http::Response list_actions(Context& context);
http::Response download_actions_csv(Context& context);
http::Response download_actions_json(Context& context);
http::Response download_actions_xlsx(Context& context);
http::Response show_bulk(Context& context);
http::Response post_bulk(Context& context);
/// Leads to a plan's list, with what the address says of an import.
http::Response show_register(Context& context);
http::Response show_action(Context& context);
http::Response download_file(Context& context);
/// What an attached file is, and what of it can be shown.
http::Response show_file(Context& context);
http::Response show_picture(Context& context);

http::Response show_progress_form(Context& context);
http::Response post_progress(Context& context);
http::Response show_evidence_form(Context& context);
http::Response post_evidence(Context& context);
http::Response show_change_form(Context& context);
http::Response post_change(Context& context);

// leading_pages.cpp: who leads it, who contributes, what it waits for
http::Response show_who_form(Context& context);
http::Response post_who(Context& context);

// answer_pages.cpp: links for those without an account, and their answers
http::Response show_links_of_action(Context& context);
http::Response give_link_to_action(Context& context);
http::Response show_links_given(Context& context);
http::Response revoke_link_here(Context& context);
http::Response show_answer_form(Context& context);
http::Response post_answer(Context& context);

} // namespace openmasa::plan
