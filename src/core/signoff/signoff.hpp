#pragma once
// A document that named offices sign, in order: exactly these bytes, each office once.
#include "core/access/scope.hpp"
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace openmasa::signoff {

struct SignOffKind;
using SignOffId = Id<SignOffKind>;

/// Exactly what is signed.
struct Document {
    /// The record that it is of: "arrangements" and its id.
    std::string kind, id;
    /// Counted as versions are put for signature, or by its feature; a later one is higher.
    std::int64_t version = 1;
    std::string title;
    /// Its own page, to which those who sign and whoever offered it are led: a path of ours.
    std::string page;
    /// The bytes themselves.
    std::string content;
};

/// An office that is asked to sign. Those of one stage sign in any order.
struct Asked {
    OwnerId office;
    /// As it was called when it was asked.
    std::string name;
    int stage = 1;
};

struct Signature {
    OwnerId office;
    PersonId person;
    std::string known_as;
    /// In place of whoever holds the office.
    bool acting = false;
    /// What was signed, as SHA-256.
    std::string digest;
    /// "I sign version 1 of ...", as the person confirmed it.
    std::string words;
    Moment at{};
};

enum class Ending { sent_back, withdrawn };
std::string_view to_text(Ending ending);
bool from_text(std::string_view text, Ending& ending);

struct End {
    Ending how = Ending::withdrawn;
    /// Unset: by the command line.
    std::optional<PersonId> person{};
    std::string known_as;
    /// The office that asked for changes.
    std::optional<OwnerId> office{};
    std::string why;
    Moment at{};
};

struct SignOff {
    SignOffId id;
    Document document;
    /// SHA-256 of the document's content when it was offered.
    std::string digest;
    std::optional<PersonId> offered_by{};
    Moment offered_at{};
    /// By stage.
    std::vector<Asked> asked{};
    /// In the order of the offices that are asked.
    std::vector<Signature> signatures{};
    std::optional<End> end{};
};

/// Somebody who holds an office on a day.
struct Holder {
    PersonId person;
    std::string known_as;
    bool acting = false;
};

} // namespace openmasa::signoff
