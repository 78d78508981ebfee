#include "plan/recommendation_content.hpp"
#include "kernel/text.hpp"
#include "plan/recommendation_moves.hpp"
#include <algorithm>

namespace openmasa::recommendations {
namespace {

using history::Kept;
using enum history::Part;

std::string raw(const std::optional<Day>& day) {
    return day ? iso(*day) : std::string();
}
template<class SomeId>
requires requires(SomeId id) {
    id.str();
}
std::string raw(const std::optional<SomeId>& id) {
    return id ? id->str() : std::string();
}
template<class Enum> std::string raw_word(const std::optional<Enum>& word) {
    return word ? std::string(to_text(*word)) : std::string();
}
std::string spoken_day(std::string_view raw) {
    const auto day = day_from_iso(raw);
    return day ? openmasa::spoken(*day) : std::string(raw);
}
template<class Enum> std::string spoken_word(std::string_view raw) {
    Enum word{};
    return from_text(raw, word) ? std::string(spoken(word)) : std::string(raw);
}

using Rec = Recommendation;
constexpr Kept<Rec> kept[] = {
    {{"reference", "Reference"}, [](const Rec& r) { return r.reference; }},
    {{"title", "Title"}, [](const Rec& r) { return r.title; }},
    {{"state", "Stands at", state, spoken_word<State>},
     [](const Rec& r) { return std::string(to_text(r.state)); }},
    {{"since", "Since", state, spoken_day}, [](const Rec& r) { return iso(r.since); }},
    {{"home", "Home", state, spoken_word<Home>}, [](const Rec& r) { return raw_word(r.home); }},
    {{"priority", ""}, [](const Rec& r) { return raw(r.priority); }},
    {{"priority_name", "[Priority]", echo}, [](const Rec& r) { return r.priority_name; }},
    {{"home_words", "Home in words"}, [](const Rec& r) { return r.home_words; }},
    {{"kind", "Kind", state, spoken_word<recommendations::Kind>},
     [](const Rec& r) { return raw_word(r.kind); }},
    {{"tags", ""}, [](const Rec& r) { return r.tags; }},
    {{"owner", ""}, [](const Rec& r) { return raw(r.owner); }},
    {{"owner_name", "Led by", echo}, [](const Rec& r) { return r.owner_name.value_or(""); }},
    {{"lead", ""}, [](const Rec& r) { return raw(r.lead); }},
    {{"lead_name", "Led in person by", echo},
     [](const Rec& r) { return r.lead_name.value_or(""); }},
    {{"due", "To be carried out by"}, [](const Rec& r) { return r.due_words; }},
    {{"due_day", "", state, spoken_day}, [](const Rec& r) { return raw(r.due); }},
    {{"expected", ""}, [](const Rec& r) { return r.expected; }},
    {{"actions", ""}, [](const Rec& r) { return r.actions; }},
    {{"joined_to", ""}, [](const Rec& r) { return raw(r.joined_to); }},
    {{"joined_on", "Joined to another on", state, spoken_day},
     [](const Rec& r) { return raw(r.joined_on); }},
    {{"joined_why", "Why it was joined"}, [](const Rec& r) { return r.joined_why; }},
    {{"joined_likeness", "Likeness in hundredths"},
     [](const Rec& r) {
         return r.joined_likeness ? std::to_string(r.joined_likeness) : std::string();
     }},
    {{"superseded_by", ""}, [](const Rec& r) { return raw(r.superseded_by); }},
    {{"withdrawn", "Withdrawn"}, [](const Rec& r) { return r.withdrawn ? r.withdrawn_why : ""; }},
};

constexpr Kept<TagNames> names_kept[] = {
    {{"themes", "Themes", echo}, [](const TagNames& n) { return n.themes; }},
    {{"flourish", "FLOURISH domains", echo}, [](const TagNames& n) { return n.flourish; }},
};
constexpr Kept<Source> source_kept[] = {
    {{"source.#.id", "", state, nullptr, true}, [](const Source& s) { return s.id.str(); }},
    {{"source.#.kind", "Source #, kind", state, spoken_word<SourceKind>},
     [](const Source& s) { return std::string(to_text(s.kind)); }},
    {{"source.#.document", "Source #, document"}, [](const Source& s) { return s.document; }},
    {{"source.#.dated", "Source #, dated", state, spoken_day},
     [](const Source& s) { return raw(s.dated); }},
    {{"source.#.paragraph", "Source #, paragraph"}, [](const Source& s) { return s.paragraph; }},
    {{"source.#.words", "Source #, as published"}, [](const Source& s) { return s.words; }},
    {{"source.#.proposed_lead", "Source #, lead proposed by the author"},
     [](const Source& s) { return s.proposed_lead; }},
};
constexpr Kept<Evidence> evidence_kept[] = {
    {{"evidence.#.id", "", state, nullptr, true}, [](const Evidence& e) { return e.id.str(); }},
    {{"evidence.#.shows", "Evidence #, of", state, spoken_word<Shows>},
     [](const Evidence& e) { return std::string(to_text(e.shows)); }},
    {{"evidence.#.kind", "Evidence #, kind", state, spoken_word<EvidenceKind>},
     [](const Evidence& e) { return std::string(to_text(e.kind)); }},
    {{"evidence.#.words", "Evidence #"}, [](const Evidence& e) { return e.words; }},
    {{"evidence.#.link", "Evidence #, link"}, [](const Evidence& e) { return e.link; }},
    {{"evidence.#.on", "Evidence #, of the day", state, spoken_day},
     [](const Evidence& e) { return iso(e.on); }},
};
constexpr Kept<MoveMade> move_kept[] = {
    {{"move.#.id", "", state, nullptr, true}, [](const MoveMade& m) { return m.id.str(); }},
    {{"move.#.move", "Move #", state, spoken_word<Move>}, [](const MoveMade& m) { return m.move; }},
    {{"move.#.from", "Move #, from", state, spoken_word<State>},
     [](const MoveMade& m) { return std::string(to_text(m.from)); }},
    {{"move.#.to", "Move #, to", state, spoken_word<State>},
     [](const MoveMade& m) { return std::string(to_text(m.to)); }},
    {{"move.#.on", "Move #, on", state, spoken_day}, [](const MoveMade& m) { return iso(m.on); }},
    {{"move.#.by", "Move #, decided by"}, [](const MoveMade& m) { return m.by; }},
    {{"move.#.comment", "Move #, why"}, [](const MoveMade& m) { return m.comment; }},
};
/// What other records said of it then, and the reason given for this version.
struct Around {
    std::string expected, actions, why;
};
/// What other recommendations are called is for the reader to see, not for the record to keep
/// (recommendation_history.hpp).
std::string not_kept(const Around&) {
    return {};
}
constexpr Kept<Around> around_kept[] = {
    {{"expected_names", "Expected to respond", echo}, [](const Around& a) { return a.expected; }},
    {{"action_names", "Carried out by", echo}, [](const Around& a) { return a.actions; }},
    {{"joined_name", "Joined to", echo}, not_kept},
    {{"superseded_name", "Superseded by", echo}, not_kept},
    {{"why", "Reason", brought}, [](const Around& a) { return a.why; }},
};

constexpr auto all_fields = history::joined(
    history::joined(
        history::joined(history::fields_of(kept), history::fields_of(names_kept)),
        history::joined(history::fields_of(source_kept), history::fields_of(evidence_kept))),
    history::joined(history::fields_of(move_kept), history::fields_of(around_kept)));

/// In an order of their own: what is new stands behind what was there.
template<class Record, std::size_t Size>
void put_all(history::Content& content, const Kept<Record> (&described)[Size],
             std::vector<Record> records, auto order) {
    std::ranges::sort(records, {}, order);
    int number = 0;
    for (const auto& record : records) history::put(content, described, record, ++number);
}

Around around(const Whole& whole, std::string_view why) {
    std::vector<std::string> owners, actions;
    for (const auto& one : whole.expected) owners.push_back(one.name);
    for (const auto& one : whole.actions) actions.push_back(one.reference + " " + one.title);
    return {join(owners, "; "), join(actions, "; "), std::string(why)};
}

} // namespace

history::Content content_of(const Whole& whole, std::string_view why, const TagNames& names) {
    history::Content content;
    history::put(content, kept, whole.it);
    history::put(content, names_kept, names);
    put_all(content, source_kept, whole.sources, &Source::id);
    put_all(content, evidence_kept, whole.evidence, &Evidence::id);
    put_all(content, move_kept, whole.moves, &MoveMade::number);
    history::put(content, around_kept, around(whole, why));
    return content;
}

history::Fields fields() {
    return all_fields;
}

} // namespace openmasa::recommendations
