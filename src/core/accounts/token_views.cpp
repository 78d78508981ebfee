#include "core/accounts/token_views.hpp"
#include "kernel/text.hpp"
#include "web/pages/layout.hpp"
#include "web/ui/button.hpp"
#include "web/ui/field.hpp"
#include <fmt/format.h>

namespace openmasa::accounts {
namespace {

Html state_of(const ApiToken& token, const TokensPage& page) {
    if (token.revoked_at) return html("Taken back {}", spoken(london_day(*token.revoked_at)));
    if (!token.is_open(page.now)) return html("Ended {}", spoken(london_day(token.expires_at)));
    return html(
        R"(Until {}<form class="om-inline" action="/account/tokens/{}/revoke" method="post">{}<button type="submit" class="om-linkbutton">Take it back<span class="govuk-visually-hidden"> from {}</span></button></form>)",
        spoken(london_day(token.expires_at)), token.id, page.form_token, token.name);
}

std::string may_in_words(const ApiToken& token, const terms::Words& local) {
    std::vector<std::string> words;
    for (auto permission : token.permissions) words.push_back(spoken(permission, local));
    return join(words, "; ");
}

Html row(const ApiToken& token, const TokensPage& page) {
    return html(
        R"(<tr class="govuk-table__row" role="row"><th scope="row" class="govuk-table__header" role="rowheader">{}</th><td class="govuk-table__cell" role="cell">{}</td><td class="govuk-table__cell" role="cell">{}</td><td class="govuk-table__cell" role="cell">{}</td></tr>
)",
        token.name, may_in_words(token, page.words),
        token.last_used_at ? "About " + spoken(*token.last_used_at) : std::string("Not yet"),
        state_of(token, page));
}

Html list_of(const TokensPage& page) {
    if (page.tokens.empty())
        return html(R"(<p class="govuk-body om-quiet">None yet.</p>
)");
    Html rows;
    for (const auto& token : page.tokens) rows += row(token, page);
    return html(
        R"(<table class="govuk-table om-stack" role="table"><caption class="govuk-visually-hidden">Your tokens</caption>
<thead class="govuk-table__head" role="rowgroup"><tr class="govuk-table__row" role="row"><th scope="col" class="govuk-table__header" role="columnheader">For</th><th scope="col" class="govuk-table__header" role="columnheader">May</th><th scope="col" class="govuk-table__header" role="columnheader">Last used</th><th scope="col" class="govuk-table__header" role="columnheader">Works</th></tr></thead>
<tbody class="govuk-table__body" role="rowgroup">
{}</tbody></table>
)",
        rows);
}

Html make_form(const TokensPage& page) {
    const ui::Problems problems = page.problems;
    ui::CheckboxesField may{.name = "permissions",
                            .legend = "What may it do?",
                            .hint = "It only ever reads: what of these shows in a download.",
                            .classes = "govuk-checkboxes--small"};
    for (auto permission : page.to_lend)
        may.items.push_back(
            {.text = spoken(permission, page.words), .value = std::string(to_text(permission))});
    for (auto permission : page.typed.permissions) may.values.emplace_back(to_text(permission));
    return html(
        R"(<form class="om-form" action="/account/tokens" method="post" novalidate>{}{}{}{}{}</form>
)",
        page.form_token,
        ui::text_field({.name = "name",
                        .label = "Which program is it for?",
                        .hint = "For example: the council's reporting.",
                        .value = page.typed.name},
                       problems),
        ui::checkboxes_field(may, problems),
        ui::select_field({.name = "days",
                          .label = "How long does it work?",
                          .value = std::to_string(page.typed.days),
                          .items = {{.text = "A month", .value = "31"},
                                    {.text = "Three months", .value = "90"},
                                    {.text = "A year", .value = "365"}}},
                         problems),
        ui::button({.text = "Make the token"}));
}

} // namespace

Html tokens_view(const TokensPage& page) {
    const auto form =
        page.to_lend.empty()
            ? html(
                  R"(<p class="govuk-body">No role has been given to you yet, so there is nothing to lend.</p>)")
            : make_form(page);
    return ui::problems_summary(page.problems) +
           pages::head({.title = "Tokens for other programs",
                        .sentence = escaped("A token lets a program fetch downloads as you, and "
                                            "nothing else.")}) +
           list_of(page) +
           html(
               R"(<section class="om-section" aria-labelledby="make"><h2 class="govuk-heading-m" id="make">Make a token</h2>
{}</section>
)",
               form);
}

Html token_made_view(std::string_view name, std::string_view secret, std::string_view address) {
    return pages::head({.title = "Copy this token",
                        .sentence = html("For <b>{}</b>. It is shown only now.", name)}) +
           html(R"(<div class="om-measure"><p class="govuk-body om-key-words"><b>{}</b></p>
<p class="govuk-body">The program sends it with each request, for example:</p>
<p class="govuk-body om-key-words">curl -H "Authorization: Bearer TOKEN" {}</p>
<p class="govuk-body">Keep it as you keep a password. <a class="govuk-link" href="/account/tokens">Back to your tokens</a></p></div>
)",
                secret, address);
}

} // namespace openmasa::accounts
