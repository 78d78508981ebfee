// Actions by spreadsheet: out, changed, in again; several at once; and taken back.
#include "core/audit/log.hpp"
#include "core/references/references.hpp"
#include "core/registers/rows_out.hpp"
#include "core/registers/uploads.hpp"
#include "kernel/text.hpp"
#include "plan/actions/bulk.hpp"
#include "plan/actions/register.hpp"
#include "plan/progress.hpp"
#include "plan/test_plan.hpp"
#include "plan/verify.hpp"
#include <gtest/gtest.h>

namespace openmasa::plan {
namespace {

using registers::Fate;
using registers::Policy;
using registers::Preview;

class Actions_by_spreadsheet : public testing::Test {
protected:
    std::string exported(registers::Format format) {
        std::string text;
        registers::write_rows(format,
                              {.title = "Actions",
                               .columns = action_register.columns,
                               .chosen = registers::chosen_columns(action_register.columns, "")},
                              each_action(test.db, test.unit, {}, {}),
                              [&](std::string_view piece) { text += piece; });
        return text;
    }
    Preview seen(const sheet::Sheet& sheet, Policy policy = Policy::stop) {
        auto preview = registers::look(test.db, test.unit, action_register, sheet, policy);
        EXPECT_TRUE(preview) << preview.refusal().problems.front().words;
        return std::move(*preview);
    }
    Preview seen(const std::string& file, Policy policy = Policy::stop) {
        return seen(sheet::read_sheet(file).value(), policy);
    }
    /// Keeps the rows and saves them, as the pages do; gives which import it was.
    registers::RegisterImportId import(const sheet::Sheet& sheet) {
        registers::RegisterImportId id{};
        test.in_one_transaction([&] {
            id = registers::keep(test.db, test.unit, action_register, "rows", sheet, Policy::skip)
                     .value();
        });
        confirm(id);
        return id;
    }
    void confirm(const registers::RegisterImportId& id) {
        const auto upload = registers::find_upload(test.db, test.unit, action_register, id);
        const auto state = seen(upload->sheet, upload->policy).state;
        test.in_one_transaction([&] {
            ASSERT_TRUE(registers::confirm(test.db, test.unit, action_register, id, state));
        });
    }
    Action action(const ActionId& id) { return *find_action(test.db, test.unit, id); }
    std::string chosen(const ActionId& id) {
        return id.str() + ":" + std::to_string(action(id).version);
    }
    std::string problem(const Preview& preview) {
        const auto& problems = preview.rows.front().problems;
        return problems.empty() ? "" : problems.front().words;
    }

    TestPlan test;
};

TEST_F(Actions_by_spreadsheet, What_is_exported_is_all_the_same_in_every_format) {
    test.in_one_transaction([&] {
        test.add(test.adolescents, test.prevent, test.constabulary,
                 {"=SUM(A1) \u05d0 'x", "Autumn 2026\nthen \"TBC\""});
    });
    for (auto format : {registers::Format::csv, registers::Format::json, registers::Format::xlsx}) {
        const auto preview = seen(exported(format));
        EXPECT_EQ(preview.count(Fate::same), 12) << to_text(format);
        EXPECT_EQ(preview.rows.size(), 12u) << to_text(format);
    }
}

TEST_F(Actions_by_spreadsheet, Says_the_reference_to_say_aloud_beside_the_plans_own) {
    const auto sheet = sheet::read_sheet(exported(registers::Format::csv)).value();
    const auto own = registers::place_of(action_register.columns, "reference");
    EXPECT_EQ(sheet.names[own + 1], "spoken_reference");
    EXPECT_EQ(sheet.rows.front().cells[own], "VA 1");
    EXPECT_EQ(sheet.rows.front().cells[own + 1],
              references::of(test.db, "action", test.late.view()));
    EXPECT_EQ(sheet.rows.front().cells[own + 1], "A-2026-001");
}

TEST_F(Actions_by_spreadsheet, Words_owner_date_and_status_are_saved_as_the_forms_save_them) {
    const auto before = action(test.late).version;
    import(sheet::read_sheet("id,action,owner,target_date,status\n" + test.late.str() +
                             ",Map them,Children's Services,31/03/2027,At risk\n")
               .value());
    const auto now = action(test.late);
    EXPECT_EQ(now.title, "Map them");
    EXPECT_EQ(now.owner, test.services);
    EXPECT_EQ(now.deadline, day(2027, 3, 31));
    EXPECT_EQ(now.status, Status::at_risk);
    EXPECT_EQ(now.version, before + 2);
    EXPECT_EQ(progress_of(test.db, test.late).front().status, Status::at_risk);
    audit::Verdict verdict;
    plan::verify(test.db, verdict);
    EXPECT_TRUE(verdict.faults.empty()) << verdict.faults.front();
}

TEST_F(Actions_by_spreadsheet, Who_does_it_goes_out_by_name_and_comes_in_as_the_form_saves_it) {
    const auto columns = "id,lead,contributors,waits_for,status,stopped_why\n";
    import(sheet::read_sheet(columns + test.late.str() +
                             ",Lead member,Children's Services,\"va 3, VA 2\",Blocked,No money\n")
               .value());
    const auto now = action(test.late);
    EXPECT_EQ(now.lead_name, "Lead member");
    EXPECT_EQ(now.contributors, test.services.str());
    EXPECT_EQ(now.status, Status::blocked);
    EXPECT_EQ(now.stopped_why, "No money");
    const auto text = exported(registers::Format::csv);
    EXPECT_NE(text.find("Lead member,Children's Services,\"VA 2, VA 3\""), std::string::npos);
    EXPECT_EQ(seen(text).count(Fate::same), 11);
    const auto wrong = [&](const std::string& cells) {
        return problem(seen(columns + test.soon.str() + "," + cells + "\n"));
    };
    EXPECT_NE(wrong("Nobody,,,In progress,").find("Nobody here is called"), std::string::npos);
    EXPECT_NE(wrong(",Nobody,,In progress,").find("Nobody"), std::string::npos);
    EXPECT_NE(wrong(",,VA 1,In progress,").find("wait for itself"), std::string::npos);
    EXPECT_NE(wrong(",,VA 99,In progress,").find("VA 99"), std::string::npos);
    EXPECT_NE(wrong(",,,Blocked,").find("what it waits for"), std::string::npos);
}

TEST_F(Actions_by_spreadsheet, Rows_that_cannot_be_are_refused_with_the_reason) {
    const auto one = [&](const std::string& columns, const std::string& cells) {
        return problem(seen("id," + columns + "\n" + test.late.str() + "," + cells + "\n"));
    };
    EXPECT_NE(one("status", "stopped").find("why it stopped"), std::string::npos);
    EXPECT_NE(one("status", "finished").find("none of"), std::string::npos);
    EXPECT_NE(one("owner", "Nobody").find("nothing here is called"), std::string::npos);
    EXPECT_NE(one("reference", "VA 99").find("cannot be changed"), std::string::npos);
    EXPECT_NE(one("action", "").find("empty"), std::string::npos);
    EXPECT_NE(one("version,status", "99,done").find("version"), std::string::npos);
    EXPECT_NE(problem(seen("plan,reference,action\nNo plan,VA 1,New\n")).find("no such action"),
              std::string::npos);
}

TEST_F(Actions_by_spreadsheet, Several_are_changed_at_once_and_taken_back_as_a_new_entry) {
    const auto rows = rows_of(test.db, test.unit,
                              {.chosen = {chosen(test.soon), chosen(test.at_risk)},
                               .owner = test.services.str(),
                               .status = "stopped",
                               .stopped_why = "The money went elsewhere"});
    ASSERT_TRUE(rows);
    const auto id = import(*rows);
    EXPECT_EQ(action(test.soon).status, Status::stopped);
    EXPECT_EQ(action(test.at_risk).owner, test.services);
    const auto changed = action(test.soon).version;

    registers::RegisterImportId back{};
    test.in_one_transaction(
        [&] { back = registers::take_back(test.db, test.unit, action_register, id).value(); });
    confirm(back);
    EXPECT_EQ(action(test.soon).status, Status::in_progress);
    EXPECT_EQ(action(test.soon).owner, test.constabulary);
    EXPECT_EQ(action(test.at_risk).status, Status::at_risk);
    EXPECT_EQ(action(test.at_risk).stopped_why, "");
    EXPECT_GT(action(test.soon).version, changed);
    EXPECT_EQ(registers::saved_imports(test.db, test.unit, action_register).size(), 2u);
}

TEST_F(Actions_by_spreadsheet, Several_move_with_a_preview_and_an_entry_each_and_come_back) {
    const auto other = test.add_another_plan("Locality <b> plan");
    auto waiting = action(test.soon);
    waiting.waits_for = test.at_risk.str();
    test.in_one_transaction(
        [&] { ASSERT_TRUE(save_action(test.db, test.unit, waiting, {.verb = "action.changed"})); });
    const auto rows = rows_of(test.db, test.unit,
                              {.chosen = {chosen(test.soon), chosen(test.at_risk)},
                               .to = other.objective.id.str(),
                               .lead = "named",
                               .lead_name = "lead member"});
    ASSERT_TRUE(rows);
    const auto preview = seen(*rows);
    ASSERT_EQ(preview.rows.front().changes.size(), 4u) << "plan, priority, objective and lead";
    EXPECT_EQ(preview.rows.front().changes[0].now, "Locality <b> plan");
    EXPECT_NE(preview.rows.front().name.find("VA 2"), std::string::npos);

    const auto id = import(*rows);
    EXPECT_EQ(action(test.soon).plan, other.plan.id);
    EXPECT_EQ(action(test.soon).reference, "LP 1");
    EXPECT_EQ(action(test.at_risk).reference, "LP 2");
    EXPECT_EQ(action(test.at_risk).lead_name, "Lead member");
    const auto moved =
        audit::read_log(test.db, {.verb = "action.moved", .record_kind = {}, .record_id = {}}, 10);
    EXPECT_EQ(moved.size(), 2u);

    registers::RegisterImportId back{};
    test.in_one_transaction(
        [&] { back = registers::take_back(test.db, test.unit, action_register, id).value(); });
    confirm(back);
    EXPECT_EQ(action(test.soon).objective, test.prevent.id);
    EXPECT_EQ(action(test.soon).reference, "VA 2");
    EXPECT_EQ(action(test.soon).waits_for, test.at_risk.str());
    EXPECT_EQ(action(test.at_risk).reference, "VA 4");
    EXPECT_EQ(action(test.at_risk).position, 4);
    EXPECT_EQ(action(test.at_risk).lead, std::nullopt);
    audit::Verdict verdict;
    plan::verify(test.db, verdict);
    EXPECT_TRUE(verdict.faults.empty()) << verdict.faults.front();
}

TEST_F(Actions_by_spreadsheet, An_objective_that_is_not_there_or_not_for_them_moves_nothing) {
    const auto columns = "id,priority,objective\n" + test.soon.str() + ",";
    EXPECT_NE(problem(seen(columns + "Families First,Prevent <b>&\n")).find("no objective called"),
              std::string::npos);
    EXPECT_NE(problem(seen(columns + "Nowhere,Front door\n")).find("Nowhere"), std::string::npos);
    EXPECT_EQ(seen(columns + "families first,Front door\n").count(Fate::changed), 1);
    const auto to = [&](const std::string& place) {
        return rows_of(test.db, test.unit, {.chosen = {chosen(test.soon)}, .to = place});
    };
    EXPECT_EQ(to(test.late.str()).refusal().kind, Refusal::Kind::not_found);
    EXPECT_EQ(to("plan:" + test.plan.id.str()).refusal().problems.front().field, "to");
    const auto twin = test.add_another_plan(test.plan.title);
    EXPECT_NE(to(twin.objective.id.str()).refusal().problems.front().words.find("called"),
              std::string::npos);
    EXPECT_TRUE(to(test.front_door.id.str())) << "in its own plan";
    const auto who = rows_of(
        test.db, test.unit,
        {.chosen = {chosen(test.soon)}, .lead = "named", .lead_name = "Nobody of that name"});
    EXPECT_EQ(who.refusal().problems.front().field, "lead_name");
}

TEST_F(Actions_by_spreadsheet, Taking_back_leaves_what_somebody_changed_since) {
    const auto rows =
        rows_of(test.db, test.unit,
                {.chosen = {chosen(test.soon), chosen(test.at_risk)}, .status = "done"});
    const auto id = import(*rows);
    import(sheet::read_sheet("id,action\n" + test.soon.str() + ",Another title\n").value());
    registers::RegisterImportId back{};
    test.in_one_transaction(
        [&] { back = registers::take_back(test.db, test.unit, action_register, id).value(); });
    const auto upload = registers::find_upload(test.db, test.unit, action_register, back);
    const auto preview = seen(upload->sheet, upload->policy);
    EXPECT_EQ(preview.count(Fate::refused), 1);
    EXPECT_EQ(preview.count(Fate::changed), 1);
}

TEST_F(Actions_by_spreadsheet, A_change_of_several_needs_actions_something_to_change_and_a_reason) {
    const auto nothing = rows_of(test.db, test.unit, {});
    ASSERT_FALSE(nothing);
    EXPECT_EQ(nothing.refusal().problems.size(), 2u);
    EXPECT_FALSE(rows_of(test.db, test.unit, {.chosen = {chosen(test.soon)}, .status = "stopped"}));
    const auto stale =
        rows_of(test.db, test.unit, {.chosen = {test.soon.str() + ":77"}, .status = "done"});
    EXPECT_EQ(seen(*stale).count(Fate::refused), 1);
}

} // namespace
} // namespace openmasa::plan
