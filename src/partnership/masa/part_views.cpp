#include "partnership/masa/part_views.hpp"
#include "kernel/text.hpp"
#include "partnership/masa/comment_views.hpp"
#include "partnership/masa/form_frame.hpp"
#include "web/ui/table.hpp"
#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace openmasa::masa {
namespace {

using partnership::Consulted;

// --- the words ----------------------------------------------------------------------------------

Html section_of(const WordsPage& page, const MasaSection& section, int number) {
    const auto words = trimmed(section.words).empty()
                           ? html(R"(<p class="govuk-body om-ev--missing">No words yet</p>
)")
                           : html(R"(<p class="govuk-body om-measure">{}</p>
)",
                                  escaped_lines(section.words));
    const auto write =
        when(page.may_write, html(R"(<p class="govuk-body">{}</p>
)",
                                  link_to(address(page.edition.id, "sections/" + section.id.str()),
                                          "Write", section.heading)));
    const auto found = page.comments.find(section.id);
    const auto comments =
        link_to_comments(page.edition, section, found == page.comments.end() ? 0 : found->second);
    return part(fmt::format("s{}", number), section.heading,
                words +
                    when(!comments.empty(), html(R"(<p class="govuk-body">{}</p>
)",
                                                 comments)) +
                    write);
}

Html leave_out_button(const WordsPage& page, const files::Attachment& file) {
    if (!page.may_write) return {};
    return html(
        R"( <form class="om-inline" action="{}" method="post">{}<input type="hidden" name="version" value="{}"><button type="submit" class="om-linkbutton">Leave it out<span class="govuk-visually-hidden"> {}</span></button></form>)",
        address(page.edition.id, fmt::format("files/{}/leave-out", file.id.view())),
        page.form_token, page.edition.version, file.name);
}

Html files_part(const WordsPage& page) {
    Html items;
    for (const auto& file : page.files)
        append(items, "<li>{} <span class=\"om-quiet\">{}</span>{}</li>\n",
               link(address(page.edition.id, "files/" + file.id.str()), file.name),
               spoken_facts(file), leave_out_button(page, file));
    auto content = items.empty() ? html(R"(<p class="govuk-body om-quiet">None.</p>
)")
                                 : html(R"(<ul class="govuk-list">
{}</ul>
)",
                                        items);
    if (page.may_write)
        content += form({.address = address(page.edition.id, "files"),
                         .token = page.form_token,
                         .version = page.edition.version,
                         .fields = ui::file_field(
                             {.name = "file",
                              .label = "Add a file",
                              .hint = "Word or PDF, at most 20 MB. It is part of what is signed; a "
                                      "file of the same name takes the place of the one before.",
                              .label_classes = "govuk-label--s"},
                             page.problems),
                         .button = "Add this file",
                         .takes_files = true,
                         .is_second = true});
    return part("files", "Files", content);
}

// --- the checklist ------------------------------------------------------------------------------

Html judged_cell(const ChecklistPage& page, const partnership::RequiredContent& content) {
    const auto* check = partnership::check_of(page.edition, content.key);
    if (!check) return html(R"(<span class="om-ev--missing">Not judged yet</span>)");
    return html(R"(<b class="om-strong">{}</b> {}<span class="om-plan__meta">{}, {}</span>)",
                check->judged == MasaCheck::Judged::met ? "Met:" : "Left out:",
                escaped_lines(check->words), check->judged_by, spoken(check->judged_on));
}

Html asked_cell(const ChecklistPage& page, const partnership::RequiredContent& content) {
    const auto where = address(page.edition.id, fmt::format("checklist/{}", content.key));
    const auto caution = clocks::caution(content.certainty);
    return html(
        R"({}<span class="om-plan__meta">{}</span><span class="om-plan__meta">{}, {}{}{}</span>)",
        page.may_judge ? link(where, content.heading) : escaped(content.heading), content.asks,
        content.guidance, content.clause, caution.empty() ? "" : ". ", caution);
}

// --- forms --------------------------------------------------------------------------------------

ui::SelectItem item(std::string text, std::string value, std::string_view chosen) {
    ui::SelectItem made{.text = std::move(text), .value = std::move(value)};
    made.selected = *made.value == chosen;
    return made;
}

Html authority_field(const SayPage& page) {
    ui::SelectField field{.name = "authorised_by",
                          .label = "Which group or office authorised the change?",
                          .label_classes = "govuk-label--s"};
    field.value = page.typed.authorised_by;
    field.items.push_back(item("Nobody yet", "", page.typed.authorised_by));
    for (const auto& owner : page.authorities)
        field.items.push_back(item(owner.name, owner.id.str(), page.typed.authorised_by));
    return ui::select_field(field, page.problems);
}

Html place_field(const SectionPage& page) {
    ui::SelectField field{.name = "place",
                          .label = "Where does it stand?",
                          .value = std::to_string(page.place),
                          .label_classes = "govuk-label--s"};
    const auto chosen = std::to_string(page.place);
    std::size_t others = 0;
    field.items.push_back(item("First", "0", chosen));
    for (const auto& section : page.edition.sections)
        if (section.id != page.typed.id) {
            ++others;
            field.items.push_back(item("After " + section.heading, std::to_string(others), chosen));
        }
    return ui::select_field(field, page.problems);
}

Html kind_field(const ConsultationPage& page) {
    constexpr std::array all = {Consulted::agency,       Consulted::group,
                                Consulted::education,    Consulted::children,
                                Consulted::families,     Consulted::public_at_large,
                                Consulted::practitioners};
    ui::SelectField field{.name = "kind",
                          .label = "Who are they?",
                          .value = std::string(to_text(page.typed.kind)),
                          .label_classes = "govuk-label--s"};
    for (const auto one : all)
        field.items.push_back(
            item(std::string(spoken(one)), std::string(to_text(one)), to_text(page.typed.kind)));
    return ui::select_field(field, page.problems);
}

Html judged_field(const CheckPage& page) {
    ui::RadiosField field{.name = "judged",
                          .legend = "Do its words say it?",
                          .value = page.judged,
                          .legend_classes = "govuk-fieldset__legend--s"};
    field.items.push_back({.text = "Yes", .value = "met"});
    field.items.push_back({.text = "No, and there is a reason", .value = "explained"});
    field.items.push_back({.text = "Not judged yet", .value = ""});
    return ui::radios_field(field, page.problems);
}

} // namespace

Html words_view(const WordsPage& page) {
    Html sections;
    int number = 0;
    for (const auto& section : page.edition.sections)
        sections += section_of(page, section, ++number);
    const auto add =
        when(page.may_write, html(R"(<p class="govuk-body">{}</p>
)",
                                  link(address(page.edition.id, "sections/new"), "Add a section")));
    return ui::problems_summary(page.problems) +
           pages::head({.title = "The words",
                        .sentence = html("For {}.", page.edition.area),
                        .verbs = {},
                        .facts = {},
                        .caption = page.edition.title}) +
           sections + add + files_part(page);
}

Html checklist_view(const ChecklistPage& page) {
    const auto day = guidance_day(page.edition, page.today);
    ui::Table table{.caption = "What guidance asks for",
                    .caption_classes = "govuk-visually-hidden",
                    .head = {{.text = "What guidance asks for"}, {.text = "Where it is met"}},
                    .first_cell_is_header = true,
                    .classes = "om-stack om-compared"};
    for (const auto* content : partnership::required_contents(day))
        table.rows.push_back(
            {{.text = asked_cell(page, *content)}, {.text = judged_cell(page, *content)}});
    const auto open = partnership::missing_contents(page.edition, page.today).size();
    return pages::head(
               {.title = "Required contents",
                .sentence = open == 0
                                ? html("All {} are met or explained.", table.rows.size())
                                : html("{} of {} are not judged yet.", open, table.rows.size()),
                .verbs = {},
                .facts = {html("As guidance stood on {}", spoken(day))},
                .caption = page.edition.title}) +
           ui::table(table);
}

Html say_view(const SayPage& page) {
    const auto& typed = page.typed;
    auto fields = line("title", "What is it called?", "", typed.title, page.problems) +
                  line("area", "For which area?", "", typed.area, page.problems);
    fields += lines("changed", "What changed since the edition before?", "", typed.changed,
                    page.problems);
    fields += lines("changed_why", "Why?", "", typed.changed_why, page.problems);
    fields += authority_field(page);
    fields += line("authorised_on", "On which day?", "For example 12 June 2026.",
                   typed.authorised_on, page.problems);
    fields += line("minute", "Where is that written down?", "For example minute 4.", typed.minute,
                   page.problems);
    return ui::problems_summary(page.problems) +
           pages::head({.title = "Change this edition",
                        .sentence = {},
                        .verbs = {},
                        .facts = {},
                        .caption = page.edition.title}) +
           form({.address = address(page.edition.id, "change"),
                 .token = page.form_token,
                 .version = typed.read.version,
                 .fields = fields,
                 .button = "Save this edition",
                 .back = address(page.edition.id)}) +
           part("over", "When it comes to nothing",
                html(R"(<p class="govuk-body">{}</p>
)",
                     link(address(page.edition.id, "withdraw"), "Withdraw this draft")));
}

Html section_view(const SectionPage& page) {
    auto fields = line("heading", "Heading", "", page.typed.heading, page.problems) +
                  lines("words", "Words", "An empty line begins another paragraph.",
                        page.typed.words, page.problems, 18) +
                  place_field(page);
    if (!page.is_new) fields += take_away_field("Take this section away", "The history keeps it.");
    const auto below = "sections/" + (page.is_new ? std::string("new") : page.typed.id.str());
    return ui::problems_summary(page.problems) +
           pages::head({.title = page.is_new ? "Add a section" : "Write this section",
                        .sentence = {},
                        .verbs = {},
                        .facts = {},
                        .caption = page.edition.title}) +
           form({.address = address(page.edition.id, below),
                 .token = page.form_token,
                 .version = page.edition.version,
                 .fields = fields,
                 .button = "Save this section",
                 .back = address(page.edition.id, "words")});
}

Html milestone_view(const MilestonePage& page) {
    auto fields =
        line("what", "What is to be done?", "", page.typed.what, page.problems) +
        line("target", "By when?", "As people say it: 12 June 2026, Spring 2027, quarterly.",
             page.typed.target, page.problems) +
        line("done_on", "Done on which day?", "Empty while it is not done.", page.done_on,
             page.problems) +
        lines("note", "Note", "", page.typed.note, page.problems, 3);
    if (!page.is_new)
        fields += take_away_field("Take this milestone away", "The history keeps it.");
    const auto below = "milestones/" + (page.is_new ? std::string("new") : page.typed.id.str());
    return ui::problems_summary(page.problems) +
           pages::head({.title = page.is_new ? "Add a milestone" : "Change this milestone",
                        .sentence = {},
                        .verbs = {},
                        .facts = {},
                        .caption = page.edition.title}) +
           form({.address = address(page.edition.id, below),
                 .token = page.form_token,
                 .version = page.edition.version,
                 .fields = fields,
                 .button = "Save this milestone",
                 .back = address(page.edition.id)});
}

Html consultation_view(const ConsultationPage& page) {
    const auto& typed = page.typed;
    auto fields =
        line("whom", "Whom did you ask?", "", typed.whom, page.problems) + kind_field(page) +
        line("when", "When?", "For example spring 2026.", typed.when, page.problems) +
        lines("how", "How?", "A meeting, a survey, a workshop.", typed.how, page.problems, 3) +
        lines("said", "What did they say?", "Empty until they answer.", typed.said, page.problems) +
        lines("came_of_it", "What changed because of it?", "Or why nothing did.", typed.came_of_it,
              page.problems);
    if (!page.is_new) fields += take_away_field("Take this line away", "The history keeps it.");
    const auto below = "consultation/" + (page.is_new ? std::string("new") : page.typed.id.str());
    return ui::problems_summary(page.problems) +
           pages::head(
               {.title = page.is_new ? "Add somebody who was asked" : "Change what was asked",
                .sentence = {},
                .verbs = {},
                .facts = {},
                .caption = page.edition.title}) +
           form({.address = address(page.edition.id, below),
                 .token = page.form_token,
                 .version = page.edition.version,
                 .fields = fields,
                 .button = "Save this line",
                 .back = address(page.edition.id)});
}

Html check_view(const CheckPage& page) {
    const auto caution = clocks::caution(page.content->certainty);
    const auto fields =
        judged_field(page) + lines("words", "Where, or why not?",
                                   "A section, a page or an address; or the reason.", page.words,
                                   page.problems, 3);
    return ui::problems_summary(page.problems) +
           pages::head({.title = std::string(page.content->heading),
                        .sentence = escaped(page.content->asks),
                        .verbs = {},
                        .facts = {html("{}, {}{}{}", page.content->guidance, page.content->clause,
                                       caution.empty() ? "" : ". ", caution)},
                        .caption = page.edition.title}) +
           form(
               {.address = address(page.edition.id, fmt::format("checklist/{}", page.content->key)),
                .token = page.form_token,
                .version = page.edition.version,
                .fields = fields,
                .button = "Save this judgement",
                .back = address(page.edition.id, "checklist")});
}

} // namespace openmasa::masa
