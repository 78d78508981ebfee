#include "core/audit/log_views.hpp"
#include "kernel/text.hpp"
#include "web/pages/layout.hpp"
#include "web/ui/field.hpp"
#include "web/ui/table.hpp"
#include <fmt/format.h>

namespace openmasa::audit {
namespace {

std::string with_query(const std::string& address, const LogFilter& filter) {
    const auto query = to_query(filter);
    return query.empty() ? address : address + "?" + query;
}

std::string where_the_name_leads(const LogPage& page, const LoggedAct& act) {
    if (page.may_read_audit && !act.id.empty())
        return fmt::format("/audit/records/{}/{}", act.kind, act.id);
    return address_of(act.kind, act.id);
}

Html name_of(const LogPage& page, const LoggedAct& act, const std::string& name) {
    const auto address = is_id_text(act.id) ? where_the_name_leads(page, act) : std::string();
    if (name.empty() || address.empty()) return escaped(name);
    return html(R"(<a class="govuk-link govuk-link--no-visited-state" href="{}">{}</a>)", address,
                name);
}

Html who(const LogPage& page, const LoggedAct& act) {
    if (!page.names_people) return {};
    if (!act.person)
        return act.right == "anyone" ? html("Somebody not signed in ") : html("Command line ");
    if (!page.may_read_audit) return html("{} ", act.who);
    return html(
        R"(<a class="govuk-link govuk-link--no-visited-state" href="/audit/people/{}">{}</a> )",
        *act.person, act.who);
}

/// "entry 17, as Business unit, from 192.0.2.1"
std::string circumstances(const LogPage& page, const LoggedAct& act) {
    const auto right = spoken_right(act.right, page.owners);
    const auto how = right.empty() ? "" : right.starts_with("by ") ? ", " : ", as ";
    const bool by_machine = !act.person && act.from == "command line";
    return fmt::format("Entry {}{}{}{}{}", act.sequence, how, right, by_machine ? "" : ", from ",
                       by_machine ? "" : act.from);
}

Html one_act(const LogPage& page, const LoggedAct& act) {
    const auto said = spoken(act, page.owners.words);
    return html(
        R"(<li><span class="om-num">{}</span> {}{}{}{}. <span class="om-feed__by">{}</span></li>
)",
        london_time(act.at), who(page, act), said.before, name_of(page, act, said.name), said.after,
        circumstances(page, act));
}

Html one_day(Day day, const Html& acts) {
    return html(R"(<div class="om-feed__day"><h2>{}</h2><ul>
{}</ul></div>
)",
                openmasa::spoken(day), acts);
}

Html by_day(const LogPage& page) {
    Html days, acts;
    for (std::size_t at = 0; at < page.acts.size(); ++at) {
        acts += one_act(page, page.acts[at]);
        const auto day = london_day(page.acts[at].at);
        if (at + 1 < page.acts.size() && london_day(page.acts[at + 1].at) == day) continue;
        days += one_day(day, acts);
        acts = {};
    }
    return html(R"(<div class="om-feed">
{}</div>
)",
                days);
}

Html older_and_newer(const LogPage& page) {
    auto newest = page.filter, older = page.filter;
    newest.before.reset();
    if (!page.acts.empty())
        older.before = LogFilter::Place{page.acts.back().at, page.acts.back().sequence};
    const auto link = [&](const LogFilter& filter, std::string_view words) {
        return html(R"(<li><a class="govuk-link govuk-link--no-visited-state" href="{}">{}</a></li>
)",
                    with_query(page.address, filter), words);
    };
    return html(
        R"(<nav aria-label="Pages of the log"><ul class="om-links">
{}{}</ul></nav>
)",
        when(page.filter.before.has_value(), link(newest, "Newest entries")),
        when(page.has_older, link(older, "Older entries")));
}

std::vector<ui::SelectItem> people_to_choose(const LogChoices& choices) {
    std::vector<ui::SelectItem> items = {{.text = "Anybody", .value = ""},
                                         {.text = "Nobody signed in", .value = "nobody"}};
    for (const auto& person : choices.people)
        items.push_back({.text = person.known_as, .value = person.id.str()});
    return items;
}

std::vector<ui::SelectItem> words_to_choose(const std::vector<std::string>& words,
                                            std::string_view all, const terms::Words& local,
                                            std::string (*spoken)(std::string_view,
                                                                  const terms::Words&)) {
    std::vector<ui::SelectItem> items = {{.text = std::string(all), .value = ""}};
    for (const auto& word : words) items.push_back({.text = spoken(word, local), .value = word});
    return items;
}

Html day_field(const char* name, const char* label, const std::optional<Day>& day) {
    return ui::text_field({.name = name,
                           .label = label,
                           .value = day ? iso(*day) : "",
                           .type = "date",
                           .label_classes = "govuk-label--s"});
}

std::string chosen_person(const LogFilter& filter) {
    if (filter.nobody) return "nobody";
    return filter.person ? filter.person->str() : "";
}

Html filter_fields(const LogFilter& filter, const LogChoices& choices, const terms::Words& local) {
    return ui::select_field({.name = "person",
                             .label = "Who",
                             .value = chosen_person(filter),
                             .items = people_to_choose(choices),
                             .label_classes = "govuk-label--s"}) +
           ui::select_field(
               {.name = "verb",
                .label = "What was done",
                .value = filter.verb,
                .items = words_to_choose(choices.verbs, "Anything", local, spoken_verb),
                .label_classes = "govuk-label--s"}) +
           ui::select_field(
               {.name = "kind",
                .label = "To what",
                .value = filter.kind,
                .items = words_to_choose(choices.kinds, "Anything", local, spoken_kind),
                .label_classes = "govuk-label--s"}) +
           day_field("from", "From", filter.from) + day_field("to", "To", filter.to);
}

std::string fold_label(int in_use) {
    return in_use == 0 ? "Filter" : fmt::format("Filter, {} in use", in_use);
}

Html filter_panel(const LogPage& page, const LogChoices& choices) {
    return html(
        R"(<div class="moj-filter-layout__filter"><details class="om-fold"><summary>{}</summary>
<form class="moj-filter" action="/audit" method="get"><div class="moj-filter__content"><div class="moj-filter__options">
{}<button type="submit" class="govuk-button">Apply filters</button>
{}</div></div></form></details></div>
)",
        fold_label(page.filter.in_use()), filter_fields(page.filter, choices, page.owners.words),
        when(
            page.filter.in_use() > 0,
            html(
                R"(<p class="govuk-body"><a class="govuk-link govuk-link--no-visited-state" href="/audit">Clear all</a></p>)")));
}

Html download_link(const LogPage& page) {
    auto all = page.filter;
    all.before.reset();
    return html(
        R"(<div class="om-listhead"><h2 class="govuk-heading-s">Newest first</h2><ul class="om-links"><li><a class="govuk-link govuk-link--no-visited-state" href="{}">Download these as CSV</a></li></ul></div>
)",
        with_query("/audit.csv", all));
}

Html checkpoint_row(const Checkpoint& one) {
    const auto at = moment_from_iso(one.made_at);
    return html(
        R"(<li class="om-measure"><h2 class="govuk-heading-s">Entry {}, {}</h2>
<p class="govuk-body">Seal <span class="om-num">{}</span><br><span class="om-quiet">said aloud: {}</span><br>
<a class="govuk-link govuk-link--no-visited-state" href="/audit/checkpoints/{}">Download<span class="govuk-visually-hidden"> the checkpoint of entry {}</span></a></p></li>
)",
        one.sequence, at ? openmasa::spoken(*at) : one.made_at, in_groups(one.seal.substr(0, 16)),
        in_code_words(one.seal), one.sequence, one.sequence);
}

} // namespace

Html log_list(const LogPage& page) {
    if (page.acts.empty())
        return html(R"(<p class="govuk-body">{}</p>)", page.filter.in_use() || page.filter.before
                                                           ? "No entries match."
                                                           : "There are no entries yet.") +
               older_and_newer(page);
    return by_day(page) + older_and_newer(page);
}

Html whole_log_view(const LogPage& page, const LogChoices& choices) {
    return pages::head(
               {.title = "Audit log",
                .sentence = html("Who did what to which thing, when, from where and with what "
                                 "right. Nobody can change or remove an entry unnoticed."),
                .facts =
                    {html(R"(<a class="govuk-link" href="/audit/checkpoints">Checkpoints</a>)"),
                     html(
                         R"(<a class="govuk-link" href="/audit/inspection">Download for an inspector</a>)")}}) +
           html(R"(<div class="moj-filter-layout">
{}<div class="moj-filter-layout__content">
{}{}</div></div>
)",
                filter_panel(page, choices), download_link(page), log_list(page));
}

Html record_view(const RecordPage& page) {
    std::vector<Html> facts;
    if (!page.own_address.empty())
        facts.push_back(html(R"(<a class="govuk-link" href="{}">Open it</a>)", page.own_address));
    if (is_id_text(page.id))
        facts.push_back(html(
            R"(<a class="govuk-link" href="/audit/inspection.zip?kind={}&amp;record={}">Download it with its proof</a>)",
            page.kind, page.id));
    return pages::head({.title = page.name,
                        .sentence = html("Everything that was done to it, and who read it where "
                                         "reading is recorded: while it is restricted."),
                        .facts = std::move(facts),
                        .caption = "Audit log"}) +
           log_list(page.log);
}

Html person_view(const std::string& known_as, const LogPage& page) {
    if (known_as.empty())
        return pages::head({.title = "What you have done",
                            .sentence = html("Everything that the audit log holds about what you "
                                             "did. If something is not yours, tell the {} at "
                                             "once.",
                                             page.owners.words.one(terms::Word::business_unit))}) +
               log_list(page);
    return pages::head({.title = known_as,
                        .sentence = html("What this person has done."),
                        .caption = "Audit log"}) +
           log_list(page);
}

Html inspection_view(const InspectionPage& page) {
    const auto head = pages::head(
        {.title = "Download for an inspector",
         .sentence =
             html("Chosen entries in words and with their content, and what proves them: the "
                  "whole chain of seals without any content, the checkpoints, the key, and a "
                  "short program that checks it all without ours.")});
    if (page.is_too_long)
        return head +
               html(
                   R"(<p class="govuk-body">This log is too long to be sent by a page. Whoever runs the program writes it with <code>openmasa inspection --out FILE.zip</code>.</p>)");
    return head + html(R"(<form class="om-form" action="/audit/inspection.zip" method="get">
{}{}{}<button type="submit" class="govuk-button">Download these entries with their proof</button></form>
<p class="govuk-body om-form__below">For one record, open its page in the <a class="govuk-link" href="/audit">audit log</a> and download it there.</p>
)",
                       ui::select_field({.name = "person",
                                         .label = "What whom did",
                                         .items = people_to_choose({.people = page.people})}),
                       day_field("from", "From", {}), day_field("to", "To", {}));
}

Html checkpoints_view(const CheckpointsPage& page) {
    Html rows;
    for (const auto& one : page.newest) rows += checkpoint_row(one);
    return pages::head({.title = "Checkpoints",
                        .sentence = html(
                            "A checkpoint signs the log up to one entry. Whoever keeps one can "
                            "prove later that nothing before it was changed, added or taken "
                            "away.")}) +
           html(
               R"(<div class="om-measure"><p class="govuk-body">One is made each day. Give the newest to each of the three partners, and read it aloud together: the words say the first eight digits.</p>
{}</div>
<ul class="govuk-list">
{}</ul>
)",
               page.fingerprint.empty()
                   ? html(R"(<p class="govuk-body">None has been made yet.</p>)")
                   : html(
                         R"(<p class="govuk-body">Fingerprint of the key that signs: <span class="om-num">{}</span></p>)",
                         page.fingerprint),
               rows);
}

} // namespace openmasa::audit
