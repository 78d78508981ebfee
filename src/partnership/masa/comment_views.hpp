#pragma once
// Pages: what was said of a section and of a whole edition, and the answer to one. Ready data only.
#include "partnership/masa/comments.hpp"
#include "web/html.hpp"
#include <map>

namespace openmasa::masa {

/// How a comment stands and what came of it; `answer_href` leads to its answer, where it may be
/// given.
Html comment_outcome(const Comment& comment, const std::string& answer_href = {});
/// "On “Resolving disputes”, 3 Nov 2026."
std::string where_and_when(const Comment& comment);

/// Of one section.
struct SectionCommentsPage {
    Html form_token;
    MasaEdition edition;
    MasaSection section;
    std::vector<Comment> comments{};
    /// Whose comments may be withdrawn: the reader's own.
    std::vector<MasaCommentId> own{};
    bool may_add = false;
    bool may_answer = false;
    std::string words;
    std::vector<Problem> problems{};
};
Html section_comments_view(const SectionCommentsPage& page);

/// Of the whole edition, section by section.
struct CommentsPage {
    MasaEdition edition;
    std::vector<Comment> comments{};
    bool may_answer = false;
};
Html comments_view(const CommentsPage& page);

struct AnswerPage {
    Html form_token;
    MasaEdition edition;
    Comment comment;
    std::int64_t version = 0;
    std::string outcome, words;
    std::vector<Problem> problems{};
};
Html answer_view(const AnswerPage& page);

struct WithdrawCommentPage {
    Html form_token;
    MasaEdition edition;
    Comment comment;
    std::string why;
    std::vector<Problem> problems{};
};
Html withdraw_comment_view(const WithdrawCommentPage& page);

/// How many there are on each section, for the page of the words.
std::map<MasaPartId, int> counted_by_section(const std::vector<Comment>& comments);
/// "Comment on this section", "2 comments"; empty where there is nothing to say.
Html link_to_comments(const MasaEdition& edition, const MasaSection& section, int comments);

} // namespace openmasa::masa
