#include "core/audit/audit.hpp"
#include "core/references/references.hpp"
#include "kernel/test_repository.hpp"
#include "plan/imports/actions.hpp"
#include "plan/imports/test_reading.hpp"
#include "plan/imports/unchanged.hpp"
#include "plan/store.hpp"
#include "plan/test_plan.hpp"

namespace openmasa::imports {
namespace {

using namespace test;
using plan::PlanId;

class Saving : public testing::Test {
protected:
    static std::string bytes(const std::string& name) {
        return bytes_of(in_repository("tests/fixtures/word/") + name);
    }
    Result<Preview> look(const std::string& name, const std::optional<PlanId>& plan,
                         const Choices& choices = {}) {
        t.db.finish();
        return preview(t.db, t.unit, bytes(name), name, plan, choices);
    }
    Result<PlanId> save(const std::string& name, const std::optional<PlanId>& plan) {
        const auto seen = look(name, plan);
        EXPECT_TRUE(seen);
        const auto state = state_of(seen->existing);
        auto saved = t.db.atomically([&]() -> Result<PlanId> {
            Upload document{.plan = plan, .file_name = name, .document = bytes(name)};
            const auto which = plan ? Which::the_given : Which::a_new_plan;
            const auto id = TRY(upload(t.db, t.unit, std::move(document), which));
            return TRY(confirm(t.db, t.unit, {.import = id, .state = state}));
        });
        t.db.finish();
        return saved;
    }
    std::vector<plan::Action> actions_now(const PlanId& id) {
        return plan::all_actions_of(t.db, id);
    }

    plan::TestPlan t;
};

TEST_F(Saving, A_new_plan_has_everything_in_order_and_every_record_is_audited) {
    const auto saved = save("plan-2025.docx", {});
    ASSERT_TRUE(saved);
    const auto seen = look("plan-2025.docx", {});
    const auto all = actions_now(*saved);
    EXPECT_EQ(static_cast<int>(all.size()), count(seen->draft).actions);
    for (std::size_t at = 1; at < all.size(); ++at)
        EXPECT_GT(all[at].position, all[at - 1].position);
    for (const auto& action : all)
        EXPECT_NE(references::of(t.db, "action", action.id.view()), "") << action.reference;
    EXPECT_TRUE(audit::verify(t.db).faults.empty());
}

TEST_F(Saving, The_same_document_again_is_all_the_same) {
    const auto id = save("plan-2025.docx", {});
    ASSERT_TRUE(id);
    const auto before = actions_now(*id);
    const auto seen = look("plan-2025.docx", *id);
    EXPECT_EQ(seen->comparison.count(Fate::same), static_cast<int>(before.size()));
    ASSERT_TRUE(save("plan-2025.docx", *id));
    const auto after = actions_now(*id);
    ASSERT_EQ(after.size(), before.size());
    for (std::size_t at = 0; at < after.size(); ++at)
        EXPECT_EQ(after[at].version, before[at].version);
}

TEST_F(Saving, The_document_that_a_plan_was_made_from_changes_nothing) {
    for (const std::string name : {"plan-2025.docx", "plan-2026.docx", "other-headings.docx"}) {
        const auto id = save(name, {});
        ASSERT_TRUE(id) << name;
        const auto seen = look(name, *id);
        EXPECT_TRUE(changes_nothing(seen->draft, seen->existing, seen->comparison)) << name;
    }
    const auto fresh = look("plan-2025.docx", {});
    EXPECT_FALSE(changes_nothing(fresh->draft, fresh->existing, fresh->comparison));
}

TEST_F(Saving, A_document_that_changes_only_what_stands_around_the_actions_changes_something) {
    const auto id = save("plan-2025.docx", {});
    ASSERT_TRUE(id);
    const auto seen = look("plan-2025.docx", *id);
    const auto nothing_after = [&](auto change) {
        auto draft = seen->draft;
        auto existing = seen->existing;
        change(draft, existing);
        return changes_nothing(draft, existing, compare(draft, existing));
    };
    EXPECT_TRUE(nothing_after([](auto&, auto&) {}));
    EXPECT_FALSE(nothing_after([](auto& draft, auto&) { draft.title += "!"; }));
    EXPECT_FALSE(nothing_after([](auto& draft, auto&) { draft.period = "2030-31"; }));
    EXPECT_FALSE(nothing_after([](auto& draft, auto&) { draft.edition = "Reviewed today"; }));
    EXPECT_FALSE(nothing_after([](auto& draft, auto&) { draft.sections[0].chair = "X"; }));
    EXPECT_FALSE(nothing_after([](auto& draft, auto&) { draft.sections[0].owner = "X"; }));
    EXPECT_FALSE(nothing_after(
        [](auto& draft, auto&) { draft.sections[0].objectives[0].text += " And more."; }));
    EXPECT_FALSE(nothing_after(
        [](auto& draft, auto&) { std::ranges::reverse(draft.sections[0].objectives); }));
    EXPECT_FALSE(nothing_after([](auto&, auto& existing) {
        std::swap(existing.actions[0].position, existing.actions[1].position);
    }));
    EXPECT_FALSE(nothing_after([](auto&, auto& existing) {
        existing.actions[0].objective = existing.objectives.back().id;
    }));
    EXPECT_FALSE(nothing_after([](auto&, auto& existing) {
        existing.objectives.push_back(existing.objectives.back());
        existing.objectives.back().title = "Another one";
    }));
}

TEST_F(Saving, Saving_says_what_it_did_the_first_time_only) {
    t.in_one_transaction([&] {
        Upload document{.file_name = "p.docx", .document = bytes("plan-2025.docx")};
        const auto id = upload(t.db, t.unit, std::move(document), Which::a_new_plan);
        const ConfirmImport command{.import = *id, .state = state_of({})};
        const auto first = save_import(t.db, t.unit, command);
        EXPECT_EQ(first->added, static_cast<int>(actions_now(first->plan).size()));
        EXPECT_EQ(first->changed + first->withdrawn, 0);
        const auto again = save_import(t.db, t.unit, command);
        EXPECT_EQ(again->plan, first->plan);
        EXPECT_EQ(again->added, 0);
    });
}

TEST_F(Saving, A_document_that_was_left_stays_and_the_log_says_so_once) {
    std::optional<plan::ImportId> id;
    t.in_one_transaction([&] {
        Upload document{.file_name = "p.docx", .document = bytes("plan-2025.docx")};
        id = *upload(t.db, t.unit, std::move(document), Which::a_new_plan);
    });
    const auto entries = [&] {
        t.db.finish();
        return audit::verify(t.db).entries;
    };
    const auto before = entries();
    t.in_one_transaction([&] { EXPECT_TRUE(leave_import(t.db, t.unit, *id)); });
    EXPECT_EQ(entries(), before + 1);
    t.in_one_transaction([&] { EXPECT_TRUE(leave_import(t.db, t.unit, *id)); });
    EXPECT_EQ(entries(), before + 1);
    const auto kept = find_upload(t.db, t.unit, *id);
    ASSERT_TRUE(kept);
    EXPECT_EQ(kept->left_at, t.unit.now);
    EXPECT_EQ(kept->document, bytes("plan-2025.docx"));
}

TEST_F(Saving, What_was_saved_or_is_not_found_cannot_be_left) {
    t.in_one_transaction([&] {
        Upload document{.file_name = "p.docx", .document = bytes("plan-2025.docx")};
        const auto id = upload(t.db, t.unit, std::move(document), Which::a_new_plan);
        EXPECT_EQ(leave_import(t.db, t.reader, *id).refusal().kind, Refusal::Kind::not_found);
        EXPECT_TRUE(save_import(t.db, t.unit, {.import = *id, .state = state_of({})}));
        EXPECT_EQ(leave_import(t.db, t.unit, *id).refusal().kind, Refusal::Kind::conflict);
    });
}

TEST_F(Saving, A_revised_plan_adds_changes_keeps_and_withdraws_but_deletes_nothing) {
    const auto id = save("plan-2025.docx", {});
    ASSERT_TRUE(id);
    const auto before = actions_now(*id);
    const auto seen = look("plan-2026.docx", *id);
    const auto& result = seen->comparison;
    EXPECT_GT(result.count(Fate::added), 0);
    EXPECT_GT(result.count(Fate::changed), 0);
    EXPECT_GT(result.count(Fate::same), 0);
    ASSERT_EQ(result.count(Fate::gone), 1);
    ASSERT_TRUE(save("plan-2026.docx", *id));
    const auto after = actions_now(*id);
    EXPECT_EQ(after.size(), before.size() + result.count(Fate::added));
    const auto gone = std::ranges::find_if(after, &plan::Action::withdrawn);
    ASSERT_NE(gone, after.end());
    EXPECT_THAT(gone->withdrawn_why, HasSubstr("Not in the edition"));
    EXPECT_TRUE(audit::verify(t.db).faults.empty());
}

TEST_F(Saving, What_comes_back_in_a_later_edition_is_taken_up_again) {
    const auto id = save("plan-2025.docx", {});
    ASSERT_TRUE(id);
    ASSERT_TRUE(save("plan-2026.docx", *id));
    ASSERT_TRUE(save("plan-2025.docx", *id));
    int open = 0;
    for (const auto& action : actions_now(*id)) open += !action.withdrawn;
    EXPECT_EQ(open, count(look("plan-2025.docx", {})->draft).actions);
}

TEST_F(Saving, A_person_may_say_that_a_similar_action_is_another_one) {
    const auto id = save("plan-2025.docx", {});
    ASSERT_TRUE(id);
    const auto seen = look("plan-2026.docx", *id);
    const auto changed = std::ranges::find(seen->comparison.matches, Fate::changed, &Match::fate);
    ASSERT_NE(changed, seen->comparison.matches.end());
    if (changed->likeness == 1) GTEST_SKIP() << "the changed action of the fixture has a reference";
    const auto& old = seen->existing.actions[*changed->existing];
    const auto other = look("plan-2026.docx", *id, {{match_choice(old), 1}});
    EXPECT_EQ(other->comparison.count(Fate::added), seen->comparison.count(Fate::added) + 1);
    EXPECT_EQ(other->comparison.count(Fate::gone), seen->comparison.count(Fate::gone) + 1);
}

TEST_F(Saving, A_plan_that_changed_since_the_preview_is_a_conflict_and_nothing_is_saved) {
    const auto id = save("plan-2025.docx", {});
    ASSERT_TRUE(id);
    const auto refused = t.db.atomically([&]() -> Result<PlanId> {
        Upload document{.plan = *id, .file_name = "p.docx", .document = bytes("plan-2026.docx")};
        const auto uploaded = TRY(upload(t.db, t.unit, std::move(document), Which::the_given));
        return TRY(confirm(t.db, t.unit, {.import = uploaded, .state = "another state"}));
    });
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.refusal().kind, Refusal::Kind::conflict);
}

TEST_F(Saving, Saving_an_upload_twice_gives_the_first_ones_plan) {
    const auto first = t.db.atomically([&]() -> Result<PlanId> {
        Upload document{.file_name = "p.docx", .document = bytes("plan-2025.docx")};
        const auto id = TRY(upload(t.db, t.unit, std::move(document), Which::a_new_plan));
        const auto one = TRY(confirm(t.db, t.unit, {.import = id, .state = state_of({})}));
        EXPECT_EQ(TRY(confirm(t.db, t.unit, {.import = id, .state = state_of({})})), one);
        return one;
    });
    ASSERT_TRUE(first);
}

TEST_F(Saving, A_section_and_an_objective_follow_the_document) {
    const auto id = save("plan-2025.docx", {});
    ASSERT_TRUE(id);
    auto seen = look("plan-2025.docx", *id);
    auto draft = seen->draft;
    draft.sections[0].chair = "Director of Nursing";
    draft.sections[0].objectives[0].text += " And more.";
    const auto result = compare(draft, seen->existing);
    t.in_one_transaction(
        [&] { imports::save(t.db, t.unit, draft, seen->existing, result, "revised.docx"); });
    const auto sections = plan::sections_of(t.db, t.unit, *id);
    EXPECT_EQ(sections[0].chair, "Director of Nursing");
    EXPECT_EQ(sections[0].version, 2);
    EXPECT_THAT(plan::objectives_of_plan(t.db, t.unit, *id)[0].words, HasSubstr("And more."));
}

TEST_F(Saving, Extra_columns_are_kept_as_notes) {
    const auto id = save("other-headings.docx", {});
    ASSERT_TRUE(id);
    std::size_t notes = 0;
    for (const auto& action : actions_now(*id)) notes += plan::notes_of(t.db, action.id).size();
    EXPECT_GT(notes, 0u);
}

TEST_F(Saving, Nobody_but_the_business_unit_finds_an_upload) {
    const auto id = t.db.atomically([&]() -> Result<plan::ImportId> {
        Upload document{.file_name = "p.docx", .document = bytes("plan-2025.docx")};
        return upload(t.db, t.unit, std::move(document), Which::a_new_plan);
    });
    ASSERT_TRUE(id);
    EXPECT_TRUE(find_upload(t.db, t.unit, *id));
    for (const auto* who : {&t.reader, &t.constable, &t.outsider})
        EXPECT_FALSE(find_upload(t.db, *who, *id));
}

} // namespace
} // namespace openmasa::imports
