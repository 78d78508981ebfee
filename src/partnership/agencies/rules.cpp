#include "partnership/agencies/rules.hpp"
#include "kernel/text.hpp"
#include <fmt/format.h>

namespace openmasa::agencies {
namespace {

void refuse_too_long(std::vector<Problem>& problems, std::string_view field, std::string_view text,
                     std::size_t most) {
    if (text.size() > most)
        problems.push_back(
            {std::string(field), fmt::format("This is too long: at most {} characters.", most)});
}

using enum AskedUnder;
constexpr AskedUnder all_duties[] = {section_11, section_175, section_157};

bool& said(Agency& agency, AskedUnder duty) {
    switch (duty) {
    case section_175: return agency.section_175;
    case section_157: return agency.section_157;
    case section_11: break;
    }
    return agency.section_11;
}

std::string joined(const std::vector<std::string_view>& names) {
    std::vector<std::string> all(names.begin(), names.end());
    return join(all, ", ");
}

/// Teaching has a phase; what else an agency is has none.
void refuse_phase(std::vector<Problem>& problems, const Agency& agency) {
    if (agency.phase == Phase::none || agency.kind == AgencyKind::education ||
        agency.kind == AgencyKind::not_said)
        return;
    problems.push_back({"phase", "Only education has a phase: leave it out, or say that the kind "
                                 "is education."});
}

} // namespace

std::vector<Problem> problems_with(const Agency& agency) {
    std::vector<Problem> problems;
    if (trimmed(agency.name).empty()) problems.push_back({"name", "Give the [agency] its name."});
    if (trimmed(agency.sector).empty())
        problems.push_back({"sector", "Say which sector it belongs to: Health, Education ..."});
    if (agency.from && agency.to && *agency.to < *agency.from)
        problems.push_back({"to", "The last day is before the first."});
    refuse_too_long(problems, "name", agency.name, longest_name);
    refuse_too_long(problems, "short_name", agency.short_name, longest_line);
    refuse_too_long(problems, "sector", agency.sector, longest_line);
    refuse_too_long(problems, "role", agency.role, longest_line);
    refuse_too_long(problems, "contact", agency.contact, longest_contact);
    refuse_too_long(problems, "categories", agency.categories, longest_categories);
    refuse_too_long(problems, "duty_reason", agency.duty_reason, longest_line);
    refuse_phase(problems, agency);
    if (const auto read = read_categories(agency.categories); !read)
        for (const auto& problem : read.refusal().problems) problems.push_back(problem);
    return problems;
}

Kinds kinds_on(const Agency& agency, Day day) {
    return {.kind = agency.kind,
            .phase = agency.phase,
            .categories = on_day(categories_in(agency.categories), day)};
}

bool is_asked(const Agency& agency, AskedUnder duty) {
    auto copy = agency;
    return said(copy, duty);
}

void ask_what_follows(Agency& agency, Day day) {
    const auto kinds = kinds_on(agency, day);
    for (auto duty : all_duties) said(agency, duty) = follows(duty, kinds).value_or(false);
}

std::vector<Problem> problems_with_duties(const Agency& agency, Day day) {
    std::vector<Problem> problems;
    if (!trimmed(agency.duty_reason).empty()) return problems;
    const auto kinds = kinds_on(agency, day);
    for (auto duty : all_duties) {
        const auto due = follows(duty, kinds);
        if (!due || *due == is_asked(agency, duty)) continue;
        problems.push_back(
            {"duty_reason",
             *due ? fmt::format("{} follows from what it is ({}). Say why it is not asked.",
                                spoken(duty), joined(grounds(duty, kinds)))
                  : fmt::format("{} does not follow from what it is. Say why it is asked.",
                                spoken(duty))});
    }
    return problems;
}

bool takes_part(const Agency& agency, Day day) {
    return (!agency.from || *agency.from <= day) && (!agency.to || day <= *agency.to);
}

} // namespace openmasa::agencies
