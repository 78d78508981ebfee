#include "plan/home/views.hpp"
#include "plan/home/rules.hpp"
#include "plan/owner_link.hpp"
#include "plan/tally_views.hpp"
#include "web/pages/layout.hpp"
#include "web/ui/button.hpp"

namespace openmasa::home {
namespace {

Html need_view(const Need& need);
Html rest(const Home& home, const Needs& needs);
Html owed_by_own(const Home& home);
Html no_plan_view(const Home& home, const terms::Words& words);

} // namespace

Html home_view(const Home& home, const terms::Words& words) {
    const auto needs = needs_of(home);
    auto top = html(R"(<div class="om-cols"><div>{}{}{}</div></div>
)",
                    needs_view(needs, home.today), rest(home, needs), owed_by_own(home));
    if (home.plans.empty()) return top + no_plan_view(home, words);
    return html(R"({}{}<div class="om-cols om-section">{}{}</div>
)",
                top, doing_view(home), changes_view(home), breaks_view(home));
}

Html without_role_view(std::string_view known_as, std::string_view partnership,
                       const terms::Words& words) {
    return pages::head({.title = "No role has been given to you yet",
                        .sentence = html("You are signed in as {}. Until you have a role there is "
                                         "nothing here that you may see.",
                                         known_as)}) +
           html(
               R"(<p class="govuk-body om-measure">Ask the {} of {}. Tell them whether you update actions for {} or a group, or only read the {}, and which e-mail address you signed in with.</p>
<p class="govuk-body om-measure">Once they have given you a role, load this page again.</p>
)",
               words.one(terms::Word::business_unit), partnership,
               words.with_article(terms::Word::agency), words.one(terms::Word::plan));
}

Html needs_view(const Needs& needs, Day today) {
    Html items;
    for (const auto& need : needs.items) items += need_view(need);
    return html(R"({}{})",
                pages::head({.title = needs.heading,
                             .sentence = escaped(needs.summary),
                             .caption = spoken_with_weekday(today)}),
                when(!needs.items.empty(), html(R"(<ol class="om-needs">
{}</ol>
)",
                                                items)));
}

namespace {

Html need_view(const Need& need) {
    return html(
        R"(<li class="om-needs__item"><h2 class="om-needs__what"><a class="govuk-link govuk-link--no-visited-state" href="{}">{}</a></h2><p class="om-needs__why">{}</p>{}</li>
)",
        need.href, need.what, need.why,
        when(!need.when.empty(),
             html(R"(<p class="om-needs__when"><b{}>{}</b> {}</p>)",
                  when(need.is_late, html(R"( class="om-late")")), need.when, need.since)));
}

Html rest(const Home& home, const Needs& needs) {
    const bool is_for_reader = !home.reader.owns_actions && !home.reader.runs_the_plan;
    if (needs.items.empty() || is_for_reader || needs.items.back().leads_to_more) return {};
    return html(R"(<p class="om-needs__rest">Nothing else waits for you.</p>
)");
}

/// "All that Norfolk Constabulary owes": a line for each of the reader's own.
Html owed_by_own(const Home& home) {
    Html items;
    for (const auto& owner : home.acts_for)
        append(items, R"(<li>All that {} owes</li>
)",
               plan::owner_link(owner.id, owner.name));
    if (items.empty()) return {};
    return html(R"(<ul class="govuk-list om-own">
{}</ul>
)",
                items);
}

Html no_plan_view(const Home& home, const terms::Words& words) {
    if (!home.reader.runs_the_plan)
        return html(
            R"(<section class="om-section"><p class="govuk-body">No {} has been saved yet. The {} brings it in from Word; it will then stand here.</p></section>
)",
            words.one(terms::Word::plan), words.one(terms::Word::business_unit));
    return html(
        R"(<section class="om-section"><p class="govuk-body om-measure">No {} has been saved yet. Bring in the published one as it is: you see how it is understood before anything is saved.</p>{}</section>
)",
        words.one(terms::Word::plan),
        ui::button({.text = words.say("Import [a plan] from Word"), .href = "/plans/import"}));
}

} // namespace

Html known_view(const std::vector<FirstPageFact>& facts) {
    Html items;
    for (const auto& fact : facts)
        items += need_view({.href = fact.href, .what = fact.what, .why = fact.why});
    return when(
        !items.empty(),
        html(
            R"(<section class="om-section" aria-labelledby="known"><h2 class="govuk-heading-m" id="known">For you to know</h2>
<ol class="om-needs">
{}</ol></section>
)",
            items));
}

} // namespace openmasa::home
