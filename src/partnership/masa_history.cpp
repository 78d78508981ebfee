#include "partnership/masa_history.hpp"
#include "store/fault.hpp"

namespace openmasa::partnership {
namespace {

using history::Kept;
using history::Part;

std::string raw(const std::optional<Day>& day) {
    return day ? iso(*day) : std::string();
}
template<class Kind> std::string raw(const std::optional<Id<Kind>>& id) {
    return id ? id->str() : std::string();
}
std::string spoken_day(std::string_view raw) {
    const auto day = day_from_iso(raw);
    return day ? spoken(*day) : std::string(raw);
}
template<class Value> std::string spoken_value(std::string_view raw) {
    Value value{};
    return from_text(raw, value) ? std::string(spoken(value)) : std::string(raw);
}
std::string spoken_judgement(std::string_view raw) {
    return raw == "met" ? "Met" : "Not met, explained";
}

constexpr Kept<MasaEdition> edition_kept[] = {
    {{"title", "Title"}, [](const MasaEdition& e) { return e.title; }},
    {{"area", "Area"}, [](const MasaEdition& e) { return e.area; }},
    {{"stage", "Stage", Part::state, spoken_value<MasaStage>},
     [](const MasaEdition& e) { return std::string(to_text(e.stage)); }},
    {{"follows", ""}, [](const MasaEdition& e) { return raw(e.follows); }},
    {{"changed", "What changed"}, [](const MasaEdition& e) { return e.changed; }},
    {{"changed_why", "Why it changed"}, [](const MasaEdition& e) { return e.changed_why; }},
    {{"authorised_by", ""}, [](const MasaEdition& e) { return raw(e.authorised_by); }},
    {{"authorised_name", "Authorised by", Part::echo},
     [](const MasaEdition& e) { return e.authorised_name.value_or(""); }},
    {{"authorised_on", "Authorised on", Part::state, spoken_day},
     [](const MasaEdition& e) { return raw(e.authorised_on); }},
    {{"authorised_minute", "Minute"}, [](const MasaEdition& e) { return e.authorised_minute; }},
    {{"signed_elsewhere", "Signed by"}, [](const MasaEdition& e) { return e.signed_elsewhere; }},
    {{"published_on", "Published on", Part::state, spoken_day},
     [](const MasaEdition& e) { return raw(e.published_on); }},
    {{"superseded_on", "Superseded on", Part::state, spoken_day},
     [](const MasaEdition& e) { return raw(e.superseded_on); }},
    {{"withdrawn_why", "Why it was withdrawn"},
     [](const MasaEdition& e) { return e.withdrawn_why; }},
};
constexpr Kept<MasaSection> section_kept[] = {
    {{"section.#.id", ""}, [](const MasaSection& s) { return s.id.str(); }},
    {{"section.#.heading", "Section #"}, [](const MasaSection& s) { return s.heading; }},
    {{"section.#.words", "Section #, words"}, [](const MasaSection& s) { return s.words; }},
};
constexpr Kept<MasaCheck> check_kept[] = {
    {{"check.#.item", "Required content #"}, [](const MasaCheck& c) { return c.item; }},
    {{"check.#.judged", "Required content #, judged", Part::state, spoken_judgement},
     [](const MasaCheck& c) { return std::string(to_text(c.judged)); }},
    {{"check.#.words", "Required content #, where or why"},
     [](const MasaCheck& c) { return c.words; }},
    {{"check.#.by", "Required content #, judged by"},
     [](const MasaCheck& c) { return c.judged_by; }},
    {{"check.#.on", "Required content #, judged on", Part::state, spoken_day},
     [](const MasaCheck& c) { return iso(c.judged_on); }},
};
constexpr Kept<MasaMilestone> milestone_kept[] = {
    {{"milestone.#.id", ""}, [](const MasaMilestone& m) { return m.id.str(); }},
    {{"milestone.#.what", "Milestone #"}, [](const MasaMilestone& m) { return m.what; }},
    {{"milestone.#.target", "Milestone #, by when"},
     [](const MasaMilestone& m) { return m.target; }},
    {{"milestone.#.done", "Milestone #, done on", Part::state, spoken_day},
     [](const MasaMilestone& m) { return raw(m.done_on); }},
    {{"milestone.#.note", "Milestone #, note"}, [](const MasaMilestone& m) { return m.note; }},
};
constexpr Kept<MasaConsultation> consultation_kept[] = {
    {{"consulted.#.id", ""}, [](const MasaConsultation& c) { return c.id.str(); }},
    {{"consulted.#.kind", "Consulted #, who they are", Part::state, spoken_value<Consulted>},
     [](const MasaConsultation& c) { return std::string(to_text(c.kind)); }},
    {{"consulted.#.whom", "Consulted #"}, [](const MasaConsultation& c) { return c.whom; }},
    {{"consulted.#.when", "Consulted #, when"}, [](const MasaConsultation& c) { return c.when; }},
    {{"consulted.#.how", "Consulted #, how"}, [](const MasaConsultation& c) { return c.how; }},
    {{"consulted.#.said", "Consulted #, what they said"},
     [](const MasaConsultation& c) { return c.said; }},
    {{"consulted.#.came_of_it", "Consulted #, what came of it"},
     [](const MasaConsultation& c) { return c.came_of_it; }},
};
using FileId = Id<files::AttachmentKind>;
constexpr Kept<FileId> left_out_kept[] = {
    {{"left_out.#", "File left out #"}, [](const FileId& id) { return id.str(); }},
};
constexpr Kept<MasaPublication> publication_kept[] = {
    {{"publication.#.digest", "Publication #, SHA-256"},
     [](const MasaPublication& p) { return p.digest; }},
    {{"publication.#.on", "Publication #, on", Part::state, spoken_day},
     [](const MasaPublication& p) { return iso(p.published_on); }},
    {{"publication.#.corrected", "Publication #, what was corrected"},
     [](const MasaPublication& p) { return p.corrected; }},
    {{"publication.#.why", "Publication #, why"}, [](const MasaPublication& p) { return p.why; }},
    {{"publication.#.by", "Publication #, by"},
     [](const MasaPublication& p) { return p.published_by; }},
};

constexpr auto words_fields =
    history::joined(history::fields_of(edition_kept), history::fields_of(section_kept));
constexpr auto work_fields =
    history::joined(history::fields_of(check_kept), history::fields_of(milestone_kept));
constexpr auto said_fields =
    history::joined(history::fields_of(consultation_kept), history::fields_of(publication_kept));
constexpr auto fields =
    history::joined(history::joined(words_fields, work_fields),
                    history::joined(said_fields, history::fields_of(left_out_kept)));

template<class Record, std::size_t Size>
void put_all(history::Content& content, const Kept<Record> (&kept)[Size],
             const std::vector<Record>& records) {
    int number = 0;
    for (const auto& record : records) history::put(content, kept, record, ++number);
}

// --- read back ----------------------------------------------------------------------------------

/// What a version says; of parts by their number.
class Said {
public:
    explicit Said(const history::Content& content) : content_(content) {}
    std::string operator()(std::string_view key, int number = 0) const {
        return std::string(history::value_of(content_, history::numbered(key, number)));
    }
    std::optional<Day> day(std::string_view key, int number = 0) const {
        return day_from_iso((*this)(key, number));
    }
    template<class SomeId> std::optional<SomeId> id(std::string_view key, int number = 0) const {
        return SomeId::parse((*this)(key, number));
    }
    /// One that this program never wrote is a fault.
    template<class Value> Value value(std::string_view key, int number = 0) const {
        Value read{};
        if (!from_text((*this)(key, number), read))
            throw store::Fault(store::Fault::Kind::damaged, "a version of the arrangements");
        return read;
    }

private:
    const history::Content& content_;
};

void read_words(const Said& said, MasaEdition& edition) {
    for (int at = 1; const auto id = said.id<MasaPartId>("section.#.id", at); ++at)
        edition.sections.push_back(
            {*id, said("section.#.heading", at), said("section.#.words", at)});
    for (int at = 1; const auto id = said.id<FileId>("left_out.#", at); ++at)
        edition.left_out.push_back(*id);
    for (int at = 1; const auto on = said.day("check.#.on", at); ++at)
        edition.checks.push_back({said("check.#.item", at),
                                  said.value<MasaCheck::Judged>("check.#.judged", at),
                                  said("check.#.words", at), said("check.#.by", at), *on});
}

void read_work(const Said& said, MasaEdition& edition) {
    for (int at = 1; const auto id = said.id<MasaPartId>("milestone.#.id", at); ++at)
        edition.milestones.push_back(
            {*id, said("milestone.#.what", at), said("milestone.#.target", at),
             said.day("milestone.#.done", at), said("milestone.#.note", at)});
    for (int at = 1; const auto id = said.id<MasaPartId>("consulted.#.id", at); ++at)
        edition.consultation.push_back({*id, said.value<Consulted>("consulted.#.kind", at),
                                        said("consulted.#.whom", at), said("consulted.#.when", at),
                                        said("consulted.#.how", at), said("consulted.#.said", at),
                                        said("consulted.#.came_of_it", at)});
    for (int at = 1; const auto on = said.day("publication.#.on", at); ++at)
        edition.publications.push_back({at,
                                        {},
                                        said("publication.#.digest", at),
                                        *on,
                                        said("publication.#.corrected", at),
                                        said("publication.#.why", at),
                                        said("publication.#.by", at)});
}

} // namespace

MasaEdition masa_in(const history::Content& content) {
    const Said said(content);
    MasaEdition edition{.id = {},
                        .title = said("title"),
                        .area = said("area"),
                        .stage = said.value<MasaStage>("stage"),
                        .follows = said.id<MasaId>("follows"),
                        .changed = said("changed"),
                        .changed_why = said("changed_why"),
                        .authorised_by = said.id<OwnerId>("authorised_by"),
                        .authorised_name = {},
                        .authorised_on = said.day("authorised_on"),
                        .authorised_minute = said("authorised_minute"),
                        .signed_elsewhere = said("signed_elsewhere"),
                        .published_on = said.day("published_on"),
                        .superseded_on = said.day("superseded_on"),
                        .withdrawn_why = said("withdrawn_why")};
    if (edition.authorised_by) edition.authorised_name = said("authorised_name");
    read_words(said, edition);
    read_work(said, edition);
    return edition;
}

history::Fields masa_fields() {
    return fields;
}

history::Content content_of(const MasaEdition& edition) {
    history::Content content;
    history::put(content, edition_kept, edition);
    put_all(content, section_kept, edition.sections);
    put_all(content, check_kept, edition.checks);
    put_all(content, milestone_kept, edition.milestones);
    put_all(content, consultation_kept, edition.consultation);
    put_all(content, publication_kept, edition.publications);
    put_all(content, left_out_kept, edition.left_out);
    return content;
}

} // namespace openmasa::partnership
