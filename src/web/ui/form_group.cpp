#include "web/ui/form_group.hpp"

namespace openmasa::ui {
namespace {

std::string part_id(std::string_view id, std::string_view part) {
    return std::string(id) += part;
}

void add_id(std::string& ids, std::string_view id) {
    if (!ids.empty()) ids += ' ';
    ids += id;
}

} // namespace

void open_form_group(Html& to, const FormGroup& group, const ErrorMessage& error) {
    append(to, "<div class=\"govuk-form-group{}{}\"{}>\n",
           error.text.empty() ? "" : " govuk-form-group--error", further(group.classes),
           group.attributes);
}

void close_form_group(Html& to) {
    append(to, "</div>\n");
}

void write_hint_and_error(Html& to, std::string_view id, const Hint& hint,
                          const ErrorMessage& error) {
    if (!hint.text.empty()) write_hint(to, hint, part_id(id, "-hint"));
    if (!error.text.empty()) write_error_message(to, error, part_id(id, "-error"));
}

void write_insert(Html& to, const Content& insert) {
    if (!insert.empty()) append(to, "{}\n", insert);
}

std::string ids_describing(std::string_view id, std::string_view given_ids, const Hint& hint,
                           const ErrorMessage& error) {
    std::string ids(given_ids);
    if (!hint.text.empty()) add_id(ids, part_id(id, "-hint"));
    if (!error.text.empty()) add_id(ids, part_id(id, "-error"));
    return ids;
}

} // namespace openmasa::ui
