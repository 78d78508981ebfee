#include "partnership/directory/leaving_views.hpp"
#include "kernel/text.hpp"
#include "partnership/form_pieces.hpp"
#include "web/pages/layout.hpp"
#include "web/ui/button.hpp"
#include "web/ui/field.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::directory {
namespace {

/// One line that has to be agreed.
Html agreed(const LeavingPage& page, const std::string& key, std::string_view text,
            std::string_view hint) {
    ui::CheckboxesField field{.name = key,
                              .legend =
                                  html(R"(<span class="govuk-visually-hidden">{}</span>)", text),
                              .classes = "govuk-checkboxes--small"};
    field.items.push_back({.text = text, .value = "ends", .hint = {.text = hint}});
    if (page.typed.agreed.contains(key)) field.values.push_back("ends");
    return ui::checkboxes_field(field, page.problems);
}

Html post_field(const LeavingPage& page, const HeldPost& post) {
    auto made = agreed(page, post.key, post.words + " ends on their last day",
                       "Since " + spoken(post.from) + ".");
    if (post.what != HeldPost::What::office) return made;
    const auto typed = page.typed.next.find(post.key);
    return made + partnership::line_field(
                      "next-" + post.key, fmt::format("Who takes on {}?", post.words),
                      "As they are called. Empty: nobody yet.",
                      typed == page.typed.next.end() ? "" : typed->second, page.problems);
}

Html section(std::string_view title, const Html& fields) {
    return html(R"(<h2 class="govuk-heading-m">{}</h2>
{})",
                title, fields);
}

Html posts(const LeavingPage& page) {
    if (page.leaver.posts.empty()) return {};
    Html fields;
    for (const auto& post : page.leaver.posts) fields += post_field(page, post);
    return section("Offices and seats", fields);
}

Html duties(const LeavingPage& page) {
    if (page.leaver.duties.shown.empty()) return {};
    Html fields;
    for (const auto& duty : page.leaver.duties.shown)
        fields += agreed(page, "duty." + duty.key(), duty.what + " passes on",
                         duty.within.empty() ? duty.how : duty.how + ", " + duty.within);
    fields += partnership::line_field("leads", "Who leads these then?",
                                      "As they are called. Empty: nobody leads them.",
                                      page.typed.leads, page.problems);
    return section("What they lead", fields);
}

const accounts::HandOver* chosen_for(const LeavingPage& page, const OwnerId& owner) {
    const auto& all = page.typed.handed_over;
    const auto found = std::ranges::find(all, owner, &accounts::HandOver::owner);
    return found == all.end() ? nullptr : &*found;
}

Html acting_field(const LeavingPage& page, const accounts::Duty& duty) {
    ui::SelectField field{
        .name = "to-" + duty.owner.str(),
        .label = "Who acts for " + duty.name + " then?",
        .hint = duty.others > 0
                    ? counted(duty.others, "other person acts", "others act") + " for it already."
                    : std::string("Nobody else acts for it."),
        .items = {{.text = "Choose", .value = ""}, {.text = "Nobody", .value = "nobody"}},
        .label_classes = "govuk-label--s"};
    for (const auto& other : page.others)
        field.items.push_back({.text = other.known_as, .value = other.account.str()});
    if (const auto* choice = chosen_for(page, duty.owner))
        field.value = choice->to ? choice->to->str() : choice->to_nobody ? "nobody" : "";
    return ui::select_field(field, page.problems);
}

Html account(const LeavingPage& page) {
    const auto& leaver = page.leaver;
    if (!leaver.account)
        return section("Sign-in", html(R"(<p class="govuk-body">They have no open account.</p>
)"));
    auto fields = html(
        R"(<p class="govuk-body om-measure">{}{}They sign in as {}. That ends at once: their roles, sessions and one-time links. What they wrote stays under their name.</p>
)",
        leaver.roles, leaver.roles.empty() ? "" : ". ", leaver.account->email);
    for (const auto& duty : leaver.acts_for) fields += acting_field(page, duty);
    return section("Sign-in and roles", fields);
}

} // namespace

Html leaving_view(const LeavingPage& page) {
    const auto& person = page.leaver.person;
    const auto fields =
        partnership::day_field("last", "What is their last day?",
                               "Today or a day before. What they hold ends with it.",
                               page.typed.last, page.problems) +
        posts(page) + duties(page) + account(page);
    return ui::problems_summary(page.problems) +
           pages::head({.title = "They leave",
                        .sentence = html("Everything that <b>{}</b> holds ends here, in one step.",
                                         person.name),
                        .verbs = {},
                        .facts = {},
                        .caption = person.name}) +
           html(
               R"(<form class="om-form" action="/directory/people/{}/leaves" method="post" novalidate>{}
{}<div class="om-form__acts">{}<a class="govuk-link" href="/directory/people/{}">Leave it as it is</a></div></form>
)",
               person.id, page.form_token, fields,
               ui::button({.text = "End all of this", .classes = "govuk-button--warning"}),
               person.id);
}

} // namespace openmasa::directory
