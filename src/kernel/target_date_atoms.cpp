#include "kernel/target_date_atoms.hpp"
#include "kernel/target_date_recurrence.hpp"
#include <algorithm>
#include <utility>

namespace openmasa::dates {
namespace {

using Kind = Atom::Kind;
using Atoms = std::vector<Atom>;
using Place = Atoms::iterator;

/// What a word says outside dates. Words that are part of a date only there are remarks here.
Kind kind_of_word(Sense sense) {
    switch (sense) {
    case Sense::filler: return Kind::filler;
    case Sense::by: return Kind::by;
    case Sense::in:
    case Sense::every: return Kind::in;
    case Sense::from: return Kind::from;
    case Sense::after: return Kind::after;
    case Sense::until: return Kind::until;
    case Sense::to: return Kind::to;
    case Sense::between: return Kind::between;
    case Sense::conjunction: return Kind::conjunction;
    case Sense::then: return Kind::semicolon;
    case Sense::ongoing: return Kind::ongoing;
    case Sense::onwards: return Kind::onwards;
    case Sense::undecided: return Kind::undecided;
    case Sense::done: return Kind::done;
    case Sense::none:
    case Sense::weekday:
    case Sense::month:
    case Sense::season:
    case Sense::part:
    case Sense::term:
    case Sense::quarter:
    case Sense::calendar:
    case Sense::financial:
    case Sense::academic:
    case Sense::unit:
    case Sense::count:
    case Sense::other:
    case Sense::cadence:
    case Sense::remark: break;
    }
    return Kind::remark;
}

/// Nothing for marks that say nothing.
std::optional<Kind> kind_of(const Token& token) {
    switch (token.kind) {
    case Token::Kind::word: return kind_of_word(token.phrase.sense);
    case Token::Kind::dash: return Kind::dash;
    case Token::Kind::slash: return Kind::slash;
    case Token::Kind::comma: return Kind::comma;
    case Token::Kind::semicolon: return Kind::semicolon;
    case Token::Kind::plus: return Kind::conjunction;
    case Token::Kind::line: return Kind::line;
    case Token::Kind::open: return Kind::open;
    case Token::Kind::close: return Kind::close;
    case Token::Kind::number:
    case Token::Kind::other: return Kind::remark;
    case Token::Kind::dot:
    case Token::Kind::colon:
    case Token::Kind::end: break;
    }
    return std::nullopt;
}

/// How many tokens the atom at `at` takes; it is added to `atoms` unless it says nothing.
std::size_t add_atom(const std::vector<Token>& tokens, std::size_t at, Atoms& atoms) {
    const auto text = [&](std::size_t count) {
        return through(tokens[at].text, tokens[at + count - 1].text);
    };
    if (const auto found = period_at(tokens, at)) {
        atoms.push_back({Kind::recurring, text(found->tokens), {}, found->period});
        return found->tokens;
    }
    if (auto found = point_at(tokens, at)) {
        atoms.push_back({Kind::point, text(found->tokens), std::move(found->point)});
        return found->tokens;
    }
    if (const auto kind = kind_of(tokens[at])) atoms.push_back({*kind, tokens[at].text});
    return 1;
}

/// "Sep 2025 -" and "Feb 2026" on the next line are still one range.
void join_lines_after_links(Atoms& atoms) {
    const auto is_link = [](Kind kind) {
        constexpr Kind links[] = {Kind::dash, Kind::to,      Kind::until,      Kind::from,
                                  Kind::by,   Kind::between, Kind::conjunction};
        return std::ranges::find(links, kind) != std::end(links);
    };
    Kind before = Kind::line;
    std::erase_if(atoms, [&](const Atom& atom) {
        const bool joins = atom.kind == Kind::line && is_link(before);
        if (!joins) before = atom.kind;
        return joins;
    });
}

bool is_date(const Atom& atom) {
    return atom.kind == Kind::point;
}

bool is_number(const Atom& atom) {
    return is_date(atom) && atom.point.unit == Point::Unit::number;
}

bool links_numbers(const Atom& atom) {
    constexpr Kind links[] = {Kind::dash,        Kind::to,    Kind::until,
                              Kind::conjunction, Kind::comma, Kind::slash};
    return std::ranges::find(links, atom.kind) != std::end(links);
}

/// From the last to the first: "1" and "8" in "1, 8 and 15 Nov 2025" take the month of the 15th.
/// A number without one is a remark.
void settle_numbers(Atoms& atoms) {
    for (auto at = atoms.size(); at-- > 0;) {
        if (!is_number(atoms[at])) continue;
        auto next = at + 1;
        while (next < atoms.size() && next < at + 3 && links_numbers(atoms[next])) ++next;
        const bool found = next > at + 1 && next < atoms.size() && is_date(atoms[next]) &&
                           atoms[next].point.unit == Point::Unit::day;
        if (!found) {
            atoms[at].kind = Kind::remark;
            continue;
        }
        auto& point = atoms[at].point;
        point.unit = Point::Unit::day;
        point.which = atoms[next].point.which;
        point.year = atoms[next].point.year;
        point.fault = atoms[next].point.fault;
    }
}

bool is_bare_year(const Atom& atom) {
    return is_date(atom) && atom.point.unit == Point::Unit::calendar_year &&
           atom.point.part == Point::Part::whole;
}

/// "Septmber 2025" and "Working Together 2023" are no years, and the verb in "it may slip" no
/// month: beside words that are not understood they are such words too.
void leave_out_names(Atoms& atoms) {
    const auto is_remark = [&](std::size_t at) {
        return at < atoms.size() && atoms[at].kind == Kind::remark;
    };
    const auto is_link = [](const Atom& atom) {
        return atom.kind == Kind::comma || atom.kind == Kind::slash || atom.kind == Kind::dash;
    };
    for (std::size_t at = 0; at < atoms.size(); ++at) {
        const auto before = at > 1 && is_link(atoms[at - 1]) ? at - 2 : at - 1;
        const bool is_name = is_bare_year(atoms[at]) && (is_remark(before) || is_remark(at + 1));
        const bool is_verb = atoms[at].text == "may" && is_remark(at + 1);
        if (is_name || is_verb) atoms[at].kind = Kind::remark;
    }
}

bool says_when(const Atom& atom) {
    return is_date(atom) || atom.kind == Kind::ongoing || atom.kind == Kind::recurring;
}

bool says_when_outside_brackets(const Atoms& atoms) {
    bool inside = false;
    return std::ranges::any_of(atoms, [&](const Atom& atom) {
        if (atom.kind == Kind::open) inside = true;
        if (atom.kind == Kind::close) inside = false;
        return !inside && says_when(atom);
    });
}

/// "Ongoing (from 1 Apr 2026)" and "Nov 2025 (complete)" are one thing to understand; the words in
/// "31 Mar 2026 (not Dec 2025)" are a remark.
bool is_aside(Kind before, Place inside, Place close) {
    if (before == Kind::ongoing || before == Kind::recurring) return true;
    if (std::any_of(inside, close, is_date)) return false;
    return std::any_of(inside, close, [](const Atom& atom) {
        return says_when(atom) || atom.kind == Kind::onwards || atom.kind == Kind::done;
    });
}

/// Where all words stand in brackets, the brackets say nothing.
void fold_brackets(Atoms& atoms) {
    const auto is_close = [](const Atom& atom) { return atom.kind == Kind::close; };
    const bool folds = says_when_outside_brackets(atoms);
    Atoms folded;
    bool in_aside = false;
    for (auto at = atoms.begin(); at != atoms.end(); ++at) {
        if (is_close(*at) && !std::exchange(in_aside, false)) continue;
        if (at->kind != Kind::open) {
            folded.push_back(*at);
            continue;
        }
        const auto close = folds ? std::find_if(at, atoms.end(), is_close) : atoms.end();
        if (close == atoms.end() || close == at + 1) continue;
        const auto before = folded.empty() ? Kind::line : folded.back().kind;
        in_aside = is_aside(before, at + 1, close);
        folded.push_back(in_aside ? Atom{Kind::aside, at->text}
                                  : Atom{Kind::remark, through((at + 1)->text, (close - 1)->text)});
        if (!in_aside) at = close;
    }
    atoms = std::move(folded);
}

} // namespace

std::vector<Atom> atoms_of(const std::vector<Token>& tokens) {
    Atoms atoms;
    for (std::size_t at = 0; tokens[at].kind != Token::Kind::end;)
        at += add_atom(tokens, at, atoms);
    join_lines_after_links(atoms);
    settle_numbers(atoms);
    leave_out_names(atoms);
    fold_brackets(atoms);
    return atoms;
}

} // namespace openmasa::dates
