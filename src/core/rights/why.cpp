#include "core/rights/why.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::rights {
namespace {

std::string called(const HeldRole& one, const terms::Words& words) {
    const auto role = spoken(one.held.role, words);
    if (one.held_for.empty()) return role;
    return fmt::format("{} {} {}", role, one.held.record ? "on" : "of", one.held_for);
}

bool is_there(const Holding& held, const std::optional<AboutRecord>& record) {
    if (!record) return true;
    if (held.record) return std::ranges::count(held.reached, record->id) > 0;
    return record->owner && held.is_within(*record->owner);
}

/// A role on one record says what it allows there, and nothing of anything else.
std::optional<Answer> on_one_record(const HeldRole& one, Permission permission,
                                    const std::optional<AboutRecord>& record,
                                    const terms::Words& words) {
    if (!reaches_one_record(permission)) return std::nullopt;
    if (is_there(one.held, record))
        return Answer{true,
                      {fmt::format("{} may {}, there and in what hangs on it.", called(one, words),
                                   spoken(permission, words))}};
    return Answer{false,
                  {fmt::format("{} may {}, but only there, and {} is not part of it.",
                               called(one, words), spoken(permission, words), record->reference)}};
}

/// What one role says to it; nothing when it does not speak of that permission.
std::optional<Answer> by_role(const HeldRole& held, Permission permission,
                              const std::optional<AboutRecord>& record, const terms::Words& words) {
    const auto far = reach(held.held.role, permission);
    if (held.held.record && far != Reach::none)
        return on_one_record(held, permission, record, words);
    switch (far) {
    case Reach::none: return std::nullopt;
    case Reach::everywhere:
        return Answer{true,
                      {fmt::format("{} may {}.", called(held, words), spoken(permission, words))}};
    case Reach::within: break;
    }
    if (is_there(held.held, record))
        return Answer{true,
                      {fmt::format("{} may {}, for what {} answers for.", called(held, words),
                                   spoken(permission, words), held.held_for)}};
    return Answer{false,
                  {fmt::format("{} may {}, but only for what {} answers for, and {} is not theirs.",
                               called(held, words), spoken(permission, words), held.held_for,
                               record->reference)}};
}

Answer by_roles(const std::vector<HeldRole>& held, Permission permission,
                const std::optional<AboutRecord>& record, const terms::Words& words) {
    Answer answer;
    for (const auto& role : held) {
        auto one = by_role(role, permission, record, words);
        if (!one) continue;
        if (one->may) return *one;
        answer.because.push_back(one->because.front());
    }
    if (!answer.because.empty()) return answer;
    if (held.empty()) return {false, {"They hold no role today."}};
    std::string roles;
    for (const auto& role : held) roles += (roles.empty() ? "" : ", ") + called(role, words);
    return {false,
            {fmt::format("No role of theirs allows to {}. They are: {}.", spoken(permission, words),
                         roles)}};
}

std::string of_sight(const AboutRecord& record) {
    switch (*record.sight) {
    case restriction::Sight::named:
        return fmt::format("{} is restricted, and they are named as a reader.", record.reference);
    case restriction::Sight::broken_glass:
        return fmt::format("{} is restricted, and they have broken its glass.", record.reference);
    case restriction::Sight::hidden: break;
    }
    return record.denied
               ? fmt::format("{} is restricted, and they are on its list of those who may not "
                             "read it, whatever else holds.",
                             record.reference)
               : fmt::format("{} is restricted, and they are not named as a reader.",
                             record.reference);
}

} // namespace

Answer why(const std::vector<HeldRole>& held, Permission permission,
           const std::optional<AboutRecord>& record, const terms::Words& words) {
    auto answer = by_roles(held, permission, record, words);
    if (!record || !record->sight) return answer;
    if (*record->sight == restriction::Sight::hidden) {
        answer.may = false;
        answer.because.insert(answer.because.begin(), of_sight(*record));
    } else
        answer.because.push_back(of_sight(*record));
    return answer;
}

} // namespace openmasa::rights
