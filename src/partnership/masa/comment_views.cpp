#include "partnership/masa/comment_views.hpp"
#include "kernel/london_time.hpp"
#include "kernel/text.hpp"
#include "partnership/masa/form_frame.hpp"
#include "web/ui/table.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::masa {
namespace {

std::string below_section(const MasaPartId& section) {
    return fmt::format("sections/{}/comments", section.view());
}
std::string below_comment(const Comment& comment, std::string_view more = {}) {
    return fmt::format("comments/{}{}", comment.id.view(), more);
}

std::string answer_address(const Comment& comment, bool may_answer) {
    const bool is_there = may_answer && comment.state != Comment::State::withdrawn;
    return is_there ? address(comment.edition, below_comment(comment)) : "";
}

Html said(const Comment& comment) {
    return html(R"(<blockquote class="govuk-inset-text">{}</blockquote>
)",
                escaped_lines(comment.words));
}

Html who_said(const Comment& comment) {
    return html(R"({}<span class="om-plan__meta">{}</span>)", comment.known_as,
                spoken(london_day(comment.at)));
}

/// A table of comments; `first` is the first column's cell.
Html table_of(const std::vector<Comment>& comments, std::string_view caption, bool may_answer,
              const std::vector<MasaCommentId>& own) {
    ui::Table table{
        .caption = caption,
        .caption_classes = "govuk-visually-hidden",
        .head = {{.text = "Who and when"}, {.text = "What they said"}, {.text = "What came of it"}},
        .first_cell_is_header = true,
        .classes = "om-stack"};
    for (const auto& one : comments) {
        auto outcome = comment_outcome(one, answer_address(one, may_answer));
        if (std::ranges::count(own, one.id))
            outcome +=
                html(R"(<br>{})", link_to(address(one.edition, below_comment(one, "/withdraw")),
                                          "Withdraw it", one.words.substr(0, 40)));
        table.rows.push_back(
            {{.text = who_said(one)}, {.text = escaped_lines(one.words)}, {.text = outcome}});
    }
    return ui::table(table);
}

Html add_form(const SectionCommentsPage& page) {
    if (!page.may_add) return {};
    return part(
        "add", "Your comment",
        form({.address = address(page.edition.id, below_section(page.section.id)),
              .token = page.form_token,
              .version = page.edition.version,
              .fields = lines("words", "What do you say to this section?",
                              "Everybody who may read this edition reads it, with your name or "
                              "office. Write nothing about a child or a family.",
                              page.words, page.problems),
              .button = "Add this comment"}));
}

Html outcome_field(const AnswerPage& page) {
    ui::RadiosField field{.name = "outcome",
                          .legend = "Is it accepted?",
                          .value = page.outcome,
                          .legend_classes = "govuk-fieldset__legend--s"};
    field.items.push_back({.text = "Yes, the words are changed", .value = "accepted"});
    field.items.push_back({.text = "No, and there is a reason", .value = "declined"});
    return ui::radios_field(field, page.problems);
}

} // namespace

std::string where_and_when(const Comment& comment) {
    return fmt::format("On \u201c{}\u201d, {}.", comment.heading, spoken(london_day(comment.at)));
}

Html comment_outcome(const Comment& comment, const std::string& answer_href) {
    const bool is_open = comment.state == Comment::State::open;
    const auto words =
        is_open ? html(R"(<span class="om-ev--missing">{}</span>)", spoken(comment.state))
                : html(R"(<b class="om-strong">{}:</b> {})", spoken(comment.state),
                       escaped_lines(comment.answer));
    if (answer_href.empty()) return words;
    return words +
           html(R"(<br>{})", link_to(answer_href, is_open ? "Answer it" : "Change the answer",
                                     fmt::format("to {}, {}", comment.known_as, comment.heading)));
}

Html section_comments_view(const SectionCommentsPage& page) {
    const auto heard =
        page.comments.empty()
            ? html(R"(<p class="govuk-body om-quiet">Nobody has said anything yet.</p>
)")
            : table_of(page.comments, "Comments on this section", page.may_answer, page.own);
    return ui::problems_summary(page.problems) +
           pages::head({.title = page.section.heading,
                        .sentence = page.may_add ? html("Out for consultation: say what you think.")
                                                 : html("Comments are not taken now."),
                        .verbs = {},
                        .facts = {},
                        .caption = page.edition.title}) +
           (trimmed(page.section.words).empty()
                ? html(R"(<p class="govuk-body om-ev--missing">No words yet</p>
)")
                : html(R"(<p class="govuk-body om-measure">{}</p>
)",
                       escaped_lines(page.section.words))) +
           part("comments", "Comments", heard) + add_form(page);
}

Html comments_view(const CommentsPage& page) {
    const int open = without_answer(page.comments);
    Html sections;
    std::vector<MasaPartId> done;
    for (const auto& one : page.comments) {
        if (std::ranges::count(done, one.section)) continue;
        done.push_back(one.section);
        auto of_section = page.comments;
        std::erase_if(of_section,
                      [&](const Comment& other) { return other.section != one.section; });
        sections += part(fmt::format("s{}", done.size()), one.heading,
                         table_of(of_section, one.heading, page.may_answer, {}));
    }
    return pages::head({.title = "Comments",
                        .sentence = html("{}, {}.", counted(std::ssize(page.comments), "comment"),
                                         open == 0 ? "each answered"
                                                   : fmt::format("{} without an answer", open)),
                        .verbs = {},
                        .facts = {},
                        .caption = page.edition.title}) +
           (sections.empty() ? html(R"(<p class="govuk-body">{}</p>
)",
                                    link(address(page.edition.id, "words"), "Read the words"))
                             : sections);
}

Html answer_view(const AnswerPage& page) {
    const auto fields =
        outcome_field(page) + lines("words", "What was changed, or why not?",
                                    "Who commented is told, and everybody reads it in the log.",
                                    page.words, page.problems);
    return ui::problems_summary(page.problems) +
           pages::head(
               {.title = "Answer a comment",
                .sentence = html("{}. {}", page.comment.known_as, where_and_when(page.comment)),
                .verbs = {},
                .facts = {},
                .caption = page.edition.title}) +
           said(page.comment) +
           form({.address = address(page.edition.id, below_comment(page.comment)),
                 .token = page.form_token,
                 .version = page.version,
                 .fields = fields,
                 .button = "Save this answer",
                 .back = address(page.edition.id, "comments")});
}

Html withdraw_comment_view(const WithdrawCommentPage& page) {
    return ui::problems_summary(page.problems) +
           pages::head({.title = "Withdraw your comment",
                        .sentence = html("It stays on record as withdrawn, with your reason."),
                        .verbs = {},
                        .facts = {},
                        .caption = page.edition.title}) +
           said(page.comment) +
           form({.address = address(page.edition.id, below_comment(page.comment, "/withdraw")),
                 .token = page.form_token,
                 .version = page.comment.version,
                 .fields = lines("why", "Why do you withdraw it?", "", page.why, page.problems, 3),
                 .button = "Withdraw it",
                 .back = address(page.edition.id, below_section(page.comment.section))});
}

std::map<MasaPartId, int> counted_by_section(const std::vector<Comment>& comments) {
    std::map<MasaPartId, int> counts;
    for (const auto& one : comments) ++counts[one.section];
    return counts;
}

Html link_to_comments(const MasaEdition& edition, const MasaSection& section, int comments) {
    if (comments == 0 && !takes_comments(edition)) return {};
    const auto words =
        comments == 0 ? std::string("Comment on this section") : counted(comments, "comment");
    return link_to(address(edition.id, below_section(section.id)), words, "on " + section.heading);
}

} // namespace openmasa::masa
