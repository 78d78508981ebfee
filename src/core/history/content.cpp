#include "core/history/content.hpp"
#include "kernel/json.hpp"
#include "store/fault.hpp"
#include <algorithm>
#include <rapidjson/document.h>

namespace openmasa::history {
namespace {

[[noreturn]] void refuse() {
    throw store::Fault(store::Fault::Kind::damaged, "a version in the history cannot be read");
}

} // namespace

std::string_view value_of(const Content& content, std::string_view key) {
    const auto found = std::ranges::find(content, key, [](const auto& pair) { return pair.first; });
    return found == content.end() ? std::string_view() : std::string_view(found->second);
}

std::string content_to_json(const Content& content) {
    JsonWriter json(JsonWriter::Style::compact);
    json.begin_object();
    for (const auto& [name, value] : content) json.pair(name, value);
    json.end_object();
    return json.text();
}

Content content_from_json(const std::string& json) {
    rapidjson::Document document;
    document.Parse(json.c_str(), json.size());
    if (document.HasParseError() || !document.IsObject()) refuse();
    Content content;
    for (const auto& member : document.GetObject()) {
        if (!member.value.IsString()) refuse();
        content.emplace_back(std::string(member.name.GetString(), member.name.GetStringLength()),
                             std::string(member.value.GetString(), member.value.GetStringLength()));
    }
    return content;
}

} // namespace openmasa::history
