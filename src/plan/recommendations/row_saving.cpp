#include "plan/recommendations/row_saving.hpp"
#include "core/access/store.hpp"
#include "core/accounts/people_called.hpp"
#include "core/terms/store.hpp"
#include "core/terms/tags.hpp"
#include "kernel/id_list.hpp"
#include "kernel/text.hpp"
#include "plan/called.hpp"
#include "plan/recommendations/adding.hpp"
#include <fmt/format.h>

namespace openmasa::recommendations {
namespace {

using registers::Proposed;

/// Reads the cells of a row; what names something that is not there is remembered as wrong.
class RowReader {
public:
    RowReader(store::Db& db, const Scope& scope, const Proposed& row)
        : db_(db), scope_(scope), row_(row), id_(RecommendationId::parse(row.id)),
          before_(id_ ? find_recommendation(db, scope, *id_) : std::nullopt) {}

    AddRecommendation to_add() {
        AddRecommendation command{.filing = filing(), .source = source()};
        State state{};
        if (from_text(row_["state"], state)) command.brought.state = state;
        command.brought.since = row_["since"];
        command.actions = actions();
        return command;
    }
    ChangeFiling to_change() {
        ChangeFiling command{
            .id = id_.value_or(RecommendationId{}), .version = row_.version, .filing = filing()};
        if (changes_source()) command.source = source();
        if (row_.changes("actions")) command.actions = actions();
        return command;
    }
    std::vector<Problem> problems;

private:
    bool stays(std::string_view key) const { return before_ && !row_.changes(key); }
    bool changes_source() const {
        for (std::string_view key :
             {"source_kind", "document", "dated", "paragraph", "words", "proposed_lead"})
            if (row_.changes(key)) return true;
        return false;
    }
    SourceWords source() const {
        SourceWords said{.document = row_["document"],
                         .dated = row_["dated"],
                         .paragraph = row_["paragraph"],
                         .words = row_["words"],
                         .proposed_lead = row_["proposed_lead"]};
        SourceKind kind{};
        if (from_text(row_["source_kind"], kind)) said.kind = kind;
        return said;
    }
    Filing filing() {
        Filing filing{.title = row_["title"],
                      .priority = priority(),
                      .home_words = row_["home_words"],
                      .tags = tags(),
                      .owner = owner(),
                      .lead = lead(),
                      .due = row_["due"],
                      .expected = expected()};
        Home home{};
        if (from_text(row_["home"], home)) filing.home = home;
        Kind kind{};
        if (from_text(row_["kind"], kind)) filing.kind = kind;
        return filing;
    }
    std::optional<plan::SectionId> priority() {
        if (stays("priority")) return before_->priority;
        if (row_["priority"].empty()) return std::nullopt;
        return plan::priority_called(db_, scope_, row_["priority"]);
    }
    std::optional<OwnerId> owner() {
        if (stays("owner")) return before_->owner;
        const auto found = access::find_owner(db_, row_["owner"]);
        return found ? std::optional(found->id) : std::nullopt;
    }
    std::optional<PersonId> lead() {
        if (stays("lead")) return before_->lead;
        if (row_["lead"].empty()) return std::nullopt;
        const auto called = accounts::person_called(db_, row_["lead"], scope_.today, "lead");
        if (called) return *called;
        problems.push_back(called.refusal().problems.front());
        return std::nullopt;
    }
    std::vector<OwnerId> expected() {
        if (stays("expected")) return ids_in<OwnerId>(before_->expected);
        std::vector<OwnerId> owners;
        for (auto name : split(row_["expected"], ';'))
            if (const auto found = access::find_owner(db_, one_line(name)))
                owners.push_back(found->id);
        return owners;
    }
    std::string tags() {
        std::string tags = before_ ? before_->tags : std::string();
        if (before_ && !row_.changes("themes") && !row_.changes("flourish")) return tags;
        const auto book = terms::term_book(db_);
        for (const auto& kind : terms::tag_kinds)
            tags = terms::with_names(*book, tags, kind.kind, row_[kind.field]);
        const auto ended = terms::no_longer_used(*book, before_ ? before_->tags : std::string(),
                                                 tags, scope_.today);
        if (!ended.empty())
            problems.push_back({"themes", fmt::format("{} is no longer used.", join(ended, ", "))});
        return tags;
    }
    std::vector<plan::ActionId> actions() {
        auto found = plan::actions_called(db_, scope_, row_["actions"]);
        if (found) return std::move(*found);
        for (const auto& problem : found.refusal().problems) problems.push_back(problem);
        return {};
    }

    store::Db& db_;
    const Scope& scope_;
    const Proposed& row_;
    std::optional<RecommendationId> id_;
    std::optional<Recommendation> before_;
};

/// Where one stands that is there already is changed by a move, on its page.
std::vector<Problem> problems_of_moves(const Proposed& row) {
    std::vector<Problem> found;
    if (row.is_new()) return found;
    if (row.changes("state"))
        found.push_back({"state", "It is moved on its own page, with who decided and why."});
    else if (row.changes("since"))
        found.push_back({"since", "The day is said with each move, on its own page."});
    return found;
}

template<class Command>
std::vector<Problem> all_problems(store::Db& db, const Scope& scope, const Proposed& row,
                                  RowReader& reader, const Command& command) {
    auto found = problems_of_moves(row);
    for (auto& problem : reader.problems) found.push_back(std::move(problem));
    for (auto& problem : problems_with(db, scope, command)) found.push_back(std::move(problem));
    return found;
}

} // namespace

std::vector<Problem> problems_of_row(store::Db& db, const Scope& scope, const Proposed& row) {
    RowReader reader(db, scope, row);
    if (row.is_new()) return all_problems(db, scope, row, reader, reader.to_add());
    return all_problems(db, scope, row, reader, reader.to_change());
}

Result<Done> save_row(store::Db& db, const Scope& scope, const Proposed& row) {
    RowReader reader(db, scope, row);
    if (row.is_new()) {
        const auto command = reader.to_add();
        if (!reader.problems.empty()) return invalid(std::move(reader.problems));
        TRY(add(db, scope, command));
        return Done{};
    }
    const auto command = reader.to_change();
    auto wrong = problems_of_moves(row);
    wrong.insert(wrong.end(), reader.problems.begin(), reader.problems.end());
    if (!wrong.empty()) return invalid(std::move(wrong));
    TRY(change_filing(db, scope, command));
    return Done{};
}

} // namespace openmasa::recommendations
