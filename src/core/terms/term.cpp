#include "core/terms/term.hpp"
#include "kernel/text.hpp"
#include <algorithm>

namespace openmasa::terms {
namespace {

struct KindWords {
    Kind kind;
    std::string_view text, one, several;
};
constexpr KindWords kind_words[] = {
    {Kind::word, "word", "word", "Our words"},
    {Kind::theme, "theme", "theme", "Themes"},
    {Kind::flourish, "flourish", "FLOURISH domain", "FLOURISH domains"},
    {Kind::name, "name", "name", "Names with other words for them"},
};

const KindWords& words_of(Kind kind) {
    return *std::ranges::find(kind_words, kind, &KindWords::kind);
}

} // namespace

std::string_view to_text(Kind kind) {
    return words_of(kind).text;
}

bool from_text(std::string_view text, Kind& kind) {
    const auto* found = std::ranges::find(kind_words, text, &KindWords::text);
    if (found == std::end(kind_words)) return false;
    kind = found->kind;
    return true;
}

std::string_view spoken(Kind kind) {
    return words_of(kind).one;
}

std::string_view heading(Kind kind) {
    return words_of(kind).several;
}

std::vector<std::string> aliases(const Term& term) {
    std::vector<std::string> each;
    for (auto one : split(term.also_called, ';'))
        if (!trimmed(one).empty()) each.push_back(one_line(one));
    return each;
}

bool is_used(const Term& term, Day day) {
    return term.withdrawn_why.empty() && (!term.from || *term.from <= day) &&
           (!term.to || day <= *term.to);
}

std::string loosely(std::string_view words) {
    return lower(one_line(words));
}

} // namespace openmasa::terms
