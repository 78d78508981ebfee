#include "plan/tally_views.hpp"
#include "kernel/text.hpp"
#include "web/ui/marks.hpp"
#include <algorithm>
#include <array>

namespace openmasa::plan {
namespace {

Html link_to(const CountLink& link, const Html& words) {
    return html(R"(<a class="govuk-link govuk-link--no-visited-state" href="{}">{}</a>)",
                address_of(link.rows, link.plan, link.section), words);
}

/// What is said of one action, and of several.
struct Said {
    Counted rows;
    const char* one;
    const char* several;
};
constexpr Said gaps[] = {
    {Counted::late, "is late", "are late"},
    {Counted::undated, "has no date", "have no date"},
    {Counted::without_owner, "has no owner", "have no owner"},
    {Counted::unproven, "is done but nothing shows it", "are done but nothing shows it"},
};

Html gaps_sentence(const PlanId& plan, const std::optional<SectionId>& section,
                   const Tally& tally) {
    if (tally.actions == 0) return {};
    std::vector<Html> said;
    for (const auto& gap : gaps)
        if (const int count = count_of(gap.rows, tally))
            said.push_back(link_to({gap.rows, plan, section},
                                   html("{} {}", count, count == 1 ? gap.one : gap.several)));
    if (said.empty())
        return html(" Nothing is late; each has a date and an owner, and what is done is shown.");
    return html(" {}.", listed(said));
}

/// "in four priorities and Business crucial activity".
Html whereabouts(const terms::Words& words, const std::vector<Section>& sections) {
    std::vector<Html> places;
    const int priorities = int(std::ranges::count(sections, true, &Section::is_priority));
    if (priorities == 1) places.push_back(html("one {}", words.one(terms::Word::priority)));
    if (priorities > 1)
        places.push_back(html("{} {}", spelled(priorities), words.several(terms::Word::priority)));
    for (const auto& section : sections)
        if (!section.is_priority) places.push_back(escaped(section.name));
    return places.empty() ? Html() : html(" in {}", listed(places));
}

} // namespace

std::string spelled(int number) {
    static constexpr std::array<std::string_view, 11> words = {
        "nought", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"};
    if (number < 0 || number >= int(words.size())) return std::to_string(number);
    return std::string(words[std::size_t(number)]);
}

std::string spelled_first(int number) {
    auto word = spelled(number);
    if (word.front() >= 'a') word.front() = char(word.front() - 'a' + 'A');
    return word;
}

Html listed(const std::vector<Html>& parts) {
    Html line;
    for (std::size_t at = 0; at < parts.size(); ++at) {
        if (at > 0 && parts.size() > 2) line += html(",");
        if (at > 0) line += at + 1 == parts.size() ? html(" and ") : html(" ");
        line += parts[at];
    }
    return line;
}

Html number_link(const CountLink& link, const Tally& tally) {
    const int count = count_of(link.rows, tally);
    if (count == 0) return html(R"(<span class="om-zero">0</span>)");
    return link_to(link, html("{}", count));
}

Html standing_bar(const Tally& tally) {
    if (tally.actions == 0) return {};
    return html(R"(<div class="om-priority__bar">{}{}</div>
)",
                ui::standing_chart(tally.standings), ui::standing_key());
}

Html plan_sentence(const terms::Words& words, const PlanId& plan, const Tally& tally,
                   const std::vector<Section>& sections) {
    return html("{}{}.{}", counted(tally.actions, "action"), whereabouts(words, sections),
                gaps_sentence(plan, {}, tally));
}

Html section_sentence(const Section& section, const Tally& tally) {
    return html("{}.{}",
                link_to({Counted::all, section.plan, section.id},
                        html("{}", counted(tally.actions, "action"))),
                gaps_sentence(section.plan, section.id, tally));
}

} // namespace openmasa::plan
