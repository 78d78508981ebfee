#include "web/http/multipart.hpp"
#include "kernel/text.hpp"
#include "web/http/parameter.hpp"
#include "web/http/token.hpp"
#include <algorithm>

namespace openmasa::http {
namespace {

/// More than any browser writes; it keeps the search for a part's content short.
constexpr std::size_t most_part_head = 16 * 1024;

struct Delimiter {
    std::size_t before; // where the content before it ends
    std::size_t after;  // where the next part starts
    bool closes;
};

/// One part, as places in the body, so that the body can be moved before they are used.
struct Part {
    std::string name;
    std::optional<std::string> file_name;
    std::string content_type;
    std::size_t start = 0, length = 0;
};

std::optional<std::string> boundary_of(std::string_view content_type);
std::optional<std::vector<Part>> parts_of(std::string_view body, std::string_view boundary);
std::optional<Delimiter> next_delimiter(std::string_view body, std::string_view dashes,
                                        std::size_t from);
std::optional<std::size_t> end_of_delimiter(std::string_view body, std::size_t at, bool closes);
std::optional<Part> read_part(std::string_view body, std::size_t start, std::size_t end);
bool read_part_header(std::string_view line, Part& part);
bool read_disposition(std::string_view value, Part& part);
std::optional<Refusal> past_the_limits(const std::vector<Part>& parts);
Form form_of(std::vector<Part> parts, std::string body);
std::size_t largest_file(const std::vector<Part>& parts);

Refusal malformed() {
    return invalid("", "The form did not arrive whole. Go back and send it again.");
}

} // namespace

Result<Form> read_multipart(std::string body, std::string_view content_type) {
    const auto boundary = boundary_of(content_type);
    if (!boundary) return malformed();
    auto parts = parts_of(body, *boundary);
    if (!parts) return malformed();
    if (auto refusal = past_the_limits(*parts)) return *refusal;
    return form_of(std::move(*parts), std::move(body));
}

Refusal too_many_fields() {
    return invalid("", "The form has too many fields. Send it in smaller pieces.");
}

Refusal too_long(std::string field) {
    return invalid(std::move(field), "This text is too long. Add it as a file instead.");
}

namespace {

/// Source: RFC 2046, section 5.1.1: 1 to 70 characters.
std::optional<std::string> boundary_of(std::string_view content_type) {
    auto boundary = parameter(content_type, "boundary");
    if (!boundary || boundary->empty() || boundary->size() > 70) return std::nullopt;
    return boundary;
}

std::optional<std::vector<Part>> parts_of(std::string_view body, std::string_view boundary) {
    const std::string dashes = "--" + std::string(boundary);
    std::vector<Part> parts;
    auto opening = next_delimiter(body, dashes, 0);
    while (opening && !opening->closes) {
        const auto closing = next_delimiter(body, dashes, opening->after);
        if (!closing || closing->before < opening->after) return std::nullopt;
        auto part = read_part(body, opening->after, closing->before);
        if (!part) return std::nullopt;
        parts.push_back(std::move(*part));
        if (parts.size() > most_fields + most_files) break;
        opening = closing;
    }
    if (!opening) return std::nullopt;
    return parts;
}

/// A line that is the boundary and nothing else. A line that only starts like it is content.
std::optional<Delimiter> next_delimiter(std::string_view body, std::string_view dashes,
                                        std::size_t from) {
    for (auto at = body.find(dashes, from); at != body.npos; at = body.find(dashes, at + 1)) {
        if (at != 0 && (at < 2 || body.substr(at - 2, 2) != "\r\n")) continue;
        const auto end = at + dashes.size();
        const bool closes = body.substr(end, 2) == "--";
        if (const auto after = end_of_delimiter(body, closes ? end + 2 : end, closes))
            return Delimiter{at == 0 ? 0 : at - 2, *after, closes};
    }
    return std::nullopt;
}

std::optional<std::size_t> end_of_delimiter(std::string_view body, std::size_t at, bool closes) {
    const auto end = std::min(body.find_first_not_of(" \t", at), body.size());
    if (body.substr(end, 2) == "\r\n") return end + 2;
    if (closes && end == body.size()) return end;
    return std::nullopt;
}

std::optional<Part> read_part(std::string_view body, std::size_t start, std::size_t end) {
    auto head = body.substr(start, std::min(end - start, most_part_head));
    const auto blank = head.find("\r\n\r\n");
    if (blank == head.npos) return std::nullopt;
    head = head.substr(0, blank);
    Part part;
    part.start = start + blank + 4;
    part.length = end - part.start;
    bool named = false;
    while (!head.empty()) {
        const auto line = head.substr(0, head.find("\r\n"));
        head.remove_prefix(std::min(line.size() + 2, head.size()));
        if (!read_part_header(line, part)) return std::nullopt;
        named = named || !part.name.empty();
    }
    if (!named) return std::nullopt;
    return part;
}

bool read_part_header(std::string_view line, Part& part) {
    const auto name = line.substr(0, line.find(':'));
    if (name.size() == line.size() || !is_token(name)) return false;
    const auto value = without_white_space(line.substr(name.size() + 1));
    if (same_name(name, "content-type")) part.content_type = one_line(cleaned(value));
    if (same_name(name, "content-disposition")) return read_disposition(value, part);
    return true;
}

bool read_disposition(std::string_view value, Part& part) {
    const auto name = parameter(value, "name");
    if (!same_name(media_type(value), "form-data") || !name) return false;
    part.name = cleaned(form_name(*name));
    part.file_name = file_name(value);
    return true;
}

std::optional<Refusal> past_the_limits(const std::vector<Part>& parts) {
    std::size_t files = 0;
    for (const Part& part : parts) {
        if (part.file_name)
            ++files;
        else if (part.length > most_value_bytes)
            return too_long(part.name);
    }
    if (files > most_files)
        return invalid("", "More than 20 files were chosen. Send them in smaller groups.");
    if (parts.size() - files > most_fields) return too_many_fields();
    return std::nullopt;
}

Form form_of(std::vector<Part> parts, std::string body) {
    Form form;
    std::vector<Upload> uploads(parts.size());
    const auto largest = largest_file(parts);
    for (std::size_t at = 0; at < parts.size(); ++at)
        if (at != largest) uploads[at].content = body.substr(parts[at].start, parts[at].length);
    if (largest < parts.size()) {
        body.resize(parts[largest].start + parts[largest].length);
        body.erase(0, parts[largest].start);
        uploads[largest].content = std::move(body);
    }
    for (std::size_t at = 0; at < parts.size(); ++at) {
        auto& [name, file_name, content_type, start, length] = parts[at];
        auto& upload = uploads[at];
        if (!file_name) {
            form.add(std::move(name), cleaned(upload.content));
            continue;
        }
        upload.file_name = std::move(*file_name);
        upload.content_type = std::move(content_type);
        form.add(std::move(name), std::move(upload));
    }
    return form;
}

/// The file whose copy would cost most; the number of parts when there is no file.
std::size_t largest_file(const std::vector<Part>& parts) {
    std::size_t largest = parts.size();
    for (std::size_t at = 0; at < parts.size(); ++at) {
        if (!parts[at].file_name) continue;
        if (largest == parts.size() || parts[at].length > parts[largest].length) largest = at;
    }
    return largest;
}

} // namespace
} // namespace openmasa::http
