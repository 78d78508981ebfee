#include "partnership/directory/views.hpp"
#include "core/documents/contact_card.hpp"
#include "kernel/text.hpp"
#include "partnership/directory/cards.hpp"
#include "partnership/tabs.hpp"
#include "web/http/percent.hpp"
#include "web/pages/layout.hpp"
#include "web/ui/button.hpp"
#include "web/ui/field.hpp"
#include "web/ui/summary_list.hpp"
#include <fmt/format.h>

namespace openmasa::directory {
namespace {

Html link(const std::string& href, std::string_view words) {
    return html(R"(<a class="govuk-link govuk-link--no-visited-state" href="{}">{}</a>)", href,
                words);
}

Html email_link(const Listed& person) {
    if (person.email.empty()) return {};
    return html(R"(<a class="govuk-link govuk-link--no-visited-state om-address" href="{}">{}</a>)",
                "mailto:" + http::percent_encoded(person.email), person.email);
}

Html telephone_link(const Listed& person) {
    if (person.telephone.empty()) return {};
    const auto address = documents::telephone_address(person.telephone);
    return address.empty() ? escaped(person.telephone) : link(address, person.telephone);
}

std::string page_of(const Listed& person) {
    return "/directory/people/" + person.id.str();
}

// --- what was found -----------------------------------------------------------------------------

/// E-mail and telephone, the one that they prefer first.
Html ways(const Listed& person) {
    auto first = email_link(person), second = telephone_link(person);
    if (person.prefers == Prefers::telephone) std::swap(first, second);
    if (first.empty() || second.empty()) {
        auto only = first + second;
        return only.empty() ? html(R"(<span class="om-quiet">No address</span>)") : only;
    }
    return html(R"(<span class="om-found__way">{}</span> <span class="om-found__way">{}</span>)",
                first, second);
}

Html post_words(const Listed& person) {
    Html items;
    for (auto post : person.posts) {
        if (post.agency == person.agency) post.agency_name.clear(); // stands above
        append(items, "<li>{}</li>", spoken(post));
    }
    return when(!items.empty(), html(R"(<ul class="om-found__posts">{}</ul>)", items));
}

Html found_person(const Listed& person) {
    return html(
        R"(<li class="om-found__one"><div><h3 class="om-found__name"><a class="govuk-link govuk-link--no-visited-state" href="{}">{}</a></h3>{}{}{}</div><p class="om-found__ways">{}</p></li>
)",
        page_of(person), person.name,
        when(!person.position.empty(), html(R"(<p class="om-quiet">{}</p>)", person.position)),
        post_words(person),
        when(!person.asked_about.empty(),
             html(R"(<p class="om-quiet">Ask about: {}</p>)", person.asked_about)),
        ways(person));
}

/// One section an agency; they come in that order.
Html found_people(const SearchPage& page) {
    Html made;
    const auto& people = page.found.people;
    const auto none = page.words.say("No [agency]");
    int number = 0;
    for (std::size_t at = 0; at < people.size();) {
        Html items;
        const auto first = at;
        while (at < people.size() && people[at].agency_name == people[first].agency_name)
            items += found_person(people[at++]);
        const auto& agency = people[first];
        ++number;
        append(
            made,
            R"(<section class="om-found" aria-labelledby="found-{}"><h2 class="govuk-heading-s" id="found-{}">{}</h2>
<ul class="om-found__list">
{}</ul></section>
)",
            number, number,
            agency.agency ? link("/agencies/" + agency.agency->str(), agency.agency_name)
                          : escaped(none),
            items);
    }
    return made;
}

std::string how_many(const SearchPage& page) {
    const auto count = std::ssize(page.found.people);
    if (count == 0)
        return fmt::format("Nobody is found by \u201c{}\u201d. Try fewer words, or part of one.",
                           page.typed);
    if (page.found.there_are_more)
        return fmt::format("The first {}. There are more: add a word.", count);
    return counted(count, "person is", "people are") + " found.";
}

Html take_away(const SearchPage& page) {
    if (!page.may_take || page.found.people.empty()) return {};
    const auto query = "?q=" + http::percent_encoded(page.typed);
    return html(
        R"(<p class="govuk-body om-small">Take these people away: {}, {}. It is noted in the log.</p>
)",
        link("/directory/people.csv" + query, "CSV"),
        link("/directory/people.vcf" + query, "contact cards"));
}

Html search_form(const SearchPage& page) {
    return html(
        R"(<form class="om-seek" action="/directory" method="get" role="search"><div class="govuk-form-group"><label class="govuk-label govuk-label--s" for="q">Who are you looking for?</label><div class="govuk-hint" id="q-hint">A name, an office, {}, a group or what they can be asked about: “health lead”, “Yarmouth”, “scrutineer”.</div><input class="govuk-input" id="q" name="q" type="search" value="{}" aria-describedby="q-hint"></div>{}</form>
)",
        page.words.say("[an agency]"), page.typed, ui::button({.text = "Find them"}));
}

Html agencies(const SearchPage& page) {
    Html items;
    for (const auto& name : page.agencies)
        append(items, "<li>{}</li>\n", link("/directory?q=" + http::percent_encoded(name), name));
    if (items.empty()) return {};
    return html(
        R"(<section class="om-section" aria-labelledby="agencies"><h2 class="govuk-heading-m" id="agencies">{}</h2>
<ul class="govuk-list om-columns">
{}</ul></section>
)",
        page.words.say("By [agency]"), items);
}

// --- one person ---------------------------------------------------------------------------------

Html posts_of(const Listed& person) {
    if (person.posts.empty()) return html(R"(<span class="om-quiet">Nothing on this day</span>)");
    Html items;
    for (const auto& post : person.posts)
        append(items, R"(<li>{} <span class="om-quiet">since {}</span></li>)",
               post.href.empty() ? escaped(spoken(post)) : link(post.href, spoken(post)),
               spoken(post.from));
    return html(R"(<ul class="govuk-list">{}</ul>)", items);
}

Html facts(const PersonPage& page) {
    const auto& person = page.person;
    ui::SummaryList list;
    const auto add = [&](std::string key, const Html& value) {
        if (!value.empty()) list.rows.push_back({.key = std::move(key), .value = value});
    };
    if (person.agency)
        add(page.words.heading(terms::Word::agency),
            link("/agencies/" + person.agency->str(), person.agency_name));
    add("Position", escaped(person.position));
    add("What they are", posts_of(person));
    add("E-mail", email_link(person));
    add("Telephone", telephone_link(person));
    add("Prefers to be reached", escaped(spoken(person.prefers)));
    add("Can be asked about", escaped_lines(person.asked_about));
    return ui::summary_list(list);
}

Html verbs(const PersonPage& page) {
    Html made;
    if (page.is_own) made += ui::button({.text = "Keep your entry", .href = "/directory/mine"});
    if (!page.person.posts.empty())
        made += ui::button({.text = "Take the contact card",
                            .href = page_of(page.person) + "/card.vcf",
                            .classes = "govuk-button--secondary"});
    if (page.may_say_left && !page.is_own && !page.person.left_on)
        made += ui::button({.text = "They leave",
                            .href = page_of(page.person) + "/leaves",
                            .classes = "govuk-button--secondary"});
    return made;
}

Html person_sentence(const PersonPage& page) {
    const auto& person = page.person;
    if (person.left_on && *person.left_on < page.today)
        return html("They left: their last day was {}.", spoken(*person.left_on));
    if (person.left_on) return html("Their last day is {}.", spoken(*person.left_on));
    if (person.posts.empty())
        return html("They hold no office, seat or role, so the directory does not list them.");
    return {};
}

// --- one's own entry ----------------------------------------------------------------------------

Html own_fields(const OwnPage& page) {
    const auto& typed = page.typed;
    auto fields = ui::text_field({.name = "telephone",
                                  .label = "Telephone at work",
                                  .hint = "Never a private number. It may stay empty.",
                                  .value = typed.telephone,
                                  .type = "tel",
                                  .autocomplete = "tel",
                                  .label_classes = "govuk-label--s",
                                  .classes = "govuk-input--width-20"},
                                 page.problems);
    ui::CheckboxesField hidden{.name = "telephone_hidden",
                               .legend = "Is it listed?",
                               .legend_classes = "govuk-fieldset__legend--s",
                               .classes = "govuk-checkboxes--small"};
    hidden.items.push_back({.text = "Do not list my telephone", .value = "yes"});
    if (typed.telephone_hidden) hidden.values.push_back("yes");
    fields += ui::checkboxes_field(hidden, page.problems);
    fields += ui::radios_field({.name = "prefers",
                                .legend = "How do you prefer to be reached?",
                                .value = typed.prefers,
                                .items = {{.text = "Either way", .value = ""},
                                          {.text = "By e-mail", .value = "email"},
                                          {.text = "By telephone", .value = "telephone"}},
                                .legend_classes = "govuk-fieldset__legend--s"},
                               page.problems);
    fields += ui::textarea_field({.name = "asked_about",
                                  .label = "What can you be asked about?",
                                  .hint = "The words that others would search for.",
                                  .value = typed.asked_about,
                                  .rows = 3,
                                  .label_classes = "govuk-label--s"},
                                 page.problems);
    return fields;
}

} // namespace

Html search_view(const SearchPage& page) {
    const bool has_asked = !page.typed.empty();
    const auto verbs = ui::button({.text = "Mailing lists",
                                   .href = "/directory/lists",
                                   .classes = "govuk-button--secondary"}) +
                       ui::button({.text = "Your entry",
                                   .href = "/directory/mine",
                                   .classes = "govuk-button--secondary"});
    return pages::head({.title = "Directory",
                        .sentence = html("Whoever has an office, a seat or a role today."),
                        .verbs = verbs,
                        .facts = {},
                        .caption = {}}) +
           partnership::tabs(page.words, partnership::Tab::directory) + search_form(page) +
           when(has_asked, html(R"(<p class="govuk-body" role="status">{}</p>
)",
                                how_many(page))) +
           (has_asked ? found_people(page) : agencies(page)) + take_away(page);
}

Html person_view(const PersonPage& page) {
    return pages::head({.title = page.person.name,
                        .sentence = person_sentence(page),
                        .verbs = verbs(page),
                        .facts = {},
                        .caption = "Person"}) +
           facts(page);
}

Html own_view(const OwnPage& page) {
    return ui::problems_summary(page.problems) +
           pages::head({.title = "Your entry",
                        .sentence = html("What others find of you in the directory. Your name, "
                                         "offices, seats and roles come from their own records."),
                        .verbs = {},
                        .facts = {},
                        .caption = page.person.name}) +
           html(
               R"(<form class="om-form" action="/directory/mine" method="post" novalidate>{}<input type="hidden" name="version" value="{}"><input type="hidden" name="details_version" value="{}">
{}<div class="om-form__acts">{}<a class="govuk-link" href="{}">Leave it as it is</a></div></form>
)",
               page.form_token, page.typed.version, page.typed.details_version, own_fields(page),
               ui::button({.text = "Keep this entry"}), page_of(page.person));
}

} // namespace openmasa::directory
