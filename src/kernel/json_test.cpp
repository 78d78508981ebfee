#include "kernel/json.hpp"
#include <gtest/gtest.h>

namespace openmasa {
namespace {

void write_example(JsonWriter& json) {
    json.begin_object();
    json.pair("words", "Nov 2025");
    json.pair("count", 2);
    json.pair("big", std::int64_t{9'007'199'254'740'993});
    json.pair("open", true);
    json.pair("latest", std::optional<std::string_view>{});
    json.key("steps").begin_array().value("a").null().end_array();
    json.key("none").begin_array().end_array();
    json.end_object();
}

TEST(Json, Is_indented_by_two) {
    JsonWriter json;
    write_example(json);
    EXPECT_EQ(json.text(), R"({
  "words": "Nov 2025",
  "count": 2,
  "big": 9007199254740993,
  "open": true,
  "latest": null,
  "steps": [
    "a",
    null
  ],
  "none": []
})");
}

TEST(Json, Is_one_line_when_compact) {
    JsonWriter json(JsonWriter::Style::compact);
    write_example(json);
    EXPECT_EQ(json.text(),
              R"({"words": "Nov 2025","count": 2,"big": 9007199254740993,"open": true,)"
              R"("latest": null,"steps": ["a",null],"none": []})");
}

TEST(Json, Escapes_what_must_be_escaped) {
    for (const auto style : {JsonWriter::Style::indented, JsonWriter::Style::compact}) {
        JsonWriter json(style);
        json.value(std::string_view("\"\\/\n\t\x01\0\u00E9", 9));
        EXPECT_EQ(json.text(), "\"\\\"\\\\/\\n\\t\\u0001\\u0000\u00E9\"");
    }
}

TEST(Json, Moves) {
    JsonWriter first;
    first.begin_array();
    JsonWriter second(std::move(first));
    second.end_array();
    EXPECT_EQ(second.text(), "[]");
}

} // namespace
} // namespace openmasa
