#pragma once
// Areas that figures are about: England, its regions, upper tiers, districts, localities. An area
// has codes of ONS and of DfE, and days from and to which it is there. One whose code changed and
// which stayed what it was is one area with two codes; one that was merged or parted is followed by
// others.
#include "kernel/day.hpp"
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace openmasa::intelligence {

using AreaNumber = std::int64_t;

enum class AreaLevel : unsigned char { england, region, upper_tier, district, locality };
std::string_view to_text(AreaLevel level);
bool from_text(std::string_view text, AreaLevel& level);
/// "England", "region", "local authority", "district", "locality".
std::string_view spoken(AreaLevel level);

/// By the first three characters of ONS's code: E92 England; E12, E13 regions and the two halves of
/// London; E06, E08, E09, E10 upper tiers; E07 districts. Nothing for any other.
/// Source: ONS, Register of Geographic Codes.
std::optional<AreaLevel> level_of_code(std::string_view ons_code);

struct Area {
    AreaNumber number = 0;
    std::string name;
    AreaLevel level = AreaLevel::upper_tier;
    /// What it lies in: a region, England, an upper tier.
    std::optional<AreaNumber> within{};
    std::optional<Day> from{}, to{};
    /// The partnership's own.
    bool is_ours = false;
    /// Its code today, of each scheme; empty where it has none.
    std::string ons{}, dfe{};
};

/// The same name in other letters and order: "London (Inner)" and "inner london" are one; so are
/// the bare names and "Bristol, City of", "County Durham", "Bedford Borough".
std::string plain_name(std::string_view name);

/// What is known of an area that ended or began: by either code.
struct AreaLife {
    std::string_view ons, dfe;
    /// "2021-03-31"; empty where it was always there, or still is.
    std::string_view from, to;
    /// ONS's codes of what came after it, with a space between; empty for none.
    std::string_view followed_by{};
};
/// Mergers and partings of upper tiers since 2019. Sources: the structural changes orders of
/// Bournemouth, Dorset and Poole 2018, Northamptonshire 2020 and Cumbria 2022.
std::span<const AreaLife> area_lives();
const AreaLife* find_area_life(std::string_view ons, std::string_view dfe);

/// An area that kept its bounds and its people and got another code of ONS.
struct AreaRecoding {
    std::string_view before, after;
    /// From this day.
    std::string_view on;
};
/// Counties that became one council for all of them: Buckinghamshire 2020; Somerset and North
/// Yorkshire 2023. Bounds that moved by a little: Northumberland and Gateshead 2013; Barnsley and
/// Sheffield 2025 (S.I. 2024/1328). Source: ONS, Code History Database.
std::span<const AreaRecoding> area_recodings();

} // namespace openmasa::intelligence
