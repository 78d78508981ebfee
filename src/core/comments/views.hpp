#pragma once
// Comments below a record's page, and the small pages to answer and to withdraw. Ready data only.
#include "core/comments/comments.hpp"
#include "web/html.hpp"

namespace openmasa::comments {

struct Section {
    std::string kind, record;
    std::vector<Comment> comments;
    /// Of the reader, to know whose are their own.
    std::optional<PersonId> reader;
    terms::Words words{};
    Html form_token;
    /// Not where a page cannot be written on (as it was on another day, withdrawn).
    bool may_add = true;
};
/// The list, oldest first with its answers, and the form to add one.
Html section_view(const Section& section);

struct FormPage {
    Html form_token;
    terms::Words words{};
    std::string kind, record;
    /// The comment that is answered or withdrawn, if any.
    std::optional<Comment> about;
    std::string typed, back;
    std::vector<Problem> problems;
};
/// To add a comment or an answer, with what is wrong.
Html add_view(const FormPage& page);
Html withdraw_view(const FormPage& page);

} // namespace openmasa::comments
