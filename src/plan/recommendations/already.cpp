#include "plan/recommendations/already.hpp"
#include "core/settings/revision.hpp"

namespace openmasa::recommendations {
namespace {

/// The index, with what its records are called.
struct Texts {
    std::vector<RecommendationId> ids;
    SimilarTexts index;
};

Texts read_texts(store::Db& db, const Scope& scope) {
    const auto texts = texts_to_compare(db, scope);
    std::vector<RecommendationId> ids;
    std::vector<ComparedText> compared;
    for (const auto& text : texts) {
        if (ids.empty() || ids.back() != text.recommendation) ids.push_back(text.recommendation);
        compared.push_back({ids.size() - 1, text.words});
    }
    return {std::move(ids), SimilarTexts(compared)};
}

} // namespace

std::vector<Already> already_recommended(store::Db& db, const Scope& scope, std::string_view words,
                                         std::size_t most) {
    if (!scope.may(Permission::read_plan)) return {};
    const auto texts =
        db.remembered<Texts>("recommendations.texts", revision::stamp(db, texts_revision),
                             [&] { return read_texts(db, scope); });
    std::vector<Already> found;
    for (auto& one : texts->index.like(words, most))
        found.push_back({texts->ids[one.record], one.likeness, std::move(one.shared)});
    return found;
}

} // namespace openmasa::recommendations
