#include "web/http/form.hpp"
#include "kernel/text.hpp"
#include "web/http/multipart.hpp"
#include "web/http/parameter.hpp"
#include <algorithm>

namespace openmasa::http {
namespace {

bool was_chosen(const Upload& upload) {
    return !upload.file_name.empty() || !upload.content.empty();
}

Result<Form> read_urlencoded(std::string_view body);

} // namespace

std::string_view Form::text(std::string_view name) const {
    return trimmed(raw(name));
}

std::string_view Form::raw(std::string_view name) const {
    for (const Field& field : fields_)
        if (field.name == name) return field.value;
    return {};
}

std::vector<std::string_view> Form::all(std::string_view name) const {
    std::vector<std::string_view> values;
    for (const Field& field : fields_)
        if (field.name == name) values.push_back(field.value);
    return values;
}

bool Form::has(std::string_view name) const {
    const auto named = [&](const Field& field) { return field.name == name; };
    return std::any_of(fields_.begin(), fields_.end(), named) || file(name) != nullptr;
}

const Upload* Form::file(std::string_view name) const {
    for (const File& file : files_)
        if (file.name == name && was_chosen(file.upload)) return &file.upload;
    return nullptr;
}

void Form::add(std::string name, std::string value) {
    fields_.push_back({std::move(name), std::move(value)});
}

void Form::add(std::string name, Upload upload) {
    files_.push_back({std::move(name), std::move(upload)});
}

Form read_query(std::string_view query) {
    Form form;
    while (!query.empty() && form.fields().size() < most_fields) {
        const auto pair = query.substr(0, query.find('&'));
        query.remove_prefix(std::min(pair.size() + 1, query.size()));
        if (pair.empty()) continue;
        const auto name = pair.substr(0, pair.find('='));
        const auto value = pair.substr(std::min(name.size() + 1, pair.size()));
        form.add(cleaned(percent_decoded(name, Plus::is_space)),
                 cleaned(percent_decoded(value, Plus::is_space)));
    }
    return form;
}

Result<Form> read_form(Request& request) {
    const std::string type(request.header("content-type"));
    if (type.empty() && request.body.empty()) return Form();
    if (same_name(media_type(type), "application/x-www-form-urlencoded"))
        return read_urlencoded(request.body);
    if (same_name(media_type(type), "multipart/form-data"))
        return read_multipart(std::exchange(request.body, {}), type);
    return invalid("", "What arrived is not a form. Go back and send it from its page.");
}

namespace {

Result<Form> read_urlencoded(std::string_view body) {
    if (std::count(body.begin(), body.end(), '&') >= std::ptrdiff_t{most_fields})
        return too_many_fields();
    Form form = read_query(body);
    for (const Form::Field& field : form.fields())
        if (field.value.size() > most_value_bytes) return too_long(field.name);
    return form;
}

} // namespace
} // namespace openmasa::http
