#include "plan/updates/answer_views.hpp"
#include "kernel/text.hpp"
#include "plan/rules.hpp"
#include "plan/updates/rules.hpp"
#include "web/pages/layout.hpp"
#include "web/ui/button.hpp"
#include "web/ui/checkboxes.hpp"
#include "web/ui/details.hpp"
#include "web/ui/field.hpp"
#include "web/ui/marks.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::updates {
namespace {

constexpr std::size_t shown_words = 300;

ui::Standing standing_of(const Asked& asked, Day today) {
    return plan::standing(asked.status, asked.deadline, asked.evidence, today);
}

// --- what is known of an action ----------------------------------------------------------------

std::string when_due(const Asked& asked, Day today) {
    if (asked.date_words.empty()) return "No target date";
    const auto time = plan::time_to_say(asked.status, asked.deadline, asked.next_step, today);
    const auto words = fmt::format("Due “{}”", plan::lines_joined(asked.date_words));
    return time.left.empty() ? words : fmt::format("{}: {}", words, time.left);
}

Html last_said(const Asked& asked) {
    if (!asked.said_at) return html("Nothing has been recorded yet.");
    const auto who = fmt::format("{}, {}", asked.who_said, spoken(london_day(*asked.said_at)));
    if (trimmed(asked.said).empty()) return html("Last recorded: {}.", who);
    return html("Last said: “{}” ({})", shortened(one_line(asked.said), shown_words), who);
}

Html why_not(const Asked& asked) {
    if (!plan::needs_reason(asked.status) || trimmed(asked.stopped_why).empty()) return {};
    return html("<br>{}: {}", asked.status == plan::Status::blocked ? "Waits for" : "Stopped",
                one_line(asked.stopped_why));
}

Html saved_meanwhile(const AnswersPage& page, const plan::ActionId& id) {
    const auto found = page.meanwhile.find(id);
    if (found == page.meanwhile.end()) return {};
    const auto& other = found->second;
    Html changes;
    for (const auto& change : other.changes)
        append(changes, "<dt>{}</dt><dd>{}</dd>\n", page.words.say(change.label),
               escaped_lines(change.now.empty() ? "nothing" : change.now));
    if (!other.words.empty())
        append(changes, "<dt>What they wrote</dt><dd>{}</dd>\n", escaped_lines(other.words));
    return html(
        R"(<div class="om-missing om-diff"><p><b>Saved by {} at {}, while you were writing</b></p>
<dl class="om-dl">
{}</dl><p>What you typed is below. Put the two together, then send it.</p></div>
)",
        other.who, london_time(other.at), changes);
}

// --- what is asked about it --------------------------------------------------------------------

Answer as_it_stands(const Asked& asked) {
    return {.action = asked.id,
            .version = asked.version,
            .stood = asked.status,
            .status = asked.status,
            .words = {},
            .evidence = {}};
}

Answer typed_about(const AnswersPage& page, const Asked& asked) {
    const auto found = std::ranges::find(page.typed, asked.id, &Answer::action);
    return found == page.typed.end() ? as_it_stands(asked) : *found;
}

Html status_field(const AnswersPage& page, const Asked& asked, const Answer& typed) {
    std::vector<ui::Choice> items;
    for (const auto status : plan::all_statuses)
        items.push_back(
            {.text = plan::spoken(status), .value = std::string(plan::to_text(status))});
    return ui::radios_field(
        {.name = field_of("status", asked.id),
         .legend = "How does it stand now?",
         .value = std::string(plan::to_text(typed.status.value_or(asked.status))),
         .items = std::move(items),
         .legend_classes = "govuk-fieldset__legend--s",
         .classes = "govuk-radios--small govuk-radios--inline"},
        page.problems);
}

Html words_field(const AnswersPage& page, const Asked& asked, const Answer& typed) {
    const auto since =
        asked.said_at ? fmt::format("What happened since {}?", spoken(london_day(*asked.said_at)))
                      : std::string("What has happened so far?");
    return ui::textarea_field({.name = field_of("words", asked.id),
                               .label = since,
                               .value = typed.words,
                               .rows = 2,
                               .label_classes = "govuk-label--s"},
                              page.problems);
}

Html same_field(const AnswersPage& page, const Asked& asked, const Answer& typed) {
    ui::CheckboxesField field{.name = field_of("same", asked.id),
                              .items = {{.text = "Nothing has changed", .value = "yes"}},
                              .classes = "govuk-checkboxes--small"};
    if (typed.nothing_changed) field.values = {"yes"};
    field.legend = html(R"(<span class="govuk-visually-hidden">Or</span>)");
    return ui::checkboxes_field(field, page.problems);
}

Html evidence_field(const AnswersPage& page, const Asked& asked, const Answer& typed) {
    return ui::text_field({.name = field_of("evidence", asked.id),
                           .label = "Evidence, if there is some: a link, or a few words",
                           .value = typed.evidence},
                          page.problems);
}

Html hidden(std::string_view name, const Asked& asked, std::string_view value) {
    return html(R"(<input type="hidden" name="{}" value="{}">
)",
                field_of(name, asked.id), value);
}

/// The version and the status that the reader sees go with it. After a conflict that is how it
/// stands now, shown above what was typed.
Html action_part(const AnswersPage& page, const Asked& asked) {
    const auto typed = typed_about(page, asked);
    return html(
        R"(<div class="om-update" role="group" aria-labelledby="about_{}"><h3 class="govuk-heading-s" id="about_{}">{} {}</h3>
<p class="om-update__says">{} {}<br>{}{}</p>
{}{}{}{}{}{}{}</div>
)",
        asked.id, asked.id, asked.reference, asked.title,
        ui::standing_tag(standing_of(asked, page.today)), when_due(asked, page.today),
        last_said(asked), why_not(asked), saved_meanwhile(page, asked.id),
        hidden("version", asked, std::to_string(asked.version)),
        hidden("stood", asked, plan::to_text(asked.status)), status_field(page, asked, typed),
        words_field(page, asked, typed), same_field(page, asked, typed),
        evidence_field(page, asked, typed));
}

/// What is not answered yet, and what comes back because it could not be saved.
bool is_asked(const AnswersPage& page, const Asked& asked) {
    return !asked.is_answered || page.meanwhile.contains(asked.id);
}

Html groups(const AnswersPage& page) {
    Html all;
    const plan::SectionId* section = nullptr;
    for (const auto& asked : page.asked) {
        if (!is_asked(page, asked)) continue;
        if (!section || *section != asked.section)
            append(all, R"(<h2 class="govuk-heading-m om-section">{}</h2>
)",
                   asked.section_name);
        section = &asked.section;
        all += action_part(page, asked);
    }
    return all;
}

Html answered_item(const AnswersPage& page, const Asked& asked) {
    const auto standing = standing_of(asked, page.today);
    const auto no_evidence =
        when(standing == ui::Standing::unproven,
             html(R"(<br><span class="om-quiet">Nothing shows yet that it is done.</span>)"));
    return html(R"(<li>{} {} {}<br><span class="om-quiet">{}</span>{}</li>
)",
                asked.reference, asked.title, ui::standing_tag(standing), last_said(asked),
                no_evidence);
}

template<class Which> Html list_of(const AnswersPage& page, Which which) {
    Html items;
    for (const auto& asked : page.asked)
        if (which(asked)) items += answered_item(page, asked);
    return when(!items.empty(), html(R"(<ul class="govuk-list om-updates">
{}</ul>
)",
                                     items));
}

Html answered_before(const AnswersPage& page) {
    const auto items = list_of(page, [&](const Asked& asked) { return !is_asked(page, asked); });
    const int number = int(page.asked.size()) - open_in(page);
    return when(
        !items.empty(),
        ui::details({.summary = fmt::format("Already answered ({})", number), .text = items}));
}

Html who_answers(const AnswersPage& page) {
    if (page.holder.empty()) return {};
    return html(" You answer as <b>{}</b>; no account is needed.", page.holder);
}

Html head_of(const AnswersPage& page, std::string_view title) {
    return pages::head(
        {.title = std::string(title),
         .sentence = html("{} asks. Answers are wanted by {}.{}", page.request.asker,
                          spoken_with_weekday(page.request.answer_by), who_answers(page)),
         .verbs = {},
         .facts = {},
         .caption = page.request.plan_title});
}

Html asker_says(const AnswersPage& page) {
    return when(!page.request.words.empty(),
                html(R"(<div class="govuk-inset-text om-measure">{}</div>
)",
                     escaped_lines(page.request.words)));
}

Html how_to(const AnswersPage& page) {
    const int open = open_in(page);
    if (open < 2) return {};
    return html(
        R"(<p class="govuk-body om-measure">{} actions wait, the most urgent first. Fill in those that you can: what you leave as it is stays open, and you can come back.</p>
)",
        open);
}

Html form(const AnswersPage& page) {
    return html(
        R"(<form class="om-form" action="{}" method="post" novalidate>{}
{}{}
<p class="om-quiet om-form__below">Blocked or stopped: say why. Done: say what shows it. No names of children or families.{}</p></form>
)",
        page.address, page.form_token, groups(page), ui::button({.text = "Send these answers"}),
        page.until ? fmt::format(" This link works until {}.", spoken(london_day(*page.until)))
                   : std::string());
}

Html closed_words(const AnswersPage& page) {
    return html(
        R"(<p class="govuk-body om-measure">This request was closed on {}. How an action stands can still be recorded on its own page.</p>
)",
        spoken(london_day(*page.request.closed_at)));
}

Html nothing_open(const AnswersPage& page) {
    return head_of(page, "Everything is answered") + asker_says(page) +
           list_of(page, [](const Asked&) { return true; });
}

/// What this reader sent last: all of it was recorded at one moment.
std::optional<Moment> last_sent(const AnswersPage& page) {
    std::optional<Moment> last;
    for (const auto& asked : page.asked)
        if (asked.is_answered && asked.said_by == page.reader && (!last || *asked.said_at > *last))
            last = asked.said_at;
    return last;
}

Html still_open(const AnswersPage& page) {
    const int open = open_in(page);
    if (open == 0)
        return html(R"(<p class="govuk-body">Nothing is left open. That was all.</p>
)");
    return html(
        R"(<p class="govuk-body">{} still open. <a class="govuk-link" href="{}">Answer {} too</a></p>
)",
        counted(open, "action is", "actions are"), page.address, open == 1 ? "it" : "them");
}

} // namespace

int open_in(const AnswersPage& page) {
    return int(std::ranges::count_if(page.asked,
                                     [&](const Asked& asked) { return is_asked(page, asked); }));
}

Html answers_view(const AnswersPage& page) {
    if (!page.request.is_open())
        return head_of(page, "This request is closed") + closed_words(page);
    if (open_in(page) == 0) return nothing_open(page);
    return ui::problems_summary(page.problems) +
           head_of(page, open_in(page) == 1 ? "How does this action stand?"
                                            : "How do these actions stand?") +
           asker_says(page) + how_to(page) + form(page) + answered_before(page);
}

Html thanks_view(const AnswersPage& page) {
    const auto sent = last_sent(page);
    const auto recorded = list_of(page, [&](const Asked& asked) {
        return asked.is_answered && asked.said_by == page.reader && asked.said_at == sent;
    });
    return head_of(page, "Thank you") +
           when(!recorded.empty(), html(R"(<h2 class="govuk-heading-m">What was recorded</h2>
{})",
                                        recorded)) +
           still_open(page);
}

} // namespace openmasa::updates
