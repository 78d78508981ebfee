#include "core/terms/actions.hpp"
#include "core/access/store.hpp"
#include "core/terms/flourish.hpp"
#include "core/terms/rules.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::terms {
namespace {

bool is_owner(store::Db& db, std::string_view name) {
    return std::ranges::any_of(access::list_owners(db), [&](const access::Owner& owner) {
        return loosely(owner.name) == loosely(name);
    });
}

std::string_view verb_of(const Term& before, const Term& after) {
    if (before.withdrawn_why.empty() == after.withdrawn_why.empty()) return "term.changed";
    return after.withdrawn_why.empty() ? "term.brought_back" : "term.withdrawn";
}

} // namespace

std::vector<Problem> problems_in(store::Db& db, const Term& term) {
    auto problems = problems_with(term, read_terms(db));
    if (term.kind == Kind::name && !trimmed(term.name).empty() && !is_owner(db, term.name))
        problems.push_back(
            {"name", fmt::format("There is no agency, group or office called \u201c{}\u201d.",
                                 shortened(term.name, 60))});
    return problems;
}

Result<Term> add(store::Db& db, const Scope& scope, Term term) {
    if (!scope.may(Permission::edit_settings)) return not_found();
    term.id = scope.new_id<TermId>();
    term.version = 1;
    if (auto problems = problems_in(db, term); !problems.empty())
        return invalid(std::move(problems));
    add_term(db, scope, term);
    return term;
}

Result<Term> change(store::Db& db, const Scope& scope, Term term) {
    if (!scope.may(Permission::edit_settings)) return not_found();
    const TermBook book(read_terms(db));
    const auto* before = book.find(term.id);
    if (!before) return not_found();
    if (before->version != term.version)
        return conflict("Somebody changed this term while you were writing.");
    if (term.kind != before->kind) return invalid("kind", "Its kind stays. Add another term.");
    if (auto problems = problems_in(db, term); !problems.empty())
        return invalid(std::move(problems));
    if (!(term == *before)) TRY(save_term(db, scope, term, verb_of(*before, term)));
    return term;
}

Result<int> add_flourish_domains(store::Db& db, const Scope& scope) {
    const TermBook book(read_terms(db));
    int added = 0;
    for (const auto& domain : flourish_domains()) {
        if (book.called(Kind::flourish, domain.name)) continue;
        TRY(add(db, scope, domain));
        ++added;
    }
    return added;
}

} // namespace openmasa::terms
