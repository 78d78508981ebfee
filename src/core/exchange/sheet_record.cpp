#include "core/exchange/sheet_record.hpp"
#include "kernel/json.hpp"
#include <rapidjson/document.h>

namespace openmasa::sheet {
namespace {

using rapidjson::Value;

void write(JsonWriter& json, std::string_view name, const std::vector<std::string>& words) {
    json.key(name).begin_array();
    for (const auto& word : words) json.value(word);
    json.end_array();
}

std::string text_of(const Value& value) {
    return {value.GetString(), value.GetStringLength()};
}

bool read(const Value& object, const char* name, std::vector<std::string>& into) {
    const auto member = object.FindMember(name);
    if (member == object.MemberEnd() || !member->value.IsArray()) return false;
    for (const auto& one : member->value.GetArray()) {
        if (!one.IsString()) return false;
        into.push_back(text_of(one));
    }
    return true;
}

bool has_number(const Value& object, const char* name) {
    return object.IsObject() && object.HasMember(name) && object[name].IsInt();
}

bool read_rows(const Value& object, Sheet& sheet) {
    if (!object.HasMember("rows") || !object["rows"].IsArray()) return false;
    for (const auto& one : object["rows"].GetArray()) {
        Row row;
        if (!has_number(one, "number") || !read(one, "cells", row.cells)) return false;
        if (row.cells.size() != sheet.names.size()) return false;
        row.number = one["number"].GetInt();
        sheet.rows.push_back(std::move(row));
    }
    return true;
}

bool read_faults(const Value& object, Sheet& sheet) {
    if (!object.HasMember("faults") || !object["faults"].IsArray()) return false;
    for (const auto& one : object["faults"].GetArray()) {
        if (!has_number(one, "row") || !has_number(one, "column")) return false;
        if (!one.HasMember("words") || !one["words"].IsString()) return false;
        const auto column = static_cast<std::size_t>(one["column"].GetInt());
        if (column >= sheet.names.size()) return false;
        sheet.faults.push_back({one["row"].GetInt(), column, text_of(one["words"])});
    }
    return true;
}

} // namespace

std::string record_of(const Sheet& sheet) {
    JsonWriter json(JsonWriter::Style::compact);
    json.begin_object();
    write(json, "names", sheet.names);
    json.key("rows").begin_array();
    for (const auto& row : sheet.rows) {
        json.begin_object().pair("number", row.number);
        write(json, "cells", row.cells);
        json.end_object();
    }
    json.end_array().key("faults").begin_array();
    for (const auto& fault : sheet.faults)
        json.begin_object()
            .pair("row", fault.row)
            .pair("column", fault.column)
            .pair("words", fault.words)
            .end_object();
    json.end_array();
    write(json, "remarks", sheet.remarks);
    json.end_object();
    return json.text();
}

std::optional<Sheet> sheet_from_record(std::string_view json) {
    rapidjson::Document document;
    document.Parse<rapidjson::kParseIterativeFlag>(json.data(), json.size());
    Sheet sheet;
    const bool whole = !document.HasParseError() && document.IsObject() &&
                       read(document, "names", sheet.names) && read_rows(document, sheet) &&
                       read_faults(document, sheet) && read(document, "remarks", sheet.remarks);
    return whole ? std::optional(std::move(sheet)) : std::nullopt;
}

} // namespace openmasa::sheet
