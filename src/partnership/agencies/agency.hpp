#pragma once
// An agency that takes part in the partnership.
#include "core/access/scope.hpp"
#include "partnership/agencies/kinds.hpp"
#include <cstdint>
#include <optional>
#include <string>

namespace openmasa::agencies {

struct Agency {
    /// The same as the owner's: an agency can own actions, and people act for it.
    OwnerId id;
    std::string name;
    /// As people say it: "NCC"; may be empty.
    std::string short_name;
    /// Today's: "Health".
    std::string sector;
    /// In the arrangements: "Statutory partner".
    std::string role;
    /// Asked under section 11 of the Children Act 2004.
    bool section_11 = false;
    bool funds = false;
    /// Whom to write to: an office, never a person's name.
    std::string contact;
    /// Takes part from and to; empty: it always has, and still does.
    std::optional<Day> from, to;
    std::int64_t version = 1;
    Moment updated_at{};
    AgencyKind kind = AgencyKind::not_said;
    Phase phase = Phase::none;
    /// Which of the 2018 Regulations, from when to when: one a line (categories.hpp).
    std::string categories{};
    /// Asked under sections 175 and 157 of the Education Act 2002.
    bool section_175 = false, section_157 = false;
    /// Why it is asked, or is not, where something else follows from what it is.
    std::string duty_reason{};
};

/// From a day on; the first has none.
struct SectorPeriod {
    std::optional<Day> from;
    std::string sector;
};

} // namespace openmasa::agencies
