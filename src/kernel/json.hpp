#pragma once
// Writing JSON for scripts. Keys and values in order of the calls; strings must be UTF-8.
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace openmasa {

class JsonWriter {
public:
    enum class Style { indented, compact };
    explicit JsonWriter(Style style = Style::indented);
    ~JsonWriter();
    JsonWriter(JsonWriter&&) noexcept;

    JsonWriter& begin_object();
    JsonWriter& end_object();
    JsonWriter& begin_array();
    JsonWriter& end_array();
    JsonWriter& key(std::string_view name);
    JsonWriter& value(std::string_view text);
    JsonWriter& value(const char* text) { return value(std::string_view(text)); }
    JsonWriter& value(std::int64_t number);
    JsonWriter& value(int number) { return value(std::int64_t{number}); }
    JsonWriter& value(std::size_t number) { return value(static_cast<std::int64_t>(number)); }
    JsonWriter& value(bool yes);
    JsonWriter& null();
    /// key and value in one; an empty optional is null.
    template<class T> JsonWriter& pair(std::string_view name, const T& what) {
        key(name);
        return value(what);
    }
    template<class T> JsonWriter& pair(std::string_view name, const std::optional<T>& what) {
        key(name);
        return what ? value(*what) : null();
    }
    /// What was written so far.
    std::string text() const;

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

} // namespace openmasa
