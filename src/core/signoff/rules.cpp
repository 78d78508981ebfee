#include "core/signoff/rules.hpp"
#include "core/access/secret.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::signoff {
namespace {

/// The first stage in which somebody has not signed; nothing once all have.
std::optional<int> stage_under_way(const SignOff& sign_off) {
    std::optional<int> first;
    for (const auto& asked : sign_off.asked)
        if (!signature_of(sign_off, asked.office) && (!first || asked.stage < *first))
            first = asked.stage;
    return first;
}

std::string names_of(const std::vector<const Asked*>& offices) {
    std::vector<std::string> names;
    for (const auto* one : offices) names.push_back("\u201c" + one->name + "\u201d");
    return join(names, " and ");
}

/// Why nobody signs it any more; empty while somebody may.
std::string why_closed(const SignOff& sign_off) {
    switch (state_of(sign_off)) {
    case State::open: return {};
    case State::signed_by_all: return "Everybody who was asked has signed it.";
    case State::sent_back:
        return fmt::format("It was sent back on {}: it is signed again once it is offered again.",
                           spoken(london_day(sign_off.end->at)));
    case State::withdrawn:
        return fmt::format("It was withdrawn on {}: it is signed again once it is offered again.",
                           spoken(london_day(sign_off.end->at)));
    }
    return {};
}

/// Why it is not this office's turn; empty where it is.
std::string why_not_now(const SignOff& sign_off, const Asked& asked) {
    if (const auto* signature = signature_of(sign_off, asked.office))
        return fmt::format("{} signed it as {} on {}.", signature->known_as, asked.name,
                           spoken(london_day(signature->at)));
    const auto turn = whose_turn(sign_off);
    if (std::ranges::count(turn, asked.office, &Asked::office)) return {};
    return fmt::format("It is not this office's turn: {} {} first.", names_of(turn),
                       turn.size() == 1 ? "signs" : "sign");
}

bool is_what_was_offered(const SignOff& sign_off, std::string_view content) {
    return sha256(sign_off.document.content) == sign_off.digest &&
           sha256(content) == sign_off.digest;
}

} // namespace

std::string_view to_text(Ending ending) {
    return ending == Ending::sent_back ? "sent_back" : "withdrawn";
}

bool from_text(std::string_view text, Ending& ending) {
    if (text != "sent_back" && text != "withdrawn") return false;
    ending = text == "sent_back" ? Ending::sent_back : Ending::withdrawn;
    return true;
}

State state_of(const SignOff& sign_off) {
    if (sign_off.end)
        return sign_off.end->how == Ending::sent_back ? State::sent_back : State::withdrawn;
    return stage_under_way(sign_off) ? State::open : State::signed_by_all;
}

std::vector<SignOff> as_they_stood(std::vector<SignOff> all, Moment end) {
    std::erase_if(all, [&](const SignOff& one) { return one.offered_at >= end; });
    for (auto& one : all) {
        std::erase_if(one.signatures, [&](const Signature& given) { return given.at >= end; });
        if (one.end && one.end->at >= end) one.end.reset();
    }
    return all;
}

std::int64_t version_of(const SignOff& sign_off) {
    return 1 + static_cast<std::int64_t>(sign_off.signatures.size()) + (sign_off.end ? 1 : 0);
}

const Asked* asked_of(const SignOff& sign_off, const OwnerId& office) {
    const auto found = std::ranges::find(sign_off.asked, office, &Asked::office);
    return found == sign_off.asked.end() ? nullptr : &*found;
}

const Signature* signature_of(const SignOff& sign_off, const OwnerId& office) {
    const auto found = std::ranges::find(sign_off.signatures, office, &Signature::office);
    return found == sign_off.signatures.end() ? nullptr : &*found;
}

std::vector<const Asked*> whose_turn(const SignOff& sign_off) {
    std::vector<const Asked*> turn;
    if (state_of(sign_off) != State::open) return turn;
    const auto stage = stage_under_way(sign_off);
    for (const auto& asked : sign_off.asked)
        if (asked.stage == stage && !signature_of(sign_off, asked.office)) turn.push_back(&asked);
    return turn;
}

Moment turn_began(const SignOff& sign_off) {
    const auto stage = stage_under_way(sign_off);
    auto began = sign_off.offered_at;
    for (const auto& one : sign_off.signatures) {
        const auto* asked = asked_of(sign_off, one.office);
        if (asked && stage && asked->stage < *stage) began = std::max(began, one.at);
    }
    return began;
}

std::vector<Problem> problems_with(const Document& document, std::span<const Asked> asked) {
    std::vector<Problem> problems;
    if (document.content.empty())
        problems.push_back({"document", "There is nothing to sign: it has no words."});
    if (asked.empty()) problems.push_back({"offices", "Say which offices sign it."});
    for (std::size_t at = 0; at < asked.size(); ++at)
        if (std::ranges::count(asked.first(at), asked[at].office, &Asked::office))
            problems.push_back({"offices", fmt::format("{} is asked twice. Each office signs once.",
                                                       asked[at].name)});
    return problems;
}

std::vector<Problem> problems_with(const SignOff& sign_off, const Signing& signing,
                                   std::string_view content) {
    std::vector<Problem> problems;
    const auto* asked = asked_of(sign_off, signing.office);
    if (!asked) return {{"", "This office is not asked to sign it."}};
    // An office that has signed is told so, also once everybody has.
    const bool has_signed = signature_of(sign_off, signing.office) != nullptr;
    if (auto words = has_signed ? std::string() : why_closed(sign_off); !words.empty())
        return {{"", std::move(words)}};
    if (auto words = why_not_now(sign_off, *asked); !words.empty()) return {{"", std::move(words)}};
    if (!is_what_was_offered(sign_off, content) || signing.digest != sign_off.digest)
        problems.push_back({"", "The words are not those that were put for signature. Nothing was "
                                "signed. Read them again, and tell whoever offered them."});
    if (!signing.confirmed) problems.push_back({"confirmed", "Tick the sentence to sign."});
    return problems;
}

const Holder* as_holder(std::span<const Holder> holders, const PersonId& person) {
    const Holder* found = nullptr;
    for (const auto& holder : holders)
        if (holder.person == person && (!found || !holder.acting)) found = &holder;
    return found;
}

std::string sentence(const SignOff& sign_off, const Asked& asked, const Holder& holder) {
    return fmt::format("I sign version {} of \u201c{}\u201d as {}{}", sign_off.document.version,
                       sign_off.document.title, holder.acting ? "acting " : "", asked.name);
}

} // namespace openmasa::signoff
