#include "plan/recommendations/views.hpp"
#include "core/terms/tags.hpp"
#include "core/thread/drawing.hpp"
#include "kernel/target_date.hpp"
#include "kernel/text.hpp"
#include "plan/owner_link.hpp"
#include "plan/recommendation_content.hpp"
#include "plan/recommendations/thread.hpp"
#include "web/pages/layout.hpp"
#include "web/pages/pieces.hpp"
#include "web/ui/button.hpp"
#include "web/ui/inset_text.hpp"
#include "web/ui/table.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::recommendations {
namespace {

// --- head ---------------------------------------------------------------------------------------

/// The step that leads on towards what is wanted, where this person may take it.
const OpenMove* onward(const RecommendationPage& page) {
    const auto leads_on = [](const OpenMove& move) {
        return move.row->move == Move::accept || move.row->move == Move::start ||
               move.row->move == Move::complete || move.row->move == Move::test ||
               move.row->move == Move::embed;
    };
    const auto found = std::ranges::find_if(page.moves, leads_on);
    return found == page.moves.end() ? nullptr : &*found;
}

std::string move_address(const RecommendationPage& page, const OpenMove& move) {
    return address_of(page.whole.it.id, "moves/" + std::string(to_text(move.row->move)));
}

Html verbs(const RecommendationPage& page) {
    const auto& it = page.whole.it;
    if (it.withdrawn) return {};
    Html both;
    const auto* move = onward(page);
    if (page.may_keep)
        both += ui::button({.text = "Change",
                            .href = address_of(it.id, "change"),
                            .classes = "govuk-button--secondary"});
    if (page.may_answer && !it.joined_to && is_outstanding(it.state))
        both +=
            ui::button({.text = "Add evidence",
                        .href = address_of(it.id, "evidence"),
                        .classes = move && !move->is_blocked() ? "govuk-button--secondary" : ""});
    if (move && !move->is_blocked())
        both += ui::button(
            {.text = std::string(spoken(move->row->move)), .href = move_address(page, *move)});
    return both;
}

Html tag_names(const RecommendationPage& page) {
    std::vector<std::string> names;
    for (const auto& kind : terms::tag_kinds)
        for (const auto* term : terms::terms_in(*page.terms, page.whole.it.tags, kind.kind))
            names.push_back(term->name);
    return when(!names.empty(), html("{}", join(names, ", ")));
}

Html led_by(const Recommendation& it) {
    if (it.owner && it.lead_name)
        return html("Led by <b>{}</b>, {}", plan::owner_link(*it.owner, it.owner_name.value_or("")),
                    *it.lead_name);
    if (it.owner)
        return html("Led by <b>{}</b>", plan::owner_link(*it.owner, it.owner_name.value_or("")));
    if (it.lead_name) return html("Led by <b>{}</b>", *it.lead_name);
    return html("Nobody leads it");
}

bool is_late(const RecommendationPage& page) {
    const auto& it = page.whole.it;
    return (it.state == State::accepted || it.state == State::in_progress) && it.due &&
           *it.due < page.today && !it.joined_to;
}

Html due_by(const RecommendationPage& page) {
    const auto& it = page.whole.it;
    if (it.due_words.empty()) return html("No date");
    const auto read = understand_date(it.due_words);
    if (read.kind == TargetDate::Kind::unknown)
        return html("By <b>{}</b>, {}", it.due_words, pages::missing("which is no date"));
    const auto days = it.due ? (page.today - *it.due).count() : 0;
    const bool is_plain = read.kind == TargetDate::Kind::day;
    return html(
        "By <b>{}</b>{}{}", it.due_words,
        when(!is_plain,
             html(R"( <span class="om-quiet">(understood as {})</span>)", openmasa::meaning(read))),
        is_late(page) ? html(", {}", pages::missing(counted(days, "day") + " late")) : Html());
}

std::vector<Html> facts(const RecommendationPage& page) {
    const auto& it = page.whole.it;
    const auto home = filed_under(it);
    std::vector<Html> all{html("<b>{}</b>", it.reference), state_tag(it.state),
                          home.empty() ? html("Not filed yet")
                                       : html("Filed under <b>{}</b>", home),
                          led_by(it), due_by(page)};
    if (it.kind) all.insert(all.begin() + 3, html("{}", spoken(*it.kind)));
    if (auto tags = tag_names(page); !tags.empty()) all.push_back(std::move(tags));
    return all;
}

// --- what stands in the way
// -----------------------------------------------------------------------

Html stands_with(const RecommendationPage& page) {
    const auto& it = page.whole.it;
    if (!page.stands_with) return {};
    const auto why = it.joined_why.empty() ? std::string() : " " + it.joined_why;
    return ui::inset_text(
        {.text = html("It stands with {} since {}.{} It is followed there. {}",
                      pages::link(address_of(page.stands_with->id),
                                  page.stands_with->reference + " " + page.stands_with->title),
                      it.joined_on ? openmasa::spoken(*it.joined_on) : "", why,
                      when(page.may_keep, pages::link(address_of(it.id, "part"), "Part it")))});
}

Html superseded(const RecommendationPage& page) {
    if (!page.superseded_by) return {};
    return ui::inset_text(
        {.text = html("{} took its place.", pages::link(address_of(page.superseded_by->id),
                                                        page.superseded_by->reference + " " +
                                                            page.superseded_by->title))});
}

Html withdrawn(const Recommendation& it) {
    if (!it.withdrawn) return {};
    return ui::inset_text({.text = html("It was withdrawn: {}", it.withdrawn_why)});
}

Html missing_view(const RecommendationPage& page) {
    const auto* move = onward(page);
    if (!move || move->missing.empty()) return {};
    Html items;
    for (const auto& one : move->missing)
        append(items, "<li>{}</li>\n", pages::link(one.href, page.words.say(one.words)));
    return html(
        R"(<section class="om-missing" aria-labelledby="missing"><h2 id="missing">Before it can be “{}”</h2>
<ul>
{}</ul></section>
)",
        lower(spoken(move->row->to)), items);
}

/// The other steps, quietly.
Html other_moves(const RecommendationPage& page) {
    Html items;
    for (const auto& move : page.moves)
        if (&move != onward(page))
            append(items, "<li>{}</li>",
                   pages::link(move_address(page, move), spoken(move.row->move)));
    if (page.may_keep && page.whole.it.state == State::proposed && !page.whole.it.withdrawn)
        append(items, "<li>{}</li>",
               pages::link(address_of(page.whole.it.id, "withdraw"), "Withdraw it"));
    append(items, "<li>{}</li>",
           pages::link("/recommendations/moves", "How a recommendation moves"));
    return html(R"(<ul class="om-links">{}</ul>
)",
                items);
}

// --- actions and evidence
// -------------------------------------------------------------------------

Html actions_section(const RecommendationPage& page) {
    ui::Table table{.caption = "Actions by which it is carried out",
                    .caption_classes = "govuk-visually-hidden",
                    .head = {{.text = "Action"}, {.text = "Status"}},
                    .first_cell_is_header = true,
                    .classes = "om-stack"};
    for (const auto& action : page.whole.actions)
        table.rows.push_back({{.text = pages::link("/actions/" + action.action.str(),
                                                   action.reference + " " + action.title)},
                              {.text = escaped(plan::spoken(action.status))}});
    if (page.whole.it.joined_to && table.rows.empty()) return {}; // it is followed there
    const auto link = when(page.may_answer && !page.whole.it.withdrawn && !page.whole.it.joined_to,
                           html(R"(<p class="govuk-body">{}</p>
)",
                                pages::link(address_of(page.whole.it.id, "actions"),
                                            table.rows.empty() ? "Link the actions that carry it "
                                                                 "out"
                                                               : "Link or unlink actions")));
    return pages::section(
        "actions", "Actions",
        (table.rows.empty() ? pages::quiet("No action carries it out yet.") : ui::table(table)) +
            link);
}

Html evidence_words(const Evidence& one) {
    if (one.link.empty()) return escaped_lines(one.words);
    return html("{}<br>{}", escaped_lines(one.words), pages::link(one.link, "Where it is"));
}

Html evidence_section(const RecommendationPage& page, Shows shows, std::string_view id,
                      std::string_view title, std::string_view none) {
    ui::Table table{
        .caption = html("{}", title),
        .caption_classes = "govuk-visually-hidden",
        .head = {{.text = "How it is known"}, {.text = "What it shows"}, {.text = "Day"}},
        .first_cell_is_header = true,
        .classes = "om-stack"};
    // Before it is decided about nobody expects any.
    const bool is_expected =
        is_outstanding(page.whole.it.state) || page.whole.it.state == State::embedded;
    for (const auto& one : page.whole.evidence)
        if (one.shows == shows)
            table.rows.push_back(
                {{.text = escaped(spoken(one.kind))},
                 {.text = evidence_words(one)},
                 {.text = escaped(openmasa::spoken(one.on)), .classes = "om-nowrap"}});
    if (table.rows.empty() && (!is_expected || page.whole.it.joined_to)) return {};
    const auto link =
        when(page.may_answer && !page.whole.it.withdrawn && !page.whole.it.joined_to,
             html(R"(<p class="govuk-body">{}</p>
)",
                  pages::link(
                      address_of(page.whole.it.id, "evidence?shows=" + std::string(to_text(shows))),
                      shows == Shows::impact ? "Add evidence of impact"
                                             : "Add evidence that it was done")));
    return pages::section(id, title,
                          (table.rows.empty() ? pages::quiet(none) : ui::table(table)) + link);
}

/// What is seldom done with the record as such.
Html record_links(const RecommendationPage& page) {
    const auto below = "recommendation/" + page.whole.it.id.str();
    Html items =
        html("<li>{}</li>", pages::link("/history/" + below, "Versions of this recommendation"));
    const auto add = [&](bool may, const std::string& href, std::string_view words) {
        if (may) append(items, "<li>{}</li>", pages::link(href, words));
    };
    add(page.may_keep && page.whole.it.withdrawn, "/history/" + below + "/standing",
        "Bring back this recommendation");
    add(!page.restrict_path.empty(), page.restrict_path, "Restrict who may read this");
    add(page.may_keep, "/retention/hold/" + below, "Put this recommendation on legal hold");
    return html(R"(<ul class="om-links om-section">{}</ul>
)",
                items);
}

Html below(const RecommendationPage& page) {
    return evidence_section(page, Shows::completion, "done", "What shows that it was done",
                            "Nothing yet.") +
           evidence_section(page, Shows::impact, "impact", "What changed for children",
                            "Nothing yet: complete is not the end.") +
           moves_section(page) + clocks::section_view(page.clocks) + page.comments +
           changes_section(page) + record_links(page);
}

} // namespace

std::string address_of(const RecommendationId& id, std::string_view below) {
    return fmt::format("/recommendations/{}{}{}", id.view(), below.empty() ? "" : "/", below);
}

std::string called(const Recommendation& it) {
    return it.reference + ": " + it.title;
}

std::string filed_under(const Recommendation& it) {
    if (!it.home) return {};
    if (*it.home == Home::priority) return it.priority_name;
    return it.home_words.empty() ? "other" : it.home_words;
}

Html recommendation_view(const RecommendationPage& page) {
    const auto head = pages::head({.title = page.whole.it.title,
                                   .sentence = {},
                                   .verbs = verbs(page),
                                   .facts = facts(page),
                                   .caption = "Recommendation"});
    const auto thread =
        pages::section("thread", "The golden thread",
                       thread::thread_view(thread_of(page)) +
                           html(R"(<p class="govuk-body">{}</p>
)",
                                pages::link("/thread/recommendation/" + page.whole.it.id.str(),
                                            "All of the thread, with what people linked")));
    return head + page.restriction + withdrawn(page.whole.it) + stands_with(page) +
           superseded(page) + path_view(page) + missing_view(page) + other_moves(page) + thread +
           sources_section(page) + responses::section_view(page.answers, page.words) +
           actions_section(page) + below(page);
}

Html list_view(const ListPage& page) {
    const auto said = when(
        page.outstanding + page.waiting > 0,
        html("{} outstanding{}, {} late. {} for a decision. First come those that moved last.",
             page.outstanding, page.is_past ? " on that day" : "", page.late,
             page.waiting == 1 ? std::string("1 waits") : std::to_string(page.waiting) + " wait"));
    const auto verbs =
        when(page.may_keep,
             ui::button({.text = "Import recommendations",
                         .href = "/recommendations/import",
                         .classes = "govuk-button--secondary"}) +
                 ui::button({.text = "Add a recommendation", .href = "/recommendations/add"}));
    return pages::head({.title = "Recommendations",
                        .sentence = said,
                        .verbs = verbs,
                        .facts = {},
                        .caption = {}}) +
           html(R"(<ul class="om-links">{}</ul>
)",
                page.links) +
           page.list;
}

} // namespace openmasa::recommendations
