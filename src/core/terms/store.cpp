#include "core/terms/store.hpp"
#include "core/audit/newest.hpp"
#include "core/settings/revision.hpp"

namespace openmasa::terms {
namespace {

using store::None;
using store::Query;

constexpr Query<Term()> list_terms{"terms.list", R"sql(
    SELECT id, kind, stands_for, name, several, also_called, about, source, position, from_day, to_day,
           withdrawn_why, version
    FROM term
    ORDER BY CASE kind WHEN 'word' THEN 0 WHEN 'theme' THEN 1 WHEN 'flourish' THEN 2 ELSE 3 END,
             CASE WHEN position = 0 THEN 1 ELSE 0 END, position, lower(name), id)sql"};
constexpr Query<None(TermId, Kind, std::string_view, std::string_view, std::string_view,
                     std::string_view, std::string_view, std::string_view, int, std::optional<Day>,
                     std::optional<Day>, std::string_view, Moment)>
    insert_term{"terms.add", R"sql(
    INSERT INTO term (id, kind, stands_for, name, several, also_called, about, source, position, from_day, to_day,
                      withdrawn_why, version, updated_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 1, $13))sql"};
constexpr Query<None(TermId, std::int64_t, std::string_view, std::string_view, std::string_view,
                     std::string_view, std::string_view, std::string_view, int, std::optional<Day>,
                     std::optional<Day>, std::string_view, Moment)>
    update_term{"terms.save", R"sql(
    UPDATE term SET version = $2 + 1, stands_for = $3, name = $4, several = $5, also_called = $6, about = $7,
                    source = $8, position = $9, from_day = $10, to_day = $11, withdrawn_why = $12, updated_at = $13
    WHERE id = $1 AND version = $2)sql"};

std::string raw(const std::optional<Day>& day) {
    return day ? iso(*day) : std::string();
}

/// By the keys of the register's columns.
audit::Content content_of(const Term& term) {
    return {{"name", term.name},
            {"kind", std::string(to_text(term.kind))},
            {"stands_for", term.stands_for},
            {"several", term.several},
            {"also_called", term.also_called},
            {"about", term.about},
            {"source", term.source},
            {"order", term.position ? std::to_string(term.position) : std::string()},
            {"from", raw(term.from)},
            {"to", raw(term.to)},
            {"withdrawn", term.withdrawn_why}};
}

void record(store::Db& db, const Scope& scope, std::string_view verb, const Term& term,
            std::int64_t version) {
    revision::count_up(db, revision_name);
    audit::record(db, scope,
                  {.verb = verb,
                   .kind = "term",
                   .id = term.id.view(),
                   .version = version,
                   .content = content_of(term)});
}

} // namespace

std::vector<Term> read_terms(store::Db& db) {
    return db.all(list_terms);
}

std::shared_ptr<const TermBook> term_book(store::Db& db) {
    const store::Db::Plainly plainly(db); // everybody has the same terms
    return db.remembered<TermBook>("terms", revision::stamp(db, revision_name),
                                   [&] { return TermBook(read_terms(db)); });
}

std::vector<LocalWord> local_words(store::Db& db) {
    std::vector<LocalWord> words;
    for (auto& term : read_terms(db)) {
        Word word{};
        if (term.kind == Kind::word && term.withdrawn_why.empty() &&
            from_text(term.stands_for, word))
            words.push_back(
                {word, std::move(term.name), std::move(term.several), term.from, term.to});
    }
    return words;
}

void add_term(store::Db& db, const Scope& scope, const Term& term) {
    db.run(insert_term, term.id, term.kind, term.stands_for, term.name, term.several,
           term.also_called, term.about, term.source, term.position, term.from, term.to,
           term.withdrawn_why, scope.now);
    record(db, scope, "term.added", term, 1);
}

Result<Done> save_term(store::Db& db, const Scope& scope, const Term& term, std::string_view verb) {
    const int saved = db.run(update_term, term.id, term.version, term.stands_for, term.name,
                             term.several, term.also_called, term.about, term.source, term.position,
                             term.from, term.to, term.withdrawn_why, scope.now);
    if (saved == 0) return conflict("Somebody changed this term while you were writing.");
    record(db, scope, verb, term, term.version + 1);
    return Done{};
}

void verify(store::Db& db, audit::Verdict& verdict) {
    audit::Newest newest(db, "term");
    for (const auto& term : read_terms(db))
        newest.compare({.id = term.id.view(), .version = term.version, .content = content_of(term)},
                       verdict);
    newest.report_missing(verdict);
}

} // namespace openmasa::terms
