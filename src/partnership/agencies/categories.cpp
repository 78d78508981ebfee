#include "partnership/agencies/categories.hpp"
#include "kernel/london_time.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::agencies {
namespace {

using enum AskedUnder;

constexpr std::string_view education = "Education and childcare";
constexpr std::string_view health = "Health and social care";
constexpr std::string_view justice = "Criminal justice";
constexpr std::string_view police = "Police and immigration";
constexpr std::string_view others = "Miscellaneous";

constexpr std::string_view read_clause = "SI 2018/789, Schedule, paragraphs 1 to 14";
constexpr std::string_view other_clause = "SI 2018/789, Schedule";

/// The day on which the Regulations came into force.
constexpr Day in_force{std::chrono::year{2018} / 6 / 29};

/// Of the paragraphs that were read. Which section of the Education Act 2002 asks follows from its
/// section 175 and the regulations under section 157, as far as they were read.
constexpr Category read(std::string_view name, std::optional<AskedUnder> duty = {}) {
    return {name, education, read_clause, in_force, {}, false, duty};
}
constexpr Category unread(std::string_view name, std::string_view part,
                          std::optional<AskedUnder> duty = {}) {
    return {name, part, other_clause, in_force, {}, true, duty};
}

constexpr Category categories[] = {
    read("Academy", section_157),
    read("16 to 19 academy", section_175),
    read("Alternative provision academy", section_157),
    read("Maintained school", section_175),
    read("Maintained nursery school", section_175),
    read("Pupil referral unit", section_175),
    read("Registered independent institution", section_157),
    read("Special school approved under section 342"),
    read("Special post-16 institution"),
    read("Further education institution", section_175),
    read("English higher education provider"),
    read("Funded training provider", section_175),
    read("Childminder or registered early years provider"),
    read("Children's centre"),
    unread("NHS England", health, section_11),
    unread("NHS trust", health, section_11),
    unread("NHS foundation trust", health, section_11),
    unread("Adoption support or voluntary adoption agency", health),
    unread("Fostering agency", health),
    unread("Children's home", health),
    unread("Residential family centre", health),
    unread("Residential holiday scheme for disabled children", health),
    unread("Youth services", health),
    unread("Cafcass", justice),
    unread("Probation services", justice, section_11),
    unread("Youth offending team", justice, section_11),
    unread("Prison", justice, section_11),
    unread("Young offender institution", justice, section_11),
    unread("Secure training centre", justice, section_11),
    unread("Secure college", justice, section_11),
    unread("Police and crime commissioner", justice, section_11),
    unread("British Transport Police", police, section_11),
    unread("Port police", police),
    unread("Immigration and customs functions", police),
    unread("Charity", others),
    unread("Religious organisation", others),
    unread("Sport or leisure body for children", others),
};

std::string plainly(std::string_view name) {
    return lower(one_line(name));
}

/// "Academy", "2024-09-01", "2026-08-31" of one line.
struct Parts {
    std::string name, from, to;
};
/// A name may hold the words itself, so that the last ones count.
std::string cut_off(std::string& rest, std::string_view word) {
    const auto at = lower(rest).rfind(word);
    if (at == std::string::npos) return {};
    auto cut = one_line(rest.substr(at + word.size()));
    rest = one_line(rest.substr(0, at));
    return cut;
}
Parts parts_of(std::string_view line) {
    Parts parts{.name = one_line(line), .from = {}, .to = {}};
    if (find_category(parts.name)) return parts;
    auto with_from = parts.name;
    const auto to = cut_off(with_from, " to ");
    if (!to.empty() &&
        (find_category(with_from) || lower(with_from).find(" from ") != std::string::npos)) {
        parts.to = to;
        parts.name = with_from;
    }
    parts.from = cut_off(parts.name, " from ");
    while (!parts.name.empty() && parts.name.back() == ',') parts.name.pop_back();
    return parts;
}

void read_day(std::vector<Problem>& problems, const std::string& words, std::optional<Day>& into) {
    if (words.empty()) return;
    into = typed_day(words);
    if (!into)
        problems.push_back(
            {"categories",
             fmt::format("\u201c{}\u201d is no day. Write it as 1 September 2024.", words)});
}

InCategory read_line(std::vector<Problem>& problems, std::string_view line) {
    const auto parts = parts_of(line);
    InCategory read{.category = find_category(parts.name), .from = {}, .to = {}};
    if (!read.category)
        problems.push_back(
            {"categories", fmt::format("\u201c{}\u201d is no category of the 2018 Regulations. All "
                                       "of them are on the page Categories.",
                                       parts.name)});
    read_day(problems, parts.from, read.from);
    read_day(problems, parts.to, read.to);
    if (read.from && read.to && *read.to < *read.from)
        problems.push_back(
            {"categories", fmt::format("{}: the last day is before the first.", parts.name)});
    return read;
}

bool overlap(const InCategory& one, const InCategory& other) {
    return (!one.to || !other.from || *other.from <= *one.to) &&
           (!other.to || !one.from || *one.from <= *other.to);
}

void refuse_overlaps(std::vector<Problem>& problems, const std::vector<InCategory>& all) {
    for (std::size_t at = 0; at < all.size(); ++at)
        for (std::size_t next = at + 1; next < all.size(); ++next)
            if (all[at].category && all[at].category == all[next].category &&
                overlap(all[at], all[next]))
                problems.push_back(
                    {"categories", fmt::format("{} stands twice for the same days: end one before "
                                               "the other begins.",
                                               all[at].category->name)});
}

bool is_in_force(const InCategory& one, Day day) {
    return (!one.from || *one.from <= day) && (!one.to || day <= *one.to);
}

/// What is asked of a body that is no relevant agency: section 11(1) names local authorities,
/// district councils, police and care boards; section 175 local authorities and further education.
bool asked_by_kind(AskedUnder duty, AgencyKind kind) {
    if (duty == section_175) return kind == AgencyKind::local_authority;
    return duty == section_11 &&
           (is_statutory_partner(kind) || kind == AgencyKind::district_council);
}

} // namespace

std::string_view spoken(AskedUnder duty) {
    switch (duty) {
    case section_11: return "Section 11";
    case section_175: return "Section 175";
    case section_157: return "Section 157";
    }
    return {};
}

std::string_view clause_of(AskedUnder duty) {
    switch (duty) {
    case section_11: return "Children Act 2004, section 11";
    case section_175: return "Education Act 2002, section 175";
    case section_157: return "Education Act 2002, section 157";
    }
    return {};
}

std::span<const Category> all_categories() {
    return categories;
}

const Category* find_category(std::string_view name) {
    const auto called = plainly(name);
    const auto* found = std::ranges::find_if(
        categories, [&](const Category& one) { return plainly(one.name) == called; });
    return found == std::end(categories) ? nullptr : found;
}

Result<std::vector<InCategory>> read_categories(std::string_view lines) {
    std::vector<InCategory> all;
    std::vector<Problem> problems;
    for (auto line : split(lines, '\n'))
        if (!trimmed(line).empty()) all.push_back(read_line(problems, line));
    refuse_overlaps(problems, all);
    if (!problems.empty()) return invalid(std::move(problems));
    return all;
}

std::string written(const std::vector<InCategory>& all) {
    std::vector<std::string> lines;
    for (const auto& one : all) {
        std::string line(one.category->name);
        if (one.from) line += " from " + iso(*one.from);
        if (one.to) line += " to " + iso(*one.to);
        lines.push_back(std::move(line));
    }
    return join(lines, "\n");
}

std::vector<InCategory> categories_in(std::string_view lines) {
    auto read = read_categories(lines);
    return read ? std::move(*read) : std::vector<InCategory>();
}

std::vector<const Category*> on_day(const std::vector<InCategory>& all, Day day) {
    std::vector<const Category*> found;
    for (const auto& one : all)
        if (is_in_force(one, day)) found.push_back(one.category);
    return found;
}

std::vector<std::string_view> grounds(AskedUnder duty, const Kinds& kinds) {
    std::vector<std::string_view> found;
    if (asked_by_kind(duty, kinds.kind)) found.push_back(spoken(kinds.kind));
    if (duty == section_175 && kinds.phase == Phase::further) found.push_back(spoken(kinds.phase));
    for (const auto* category : kinds.categories)
        if (category->asked_under == duty) found.push_back(category->name);
    return found;
}

std::optional<bool> follows(AskedUnder duty, const Kinds& kinds) {
    if (!grounds(duty, kinds).empty()) return true;
    const bool tells = !kinds.categories.empty() || is_statutory_partner(kinds.kind) ||
                       kinds.kind == AgencyKind::district_council;
    return tells ? std::optional(false) : std::nullopt;
}

} // namespace openmasa::agencies
