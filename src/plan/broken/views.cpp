#include "plan/broken/views.hpp"
#include "kernel/text.hpp"
#include "web/listing/page_links.hpp"
#include "web/listing/paging.hpp"
#include "web/pages/layout.hpp"
#include "web/pages/pieces.hpp"
#include "web/ui/table.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::broken {
namespace {

std::string address(Break kind) {
    return fmt::format("/recommendations/broken?which={}", to_text(kind));
}

std::vector<const Broken*> with(const BrokenPage& page, Break kind) {
    std::vector<const Broken*> found;
    for (const auto& one : *page.all)
        if (std::ranges::count(one.breaks, kind)) found.push_back(&one);
    return found;
}

Html count_item(const BrokenPage& page, Break kind) {
    const auto count = with(page, kind).size();
    const auto& words = words_of(kind);
    if (count == 0) return {};
    return html(
        R"(<li><b>{}</b><span>{}<span class="om-gaps__why">{}</span></span></li>
)",
        count, pages::link(address(kind), page.words.say(words.title)), page.words.say(words.why));
}

Html counts(const BrokenPage& page) {
    Html items, well;
    for (const auto kind : all_breaks) {
        items += count_item(page, kind);
        if (with(page, kind).empty())
            append(well, "<li>{}</li>\n", page.words.say(words_of(kind).well));
    }
    return when(!items.empty(), html(R"(<ul class="om-breaks om-gaps">
{}</ul>
)",
                                     items)) +
           when(!well.empty(), pages::section("well", "What is well",
                                              html(R"(<ul class="govuk-list om-well">
{}</ul>
)",
                                                   well)));
}

Html row_link(const Followed& it) {
    return pages::link("/recommendations/" + it.id.str(), it.reference + " " + it.title);
}

Html mend_link(const BrokenPage& page, const Followed& it, Break kind) {
    if (!page.may_mend(it, kind)) return {};
    const auto mend = mend_of(it, kind);
    return pages::link(fmt::format("/recommendations/{}/{}", it.id.view(), mend.at), mend.words,
                       it.reference);
}

Html rows(const BrokenPage& page, Break kind) {
    const auto all = with(page, kind);
    const auto paging = listing::paging(page.page, static_cast<int>(all.size()));
    ui::Table table{
        .caption = page.words.say(words_of(kind).title),
        .caption_classes = "govuk-visually-hidden",
        .head = {{.text = "Recommendation"},
                 {.text = "Led by"},
                 {.text = "Stands at"},
                 {.text = "Since"},
                 {.text = html(R"(<span class="govuk-visually-hidden">Mend it</span>)")}},
        .first_cell_is_header = true,
        .classes = "om-stack"};
    for (std::size_t at = static_cast<std::size_t>(paging.offset());
         at < all.size() && table.rows.size() < static_cast<std::size_t>(listing::rows_a_page);
         ++at) {
        const auto& it = all[at]->it;
        table.rows.push_back({{.text = row_link(it)},
                              {.text = it.owner_name.value_or("")},
                              {.text = recommendations::spoken(it.state)},
                              {.text = openmasa::spoken(it.since), .classes = "om-nowrap"},
                              {.text = mend_link(page, it, kind)}});
    }
    if (table.rows.empty()) return pages::quiet("None: this is well.");
    return ui::table(table) + listing::page_links(paging, [&](int number) {
               return fmt::format("{}&page={}", address(kind), number);
           });
}

Html head(const BrokenPage& page) {
    if (page.chosen) {
        const auto& words = words_of(*page.chosen);
        return pages::head({.title = page.words.say(words.title),
                            .sentence = escaped(page.words.say(words.why)),
                            .verbs = {},
                            .facts = {},
                            .caption = "Broken threads"});
    }
    const auto broken = page.all->size();
    const auto none = page.is_empty ? html("There is no recommendation yet.")
                                    : html("Every recommendation is followed.");
    return pages::head({.title = "Broken threads",
                        .sentence = broken == 0
                                        ? none
                                        : html("{} not followed at some place.",
                                               counted(static_cast<long long>(broken),
                                                       "recommendation is", "recommendations are")),
                        .verbs = {},
                        .facts = {},
                        .caption = {}});
}

} // namespace

Html broken_view(const BrokenPage& page) {
    if (page.is_empty) return head(page);
    return head(page) + (page.chosen ? rows(page, *page.chosen) : counts(page));
}

} // namespace openmasa::broken
