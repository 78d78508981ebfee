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
    return problems;
}

bool takes_part(const Agency& agency, Day day) {
    return (!agency.from || *agency.from <= day) && (!agency.to || day <= *agency.to);
}

} // namespace openmasa::agencies
