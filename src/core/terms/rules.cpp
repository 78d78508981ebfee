#include "core/terms/rules.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::terms {
namespace {

using Problems = std::vector<Problem>;

void refuse_too_long(Problems& problems, std::string_view field, std::string_view text,
                     std::size_t most) {
    if (text.size() > most)
        problems.push_back(
            {std::string(field), fmt::format("This is too long: at most {} characters.", most)});
}

void check_itself(Problems& problems, const Term& term) {
    const bool is_word = term.kind == Kind::word;
    Word word{};
    if (trimmed(term.name).empty()) problems.push_back({"name", "Write the term."});
    if (term.name.find(';') != std::string::npos)
        problems.push_back({"name", "Write it without a ; since lists of terms have it between."});
    if (is_word && !from_text(term.stands_for, word))
        problems.push_back({"stands_for", "Choose the word that you call otherwise."});
    if (!is_word && !term.stands_for.empty())
        problems.push_back({"stands_for", "Only a word of yours stands for one of the program's."});
    if (is_word && trimmed(term.several).empty())
        problems.push_back({"several", "Write what you call several of them."});
    if (term.from && term.to && *term.to < *term.from)
        problems.push_back({"to", "The last day is before the first."});
    refuse_too_long(problems, "name", term.name, longest_name);
    refuse_too_long(problems, "several", term.several, longest_name);
    refuse_too_long(problems, "also_called", term.also_called, longest_line);
    refuse_too_long(problems, "about", term.about, longest_about);
    refuse_too_long(problems, "source", term.source, longest_line);
    refuse_too_long(problems, "withdrawn", term.withdrawn_why, longest_line);
}

/// Whether there is a day on which both are used.
bool meet(const Term& one, const Term& other) {
    const auto ends_before = [](const std::optional<Day>& to, const std::optional<Day>& from) {
        return to && from && *to < *from;
    };
    return one.withdrawn_why.empty() && other.withdrawn_why.empty() &&
           !ends_before(one.to, other.from) && !ends_before(other.to, one.from);
}

bool says(const Term& term, const std::string& words) {
    if (loosely(term.name) == words) return true;
    return std::ranges::any_of(aliases(term),
                               [&](const auto& alias) { return loosely(alias) == words; });
}

/// One word must not mean two things on the same day.
void check_aliases(Problems& problems, const Term& term, const Term& other) {
    if (!meet(term, other)) return;
    if (says(other, loosely(term.name)))
        problems.push_back({"name", fmt::format("\u201c{}\u201d is another word for {} already.",
                                                term.name, other.name)});
    for (const auto& alias : aliases(term))
        if (says(other, loosely(alias)))
            problems.push_back({"also_called", fmt::format("\u201c{}\u201d means {} already.",
                                                           alias, other.name)});
}

void check_beside(Problems& problems, const Term& term, const Term& other) {
    if (other.id == term.id || other.kind != term.kind) return;
    if (loosely(other.name) == loosely(term.name)) {
        problems.push_back(
            {"name", other.withdrawn_why.empty()
                         ? fmt::format("There is a {} of this name already.", spoken(term.kind))
                         : fmt::format("There is a withdrawn {} of this name. Bring "
                                       "it back by removing the reason.",
                                       spoken(term.kind))});
        return;
    }
    if (term.kind == Kind::word && term.stands_for == other.stands_for && meet(term, other))
        problems.push_back(
            {"stands_for",
             fmt::format("You call it \u201c{}\u201d on some of the same days. End that one first.",
                         other.name)});
    check_aliases(problems, term, other);
}

} // namespace

std::vector<Problem> problems_with(const Term& term, std::span<const Term> others) {
    Problems problems;
    check_itself(problems, term);
    for (const auto& other : others) check_beside(problems, term, other);
    return problems;
}

std::string_view standing(const Term& term, Day day) {
    if (!term.withdrawn_why.empty()) return "withdrawn";
    if (term.to && *term.to < day) return "ended";
    return term.from && day < *term.from ? "later" : "used";
}

} // namespace openmasa::terms
