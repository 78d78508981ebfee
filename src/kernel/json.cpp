#include "kernel/json.hpp"
#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

namespace openmasa {

struct JsonWriter::Inside {
    Style style;
    rapidjson::StringBuffer buffer;
    rapidjson::PrettyWriter<rapidjson::StringBuffer> writer{buffer};
};

JsonWriter::JsonWriter(Style style) : inside_(new Inside{.style = style, .buffer = {}}) {
    inside_->writer.SetIndent(' ', 2);
    if (style == Style::compact) inside_->writer.SetIndent(' ', 0);
}
JsonWriter::~JsonWriter() = default;
JsonWriter::JsonWriter(JsonWriter&&) noexcept = default;

JsonWriter& JsonWriter::begin_object() {
    return inside_->writer.StartObject(), *this;
}
JsonWriter& JsonWriter::end_object() {
    return inside_->writer.EndObject(), *this;
}
JsonWriter& JsonWriter::begin_array() {
    return inside_->writer.StartArray(), *this;
}
JsonWriter& JsonWriter::end_array() {
    return inside_->writer.EndArray(), *this;
}
JsonWriter& JsonWriter::key(std::string_view name) {
    return inside_->writer.Key(name.data(), unsigned(name.size())), *this;
}
JsonWriter& JsonWriter::value(std::string_view text) {
    return inside_->writer.String(text.data(), unsigned(text.size())), *this;
}
JsonWriter& JsonWriter::value(std::int64_t number) {
    return inside_->writer.Int64(number), *this;
}
JsonWriter& JsonWriter::value(bool yes) {
    return inside_->writer.Bool(yes), *this;
}
JsonWriter& JsonWriter::null() {
    return inside_->writer.Null(), *this;
}

std::string JsonWriter::text() const {
    std::string text(inside_->buffer.GetString(), inside_->buffer.GetSize());
    if (inside_->style == Style::indented) return text;
    // Strings hold no raw line breaks in JSON, so every one here is layout.
    std::erase(text, '\n');
    return text;
}

} // namespace openmasa
