#include "plan/recommendations/already.hpp"
#include "core/settings/revision.hpp"
#include <algorithm>
#include <mutex>
#include <unordered_map>
#include <unordered_set>

namespace openmasa::recommendations {
namespace {

/// The texts of one recommendation, as they stand in the list of all.
struct Group {
    RecommendationId id;
    std::span<const SourceText> texts;

    std::size_t number() const {
        std::size_t number = 0;
        for (const auto& text : texts)
            number = number * 31 + std::hash<std::string_view>()(text.words);
        return number;
    }
};

std::vector<Group> groups_of(std::span<const SourceText> texts) {
    std::vector<Group> groups;
    for (std::size_t from = 0; from < texts.size();) {
        auto to = from + 1;
        while (to < texts.size() && texts[to].recommendation == texts[from].recommendation) ++to;
        groups.push_back({texts[from].recommendation, texts.subspan(from, to - from)});
        from = to;
    }
    return groups;
}

/// An index with what its records are called.
struct Index {
    std::vector<RecommendationId> ids;
    std::shared_ptr<const SimilarTexts> texts;
};

Index index_of(const std::vector<Group>& groups, std::shared_ptr<const SimilarTexts> beside = {}) {
    Index index;
    std::vector<ComparedText> compared;
    for (const auto& group : groups) {
        for (const auto& text : group.texts) compared.push_back({index.ids.size(), text.words});
        index.ids.push_back(group.id);
    }
    index.texts = std::make_shared<const SimilarTexts>(compared, std::move(beside));
    return index;
}

/// Of all recommendations as they were when it was made, which takes long where they are many.
struct Large {
    Index index;
    /// What each said.
    std::unordered_map<std::string, std::size_t> said;

    bool has(const Group& group) const {
        const auto known = said.find(group.id.str());
        return known != said.end() && known->second == group.number();
    }
};

std::shared_ptr<const Large> large_of(const std::vector<Group>& groups) {
    auto large = std::make_shared<Large>();
    large->index = index_of(groups);
    for (const auto& group : groups) large->said[group.id.str()] = group.number();
    return large;
}

/// Kept from one state of the records to the next.
class LargeKept {
public:
    /// The one that is there, unless it is out of date by more than a few; with those that it does
    /// not have as they are now.
    std::pair<std::shared_ptr<const Large>, std::vector<Group>>
    get(const std::vector<Group>& groups) {
        const std::scoped_lock lock(mutex_);
        std::vector<Group> fresh;
        if (large_)
            std::ranges::copy_if(groups, std::back_inserter(fresh),
                                 [&](const Group& group) { return !large_->has(group); });
        if (!large_ || fresh.size() > most_fresh) {
            large_ = large_of(groups);
            fresh.clear();
        }
        return {large_, std::move(fresh)};
    }

private:
    static constexpr std::size_t most_fresh = 100;
    std::mutex mutex_;
    std::shared_ptr<const Large> large_;
};

/// All texts of one state of the records: those that the large index has, and beside it the few
/// that came or changed since it was made.
struct Texts {
    std::shared_ptr<const Large> large;
    Index fresh;
    /// Of the large index what is still as it was.
    std::vector<bool> stands;
};

Texts read_texts(store::Db& db, const Scope& scope) {
    const auto texts = texts_to_compare(db, scope);
    const auto groups = groups_of(texts);
    const auto kept = db.remembered<std::shared_ptr<LargeKept>>(
        "recommendations.large index", "", [] { return std::make_shared<LargeKept>(); });
    auto [large, fresh] = (*kept)->get(groups);
    Texts made{.large = large, .fresh = index_of(fresh, large->index.texts), .stands = {}};
    std::unordered_set<std::string_view> standing;
    for (const auto& group : groups)
        if (large->has(group)) standing.insert(group.id.view());
    for (const auto& id : large->index.ids) made.stands.push_back(standing.contains(id.view()));
    return made;
}

void add_found(std::vector<Already>& found, const Index& index, std::vector<Similar> similar) {
    for (auto& one : similar)
        found.push_back({index.ids[one.record], one.likeness, std::move(one.shared)});
}

std::vector<Already> found_in(const Texts& texts, std::string_view words, std::size_t most) {
    const auto& large = texts.large->index;
    const auto gone = static_cast<std::size_t>(std::ranges::count(texts.stands, false));
    auto of_large = large.texts->like(words, most + gone);
    std::erase_if(of_large, [&](const Similar& one) { return !texts.stands[one.record]; });
    std::vector<Already> found;
    add_found(found, large, std::move(of_large));
    add_found(found, texts.fresh, texts.fresh.texts->like(words, most));
    std::ranges::sort(found, [](const Already& one, const Already& other) {
        return std::pair(-one.likeness, one.id) < std::pair(-other.likeness, other.id);
    });
    if (found.size() > most) found.resize(most);
    return found;
}

} // namespace

std::vector<std::vector<Already>> already_recommended(store::Db& db, const Scope& scope,
                                                      std::span<const std::string> words,
                                                      std::size_t most) {
    std::vector<std::vector<Already>> found(words.size());
    if (words.empty() || !scope.may(Permission::read_plan)) return found;
    const auto texts =
        db.remembered<Texts>("recommendations.texts", revision::stamp(db, texts_revision),
                             [&] { return read_texts(db, scope); });
    for (std::size_t at = 0; at < words.size(); ++at) found[at] = found_in(*texts, words[at], most);
    return found;
}

std::vector<Already> already_recommended(store::Db& db, const Scope& scope, std::string_view words,
                                         std::size_t most) {
    const std::string one[] = {std::string(words)};
    return std::move(already_recommended(db, scope, one, most).front());
}

std::vector<Known> known_of(store::Db& db, const Scope& scope, const std::vector<Already>& found) {
    if (found.empty() || !scope.may(Permission::read_plan)) return {};
    store::ComposedQuery<Known> query("recommendations.offered");
    query.add("SELECT id, reference, title, state FROM recommendation WHERE id IN (''");
    for (const auto& one : found) query.add(", $", one.id);
    query.add(") ORDER BY id");
    return db.all(query);
}

} // namespace openmasa::recommendations
