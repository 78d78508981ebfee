#include "core/exchange/sheet.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <fmt/format.h>
#include <optional>
#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

namespace openmasa::sheet {
namespace {

using rapidjson::Value;

std::string_view view_of(const Value& text) {
    return {text.GetString(), text.GetStringLength()};
}

/// Nothing for what is no plain value.
std::optional<std::string> text_of(const Value& value) {
    if (value.IsNull()) return "";
    if (value.IsString()) return cleaned(view_of(value));
    if (value.IsBool()) return value.GetBool() ? "yes" : "no";
    if (value.IsInt64()) return std::to_string(value.GetInt64());
    if (value.IsNumber()) return fmt::format("{}", value.GetDouble());
    return std::nullopt;
}

/// Every name that any row has, in the order in which they come.
std::vector<std::string> names_in(const Value& rows) {
    std::vector<std::string> names;
    for (const auto& row : rows.GetArray())
        for (const auto& member : row.GetObject()) {
            auto name = cleaned(view_of(member.name));
            if (names.size() <= most_columns && std::ranges::count(names, name) == 0)
                names.push_back(std::move(name));
        }
    return names;
}

void add_row(Builder& builder, int number, const Value& row) {
    const auto names = builder.sheet().names;
    std::vector<std::string> cells(names.size());
    for (std::size_t at = 0; at < names.size(); ++at) {
        const auto member = row.FindMember(names[at].c_str());
        if (member == row.MemberEnd()) continue;
        auto text = text_of(member->value);
        if (text)
            cells[at] = std::move(*text);
        else
            builder.add_fault(number, at, "A list or an object cannot stand in a cell.");
    }
    (void)builder.add(number, std::move(cells));
}

Refusal not_rows() {
    return invalid("file", "This JSON is not a list of rows: it should look like "
                           "[{\"name\": \"Norfolk Constabulary\"}].");
}

} // namespace

Result<Sheet> read_json(std::string_view bytes) {
    rapidjson::Document document;
    document.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag>(
        bytes.data(), bytes.size());
    if (document.HasParseError())
        return invalid("file", fmt::format("This JSON breaks off at character {}: {}",
                                           document.GetErrorOffset() + 1,
                                           rapidjson::GetParseError_En(document.GetParseError())));
    if (!document.IsArray()) return not_rows();
    const auto& rows = document.GetArray();
    if (!std::all_of(rows.begin(), rows.end(), [](const Value& row) { return row.IsObject(); }))
        return not_rows();
    Builder builder;
    builder.sheet().names = names_in(document);
    if (builder.sheet().names.size() > most_columns || rows.Size() > most_rows)
        return invalid("file", "This file has more rows or columns than can be read at once.");
    for (rapidjson::SizeType at = 0; at < rows.Size(); ++at)
        add_row(builder, static_cast<int>(at) + 1, rows[at]);
    return builder.take();
}

} // namespace openmasa::sheet
