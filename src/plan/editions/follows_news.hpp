#pragma once
// What others saved of two editions since a form about them was read: shown at the place of each
// record of the earlier one.
#include "plan/editions/following.hpp"
#include "plan/meanwhile.hpp"

namespace openmasa::editions {

/// A priority or an action of the newer edition that was said to go on from a record, or was not
/// any more.
struct LinkSaid {
    std::string name;
    bool goes_on = false;
    std::string who;
    Moment at{};
};
struct News {
    /// The record itself.
    std::optional<plan::Meanwhile> changed{};
    /// It came in since.
    bool is_new = false;
    /// Of the newer plan, where another edition is said to come before it now: a sentence.
    std::string said{};
    std::vector<LinkSaid> links{};
    /// What the form says goes on from it, where that was changed: its name, and what.
    std::vector<std::pair<std::string, plan::Meanwhile>> next{};
};
/// By the id of a record of the earlier edition; of the plans, by theirs.
using AllNews = std::map<std::string, News>;
/// Since the versions that `said` has read. Once for each record that was changed, a few
/// statements.
AllNews news_since(store::Db& db, const SayFollows& said, const Edition* before,
                   const Edition& now);

} // namespace openmasa::editions
