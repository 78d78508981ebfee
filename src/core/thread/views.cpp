#include "core/thread/views.hpp"
#include "core/thread/drawing.hpp"
#include "web/pages/layout.hpp"
#include "web/pages/pieces.hpp"
#include "web/ui/button.hpp"

namespace openmasa::thread {
namespace {

Html radios(std::string_view name, std::string_view legend, const std::string& value,
            std::vector<ui::Choice> items, const std::vector<Problem>& problems) {
    return ui::radios_field({.name = std::string(name),
                             .legend = legend,
                             .hint = {},
                             .value = value,
                             .items = std::move(items),
                             .legend_classes = "govuk-fieldset__legend--s",
                             .classes = "govuk-radios--small"},
                            problems);
}

Html head(std::string title, std::string caption, Html verbs = {}) {
    return pages::head({.title = std::move(title),
                        .sentence = {},
                        .verbs = std::move(verbs),
                        .facts = {},
                        .caption = std::move(caption)});
}

} // namespace

std::string address_of(const At& at) {
    return "/thread/" + at.kind + "/" + at.id;
}

Html page_view(const ThreadPage& page) {
    return head("The golden thread", page.title,
                when(page.thread.may_change,
                     ui::button({.text = "Link something to it",
                                 .href = address_of(page.thread.here) + "/add"}))) +
           html(R"(<p class="govuk-body">What led to {}, and what came of it.</p>
)",
                pages::link(page.href, page.title)) +
           thread_view(page.thread);
}

Html add_view(const AddPage& page) {
    const auto fields =
        pages::line_field("other", "What belongs to it?",
                          "Its reference to say aloud, like A-2026-014 or W-2026-003.",
                          page.typed.other, page.problems) +
        radios(
            "direction", "Which came first?", page.typed.direction,
            {{.text = "It led here", .value = "back"}, {.text = "It came of this", .value = "on"}},
            page.problems) +
        radios("strength", "How strongly does the one rest on the other?", page.typed.strength,
               {{.text = "In part", .value = "partly"}, {.text = "Fully", .value = "fully"}},
               page.problems) +
        pages::words_field("why", "How do they belong together?",
                           "In a sentence that will still be understood in a year.", page.typed.why,
                           page.problems, 3);
    return ui::problems_summary(page.problems) + head("Link something to it", page.title) +
           pages::form({.address = address_of(page.here) + "/add",
                        .token = page.token,
                        .version = 0,
                        .fields = fields,
                        .button = "Save this link",
                        .back = address_of(page.here)});
}

Html take_back_view(const TakeBackPage& page) {
    return ui::problems_summary(page.problems) + head("Take the link back", "The golden thread") +
           html(R"(<p class="govuk-body">{} linked it{}: {}</p>
)",
                page.link.who, page.link.on ? " on " + openmasa::spoken(*page.link.on) : "",
                page.link.why) +
           pages::form({.address = "/thread/links/" + page.link.id,
                        .token = page.token,
                        .version = 0,
                        .fields = pages::words_field("why", "Why should it not be there?", "",
                                                     page.why, page.problems, 2),
                        .button = "Take it back",
                        .back = page.back});
}

} // namespace openmasa::thread
