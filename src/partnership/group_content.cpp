#include "partnership/group_content.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::partnership {
namespace {

using history::Kept;
using enum history::Part;

std::string raw(const std::optional<Day>& day) {
    return day ? iso(*day) : std::string();
}
std::string raw(const std::optional<OwnerId>& id) {
    return id ? id->str() : std::string();
}
std::string spoken_day(std::string_view raw) {
    const auto day = day_from_iso(raw);
    return day ? openmasa::spoken(*day) : std::string(raw);
}
template<class Words> std::string spoken_word(std::string_view raw) {
    Words word{};
    return from_text(raw, word) ? std::string(spoken(word)) : std::string(raw);
}

constexpr Kept<Group> group_kept[] = {
    {{"name", "Name"}, [](const Group& g) { return g.name; }},
    {{"kind", "Kind", state, spoken_word<GroupKind>},
     [](const Group& g) { return std::string(to_text(g.kind)); }},
    {{"purpose", "Purpose"}, [](const Group& g) { return g.purpose; }},
    {{"contact", "Contact"}, [](const Group& g) { return g.contact; }},
    {{"from", "From", state, spoken_day}, [](const Group& g) { return raw(g.days.from); }},
    {{"to", "To", state, spoken_day}, [](const Group& g) { return raw(g.days.to); }},
};
constexpr Kept<Tie> line_kept[] = {
    {{"line.#.id", "", state, nullptr, true}, [](const Tie& t) { return t.id.str(); }},
    {{"line.#.owner", ""}, [](const Tie& t) { return t.owner.str(); }},
    {{"line.#.name", "Reports to #", echo}, [](const Tie& t) { return t.name; }},
    {{"line.#.from", "Reports to #, from", state, spoken_day},
     [](const Tie& t) { return raw(t.days.from); }},
    {{"line.#.to", "Reports to #, to", state, spoken_day},
     [](const Tie& t) { return raw(t.days.to); }},
};
constexpr Kept<Tie> chair_kept[] = {
    {{"chair.#.id", "", state, nullptr, true}, [](const Tie& t) { return t.id.str(); }},
    {{"chair.#.owner", ""}, [](const Tie& t) { return t.owner.str(); }},
    {{"chair.#.name", "Chair #", echo}, [](const Tie& t) { return t.name; }},
    {{"chair.#.from", "Chair #, from", state, spoken_day},
     [](const Tie& t) { return raw(t.days.from); }},
    {{"chair.#.to", "Chair #, to", state, spoken_day}, [](const Tie& t) { return raw(t.days.to); }},
};
std::string share_of(const Quorum& q) {
    return q.share_in ? fmt::format("{} of {}", q.share_of, q.share_in) : std::string();
}
template<auto Member> std::string all_agencies(const Quorum& quorum, std::string_view between) {
    std::vector<std::string> all;
    for (const auto& agency : quorum.agencies) all.push_back(Member(agency));
    return join(all, between);
}
constexpr auto id_of = [](const Quorum::Agency& agency) { return agency.id.str(); };
constexpr auto name_of = [](const Quorum::Agency& agency) { return agency.name; };
constexpr Kept<Quorum> quorum_kept[] = {
    {{"quorum.#.id", "", state, nullptr, true}, [](const Quorum& q) { return q.id.str(); }},
    {{"quorum.#.from", "Quorum #, from", state, spoken_day},
     [](const Quorum& q) { return iso(q.from); }},
    {{"quorum.#.least", "Quorum #, seats"},
     [](const Quorum& q) { return q.least ? std::to_string(q.least) : std::string(); }},
    {{"quorum.#.share", "Quorum #, share of the seats"}, share_of},
    {{.key = "quorum.#.agencies", .label = "", .in_any_order = true},
     [](const Quorum& q) { return all_agencies<id_of>(q, " "); }},
    {{"quorum.#.agency_names", "Quorum #, must be there", echo},
     [](const Quorum& q) { return all_agencies<name_of>(q, "; "); }},
};
constexpr Kept<Terms> terms_kept[] = {
    {{"terms.#.id", "", state, nullptr, true}, [](const Terms& t) { return t.id.str(); }},
    {{"terms.#.number", ""}, [](const Terms& t) { return std::to_string(t.number); }},
    {{"terms.#.words", "Terms of reference #, words"}, [](const Terms& t) { return t.words; }},
    {{"terms.#.file", ""}, [](const Terms& t) { return t.file; }},
    {{"terms.#.file_name", "Terms of reference #, file", echo},
     [](const Terms& t) { return t.file_name; }},
    {{"terms.#.signs", ""}, [](const Terms& t) { return raw(t.signs); }},
    {{"terms.#.signs_name", "Terms of reference #, signed off by", echo},
     [](const Terms& t) { return t.signs_name; }},
    {{"terms.#.signing", "Terms of reference #, signature", state, spoken_word<TermsSigning>},
     [](const Terms& t) { return std::string(t.signing ? to_text(*t.signing) : ""); }},
    {{"terms.#.adopted", "Terms of reference #, adopted", state, spoken_day},
     [](const Terms& t) { return raw(t.adopted_on); }},
    {{"terms.#.agreed_by", ""}, [](const Terms& t) { return raw(t.agreed_by); }},
    {{"terms.#.agreed_by_name", "Terms of reference #, agreed by", echo},
     [](const Terms& t) { return t.agreed_by_name; }},
    {{"terms.#.minute", "Terms of reference #, minute"}, [](const Terms& t) { return t.minute; }},
    {{"terms.#.review", "Terms of reference #, to be looked at by", state, spoken_day},
     [](const Terms& t) { return raw(t.review_on); }},
};
constexpr Kept<Seat> seat_kept[] = {
    {{"seat.#.id", "", state, nullptr, true}, [](const Seat& s) { return s.id.str(); }},
    {{"seat.#.name", "Seat #"}, [](const Seat& s) { return s.name; }},
    {{"seat.#.holder", ""}, [](const Seat& s) { return s.holder.str(); }},
    {{"seat.#.holder_name", "Seat #, held by", echo}, [](const Seat& s) { return s.holder_name; }},
    {{"seat.#.from", "Seat #, from", state, spoken_day},
     [](const Seat& s) { return raw(s.days.from); }},
    {{"seat.#.to", "Seat #, to", state, spoken_day}, [](const Seat& s) { return raw(s.days.to); }},
    {{"seat.#.turn_ends", "Seat #, this turn ends", state, spoken_day},
     [](const Seat& s) { return raw(s.turn_ends); }},
};
/// Somebody, and the seat where they are: none for guests.
struct Placed {
    const Member* member;
    const Seat* seat;
};
constexpr Kept<Placed> member_kept[] = {
    {{"member.#.id", "", state, nullptr, true}, [](const Placed& m) { return m.member->id.str(); }},
    {{"member.#.seat", ""}, [](const Placed& m) { return m.seat ? m.seat->id.str() : ""; }},
    {{"member.#.seat_name", "Person #, seat", echo},
     [](const Placed& m) { return m.seat ? m.seat->name : ""; }},
    {{"member.#.person", ""}, [](const Placed& m) { return m.member->person.str(); }},
    {{"member.#.name", "Person #", echo}, [](const Placed& m) { return m.member->known_as; }},
    {{"member.#.part", "Person #, as", state, spoken_word<partnership::Part>},
     [](const Placed& m) { return std::string(to_text(m.member->part)); }},
    {{"member.#.from", "Person #, from", state, spoken_day},
     [](const Placed& m) { return iso(m.member->from); }},
    {{"member.#.to", "Person #, to", state, spoken_day},
     [](const Placed& m) { return raw(m.member->to); }},
    {{"member.#.note", "Person #, note"}, [](const Placed& m) { return m.member->note; }},
};
constexpr auto fields = history::joined(
    history::joined(
        history::joined(history::fields_of(group_kept), history::fields_of(line_kept)),
        history::joined(history::fields_of(chair_kept), history::fields_of(quorum_kept))),
    history::joined(history::joined(history::fields_of(terms_kept), history::fields_of(seat_kept)),
                    history::fields_of(member_kept)));

/// In the order in which they were made (ids tell): what is new stands behind what was there.
template<class Record, std::size_t Size>
void put_all(history::Content& content, const Kept<Record> (&kept)[Size],
             std::vector<Record> records, auto id) {
    std::ranges::sort(records, {}, id);
    int number = 0;
    for (const auto& record : records) history::put(content, kept, record, ++number);
}

std::vector<Placed> everybody_in(const Group& group) {
    std::vector<Placed> all;
    for (const auto& seat : group.seats)
        for (const auto& member : seat.people)
            if (!member.by_office) all.push_back({&member, &seat});
    for (const auto& guest : group.guests) all.push_back({&guest, nullptr});
    return all;
}

} // namespace

history::Content content_of(const Group& group) {
    history::Content content;
    history::put(content, group_kept, group);
    put_all(content, line_kept, group.reports_to, &Tie::id);
    put_all(content, chair_kept, group.chairs, &Tie::id);
    put_all(content, quorum_kept, group.quorums, &Quorum::id);
    put_all(content, terms_kept, group.terms, &Terms::number);
    put_all(content, seat_kept, group.seats, &Seat::id);
    put_all(content, member_kept, everybody_in(group),
            [](const Placed& placed) { return placed.member->id; });
    return content;
}

history::Fields fields_of_groups() {
    return fields;
}

} // namespace openmasa::partnership
