// Forms, also with files, cookies and paths, as a stranger sends them. The first byte chooses the
// reader, so that one corpus serves all.
#include "kernel/text.hpp"
#include "web/http/form.hpp"
#include "web/http/message.hpp"
#include "web/http/pattern.hpp"
#include <cstdlib>

using namespace openmasa;
using namespace openmasa::http;

namespace {

void must(bool holds) {
    if (!holds) std::abort();
}

void look_at(const Form& form) {
    must(form.fields().size() <= most_fields);
    for (const auto& [name, value] : form.fields()) {
        must(cleaned(name) == name && cleaned(value) == value);
        must(form.has(name) && !form.all(name).empty());
    }
    if (const Upload* file = form.file("f"))
        must(file->file_name.find_first_of("/\\\n") == std::string::npos);
}

void multipart(std::string_view text) {
    Request request;
    const auto line = text.substr(0, text.find('\n'));
    request.headers.push_back({"Content-Type", "multipart/form-data" + std::string(line)});
    request.body = text.substr(std::min(line.size() + 1, text.size()));
    const auto before = request.body.size();
    const auto form = read_form(request);
    if (!form) return;
    look_at(*form);
    if (const Upload* file = form->file("f")) must(file->content.size() <= before);
}

void urlencoded(std::string_view text) {
    look_at(read_query(text));
    must(percent_decoded(percent_encoded(text), Plus::is_space) == text);
    Request request;
    request.headers.push_back({"Content-Type", "application/x-www-form-urlencoded"});
    request.body = text;
    if (const auto form = read_form(request)) look_at(*form);
}

void cookie(std::string_view text) {
    Request request;
    request.headers.push_back({"Cookie", std::string(text)});
    const auto value = request.cookie("session");
    must(value.find(';') == value.npos && value.size() <= text.size());
}

void pattern(std::string_view text) {
    const auto path = text.substr(0, text.find('\n'));
    const auto captures = match("/plans/{plan}/actions/{id}", path);
    if (captures) {
        const auto plan = (*captures)["plan"], id = (*captures)["id"];
        must(!plan.empty() && !id.empty() && id.find('/') == id.npos);
        must(path == "/plans/" + std::string(plan) + "/actions/" + std::string(id));
    }
    if (is_pattern(path)) match(path, path);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
    switch (data[0]) {
    case 'm': multipart(text); break;
    case 'u': urlencoded(text); break;
    case 'c': cookie(text); break;
    default: pattern(text); break;
    }
    return 0;
}
