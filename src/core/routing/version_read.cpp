#include "core/routing/version_read.hpp"
#include <charconv>

namespace openmasa {

std::int64_t whole_number(std::string_view text) {
    std::int64_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

std::int64_t version_read(const http::Form& form) {
    return whole_number(form.text("version"));
}

} // namespace openmasa
