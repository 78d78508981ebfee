#pragma once
// What a recommendation's versions say of other recommendations, as one reader may see it: what
// stands with one that is hidden from them stands by itself in its history, too.
#include "core/history/history.hpp"
#include "core/terms/words.hpp"
#include "plan/recommendation_store.hpp"
#include <map>

namespace openmasa::recommendations {

class SeenHistory {
public:
    SeenHistory(store::Db& db, const Scope& scope) : db_(db), scope_(scope) {}
    /// One that is read already needs no statement.
    void know(const RecommendationId& id, const std::string& reference, const std::string& title);
    /// Takes out what ties it to one that is hidden; of the others says what they are called. One
    /// statement for each other that is named.
    void show(history::Content& content);
    /// The same of versions, the newest first.
    void show(std::vector<history::Version>& versions);
    /// For what each changed: one in which nothing but such a tie changed is gone, too.
    void show_changes(std::vector<history::Version>& versions);

private:
    /// Of each version, whether something was taken out.
    std::vector<bool> show_each(std::vector<history::Version>& versions);
    /// "W-2026-014 Record the voice of the child"; empty where it is hidden.
    const std::string& called(std::string_view id);

    store::Db& db_;
    const Scope& scope_;
    std::map<std::string, std::string, std::less<>> called_;
};

/// What stands under a label of a version: a home is called as the partnership calls it; all other
/// words are people's own.
std::string said_value(const terms::Words& words, std::string_view label, std::string value);

} // namespace openmasa::recommendations
