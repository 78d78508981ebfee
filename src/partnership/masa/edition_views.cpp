#include "partnership/masa/edition_views.hpp"
#include "kernel/target_date.hpp"
#include "kernel/text.hpp"
#include "partnership/masa/comment_views.hpp"
#include "partnership/masa/form_frame.hpp"
#include "partnership/masa_store.hpp"
#include "web/ui/button.hpp"
#include "web/ui/details.hpp"
#include "web/ui/marks.hpp"
#include "web/ui/summary_list.hpp"
#include "web/ui/table.hpp"
#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace openmasa::masa {
namespace {

using partnership::MilestoneStanding;

constexpr std::size_t most_missing = 8;

std::string below(const EditionPage& page, std::string_view where) {
    return address(page.edition.id, where);
}

// --- the head -----------------------------------------------------------------------------------

std::string checklist_words(const EditionPage& page) {
    const auto all = partnership::required_contents(guidance_day(page.edition, page.today)).size();
    const auto open = partnership::missing_contents(page.edition, page.today).size();
    return fmt::format("{} of {} things that guidance asks for are met or explained.", all - open,
                       all);
}

std::string sentence(const EditionPage& page) {
    const auto& edition = page.edition;
    switch (edition.stage) {
    case MasaStage::draft:
    case MasaStage::consultation: return checklist_words(page);
    case MasaStage::sign_off:
        return page.sign_offs.empty() ? ""
                                      : next_in_words(page.sign_offs.front(), page.holders) + ".";
    case MasaStage::signed_by_all:
        return fmt::format("Everybody has signed it. It is to be published ({}). {}",
                           partnership::publication_clause,
                           clocks::caution(partnership::publication_certainty));
    case MasaStage::published:
        return fmt::format("Published on {}; it is in force.", spoken(*edition.published_on));
    case MasaStage::superseded:
        return fmt::format("Published on {}, superseded on {}.", spoken(*edition.published_on),
                           spoken(*edition.superseded_on));
    case MasaStage::withdrawn: return "It came to nothing: " + edition.withdrawn_why;
    }
    return {};
}

Html button(const EditionPage& page, std::string text, std::string_view where,
            bool is_second = false) {
    return ui::button({.text = std::move(text),
                       .href = below(page, where),
                       .classes = is_second ? "govuk-button--secondary" : ""});
}

Html verbs_of_maker(const EditionPage& page) {
    switch (page.edition.stage) {
    case MasaStage::draft:
    case MasaStage::consultation:
        return button(page, "Change", "change", true) +
               button(page, "Put it for signature", "offer");
    case MasaStage::sign_off: return button(page, "Take it back", "take-back", true);
    case MasaStage::signed_by_all:
        return button(page, "Take it back", "take-back", true) + button(page, "Publish", "publish");
    case MasaStage::published: return button(page, "Correct", "correct", true);
    case MasaStage::superseded:
    case MasaStage::withdrawn: return {};
    }
    return {};
}

Html verbs(const EditionPage& page) {
    Html made;
    if (page.may_change) made += verbs_of_maker(page);
    if (page.may_sign) made += button(page, "Read and sign", "sign");
    if (page.edition.published_on) made += button(page, "Read what is published", "published");
    return made;
}

/// Draft, consultation, signatures, signed, published.
Html path(const EditionPage& page) {
    constexpr std::array stages = {MasaStage::draft, MasaStage::consultation, MasaStage::sign_off,
                                   MasaStage::signed_by_all, MasaStage::published};
    const auto stage = page.edition.stage;
    if (stage == MasaStage::withdrawn || stage == MasaStage::superseded) return {};
    Html steps;
    for (const auto one : stages) {
        const bool is_now = one == stage;
        append(steps, R"(<li class="om-path__step{}"{}><b>{}</b></li>
)",
               is_now ? " om-path__step--now" : (one < stage ? " om-path__step--past" : ""),
               when(is_now, html(R"( aria-current="step")")), spoken(one));
    }
    return html(R"(<ol class="om-path">
{}</ol>
)",
                steps);
}

Html missing(const EditionPage& page) {
    if (page.missing.empty()) return {};
    Html items;
    for (const auto& one : page.missing) {
        if (&one - page.missing.data() == std::ptrdiff_t{most_missing}) break;
        append(items, "<li>{}</li>\n",
               page.may_change && !one.below.empty() ? link(below(page, one.below), one.words)
                                                     : escaped(one.words));
    }
    if (page.missing.size() > most_missing) {
        const auto more = fmt::format("And {} more", page.missing.size() - most_missing);
        append(items, "<li>{}</li>\n",
               page.may_change ? link(below(page, "offer"), more) : escaped(more));
    }
    return html(
        R"(<section class="om-missing" aria-labelledby="missing"><h2 id="missing">Before it can be signed</h2><ul>
{}</ul></section>
)",
        items);
}

Html begin_consultation(const EditionPage& page) {
    if (!page.may_change || page.edition.stage != MasaStage::draft) return {};
    return html(R"(<p class="govuk-body">Only those who make it and who answer for it read a )"
                R"(draft. Out for consultation, everybody with a role reads it.</p>
)") + form({.address = below(page, "consult"),
            .token = page.form_token,
            .version = page.edition.version,
            .button = "Begin the consultation",
            .is_second = true});
}

Html facts(const EditionPage& page) {
    const auto& edition = page.edition;
    ui::SummaryList list;
    const auto add = [&](std::string_view key, const Html& value) {
        if (!value.empty()) list.rows.push_back({.key = key, .value = value});
    };
    add("Area", escaped(edition.area));
    if (edition.follows)
        add("Follows", html("{} ({})", link(address(*edition.follows), page.follows_title),
                            link(below(page, "compared"), "what differs")));
    add("What changed", escaped_lines(edition.changed));
    add("Why", escaped_lines(edition.changed_why));
    if (edition.authorised_by)
        add("Authorised by",
            html("{}{}{}", edition.authorised_name.value_or(""),
                 edition.authorised_on ? ", " + spoken(*edition.authorised_on) : "",
                 edition.authorised_minute.empty() ? "" : ", " + edition.authorised_minute));
    if (was_brought_in(edition))
        add("Signed by", html("{}<br><span class=\"om-quiet\">Brought in: signed outside this "
                              "program.</span>",
                              edition.signed_elsewhere));
    if (is_alive(edition))
        add("Required contents",
            html("{} {}", checklist_words(page), link(below(page, "checklist"), "The checklist")));
    return ui::summary_list(list);
}

// --- its parts ----------------------------------------------------------------------------------

Html words(const EditionPage& page) {
    Html items;
    int number = 0;
    for (const auto& section : page.edition.sections) {
        const auto where = fmt::format("{}#s{}", below(page, "words"), ++number);
        append(items, "<li>{}{}</li>\n", link(where, section.heading),
               when(trimmed(section.words).empty(),
                    html(R"( <span class="om-ev--missing">No words yet</span>)")));
    }
    for (const auto& file : page.files)
        append(items, "<li>{} <span class=\"om-quiet\">{}</span></li>\n",
               link(below(page, "files/" + file.id.str()), file.name), spoken_facts(file));
    return part("words", "Words",
                when(!items.empty(), html(R"(<ol class="govuk-list govuk-list--number">
{}</ol>
)",
                                          items)) +
                    html(R"(<p class="govuk-body">{}</p>
)",
                         link(below(page, "words"), page.may_change && is_open(page.edition)
                                                        ? "Read and write the words"
                                                        : "Read the words")));
}

Html standing_cell(const partnership::MasaMilestone& milestone, const EditionPage& page) {
    const auto agreed = page.edition.published_on.value_or(page.today);
    switch (partnership::standing(milestone, agreed, page.today)) {
    case MilestoneStanding::done:
        return html(R"({}<span class="om-plan__meta">{}</span>)",
                    ui::standing_tag(ui::Standing::done), spoken(*milestone.done_on));
    case MilestoneStanding::late: return ui::standing_tag(ui::Standing::late);
    case MilestoneStanding::soon: return html("Due soon");
    case MilestoneStanding::later: return html(R"(<span class="om-quiet">To come</span>)");
    case MilestoneStanding::undated:
        return understand_date(milestone.target).kind == TargetDate::Kind::unknown
                   ? html(R"(<span class="om-ev--missing">No date</span>)")
                   : html(R"(<span class="om-quiet">No end</span>)");
    }
    return {};
}

Html milestones(const EditionPage& page) {
    ui::Table table{.caption = "Milestones",
                    .caption_classes = "govuk-visually-hidden",
                    .head = {{.text = "What"}, {.text = "By when"}, {.text = "How it stands"}},
                    .first_cell_is_header = true,
                    .classes = "om-stack"};
    for (const auto& one : page.edition.milestones)
        table.rows.push_back(
            {{.text = html(R"({}{})",
                           page.may_change && takes_notes(page.edition)
                               ? link(below(page, "milestones/" + one.id.str()), one.what)
                               : escaped(one.what),
                           when(!one.note.empty(), html(R"(<span class="om-plan__meta">{}</span>)",
                                                        escaped_lines(one.note))))},
             {.text = html(R"({}<span class="om-plan__means">{}</span>)", one.target,
                           meaning(understand_date(one.target)))},
             {.text = standing_cell(one, page)}});
    const auto add = when(page.may_change && takes_notes(page.edition),
                          html(R"(<p class="govuk-body">{}</p>
)",
                               link(below(page, "milestones/new"), "Add a milestone")));
    return part("milestones", "Milestones",
                (table.rows.empty() ? html(R"(<p class="govuk-body om-quiet">None yet.</p>
)")
                                    : ui::table(table)) +
                    add);
}

/// Comments stand in the log with what was asked of others, each with what came of it.
void add_comments(const EditionPage& page, ui::Table& table) {
    const bool may_answer = page.may_change && is_open(page.edition);
    for (const auto& one : page.comments) {
        if (one.state == Comment::State::withdrawn) continue;
        const auto answer = may_answer ? below(page, "comments/" + one.id.str()) : std::string();
        table.rows.push_back({{.text = html(R"({}<span class="om-plan__meta">{}</span>)",
                                            one.known_as, where_and_when(one))},
                              {.text = escaped_lines(one.words)},
                              {.text = comment_outcome(one, answer)}});
    }
}

Html how_to_comment(const EditionPage& page) {
    if (!takes_comments(page.edition) && page.comments.empty()) return {};
    const auto comment = html(R"(<p class="govuk-body">Say what you think of a section: {}.</p>
)",
                              link(below(page, "words"), "comment on the words"));
    const auto read =
        html(R"(<p class="govuk-body">{}</p>
)",
             link(below(page, "comments"),
                  fmt::format("{} by section", counted(std::ssize(page.comments), "comment"))));
    return when(takes_comments(page.edition), comment) + when(!page.comments.empty(), read);
}

Html consultation(const EditionPage& page) {
    const bool may_write = page.may_change && takes_consultation(page.edition);
    ui::Table table{.caption = "Whom the partnership asked",
                    .caption_classes = "govuk-visually-hidden",
                    .head = {{.text = "Whom, when and how"},
                             {.text = "What they said"},
                             {.text = "What came of it"}},
                    .first_cell_is_header = true,
                    .classes = "om-stack"};
    for (const auto& one : page.edition.consultation)
        table.rows.push_back(
            {{.text = html(R"({}<span class="om-plan__meta">{}, {}. {}</span>)",
                           may_write ? link(below(page, "consultation/" + one.id.str()), one.whom)
                                     : escaped(one.whom),
                           spoken(one.kind), one.when, one.how)},
             {.text = one.said.empty() ? html(R"(<span class="om-quiet">No answer yet.</span>)")
                                       : escaped_lines(one.said)},
             {.text = one.came_of_it.empty()
                          ? html(R"(<span class="om-ev--missing">Not said yet</span>)")
                          : escaped_lines(one.came_of_it)}});
    add_comments(page, table);
    const auto add =
        when(may_write, html(R"(<p class="govuk-body">{}</p>
)",
                             link(below(page, "consultation/new"), "Add somebody who was asked")));
    return part("consultation", "Consultation",
                (table.rows.empty() ? html(R"(<p class="govuk-body om-quiet">Nobody yet.</p>
)")
                                    : ui::table(table)) +
                    how_to_comment(page) + add + begin_consultation(page));
}

Html signatures(const EditionPage& page) {
    if (page.sign_offs.empty()) return {};
    Html earlier;
    for (std::size_t at = 1; at < page.sign_offs.size(); ++at)
        append(earlier, R"(<h3 class="govuk-heading-s">Version {}</h3>
{})",
               page.sign_offs[at].document.version, signatures_view(page.sign_offs[at], {}));
    return part(
        "signatures", "Signatures",
        signatures_view(page.sign_offs.front(), page.holders) +
            when(!earlier.empty(), ui::details({.summary = "Earlier versions", .text = earlier})));
}

Html publications(const EditionPage& page) {
    Html items;
    for (auto one = page.edition.publications.rbegin(); one != page.edition.publications.rend();
         ++one)
        append(items, "<li>{}{}</li>\n",
               link(fmt::format("{}/{}", below(page, "published"), one->number),
                    fmt::format("{} on {}", one->number == 1 ? "Published" : "Corrected",
                                spoken(one->published_on))),
               one->corrected.empty() ? "" : ": " + one->corrected);
    return when(!items.empty(), part("publications", "Published",
                                     html(R"(<ul class="govuk-list">
{}</ul>
)",
                                          items)));
}

// --- its history --------------------------------------------------------------------------------

std::string what_changed(const history::Version& newer, const history::Version* older) {
    if (!older) return "began it";
    std::vector<std::string> labels;
    for (const auto& one :
         history::differences(partnership::masa_fields(), older->content, newer.content))
        labels.push_back(one.label);
    constexpr std::size_t most = 4;
    const auto more = labels.size() > most ? labels.size() - most : 0;
    if (more) labels.resize(most);
    return labels.empty()
               ? "saved it as it was"
               : "changed " + join(labels, "; ") + (more ? fmt::format(" and {} more", more) : "");
}

Html every_change(const EditionPage& page) {
    Html items;
    for (std::size_t at = 0; at < page.versions.size(); ++at) {
        const auto& one = page.versions[at];
        append(items, R"(<li><b class="om-strong">{}</b>, {}: {}</li>
)",
               spoken(one.at), one.who,
               what_changed(one, at + 1 < page.versions.size() ? &page.versions[at + 1] : nullptr));
    }
    return when(!items.empty(), ui::details({.summary = "Every change",
                                             .text = html(R"(<ul class="govuk-list">
{}</ul>
)",
                                                          items)}));
}

} // namespace

Html edition_view(const EditionPage& page) {
    return pages::head({.title = page.edition.title,
                        .sentence = escaped(sentence(page)),
                        .verbs = verbs(page),
                        .facts = {},
                        .caption = std::string(spoken(page.edition.stage))}) +
           path(page) + missing(page) + facts(page) + publications(page) + signatures(page) +
           words(page) + milestones(page) + consultation(page) + page.thread +
           clocks::section_view(page.clocks) + part("history", "History", every_change(page));
}

} // namespace openmasa::masa
