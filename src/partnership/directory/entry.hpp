#pragma once
// Who is in the directory: whoever has an office, a seat or a role on the day, what they are, and
// how to reach them as far as they want.
#include "core/access/scope.hpp"
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace openmasa::directory {

enum class Prefers { nothing, email, telephone };
/// "email", for the database; empty for nothing.
std::string_view to_text(Prefers prefers);
bool from_text(std::string_view text, Prefers& prefers);

/// What somebody keeps of themselves.
struct Entry {
    PersonId person;
    Prefers prefers = Prefers::nothing;
    /// "Neglect, the audit of case files"; may be empty.
    std::string asked_about{};
    bool telephone_hidden = false;
    /// 0 until they said something.
    std::int64_t version = 0;
};

/// Something that somebody is on the day.
struct Post {
    enum class What { office, seat, deputy, role };
    PersonId person;
    What what = What::office;
    /// "Partnership chair", "Neglect Group"; of a role the role, and what it is held within.
    std::string name{};
    /// Of a seat whose it is, of an office the agency it is of; the agency that a role is held
    /// within.
    std::optional<OwnerId> agency{};
    std::string agency_name{};
    bool acting = false;
    Day from{};
    std::string href{};
};
/// "Partnership chair, acting", "Deputy in the Neglect Group for Norfolk Constabulary".
std::string spoken(const Post& post);
using openmasa::spoken; // days, roles

struct Listed {
    PersonId id;
    std::string name, position{};
    /// The agency that they belong to; where none is said, that of what they are.
    std::optional<OwnerId> agency{};
    std::string agency_name{};
    std::string email{};
    /// Empty too where they do not want it listed.
    std::string telephone{};
    Prefers prefers = Prefers::nothing;
    std::string asked_about{};
    std::optional<Day> left_on{};
    std::vector<Post> posts{};
};

/// The words of a search: at most so many, without what only holds them together.
std::vector<std::string> search_words(std::string_view typed);
inline constexpr std::size_t most_words = 6;

} // namespace openmasa::directory
