#pragma once
// A declaration of suitability: nouns, finder and the one use case.
#include "core/audit/newest.hpp"
#include "kernel/result.hpp"
#include "store/db.hpp"

namespace openmasa::suitability {

struct DeclarationKind;
using DeclarationId = Id<DeclarationKind>;
/// What the history and restrictions call one.
inline constexpr std::string_view declaration_kind = "declaration";

struct Declaration {
    DeclarationId id;
    OwnerId agency;
    std::string agency_name;
    PersonId person;
    std::string known_as;
    Day declared_on{};
    /// For which seat or office.
    std::string capacity;
    std::string words;
    std::int64_t version = 1;
};

/// Only for the named readers of its restriction: one that no restriction stands on is nobody's.
std::optional<Declaration> find_declaration(store::Db& db, const Scope& scope,
                                            const DeclarationId& id);
/// Those of an agency that this person reads, the newest first.
std::vector<Declaration> declarations_of(store::Db& db, const Scope& scope, const OwnerId& agency);

/// As people type it.
struct KeepDeclaration {
    OwnerId agency;
    std::string who, on, capacity, words;
    /// Names of those who may read it beside whoever keeps it and whoever declares; with ";"
    /// between.
    std::string readers;
};
/// Everything wrong stands beside its field. Effects: the declaration and its restriction, in one.
Result<DeclarationId> keep(store::Db& db, const Scope& scope, const KeepDeclaration& command);

/// Holds every declaration against the history.
void verify_declarations(store::Db& db, audit::Verdict& verdict);

} // namespace openmasa::suitability
