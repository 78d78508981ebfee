#include "core/views/views.hpp"
#include "web/pages/layout.hpp"
#include "web/ui/button.hpp"
#include "web/ui/field.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::views {
namespace {

Html head(const std::string& title, const Html& sentence, const std::string& caption = {}) {
    return pages::head(
        {.title = title, .sentence = sentence, .verbs = {}, .facts = {}, .caption = caption});
}

/// What a view chooses, one line each.
Html chooses(const std::vector<std::string>& in_words) {
    Html items;
    for (const auto& words : in_words) append(items, "<li>{}</li>\n", words);
    return html(R"(<ul class="govuk-list govuk-list--bullet">
{}</ul>
)",
                items);
}

Html share_field(bool shared, ui::Problems problems) {
    return ui::checkboxes_field(
        {.name = "shared",
         .legend = "Who finds it",
         .values = shared ? std::vector<std::string>{"yes"} : std::vector<std::string>{},
         .items = {{.text = "Share it with everybody who may see this list",
                    .value = "yes",
                    .hint = {.text = "Each sees only the rows that are open to them."}}},
         .legend_classes = "govuk-fieldset__legend--s",
         .classes = "govuk-checkboxes--small"},
        problems);
}

Html instead_field(const NewPage& page) {
    if (page.changeable.empty()) return {};
    std::vector<ui::SelectItem> items{{.text = "No: it is a new view", .value = ""}};
    for (const auto& view : page.changeable)
        items.push_back({.text = view.shared ? view.name + " (shared)" : view.name,
                         .value = fmt::format("{}:{}", view.id.view(), view.version)});
    return ui::select_field({.name = "instead_of",
                             .label = "In place of an older one?",
                             .hint = "That one then shows this; its history keeps what it showed "
                                     "before. Leave the name empty to keep its name.",
                             .value = page.typed.instead_of,
                             .items = std::move(items),
                             .label_classes = "govuk-label--s"},
                            page.problems);
}

Html hidden(std::string_view name, std::string_view value) {
    return html(R"(<input type="hidden" name="{}" value="{}">
)",
                name, value);
}

std::string_view whose(const Listed& listed) {
    if (listed.view.shared) return "Shared";
    return "Yours";
}

Html name_of(const Listed& listed) {
    if (listed.address.empty() || listed.view.withdrawn_at) return escaped(listed.view.name);
    return html(R"(<a class="govuk-link govuk-link--no-visited-state" href="{}">{}</a>)",
                listed.address, listed.view.name);
}

Html row_of(const Listed& listed) {
    const auto change = html(
        R"(<a class="govuk-link" href="/views/{}">{}<span class="govuk-visually-hidden"> {}</span></a>)",
        listed.view.id, listed.may_change ? "Change" : "Look at it", listed.view.name);
    return html(
        R"(<tr class="govuk-table__row" role="row"><th scope="row" class="govuk-table__header" role="rowheader">{}</th><td class="govuk-table__cell" role="cell">{}</td><td class="govuk-table__cell" role="cell">{}{}</td><td class="govuk-table__cell" role="cell">{}</td></tr>
)",
        name_of(listed), listed.title, whose(listed),
        when(listed.view.shared,
             html(R"( <span class="om-quiet">by {}</span>)", listed.view.maker)),
        change);
}

Html table_of(std::string_view caption, const Html& rows) {
    return html(
        R"(<table class="govuk-table om-stack" role="table"><caption class="govuk-visually-hidden">{}</caption>
<thead class="govuk-table__head" role="rowgroup"><tr class="govuk-table__row" role="row"><th scope="col" class="govuk-table__header" role="columnheader">View</th><th scope="col" class="govuk-table__header" role="columnheader">List</th><th scope="col" class="govuk-table__header" role="columnheader">Whose</th><th scope="col" class="govuk-table__header" role="columnheader"><span class="govuk-visually-hidden">Change it</span></th></tr></thead>
<tbody class="govuk-table__body" role="rowgroup">
{}</tbody></table>
)",
        caption, rows);
}

std::string value_in(const history::Version& version, std::string_view key) {
    const auto found = std::ranges::find(
        version.content, key, [](const auto& pair) { return std::string_view(pair.first); });
    return found == version.content.end() ? std::string() : found->second;
}

/// What one version did, in a few sentences.
std::vector<std::string> done_by(const history::Version& newer, const history::Version* older) {
    const auto name = value_in(newer, "name");
    if (!older)
        return {fmt::format("Saved as \u201c{}\u201d{}.", name,
                            value_in(newer, "shared") == "yes" ? ", shared" : "")};
    std::vector<std::string> done;
    const auto differs = [&](std::string_view key) {
        return value_in(newer, key) != value_in(*older, key);
    };
    if (differs("name")) done.push_back(fmt::format("Named \u201c{}\u201d.", name));
    if (differs("query")) done.emplace_back("It shows something else.");
    if (differs("shared"))
        done.emplace_back(value_in(newer, "shared") == "yes" ? "Shared." : "No longer shared.");
    if (differs("withdrawn"))
        done.push_back(value_in(newer, "withdrawn") != "yes" ? std::string("Brought back.")
                       : value_in(newer, "why").empty()
                           ? std::string("Withdrawn.")
                           : fmt::format("Withdrawn: {}", value_in(newer, "why")));
    return done;
}

Html history(const std::vector<history::Version>& versions) {
    Html days;
    for (std::size_t at = 0; at < versions.size(); ++at) {
        Html items;
        for (const auto& words :
             done_by(versions[at], at + 1 < versions.size() ? &versions[at + 1] : nullptr))
            append(items, "<li>{}</li>\n", words);
        append(days,
               R"(<div class="om-feed__day"><h3>{}<br><span class="om-small">{}</span></h3><div><ul>
{}</ul><span class="om-feed__by om-small">{}</span></div></div>
)",
               spoken(london_day(versions[at].at)), london_time(versions[at].at), items,
               versions[at].who);
    }
    return html(
        R"(<section class="om-section" aria-labelledby="history"><h2 class="govuk-heading-m" id="history">Every change</h2>
<div class="om-feed">
{}</div></section>
)",
        days);
}

Html change_form(const ViewPage& page) {
    const auto& view = page.listed.view;
    return html(
        R"(<form class="om-form" action="/views/{}" method="post" novalidate>{}{}{}{}<div class="om-form__acts">{}</div></form>
)",
        view.id, page.form_token, hidden("version", std::to_string(view.version)),
        ui::text_field({.name = "name",
                        .label = "Name",
                        .value = page.name,
                        .label_classes = "govuk-label--s",
                        .classes = "govuk-input--width-20"},
                       page.problems),
        when(page.may_share, share_field(page.shared, page.problems)),
        ui::button({.text = "Save this view"}));
}

Html withdraw_form(const ViewPage& page) {
    const auto& view = page.listed.view;
    return html(
        R"(<section class="om-section" aria-labelledby="withdraw"><h2 class="govuk-heading-m" id="withdraw">Withdraw this view</h2>
<p class="govuk-body om-measure">It no longer stands above the list. Nothing else changes, and it can be brought back.</p>
<form class="om-form" action="/views/{}/withdraw" method="post" novalidate>{}{}{}<div class="om-form__acts">{}</div></form></section>
)",
        view.id, page.form_token, hidden("version", std::to_string(view.version)),
        ui::text_field({.name = "why",
                        .label = view.shared ? "Why" : "Why, if you want to say it",
                        .value = page.why,
                        .label_classes = "govuk-label--s"},
                       page.problems),
        ui::button({.text = "Withdraw it", .classes = "govuk-button--secondary"}));
}

Html bring_back_form(const ViewPage& page) {
    return html(
        R"(<form class="om-form" action="/views/{}/back" method="post">{}<div class="om-form__acts">{}</div></form>
)",
        page.listed.view.id, page.form_token, ui::button({.text = "Bring it back"}));
}

Html sentence_of(const ViewPage& page) {
    const auto& view = page.listed.view;
    if (view.withdrawn_at)
        return html("Withdrawn on {}{}{}.", spoken(london_day(*view.withdrawn_at)),
                    view.withdrawn_why.empty() ? "" : ": ", view.withdrawn_why);
    const auto list =
        html(R"(<a class="govuk-link" href="{}">{}</a>)", page.listed.address, page.listed.title);
    return html("A view of the list {}{}{}.", list, view.shared ? ", shared by " : "",
                view.shared ? view.maker : "");
}

} // namespace

Html new_view(const NewPage& page) {
    return html(
        R"({}{}<h2 class="govuk-heading-s">It keeps</h2>
{}<form class="om-form" action="/views" method="post" novalidate>{}{}{}{}{}{}<div class="om-form__acts">{}<a class="govuk-link" href="{}">Leave it</a></div></form>
)",
        ui::problems_summary(page.problems),
        head("Save this view", html("You find it above the list, under its name."),
             std::string(page.title)),
        chooses(page.in_words), page.form_token,
        hidden("list", page.typed.list) + hidden("within", page.typed.within),
        hidden("query", page.typed.query),
        ui::text_field({.name = "name",
                        .label = "Name",
                        .hint = "For example: Late in health",
                        .value = page.typed.name,
                        .label_classes = "govuk-label--s",
                        .classes = "govuk-input--width-20"},
                       page.problems),
        when(page.may_share, share_field(page.typed.shared, page.problems)), instead_field(page),
        ui::button({.text = "Save this view"}), page.back);
}

Html all_views(const std::vector<Listed>& views) {
    Html rows, withdrawn;
    for (const auto& listed : views)
        (listed.view.withdrawn_at ? withdrawn : rows) += row_of(listed);
    return head("Saved views", html("Yours, and those that are shared with you.")) +
           (rows.empty()
                ? html(
                      R"(<p class="govuk-body om-measure">None yet. Choose filters, an order or columns on a list, then follow “Save this view” above it.</p>
)")
                : table_of("Saved views", rows)) +
           when(
               !withdrawn.empty(),
               html(
                   R"(<section class="om-section" aria-labelledby="withdrawn"><h2 class="govuk-heading-m" id="withdrawn">Withdrawn</h2>
{}</section>
)",
                   table_of("Views that were withdrawn", withdrawn)));
}

Html view_page(const ViewPage& page) {
    const auto& listed = page.listed;
    const bool is_open = !listed.view.withdrawn_at;
    return ui::problems_summary(page.problems) +
           head(listed.view.name, sentence_of(page), "Saved view") +
           html(R"(<h2 class="govuk-heading-s">It keeps</h2>
{})",
                chooses(page.in_words)) +
           when(listed.may_change && is_open, change_form(page) + withdraw_form(page)) +
           when(listed.may_change && !is_open, bring_back_form(page)) + history(page.versions);
}

} // namespace openmasa::views
