#include "partnership/masa_contents.hpp"
#include <algorithm>
#include <array>

namespace openmasa::partnership {
namespace {

using clocks::Certainty;
using namespace std::chrono;

constexpr Day on(int of_year, unsigned in, unsigned at) {
    return sys_days(year(of_year) / month(in) / std::chrono::day(at));
}

constexpr std::string_view wt2018 = "Working Together to Safeguard Children 2018",
                           wt2023 = "Working Together to Safeguard Children 2023";
constexpr std::string_view local = "Norfolk Safeguarding Children Partnership, arrangements 2024";
constexpr Day wt2018_from = on(2018, 7, 4), wt2018_to = on(2023, 12, 14),
              wt2023_from = on(2023, 12, 15), local_from = on(2024, 11, 29);

/// What both editions of the guidance ask for.
struct Lasting {
    std::string_view key, heading, asks, clause_2018, clause_2023;
    Certainty certainty;
};
constexpr std::array lasting = {
    Lasting{"partners-and-area", "The safeguarding partners and the area",
            "Who the safeguarding partners are, and which area the arrangements cover.",
            "Children Act 2004 s16E; chapter 3", "Children Act 2004 s16E(1) to (3); chapter 2",
            Certainty::read},
    Lasting{"working-together", "How the partners work together",
            "How the partners work together to identify and respond to the needs of children.",
            "chapter 3", "Children Act 2004 s16E(1) to (3); chapter 2", Certainty::read},
    Lasting{"relevant-agencies", "Relevant agencies",
            "Which relevant agencies are part of the arrangements, and why those were chosen.",
            "SI 2018/789; chapter 3", "Children Act 2004 s16E(1) to (3); SI 2018/789; chapter 2",
            Certainty::check},
    Lasting{"schools", "Schools, colleges and early years",
            "How schools, colleges and early years settings are included.", "chapter 3",
            "chapter 2", Certainty::check},
    Lasting{"custody-and-residential", "Custody and residential homes",
            "How homes and places of detention for children in the area are included.", "chapter 3",
            "chapter 2", Certainty::check},
    Lasting{"data", "Data and intelligence",
            "How data and intelligence show needs and whether services help.", "chapter 3",
            "chapter 2", Certainty::check},
    Lasting{"training", "Multi-agency training",
            "How multi-agency training is commissioned, and how its impact is known.", "chapter 3",
            "chapter 2", Certainty::check},
    Lasting{"practice-reviews", "Practice reviews",
            "How serious child safeguarding cases are reviewed and what is done with the learning.",
            "chapter 4", "chapter 5", Certainty::check},
    Lasting{
        "scrutiny", "Independent scrutiny", "How the arrangements are scrutinised independently.",
        "Children Act 2004 s16G; chapter 3", "Children Act 2004 s16G; chapter 2", Certainty::check},
    Lasting{"funding", "Funding", "How the arrangements are paid for, and by whom.",
            "Children Act 2004 s16I; chapter 3", "Children Act 2004 s16I; chapter 2",
            Certainty::read},
    Lasting{"threshold-document", "The threshold document",
            "Where the criteria for the levels of help are, and how they are kept.", "chapter 1",
            "chapters 2 and 3", Certainty::check},
    Lasting{"voice-of-children", "The voice of children and families",
            "How children and families are heard and shape services.", "chapter 3", "chapter 2",
            Certainty::check},
};

/// What was asked for later.
constexpr std::array later = {
    RequiredContent{"lead-partners",
                    "Lead and delegated safeguarding partners",
                    "Who the lead safeguarding partners are, and whom each of them delegates to.",
                    "chapter 2",
                    wt2023,
                    wt2023_from,
                    {},
                    Certainty::read},
    RequiredContent{"lead-functions",
                    "What the lead partners do together",
                    "How the lead partners set the strategy, sign off, fund and hold to account.",
                    "chapter 2",
                    wt2023,
                    wt2023_from,
                    {},
                    Certainty::read},
    RequiredContent{"delegated-functions",
                    "What the delegated partners do together",
                    "How the delegated partners run the arrangements from day to day.",
                    "chapter 2",
                    wt2023,
                    wt2023_from,
                    {},
                    Certainty::local},
    RequiredContent{"chair",
                    "The partnership chair",
                    "Which of the delegated partners is the partnership's chair, and for how long.",
                    "chapter 2",
                    wt2023,
                    wt2023_from,
                    {},
                    Certainty::check},
    RequiredContent{"education-route",
                    "Education at every level",
                    "By which route education takes part in decisions, strategic and operational.",
                    "chapter 2",
                    wt2023,
                    wt2023_from,
                    {},
                    Certainty::check},
    RequiredContent{
        "disputes",
        "Resolving disputes",
        "The system by which disputes between partners and relevant agencies are resolved.",
        "chapter 2, paragraph 110",
        wt2023,
        wt2023_from,
        {},
        Certainty::read},
    RequiredContent{"budget",
                    "The shared budget",
                    "The budget, what each partner gives to it, and how that is seen to be fair.",
                    "chapter 2",
                    wt2023,
                    wt2023_from,
                    {},
                    Certainty::check},
    RequiredContent{"secure-settings",
                    "Secure settings and the use of restraint",
                    "How the use of restraint in secure settings of the area is reviewed.",
                    "chapter 2",
                    wt2023,
                    wt2023_from,
                    {},
                    Certainty::check},
    RequiredContent{"review-of-the-arrangements",
                    "When the arrangements are reviewed",
                    "On which day or how often they are reviewed, and by whom.",
                    "arrangements, review",
                    local,
                    local_from,
                    {},
                    Certainty::local},
};

constexpr std::size_t count = 2 * lasting.size() + later.size();
using All = std::array<RequiredContent, count>;

constexpr All all = [] {
    All made{};
    std::size_t at = 0;
    for (const auto& one : lasting) {
        made[at++] = {one.key, one.heading, one.asks,  one.clause_2018,
                      wt2018,  wt2018_from, wt2018_to, Certainty::check};
        made[at++] = {one.key, one.heading, one.asks, one.clause_2023,
                      wt2023,  wt2023_from, {},       one.certainty};
    }
    for (const auto& one : later) made[at++] = one;
    return made;
}();

bool is_in_force(const RequiredContent& content, Day day) {
    return content.from <= day && day <= content.to.value_or(day);
}

} // namespace

std::vector<const RequiredContent*> required_contents(Day on) {
    std::vector<const RequiredContent*> found;
    for (const auto& content : all)
        if (is_in_force(content, on)) found.push_back(&content);
    return found;
}

const RequiredContent* required_content(std::string_view key, Day on) {
    const auto in_force = required_contents(on);
    const auto found = std::ranges::find(in_force, key, &RequiredContent::key);
    return found == in_force.end() ? nullptr : *found;
}

} // namespace openmasa::partnership
