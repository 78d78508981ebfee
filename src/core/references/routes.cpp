#include "core/references/module.hpp"
#include "core/references/references.hpp"
#include "core/routing/form_token.hpp"
#include "core/routing/reply.hpp"
#include "kernel/text.hpp"
#include "web/ui/button.hpp"
#include "web/ui/field.hpp"

namespace openmasa::references {
namespace {

constexpr std::size_t longest = 60;

std::vector<Finding> found_by_features(Context& context, const std::string& words) {
    std::vector<Finding> all;
    if (words.empty() || !context.features) return all;
    if (const auto record = find(context.db, words))
        if (auto page = page_of(context, record->kind, record->id))
            return {{std::move(*page), words, {}}};
    for (const auto& feature : *context.features)
        if (feature.find)
            for (auto& one : feature.find(context.db, context.scope, words))
                all.push_back(std::move(one));
    return all;
}

Html several(const std::vector<Finding>& found) {
    Html items;
    for (const auto& one : found)
        append(
            items,
            R"(<li class="om-needs__item"><h2 class="om-needs__what"><a class="govuk-link govuk-link--no-visited-state" href="{}">{}</a></h2><p class="om-needs__why">{}</p></li>
)",
            one.href, one.title, one.where);
    return when(!items.empty(), html(R"(<ul class="om-needs om-measure">
{}</ul>
)",
                                     items));
}

Html sentence(const std::string& words, bool anything) {
    if (words.empty()) return html("Type it as people say it, for example A-2026-014 or FF 3.");
    if (anything) return html("Several things are called \u201c{}\u201d.", words);
    return html("Nothing that you may see is called \u201c{}\u201d.", words);
}

Html view(const std::string& words, const std::vector<Finding>& found) {
    return pages::head(
               {.title = "Go to a reference", .sentence = sentence(words, !found.empty())}) +
           several(found) +
           html(R"(<form class="om-form" action="/go" method="get">{}{}</form>
)",
                ui::text_field({.name = "reference",
                                .label = "Reference",
                                .value = words,
                                .classes = "govuk-input--width-10"}),
                ui::button({.text = "Go to it"}));
}

/// One thing of that name: there. Several: a choice. What is not there and what this person may not
/// see get the same words.
http::Response go(Context& context) {
    const auto words = shortened(one_line(context.form.text("reference")), longest);
    const auto found = found_by_features(context, words);
    if (found.size() == 1) return see_other(found.front().href);
    return reply(
        context,
        {.title = "Go to a reference", .crumbs = {}, .notice = {}, .main = view(words, found)});
}

constexpr Route routes[] = {
    {Method::Get, "/go", Permission::own_account, go, Budget{12}},
};

constexpr restriction::About own_about[] = {{"reference", "kind", "record_id"}};

} // namespace

Module module() {
    return {.name = "references", .routes = routes, .kinds = {.about = own_about}};
}

} // namespace openmasa::references
