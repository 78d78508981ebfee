#include "plan/editions/follows_views.hpp"
#include "kernel/london_time.hpp"
#include "kernel/text.hpp"
#include "plan/editions/rules.hpp"
#include "plan/rules.hpp"
#include "plan/succession.hpp"
#include "web/pages/layout.hpp"
#include "web/ui/button.hpp"
#include "web/ui/details.hpp"
#include "web/ui/field.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::editions {
namespace {

using plan::Action;
using plan::Section;

constexpr std::string_view newer_list = "newer-actions";

// Which edition.

std::vector<ui::Choice> choices_of(const ChooseBeforePage& page) {
    std::vector<ui::Choice> items;
    for (const auto& plan : page.plans)
        items.push_back(
            {.text = plan.title,
             .value = plan.id.str(),
             .hint = {.text = plan.period.empty()
                                  ? std::string(spoken(plan.type))
                                  : fmt::format("{}, {}", spoken(plan.type), plan.period)}});
    items.push_back({.text = "None: it follows no edition", .value = "none"});
    return items;
}

Html leave_link(const plan::PlanId& plan) {
    return html(R"(<a class="govuk-link" href="/plans/{}/editions">Leave it as it is</a>)", plan);
}

} // namespace

Html choose_before_view(const ChooseBeforePage& page) {
    const auto follows = page.plan.follows ? page.plan.follows->str() : std::string("none");
    return pages::head({.title = "Which edition does it follow?",
                        .sentence = html("What goes on from one edition to the next is then "
                                         "counted once, and the two can be compared."),
                        .caption = page.plan.title}) +
           html(
               R"(<form class="om-form" action="/plans/{}/follows" method="get" novalidate>
{}<div class="om-form__acts">{}{}</div></form>
)",
               page.plan.id,
               ui::radios_field({.name = "before",
                                 .legend = "The edition before",
                                 .value = follows,
                                 .items = choices_of(page),
                                 .legend_classes = "govuk-fieldset__legend--s"}),
               ui::button({.text = "Look at the two"}), leave_link(page.plan.id));
}

namespace {

// What goes on as what.

std::string_view because_of(Because because) {
    switch (because) {
    case Because::said: return "As it was said before.";
    case Because::same_words: return "Proposed: the words are the same.";
    case Because::like_words: return "Proposed: the words have much in common.";
    case Because::nothing: break;
    }
    return "";
}

Html link_line(const LinkSaid& link) {
    return html(R"(<p class="om-next__news">Saved by {} at {}.<br>It goes on as <b>{}</b>{}.</p>
)",
                link.who, london_time(link.at), link.name, link.goes_on ? "" : " no longer");
}

/// What others saved of it, and of what goes on from it, since this form was opened.
Html news_of(const FollowsPage& page, std::string_view id) {
    const auto found = page.news.find(std::string(id));
    if (found == page.news.end()) return {};
    const auto& news = found->second;
    Html lines;
    if (news.is_new)
        append(lines, R"(<p class="om-next__news">New since you opened this page.</p>
)");
    if (news.changed) lines += plan::meanwhile_lines(page.words, *news.changed);
    if (!news.said.empty())
        append(lines, R"(<p class="om-next__news">{}</p>
)",
               news.said);
    for (const auto& link : news.links) lines += link_line(link);
    for (const auto& [name, other] : news.next)
        append(lines, R"(<div class="om-next__news"><b>{}</b>{}</div>
)",
               name, plan::meanwhile_lines(page.words, other));
    return lines;
}

Html priority_select(const FollowsPage& page, const Section& section) {
    const auto* pair = find_pair(page.typed, section.id);
    std::vector<ui::SelectItem> items{{.text = "Nothing: it ended with its edition", .value = ""}};
    for (const auto& one : page.now.sections)
        items.push_back({.text = one.name, .value = one.id.str()});
    return ui::select_field(
        {.name = field(goes_on_field, section.id.view()),
         .label = "It goes on as",
         .hint = std::string(because_of(pair ? pair->because : Because::nothing)),
         .value = pair && pair->now ? pair->now->str() : std::string(),
         .items = std::move(items),
         .label_classes = "govuk-label--s"},
        page.problems);
}

/// "As Keep the guidance up to date": the titles of what carries it on.
std::string titles_of(const FollowsPage& page, const FollowedAction& pair) {
    std::vector<std::string> unknown, titles;
    for (const auto* action : actions_called(page.now, pair.as, unknown))
        titles.push_back(fmt::format("\u201c{}\u201d", action->title));
    return join(titles, ", ");
}

Html as_input(const FollowsPage& page, const Action& action, const FollowedAction& pair) {
    const auto titles = titles_of(page, pair);
    const auto hint = titles.empty()
                          ? std::string("Empty: nothing carries it on.")
                          : one_line(fmt::format("{} {}", titles, because_of(pair.because)));
    return ui::text_field(
        {.name = field(as_field, action.id.view()),
         .label = html(R"(Carried on as<span class="govuk-visually-hidden"> for {}</span>)",
                       action.reference),
         .hint = hint,
         .value = pair.as,
         .classes = "govuk-input--width-10",
         .attributes = {{"list", std::string(newer_list)}}},
        page.problems);
}

/// Of one that is open: what became of it if nothing carries it on.
Html end_inputs(const FollowsPage& page, const Action& action, const FollowedAction& pair) {
    if (!plan::is_open(action.status)) return {};
    const auto hidden =
        html(R"(<span class="govuk-visually-hidden"> for {}</span>)", action.reference);
    return ui::text_field(
               {.name = field(left_why_field, action.id.view()),
                .label = html("If not, why it was left behind, or how it was done{}", hidden),
                .value = pair.why},
               page.problems) +
           ui::checkboxes_field({.name = field(done_field, action.id.view()),
                                 .values = pair.is_done ? std::vector<std::string>{"yes"}
                                                        : std::vector<std::string>{},
                                 .items = {{.text = html("It was done{}", hidden), .value = "yes"}},
                                 .classes = "govuk-checkboxes--small"},
                                page.problems);
}

Html action_part(const FollowsPage& page, const Action& action) {
    const auto* found = find_pair(page.typed, action.id);
    const auto pair = found ? *found : FollowedAction{.before = action.id};
    return html(R"(<div class="om-next__action"><h3 class="govuk-heading-s">{}</h3>
<p class="om-quiet">{}. {}. {}.</p>{}{}{}</div>
)",
                action.title, action.reference, action.owner_name.value_or("No owner"),
                spoken(action.status), news_of(page, action.id.view()),
                as_input(page, action, pair), end_inputs(page, action, pair));
}

/// A finished one that nothing carries on asks for nothing, unless somebody was there.
bool asks_for_nothing(const FollowsPage& page, const Action& action) {
    const auto* pair = find_pair(page.typed, action.id);
    const bool is_refused =
        std::ranges::count(page.problems, field(as_field, action.id.view()), &Problem::field) > 0;
    return !plan::is_open(action.status) && !is_refused && !page.news.contains(action.id.str()) &&
           (!pair || pair->as.empty());
}

/// Folded away, where somebody who knows better finds them.
Html finished_part(const FollowsPage& page, const Section& section) {
    Html actions;
    int count = 0;
    for (const auto& action : page.before->actions)
        if (action.section == section.id && asks_for_nothing(page, action)) {
            actions += action_part(page, action);
            ++count;
        }
    if (count == 0) return {};
    return ui::details(
        {.summary = fmt::format("{} done or stopped, and not carried on", counted(count, "action")),
         .text = std::move(actions)});
}

Html priority_part(const FollowsPage& page, const Section& section) {
    Html actions;
    for (const auto& action : page.before->actions)
        if (action.section == section.id && !asks_for_nothing(page, action))
            actions += action_part(page, action);
    actions += finished_part(page, section);
    return html(
        R"(<section class="om-section" aria-labelledby="s-{}"><h2 class="govuk-heading-m" id="s-{}">{}</h2>
{}{}{}</section>
)",
        section.id, section.id, section.name, news_of(page, section.id.view()),
        priority_select(page, section), actions);
}

Html newer_actions(const FollowsPage& page) {
    Html options;
    for (const auto& action : page.now.actions)
        append(options, "<option value=\"{}\">{}</option>\n", action.reference, action.title);
    return html("<datalist id=\"{}\">\n{}</datalist>\n", newer_list, options);
}

/// Of one of the two plans: which of them, above the form.
Html plan_news(const FollowsPage& page, const plan::Plan& plan) {
    const auto news = news_of(page, plan.id.view());
    return when(!news.empty(), html(R"(<h2 class="govuk-heading-s">{}</h2>
{})",
                                    plan.title, news));
}

/// The rows of which others saved something, each a link to its place in the long form.
Html where_news_stands(const FollowsPage& page) {
    if (!page.before || page.news.empty()) return {};
    Html links;
    const auto add = [&](const std::string& id, std::string_view anchor, std::string_view name) {
        if (page.news.contains(id))
            append(links, R"(<li><a class="govuk-link" href="#{}">{}</a></li>
)",
                   anchor, name);
    };
    for (const auto& section : page.before->sections)
        add(section.id.str(), "s-" + section.id.str(), section.name);
    for (const auto& action : page.before->actions)
        add(action.id.str(), field(as_field, action.id.view()),
            fmt::format("{} {}", action.reference, action.title));
    return when(
        !links.empty(),
        html(
            R"(<section class="om-section" aria-labelledby="news"><h2 class="govuk-heading-m" id="news">What others saved</h2>
<ul class="govuk-list">
{}</ul></section>
)",
            links));
}

Html form(const FollowsPage& page) {
    Html parts;
    if (page.before)
        for (const auto& section : page.before->sections) parts += priority_part(page, section);
    return html(
        R"(<form class="om-form om-next" action="/plans/{}/follows" method="post" novalidate>{}<input type="hidden" name="before" value="{}">
<input type="hidden" name="state" value="{}">
{}{}{}{}<div class="om-form__acts om-section">{}{}</div></form>
)",
        page.now.plan.id, page.form_token,
        page.before ? page.before->plan.id.str() : std::string("none"), page.typed.state,
        page.before ? plan_news(page, page.before->plan) : Html(), plan_news(page, page.now.plan),
        page.before ? newer_actions(page) : Html(), parts,
        ui::button({.text = page.before ? "Save what goes on" : "It follows no edition"}),
        leave_link(page.now.plan.id));
}

Html sentence(const FollowsPage& page) {
    if (!page.before)
        return html("Nothing of it will carry anything on, and what the edition before left "
                    "behind was not left. Nothing else changes.");
    return html(
        "It follows {}. Say of each {} and each action of that edition how it goes on here, "
        "or what became of it.",
        page.before->plan.title, page.words.one(terms::Word::priority));
}

} // namespace

Html follows_view(const FollowsPage& page) {
    return ui::problems_summary(page.problems) +
           pages::head({.title = page.before ? "What goes on from the edition before"
                                             : "It follows no edition",
                        .sentence = sentence(page),
                        .caption = page.now.plan.title}) +
           where_news_stands(page) + form(page);
}

} // namespace openmasa::editions
