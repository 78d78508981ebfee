#pragma once
// What a person typed or chose: a query, a posted form, or a posted form with files. Parsing only.
// Names and values are cleaned UTF-8 (kernel/text.hpp); a file's content is untouched.
#include "kernel/result.hpp"
#include "web/http/message.hpp"
#include "web/http/percent.hpp"
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace openmasa::http {

inline constexpr std::size_t most_fields = 2000;
inline constexpr std::size_t most_files = 20;
inline constexpr std::size_t most_value_bytes = 1024 * 1024;

struct Upload {
    std::string file_name; // without any folder part
    std::string content_type;
    std::string content;
};

class Form {
public:
    /// The first value of a field with its ends trimmed; empty when it was not sent.
    std::string_view text(std::string_view name) const;
    /// As typed, ends not trimmed (passwords).
    std::string_view raw(std::string_view name) const;
    std::vector<std::string_view> all(std::string_view name) const;
    /// Whether a field of that name was sent, also an empty one; a file counts when it was chosen.
    bool has(std::string_view name) const;
    /// The chosen file; nothing when the field is missing or left empty (no name and no content).
    const Upload* file(std::string_view name) const;

    void add(std::string name, std::string value);
    void add(std::string name, Upload upload);
    struct Field {
        std::string name, value;
    };
    const std::vector<Field>& fields() const { return fields_; }
    struct File {
        std::string name;
        Upload upload;
    };
    const std::vector<File>& files() const { return files_; }

private:
    std::vector<Field> fields_;
    std::vector<File> files_;
};

/// Reads "a=1&b=two+words". Never fails; malformed escapes stay as they are. At most 2,000 fields,
/// the rest is left out.
Form read_query(std::string_view query);
/// Reads a request's body by its content type (urlencoded or multipart/form-data). Refused when the
/// type is another one, when the multipart body is malformed or cut short, and past the limits
/// above, so that nothing that was typed is left out quietly. Moves file content out of the body.
Result<Form> read_form(Request& request);

} // namespace openmasa::http
