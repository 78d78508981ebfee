#include "web/pages/layout.hpp"
#include "web/pages/assets.hpp"
#include <fmt/format.h>

namespace openmasa::pages {
namespace {

Html bar(const Frame& frame);
Html menu(const Frame& frame);
Html place(const Place& place);
Html sign_out(const Frame& frame);
Html go_to(std::string_view id);
Html crumbs(const std::vector<Crumb>& crumbs);
Html notice(const std::string& words);
Html footer(const Frame& frame);

Html head_of_document(const Frame& frame, const Page& page) {
    static const auto stylesheet = asset_address("openmasa.css");
    static const auto mark = asset_address("mark.svg");
    return html(R"(<head>
<meta charset="utf-8">
<title>{}{} - OpenMASA</title>
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="theme-color" content="{}">
{}<link rel="icon" href="{}" type="image/svg+xml">
<link rel="stylesheet" href="{}">
{}</head>
)",
                page.has_problems ? "Error: " : "", page.title, frame.colour,
                when(page.refresh > 0, html(R"(<meta http-equiv="refresh" content="{}">
)",
                                            page.refresh)),
                mark, stylesheet,
                when(!frame.colours.empty(), html(R"(<link rel="stylesheet" href="{}">
)",
                                                  frame.colours)));
}

} // namespace

Html document(const Frame& frame, const Page& page) {
    Html whole;
    whole.reserve(page.main.size() + 8192);
    append(whole, R"(<!DOCTYPE html>
<html lang="en-GB" class="govuk-template">
{}<body class="govuk-template__body om-body om-work">
<a href="#main-content" class="govuk-skip-link">Skip to main content</a>
<header class="govuk-template__header om-header">{}{}</header>
<div class="govuk-width-container">
{}<main class="govuk-main-wrapper" id="main-content">
{}{}
</main>
</div>
{}</body>
</html>
)",
           head_of_document(frame, page), bar(frame), menu(frame), crumbs(page.crumbs),
           notice(page.notice), page.main, footer(frame));
    return whole;
}

Html head(const Head& head) {
    Html facts;
    for (const auto& fact : head.facts) append(facts, "<li>{}</li>", fact);
    return html(
        R"(<div class="om-head"><div class="om-head__row"><div>{}<h1 class="govuk-heading-l">{}</h1>{}</div>{}</div>{}</div>
)",
        when(!head.caption.empty(),
             html(R"(<span class="govuk-caption-l">{}</span>)", head.caption)),
        head.title,
        when(!head.sentence.empty(), html(R"(<p class="om-lede">{}</p>)", head.sentence)),
        when(!head.verbs.empty(), html(R"(<div class="om-head__acts">{}</div>)", head.verbs)),
        when(!head.facts.empty(), html(R"(<ul class="om-facts">{}</ul>)", facts)));
}

namespace {

Html bar(const Frame& frame) {
    return html(
        R"(<div class="govuk-width-container om-bar">
<div class="govuk-generic-header"><div class="govuk-generic-header__container"><div class="govuk-generic-header__logo">
<a href="/" class="govuk-generic-header__homepage-link"><svg class="om-mark" viewBox="0 0 30 30" aria-hidden="true" focusable="false"><path class="om-mark__thread" d="M3 24 C9 24 8 8 15 15 S21 6 27 6"/><circle class="om-mark__node" cx="4" cy="24" r="3"/><circle class="om-mark__node" cx="15" cy="15" r="3"/><circle class="om-mark__node" cx="26" cy="6" r="3"/></svg>
<span class="om-brand"><span class="om-brand__name">OpenMASA</span><span class="om-brand__place">{}</span></span></a>
</div></div></div>
{}</div>
)",
        frame.partnership,
        when(
            !frame.known_as.empty(),
            html(
                R"(<div class="om-tools">{}<div class="om-tools__who"><span>{}</span><span><a href="/notices">New for you</a> <a href="/account">Account</a> {}</span></div></div>
)",
                go_to("go"), frame.known_as, sign_out(frame))));
}

/// In the bar, and on a phone in the menu: each with an id of its own.
Html go_to(std::string_view id) {
    return html(
        R"(<form class="om-search" action="/go" method="get" role="search" aria-label="Go to a reference{}"><label class="govuk-visually-hidden" for="{}">Go to a reference</label><input class="govuk-input" id="{}" name="reference" type="text" placeholder="Go to A-2026-014" autocomplete="off" spellcheck="false"><button class="om-search__go" type="submit"><span class="govuk-visually-hidden">Go</span><svg viewBox="0 0 20 20" aria-hidden="true" focusable="false"><path d="M4 10h12M11 5l5 5-5 5"/></svg></button></form>
)",
        id == "go" ? "" : ", in the menu", id, id);
}

Html sign_out(const Frame& frame) {
    return html(
        R"(<form class="om-inline" action="/sign-out" method="post">{}<button type="submit" class="om-linkbutton">Sign out</button></form>)",
        frame.sign_out);
}

// The menu is one <details>: closed on a phone, always open on anything wider. No script.
Html menu(const Frame& frame) {
    if (frame.places.empty()) return {};
    Html items;
    for (const auto& one : frame.places) items += place(one);
    return html(R"(<details class="om-menu"><summary>Menu</summary>
<div class="govuk-service-navigation"><div class="govuk-width-container"><div class="govuk-service-navigation__container">
<nav aria-label="Menu" class="govuk-service-navigation__wrapper"><ul class="govuk-service-navigation__list" id="navigation">
{}</ul></nav></div>
<div class="om-menu__me">{}{}<br><a href="/notices">New for you</a> <a href="/account">Account</a> {}</div>
</div></div></details>
)",
                items, go_to("go-menu"), frame.known_as, sign_out(frame));
}

Html place(const Place& place) {
    if (!place.current)
        return html(
            R"(<li class="govuk-service-navigation__item"><a class="govuk-service-navigation__link" href="{}">{}</a></li>
)",
            place.href, place.text);
    return html(
        R"(<li class="govuk-service-navigation__item govuk-service-navigation__item--active"><a class="govuk-service-navigation__link" href="{}" aria-current="true"><strong class="govuk-service-navigation__active-fallback">{}</strong></a></li>
)",
        place.href, place.text);
}

Html crumbs(const std::vector<Crumb>& crumbs) {
    if (crumbs.empty()) return {};
    Html items;
    for (const auto& crumb : crumbs)
        append(
            items,
            R"(<li class="govuk-breadcrumbs__list-item"><a class="govuk-breadcrumbs__link" href="{}">{}</a></li>
)",
            crumb.href, crumb.text);
    return html(
        R"(<nav class="govuk-breadcrumbs" aria-label="Breadcrumb"><ol class="govuk-breadcrumbs__list">
{}</ol></nav>
)",
        items);
}

Html notice(const std::string& words) {
    if (words.empty()) return {};
    return html(R"(<div class="om-done" role="status"><p>{}</p></div>
)",
                words);
}

Html footer(const Frame& frame) {
    return html(
        R"(<footer class="govuk-template__footer"><div class="govuk-footer"><div class="govuk-width-container"><div class="govuk-footer__meta"><div class="govuk-footer__meta-item govuk-footer__meta-item--grow">
<h2 class="govuk-visually-hidden">Support links</h2>
<ul class="govuk-footer__inline-list"><li class="govuk-footer__inline-list-item"><a class="govuk-footer__link" href="/help">Help</a></li><li class="govuk-footer__inline-list-item"><a class="govuk-footer__link" href="/accessibility">Accessibility</a></li></ul>
{}</div></div></div></div></footer>
)",
        when(
            frame.example,
            html(
                R"(<div class="govuk-footer__meta-custom">{}</div>)",
                "Example records: the partnership's structure is real, the progress shown here is made up.")));
}

} // namespace
} // namespace openmasa::pages
