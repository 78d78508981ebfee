#include "partnership/groups/form_views.hpp"
#include "kernel/text.hpp"
#include "partnership/form_pieces.hpp"
#include "partnership/group_rules.hpp"
#include "partnership/quorum_rules.hpp"
#include "web/pages/layout.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::groups {
namespace {

using partnership::day_field;
using partnership::line_field;
using partnership::link;
using partnership::Part;

constexpr std::string_view example_day = "For example 12 June 2026.";

Html frame(const FormPage& page, std::string_view title, const Html& sentence, const Html& fields,
           std::string_view below, std::string_view button, bool sends_files = false) {
    const auto back = "/groups/" + page.group.id.str();
    return ui::problems_summary(page.problems) +
           pages::head({.title = std::string(title),
                        .sentence = sentence,
                        .verbs = {},
                        .facts = {},
                        .caption = page.group.name}) +
           partnership::form({.address = fmt::format("{}/{}", back, below),
                              .token = page.form_token,
                              .version = page.group.version,
                              .fields = fields,
                              .button = button,
                              .back = back,
                              .sends_files = sends_files});
}

/// The agencies that hold a seat in it, on any day, by name.
std::vector<partnership::Quorum::Agency> agencies_of(const Group& group) {
    std::vector<partnership::Quorum::Agency> all;
    for (const auto& seat : group.seats)
        if (!seat.of_office) all.push_back({seat.holder, seat.holder_name});
    std::ranges::sort(all, {}, &partnership::Quorum::Agency::name);
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

Html agencies_field(const FormPage& page, const SetQuorum& typed) {
    ui::CheckboxesField field{.name = "agencies",
                              .legend = "Who must be there?",
                              .hint = "Only where a meeting does not count without them.",
                              .legend_classes = "govuk-fieldset__legend--s",
                              .classes = "govuk-checkboxes--small"};
    for (const auto& agency : agencies_of(page.group))
        field.items.push_back({.text = agency.name, .value = agency.id.str()});
    for (const auto& id : typed.agencies) field.values.push_back(id.str());
    return field.items.empty() ? Html() : ui::checkboxes_field(field, page.problems);
}

Html share_field(const FormPage& page, const SetQuorum& typed) {
    ui::SelectField field{.name = "share",
                          .label = "Which share of the seats?",
                          .value = typed.share,
                          .label_classes = "govuk-label--s"};
    for (const auto& [value, words] :
         {std::pair("", "No share"), std::pair("1 of 4", "A quarter"),
          std::pair("1 of 3", "A third"), std::pair("1 of 2", "Half"),
          std::pair("2 of 3", "Two thirds"), std::pair("3 of 4", "Three quarters"),
          std::pair("1 of 1", "All")})
        field.items.push_back({.text = words, .value = value});
    return ui::select_field(field, page.problems);
}

Html seats_words(const FormPage& page) {
    const auto seats = partnership::seats_on(page.group, page.today);
    const auto* now = partnership::quorum_on(page.group, page.today);
    return html("It has {} today. {}", counted(static_cast<long long>(seats.size()), "seat"),
                now ? partnership::in_words(*now) : "There is no rule yet.");
}

Html note_field(const FormPage& page, const std::string& value) {
    return line_field("note", "Note", "For example by which decision. It may stay empty.", value,
                      page.problems);
}

Html hindrances_list(const std::vector<Hindrance>& hindrances) {
    Html items;
    for (const auto& one : hindrances)
        append(items, "<li>{}</li>\n",
               one.href.empty() ? escaped(one.what) : link(one.href, one.what));
    return when(
        !items.empty(),
        html(
            R"(<section class="om-missing" aria-labelledby="open"><h2 id="open">What still hangs on it</h2>
<ul class="govuk-list">
{}</ul><p>Pass each of these on, or end it, before the group ends.</p></section>
)",
            items));
}

} // namespace

Html quorum_form(const FormPage& page, const SetQuorum& typed) {
    auto fields = day_field("from", "From which day?",
                            "The rule counts until the next one begins. For example 12 June 2026.",
                            typed.from, page.problems);
    fields += ui::text_field({.name = "least",
                              .label = "How many seats at least?",
                              .hint = "Empty where only a share counts.",
                              .value = typed.least,
                              .input_mode = "numeric",
                              .label_classes = "govuk-label--s",
                              .classes = "govuk-input--width-4"},
                             page.problems);
    fields += share_field(page, typed);
    fields += agencies_field(page, typed);
    return frame(page, "Set the quorum", seats_words(page), fields, "quorum", "Save the quorum");
}

Html invite_form(const FormPage& page, const Invite& typed) {
    auto fields = line_field("who", "Who comes?", "As they are called on the page People.",
                             typed.who, page.problems);
    fields += ui::radios_field(
        {.name = "part",
         .legend = "As what?",
         .value = std::string(to_text(typed.part)),
         .items = {{.text = "Guest", .value = "guest"}, {.text = "Observer", .value = "observer"}},
         .legend_classes = "govuk-fieldset__legend--s",
         .classes = "govuk-radios--inline"},
        page.problems);
    fields += day_field("from", "From which day?", example_day, typed.from, page.problems);
    fields += day_field("to", "Until which day?", "Only where it is known already.", typed.to,
                        page.problems);
    fields += note_field(page, typed.note);
    return frame(page, "Invite somebody", html("Guests and observers have no seat and no vote."),
                 fields, "guests", "Save this guest");
}

Html guest_form(const FormPage& page, const partnership::Member& guest,
                const PutGuestRight& typed) {
    auto fields = day_field("from", "From which day?", example_day, typed.from, page.problems);
    fields += day_field("to", "Until which day?", "The last day; empty: still there.", typed.to,
                        page.problems);
    fields += note_field(page, typed.note);
    fields += partnership::tick("never_was", "Was it a mistake?", "They never came",
                                "The line goes; the history keeps it.", typed.never_was);
    return frame(page, guest.known_as, html("What was said of them is put right."), fields,
                 "guests/" + guest.id.str(), "Put it right");
}

Html terms_form(const FormPage& page, const WriteTerms& typed) {
    auto fields = ui::textarea_field(
        {.name = "words",
         .label = "What do they say?",
         .hint = "Purpose, members, how often it meets, what it may decide. A file does too.",
         .value = typed.words,
         .rows = 15,
         .label_classes = "govuk-label--s"},
        page.problems);
    fields += ui::file_field({.name = "file",
                              .label = "Or a file",
                              .hint = "Word or PDF. Without one, the file of the draft stays.",
                              .label_classes = "govuk-label--s"},
                             page.problems);
    fields += line_field("signs", "Which office signs them off?",
                         "For example Partnership chair. Empty: whoever chairs the group.",
                         typed.signs, page.problems);
    return frame(page, "Terms of reference",
                 html("A draft can be changed until it is put for signature or adopted; after "
                      "that a new version is made."),
                 fields, "terms", "Save the draft", true);
}

Html adopt_form(const FormPage& page, const partnership::Terms& terms, const AdoptTerms& typed) {
    auto fields =
        day_field("on", "On which day were they adopted?", example_day, typed.on, page.problems);
    fields += line_field("by", "Which group or office agreed them?",
                         "By its name, for example Partnership Group.", typed.by, page.problems);
    fields += line_field("minute", "Where is that written down?",
                         "The minute's reference. It may stay empty.", typed.minute, page.problems);
    return frame(page, fmt::format("Adopt version {}", terms.number),
                 html("As a group or an office agreed it, without signatures here. After that it "
                      "cannot be changed. A clock says when it is looked at again."),
                 fields, fmt::format("terms/{}/adopt", terms.id.view()), "Adopt it");
}

Html end_form(const FormPage& page, const std::vector<Hindrance>& hindrances,
              const EndGroup& typed) {
    const auto back = "/groups/" + page.group.id.str();
    return ui::problems_summary(page.problems) +
           pages::head({.title = "End the group",
                        .sentence = html("Its seats, chairs and guests end on the same day. Its "
                                         "page and its history stay."),
                        .verbs = {},
                        .facts = {},
                        .caption = page.group.name}) +
           hindrances_list(hindrances) +
           partnership::form({.address = back + "/end",
                              .token = page.form_token,
                              .version = page.group.version,
                              .fields = day_field("to", "Which is its last day?", example_day,
                                                  typed.to, page.problems),
                              .button = "End it",
                              .back = back});
}

} // namespace openmasa::groups
