#include "plan/recommendations/rules.hpp"
#include "kernel/id_list.hpp"
#include "kernel/london_time.hpp"
#include "kernel/target_date.hpp"
#include "kernel/text.hpp"

namespace openmasa::recommendations {
namespace {

void ask_length(std::vector<Problem>& problems, std::string_view field, std::string_view text,
                std::size_t longest) {
    if (text.size() > longest)
        problems.push_back({std::string(field), "This is too long: at most " +
                                                    std::to_string(longest) + " characters."});
}

} // namespace

Filing filing_of(const Recommendation& it) {
    return {.title = it.title,
            .home = it.home,
            .priority = it.priority,
            .home_words = it.home_words,
            .kind = it.kind,
            .tags = it.tags,
            .owner = it.owner,
            .lead = it.lead,
            .due = it.due_words,
            .expected = ids_in<OwnerId>(it.expected)};
}

void file(Recommendation& it, const Filing& filing) {
    it.title = one_line(filing.title);
    it.home = filing.home;
    it.priority = filing.home == Home::priority ? filing.priority : std::nullopt;
    it.home_words = filing.home == Home::priority ? std::string() : one_line(filing.home_words);
    it.kind = filing.kind;
    it.tags = filing.tags;
    it.owner = filing.owner;
    it.lead = filing.lead;
    it.due_words = trimmed(filing.due);
    it.due = understand_date(it.due_words).latest;
    it.expected = text_of(filing.expected);
}

std::vector<Problem> problems_with(const Filing& filing) {
    std::vector<Problem> problems;
    if (trimmed(filing.title).empty())
        problems.push_back({"title", "Give the recommendation a title of a line."});
    ask_length(problems, "title", filing.title, longest_line);
    if (filing.home == Home::priority && !filing.priority)
        problems.push_back({"priority", "Say which [priority] it belongs to."});
    if (filing.home != Home::priority && filing.priority)
        problems.push_back({"priority", "Only where its home is [a priority]."});
    if (filing.home == Home::priority && !trimmed(filing.home_words).empty())
        problems.push_back({"home_words", "Only a sector, or another home, is said in words."});
    if (filing.home == Home::sector && trimmed(filing.home_words).empty())
        problems.push_back({"home_words", "Say which sector it belongs to."});
    ask_length(problems, "home_words", filing.home_words, longest_line);
    ask_length(problems, "due", filing.due, longest_line);
    return problems;
}

std::vector<Problem> problems_with(const SourceWords& source, Day today) {
    std::vector<Problem> problems;
    if (!source.kind) problems.push_back({"source_kind", "Say what kind of source it is."});
    if (trimmed(source.document).empty())
        problems.push_back({"document", "Say which document it stands in."});
    ask_length(problems, "document", source.document, longest_line);
    const auto dated = typed_day(source.dated);
    if (!trimmed(source.dated).empty() && !dated)
        problems.push_back({"dated", "Give the document's day like 31 March 2025."});
    else if (dated && *dated > today)
        problems.push_back({"dated", "The document's day is still to come."});
    if (trimmed(source.words).empty())
        problems.push_back({"words", "Give the words as they were published."});
    ask_length(problems, "words", source.words, longest_words);
    ask_length(problems, "paragraph", source.paragraph, longest_line);
    ask_length(problems, "proposed_lead", source.proposed_lead, longest_line);
    return problems;
}

std::vector<Problem> problems_with(const BroughtIn& brought, Day today) {
    std::vector<Problem> problems;
    const auto since = typed_day(brought.since);
    if (!trimmed(brought.since).empty() && !since)
        problems.push_back({"since", "Give the day like 31 March 2025."});
    else if (since && *since > today)
        problems.push_back({"since", "The day is still to come."});
    return problems;
}

Source source_of(const SourceId& id, const SourceWords& typed) {
    return {.id = id,
            .kind = typed.kind.value_or(SourceKind::other),
            .document = one_line(typed.document),
            .dated = typed_day(typed.dated),
            .paragraph = one_line(typed.paragraph),
            .words = std::string(trimmed(typed.words)),
            .proposed_lead = one_line(typed.proposed_lead)};
}

std::string why_not_joined(const Recommendation& it, bool has_joined_ones,
                           const Recommendation& other) {
    if (it.id == other.id) return "A recommendation cannot be joined to itself.";
    if (it.joined_to) return it.reference + " stands with another one already: part it first.";
    if (has_joined_ones)
        return "Others stand with " + it.reference + ": join those to " + other.reference +
               " one by one, or join " + other.reference + " to it.";
    if (other.withdrawn) return other.reference + " was withdrawn.";
    if (other.joined_to)
        return other.reference + " stands with another one itself: join to that one.";
    return {};
}

} // namespace openmasa::recommendations
