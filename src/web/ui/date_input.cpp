#include "web/ui/date_input.hpp"
#include "kernel/text.hpp"
#include "web/ui/input.hpp"
#include <algorithm>

namespace openmasa::ui {
namespace {

constexpr std::string_view error_class = "govuk-input--error";
constexpr std::string_view width_class = "govuk-input--width-";

/// A part with everything that it takes from the date around it.
struct Box {
    DatePart part;
    std::string_view word; // "day", "month", "year"; empty for any other
};

std::vector<Box> boxes_of(const DateInput& date);
std::string_view word_of(const DateInput& date, const DatePart& part);
Box completed(const DateInput& date, DatePart part, std::string_view word);
std::string value_of(const DateInput& date, const DatePart& part, std::string_view word);
std::string full_name(const DateInput& date, const DatePart& part);
void add_boxes(Html& to, const DateInput& date);
Html box(const DateInput& date, const Box& box, bool marks_all);
std::string box_classes(const Box& box, bool marks_all);
bool says_wrong(const DatePart& part);
bool has_class(const DatePart& part, std::string_view name);
std::string capitalised(std::string_view words);

} // namespace

Html date_input(const DateInput& date) {
    const auto& fieldset = date.fieldset;
    Html made;
    open_form_group(made, date.form_group, date.error_message);
    if (fieldset.is_wanted()) {
        const auto described_by =
            ids_describing(date.id, fieldset.described_by, date.hint, date.error_message);
        // JAWS reads what describes a fieldset of text inputs only where its role is given.
        open_fieldset(made, fieldset, described_by, "group");
    }
    write_hint_and_error(made, date.id, date.hint, date.error_message);
    add_boxes(made, date);
    if (fieldset.is_wanted()) close_fieldset(made);
    close_form_group(made);
    return made;
}

namespace {

void add_boxes(Html& to, const DateInput& date) {
    const auto boxes = boxes_of(date);
    const bool one_says_wrong =
        std::ranges::any_of(boxes, [](const Box& one) { return says_wrong(one.part); });
    const bool marks_all = !date.error_message.text.empty() && !one_says_wrong;
    append(to, "<div class=\"govuk-date-input{}\"{}{}>\n", further(date.classes), date.attributes,
           given("id", date.id));
    write_insert(to, date.form_group.before);
    for (const auto& one : boxes) append(to, "{}", box(date, one, marks_all));
    write_insert(to, date.form_group.after);
    append(to, "</div>\n");
}

std::vector<Box> boxes_of(const DateInput& date) {
    std::vector<Box> boxes;
    const auto add = [&](const DatePart& part, std::string_view word) {
        if (!part.left_out) boxes.push_back(completed(date, part, word));
    };
    for (const auto& item : date.items) add(item, word_of(date, item));
    if (!date.items.empty()) return boxes;
    add(date.day, "day");
    add(date.month, "month");
    add(date.year, "year");
    return boxes;
}

std::string_view word_of(const DateInput& date, const DatePart& part) {
    const auto is = [&](const DatePart& standard, std::string_view word) {
        return part.name == word || (!part.name.empty() && part.name == standard.name);
    };
    if (is(date.day, "day")) return "day";
    if (is(date.month, "month")) return "month";
    return is(date.year, "year") ? "year" : "";
}

Box completed(const DateInput& date, DatePart part, std::string_view word) {
    if (part.name.empty()) part.name = word;
    if (part.value.empty()) part.value = value_of(date, part, word);
    if (part.label.empty()) part.label = capitalised(part.name);
    if (part.id.empty()) part.id = date.id + "-" + part.name;
    return {std::move(part), word};
}

/// Values are looked up as the form sends them, or by "day", "month", "year".
std::string value_of(const DateInput& date, const DatePart& part, std::string_view word) {
    if (word == "day" && !date.day.value.empty()) return date.day.value;
    if (word == "month" && !date.month.value.empty()) return date.month.value;
    if (word == "year" && !date.year.value.empty()) return date.year.value;
    auto found = date.values.find(full_name(date, part));
    if (found == date.values.end() && part.name == word) found = date.values.find(part.name);
    return found == date.values.end() ? std::string() : found->second;
}

std::string full_name(const DateInput& date, const DatePart& part) {
    return date.name_prefix.empty() ? part.name : date.name_prefix + "-" + part.name;
}

Html box(const DateInput& date, const Box& box, bool marks_all) {
    const auto& part = box.part;
    return html("<div class=\"govuk-date-input__item\">\n{}</div>\n",
                input({.name = full_name(date, part),
                       .id = part.id,
                       .label = {.text = part.label, .classes = "govuk-date-input__label"},
                       .value = part.value,
                       .input_mode = part.input_mode,
                       .autocomplete = part.autocomplete,
                       .pattern = part.pattern,
                       .classes = box_classes(box, marks_all),
                       .attributes = part.attributes}));
}

std::string box_classes(const Box& box, bool marks_all) {
    std::string classes = "govuk-date-input__input";
    const bool is_wrong = box.part.error.value_or(marks_all);
    if (is_wrong && !has_class(box.part, error_class)) classes += further(error_class);
    if (!has_class(box.part, width_class)) {
        classes += further(width_class) += box.word == "year" ? "4" : "2";
    }
    return classes += further(box.part.classes);
}

bool says_wrong(const DatePart& part) {
    return part.error.value_or(false) || has_class(part, error_class);
}

bool has_class(const DatePart& part, std::string_view name) {
    return part.classes.find(name) != std::string::npos;
}

std::string capitalised(std::string_view words) {
    auto made = lower(words);
    if (!made.empty() && made[0] >= 'a' && made[0] <= 'z') made[0] -= 'a' - 'A';
    return made;
}

} // namespace
} // namespace openmasa::ui
