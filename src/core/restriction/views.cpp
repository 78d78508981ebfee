#include "core/restriction/views.hpp"
#include "kernel/text.hpp"
#include "web/pages/layout.hpp"
#include "web/ui/button.hpp"
#include "web/ui/field.hpp"
#include "web/ui/tag.hpp"
#include <fmt/format.h>

namespace openmasa::restriction {
namespace {

std::vector<ui::Choice> choices(const RestrictPage& page) {
    std::vector<ui::Choice> all;
    for (const auto& owner : page.owners)
        all.push_back({.text = fmt::format("Everybody of {}", owner.name),
                       .value = field_value({.person = {}, .owner = owner.id})});
    for (const auto& person : page.people)
        all.push_back(
            {.text = person.known_as, .value = field_value({.person = person.id, .owner = {}})});
    return all;
}

Html names_field(const RestrictPage& page, std::string name, std::string_view legend,
                 std::string_view hint, const std::vector<std::string>& ticked) {
    return html(
        R"(<div class="om-names">{}</div>
)",
        ui::checkboxes_field({.name = std::move(name),
                              .legend = std::string(legend),
                              .hint = std::string(hint),
                              .values = ticked,
                              .items = choices(page),
                              .legend_classes = "govuk-fieldset__legend--s",
                              .classes = "govuk-checkboxes--small"},
                             page.problems));
}

Html fields(const RestrictPage& page) {
    return ui::textarea_field({.name = "reason",
                               .label = "Why may only some read it?",
                               .hint = "Shown to those who may read it. Write no "
                                       "details of the case here.",
                               .value = page.reason,
                               .rows = 3},
                              page.problems) +
           names_field(page, "readers", "Who may read it?",
                       "You are always among them. Each time one of them reads "
                       "it, that is recorded.",
                       page.readers) +
           names_field(page, "denied", "Who may not, whatever else holds?",
                       "This list wins: over the list above, and over breaking "
                       "the glass.",
                       page.denied) +
           ui::text_field({.name = "review_in_days",
                           .label = "In how many days does somebody look at this again?",
                           .hint = fmt::format("At most {}.", longest_review_days),
                           .value = page.review_in_days,
                           .input_mode = "numeric",
                           .classes = "govuk-input--width-3"},
                          page.problems);
}

Html hidden_version(const RestrictPage& page) {
    return html(R"({}<input type="hidden" name="version" value="{}">)", page.form_token,
                page.standing ? page.standing->version : 0);
}

std::string address(const RestrictPage& page, std::string_view below) {
    return fmt::format("/restricted/{}/{}{}", page.kind->kind, page.record.id, below);
}

Html lift_form(const RestrictPage& page) {
    if (!page.standing) return {};
    return html(
        R"(<section class="om-section" aria-labelledby="lift"><h2 class="govuk-heading-m" id="lift">Lift the restriction</h2>
<form class="om-form" action="{}" method="post" novalidate>{}
{}{}</form></section>
)",
        address(page, "/lift"), hidden_version(page),
        ui::textarea_field({.name = "why",
                            .label = "Why may everybody read it again?",
                            .value = page.why,
                            .rows = 2},
                           page.problems),
        ui::button({.text = "Lift the restriction", .classes = "govuk-button--secondary"}));
}

Html sentence(const RestrictPage& page) {
    if (!page.standing)
        return html("Nobody but those you name will see it: in no list, count, "
                    "search or download.");
    return html("Restricted since {}. Somebody looks at this again by {}.",
                spoken(london_day(page.standing->at)), spoken(page.standing->review_on));
}

bool is_restricted(const Scope& scope, std::string_view kind, std::string_view id) {
    for (const auto& record : scope.restricted)
        if (record.kind == kind && record.id == id) return true;
    return false;
}

const Html& restricted_tag() {
    static const Html made =
        ui::tag({.text = "Restricted", .classes = "om-tag om-tag--restricted"});
    return made;
}

Html list_item(const Listed& one, Day today) {
    const auto& record = one.record;
    const bool is_late = today > one.restriction.review_on;
    return html(
        R"(<li class="om-needs__item"><h2 class="om-needs__what"><a class="govuk-link govuk-link--no-visited-state" href="/restricted/{}/{}">{} {}</a></h2><p class="om-needs__why">{}, restricted since {}</p><p class="om-needs__when"><b{}>Look again by {}{}</b></p></li>
)",
        one.restriction.record.kind, record.id, record.reference, record.title, one.called,
        spoken(london_day(one.restriction.at)), when(is_late, html(R"( class="om-late")")),
        spoken(one.restriction.review_on), is_late ? ", late" : "");
}

} // namespace

Html list_view(const std::vector<Listed>& all, Day today) {
    Html items;
    for (const auto& one : all) items += list_item(one, today);
    return html(
        "{}{}",
        pages::head({.title = "Restricted records",
                     .sentence = html("Those that you may read, the next to look at first.")}),
        all.empty() ? html(R"(<p class="govuk-body">There are none.</p>
)")
                    : html(R"(<ol class="om-needs">
{}</ol>
)",
                           items));
}

Html restrict_view(const RestrictPage& page) {
    return html(
        R"({}{}<form class="om-form" action="{}" method="post" novalidate>{}
{}<div class="om-form__acts">{}<a class="govuk-link" href="{}">Leave it as it is</a></div></form>
{})",
        ui::problems_summary(page.problems),
        pages::head(
            {.title = page.standing ? "Who may read this" : "Restrict who may read this",
             .sentence = sentence(page),
             .facts = {html("<b>{}</b>", page.record.reference), escaped(page.record.title)},
             .caption = page.words.say(page.kind->called)}),
        address(page, ""), hidden_version(page), fields(page),
        ui::button({.text = page.standing ? "Save who may read it" : "Restrict it"}),
        page.record.address, lift_form(page));
}

std::string field_value(const Name& name) {
    return name.person ? "p:" + name.person->str() : "o:" + name.owner->str();
}

std::optional<Name> name_from(std::string_view value, bool denied) {
    if (value.size() < 2 || value[1] != ':') return std::nullopt;
    Name name{.person = {}, .owner = {}, .denied = denied};
    if (value[0] == 'p') name.person = PersonId::parse(value.substr(2));
    if (value[0] == 'o') name.owner = OwnerId::parse(value.substr(2));
    return name.person || name.owner ? std::optional(name) : std::nullopt;
}

Html notice(const Scope& scope, std::string_view kind, std::string_view id) {
    if (!is_restricted(scope, kind, id)) return {};
    const bool may_restrict = scope.may(Permission::restrict_records);
    return html(
        R"(<div class="govuk-inset-text om-restricted"><p>{} Only named readers see this, and each reading is recorded.{}</p></div>
)",
        restricted_tag(),
        when(may_restrict,
             html(R"( <a class="govuk-link" href="/restricted/{}/{}">Who may read it</a>)", kind,
                  id)));
}

std::string path_to_restrict(const Scope& scope, std::string_view kind, std::string_view id) {
    const bool may = scope.may(Permission::restrict_records) && !is_restricted(scope, kind, id);
    return may ? fmt::format("/restricted/{}/{}", kind, id) : std::string();
}

Html tag(const Scope& scope, std::string_view kind, std::string_view id) {
    return is_restricted(scope, kind, id) ? restricted_tag() : Html();
}

} // namespace openmasa::restriction
