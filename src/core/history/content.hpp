#pragma once
// What a version of a record holds, as the history keeps it.
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace openmasa::history {

/// Keys that stay the same for ever and raw values (ids, ISO days, words of an enum), in a fixed
/// order; a key that is not there is empty. What a kind of record writes is described once
/// (core/history/description.hpp).
using Content = std::vector<std::pair<std::string, std::string>>;

/// The value under `key`; empty when it is not there.
std::string_view value_of(const Content& content, std::string_view key);

/// A JSON object with its keys in order, on one line.
std::string content_to_json(const Content& content);
/// Reads what content_to_json() wrote. Throws store::Fault (damaged) for anything else.
Content content_from_json(const std::string& json);

} // namespace openmasa::history
