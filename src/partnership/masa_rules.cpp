#include "partnership/masa_rules.hpp"
#include "kernel/overdue.hpp"
#include "kernel/target_date.hpp"
#include "kernel/text.hpp"
#include "partnership/must_know.hpp"
#include "partnership/office_rules.hpp"
#include <algorithm>
#include <array>
#include <charconv>
#include <fmt/format.h>
#include <numeric>

namespace openmasa::partnership {
namespace {

void ask(std::vector<Problem>& problems, std::string_view field, std::string_view words,
         std::string_view asks, std::size_t longest) {
    if (trimmed(words).empty() && !asks.empty())
        problems.push_back({std::string(field), std::string(asks)});
    if (words.size() > longest)
        problems.push_back(
            {std::string(field), fmt::format("This is too long: at most {} characters.", longest)});
}

std::optional<int> whole_number(std::string_view text) {
    int number = 0;
    const auto trim = trimmed(text);
    const auto* end = trim.data() + trim.size();
    const auto read = std::from_chars(trim.data(), end, number);
    if (trim.empty() || read.ec != std::errc() || read.ptr != end) return std::nullopt;
    return number;
}

/// A heading alone would be signed as it stands.
void add_bare_headings(const MasaEdition& edition, std::vector<Missing>& missing) {
    for (const auto& section : edition.sections)
        if (trimmed(section.words).empty())
            missing.push_back({fmt::format("sections/{}", section.id.view()),
                               fmt::format("The section \u201c{}\u201d has only a heading: write "
                                           "it, or take it away.",
                                           section.heading)});
}

/// The council first, then health, then the police, then others as they come.
std::vector<std::string> by_body(const std::vector<Office>& offices, const PartnerKinds& kinds) {
    constexpr std::array<std::string_view, 3> bodies = {"local_authority", "care_board", "police"};
    const auto rank = [&](std::size_t at) {
        const auto kind = kinds.find(offices[at].id);
        return kind == kinds.end() ? bodies.end() : std::ranges::find(bodies, kind->second);
    };
    std::vector<std::size_t> order(offices.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, rank);
    std::vector<std::string> places(offices.size());
    for (std::size_t place = 0; place < order.size(); ++place)
        places[order[place]] = std::to_string(place + 1);
    return places;
}

} // namespace

bool may_see(const Scope& scope, const MasaEdition& edition) {
    const bool is_draft =
        edition.stage == MasaStage::draft || edition.stage == MasaStage::withdrawn;
    // Whoever keeps them looks back at what they kept, though nobody changes the past.
    auto now = scope;
    now.looking_back = false;
    return is_draft ? must_know(now) : scope.may(Permission::read_agencies);
}

bool is_open(const MasaEdition& edition) {
    return edition.stage == MasaStage::draft || edition.stage == MasaStage::consultation;
}

bool is_alive(const MasaEdition& edition) {
    return edition.stage != MasaStage::superseded && edition.stage != MasaStage::withdrawn;
}

bool was_brought_in(const MasaEdition& edition) {
    return edition.published_on && !edition.signed_elsewhere.empty();
}

bool takes_notes(const MasaEdition& edition) {
    return is_alive(edition) || was_brought_in(edition);
}

bool takes_consultation(const MasaEdition& edition) {
    return is_open(edition) || was_brought_in(edition);
}

Day guidance_day(const MasaEdition& edition, Day today) {
    return edition.published_on.value_or(today);
}

const MasaCheck* check_of(const MasaEdition& edition, std::string_view item) {
    const auto found = std::ranges::find(edition.checks, item, &MasaCheck::item);
    return found == edition.checks.end() ? nullptr : &*found;
}

std::vector<const RequiredContent*> missing_contents(const MasaEdition& edition, Day today) {
    auto missing = required_contents(guidance_day(edition, today));
    std::erase_if(missing, [&](const RequiredContent* content) {
        return check_of(edition, content->key) != nullptr;
    });
    return missing;
}

std::vector<Problem> problems_with(const MasaEdition& edition) {
    std::vector<Problem> problems;
    ask(problems, "title", edition.title, "Say what it is called.", longest_masa_title);
    ask(problems, "area", edition.area, "Say which area it is for.", longest_masa_words);
    ask(problems, "changed", edition.changed, {}, longest_masa_words);
    ask(problems, "changed_why", edition.changed_why, {}, longest_masa_words);
    ask(problems, "minute", edition.authorised_minute, {}, longest_masa_words);
    return problems;
}

std::vector<Problem> problems_with(const MasaSection& section) {
    std::vector<Problem> problems;
    ask(problems, "heading", section.heading, "Give it a heading.", longest_masa_title);
    ask(problems, "words", section.words, {}, longest_masa_section);
    return problems;
}

std::vector<Problem> problems_with(const MasaMilestone& milestone, Day today) {
    std::vector<Problem> problems;
    ask(problems, "what", milestone.what, "Say what is to be done.", longest_masa_words);
    ask(problems, "target", milestone.target, "Say by when, as people say it.", longest_masa_title);
    ask(problems, "note", milestone.note, {}, longest_masa_words);
    if (milestone.done_on && *milestone.done_on > today)
        problems.push_back({"done_on", "It was done today or earlier."});
    return problems;
}

std::vector<Problem> problems_with(const MasaConsultation& consultation) {
    std::vector<Problem> problems;
    ask(problems, "whom", consultation.whom, "Say whom you asked.", longest_masa_title);
    ask(problems, "when", consultation.when, "Say when you asked.", longest_masa_title);
    ask(problems, "how", consultation.how, {}, longest_masa_words);
    ask(problems, "said", consultation.said, {}, longest_masa_words);
    ask(problems, "came_of_it", consultation.came_of_it, {}, longest_masa_words);
    return problems;
}

std::vector<Problem> problems_with(const MasaCheck& check) {
    std::vector<Problem> problems;
    ask(problems, "words", check.words,
        check.judged == MasaCheck::Judged::met ? "Say where it is met: a section, a page, a link."
                                               : "Say why it is left out.",
        longest_masa_words);
    return problems;
}

std::vector<Missing> missing_for_signature(const MasaEdition& edition, std::size_t files,
                                           const std::vector<Office>& lead_partners, Day today,
                                           int comments) {
    std::vector<Missing> missing;
    const bool has_words = std::ranges::any_of(
        edition.sections, [](const MasaSection& one) { return !trimmed(one.words).empty(); });
    if (!has_words && files == 0)
        missing.push_back({"words", "It has no words yet: write a section, or add the file."});
    else
        add_bare_headings(edition, missing);
    if (edition.follows && trimmed(edition.changed).empty())
        missing.push_back({"change", "Nobody has said what changed since the edition before."});
    if (edition.follows && (!edition.authorised_by || !edition.authorised_on))
        missing.push_back({"change", "Nobody has said who authorised the change, and when."});
    for (const auto* content : missing_contents(edition, today))
        missing.push_back({fmt::format("checklist/{}", content->key),
                           fmt::format("\u201c{}\u201d is neither met nor explained ({}).",
                                       content->heading, content->clause)});
    if (comments > 0)
        missing.push_back({"comments", fmt::format("{} of the consultation {} no answer yet.",
                                                   counted(comments, "comment"),
                                                   comments == 1 ? "has" : "have")});
    if (lead_partners.size() < fewest_signers)
        missing.push_back(
            {"", fmt::format("Three lead safeguarding partners sign it: the council, the police "
                             "and health. Here are {} of their offices today.",
                             lead_partners.size())});
    return missing;
}

std::vector<Office> lead_partners_on(const std::vector<Office>& all, Day on) {
    std::vector<Office> found;
    for (const auto& office : all)
        if (office.kind == OfficeKind::lead_partner && exists(office, on)) found.push_back(office);
    return found;
}

std::vector<std::string> proposed_places(const std::vector<Office>& offices,
                                         const PartnerKinds& kinds,
                                         const std::vector<signoff::Asked>& last) {
    std::vector<std::string> places;
    for (const auto& office : offices) {
        const auto asked = std::ranges::find(last, office.id, &signoff::Asked::office);
        if (asked == last.end() || last.size() != offices.size()) return by_body(offices, kinds);
        places.push_back(std::to_string(asked->stage));
    }
    return places;
}

Result<std::vector<signoff::Asked>> in_order(const std::vector<Office>& offices,
                                             const std::vector<std::string>& places) {
    std::vector<signoff::Asked> asked;
    std::vector<Problem> problems;
    for (std::size_t at = 0; at < offices.size(); ++at) {
        const auto place = at < places.size() ? whole_number(places[at]) : std::optional<int>();
        if (!place || *place < 1 || *place > static_cast<int>(offices.size()))
            problems.push_back({"place-" + offices[at].id.str(),
                                fmt::format("Give it a place from 1 to {}.", offices.size())});
        else
            asked.push_back({offices[at].id, offices[at].name, *place});
    }
    if (!problems.empty()) return invalid(std::move(problems));
    std::ranges::stable_sort(asked, {}, &signoff::Asked::stage);
    return asked;
}

MilestoneStanding standing(const MasaMilestone& milestone, Day agreed_on, Day today) {
    if (milestone.done_on) return MilestoneStanding::done;
    const auto last = deadline(understand_date(milestone.target), agreed_on);
    switch (due(last, today)) {
    case Due::overdue: return MilestoneStanding::late;
    case Due::soon: return MilestoneStanding::soon;
    case Due::later: return MilestoneStanding::later;
    case Due::no_end: return MilestoneStanding::undated;
    }
    return MilestoneStanding::undated;
}

const MasaEdition* in_force(const std::vector<MasaEdition>& editions, Day on) {
    const MasaEdition* found = nullptr;
    for (const auto& edition : editions) {
        const bool holds = edition.published_on && *edition.published_on <= on &&
                           edition.superseded_on.value_or(on + std::chrono::days{1}) > on;
        if (holds && (!found || *found->published_on < *edition.published_on)) found = &edition;
    }
    return found;
}

} // namespace openmasa::partnership
