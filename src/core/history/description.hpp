#pragma once
// One description of what a kind of record is made of: its keys, how each is read from the record,
// and how each is told to people. From it come the content that is committed to, the difference
// between two versions in words, and what `openmasa verify` compares.
//
//     constexpr Kept<Plan> kept[] = {{{"title", "Title"}, [](const Plan& p) { return p.title; }}};
//     put(content, kept, plan);
//     constexpr auto fields = fields_of(kept);
#include "core/history/content.hpp"
#include <array>
#include <cstddef>
#include <span>

namespace openmasa::history {

/// What a key holds.
enum class Part {
    state,   // the record's own: it stays until a later version says otherwise
    echo,    // what another record or a rule said of it then: a name, a number added up
    brought, // what came with this version alone: words of progress, a reason
};

struct Field {
    /// "title"; in "step.#.words" a number stands for the #.
    std::string_view key;
    /// For people; empty for what only the program needs.
    std::string_view label;
    Part part = Part::state;
    /// Raw to spoken; nothing where they are the same.
    std::string (*spoken)(std::string_view raw) = nullptr;
    /// Of "leaf.#.id": what the one is, whatever its number. A leaf that went is then the only
    /// difference, though those after it have other numbers.
    bool identifies = false;
    /// Ids with blanks between them, which are the same in any order.
    bool in_any_order = false;
};
using Fields = std::span<const Field>;

template<class Record> struct Kept {
    Field field;
    std::string (*raw)(const Record&);
};

/// "step.#.words" and 2 is "step.2.words".
std::string numbered(std::string_view text, int number);

/// Adds what the record holds; `number` is for those of which there are several.
template<class Record, std::size_t Size>
void put(Content& content, const Kept<Record> (&kept)[Size], const Record& record, int number = 0) {
    for (const auto& one : kept)
        if (auto raw = one.raw(record); !raw.empty())
            content.emplace_back(numbered(one.field.key, number), std::move(raw));
}

template<class Record, std::size_t Size>
constexpr std::array<Field, Size> fields_of(const Kept<Record> (&kept)[Size]) {
    std::array<Field, Size> fields{};
    for (std::size_t at = 0; at < Size; ++at) fields[at] = kept[at].field;
    return fields;
}
template<std::size_t One, std::size_t Other>
constexpr std::array<Field, One + Other> joined(const std::array<Field, One>& one,
                                                const std::array<Field, Other>& other) {
    std::array<Field, One + Other> all{};
    for (std::size_t at = 0; at < One; ++at) all[at] = one[at];
    for (std::size_t at = 0; at < Other; ++at) all[One + at] = other[at];
    return all;
}

/// One thing that a version says, for people.
struct Told {
    std::string label, words;
    Part part;
};
/// In the content's order, without what only the program needs. A key that is not described is its
/// own label: that is how versions were kept at first.
std::vector<Told> told(Fields fields, const Content& content);

struct Difference {
    std::string label, was, now;
};
/// What differs between two versions, for people; what only one of them brought is no difference.
/// What is identified has the number that it had in the first of them, what is new those after.
/// Of a version kept as they were at first, only what both say is compared.
std::vector<Difference> differences(Fields fields, const Content& before, const Content& after);

/// What a key is called, also one that only the program needs: "Target date", "Adopted on".
std::string name_of(Fields fields, std::string_view key);

/// The content without what is no state of the record: what a table can be held against.
Content state_of(Fields fields, const Content& content);

} // namespace openmasa::history
