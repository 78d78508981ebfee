#include "core/registers/local.hpp"

namespace openmasa::registers {

LocalRegister::LocalRegister(const Register& own, const terms::Words& words)
    : columns_(own.columns.begin(), own.columns.end()), local_(own) {
    for (auto& column : columns_) {
        column.own_label = said(column.label, {});
        column.label = said(column.label, words);
        column.hint = said(column.hint, words);
        auto& choices = choices_.emplace_back(column.choices.begin(), column.choices.end());
        for (auto& choice : choices) choice.label = said(choice.label, words);
        column.choices = choices;
    }
    local_.columns = columns_;
    for (auto* text : {&local_.title, &local_.one, &local_.many, &local_.why_not_new})
        *text = said(*text, words);
}

std::string_view LocalRegister::said(std::string_view marked, const terms::Words& words) {
    if (marked.find('[') == marked.npos) return marked;
    return texts_.emplace_back(words.say(marked));
}

} // namespace openmasa::registers
