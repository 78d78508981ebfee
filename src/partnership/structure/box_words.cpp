#include "partnership/structure/box_words.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <cmath>

namespace openmasa::structure {
namespace {

/// In parts of the size, as wide as in Verdana, the widest face that a reader is likely to have.
double width_of_letter(char letter) {
    constexpr std::string_view narrow = "iljtfrI.,:;'|!()[] /-", wide = "mwMW@%&";
    if (narrow.find(letter) != narrow.npos) return 0.46;
    if (wide.find(letter) != wide.npos) return 1.0;
    if (letter >= 'A' && letter <= 'Z') return 0.76;
    return 0.63;
}

bool begins_letter(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
}

/// A letter of more than one byte may be as wide as it is high.
bool is_of_several_bytes(char byte) {
    return (static_cast<unsigned char>(byte) & 0x80) != 0;
}

/// How many bytes of the words fit; at least one letter.
std::size_t bytes_that_fit(std::string_view words, double width, double size, bool bold) {
    std::size_t end = 0;
    while (end < words.size()) {
        auto next = end + 1;
        while (next < words.size() && !begins_letter(words[next])) ++next;
        if (end > 0 && width_of(words.substr(0, next), size, bold) > width) break;
        end = next;
    }
    return end;
}

/// Puts lines below one another.
struct Stack {
    BoxWords made{.words = {}, .height = box_padding};

    void add(Words::What what, std::string_view text) {
        if (text.empty()) return;
        const auto size = size_of(what);
        const auto step = static_cast<int>(std::ceil(size * 1.25));
        if (what != Words::What::kind) made.height += 2;
        for (auto& line : broken(text, box_width - 2 * box_padding, size, is_bold(what))) {
            const int foot = made.height + static_cast<int>(std::ceil(size));
            made.words.push_back({.what = what, .text = std::move(line), .y = foot});
            made.height += step;
        }
    }
};

} // namespace

double width_of(std::string_view words, double size, bool bold) {
    double width = 0;
    for (char byte : words)
        if (begins_letter(byte)) width += is_of_several_bytes(byte) ? 1.0 : width_of_letter(byte);
    return width * size * (bold ? 1.08 : 1.0);
}

std::vector<std::string> broken(std::string_view words, double width, double size, bool bold) {
    std::vector<std::string> lines;
    const auto add_word = [&](std::string_view word) {
        const bool fits =
            !lines.empty() && width_of(lines.back() + " " + std::string(word), size, bold) <= width;
        if (fits) {
            lines.back().append(" ").append(word);
            return;
        }
        while (!word.empty()) {
            const auto bytes = bytes_that_fit(word, width, size, bold);
            lines.emplace_back(word.substr(0, bytes));
            word.remove_prefix(bytes);
        }
    };
    const auto line = one_line(words);
    for (const auto word : split(line, ' '))
        if (!word.empty()) add_word(word);
    return lines;
}

double size_of(Words::What what) {
    switch (what) {
    case Words::What::kind: return 10.5;
    case Words::What::name: return 13;
    case Words::What::chair:
    case Words::What::vacancies:
    case Words::What::change: return 11;
    }
    return 11;
}

bool is_bold(Words::What what) {
    return what == Words::What::name || what == Words::What::vacancies ||
           what == Words::What::change;
}

std::string vacancy_words(int vacancies) {
    if (vacancies <= 0) return {};
    return counted(vacancies, "seat is vacant", "seats are vacant");
}

BoxWords words_of(const Box& box) {
    Stack stack;
    stack.add(Words::What::kind, box.kind);
    stack.add(Words::What::name, box.name);
    stack.add(Words::What::chair, box.chair);
    stack.add(Words::What::vacancies, vacancy_words(box.vacancies));
    stack.add(Words::What::change, box.change_words);
    stack.made.height += box_padding;
    return std::move(stack.made);
}

} // namespace openmasa::structure
