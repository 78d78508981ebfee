#include "core/comments/views.hpp"
#include "web/pages/layout.hpp"
#include "web/ui/button.hpp"
#include "web/ui/field.hpp"

namespace openmasa::comments {
namespace {

Html said(const Comment& c) {
    if (c.withdrawn) return html(R"(<p class="om-quiet">Withdrawn: {}</p>)", c.withdrawn_why);
    return html(R"(<p class="om-comment__words">{}</p>)", escaped_lines(c.words));
}

Html acts(const Section& section, const Comment& c) {
    Html list;
    if (c.withdrawn || !section.may_add) return list;
    if (!c.answers)
        append(
            list,
            R"( <a class="govuk-link govuk-link--no-visited-state" href="/comments/{}/answer">Answer<span class="govuk-visually-hidden"> {}</span></a>)",
            c.id, c.who);
    if (section.reader && c.person == section.reader)
        append(
            list,
            R"( <a class="govuk-link govuk-link--no-visited-state" href="/comments/{}/withdraw">Withdraw<span class="govuk-visually-hidden"> your comment</span></a>)",
            c.id);
    return list;
}

Html one(const Section& section, const Comment& c, const Html& answers) {
    return html(
        R"(<li class="om-comment" id="comment-{}"><p class="om-comment__who"><b class="om-strong">{}</b> <span class="om-quiet">{}</span></p>{}<p class="om-small om-comment__acts">{}</p>{}</li>
)",
        c.id, c.who, spoken(c.at), said(c), acts(section, c),
        when(!answers.empty(), html(R"(<ul class="om-comments">
{}</ul>)",
                                    answers)));
}

Html list(const Section& section) {
    Html items;
    for (const auto& c : section.comments) {
        if (c.answers) continue;
        Html answers;
        for (const auto& answer : section.comments)
            if (answer.answers == c.id) answers += one(section, answer, {});
        items += one(section, c, answers);
    }
    if (items.empty())
        return html(R"(<p class="govuk-body om-quiet">None yet.</p>
)");
    return html(R"(<ul class="om-comments">
{}</ul>
)",
                items);
}

Html words_field(std::string_view label, const FormPage& page) {
    return ui::textarea_field(
        {.name = "words",
         .label = label,
         .hint = page.words.say("Whoever may see this page reads it. Write @ "
                                "before an office, [an agency] or a group "
                                "to tell them, as in @Chief Constable. No names "
                                "of children or families."),
         .value = page.typed,
         .rows = 3,
         .label_classes = "govuk-label--s"},
        page.problems);
}

/// `page` says where to, what is answered, what was typed; without a way back it stands on the
/// record's own page.
Html add_form(const FormPage& page) {
    const auto& about = page.about;
    return html(
        R"(<form class="om-form" action="/comments" method="post" novalidate>{}<input type="hidden" name="kind" value="{}"><input type="hidden" name="record" value="{}"><input type="hidden" name="answers" value="{}">
{}<div class="om-form__acts">{}{}</div></form>
)",
        page.form_token, page.kind, page.record, about ? about->id.view() : std::string_view(),
        words_field(about ? "Your answer" : "Your comment", page),
        ui::button({.text = about ? "Add this answer" : "Add this comment",
                    .classes = "govuk-button--secondary"}),
        when(!page.back.empty(),
             html(R"(<a class="govuk-link" href="{}">Leave it</a>)", page.back)));
}

Html quoted(const std::optional<Comment>& about) {
    if (!about) return {};
    return html(
        R"(<blockquote class="govuk-inset-text"><b class="om-strong">{}</b>, {}<br>{}</blockquote>
)",
        about->who, spoken(about->at), escaped_lines(about->words));
}

} // namespace

Html section_view(const Section& section) {
    return html(
        R"(<section class="om-section" aria-labelledby="comments"><h2 class="govuk-heading-m" id="comments">Comments</h2>
{}{}</section>
)",
        list(section),
        when(section.may_add, add_form({.form_token = section.form_token,
                                        .words = section.words,
                                        .kind = section.kind,
                                        .record = section.record})));
}

Html add_view(const FormPage& page) {
    return ui::problems_summary(page.problems) +
           pages::head({.title = page.about ? "Answer a comment" : "Add a comment"}) +
           quoted(page.about) + add_form(page);
}

Html withdraw_view(const FormPage& page) {
    return html(
        R"({}{}{}<form class="om-form" method="post" novalidate>{}
{}<div class="om-form__acts">{}<a class="govuk-link" href="{}">Leave it as it is</a></div></form>
)",
        ui::problems_summary(page.problems),
        pages::head({.title = "Withdraw your comment",
                     .sentence = html("It stays as withdrawn, with your reason. Its words stay in "
                                      "the history.")}),
        quoted(page.about), page.form_token,
        ui::text_field({.name = "why",
                        .label = "Why do you withdraw it?",
                        .value = page.typed,
                        .label_classes = "govuk-label--s"},
                       page.problems),
        ui::button({.text = "Withdraw this comment"}), page.back);
}

} // namespace openmasa::comments
