#pragma once
// The log in people's words, those of the partnership: each verb is spoken in
// one table.
#include "core/audit/log.hpp"
#include "core/terms/words.hpp"
#include <string>
#include <vector>

namespace openmasa::audit {

/// "changed the target date of ", "FF 3", "": a sentence after who did it, with the thing's name
/// apart, so that a page can make it a link.
struct SpokenAct {
    std::string before, name, after;
};
SpokenAct spoken(const LoggedAct& act, const terms::Words& local);
/// The same in one line: "changed the target date of FF 3".
std::string in_one_line(const LoggedAct& act, const terms::Words& local = {});

/// "Changed an action": a verb by itself, for a list to choose from.
std::string spoken_verb(std::string_view verb, const terms::Words& local = {});
/// "Actions": a kind of thing, likewise.
std::string spoken_kind(std::string_view kind, const terms::Words& local = {});
/// "action", "priority": one thing of a kind.
std::string one_of_kind(std::string_view kind, const terms::Words& local = {});
/// What a record calls itself in its content: "FF 3"; "an action" when it does not say.
std::string name_of_record(std::string_view kind, const std::string& content,
                           const terms::Words& local = {});
/// The record's own page; empty when it has none.
std::string address_of(std::string_view kind, std::string_view id);

/// Where the log says everything about the record whose own page is at `path`; empty for a path
/// that is none of a record.
std::string log_address_of(std::string_view path);

/// Names of owners by their id, and what the partnership calls other things.
struct OwnerNames {
    std::vector<std::pair<std::string, std::string>> names{};
    terms::Words words{};
    std::string of(std::string_view id) const;
};
/// "Agency lead for Norfolk Constabulary", "by a link"; empty when there is nothing to say.
std::string spoken_right(std::string_view right, const OwnerNames& owners);

} // namespace openmasa::audit
