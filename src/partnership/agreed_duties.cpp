#include "partnership/agreed_duties.hpp"
#include "kernel/london_time.hpp"
#include "kernel/text.hpp"
#include "web/ui/field.hpp"
#include "web/ui/table.hpp"
#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace openmasa::partnership {
namespace {

struct FateWords {
    Fate fate;
    std::string_view text, spoken;
};
constexpr FateWords fates[] = {
    {Fate::passes, "passes", "Passes on"},
    {Fate::stays, "stays", "Stays"},
    {Fate::ends, "ends", "Ends"},
};

constexpr std::size_t longest_reason = 1000;

/// The keys of the duties, in their order.
std::string keys_of(const std::vector<Duty>& duties) {
    std::string keys;
    for (const auto& duty : duties) keys += (keys.empty() ? "" : " ") + duty.key();
    return keys;
}
std::string keys_of(const std::vector<DutyChoice>& choices) {
    std::vector<Duty> duties;
    for (const auto& choice : choices) duties.push_back(choice.duty);
    return keys_of(duties);
}

std::string field_of(std::string_view what, const Duty& duty) {
    return fmt::format("{}.{}", what, duty.key());
}

Html duty_words(const Duty& duty) {
    return html(
        R"(<a class="govuk-link govuk-link--no-visited-state" href="{}">{}</a><br><span class="om-quiet">{}{}{}</span>)",
        duty.href, duty.what, duty.how, duty.within.empty() ? "" : ", ", duty.within);
}

/// Of which duty is said to those who hear only the question.
Html label(std::string_view words, const Duty& duty) {
    return html(R"({}<span class="govuk-visually-hidden">: {}, {}</span>)", words, duty.what,
                duty.how);
}

Html hidden(std::string_view words) {
    return html(R"(<span class="govuk-visually-hidden">{}</span>)", words);
}

ui::TableRow row_of(const DutiesForm& form, const DutyChoice& choice) {
    const auto& duty = choice.duty;
    std::vector<ui::SelectItem> items = {{.text = form.passes, .value = "passes"},
                                         {.text = form.stays, .value = "stays"},
                                         {.text = "Ends, because", .value = "ends"}};
    const auto fate = ui::select_field({.name = field_of("fate", duty),
                                        .label = label("What becomes of it", duty),
                                        .hint = {},
                                        .value = std::string(to_text(choice.fate)),
                                        .items = std::move(items)},
                                       form.problems);
    const auto why = ui::text_field({.name = field_of("why", duty),
                                     .label = label("Why, where it ends", duty),
                                     .hint = {},
                                     .value = choice.why},
                                    form.problems);
    return {{.text = duty_words(duty)}, {.text = fate}, {.text = why}};
}

} // namespace

std::string_view to_text(Fate fate) {
    return fates[static_cast<std::size_t>(fate)].text;
}

bool from_text(std::string_view text, Fate& fate) {
    const auto* found = std::ranges::find(fates, text, &FateWords::text);
    if (found == std::end(fates)) return false;
    fate = found->fate;
    return true;
}

std::string_view spoken(Fate fate) {
    return fates[static_cast<std::size_t>(fate)].spoken;
}

Agreement proposed(const std::vector<Duty>& duties, const std::string& on) {
    Agreement agreement{.seen = keys_of(duties), .by = {}, .on = on, .choices = {}};
    for (const auto& duty : duties) agreement.choices.push_back({.duty = duty});
    return agreement;
}

Agreement read_agreement(const http::Form& form, const std::vector<Duty>& duties) {
    Agreement agreement{.seen = std::string(form.text("seen")),
                        .by = one_line(form.text("by")),
                        .on = one_line(form.text("on")),
                        .choices = {}};
    for (const auto& duty : duties) {
        DutyChoice choice{.duty = duty, .why = one_line(form.text(field_of("why", duty)))};
        from_text(form.text(field_of("fate", duty)), choice.fate);
        agreement.choices.push_back(std::move(choice));
    }
    return agreement;
}

std::vector<Problem> problems_with(const Agreement& agreement, const OpenDuties& open, Day today) {
    std::vector<Problem> problems;
    if (open.restricted) problems.push_back({"", std::string(restricted_duties_words)});
    if (agreement.seen != keys_of(agreement.choices))
        problems.push_back({"", "The list has changed since you opened it. Look at it again, then "
                                "save it."});
    for (const auto& choice : agreement.choices) {
        if (choice.fate == Fate::ends && choice.why.empty())
            problems.push_back({field_of("why", choice.duty), "Say why it ends."});
        if (choice.why.size() > longest_reason)
            problems.push_back({field_of("why", choice.duty),
                                fmt::format("At most {} characters.", longest_reason)});
    }
    if (agreement.by.empty())
        problems.push_back({"by", "Say who agreed the list: an office or a meeting."});
    if (agreement.by.size() > longest_reason)
        problems.push_back({"by", fmt::format("At most {} characters.", longest_reason)});
    const auto on = typed_day(agreement.on);
    if (!on)
        problems.push_back({"on", "Enter the day, as 12 June 2026."});
    else if (*on > today)
        problems.push_back({"on", "That day is still to come."});
    return problems;
}

Html duties_fields(const DutiesForm& form) {
    ui::Table table{
        .caption = "What becomes of each",
        .caption_classes = "govuk-table__caption--m",
        .head = {{.text = "Duty"}, {.text = hidden("What becomes of it")}, {.text = hidden("Why")}},
        .classes = "om-stack"};
    for (const auto& choice : form.agreement.choices) table.rows.push_back(row_of(form, choice));
    auto fields =
        html(R"(<input type="hidden" name="seen" value="{}">)", keys_of(form.agreement.choices));
    if (!table.rows.empty()) fields += ui::table(table);
    const auto by = ui::text_field({.name = "by",
                                    .label = "Who agreed this list?",
                                    .hint = "An office or a meeting, never a person's name.",
                                    .value = form.agreement.by,
                                    .label_classes = "govuk-label--s"},
                                   form.problems);
    const auto on = ui::text_field({.name = "on",
                                    .label = "On which day?",
                                    .hint = "For example 12 June 2026.",
                                    .value = form.agreement.on,
                                    .label_classes = "govuk-label--s",
                                    .classes = "govuk-input--width-20"},
                                   form.problems);
    return fields + html(R"(<div class="om-form">{}{}</div>
)",
                         by, on);
}

Html duties_table(const std::vector<Duty>& duties, std::string_view caption) {
    ui::Table table{.caption = std::string(caption),
                    .caption_classes = "govuk-visually-hidden",
                    .head = {{.text = "Duty"}, {.text = "Since"}},
                    .classes = "om-stack"};
    for (const auto& duty : duties)
        table.rows.push_back({{.text = duty_words(duty)},
                              {.text = duty.since ? openmasa::spoken(*duty.since) : ""}});
    return ui::table(table);
}

} // namespace openmasa::partnership
