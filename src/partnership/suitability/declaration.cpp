#include "partnership/suitability/declaration.hpp"
#include "core/accounts/people_called.hpp"
#include "core/restriction/store.hpp"
#include "kernel/london_time.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::suitability {
namespace {

using store::None;
using store::Query;

constexpr std::size_t longest_capacity = 300;
constexpr std::size_t longest_words = 4000;

constexpr Query<Declaration(DeclarationId)> find_by_id{"suitability.find", R"sql(
    SELECT d.id, d.agency_id, o.name, d.person_id, p.known_as, d.declared_on, d.capacity, d.words, d.version
    FROM declaration d JOIN owner o ON o.id = d.agency_id JOIN person p ON p.id = d.person_id WHERE d.id = $1)sql"};
constexpr Query<Declaration(OwnerId)> list_of_agency{"suitability.of_agency", R"sql(
    SELECT d.id, d.agency_id, o.name, d.person_id, p.known_as, d.declared_on, d.capacity, d.words, d.version
    FROM declaration d JOIN owner o ON o.id = d.agency_id JOIN person p ON p.id = d.person_id
    WHERE d.agency_id = $1 ORDER BY d.declared_on DESC, d.id)sql"};
constexpr Query<Declaration()> list_all{"suitability.list", R"sql(
    SELECT d.id, d.agency_id, o.name, d.person_id, p.known_as, d.declared_on, d.capacity, d.words, d.version
    FROM declaration d JOIN owner o ON o.id = d.agency_id JOIN person p ON p.id = d.person_id ORDER BY d.id)sql"};
constexpr Query<None(DeclarationId, OwnerId, PersonId, Day, std::string_view, std::string_view,
                     Moment)>
    insert_declaration{"suitability.add", R"sql(
    INSERT INTO declaration (id, agency_id, person_id, declared_on, capacity, words, version, updated_at)
    VALUES ($1, $2, $3, $4, $5, $6, 1, $7))sql"};

/// A restriction stands on it, and they are on its list.
bool is_named(const Scope& scope, const DeclarationId& id) {
    const Record record{std::string(declaration_kind), id.str()};
    return std::ranges::count(scope.restricted, record) > 0;
}

audit::Content content_of(const Declaration& d) {
    return {{"agency_id", d.agency.str()},
            {"person_id", d.person.str()},
            {"declared_on", iso(d.declared_on)},
            {"capacity", d.capacity},
            {"words", d.words}};
}

class Reading {
public:
    Reading(store::Db& db, const Scope& scope, const KeepDeclaration& command)
        : db_(db), scope_(scope), command_(command) {}

    Result<Declaration> read() {
        made_.agency = command_.agency;
        if (trimmed(command_.who).empty())
            refuse("who", "Say who declares.");
        else if (const auto person = named(command_.who, "who"))
            made_.person = *person;
        read_day();
        made_.capacity = one_line(command_.capacity);
        if (made_.capacity.empty()) refuse("capacity", "Say for which seat or office.");
        refuse_too_long("capacity", made_.capacity, longest_capacity);
        made_.words = trimmed(command_.words);
        if (made_.words.empty()) refuse("words", "Enter what is declared.");
        refuse_too_long("words", made_.words, longest_words);
        for (auto name : split(command_.readers, ';'))
            if (!trimmed(name).empty())
                if (const auto person = named(std::string(name), "readers"))
                    readers_.push_back(*person);
        if (!problems_.empty()) return invalid(std::move(problems_));
        return made_;
    }
    /// Whoever keeps it, whoever declares, and those who were named.
    std::vector<restriction::Name> names() const {
        std::vector<restriction::Name> names;
        auto people = readers_;
        people.push_back(made_.person);
        if (scope_.person) people.push_back(*scope_.person);
        for (const auto& person : people) {
            const restriction::Name name{.person = person, .owner = {}};
            if (!std::ranges::count(names, name)) names.push_back(name);
        }
        return names;
    }

private:
    void refuse(std::string_view field, std::string words) {
        problems_.push_back({std::string(field), std::move(words)});
    }
    void refuse_too_long(std::string_view field, std::string_view text, std::size_t most) {
        if (text.size() > most) refuse(field, fmt::format("At most {} characters.", most));
    }
    std::optional<PersonId> named(const std::string& name, const std::string& field) {
        auto person = accounts::person_called(db_, one_line(name), scope_.today, field);
        if (!person) problems_.push_back(person.refusal().problems.front());
        return person ? std::optional(*person) : std::nullopt;
    }
    void read_day() {
        const auto day = typed_day(one_line(command_.on));
        if (!day) return refuse("on", "Enter the day, as 12 June 2026.");
        if (*day > scope_.today) return refuse("on", "That day is still to come.");
        made_.declared_on = *day;
    }

    store::Db& db_;
    const Scope& scope_;
    const KeepDeclaration& command_;
    Declaration made_;
    std::vector<PersonId> readers_;
    std::vector<Problem> problems_;
};

} // namespace

std::optional<Declaration> find_declaration(store::Db& db, const Scope& scope,
                                            const DeclarationId& id) {
    return is_named(scope, id) ? db.one(find_by_id, id) : std::nullopt;
}

std::vector<Declaration> declarations_of(store::Db& db, const Scope& scope, const OwnerId& agency) {
    const bool reads_any =
        std::ranges::count(scope.restricted, declaration_kind, &Record::kind) > 0;
    if (!reads_any) return {};
    auto all = db.all(list_of_agency, agency);
    std::erase_if(all, [&](const Declaration& one) { return !is_named(scope, one.id); });
    return all;
}

Result<DeclarationId> keep(store::Db& db, const Scope& scope, const KeepDeclaration& command) {
    if (!scope.may(Permission::edit_agencies) || !scope.may(Permission::restrict_records))
        return not_found();
    Reading reading(db, scope, command);
    auto made = TRY(reading.read());
    made.id = scope.new_id<DeclarationId>();
    db.run(insert_declaration, made.id, made.agency, made.person, made.declared_on, made.capacity,
           made.words, scope.now);
    audit::record(db, scope,
                  {.verb = "declaration.kept",
                   .kind = declaration_kind,
                   .id = made.id.view(),
                   .version = 1,
                   .content = content_of(made)});
    restriction::add(
        db, scope,
        {.id = scope.new_id<restriction::RestrictionId>(),
         .record = {std::string(declaration_kind), made.id.str()},
         .reason = "A declaration of suitability is made in confidence.",
         .review_on = scope.today + std::chrono::days{restriction::longest_review_days},
         .at = scope.now,
         .names = reading.names()});
    return made.id;
}

void verify_declarations(store::Db& db, audit::Verdict& verdict) {
    audit::Newest newest(db, declaration_kind);
    db.each(list_all, [&](Declaration&& one) {
        newest.compare({.id = one.id.view(), .version = one.version, .content = content_of(one)},
                       verdict);
    });
    newest.report_missing(verdict);
}

} // namespace openmasa::suitability
