#include "core/help/views.hpp"
#include "web/pages/layout.hpp"

namespace openmasa::help {
namespace {

using terms::Word;
using terms::Words;

Html updating() {
    return html(R"(<section class="om-section om-measure" aria-labelledby="update">
<h2 class="govuk-heading-m" id="update">Update an action</h2>
<ol class="govuk-list govuk-list--number">
<li>Open <a class="govuk-link" href="/">Home</a>. What waits for you stands at the top; choose the
action.</li>
<li>Choose “Record progress”. Say in a sentence what has happened, and set the status if it has
changed. Stopping an action needs a reason.</li>
<li>When it is done, choose “Add evidence”: a note of what shows it, or a link to it.</li>
</ol>
<p class="govuk-body">Nobody sets “late”. An action is late when today is after the last day that
its target date can mean; “Autumn 2025” ends on 30 November 2025. An action that repeats is late
when a whole period has passed without an update.</p>
<p class="govuk-body">“Done, no evidence” is not a reproach. It says that nothing has been added
yet that shows it.</p>
</section>
)");
}

Html importing(const Words& words) {
    return html(
        R"(<section class="om-section om-measure" aria-labelledby="import">
<h2 class="govuk-heading-m" id="import">Import {} from Word</h2>
<p class="govuk-body">The {} can do this.</p>
<ol class="govuk-list govuk-list--number">
<li>Open {} and choose the button to import. Choose the published document, saved as .docx.</li>
<li>Look at the preview. Rows that can be read in two ways come first, each with the words of the
document beside our reading.</li>
<li>Save it. Until then nothing has changed; then all of it is saved, or none.</li>
</ol>
<p class="govuk-body">A revised {} goes the same way. The preview says what is new, changed, the
same, or gone. What is gone is withdrawn and keeps its history; nothing is deleted.</p>
</section>
)",
        words.with_article(Word::plan), words.one(Word::business_unit), words.heading(Word::plan),
        words.one(Word::plan));
}

Html front_door(const Contacts& contacts) {
    if (contacts.front_door.empty() && contacts.phone.empty() && contacts.web.empty()) return {};
    return html(R"(<p class="govuk-body">Otherwise turn to {}{}{}.</p>
)",
                contacts.front_door.empty() ? "the front door" : contacts.front_door,
                when(!contacts.phone.empty(), html(", telephone {}", contacts.phone)),
                when(!contacts.web.empty(), html(R"(, <a class="govuk-link" href="{}">{}</a>)",
                                                 contacts.web, contacts.web)));
}

Html asking(const Settings& settings, const Words& words) {
    const auto& email = settings.contacts.email;
    return html(
        R"(<section class="om-section om-measure" aria-labelledby="ask">
<h2 class="govuk-heading-m" id="ask">Whom to ask</h2>
<p class="govuk-body">The {} of {}.{} Its office is open {}. It gives accounts and roles, and makes a new
one-time link if you cannot sign in or have forgotten your password. Nobody can look a password
up.</p>
<p class="govuk-body">This program is not for reporting a worry about a child. If a child is in
danger now, call 999.</p>
{}</section>
)",
        words.one(Word::business_unit), settings.partnership,
        when(!email.empty(),
             html(R"( E-mail <a class="govuk-link" href="mailto:{}">{}</a>.)", email, email)),
        spoken(settings.hours), front_door(settings.contacts));
}

Html how_accessible() {
    return html(R"(<section class="om-section om-measure" aria-labelledby="works">
<h2 class="govuk-heading-m" id="works">How accessible it is</h2>
<p class="govuk-body">It is built to meet the Web Content Accessibility Guidelines 2.2 at level
AA. You should be able to:</p>
<ul class="govuk-list govuk-list--bullet">
<li>use every page with a keyboard alone</li>
<li>use it without JavaScript, which it does not contain</li>
<li>zoom in to 400%, or read it on a screen 320 pixels wide, without scrolling sideways</li>
<li>tell every state by its word and its shape, not by colour alone</li>
<li>read what each chart shows as text, for example with a screen reader</li>
<li>print any page</li>
</ul>
</section>
)");
}

Html not_known() {
    return html(R"(<section class="om-section om-measure" aria-labelledby="limits">
<h2 class="govuk-heading-m" id="limits">What is not known yet</h2>
<p class="govuk-body">Pages are tested by a program (axe-core) against levels A and AA. That finds
a part of what can be wrong. No independent audit has been done, and it has not yet been tested by
people who use assistive technology every day. We therefore do not claim full compliance.</p>
<p class="govuk-body">On a screen narrower than about 800 pixels tables become lists. They stay
tables for screen readers; how each screen reader says them has not been compared.</p>
</section>
)");
}

Html reporting(std::string_view partnership, const Words& words) {
    return html(R"(<section class="om-section om-measure" aria-labelledby="report">
<h2 class="govuk-heading-m" id="report">Say what does not work</h2>
<p class="govuk-body">Tell the {} of {}, and ask it for anything here in another
format.</p>
<p class="govuk-body">The Equality and Human Rights Commission enforces the Public Sector Bodies
(Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018. If you are not content
with the answer, the <a class="govuk-link"
href="https://www.equalityadvisoryservice.com/">Equality Advisory and Support Service</a> can
advise you.</p>
<p class="govuk-body">This statement was prepared on 21 November 2026.</p>
</section>
)",
                words.one(Word::business_unit), partnership);
}

} // namespace

Html help_view(const Settings& settings, const Words& words) {
    return pages::head({.title = "Help"}) + updating() + importing(words) + asking(settings, words);
}

Html accessibility_view(std::string_view partnership, const Words& words) {
    return pages::head(
               {.title = "Accessibility",
                .sentence = html("This statement is about OpenMASA as {} uses it.", partnership)}) +
           how_accessible() + not_known() + reporting(partnership, words);
}

} // namespace openmasa::help
