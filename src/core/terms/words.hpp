#pragma once
// The few words of the program that a partnership may call otherwise: "business unit" is its "MASA
// team". Pages ask here for the word, by what it means, and never search a text for it.
//     html("<h1>{}</h1>", context.words.headings(terms::Word::agency))
// What is written far from a page (a column's label, a rule's refusal) marks them: see say().
#include "kernel/day.hpp"
#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace openmasa::terms {

enum class Word { business_unit, plan, priority, agency };
inline constexpr std::array all_words = {Word::business_unit, Word::plan, Word::priority,
                                         Word::agency};
/// "business_unit", for the database and files.
std::string_view to_text(Word word);
bool from_text(std::string_view text, Word& word);
/// What the program says by itself: "business unit".
std::string_view spoken(Word word);

/// What the partnership says, from a day on and perhaps to one.
struct LocalWord {
    Word word{};
    std::string one, several;
    std::optional<Day> from, to;
};

/// The words of one day.
class Words {
public:
    /// The program's own.
    Words() = default;
    Words(std::span<const LocalWord> local, Day day);

    /// "agency", "agencies": within a sentence.
    std::string_view one(Word word) const;
    std::string_view several(Word word) const;
    /// "Agency", "Agencies": where a line begins.
    std::string heading(Word word) const;
    std::string headings(Word word) const;
    /// "an agency".
    std::string with_article(Word word) const;
    /// A text of the program with the words that it marks said as the partnership says them:
    /// "Save this [agency]", "[An agency], a group or an office", "[Agencies]". What people wrote
    /// is never handed to it.
    std::string say(std::string_view marked) const;

private:
    struct Forms {
        std::string one, several;
    };
    /// Empty where the program's own word stands.
    std::array<Forms, all_words.size()> local_{};
};

} // namespace openmasa::terms
